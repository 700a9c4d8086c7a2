// index, search

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <numeric>
#include <span>
#include <utility>

#include "commands.hpp"
#include "marque/interchange/text.hpp"
#include "marque/interchange/visible.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/scoring/evidence.hpp"
#include "marque/scoring/subject.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

constexpr std::uint64_t source_bytes = 8ull << 30;

CandidateIndex indexed_names(const Program& program, const std::string& source) {
  constexpr std::size_t names_a_block = 1u << 16;
  const auto lines = lines_of(read_file(source, source_bytes));
  const Progress progress = progress_bar(program, program.say({"建立索引", "indexing"}), program.say({"个名称", "names"}));
  IndexBuilder builder;
  std::vector<WrittenName> block;
  for (std::size_t row = 0; row < lines.size();) {
    if (!progress.advance(row, lines.size())) throw Failure{{ErrorCode::cancelled, "interrupted", {}}};
    block.clear();
    for (; row < lines.size() && block.size() < names_a_block; ++row) {
      if (!lines[row].empty()) block.push_back({{row + 1}, lines[row], {}, lines[row]});
    }
    builder.add_each(block, [&](std::size_t place, const Error& error) {
      remark(program, to_string(Error(error).in_file(source).in_record(block[place].id.value), program.language));
    }, 2, program.limits.text);
  }
  return std::move(builder).build();
}

/// The files of a folder and of those in it. What cannot be listed, links to folders and what is no file are told and left out.
class PictureFiles {
 public:
  PictureFiles(const Program& program, const std::string& folder) : program_(program) {
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) add(entry);
    if (failed) {
      const bool absent = failed == std::errc::no_such_file_or_directory;
      throw Failure{Error{absent ? ErrorCode::not_found : ErrorCode::storage, failed.message(), {}}.in_file(folder)};
    }
    std::sort(paths_.begin(), paths_.end());
  }

  std::vector<std::string> take() { return std::move(paths_); }

 private:
  void add(const std::filesystem::directory_entry& entry) {
    std::error_code failed;
    const auto status = entry.status(failed);
    if (std::filesystem::is_regular_file(status)) return paths_.push_back(entry.path().string());
    if (!std::filesystem::is_directory(status))
      return leave_out(entry, failed ? failed.message() : program_.say({"既非文件也非文件夹", "neither a file nor a folder"}));
    if (entry.is_symlink(failed)) return leave_out(entry, program_.say({"指向文件夹的链接，未跟随", "a link to a folder, which is not followed"}));
    for (const auto& inner : std::filesystem::directory_iterator(entry.path(), failed)) add(inner);
    if (failed) leave_out(entry, failed.message());
  }

  void leave_out(const std::filesystem::directory_entry& entry, const std::string& reason) { remark(program_, visible(entry.path().string() + ": " + reason)); }

  const Program& program_;
  std::vector<std::string> paths_;
};

CandidateIndex indexed_logos(const Program& program, const std::string& folder) {
  const auto paths = PictureFiles(program, folder).take();
  const Fingerprinter fingerprinter = opencv_fingerprinter(LogoUse::keeping, program.limits.image);
  const Progress progress = progress_bar(program, program.say({"建立索引", "indexing"}), program.say({"幅图样", "pictures"}));
  IndexBuilder builder;
  for (std::size_t row = 0; row < paths.size(); ++row) {
    if (!progress.advance(row, paths.size())) throw Failure{{ErrorCode::cancelled, "interrupted", {}}};
    const auto fingerprint = [&]() -> Result<Fingerprint> {
      try {
        return fingerprinter(read_image(program, paths[row]));
      } catch (const Failure& failure) {
        return failure.error;
      }
    }();
    if (!fingerprint) {
      remark(program, to_string(fingerprint.error().in_file(paths[row]), program.language));
    } else {
      builder.add({row + 1}, need(make_subject("", *fingerprint)), {}, paths[row]);
    }
  }
  return std::move(builder).build();
}

struct SearchRequest {
  std::string index, queries;
  std::vector<std::string> query, classes, groups, statuses, vienna;
  std::size_t top = 10;
  unsigned threads = 1;
  bool logos = false, exhaustive = false, stats = false, live = false;
};

SearchLimits limits_of(const Program& program, const SearchRequest& request) {
  SearchLimits limits;
  limits.top = request.top;
  limits.threads = request.threads;
  limits.method = request.exhaustive ? Method::exhaustive : Method::bounded;
  limits.dictionary = dictionary_of(program);
  for (const std::string& text : request.classes) limits.classes.insert(need(NiceClass::parse(text)));
  for (const std::string& text : request.groups) limits.groups.push_back(need(SimilarGroup::parse(text)));
  for (const std::string& text : request.statuses) limits.statuses.push_back(need(parse_status(text)));
  for (const std::string& text : request.vienna) limits.vienna.push_back(need(ViennaCode::parse(text)));
  if (request.live) limits.standing_on = as_of(program);
  if (limits.classes.empty()) {
    for (const SimilarGroup group : limits.groups) limits.classes.insert(group.nice_class());
  }
  return limits;
}

