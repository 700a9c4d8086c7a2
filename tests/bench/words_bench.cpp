// Speed and size of the search among words:
//
//     words_bench ZH_NAMES LATIN_NAMES [--marks N] [--queries N] [--batch N] [--threads N] [--check N] [--file PATH]
//                 [--dictionary FILE] [--simd portable|avx2|avx512] [--tsv]
//
// The index holds N marks (1,000,000 unless told) made from the names (words_marks.hpp); the queries are further ones,
// which it does not hold. Queries, pairs and scans run on one thread; batches, and what says so, on --threads (2). Pairs
// and scans are given in processor time, queries on one thread in that, too.
// --check N searches N queries again by scoring every mark, and counts what was missed. --file keeps the saved
// index. FILE is a Chinese–English dictionary (text/dictionary.hpp) that queries and batches use.
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "marque/scoring/evidence.hpp"
#include "marque/scoring/scorer.hpp"
#include "marque/search/candidate_index.hpp"
#include "reference/bit_parallel_ratio.hpp"
#include "search/index_file.hpp"
#include "search/simd.hpp"
#include "words_data.hpp"
#include "words_dictionary.hpp"
#include "words_marks.hpp"
#include "words_names.hpp"
#include "words_output.hpp"
#include "words_statistics.hpp"

using namespace bench;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t chunk = 65536;          // marks prepared at a time
constexpr std::size_t scanned = 200'000;      // names of the scans that score every one
constexpr std::size_t scanning_queries = 20;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Processor time of all threads: what work on one thread takes, however busy the machine is with other work.
double processor_milliseconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
}

struct Files {
  std::string chinese, latin, index, dictionary;
};

struct Settings {
  Files files;
  std::size_t marks = 1'000'000, queries = 1000, batch = 10'000, check = 0;
  unsigned threads = 2;
  Layout layout = Layout::aligned;
};

const char* level_of(marque::Isa isa) {
  return isa == marque::Isa::avx512 ? "avx512" : isa == marque::Isa::avx2 ? "avx2" : "portable";
}

[[noreturn]] void usage() {
  std::fputs(
      "usage: words_bench ZH_NAMES LATIN_NAMES [--marks N] [--queries N] [--batch N] [--threads N] [--check N]\n"
      "                   [--file PATH] [--dictionary FILE] [--simd portable|avx2|avx512] [--tsv]\n",
      stderr);
  std::exit(2);
}

marque::Isa isa_named(std::string_view name) {
  for (const marque::Isa isa : {marque::Isa::portable, marque::Isa::avx2, marque::Isa::avx512}) {
    if (name == level_of(isa)) return isa;
  }
  usage();
}

Settings settings_from(int argc, char** argv) {
  Settings settings;
  const auto number = [](auto& to) {
    using Number = std::decay_t<decltype(to)>;
    return [&to](const char* value) { to = static_cast<Number>(std::strtoull(value, nullptr, 10)); };
  };
  const std::map<std::string_view, std::function<void(const char*)>> values{
      {"--marks", number(settings.marks)}, {"--queries", number(settings.queries)}, {"--batch", number(settings.batch)},
      {"--check", number(settings.check)}, {"--threads", number(settings.threads)},
      {"--file", [&](const char* value) { settings.files.index = value; }},
      {"--dictionary", [&](const char* value) { settings.files.dictionary = value; }},
      {"--simd", [](const char* value) { marque::use_at_most(isa_named(value)); }}};
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (const auto value = values.find(argument); value != values.end() && i + 1 < argc) {
      value->second(argv[++i]);
    } else if (argument == "--tsv") {
      settings.layout = Layout::tsv;
    } else if (argument.starts_with("--") || !settings.files.latin.empty()) {
      usage();
    } else {
      (settings.files.chinese.empty() ? settings.files.chinese : settings.files.latin) = argument;
    }
  }
  if (settings.files.latin.empty()) usage();
  return settings;
}

/// Work by number, shared among threads.
void in_parallel(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto loop = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(loop);
  loop();
  for (std::thread& other : others) other.join();
}

std::vector<marque::Subject> subjects(const MadeMarks& made, std::uint64_t first, std::size_t count, unsigned threads) {
  std::vector<marque::Subject> prepared(count);
  constexpr std::size_t piece = 256;
  in_parallel(threads, (count + piece - 1) / piece, [&](std::size_t number) {
    for (std::size_t i = number * piece; i < std::min(count, (number + 1) * piece); ++i)
      prepared[i] = marque::make_subject(made.mark(first + i)).value_or(marque::Subject{});
  });
  return prepared;
}

