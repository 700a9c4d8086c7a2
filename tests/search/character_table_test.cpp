#include "search/character_table.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "search/table_scan_support.hpp"

using namespace marque;

namespace {

struct Row {
  std::uint32_t reference = 0;
  std::vector<std::uint16_t> codes;
};

/// Rows and a query whose likenesses are, as in life, nil for most characters.
struct World {
  std::vector<std::uint8_t> sound, shape, best;
  std::vector<Row> rows;

  CharacterClasses classes() const { return {sound, shape}; }

  std::vector<std::byte> table() const {
    CharacterTableBuilder builder;
    for (const Row& row : rows) builder.add(row.reference, row.codes);
    return builder.build(classes());
  }

  std::vector<TableHit> naive(const std::map<std::size_t, unsigned>& least) const {
    std::vector<TableHit> hits;
    for (const Row& row : rows) {
      std::uint32_t sum = 0;
      for (const std::uint16_t code : row.codes) sum += code < best.size() ? best[code] : 255u;
      const auto bound = least.find(row.codes.size());
      if (bound != least.end() && sum >= bound->second) hits.push_back({row.reference, sum});
    }
    sort_hits(hits);
    return hits;
  }
};

World random_world(std::mt19937& random, std::size_t rows, std::size_t alphabet, std::size_t longest) {
  World world;
  for (std::size_t code = 0; code < alphabet; ++code) {
    world.sound.push_back(static_cast<std::uint8_t>(draw(random, 256)));
    world.shape.push_back(static_cast<std::uint8_t>(draw(random, 256)));
    world.best.push_back(static_cast<std::uint8_t>(draw(random, 4) == 0 ? draw(random, 256) : 0));
  }
  for (std::size_t i = 0; i < rows; ++i) {
    Row row{static_cast<std::uint32_t>(random()), std::vector<std::uint16_t>(1 + draw(random, longest))};
    for (auto& code : row.codes) code = static_cast<std::uint16_t>(draw(random, 1 + draw(random, alphabet)));
    world.rows.push_back(row);
  }
  return world;
}

/// A few lengths left out; bounds from nothing to more than anything has.
std::map<std::size_t, unsigned> random_least(std::mt19937& random, std::size_t longest) {
  std::map<std::size_t, unsigned> least;
  for (std::size_t length = 1; length <= longest; ++length) {
    if (draw(random, 8) != 0) least[length] = static_cast<unsigned>(draw(random, 256 * length));
  }
  return least;
}

std::vector<std::size_t> shuffled_lengths(std::mt19937& random, std::size_t longest) {
  std::vector<std::size_t> lengths(longest + 2);
  std::iota(lengths.begin(), lengths.end(), std::size_t{0});
  std::shuffle(lengths.begin(), lengths.end(), random);
  return lengths;
}

}  // namespace

TEST_CASE("a scan of characters finds what a look at every row finds, whatever the instructions") {
  const Isa isa = GENERATE(from_range(usable_isas()));
  const auto [rows, alphabet, longest] = GENERATE(table<std::size_t, std::size_t, std::size_t>(
      {{0, 5, 3}, {1, 1, 1}, {63, 20, 1}, {64, 20, 2}, {65, 20, 2}, {200, 9, 3}, {3000, 400, 20}, {20000, 2000, 4},
       {20000, 3, 9}}));
  std::mt19937 random(static_cast<unsigned>(rows + 7 * longest));
  for (int repeat = 0; repeat < 12; ++repeat) {
    const World world = random_world(random, rows, alphabet, longest);
    const auto bytes = world.table();
    const auto table = CharacterTable::open(bytes);
    REQUIRE(table);
    CHECK(table->size() == rows);
    RecordingSink sink;
    sink.least_of = random_least(random, longest);
    const ScanCount count = table->scan(world.best, shuffled_lengths(random, longest), sink, isa);
    sort_hits(sink.hits);
    REQUIRE(sink.hits == world.naive(sink.least_of));
    CHECK(count.hits == sink.hits.size());
    CHECK(count.survivors >= count.hits);
    CHECK(sink.largest <= scan_batch);
    CHECK_FALSE(sink.empty);
  }
}

TEST_CASE("every number of rows up to three blocks is scanned to its last row") {
  const Isa isa = GENERATE(from_range(usable_isas()));
  std::mt19937 random(11);
  for (std::size_t rows = 1; rows <= 200; ++rows) {
    World world = random_world(random, rows, 30, 1);
    for (Row& row : world.rows) row.codes.resize(3, row.codes[0]);
    const auto bytes = world.table();
    RecordingSink sink;
    sink.least_of[3] = 300;
    const std::size_t lengths[] = {3};
    CharacterTable::open(bytes)->scan(world.best, lengths, sink, isa);
    sort_hits(sink.hits);
    REQUIRE(sink.hits == world.naive(sink.least_of));
  }
}

TEST_CASE("lengths are visited in the order asked for and lengths without rows are passed over") {
  std::mt19937 random(3);
  const World world = random_world(random, 500, 50, 4);
  const auto bytes = world.table();
  const auto table = CharacterTable::open(bytes);
  CHECK(table->lengths() == std::vector<std::size_t>{1, 2, 3, 4});
  RecordingSink sink;
  sink.least_of = {{1, 256}, {2, 511}, {3, 766}, {9, 0}};
  const std::size_t lengths[] = {3, 9, 1, 2};
  CHECK(table->scan(world.best, lengths, sink).hits == 0);
  CHECK(sink.asked == std::vector<std::size_t>{3, 1, 2});
}

