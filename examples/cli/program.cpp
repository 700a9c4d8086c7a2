#include "program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "marque/base/redaction.hpp"
#include "marque/interchange/visible.hpp"
#include "marque/model/privacy.hpp"

namespace marque::cli {

namespace {

std::atomic<bool> interrupt_seen = false;

void on_interrupt(int) { interrupt_seen = true; }

using Clock = std::chrono::steady_clock;

/// `12.3k`, `15,371` in few characters.
std::string short_count(std::uint64_t count) {
  if (count < 10'000) return std::to_string(count);
  const bool millions = count >= 10'000'000;
  const std::uint64_t tenths = count / (millions ? 100'000 : 100);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + (millions ? "M" : "k");
}

/// The state of one progress line.
struct Bar {
  std::string what, unit;
  Clock::time_point start = Clock::now(), shown = start;
  bool terminal = on_terminal(STDERR_FILENO), drawn = false;

  void show(std::uint64_t done, std::uint64_t total) {
    const auto now = Clock::now();
    const auto pause = terminal ? std::chrono::milliseconds(drawn ? 100 : 500) : std::chrono::milliseconds(10'000);
    if (now - shown < pause && !(drawn && terminal && total > 0 && done == total)) return;
    shown = now;
    drawn = true;
    const double seconds = std::chrono::duration<double>(now - start).count();
    std::string line = what + " " + short_count(done);
    if (total > 0) line += "/" + short_count(total);
    line += " " + unit + ", " + short_count(static_cast<std::uint64_t>(static_cast<double>(done) / seconds)) + "/s";
    if (total > done && done > 0)
      line += ", " + std::to_string(static_cast<int>(seconds * static_cast<double>(total - done) / static_cast<double>(done)) + 1) + " s";
    std::fprintf(stderr, terminal ? "\r\033[K%s" : "%s\n", line.c_str());
  }

  ~Bar() {
    if (terminal && drawn) std::fprintf(stderr, "\r\033[K");
  }
};

[[noreturn]] void fail_to_write() {
  if (errno == EPIPE) std::_Exit(done);
  throw Failure{{ErrorCode::storage, std::string("cannot write the output: ") + std::strerror(errno), {}}};
}

}  // namespace

int exit_code_of(const Error& error) noexcept {
  switch (error.code) {
    case ErrorCode::corrupt:
    case ErrorCode::newer_version:
      return damaged;
    case ErrorCode::storage:
    case ErrorCode::storage_full:
    case ErrorCode::busy:
      return unavailable;
    case ErrorCode::cancelled:
      return interrupted;
    default:
      return usage;
  }
}

Format format_of(const Program& program, std::string_view possible, Format fallback) {
  constexpr std::pair<std::string_view, Format> names[] = {
      {"text", Format::text}, {"json", Format::json}, {"tsv", Format::tsv}, {"csv", Format::csv}, {"html", Format::html},
      {"xlsx", Format::xlsx}, {"st96", Format::st96}, {"sqlite", Format::sqlite}, {"ics", Format::ics}};
  if (program.format_name.empty()) return fallback;
  for (const auto& [name, format] : names) {
    if (name == program.format_name && (" " + std::string(possible) + " ").find(" " + std::string(name) + " ") != std::string::npos)
      return format;
  }
  throw Failure{{ErrorCode::invalid_argument,
                 "no format \"" + program.format_name + "\" here; this command has: " + std::string(possible), {}}};
}

void set_limit_of(Program& program, const std::string& setting) {
  const std::size_t equals = setting.find('=');
  const std::string_view digits = std::string_view(setting).substr(equals == std::string::npos ? setting.size() : equals + 1);
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc{} || end != digits.data() + digits.size())
    throw Failure{{ErrorCode::invalid_argument, "--limit wants NAME=VALUE, not \"" + setting.substr(0, 80) + "\"", {}}};
  need(set_limit(program.limits, std::string_view(setting).substr(0, equals), value));
}

Date as_of(const Program& program) {
  if (!program.as_of_text.empty()) {
    const auto day = Date::parse(program.as_of_text);
    if (!day) throw Failure{day.error().in_field("--as-of")};
    return *day;
  }
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return need(Date::make(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday));
}

Dictionary dictionary_of(const Program& program) {
  if (program.dictionary_path.empty()) return Dictionary::built_in();
  Dictionary dictionary = need(Dictionary::open(program.dictionary_path));
  if (dictionary.bad_lines() > 0)
    remark(program, program.dictionary_path + ": " + std::to_string(dictionary.bad_lines()) + program.say({" 行无法读取", " lines could not be read"}));
  return dictionary;
}

bool on_terminal(int descriptor) noexcept { return ::isatty(descriptor) == 1; }

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail_to_write();
}

void flush_output() {
  if (std::fflush(stdout) != 0) fail_to_write();
}

Entry shown(const Program& program, Entry entry) {
  return disclosed(std::move(entry), program.restricted ? Disclosure::restricted : Disclosure::none);
}

std::string shown(const Program& program, std::string_view text) { return program.restricted ? std::string(text) : redacted(text); }

void remark(const Program& program, std::string_view line) {
  if (!program.quiet) std::fprintf(stderr, "%s\n", visible(line).c_str());
}

Progress progress_bar(const Program& program, std::string what, std::string unit) {
  auto bar = program.quiet ? nullptr : std::make_shared<Bar>(Bar{std::move(what), std::move(unit)});
  return Progress([bar](std::uint64_t reached, std::uint64_t total) {
    if (bar) bar->show(reached, total);
    return !was_interrupted();
  });
}

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
}

bool was_interrupted() noexcept { return interrupt_seen; }

std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    if (end != 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return parts;
}

std::string tsv_row(const std::vector<std::string>& fields) {
  std::string row;
  for (const std::string& field : fields) row += (&field == &fields.front() ? "" : "\t") + field;
  return row + "\n";
}

std::string read_file(const std::string& path, std::uint64_t limit, std::string_view name_of_limit) {
  const auto fail = [&](ErrorCode code, const std::string& why) { throw Failure{Error{code, why}.in_file(path)}; };
  const int fd = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) fail(errno == ENOENT ? ErrorCode::not_found : ErrorCode::storage, std::strerror(errno));
  const std::unique_ptr<FILE, int (*)(FILE*)> file(::fdopen(fd, "rb"), &std::fclose);
  struct stat status {};
  if (::fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) fail(ErrorCode::invalid_argument, "is a folder");
  std::string text;
  char block[1 << 16];
  for (std::size_t got; (got = std::fread(block, 1, sizeof block, file.get())) > 0;) {
    text.append(block, got);
    if (text.size() <= limit) continue;
    if (!name_of_limit.empty()) throw Failure{limit_error(name_of_limit, limit, "too long").in_file(path)};
    fail(ErrorCode::limit_exceeded, "longer than " + std::to_string(limit) + " bytes");
  }
  if (std::ferror(file.get())) fail(ErrorCode::storage, std::strerror(errno));
  return text;
}

std::vector<std::string> lines_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

}  // namespace marque::cli
