// index, search

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <numeric>

#include "commands.hpp"
#include "marque/interchange/text.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/scoring/subject.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

constexpr std::uint64_t source_bytes = 8ull << 30;

CandidateIndex indexed_names(const Program& program, const std::string& source) {
  const auto lines = lines_of(read_file(source, source_bytes));
  const Progress progress = progress_bar(program, program.say({"建立索引", "indexing"}), program.say({"个名称", "names"}));
  IndexBuilder builder;
  for (std::size_t row = 0; row < lines.size(); ++row) {
    if (row % 4096 == 0 && !progress.advance(row, lines.size())) throw Failure{{ErrorCode::cancelled, "interrupted", {}}};
    if (lines[row].empty()) continue;
    const auto subject = make_subject(lines[row]);
    if (!subject) {
      remark(program, to_string(subject.error().in_file(source).in_record(row + 1)));
    } else {
      builder.add({row + 1}, *subject, {}, lines[row]);
    }
  }
  return std::move(builder).build();
}

std::vector<std::string> pictures_under(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    if (entry->is_regular_file(failed)) paths.push_back(entry->path().string());
  }
  if (failed) {
    const bool absent = failed == std::errc::no_such_file_or_directory;
    throw Failure{Error{absent ? ErrorCode::not_found : ErrorCode::storage, failed.message(), {}}.in_file(folder)};
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

CandidateIndex indexed_logos(const Program& program, const std::string& folder) {
  const auto paths = pictures_under(folder);
  const Fingerprinter fingerprinter = opencv_fingerprinter();
  const Progress progress = progress_bar(program, program.say({"建立索引", "indexing"}), program.say({"幅图样", "pictures"}));
  IndexBuilder builder;
  for (std::size_t row = 0; row < paths.size(); ++row) {
    if (!progress.advance(row, paths.size())) throw Failure{{ErrorCode::cancelled, "interrupted", {}}};
    const auto fingerprint = [&]() -> Result<Fingerprint> {
      try {
        return fingerprinter(read_image(paths[row]));
      } catch (const Failure& failure) {
        return failure.error;
      }
    }();
    if (!fingerprint) {
      remark(program, to_string(fingerprint.error().in_file(paths[row])));
    } else {
      builder.add({row + 1}, need(make_subject("", *fingerprint)), {}, paths[row]);
    }
  }
  return std::move(builder).build();
}

struct SearchRequest {
  std::string index, queries;
  std::vector<std::string> query;
  std::size_t top = 10;
  unsigned threads = 1;
  bool logos = false, exhaustive = false, stats = false;
};

using Milliseconds = std::chrono::duration<double, std::milli>;

/// The query made comparable, or the reason it cannot be.
Result<Subject> query_subject(const std::string& query, bool logos) {
  if (!logos) return make_subject(query);
  static const Fingerprinter fingerprinter = opencv_fingerprinter();
  try {
    auto fingerprint = fingerprinter(read_image(query));
    if (!fingerprint) return fingerprint.error();
    return make_subject("", *std::move(fingerprint));
  } catch (const Failure& failure) {
    return failure.error;
  }
}

std::string score_text(float score) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%.6f", static_cast<double>(score));
  return digits;
}

class SearchRun {
 public:
  SearchRun(const Program& program, const SearchRequest& request)
      : program_(program), request_(request), format_(format_of(program, "text tsv", on_terminal(1) ? Format::text : Format::tsv)),
        index_(need(CandidateIndex::open(request.index))) {}

  int run() {
    std::vector<std::string> queries = request_.query;
    if (!request_.queries.empty()) {
      for (std::string& line : lines_of(read_file(request_.queries, source_bytes))) queries.push_back(std::move(line));
    }
    for (const std::string& query : queries) {
      if (was_interrupted()) return interrupted;
      search(query);
    }
    if (request_.stats) stats();
    return done;
  }

 private:
  void search(const std::string& query) {
    const auto start = std::chrono::steady_clock::now();
    const auto subject = query_subject(query, request_.logos);
    if (!subject || subject->empty()) {
      const Error error = subject ? Error{ErrorCode::invalid_text, "nothing to search for", {}} : subject.error();
      std::fprintf(stderr, "%s: %s\n", query.c_str(), to_string(error).c_str());
      return;
    }
    SearchLimits limits;
    limits.top = request_.top;
    limits.threads = request_.threads;
    const auto found = need(index_.find(*subject, limits, Progress([](auto, auto) { return !was_interrupted(); })));
    times_.push_back(Milliseconds(std::chrono::steady_clock::now() - start).count());
    show(query, found);
  }

