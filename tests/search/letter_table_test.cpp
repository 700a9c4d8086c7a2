#include "search/letter_table.hpp"

#include <bit>
#include <catch2/catch.hpp>
#include <numeric>

#include "search/table_scan_support.hpp"

using namespace marque;

namespace {

struct Row {
  std::uint64_t signature = 0;
  std::uint8_t length = 0;
  std::uint32_t reference = 0;
};

/// Signatures as texts of letters have them: few bits, low ones more often than high ones.
std::uint64_t random_signature(std::mt19937& random) {
  std::uint64_t signature = 0;
  for (std::size_t bits = draw(random, 14); bits > 0; --bits) signature |= std::uint64_t{1} << draw(random, 1 + draw(random, 64));
  return signature;
}

std::vector<Row> random_rows(std::mt19937& random, std::size_t count, std::size_t lengths) {
  std::vector<Row> rows(count);
  for (Row& row : rows)
    row = {random_signature(random), static_cast<std::uint8_t>(draw(random, lengths)), static_cast<std::uint32_t>(random())};
  return rows;
}

std::vector<std::byte> table_of(const std::vector<Row>& rows) {
  LetterTableBuilder builder;
  for (const Row& row : rows) builder.add(row.reference, row.signature, row.length);
  return builder.build();
}

std::vector<TableHit> naive(const std::vector<Row>& rows, std::uint64_t query, const std::map<std::size_t, unsigned>& least) {
  std::vector<TableHit> hits;
  for (const Row& row : rows) {
    const auto common = static_cast<std::uint32_t>(std::popcount(row.signature & query));
    const auto bound = least.find(row.length);
    if (bound != least.end() && common >= bound->second) hits.push_back({row.reference, common});
  }
  sort_hits(hits);
  return hits;
}

}  // namespace

TEST_CASE("a scan of letters finds what a look at every row finds, whatever the instructions") {
  const Isa isa = GENERATE(from_range(usable_isas()));
  const auto [count, lengths] = GENERATE(table<std::size_t, std::size_t>(
      {{0, 1}, {1, 1}, {64, 1}, {65, 2}, {3000, 256}, {20000, 20}, {9000, 1}}));
  std::mt19937 random(static_cast<unsigned>(count + lengths));
  std::vector<std::size_t> order(258);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (int repeat = 0; repeat < 12; ++repeat) {
    const auto rows = random_rows(random, count, lengths);
    const auto bytes = table_of(rows);
    const auto table = LetterTable::open(bytes);
    REQUIRE(table);
    CHECK(table->size() == count);
    RecordingSink sink;
    for (std::size_t length = 0; length < lengths; ++length) {
      if (draw(random, 8) != 0) sink.least_of[length] = static_cast<unsigned>(draw(random, 8));
    }
    std::shuffle(order.begin(), order.end(), random);
    const std::uint64_t some = random_signature(random) | random_signature(random);
    const std::uint64_t query = repeat == 0 ? ~std::uint64_t{0} : repeat == 1 ? 0 : some;
    const ScanCount scanned = table->scan(query, order, sink, isa);
    sort_hits(sink.hits);
    REQUIRE(sink.hits == naive(rows, query, sink.least_of));
    CHECK(scanned.hits == sink.hits.size());
    CHECK(scanned.read <= scanned.blocks);
    CHECK(sink.largest <= scan_batch);
    CHECK_FALSE(sink.empty);
  }
}

TEST_CASE("every number of signatures up to three blocks is scanned to its last row") {
  const Isa isa = GENERATE(from_range(usable_isas()));
  std::mt19937 random(13);
  for (std::size_t count = 1; count <= 200; ++count) {
    const auto rows = random_rows(random, count, 1);
    const auto bytes = table_of(rows);
    RecordingSink sink;
    sink.least_of[0] = 2;
    const std::size_t lengths[] = {0};
    LetterTable::open(bytes)->scan(0xffff, lengths, sink, isa);
    sort_hits(sink.hits);
    REQUIRE(sink.hits == naive(rows, 0xffff, sink.least_of));
  }
}

TEST_CASE("a least number of common bits that rises during the scan drops only rows below it") {
  const Isa isa = GENERATE(from_range(usable_isas()));
  std::mt19937 random(7);
  auto rows = random_rows(random, 20000, 3);
  const auto bytes = table_of(rows);
  RecordingSink sink;
  sink.least_of = {{0, 0}, {1, 0}, {2, 0}};
  sink.rise = 1;
  const std::size_t lengths[] = {1, 0, 2};
  LetterTable::open(bytes)->scan(~std::uint64_t{0}, lengths, sink, isa);
  sort_hits(sink.hits);
  for (auto& [length, least] : sink.least_of) least += sink.risen;
  const auto last = naive(rows, ~std::uint64_t{0}, sink.least_of);
  CHECK(std::includes(sink.hits.begin(), sink.hits.end(), last.begin(), last.end(), earlier));
  CHECK(sink.hits.size() < rows.size() / 2);
  CHECK(sink.hits.size() > last.size());
}

TEST_CASE("signatures without a bit the query asks for are skipped by blocks") {
  std::vector<Row> rows;
  for (std::uint32_t i = 0; i < 64000; ++i) rows.push_back({(std::uint64_t{1} << 40 | 1) << i % 16, 5, i});
  const auto bytes = table_of(rows);
  RecordingSink sink;
  sink.least_of[5] = 2;
  const std::size_t lengths[] = {5};
  const ScanCount count = LetterTable::open(bytes)->scan((std::uint64_t{1} << 40 | 1) << 3, lengths, sink);
  CHECK(count.hits == 4000);
  CHECK(count.read < count.blocks / 10);
}

TEST_CASE("a damaged table of letters is refused or scanned within its bytes") {
  std::mt19937 random(31);
  const auto rows = random_rows(random, 700, 5);
  const auto whole = table_of(rows);
  std::size_t refused = 0;
  for (int repeat = 0; repeat < 600; ++repeat) {
    auto bytes = whole;
    const std::size_t reach = repeat % 2 == 0 ? std::min<std::size_t>(bytes.size(), 192) : bytes.size();
    for (std::size_t flips = 1 + draw(random, 20); flips > 0; --flips)
      bytes[draw(random, reach)] ^= static_cast<std::byte>(1u << draw(random, 8));
    if (repeat % 5 == 0) bytes.resize(draw(random, bytes.size()));
    bytes.shrink_to_fit();
    const auto table = LetterTable::open(bytes);
    refused += static_cast<std::size_t>(!table);
    if (!table) continue;
    for (const Isa isa : usable_isas()) {
      RecordingSink sink;
      for (const std::size_t length : table->lengths()) sink.least_of[length] = 1;
      CHECK(table->scan(0xffff, table->lengths(), sink, isa).hits <= table->size());
    }
  }
  CHECK(refused > 100);
}

TEST_CASE("a table of letters whose bytes are cut short or lie askew is refused; the same rows give the same bytes") {
  std::mt19937 random(37);
  const auto rows = random_rows(random, 300, 4);
  const auto bytes = table_of(rows);
  CHECK(bytes == table_of(rows));
  for (std::size_t size = 0; size < bytes.size(); size += 61)
    CHECK(LetterTable::open(std::span(bytes).first(size)).error().code == ErrorCode::corrupt);
  std::vector<std::byte> moved(bytes.size() + 1);
  std::copy(bytes.begin(), bytes.end(), moved.begin() + 1);
  CHECK_FALSE(LetterTable::open(std::span(moved).subspan(1)));
  const auto empty = LetterTableBuilder().build();
  CHECK(LetterTable::open(empty)->size() == 0);
}
