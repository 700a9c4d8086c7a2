// The program `marque`: registers of rights, clearance checks, and the words and logos behind them.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

#include "commands.hpp"
#include "marque/base/version.hpp"
#include "marque/interchange/visible.hpp"
#include "program.hpp"

using namespace marque;
using namespace marque::cli;

namespace {

Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::en;
}

/// `--lang` may stand behind what could not be understood.
Language asked_language(int argc, char** argv, Language otherwise) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const bool next = argument == "--lang" && i + 1 < argc;
    if (!next && !argument.starts_with("--lang=")) continue;
    const std::string_view given = next ? std::string_view(argv[i + 1]) : argument.substr(7);
    if (given == "zh" || given == "en") otherwise = given == "zh" ? Language::zh : Language::en;
  }
  return otherwise;
}

/// Ends a run that the command line stopped: help that was asked for, or what is wrong with it.
int stopped(const CLI::App& app, const CLI::ParseError& error, Language language) {
  if (error.get_exit_code() == 0 || language == Language::en) return app.exit(error) == 0 ? done : usage;
  const std::string why = to_string(Error{ErrorCode::invalid_argument, error.what(), {}}, language);
  std::fprintf(stderr, "marque: %s\n用法见 marque --help，某一命令见 marque 命令 --help\n", why.c_str());
  return usage;
}

constexpr const char* footer = R"(
A first check / 第一次查询:
  marque init district.marque
  marque import district.marque register.csv gi.jsonl
  marque check district.marque 海门山羊 --class 31 --goods 山羊
  marque check district.marque 海门山羊 --class 31 --format html > report.html

Results go to stdout, everything else to stderr.
Exit codes: 0 done, nothing listed · 1 findings or hits listed · 2 usage · 3 a record was quarantined
            4 data damaged · 5 storage · 130 interrupted
"marque COMMAND --help" explains a command.)";

int run(Program& program, int argc, char** argv) {
  Body body;

  CLI::App app{"marque — trademarks, Madrid registrations and geographical indications: conflicts, explained\n"
               "商标、马德里国际注册与地理标志：查冲突，讲理由"};
  app.footer(footer);
  app.fallthrough();
  app.require_subcommand(0, 1);
  std::string language;
  bool notices = false, show_version = false;
  app.add_option("--format", program.format_name, "Form of the output: text json tsv csv html xlsx ics (as the command has them)");
  app.add_option("--lang", language, "Language of the output")->check(CLI::IsMember({"zh", "en"}));
  app.add_option("--as-of", program.as_of_text, "The clock: law, states and periods follow from this day (default: today)");
  app.add_option("--dictionary", program.dictionary_path, "A Chinese-English dictionary in CC-CEDICT's form, plain or gzip: meaning across languages")
      ->envname("MARQUE_DICTIONARY");
  app.add_option("--goods-table", program.goods_tables, "Your file of the goods table 区分表 (repeatable, an edition each); default: R.goods beside the register")
      ->envname("MARQUE_GOODS_TABLE")->delimiter(':')->take_all()->type_size(1)->allow_extra_args(false);
  app.add_flag("--restricted", program.restricted,
               "Show restricted personal data, too: telephones, e-mail, identity numbers that came with the records");
  std::vector<std::string> limits;
  app.add_option("--limit", limits, "Set a bound on untrusted input, NAME=VALUE (repeatable); `marque doctor --limits` lists them")
      ->take_all()->type_size(1)->allow_extra_args(false);
  app.add_flag("--quiet", program.quiet, "No progress and no remarks on stderr");
  app.add_flag("--version", show_version, "Print the version");
  app.add_flag("--notices", notices, "With --version: the notices of everything the tables are derived from");

  const Chosen chosen = [&body](Body given) { body = std::move(given); };
  add_register_commands(app, program, chosen);
  add_exchange_commands(app, program, chosen);
  add_look_commands(app, program, chosen);
  add_keep_commands(app, program, chosen);
  add_law_commands(app, program, chosen);
  add_check_command(app, program, chosen);
  add_word_commands(app, program, chosen);
  add_index_commands(app, program, chosen);
  add_goods_commands(app, program, chosen);
  add_divisions_command(app, program, chosen);
  add_use_command(app, program, chosen);
  add_indicators_command(app, program, chosen);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return stopped(app, error, asked_language(argc, argv, program.language));
  }
  if (!language.empty()) program.language = language == "zh" ? Language::zh : Language::en;
  if (show_version || notices) {
    print("marque " + std::string(version()) + "\n");
    if (notices) print(marque::notices());
    return done;
  }
  if (!body) {
    std::fputs(app.help().c_str(), stderr);
    return usage;
  }
  for (const std::string& limit : limits) set_limit_of(program, limit);
  as_of(program);  // a clock that cannot be read is refused by commands that do not look at it, too
  catch_interrupts();
  const int code = body();
  flush_output();
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  Program program;
  program.language = language_of_locale();
  try {
    return run(program, argc, argv);
  } catch (const Failure& failure) {
    std::fflush(stdout);
    std::fprintf(stderr, "marque: %s\n", visible(to_string(failure.error, program.language)).c_str());
    return exit_code_of(failure.error);
  } catch (const std::bad_alloc&) {
    std::fprintf(stderr, "marque: %s\n", program.language == Language::zh ? "内存不足" : "out of memory");
    return unavailable;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "marque: %s\n", visible(error.what()).c_str());
    return usage;
  }
}
