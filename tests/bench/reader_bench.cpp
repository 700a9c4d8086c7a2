// Times the readers alone, from bytes to the model: makes a big file by repeating a sample, and reads it. For XML it also times bare
// Expat on the same file. usage: reader_bench SAMPLE [MEGABYTES]
// SAMPLE: a case file or daily file of the USPTO (.xml), a table (.csv) whose first line is its header, or JSON Lines (.jsonl).

#include <expat.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "marque/interchange/record_reader.hpp"

using namespace marque;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What is repeated, and what stands before and behind.
struct Parts {
  std::string head, body, tail;
};

Parts parts_of(const std::string& path) {
  const std::string sample = bytes_of(path);
  if (path.ends_with(".xml")) {
    const std::size_t begin = sample.find("<case-file>"), end = sample.rfind("</case-file>");
    if (begin == std::string::npos || end == std::string::npos) return {};
    return {"<?xml version=\"1.0\" encoding=\"utf-8\"?><trademark-applications-daily><application-information><file-segments><action-keys>",
            sample.substr(begin, end + std::strlen("</case-file>") - begin) + "\n",
            "</action-keys></file-segments></application-information></trademark-applications-daily>"};
  }
  const std::size_t line = path.ends_with(".csv") ? sample.find('\n') + 1 : 0;
  std::string body = sample.substr(line);
  if (!body.ends_with('\n')) body += '\n';
  return {sample.substr(0, line), body, ""};
}

struct Measured {
  double seconds = 0;
  std::uint64_t records = 0, bad = 0;
  long resident_kib = 0;
};

/// Runs `work` in a child, so that its memory is its own.
template <class Work>
Measured measured(Work&& work) {
  int pipe[2];
  if (::pipe(pipe) != 0) std::exit(2);
  if (::fork() == 0) {
    Measured result;
    work(result);
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    result.seconds = static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
    result.resident_kib = usage.ru_maxrss;
    const ssize_t written = ::write(pipe[1], &result, sizeof result);
    ::_exit(written == sizeof result ? 0 : 1);
  }
  ::close(pipe[1]);
  Measured result;
  if (::read(pipe[0], &result, sizeof result) != sizeof result) std::exit((std::fputs("the reader ended early\n", stderr), 1));
  ::wait(nullptr);
  ::close(pipe[0]);
  return result;
}

void bare_expat(const std::string& path, Measured& result) {
  XML_Parser parser = XML_ParserCreate(nullptr);
  XML_SetUserData(parser, &result);
  XML_SetElementHandler(
      parser, [](void* user, const XML_Char* name, const XML_Char**) { static_cast<Measured*>(user)->records += std::strcmp(name, "case-file") == 0; },
      [](void*, const XML_Char*) {});
  XML_SetCharacterDataHandler(parser, [](void*, const XML_Char*, int) {});
  std::ifstream in(path, std::ios::binary);
  std::vector<char> block(64 * 1024);
  for (;;) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    if (XML_Parse(parser, block.data(), static_cast<int>(in.gcount()), in.eof()) != XML_STATUS_OK) std::exit(1);
    if (in.eof()) break;
  }
  XML_ParserFree(parser);
}

void our_reader(const std::string& path, Measured& result) {
  auto reader = open_records(path);
  if (!reader) std::exit((std::fputs(to_string(reader.error()).c_str(), stderr), 1));
  for (;;) {
    const auto record = (*reader)->next();
    if (!record) std::exit((std::fputs(to_string(record.error()).c_str(), stderr), 1));
    if (!*record) break;
    ++result.records;
    result.bad += !(*record)->entry;
  }
}

void print(const char* what, const Measured& m, double megabytes) {
  std::printf("%-12s %7.2f s user  %7.1f MB/s  %9.0f records/s  %6ld KiB resident  %llu bad\n", what, m.seconds, megabytes / m.seconds,
              static_cast<double>(m.records) / m.seconds, m.resident_kib, static_cast<unsigned long long>(m.bad));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) return std::fputs("usage: reader_bench SAMPLE [MEGABYTES]\n", stderr), 2;
  const std::string sample = argv[1];
  const std::size_t wanted = (argc == 3 ? std::strtoul(argv[2], nullptr, 10) : 500) * 1'000'000;
  const Parts parts = parts_of(sample);
  if (parts.body.size() < 2) return std::fputs("the sample holds nothing to repeat\n", stderr), 2;
  const std::string big =
      (std::filesystem::temp_directory_path() / ("reader_bench." + std::to_string(::getpid()) + std::filesystem::path(sample).extension().string())).string();
  {
    std::ofstream out(big, std::ios::binary);
    out << parts.head;
    for (std::size_t written = 0; written < wanted; written += parts.body.size()) out << parts.body;
    out << parts.tail;
  }
  const double megabytes = static_cast<double>(std::filesystem::file_size(big)) / 1e6;
  std::printf("%s repeated to %.0f MB\n", sample.c_str(), megabytes);
  const Measured ours = measured([&](Measured& m) { our_reader(big, m); });
  print("marque", ours, megabytes);
  if (big.ends_with(".xml")) {
    const Measured expat = measured([&](Measured& m) { bare_expat(big, m); });
    print("bare Expat", expat, megabytes);
    std::printf("marque reads at %.2f of bare Expat's speed\n", expat.seconds / ours.seconds);
  }
  std::filesystem::remove(big);
  return 0;
}
