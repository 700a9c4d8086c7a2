// Times the exact scans under the search of words, for every instruction set of this machine.
//
//   scan_bench NAMES-ZH.txt NAMES-LATIN.txt [ROWS-IN-MILLIONS [QUERIES]]
//
// Each file has one name a line. The tables are filled up to the given number of rows (10) by recombining the names,
// seeded; the queries (200) are names of the files. Prints for each share of likeness the median and the 95th
// percentile of the processor time of one query on one thread, the share of blocks read, what was read, and the rows
// that were checked and found.

#include <time.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "marque/scoring/comparable_name.hpp"
#include "scoring/characters.hpp"
#include "search/character_table.hpp"
#include "search/letter_table.hpp"
#include "search/letter_walk.hpp"
#include "text/character_code.hpp"

using namespace marque;

namespace {

using Text = std::u32string;

/// What this thread has used of its processor.
double processor_ms() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double at(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/// A line of valid UTF-8.
Text decoded(std::string_view line) {
  Text text;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) text += byte;
    else if (byte < 0xC0) text.back() = text.back() << 6 | (byte & 0x3Fu);
    else text += byte < 0xE0 ? byte & 0x1Fu : byte < 0xF0 ? byte & 0x0Fu : byte & 0x07u;
  }
  return text;
}

std::vector<Text> read_names(const char* path) {
  std::vector<Text> names;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) names.push_back(decoded(line));
  }
  return names;
}

/// Name after name; once they are used up, the front of one with the back of another.
class Recombined {
 public:
  explicit Recombined(const std::vector<Text>& names) : names_(names) {}

  Text next() {
    if (given_ < names_.size()) return names_[given_++];
    const Text &front = names_[random_() % names_.size()], &back = names_[random_() % names_.size()];
    const std::size_t head = (front.size() + 1) / 2, tail = back.size() / 2;
    return front.substr(0, head) + back.substr(back.size() - tail);
  }

 private:
  const std::vector<Text>& names_;
  std::size_t given_ = 0;
  std::mt19937 random_{5};
};

std::vector<Text> draw_queries(const std::vector<Text>& names, std::size_t count, std::size_t shortest, std::size_t longest) {
  std::vector<Text> queries;
  std::mt19937 random(7);
  while (queries.size() < count) {
    const Text& name = names[random() % names.size()];
    if (name.size() >= shortest && name.size() <= longest) queries.push_back(name);
  }
  return queries;
}

/// Least measures that stay.
struct CountingSink : ScanSink {
  std::vector<std::optional<unsigned>> least_of;
  std::optional<unsigned> least(std::size_t length) override {
    return length < least_of.size() ? least_of[length] : std::nullopt;
  }
  void take(std::span<const TableHit>) override {}
};

/// The times and counts of a series of queries.
struct Series {
  std::vector<double> times;
  ScanCount total;

  void add(double time, const ScanCount& count) {
    times.push_back(time);
    total.blocks += count.blocks;
    total.read += count.read;
    total.bytes += count.bytes;
    total.survivors += count.survivors;
    total.hits += count.hits;
  }

  void print(const char* what, float share, Isa isa) const {
    const auto queries = static_cast<double>(times.size());
    double sum = 0;
    for (const double time : times) sum += time;
    std::printf("%-10s %.2f %-8s p50 %6.2f ms  p95 %6.2f ms  ", what, static_cast<double>(share), name_of(isa), at(times, 0.5),
                at(times, 0.95));
    std::printf("blocks in reach %7.0f, read %4.1f %%  %5.1f MB, %4.1f GB/s  checked %7.0f  found %6.0f\n",
                static_cast<double>(total.blocks) / queries,
                100 * static_cast<double>(total.read) / static_cast<double>(std::max<std::uint64_t>(total.blocks, 1)),
                static_cast<double>(total.bytes) / queries / 1e6, static_cast<double>(total.bytes) / sum / 1e6,
                static_cast<double>(total.survivors) / queries, static_cast<double>(total.hits) / queries);
  }
};

std::vector<Isa> usable_isas() {
  std::vector<Isa> isas;
  for (const Isa isa : {Isa::avx512, Isa::avx2, Isa::portable}) {
    if (isa <= best_isa()) isas.push_back(isa);
  }
  return isas;
}

void print_table(const char* what, std::size_t rows, double build_ms, std::size_t bytes) {
  std::printf("%s: %zu rows built at %.1f M/s, %.1f bytes a row\n", what, rows, static_cast<double>(rows) / build_ms / 1000,
              static_cast<double>(bytes) / static_cast<double>(rows));
}

/// Lengths by their distance from that of the query, the shorter of two first.
std::vector<std::size_t> nearest_first(std::vector<std::size_t> lengths, std::size_t own) {
  std::stable_sort(lengths.begin(), lengths.end(), [&](std::size_t a, std::size_t b) {
    return std::max(a, own) - std::min(a, own) < std::max(b, own) - std::min(b, own);
  });
  return lengths;
}

