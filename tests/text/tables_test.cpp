#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"

using namespace marque;

namespace {

std::string data(const std::string& name) {
  std::ifstream file(MARQUE_TESTS_DIR "/../lib/text/data/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("every table is sorted by its key without duplicates, its rows equally long") {
  const auto [name, columns] = GENERATE(table<std::string, std::size_t>({
      {"gb18030_2022.tsv", 3},
      {"cantonese.tsv", 2},
      {"generic_words.tsv", 3},
      {"glosses.tsv", 2},
      {"glyph_classes.tsv", 3},
      {"glyph_codes.tsv", 3},
      {"glyph_shapes.tsv", 2},
      {"pinyin_spellings.tsv", 3},
      {"plain_letters.tsv", 2},
      {"readings.tsv", 2},
      {"romanisation_places.tsv", 2},
      {"variant_phrases.tsv", 1},
      {"variants.tsv", 2},
  }));
  const std::string text = data(name);
  REQUIRE(text.starts_with("# "));
  std::string previous;
  for_each_row(text, [&, table = name, wanted = columns](const auto& row) {
    INFO(table << ": " << row[0]);
    CHECK(row.size() == wanted);
    CHECK(check_utf8(row[0]));
    CHECK(previous < std::string(row[0]));
    previous = row[0];
  });
  CHECK_FALSE(previous.empty());
}

TEST_CASE("no standard form is itself changed by the map") {
  const std::string text = data("variants.tsv");
  std::set<std::string_view> sources;
  for_each_row(text, [&](const auto& row) { sources.insert(row[0]); });
  for_each_row(text, [&](const auto& row) {
    INFO(row[0] << " " << row[1]);
    CHECK_FALSE(sources.contains(row[1]));
    CHECK(decode_utf8(row[0])->size() == 1);
    CHECK(decode_utf8(row[1])->size() == 1);
  });
}

TEST_CASE("every guarded phrase holds a character that the map would change") {
  const std::string text = data("variants.tsv");
  std::set<std::u32string> sources;
  for_each_row(text, [&](const auto& row) { sources.insert(*decode_utf8(row[0])); });
  const std::string guards = data("variant_phrases.tsv");
  for_each_row(guards, [&](const auto& row) {
    bool needed = false;
    const std::u32string phrase = *decode_utf8(row[0]);
    for (const char32_t point : phrase) needed = needed || sources.contains(std::u32string(1, point));
    INFO(row[0]);
    CHECK(needed);
  });
}

TEST_CASE("each pair of sounds is graded once, between 0 and 1, with a reason") {
  const std::string text = data("sound_costs.tsv");
  std::set<std::string> pairs;
  for_each_row(text, [&](const auto& row) {
    REQUIRE(row.size() == 5);
    INFO(row[0] << " " << row[1] << " " << row[2]);
    CHECK((row[0] == "initial" || row[0] == "final"));
    CHECK((row[1] < row[2] || row[1] == "*"));
    CHECK(pairs.insert(std::string(row[0]) + ' ' + std::string(row[1]) + ' ' + std::string(row[2])).second);
    const float likeness = std::stof(std::string(row[3]));
    CHECK((likeness > 0 && likeness < 1));
    CHECK_FALSE(row[4].empty());
  });
  CHECK(pairs.contains("initial * *"));
  CHECK(pairs.contains("final * *"));
}

TEST_CASE("each pair of look-alikes stands once, in the row of its lower character, in order") {
  const std::string text = data("glyph_shapes.tsv");
  std::set<std::u32string> rows;
  for_each_row(text, [&](const auto& row) { rows.insert(*decode_utf8(row[0])); });
  std::size_t pairs = 0;
  for_each_row(text, [&](const auto& row) {
    std::u32string previous = *decode_utf8(row[0]);
    INFO(row[0]);
    REQUIRE(previous.size() == 1);
    std::istringstream list{std::string(row[1])};
    for (std::string neighbour; list >> neighbour && neighbour != "-"; ++pairs) {
      const std::u32string points = *decode_utf8(neighbour);
      REQUIRE(points.size() == 3);
      const std::u32string other = points.substr(0, 1);
      REQUIRE(previous < other);
      REQUIRE(rows.contains(other));
      REQUIRE((points[1] >= U'4' && points[1] <= U'9'));
      REQUIRE((points[2] >= U'0' && points[2] <= U'9'));
      previous = other;
    }
  });
  CHECK(pairs > 200000);
}

TEST_CASE("every rendered character has a class and its own rank") {
  const std::string shapes = data("glyph_shapes.tsv");
  std::set<std::string> rendered;
  for_each_row(shapes, [&](const auto& row) { rendered.insert(std::string(row[0])); });
  std::set<int> ranks;
  const std::string classes = data("glyph_classes.tsv");
  for_each_row(classes, [&](const auto& row) {
    INFO(row[0]);
    CHECK(rendered.erase(std::string(row[0])) == 1);
    const int number = std::stoi(std::string(row[1]));
    CHECK((number >= 1 && number <= 254));
    CHECK(ranks.insert(std::stoi(std::string(row[2]))).second);
  });
  CHECK(rendered.empty());
  CHECK(*ranks.begin() == 1);
  CHECK(*ranks.rbegin() == static_cast<int>(ranks.size()));
}
