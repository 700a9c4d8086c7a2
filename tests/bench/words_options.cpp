#include "words_options.hpp"

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string_view>

namespace bench {

namespace {

[[noreturn]] void usage() {
  std::fputs(
      "usage: words_eval PAIRS [--zh NAMES] [--latin NAMES] [--script zh|latin|mixed|all] [--half even|odd|all]\n"
      "                  [--ground GROUND] [--sample N] [--threads N] [--dictionary FILE]\n"
      "                  [--peers] [--misses] [--tsv]\n",
      stderr);
  std::exit(2);
}

using Setters = std::map<std::string_view, std::function<void(const char*)>>;

Setters with_value(Options& options) {
  const auto text = [](std::string& to) { return [&to](const char* value) { to = value; }; };
  return {{"--zh", text(options.files.chinese)},
          {"--latin", text(options.files.latin)},
          {"--dictionary", text(options.files.dictionary)},
          {"--script", text(options.choice.script)},
          {"--half", text(options.choice.half)},
          {"--ground", text(options.choice.ground)},
          {"--sample", [&](const char* value) { options.sample = std::strtoull(value, nullptr, 10); }},
          {"--threads",
           [&](const char* value) { options.threads = static_cast<unsigned>(std::strtoul(value, nullptr, 10)); }}};
}

Setters without_value(Options& options) {
  return {{"--peers", [&](const char*) { options.peers = Peers::included; }},
          {"--misses", [&](const char*) { options.misses = Options::Misses::listed; }},
          {"--tsv", [&](const char*) { options.layout = Layout::tsv; }}};
}

}  // namespace

Options parse_options(int argc, char** argv) {
  Options options;
  const Setters values = with_value(options), flags = without_value(options);
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (const auto value = values.find(argument); value != values.end() && i + 1 < argc) {
      value->second(argv[++i]);
    } else if (const auto flag = flags.find(argument); flag != flags.end()) {
      flag->second(nullptr);
    } else if (!argument.starts_with("--") && options.files.pairs.empty()) {
      options.files.pairs = argument;
    } else {
      usage();
    }
  }
  if (options.files.pairs.empty()) usage();
  return options;
}

}  // namespace bench
