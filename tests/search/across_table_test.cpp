#include "search/across_table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "marque/text/encoding.hpp"
#include "marque/text/normalize.hpp"
#include "marque/text/romanisation.hpp"
#include "scoring/across.hpp"
#include "scoring/transcription.hpp"
#include "search/voices.hpp"
#include "table_scan_support.hpp"
#include "text/romanisation_spellings.hpp"

using namespace marque;

namespace {

ComparableName name_of(std::u32string_view text) { return comparable(*normalize(encode_utf8(text))); }

std::u32string wide(std::string_view letters) { return {letters.begin(), letters.end()}; }

std::u32string random_han(std::mt19937& random) {
  static const std::u32string characters = U"可口乐奥迪斯达阿耐克西门子索尼宝马香奈儿古驰特拉巴黎重长行乐绿女吕青岛北京广东厦门𬤡";   // the last is said in Cantonese alone
  std::u32string text;
  for (std::size_t size = 1 + draw(random, 5); size > 0; --size) text += characters[draw(random, characters.size())];
  return text;
}

/// Letters that write some characters, with a slip now and then.
std::u32string random_letters(std::mt19937& random) {
  const auto spelled = romanisations(random_han(random), 6);
  std::u32string text = wide(spelled[draw(random, spelled.size())].letters);
  for (std::size_t slips = draw(random, 4); slips > 1; --slips) {
    const auto letter = static_cast<char32_t>(U'a' + draw(random, 26));
    const std::size_t at = draw(random, text.size());
    if (draw(random, 2) == 0) text[at] = letter;
    else text.insert(at, 1, letter);
  }
  return text;
}

std::vector<ComparableName> random_names(std::mt19937& random, std::size_t count) {
  std::vector<ComparableName> names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(name_of(draw(random, 2) == 0 ? random_han(random) : random_letters(random)));
  names.push_back(name_of(U""));
  names.push_back(name_of(U"Acme 牌"));
  names.push_back(name_of(U"可口可乐可口可乐可口可乐"));
  names.push_back(name_of(U"chungkingkwangtungtsingtaopekingcantonhoihowswatow"));
  names.push_back(name_of(U"重庆广东青岛北京"));
  return names;
}

struct Sink : AcrossSink {
  float least = 0, rise = 0;
  std::vector<AcrossHit> hits;
  std::size_t largest = 0;
  bool empty = false;

  float floor() override { return least; }
  void take(std::span<const AcrossHit> given) override {
    hits.insert(hits.end(), given.begin(), given.end());
    largest = std::max(largest, given.size());
    empty |= given.empty();
    least += rise;
  }
};

std::vector<std::byte> table_of(const std::vector<ComparableName>& names) {
  AcrossTableBuilder builder;
  for (std::size_t i = 0; i < names.size(); ++i) builder.add(static_cast<std::uint32_t>(i), names[i].view());
  return builder.build();
}

/// The most that the hits say of every row; 0 where it was not given.
std::vector<float> given(const Sink& sink, std::size_t rows) {
  std::vector<float> most(rows, 0.0f);
  for (const AcrossHit& hit : sink.hits) most.at(hit.reference) = std::max(most.at(hit.reference), hit.most);
  return most;
}

}  // namespace

TEST_CASE("every character that can be said, in Mandarin or in Cantonese, has a voice") {
  transcription::Speech speech;
  for (char32_t character = 0x3400; character <= 0x323AF; ++character) {
    if (transcription::speak({&character, 1}, speech) != (Voices::known().of(character) != 0)) FAIL_CHECK("U+" << std::hex << static_cast<unsigned>(character));
  }
}

TEST_CASE("a scan finds every name that sounds like the query across the scripts, and hardly any other") {
  const float floor = GENERATE(0.3f, 0.6f, 0.75f, 0.8f, 0.9f, 0.95f, 1.0f);
  std::mt19937 random(static_cast<unsigned>(floor * 100));
  std::size_t found = 0, others = 0;
  for (int repeat = 0; repeat < 4; ++repeat) {
    const auto names = random_names(random, 1500);
    const auto bytes = table_of(names);
    const auto table = AcrossTable::open(bytes);
    REQUIRE(table);
    for (std::size_t q = 0; q < names.size(); q += 29) {
      Sink sink;
      sink.least = floor;
      table->scan(names[names.size() - 1 - q].view(), sink);
      CHECK(sink.largest <= 256);
      CHECK_FALSE(sink.empty);
      const auto most = given(sink, names.size());
      AcrossMatcher matcher(names[names.size() - 1 - q].view());
      for (std::size_t row = 0; row < names.size(); ++row) {
        const float match = matcher.match(names[row].view());
        const bool reaches = match >= floor && match > 0;
        if (reaches) REQUIRE(most[row] >= match);
        (reaches ? found : others) += static_cast<std::size_t>(most[row] > 0);
      }
    }
  }
  CHECK(found > 30);
  CHECK(others < 3 * found);
}