/// What ranks a candidate, in words.
Bilingual reason_of(const Candidate& candidate) {
  if (!candidate.way) return candidate.scores.logo ? Bilingual{"图形", "picture"} : Bilingual{"文字相同", "same words"};
  switch (*candidate.way) {
    case Likeness::characters_look: return {"汉字字形", "look of characters"};
    case Likeness::characters_sound: return {"汉字读音", "sound of characters"};
    case Likeness::characters_mixed: return {"汉字形音", "look and sound of characters"};
    case Likeness::characters_part: return {"汉字包含或倒置", "characters contained or in another order"};
    case Likeness::letters_look: return {"字母字形", "look of letters"};
    case Likeness::letters_sound: return {"字母读音", "sound of letters"};
    case Likeness::letters_mixed: return {"字母形音", "look and sound of letters"};
    case Likeness::letters_part: return {"字母包含或倒置", "letters contained or in another order"};
    case Likeness::across_sound: return {"汉字与字母同音", "characters and letters of one sound"};
    case Likeness::meaning: return {"含义", "meaning"};
  }
  return {};
}

using Milliseconds = std::chrono::duration<double, std::milli>;

/// The query made comparable, or the reason it cannot be.
Result<Subject> query_subject(const Program& program, const std::string& query, bool logos) {
  if (!logos) return make_subject(query, {}, program.limits.text);
  const Fingerprinter fingerprinter = opencv_fingerprinter(LogoUse::asking, program.limits.image);
  try {
    auto fingerprint = fingerprinter(read_image(program, query));
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
      : program_(program), request_(request), limits_(limits_of(program, request)),
        format_(format_of(program, "text tsv", on_terminal(1) ? Format::text : Format::tsv)), index_(need(CandidateIndex::open(request.index))) {
    if (!limits_.groups.empty() && !index_.groups_known())
      remark(program, program.say({"索引未记录类似群，仅按类别筛选", "the index knows no similar groups: filtered by class alone"}));
    if ((limits_.standing_on || !limits_.statuses.empty()) && !index_.standings_known())
      remark(program, program.say({"索引未记录法律状态", "the index knows no status of any mark"}));
    if (!limits_.vienna.empty() && !index_.vienna_known())
      remark(program, program.say({"索引未记录图形要素", "the index knows no Vienna codes of any mark"}));
    if (request.logos && !index_.pictures_known()) remark(program, program.say({"索引中没有图样", "the index holds no pictures"}));
  }

  int run() {
    constexpr std::size_t queries_a_block = 256;
    std::vector<std::string> queries = request_.query;
    if (!request_.queries.empty()) {
      for (std::string& line : lines_of(read_file(request_.queries, source_bytes))) queries.push_back(std::move(line));
    }
    for (std::span<const std::string> rest = queries; !rest.empty(); rest = rest.subspan(std::min(queries_a_block, rest.size())))
      search(rest.first(std::min(queries_a_block, rest.size())));
    if (request_.stats) stats();
    return done;
  }

 private:
  struct Query {
    const std::string* text;
    double milliseconds;   // that it took to make it comparable
  };

  void search(std::span<const std::string> texts) {
    std::vector<Query> queries;
    std::vector<Subject> subjects;
    for (const std::string& text : texts) {
      const auto start = std::chrono::steady_clock::now();
      auto subject = query_subject(program_, text, request_.logos);
      if (!subject || subject->empty()) {
        const Error error = subject ? Error{ErrorCode::invalid_text, "nothing to search for", {}} : subject.error();
        const std::string said = error.where.file.empty() ? text + ": " : "";
        std::fprintf(stderr, "%s\n", visible(said + to_string(error, program_.language)).c_str());
        continue;
      }
      subjects.push_back(*std::move(subject));
      queries.push_back({&text, Milliseconds(std::chrono::steady_clock::now() - start).count()});
    }
    const Progress progress([](auto, auto) { return !was_interrupted(); });
    const auto take = [&](const Found& found) {
      times_.push_back(queries[found.subject].milliseconds + found.milliseconds);
      show(*queries[found.subject].text, subjects[found.subject], found.candidates);
    };
    if (subjects.size() == 1) {
      const auto start = std::chrono::steady_clock::now();
      auto candidates = need(index_.find(subjects.front(), limits_, progress));
      take({0, std::move(candidates), Milliseconds(std::chrono::steady_clock::now() - start).count()});
    } else {
      need(index_.find_each(subjects, limits_, take, progress));
    }
  }

  void show(const std::string& query, const Subject& subject, const std::vector<Candidate>& found) const {
    if (format_ == Format::text) return print(query + "\n" + (request_.logos ? pictures_table(subject, found) : names_table(found)) + "\n");
    std::string text;
    for (std::size_t place = 0; place < found.size(); ++place) {
      const Candidate& candidate = found[place];
      text += query + "\t" + std::to_string(place + 1) + "\t" + std::string(index_.label(candidate.id)) + "\t" +
              score_text(request_.logos ? candidate.scores.overall : candidate.rank) + "\n";
    }
    print(text);
  }

  static std::string brief(float score) { return score_text(score).substr(0, 4); }

  std::string names_table(const std::vector<Candidate>& found) const {
    std::vector<std::vector<std::string>> rows;
    for (const Candidate& candidate : found)
      rows.push_back({std::to_string(rows.size() + 1), std::string(index_.label(candidate.id)), brief(candidate.rank), brief(candidate.scores.overall),
                      brief(candidate.scores.appearance), brief(candidate.scores.sound), brief(candidate.scores.meaning), program_.say(reason_of(candidate))});
    return to_table({"", program_.say({"名称", "name"}), program_.say({"稀有度", "rank"}), program_.say({"总分", "overall"}),
                     program_.say({"字形", "appearance"}), program_.say({"读音", "sound"}), program_.say({"含义", "meaning"}),
                     program_.say({"由", "found by"})}, rows);
  }

  /// With the views that matched, and how.
  std::string pictures_table(const Subject& subject, const std::vector<Candidate>& found) const {
    std::vector<std::vector<std::string>> rows;
    for (const Candidate& candidate : found) {
      const auto picture = index_.picture(candidate.id);
      rows.push_back({std::to_string(rows.size() + 1), std::string(index_.label(candidate.id)), brief(candidate.scores.overall),
                      picture && subject.logo ? program_.say(sentence_of(picture_evidence(*subject.logo, *picture))) : ""});
    }
    return to_table({"", program_.say({"图样", "picture"}), program_.say({"分值", "score"}), program_.say({"相近之处", "what matched"})}, rows);
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
  SearchLimits limits_;
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
    command->add_option("--threads", given->threads, "Threads: that many queries at once; for a single query, parts of it")
        ->check(CLI::Range(1, 256))->capture_default_str();
    command->add_option("--class", given->classes, "Only marks of these classes, and of any class (an R.index knows classes)")->delimiter(',');
    command->add_option("--group", given->groups, "Only marks with goods of these similar groups, e.g. 2501, or whose groups are not known")
        ->delimiter(',');
    command->add_flag("--live", given->live, "Only rights that are not dead on the as-of date (an R.index knows)");
    command->add_option("--status", given->statuses, "Only records in one of these states, e.g. registered,published")->delimiter(',');
    command->add_option("--vienna", given->vienna, "Only marks recorded to depict one of these Vienna codes 图形要素, e.g. 5.3.11, or 5.3 for all below it")
        ->delimiter(',');
    command->add_flag("--logos", given->logos, "The index holds logos");
    command->add_flag("--exhaustive", given->exhaustive, "Score every entry: slow, to check the search by; the same rows");
    command->add_flag("--stats", given->stats, "Times and sizes as the last line of stderr");
    command->footer("Rows are ranked by how rare it is, among the names of the index, to be so alike: in the look of characters, their sound,\n"
                    "letters, across scripts, or in meaning, each by itself, so that a flood of homophones hides no look-alike. The same\n"
                    "words rank 1; one name in a million about 0.5.\n"
                    "With --format tsv: query, place, name, rank; as it is when the output is no terminal.\n"
                    "Pictures are ranked by a score of their own, 1 for the same picture; beside it stands which parts matched, and how.\n\n"
                    "  marque index names.txt -o names.index\n"
                    "  marque search names.index 海门山羊 --top 20\n"
                    "  marque search names.index --queries new.txt --top 50 --threads 2 > hits.tsv\n"
                    "  marque search register.marque.index 海门山羊 --class 25 --live\n"
                    "  marque index pictures/ --logos -o logos.index\n"
                    "  marque search logos.index --logos emblem.png");
    command->callback([&program, chosen, given] {
      if (given->query.empty() && given->queries.empty()) throw CLI::RequiredError("QUERY or --queries");
      chosen([&program, given] { return SearchRun(program, *given).run(); });
    });
  }
}

}  // namespace marque::cli
