#include "cli/workplace.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace marque::test {

namespace {

Strings split(const std::string& text, char mark) {
  Strings parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, mark);) parts.push_back(part);
  return parts;
}

std::vector<char*> pointers(Strings& texts) {
  std::vector<char*> found;
  for (std::string& text : texts) found.push_back(text.data());
  found.push_back(nullptr);
  return found;
}

}  // namespace

Strings lines_of(const std::string& text) { return split(text, '\n'); }

Strings fields_of(const std::string& row) {
  Strings fields = split(row, '\t');
  if (row.ends_with('\t')) fields.emplace_back();
  return fields;
}

Strings Ended::lines() const { return lines_of(out); }

Ended Workplace::marque(Strings arguments, std::string_view input) const {
  if (std::find(arguments.begin(), arguments.end(), "--as-of") == arguments.end())
    arguments.insert(arguments.begin(), {"--as-of", "2026-06-01"});
  return program(MARQUE_PROGRAM, std::move(arguments), input);
}

Ended Workplace::program(const std::string& path, Strings arguments, std::string_view input) const {
  const TemporaryFolder streams;
  const std::string in = streams / "in", out = streams / "out", err = streams / "err";
  std::ofstream(in, std::ios::binary) << input;
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addchdir_np(&actions, folder_.path().c_str());
  ::posix_spawn_file_actions_addopen(&actions, 0, in.c_str(), O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
  ::posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);
  arguments.insert(arguments.begin(), path);
  Strings environment = {"LC_ALL=C", "USER=clerk"};
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, path.c_str(), &actions, nullptr, pointers(arguments).data(), pointers(environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  REQUIRE(failed == 0);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  const auto text = [](const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
  };
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text(out), text(err)};
}

void Workplace::registry(const std::string& name, std::string_view lines) const {
  write(name + ".jsonl", lines);
  REQUIRE(marque({"init", name}).code == 0);
  const Ended imported = marque({"import", name, name + ".jsonl"});
  INFO(imported.err);
  REQUIRE(imported.code == 0);
}

void Workplace::write(const std::string& name, std::string_view bytes) const {
  std::ofstream(path(name), std::ios::binary | std::ios::trunc) << bytes;
}

std::string Workplace::read(const std::string& name) const {
  std::ifstream stream(path(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool Workplace::has(const std::string& name) const { return std::filesystem::exists(path(name)); }

}  // namespace marque::test