TEST_CASE("letters that spell the query are found whatever their alignment costs") {
  std::vector<ComparableName> names;
  for (const auto& [place, spellings] : place_spellings()) {
    names.push_back(name_of(place));
    for (const std::string_view spelling : spellings) names.push_back(name_of(wide(spelling)));
  }
  const auto bytes = table_of(names);
  const auto table = AcrossTable::open(bytes);
  std::size_t found = 0;
  for (const ComparableName& query : names) {
    Sink sink;
    sink.least = 0.97f;
    table->scan(query.view(), sink);
    const auto most = given(sink, names.size());
    AcrossMatcher matcher(query.view());
    for (std::size_t row = 0; row < names.size(); ++row) {
      const bool reaches = matcher.match(names[row].view()) >= sink.least;
      found += static_cast<std::size_t>(reaches);
      if (reaches) CHECK(most[row] >= sink.least);
    }
  }
  CHECK(found > 20);
}

TEST_CASE("a floor that rises during the scan drops only rows below it") {
  std::mt19937 random(5);
  const auto names = random_names(random, 20000);
  const auto bytes = table_of(names);
  for (const char32_t* text : {U"阿迪", U"adi", U"可乐", U"nike"}) {
    const ComparableName query = name_of(text);
    Sink sink;
    sink.least = 0.6f;
    sink.rise = 0.05f;
    AcrossTable::open(bytes)->scan(query.view(), sink);
    CHECK(sink.least > 0.6f);
    const auto most = given(sink, names.size());
    AcrossMatcher matcher(query.view());
    for (std::size_t row = 0; row < names.size(); ++row) {
      const float match = matcher.match(names[row].view());
      if (match >= sink.least) REQUIRE(most[row] >= match);
    }
  }
}

TEST_CASE("a damaged table of sounds is refused or scanned within its bytes") {
  std::mt19937 random(31);
  const auto names = random_names(random, 400);
  const auto whole = table_of(names);
  std::size_t refused = 0;
  for (int repeat = 0; repeat < 600; ++repeat) {
    auto bytes = whole;
    const std::size_t reach = repeat % 2 == 0 ? std::min<std::size_t>(bytes.size(), 256) : bytes.size();
    for (std::size_t flips = 1 + draw(random, 20); flips > 0; --flips)
      bytes[draw(random, reach)] ^= static_cast<std::byte>(1u << draw(random, 8));
    if (repeat % 5 == 0) bytes.resize(draw(random, bytes.size()));
    bytes.shrink_to_fit();
    const auto table = AcrossTable::open(bytes);
    refused += static_cast<std::size_t>(!table);
    if (!table) continue;
    for (const std::size_t query : {std::size_t{0}, names.size() - 2, names.size() - 1, draw(random, names.size())}) {
      Sink sink;
      sink.least = 0.6f;
      table->scan(names[query].view(), sink);
      CHECK_FALSE(sink.empty);
    }
  }
  CHECK(refused > 50);
}

TEST_CASE("a table of sounds whose bytes are cut short or lie askew is refused; the same rows give the same bytes") {
  std::mt19937 random(37);
  const auto names = random_names(random, 300);
  const auto bytes = table_of(names);
  CHECK(bytes == table_of(names));
  CHECK(bytes.size() % 64 == 0);
  for (std::size_t size = 0; size + 64 < bytes.size(); size += 61)
    CHECK(AcrossTable::open(std::span(bytes).first(size)).error().code == ErrorCode::corrupt);
  std::vector<std::byte> moved(bytes.size() + 1);
  std::copy(bytes.begin(), bytes.end(), moved.begin() + 1);
  CHECK_FALSE(AcrossTable::open(std::span(moved).subspan(1)));
}

TEST_CASE("an empty table of sounds is whole and gives nothing") {
  const auto bytes = AcrossTableBuilder().build();
  const auto table = AcrossTable::open(bytes);
  REQUIRE(table);
  CHECK(table->size() == 0);
  Sink sink;
  sink.least = 0.5f;
  for (const char32_t* text : {U"阿迪", U"adi", U"", U"123", U"阿迪 adi"}) table->scan(name_of(text).view(), sink);
  CHECK(sink.hits.empty());
}