/// Figures in the order they are taken.
class Report {
 public:
  explicit Report(std::string title) : table_{std::move(title), {"figure", "value", "to reach"}, {}} {}

  void add(const std::string& figure, const std::string& value, const std::string& reach = "") {
    table_.rows.push_back({figure, value, reach});
  }
  void add_times(const std::string& figure, const std::vector<double>& milliseconds, const std::string& reach = "") {
    add(figure, "p50 " + fixed(percentile(milliseconds, 0.5), 3) + " ms, p95 " +
                    fixed(percentile(milliseconds, 0.95), 3) + " ms",
        reach);
  }
  void print(Layout layout) const { table_.print(layout); }

 private:
  Table table_;
};

std::string rate(std::size_t count, double milliseconds) {
  return fixed(static_cast<double>(count) / milliseconds / 1000, 3) + " M marks/s";
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::string bytes_a_mark(std::size_t bytes, const Settings& settings) {
  return fixed(static_cast<double>(bytes) / static_cast<double>(settings.marks), 1) + " bytes a mark";
}

/// What each view takes in a saved index.
void report_views(const std::string& path, const Settings& settings, Report& report) {
  using marque::layout::Section;
  struct View {
    const char* name;
    std::vector<Section> sections;
  };
  const View views[] = {{"names: classes, where the texts lie", {Section::names}},
                        {"names: ids", {Section::ids}},
                        {"texts", {Section::texts}},
                        {"same words", {Section::skeleton_starts, Section::skeleton_rows}},
                        {"characters by look and sound", {Section::characters}},
                        {"letters by look", {Section::letters_look}},
                        {"letters by sound", {Section::letters_sound}},
                        {"across scripts", {Section::across}},
                        {"meaning", {Section::meaning_starts, Section::meaning_entries}}};
  const auto file = marque::MappedFile::open(path);
  if (!file) return;
  const auto parts = marque::read_parts(file->bytes());
  if (!parts) return;
  for (const View& view : views) {
    std::size_t bytes = 0;
    for (const marque::Segment& part : parts->segments) {
      for (const Section section : view.sections) bytes += part.bytes(section).size();
    }
    report.add(std::string("view: ") + view.name, bytes_a_mark(bytes, settings), "<= 16 bytes a mark and view");
  }
}

/// How fast marks become subjects, which a search asks by.
void time_subjects(const MadeMarks& made, const Settings& settings, Report& report) {
  const std::size_t count = std::min(chunk, settings.marks);
  const auto start = Clock::now();
  subjects(made, 0, count, settings.threads);
  report.add("names made into subjects, " + std::to_string(settings.threads) + " threads", rate(count, milliseconds_since(start)));
}

marque::CandidateIndex built(const MadeMarks& made, const Settings& settings, Report& report) {
  double adding = 0, processor = 0;
  marque::IndexBuilder builder;
  std::vector<std::string> lines;
  std::vector<marque::WrittenName> names;
  for (std::size_t first = 0; first < settings.marks; first += chunk) {
    lines.clear();
    names.clear();
    for (std::size_t i = first; i < std::min(first + chunk, settings.marks); ++i) lines.push_back(made.mark(i));
    for (const std::string& line : lines) names.push_back({{first + names.size() + 1}, line});
    const auto start = Clock::now();
    const std::clock_t processor_start = std::clock();
    builder.add_each(names, {}, settings.threads);
    adding += milliseconds_since(start);
    processor += processor_milliseconds_since(processor_start);
  }
  const auto start = Clock::now();
  const std::clock_t processor_start = std::clock();
  marque::CandidateIndex index = std::move(builder).build(settings.threads);
  const double building = milliseconds_since(start);
  const double processor_building = processor_milliseconds_since(processor_start);
  const auto microseconds_a_mark = [&](double milliseconds) {
    return fixed(milliseconds * 1000 / static_cast<double>(settings.marks), 3) + " us a mark";
  };
  report.add("index build: adding lines of text", rate(settings.marks, adding));
  report.add("the same, processor time of all threads", microseconds_a_mark(processor));
  report.add("index build: building", rate(settings.marks, building));
  report.add("the same, processor time of all threads", microseconds_a_mark(processor_building));
  report.add("index build from lines of text, " + std::to_string(settings.threads) + " threads", rate(settings.marks, adding + building),
             ">= 1 M marks/s, 2 cores");
  report.add("touched by searches, all views together", bytes_a_mark(index.resident_bytes(), settings));
  report.add("peak memory of this program", fixed(peak_megabytes(), 0) + " MB");
  return index;
}

marque::CandidateIndex reopened(marque::CandidateIndex index, const Settings& settings, Report& report) {
  const bool keep = !settings.files.index.empty();
  const std::string path =
      keep ? settings.files.index : (std::filesystem::temp_directory_path() / "words_bench.index").string();
  auto start = Clock::now();
  const auto saved = index.save(path);
  if (!saved) {
    std::fprintf(stderr, "%s\n", saved.error().message.c_str());
    std::exit(1);
  }
  const double saving = milliseconds_since(start);
  const auto size = static_cast<double>(std::filesystem::file_size(path));
  report.add("saving",
             fixed(saving, 0) + " ms, " + fixed(size / static_cast<double>(settings.marks), 1) + " bytes a mark");
  start = Clock::now();
  auto opened = marque::CandidateIndex::open(path);
  report.add("opening", fixed(milliseconds_since(start), 2) + " ms", "<= 100 ms at 10 M");
  report_views(path, settings, report);
  if (!keep) std::filesystem::remove(path);
  return opened ? std::move(*opened) : std::move(index);
}

void time_queries(const marque::CandidateIndex& index, const std::vector<marque::Subject>& queries,
                  const marque::SearchLimits& usual, const Settings& settings, Report& report) {
  for (const unsigned threads : std::set<unsigned>{1, settings.threads}) {
    std::vector<double> all, chinese, letters, processor, chinese_processor;
    for (const marque::Subject& query : queries) {
      marque::SearchLimits limits = usual;
      limits.threads = threads;
      const auto start = Clock::now();
      const std::clock_t processor_start = std::clock();
      const auto found = index.find(query, limits);
      all.push_back(milliseconds_since(start));
      processor.push_back(processor_milliseconds_since(processor_start));
      (query.comparable.han.empty() ? letters : chinese).push_back(all.back());
      if (!query.comparable.han.empty()) chinese_processor.push_back(processor.back());
      if (!found) std::exit(1);
    }
    const std::string on = " query, " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
    report.add_times("Chinese" + on, chinese);
    report.add_times("Latin" + on, letters);
    report.add_times("any" + on, all, threads == 1 ? "10 M, AVX-512: <= 5, 10 ms" : "50 M: p50 <= 15 ms");
    if (threads > 1) continue;
    report.add_times("Chinese" + on + ", processor time", chinese_processor);
    report.add_times("any" + on + ", processor time", processor);
  }
}

void time_batch(const marque::CandidateIndex& index, const std::vector<marque::Subject>& marks,
                marque::SearchLimits limits, unsigned threads, Report& report) {
  limits.threads = threads;
  const auto start = Clock::now();
  if (!index.find_each(marks, limits, [](const marque::Found&) {})) std::exit(1);
  report.add("batch of " + std::to_string(marks.size()) + ", " + std::to_string(threads) + " threads",
             fixed(static_cast<double>(marks.size()) / milliseconds_since(start) * 1000, 0) + " marks/s",
             ">= 1000 marks/s at 10 M");
}

/// Nanoseconds that one of the names takes, over all queries.
template <class Query>
double nanoseconds_a_name(const std::vector<marque::Subject>& queries, const NamePool& names, Query&& query) {
  double sum = 0;
  const std::clock_t start = std::clock();
  for (const marque::Subject& one : queries) sum += query(one);
  const double taken = processor_milliseconds_since(start);
  if (sum < 0) std::puts("");  // the sum is used, so that the work is done
  return taken * 1e6 / static_cast<double>(queries.size() * names.size());
}

void time_scans(const std::vector<marque::Subject>& queries, const NamePool& names, Report& report) {
  const double ours = nanoseconds_a_name(queries, names, [&](const marque::Subject& query) {
    marque::Scorer scorer(query);
    double sum = 0;
    for (std::size_t i = 0; i < names.size(); ++i)
      sum += static_cast<double>(scorer.score_words(names[i].view).overall);
    return sum;
  });
  const double ratio = nanoseconds_a_name(queries, names, [&](const marque::Subject& query) {
    const reference::BitParallelRatio against(query.comparable.view().skeleton.substr(0, 64));
    double sum = 0;
    for (std::size_t i = 0; i < names.size(); ++i) sum += static_cast<double>(against(names[i].view.skeleton));
    return sum;
  });
  report.add("one-pair score without evidence, in a scan", fixed(ours / 1000, 4) + " us", "<= 0.1 us");
  report.add("baseline: rapidfuzz-style ratio, in a scan", fixed(ratio / 1000, 4) + " us");
  report.add("baseline: scoring every mark, 10 M", fixed(ours * 10, 0) + " ms a query, extrapolated");
}

void time_pairs(const std::vector<marque::Subject>& marks, Report& report) {
  std::size_t pieces = 0;
  std::clock_t start = std::clock();
  for (std::size_t i = 1; i < marks.size(); ++i) pieces += marque::score(marks[i - 1], marks[i]).overall > 2 ? 1u : 0u;
  const double alone = processor_milliseconds_since(start) * 1000 / static_cast<double>(marks.size() - 1);
  start = std::clock();
  for (std::size_t i = 1; i < marks.size(); ++i) {
    pieces += marque::score(marks[i - 1], marks[i]).overall > 2 ? 1u : 0u;
    pieces += marque::explain(marks[i - 1], marks[i]).size();
  }
  const double explained = processor_milliseconds_since(start) * 1000 / static_cast<double>(marks.size() - 1);
  report.add("one-pair score without evidence, each pair anew", fixed(alone, 3) + " us");
  report.add("one-pair score with evidence", fixed(explained, 3) + " us", "<= 20 us");
  if (pieces == 0) report.add("evidence", "none at all");
}

void check(const marque::CandidateIndex& index, const std::vector<marque::Subject>& queries,
           const marque::SearchLimits& usual, const Settings& settings, Report& report) {
  const auto found_by = [&](const marque::Subject& query, marque::Method method) {
    marque::SearchLimits limits = usual;
    limits.method = method;
    return index.find(query, limits).value_or(std::vector<marque::Candidate>{});
  };
  std::atomic<std::size_t> rows = 0, missing = 0;
  in_parallel(settings.threads, std::min(settings.check, queries.size()), [&](std::size_t i) {
    const auto found = found_by(queries[i], marque::Method::bounded);
    const auto expected = found_by(queries[i], marque::Method::exhaustive);
    rows += expected.size();
    for (const marque::Candidate& candidate : expected)
      missing += std::find(found.begin(), found.end(), candidate) == found.end() ? 1u : 0u;
  });
  report.add("exactness: rows missing of the exhaustive search's",
             std::to_string(missing) + " of " + std::to_string(rows), "0");
}

}  // namespace

