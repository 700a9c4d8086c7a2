#include "search/prefix_trie.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <utility>

using namespace marque;

namespace {

using Sequence = std::vector<std::uint16_t>;
using Row = std::pair<Sequence, std::uint32_t>;

/// Takes down every row of a trie in the order of the walk.
struct Everything {
  const PrefixTrie& trie;
  Sequence symbols{};
  std::vector<Row> rows_met{};

  bool may_step(std::size_t, std::uint16_t) const { return true; }
  bool step(std::size_t depth, std::uint16_t code) {
    symbols.resize(depth);
    symbols.push_back(trie.alphabet()[code]);
    return true;
  }
  void rows(std::size_t depth, const References& references) {
    symbols.resize(depth);
    for (std::size_t at = 0; at < references.size(); ++at) rows_met.emplace_back(symbols, references[at]);
  }
};

std::vector<std::byte> written(const std::vector<Row>& rows, bool reversed = false) {
  PrefixTrieBuilder builder;
  for (const auto& [symbols, reference] : rows) builder.add(reference, symbols);
  std::vector<std::byte> bytes;
  reversed ? builder.write_reversed(bytes) : builder.write(bytes);
  return bytes;
}

}  // namespace

TEST_CASE("a trie has every sequence, once for each time it was added, and those of one text in the order they came") {
  const auto [count, stock] = GENERATE(table<std::size_t, unsigned>({{0, 1}, {1, 1}, {300, 2}, {4000, 2}, {4000, 40}, {4000, 3000}}));
  std::mt19937 random(17);
  std::vector<Row> rows;
  for (std::size_t at = 0; at < count; ++at) {
    Sequence symbols(1 + random() % (at % 3 == 0 ? PrefixTrieBuilder::most_symbols : 12));
    for (std::uint16_t& symbol : symbols) symbol = static_cast<std::uint16_t>(random() % 5 == 0 ? random() % stock : 0);   // many begin alike
    if (at % 7 == 0 && at > 0) symbols = rows[random() % at].first;
    rows.emplace_back(symbols, static_cast<std::uint32_t>(count - at));
  }
  const auto bytes = written(rows);
  const auto trie = PrefixTrie::open(bytes).value();
  Everything met{trie};
  trie.walk(met);

  const auto code = [&](std::uint16_t symbol) { return std::find(trie.alphabet().begin(), trie.alphabet().end(), symbol) - trie.alphabet().begin(); };
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    return std::lexicographical_compare(a.first.begin(), a.first.end(), b.first.begin(), b.first.end(),
                                        [&](std::uint16_t x, std::uint16_t y) { return code(x) < code(y); });
  });
  CHECK(met.rows_met == rows);
  for (Row& row : rows) std::reverse(row.first.begin(), row.first.end());
  CHECK(written(rows, true) == bytes);
}

TEST_CASE("what has no symbols or too many is left out of a trie") {
  const auto bytes = written({{{}, 1}, {Sequence(PrefixTrieBuilder::most_symbols + 1), 2}});
  const auto trie = PrefixTrie::open(bytes).value();
  Everything met{trie};
  trie.walk(met);
  CHECK(met.rows_met.empty());
}