TEST_CASE("a least sum that rises during the scan drops only rows below it") {
  const Isa isa = GENERATE(from_range(usable_isas()));
  std::mt19937 random(5);
  const World world = random_world(random, 30000, 300, 3);
  const auto bytes = world.table();
  RecordingSink sink;
  sink.least_of = {{1, 30}, {2, 60}, {3, 90}};
  sink.rise = 6;
  const std::size_t lengths[] = {2, 3, 1};
  CharacterTable::open(bytes)->scan(world.best, lengths, sink, isa);
  sort_hits(sink.hits);
  const auto given = sink.hits;
  const auto first = world.naive(sink.least_of);
  for (auto& [length, least] : sink.least_of) least += sink.risen;
  const auto last = world.naive(sink.least_of);
  CHECK(std::includes(given.begin(), given.end(), last.begin(), last.end(), earlier));
  CHECK(std::includes(first.begin(), first.end(), given.begin(), given.end(), earlier));
  CHECK(last.size() < given.size());
  CHECK(given.size() < first.size());
}

TEST_CASE("codes that the query knows nothing of count as equal, and classes need not cover every code") {
  World world;
  world.best = {255, 0, 10};
  world.sound = {0, 1};
  world.rows = {{7, {3, 3}}, {8, {1, 3}}, {9, {2, 1}}, {10, {0, 65535}}};
  const auto bytes = world.table();
  for (const Isa isa : usable_isas()) {
    RecordingSink sink;
    sink.least_of[2] = 255;
    const std::size_t lengths[] = {2};
    CharacterTable::open(bytes)->scan(world.best, lengths, sink, isa);
    sort_hits(sink.hits);
    CHECK(sink.hits == std::vector<TableHit>{{7, 510}, {8, 255}, {10, 510}});
  }
}

TEST_CASE("texts of no characters and of more than 65,535 are left out; long ones are found") {
  CharacterTableBuilder builder;
  builder.add(1, {});
  builder.add(2, std::vector<std::uint16_t>(65536, 1));
  builder.add(3, std::vector<std::uint16_t>(65535, 1));
  const auto bytes = builder.build({});
  const auto table = CharacterTable::open(bytes);
  REQUIRE(table->size() == 1);
  const std::vector<std::uint8_t> best{255, 200};
  for (const Isa isa : usable_isas()) {
    RecordingSink sink;
    sink.least_of[65535] = 65535 * 200;
    CHECK(table->scan(best, table->lengths(), sink, isa).hits == 1);
    sink.least_of[65535] += 1;
    CHECK(table->scan(best, table->lengths(), sink, isa).hits == 0);
  }
}

TEST_CASE("the same rows give the same bytes, and an empty table holds nothing") {
  std::mt19937 random(17);
  const World world = random_world(random, 1000, 40, 6);
  CHECK(world.table() == world.table());
  const auto empty = CharacterTableBuilder().build({});
  const auto table = CharacterTable::open(empty);
  REQUIRE(table);
  RecordingSink sink;
  const std::size_t lengths[] = {0, 1, 2};
  CHECK(table->scan({}, lengths, sink).hits == 0);
  CHECK(CharacterTable().size() == 0);
}

TEST_CASE("a damaged table of characters is refused or scanned within its bytes") {
  std::mt19937 random(23);
  const World world = random_world(random, 700, 60, 5);
  const auto whole = world.table();
  std::size_t refused = 0;
  for (int repeat = 0; repeat < 600; ++repeat) {
    auto bytes = whole;
    const std::size_t reach = repeat % 2 == 0 ? std::min<std::size_t>(bytes.size(), 128) : bytes.size();
    for (std::size_t flips = 1 + draw(random, 20); flips > 0; --flips)
      bytes[draw(random, reach)] ^= static_cast<std::byte>(1u << draw(random, 8));
    if (repeat % 5 == 0) bytes.resize(draw(random, bytes.size()));
    bytes.shrink_to_fit();
    const auto table = CharacterTable::open(bytes);
    refused += static_cast<std::size_t>(!table);
    if (!table) continue;
    for (const Isa isa : usable_isas()) {
      RecordingSink sink;
      for (const std::size_t length : table->lengths()) sink.least_of[length] = static_cast<unsigned>(100 * length);
      CHECK(table->scan(world.best, table->lengths(), sink, isa).hits <= table->size());
    }
  }
  CHECK(refused > 100);
}

TEST_CASE("a table of characters whose bytes are cut short or lie askew is refused") {
  std::mt19937 random(29);
  const auto bytes = random_world(random, 100, 20, 3).table();
  for (std::size_t size = 0; size < bytes.size(); size += 61)
    CHECK(CharacterTable::open(std::span(bytes).first(size)).error().code == ErrorCode::corrupt);
  std::vector<std::byte> moved(bytes.size() + 1);
  std::copy(bytes.begin(), bytes.end(), moved.begin() + 1);
  CHECK_FALSE(CharacterTable::open(std::span(moved).subspan(1)));
}
