#include "search/letter_table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "marque/text/encoding.hpp"
#include "scoring/letter_text.hpp"
#include "scoring/letters.hpp"
#include "search/letter_kernel.hpp"
#include "search/letter_walk.hpp"
#include "search/simd.hpp"
#include "table_scan_support.hpp"

using namespace marque;

namespace {

/// Texts of few letters, so that near ones abound; some longer than a trie holds, some with letters beyond the first plane.
std::u32string made(std::mt19937& random) {
  static constexpr std::u32string_view stock = U"aaeeiioulnrstmmdbcwv0157hкア\U0001F600";
  const std::size_t most = draw(random, 40) == 0 ? 90 : draw(random, 3) == 0 ? 14 : 7;
  std::u32string text;
  for (std::size_t length = 1 + draw(random, most); length > 0; --length) text += stock[draw(random, stock.size() - draw(random, 8))];
  return text;
}

std::vector<std::u32string> made_texts(std::mt19937& random, std::size_t count) {
  std::vector<std::u32string> texts(count);
  for (auto& text : texts) text = made(random);
  return texts;
}

/// The text with some letters changed, left out, put in, doubled or swapped.
std::u32string varied(std::mt19937& random, std::u32string text) {
  static constexpr std::u32string_view stock = U"aeiourntsmlpkbdc01";
  for (std::size_t changes = 1 + draw(random, 4); changes > 0; --changes) {
    const std::size_t at = draw(random, text.size());
    switch (draw(random, 5)) {
      case 0: text[at] = stock[draw(random, stock.size())]; break;
      case 1: if (text.size() > 1) text.erase(at, 1); break;
      case 2: text.insert(at, 1, stock[draw(random, stock.size())]); break;
      case 3: text.insert(at, 1, text[at]); break;
      default: if (at > 0) std::swap(text[at - 1], text[at]);
    }
  }
  return text;
}

std::vector<std::byte> table_of(LetterView view, const std::vector<std::u32string>& texts) {
  LetterTableBuilder builder(view);
  for (std::size_t at = 0; at < texts.size(); ++at) builder.add(static_cast<std::uint32_t>(at), texts[at]);
  return builder.build();
}

int likeness(LetterView view, const std::u32string& a, const std::u32string& b) {
  return aligned_likeness(view, LetterText(a), LetterText(b), LetterProfile(view, a).whole + LetterProfile(view, b).whole);
}

std::vector<std::uint32_t> scanned(const LetterTable& table, const std::u32string& query, RecordingLetterSink& sink) {
  table.scan(query, table.lengths(), sink);
  std::sort(sink.rows.begin(), sink.rows.end());
  return sink.rows;
}

bool exactly_aligned(const std::u32string& text) {
  return text.size() <= PrefixTrieBuilder::most_symbols && std::all_of(text.begin(), text.end(), [](char32_t letter) { return letter < 0xFFFF; });
}

}  // namespace

TEST_CASE("a walk through a table of letters finds the texts that are alike enough, and of those that it can align no other") {
  const LetterView view = GENERATE(LetterView::look, LetterView::sound);
  const Isa isa = GENERATE(Isa::portable, Isa::avx2);
  use_at_most(isa);
  std::mt19937 random(GENERATE(range(1u, 7u)));
  const auto texts = made_texts(random, 1500);
  const auto bytes = table_of(view, texts);
  const auto table = LetterTable::open(view, bytes);
  REQUIRE(table);
  CHECK(table->size() == texts.size());
  for (int round = 0; round < 12; ++round) {
    const std::u32string query = round % 3 == 0 ? texts[draw(random, texts.size())] : made(random);
    RecordingLetterSink sink;
    sink.wanted = static_cast<int>(120 + draw(random, 136));
    const int wanted = sink.wanted;
    const auto rows = scanned(*table, query, sink);
    for (std::uint32_t row = 0; row < texts.size(); ++row) {
      const bool alike = likeness(view, query, texts[row]) >= wanted, found = std::binary_search(rows.begin(), rows.end(), row);
      if (alike != found && (alike || (exactly_aligned(texts[row]) && exactly_aligned(query)))) {
        CAPTURE(row, wanted, encode_utf8(query), encode_utf8(texts[row]));
        REQUIRE(alike == found);
      }
    }
    CHECK(sink.largest <= scan_batch);
    CHECK_FALSE(sink.empty);
  }
  use_at_most(Isa::avx512);
}

TEST_CASE("a walk through a table of letters loses no text that is just alike enough") {
  const LetterView view = GENERATE(LetterView::look, LetterView::sound);
  std::mt19937 random(GENERATE(range(1u, 4u)));
  for (const std::u32string_view stem : {U"noiepp", U"aaron", U"bowknot", U"geniculations", U"cornmallow"}) {
    const std::u32string query(stem);
    std::vector<std::u32string> texts(1000);
    for (auto& text : texts) text = varied(random, query);
    const auto bytes = table_of(view, texts);
    const auto table = LetterTable::open(view, bytes);
    std::vector<int> likenesses;
    for (const auto& text : texts) likenesses.push_back(likeness(view, query, text));
    for (int wanted = 140; wanted < 250; wanted += 7) {
      RecordingLetterSink sink;
      sink.wanted = wanted;
      const auto rows = scanned(*table, query, sink);
      for (std::uint32_t row = 0; row < texts.size(); ++row) {
        if (likenesses[row] < wanted || std::binary_search(rows.begin(), rows.end(), row)) continue;
        CAPTURE(wanted, likenesses[row], encode_utf8(query), encode_utf8(texts[row]));
        FAIL();
      }
    }
  }
}