void characters(const std::vector<Text>& names, std::size_t rows, std::size_t queries) {
  CharacterTableBuilder builder;
  Recombined recombined(names);
  std::vector<std::uint16_t> codes;
  for (std::uint32_t row = 0; row < rows; ++row) {
    codes.clear();
    for (const char32_t character : recombined.next()) codes.push_back(character_code(character));
    builder.add(row, codes);
  }
  std::vector<std::uint8_t> sound, shape;
  for (std::size_t code = 0; code < character_codes(); ++code) {
    sound.push_back(sound_class(static_cast<std::uint16_t>(code)));
    shape.push_back(shape_class(static_cast<std::uint16_t>(code)));
  }
  const auto start = processor_ms();
  const auto bytes = builder.build({sound, shape});
  print_table("characters", rows, processor_ms() - start, bytes.size());
  builder = {};
  const auto table = CharacterTable::open(bytes);
  if (!table) return;

  struct Query {
    std::size_t length;
    std::vector<std::uint8_t> best;
    std::array<CountingSink, 3> sinks;
  };
  constexpr std::array<float, 3> shares{0.80f, 0.85f, 0.90f};
  std::vector<Query> prepared;
  for (const Text& text : draw_queries(names, queries, 2, 6)) {
    CharacterMatcher matcher(text);
    matcher.prepare();
    std::vector<std::uint8_t> best(matcher.laid_out());
    matcher.raise_to({~std::uint64_t{0}, true}, best);
    Query query{text.size(), std::move(best), {}};
    for (std::size_t i = 0; i < shares.size(); ++i) {
      for (std::size_t length = 0; length < 32; ++length)
        query.sinks[i].least_of.push_back(matcher.least_sum({shares[i], shares[i], shares[i], shares[i]}, length));
    }
    prepared.push_back(std::move(query));
  }
  for (std::size_t i = 0; i < shares.size(); ++i) {
    for (const Isa isa : usable_isas()) {
      Series series;
      for (Query& query : prepared) {
        const auto lengths = nearest_first(table->lengths(), query.length);
        const auto begin = processor_ms();
        const ScanCount count = table->scan(query.best, lengths, query.sinks[i], isa);
        series.add(processor_ms() - begin, count);
      }
      series.print("characters", shares[i], isa);
    }
  }
}

Text lower(Text text) {
  for (char32_t& letter : text) letter = letter >= U'A' && letter <= U'Z' ? letter - U'A' + U'a' : letter;
  std::erase(text, U' ');
  return text;
}

struct CountingLetterSink : marque::LetterSink {
  int wanted = 0;
  ScanCount count;
  int least(std::size_t) override { return wanted; }
  void take(std::span<const std::uint32_t> rows) override { count.hits += rows.size(); }
};

void letters(const std::vector<Text>& names, std::size_t rows, std::size_t queries, LetterView view) {
  const auto text_of = [&](const Text& name) { return view == LetterView::look ? lower(name) : phones_of(lower(name)); };
  LetterTableBuilder builder(view);
  Recombined recombined(names);
  for (std::uint32_t row = 0; row < rows; ++row) builder.add(row, text_of(recombined.next()));
  const auto start = processor_ms();
  const auto bytes = builder.build();
  const char* const what = view == LetterView::look ? "letters" : "phones";
  print_table(what, rows, processor_ms() - start, bytes.size());
  builder = LetterTableBuilder(view);
  const auto table = LetterTable::open(view, bytes);
  if (!table) return;
  for (const float share : {0.75f, 0.80f, 0.85f, 0.90f}) {
    Series series;
    for (const Text& name : draw_queries(names, queries, 4, 12)) {
      const Text text = text_of(name);
      CountingLetterSink sink;
      sink.wanted = static_cast<int>(share * 255);
      const auto lengths = nearest_first(table->lengths(), letter_units(view, text));
      const auto begin = processor_ms();
      table->scan(text, lengths, sink);
      series.add(processor_ms() - begin, sink.count);
    }
    series.print(what, share, best_isa());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("scan_bench NAMES-ZH.txt NAMES-LATIN.txt [ROWS-IN-MILLIONS [QUERIES]]\n", stderr);
    return 2;
  }
  const auto rows = static_cast<std::size_t>((argc > 3 ? std::atof(argv[3]) : 10.0) * 1e6);
  const std::size_t queries = argc > 4 ? static_cast<std::size_t>(std::atoi(argv[4])) : 200;
  const auto chinese = read_names(argv[1]), latin = read_names(argv[2]);
  if (rows == 0 || queries == 0 || chinese.empty() || latin.empty()) return 2;
  characters(chinese, rows, queries);
  letters(latin, rows, queries, LetterView::look);
  letters(latin, rows, queries, LetterView::sound);
}
