#include "search/gram_table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "marque/text/normalize.hpp"
#include "scoring/letters.hpp"
#include "table_scan_support.hpp"

using namespace marque;

namespace {

/// Names of few syllables and words, so that parts in common abound.
std::string made(std::mt19937& random) {
  static const std::vector<std::string> pieces{"nor", "vex", "til", "a", "ban", "eco", "the", "or", "no", "v", "e", "t", "men", "star", "horse"};
  std::string name;
  for (std::size_t count = 1 + random() % 4; count > 0; --count) {
    if (!name.empty() && random() % 4 == 0) name += ' ';
    name += pieces[random() % pieces.size()];
  }
  if (random() % 8 == 0) name += " dalmo tower";   // long beside what may begin its first word
  if (random() % 12 == 0) name += " ltd";
  if (random() % 40 == 0) name += std::string(70, 'n');
  return name;
}

ComparableName of(const std::string& name) { return comparable(*normalize(name)); }

std::vector<ComparableName> made_names(std::mt19937& random, std::size_t count) {
  std::vector<ComparableName> names;
  while (names.size() < count) names.push_back(of(made(random)));
  return names;
}

std::vector<std::byte> table_of(const std::vector<ComparableName>& names) {
  GramTableBuilder builder;
  for (std::size_t at = 0; at < names.size(); ++at) builder.add(static_cast<std::uint32_t>(at), names[at].view());
  return builder.build();
}

std::vector<std::uint32_t> scanned(const GramTable& table, const NameView& query, int wanted) {
  RecordingLetterSink sink;
  sink.wanted = wanted;
  table.scan(query, sink);
  std::sort(sink.rows.begin(), sink.rows.end());
  return sink.rows;
}

}  // namespace

TEST_CASE("a scan of parts finds every name that has a part in common that is great enough") {
  std::mt19937 random(GENERATE(range(1u, 9u)));
  const auto names = made_names(random, 900);
  const auto bytes = table_of(names);
  const auto table = GramTable::open(bytes);
  REQUIRE(table);
  std::size_t reached = 0, distinct = 0;
  for (int round = 0; round < 20; ++round) {
    const ComparableName query = round % 3 == 0 ? names[random() % names.size()] : of(made(random));
    const int wanted = static_cast<int>(144 + random() % 111);
    auto rows = scanned(*table, query.view(), wanted);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    distinct += rows.size();
    LetterMatcher matcher(query.view());
    for (std::uint32_t row = 0; row < names.size(); ++row) {
      if (names[row].latin == query.latin) continue;   // the same, which is found by its hash
      if (matcher.match(names[row].view()).part * 255 < static_cast<float>(wanted) - 0.5f) continue;
      ++reached;
      CAPTURE(row, wanted, query.words.size());
      REQUIRE(std::binary_search(rows.begin(), rows.end(), row));
    }
  }
  CHECK(reached > 100);
  CHECK(10 * distinct < 20u * names.size());   // up to one name in 13 is handed over here
}

TEST_CASE("a scan of parts finds every name of several words that has a distinctive one in common") {
  std::mt19937 random(GENERATE(range(1u, 5u)));
  const auto names = made_names(random, 900);
  const auto bytes = table_of(names);
  const auto table = GramTable::open(bytes);
  std::size_t met = 0;
  for (int round = 0; round < 60; ++round) {
    const ComparableName query = of(made(random) + " " + made(random));
    const auto rows = scanned(*table, query.view(), 254);
    const auto own = distinctive_words(query.view());
    for (std::uint32_t row = 0; row < names.size(); ++row) {
      const auto words = distinctive_words(names[row].view());
      if (names[row].latin == query.latin || std::find_first_of(own.begin(), own.end(), words.begin(), words.end()) == own.end()) continue;
      ++met;
      CAPTURE(row, query.words.size());
      REQUIRE(std::binary_search(rows.begin(), rows.end(), row));
    }
  }
  CHECK(met > 50);
}

TEST_CASE("a damaged table of parts is refused or scanned within its bytes") {
  std::mt19937 random(31);
  const auto whole = table_of(made_names(random, 300));
  const ComparableName query = of("norvex tilban");
  std::size_t refused = 0;
  for (int repeat = 0; repeat < 300; ++repeat) {
    auto bytes = whole;
    const std::size_t reach = repeat % 2 == 0 ? std::min<std::size_t>(bytes.size(), 300) : bytes.size();
    for (std::size_t flips = 1 + random() % 20; flips > 0; --flips) bytes[random() % reach] ^= static_cast<std::byte>(1u << random() % 8);
    if (repeat % 5 == 0) bytes.resize(random() % bytes.size());
    bytes.shrink_to_fit();
    const auto table = GramTable::open(bytes);
    refused += static_cast<std::size_t>(!table);
    if (table) scanned(*table, query.view(), 150);
  }
  CHECK(refused > 50);
}

TEST_CASE("names gathered in several pieces give the table that they give in one") {
  std::mt19937 random(4);
  const auto names = made_names(random, 300);
  std::vector<GramTableBuilder> pieces(4);   // the second stays empty
  for (std::size_t at = 0; at < names.size(); ++at) pieces[at < 100 ? 0 : at < 120 ? 2 : 3].add(static_cast<std::uint32_t>(at), names[at].view());
  CHECK(GramTableBuilder::build(pieces) == table_of(names));
}

TEST_CASE("the same names give the same table of parts, and none an empty one") {
  std::mt19937 random(3);
  const auto names = made_names(random, 50);
  CHECK(table_of(names) == table_of(names));
  const auto empty = GramTableBuilder().build();
  CHECK(GramTable::open(empty)->size() == 0);
  CHECK(scanned(*GramTable::open(empty), of("norvex").view(), 150).empty());
}