  void show(const std::string& query, const std::vector<Candidate>& found) const {
    std::string text;
    std::vector<std::vector<std::string>> rows;
    for (std::size_t rank = 0; rank < found.size(); ++rank) {
      const std::string name(index_.label(found[rank].id)), score = score_text(found[rank].scores.overall);
      if (format_ == Format::text) {
        rows.push_back({std::to_string(rank + 1), name, score.substr(0, 4), score_text(found[rank].scores.appearance).substr(0, 4),
                        score_text(found[rank].scores.sound).substr(0, 4), score_text(found[rank].scores.meaning).substr(0, 4)});
      } else {
        text += query + "\t" + std::to_string(rank + 1) + "\t" + name + "\t" + score + "\n";
      }
    }
    if (format_ == Format::text)
      text = query + "\n" + to_table({"", program_.say({"名称", "name"}), program_.say({"总分", "overall"}), program_.say({"字形", "appearance"}),
                                      program_.say({"读音", "sound"}), program_.say({"含义", "meaning"})}, rows) + "\n";
    print(text);
  }

  void stats() {
    std::sort(times_.begin(), times_.end());
    const auto at = [&](double share) {
      return times_.empty() ? 0.0 : times_[std::min(times_.size() - 1, static_cast<std::size_t>(share * static_cast<double>(times_.size())))];
    };
    std::fflush(stdout);
    std::fprintf(stderr, "{\"queries\":%zu,\"entries\":%zu,\"ms_p50\":%.3f,\"ms_p95\":%.3f,\"ms_total\":%.3f,\"resident_bytes\":%zu}\n",
                 times_.size(), index_.size(), at(0.50), at(0.95), std::accumulate(times_.begin(), times_.end(), 0.0), index_.resident_bytes());
  }

  const Program& program_;
  const SearchRequest& request_;
  Format format_;
  CandidateIndex index_;
  std::vector<double> times_;
};

}  // namespace

void add_index_commands(CLI::App& app, Program& program, const Chosen& chosen) {
  {
    struct Given {
      std::string source, out;
      bool logos = false;
    };
    auto given = std::make_shared<Given>();
    auto* command = app.add_subcommand("index", "Index a list of names, or a folder of logos, for search");
    command->add_option("SOURCE", given->source, "File with one name a line (- for stdin), or a folder of pictures with --logos")->required();
    command->add_option("-o,--output", given->out, "The index file to write")->required();
    command->add_flag("--logos", given->logos, "SOURCE is a folder of PNG and JPEG pictures");
    command->callback([&program, chosen, given] {
      chosen([&program, given] {
        format_of(program, "text");
        const CandidateIndex index = given->logos ? indexed_logos(program, given->source) : indexed_names(program, given->source);
        need(index.save(given->out));
        remark(program, given->out + ": " + std::to_string(index.size()) + program.say({" 条", " entries"}));
        return static_cast<int>(done);
      });
    });
  }
  {
    auto given = std::make_shared<SearchRequest>();
    auto* command = app.add_subcommand("search", "Search an index: the closest names (or logos), best first");
    command->add_option("INDEX", given->index, "File made by `marque index`")->required();
    command->add_option("QUERY", given->query, "Names, or paths of pictures with --logos");
    command->add_option("--queries", given->queries, "File with one query a line; - for stdin");
    command->add_option("--top", given->top, "At most so many rows a query")->check(CLI::Range(1, 1'000'000'000))->capture_default_str();
    command->add_option("--threads", given->threads, "Threads a query")->check(CLI::Range(1, 256))->capture_default_str();
    command->add_flag("--logos", given->logos, "The index holds logos");
    command->add_flag("--exhaustive", given->exhaustive, "Score every entry (what this version always does)");
    command->add_flag("--stats", given->stats, "Times and sizes as the last line of stderr");
    command->footer("With --format tsv: query, rank, name, score; as it is when the output is no terminal.");
    command->callback([&program, chosen, given] {
      if (given->query.empty() && given->queries.empty()) throw CLI::RequiredError("QUERY or --queries");
      chosen([&program, given] { return SearchRun(program, *given).run(); });
    });
  }
}

}  // namespace marque::cli