int main(int argc, char** argv) {
  const Settings settings = settings_from(argc, argv);
  const std::vector<std::string> chinese = read_names(settings.files.chinese), latin = read_names(settings.files.latin);
  const MadeMarks made(chinese, latin);
  std::printf("%s\n", circumstances().c_str());
  Report report(std::to_string(settings.marks) + " marks, " + std::to_string(settings.queries) + " queries, " +
                marque::name_of(marque::best_isa()));
  time_subjects(made, settings, report);
  const marque::CandidateIndex index = reopened(built(made, settings, report), settings, report);

  const std::uint64_t fresh = std::max<std::uint64_t>(settings.marks, made.real());
  const auto queries = subjects(made, fresh, settings.queries, 1);
  marque::SearchLimits limits;
  limits.dictionary = dictionary_in(settings.files.dictionary);
  time_queries(index, queries, limits, settings, report);
  if (settings.batch > 0)
    time_batch(index, subjects(made, fresh, settings.batch, 1), limits, settings.threads, report);
  NamePool names(Peers::left_out);
  for (std::size_t i = 0; i < scanned; ++i) names.add(made.mark(fresh + i));
  const auto few = static_cast<std::ptrdiff_t>(std::min(scanning_queries, queries.size()));
  time_scans({queries.begin(), queries.begin() + few}, names, report);
  time_pairs(queries, report);
  if (settings.check > 0) check(index, queries, limits, settings, report);
  report.print(settings.layout);
}
