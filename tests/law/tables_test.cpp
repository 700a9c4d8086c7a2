#include <catch2/catch.hpp>

#include <string>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/model/area_code.hpp"
#include "marque/law/place_names.hpp"
#include "marque/text/encoding.hpp"
#include "marque/text/normalize.hpp"

MARQUE_EMBEDDED(marque_barred_exceptions)
MARQUE_EMBEDDED(marque_barred_names)
MARQUE_EMBEDDED(marque_common_words)
MARQUE_EMBEDDED(marque_divisions)
MARQUE_EMBEDDED(marque_foreign_places)
MARQUE_EMBEDDED(marque_other_meanings)
MARQUE_EMBEDDED(marque_pinyin_places)

using namespace marque;

namespace {

struct Table {
  const char* name;
  std::string_view text;
  std::size_t columns;
};

std::vector<Table> tables() {
  return {{"barred_names", embedded(marque_barred_names, marque_barred_names_end), 4},
          {"barred_exceptions", embedded(marque_barred_exceptions, marque_barred_exceptions_end), 4},
          {"common_words", embedded(marque_common_words, marque_common_words_end), 1},
          {"divisions", embedded(marque_divisions, marque_divisions_end), 6},
          {"foreign_places", embedded(marque_foreign_places, marque_foreign_places_end), 4},
          {"other_meanings", embedded(marque_other_meanings, marque_other_meanings_end), 4},
          {"pinyin_places", embedded(marque_pinyin_places, marque_pinyin_places_end), 3}};
}

}  // namespace

TEST_CASE("the tables of names are strict UTF-8, sorted, without repeats, and of one width") {
  for (const Table& table : tables()) {
    CAPTURE(table.name);
    CHECK(check_utf8(table.text));
    std::string last;
    for_each_row(table.text, [&](const auto& row) {
      CAPTURE(row[0]);
      CHECK(row.size() == table.columns);
      const std::string key = table.columns == 6 ? std::string(row[0]) + " " + std::string(row[3]) : std::string(row[0]);
      CHECK(last < key);
      last = key;
    });
  }
}

TEST_CASE("names in the tables stand in the form in which marks are compared") {
  for (const Table& table : tables()) {
    if (table.columns == 6) continue;
    for_each_row(table.text, [&](const auto& row) {
      std::string name(row[0].substr(0, row[0].find('|')));
      CAPTURE(table.name, name);
      CHECK(encode_utf8(normalize(name)->skeleton) == name);
    });
  }
}

TEST_CASE("every place whose pinyin counts is a division in force, every other meaning belongs to a short form") {
  for_each_row(embedded(marque_pinyin_places, marque_pinyin_places_end), [](const auto& row) {
    CAPTURE(row[0]);
    const auto division = division_of(*AreaCode::parse(row[1]));
    REQUIRE(division);
    CHECK(division->to == 0);
  });
  for_each_row(embedded(marque_other_meanings, marque_other_meanings_end), [](const auto& row) {
    CAPTURE(row[0]);
    CHECK(place_mentions(*normalize(row[0])).size() == 1);
  });
}