TEST_CASE("rows of alignments are the same by all instructions, forwards and backwards") {
  std::mt19937 random(GENERATE(range(1u, 9u)));
  const bool backwards = GENERATE(false, true);
  const std::size_t lanes = lanes_at_once * (1 + draw(random, 4));
  const auto drawn = [&](LetterLanes& values, std::size_t below) {
    for (std::size_t lane = 0; lane < lanes; ++lane) values[lane] = static_cast<LetterLane>(draw(random, 3) == 0 ? 0 : draw(random, below));
  };
  for (int round = 0; round < 200; ++round) {
    LetterColumn letter;
    LetterRow above;
    LeastRow least;
    LetterLanes swapped;
    OddMatches odd;
    drawn(letter.credit, 33);
    for (std::size_t lane = 0; lane < lanes; ++lane) letter.link[lane] = letter.credit[lane] / 2;
    drawn(letter.in_place, 25);
    drawn(above.best, 900);
    drawn(above.matched, 900);
    drawn(least.best, 900);
    drawn(least.matched, 900);
    drawn(swapped, 900);
    drawn(odd.plain, 900);
    drawn(odd.jumped, 900);
    const OddMatches* const given = round % 2 == 0 ? &odd : nullptr;
    std::array<LetterRow, 2> rows;
    std::array<bool, 2> alive{};
    std::array<NextLanes, 2> next;
    for (const Isa isa : {Isa::portable, Isa::avx512}) {
      use_at_most(isa);
      const auto which = static_cast<std::size_t>(isa == Isa::avx512);
      const LetterKernel kernel = letter_kernel(backwards);
      alive[which] = kernel.next(letter, above, least, given, lanes, rows[which]);
      next[which] = kernel.next_lanes(letter, above, least, swapped, lanes);
    }
    CHECK(alive[0] == alive[1]);
    CHECK(std::equal(rows[0].best.begin(), rows[0].best.end(), rows[1].best.begin()));
    CHECK(std::equal(rows[0].matched.begin(), rows[0].matched.end(), rows[1].matched.begin()));
    CHECK(next[0].any == next[1].any);
    CHECK(next[0].matched == next[1].matched);
    CHECK(next[0].vowel == next[1].vowel);
    CHECK(next[0].consonant == next[1].consonant);
    CHECK(next[0].swapped == next[1].swapped);
  }
}

TEST_CASE("a least likeness that rises during the walk drops only texts below it") {
  std::mt19937 random(5);
  const auto texts = made_texts(random, 6000);
  const auto bytes = table_of(LetterView::look, texts);
  RecordingLetterSink sink;
  sink.wanted = 100;
  sink.rise = 8;
  const std::u32string query = U"amenilo";
  const auto rows = scanned(*LetterTable::open(LetterView::look, bytes), query, sink);
  for (std::uint32_t row = 0; row < texts.size(); ++row) {
    if (likeness(LetterView::look, query, texts[row]) >= sink.wanted) CHECK(std::binary_search(rows.begin(), rows.end(), row));
  }
  CHECK(sink.wanted > 100);
}

TEST_CASE("a likeness that none can have finds nothing") {
  std::mt19937 random(6);
  const auto bytes = table_of(LetterView::look, made_texts(random, 100));
  RecordingLetterSink sink;
  sink.wanted = 256;
  CHECK(scanned(*LetterTable::open(LetterView::look, bytes), U"amenilo", sink).empty());
}

TEST_CASE("a damaged table of letters is refused or walked within its bytes") {
  std::mt19937 random(31);
  const auto whole = table_of(LetterView::sound, made_texts(random, 700));
  std::size_t refused = 0;
  for (int repeat = 0; repeat < 400; ++repeat) {
    auto bytes = whole;
    const std::size_t reach = repeat % 2 == 0 ? std::min<std::size_t>(bytes.size(), 192) : bytes.size();
    for (std::size_t flips = 1 + draw(random, 20); flips > 0; --flips)
      bytes[draw(random, reach)] ^= static_cast<std::byte>(1u << draw(random, 8));
    if (repeat % 5 == 0) bytes.resize(draw(random, bytes.size()));
    bytes.shrink_to_fit();
    const auto table = LetterTable::open(LetterView::sound, bytes);
    refused += static_cast<std::size_t>(!table);
    if (!table) continue;
    RecordingLetterSink sink;
    sink.wanted = 140;
    scanned(*table, U"amenilo", sink);
  }
  CHECK(refused > 50);
}

TEST_CASE("a table of letters whose head is cut short or lies askew is refused; the same rows give the same bytes") {
  std::mt19937 random(37);
  const auto texts = made_texts(random, 300);
  const auto bytes = table_of(LetterView::look, texts);
  CHECK(bytes == table_of(LetterView::look, texts));
  for (std::size_t size = 0; size + 64 < bytes.size(); size += 61)
    CHECK(LetterTable::open(LetterView::look, std::span(bytes).first(size)).error().code == ErrorCode::corrupt);
  std::vector<std::byte> moved(bytes.size() + 1);
  std::copy(bytes.begin(), bytes.end(), moved.begin() + 1);
  CHECK_FALSE(LetterTable::open(LetterView::look, std::span(moved).subspan(1)));
  const auto empty = LetterTableBuilder(LetterView::look).build();
  CHECK(LetterTable::open(LetterView::look, empty)->size() == 0);
}
