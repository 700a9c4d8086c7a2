#include <catch2/catch.hpp>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "grounds/goods_words.hpp"
#include "marque/law/law_version.hpp"
#include "marque/text/encoding.hpp"
#include "marque/text/normalize.hpp"

MARQUE_EMBEDDED(marque_deceptive_words)
MARQUE_EMBEDDED(marque_descriptive_words)
MARQUE_EMBEDDED(marque_materials)
MARQUE_EMBEDDED(marque_objectors)
MARQUE_EMBEDDED(marque_provisions)

using namespace marque;

TEST_CASE("the tables of words are sorted, without repeats, in the form in which marks are compared") {
  const auto [name, text, columns] = GENERATE(table<const char*, std::string_view, std::size_t>(
      {{"descriptive_words", embedded(marque_descriptive_words, marque_descriptive_words_end), 4},
       {"deceptive_words", embedded(marque_deceptive_words, marque_deceptive_words_end), 4},
       {"materials", embedded(marque_materials, marque_materials_end), 2}}));
  CAPTURE(name);
  CHECK(check_utf8(text));
  std::string last;
  for_each_row(text, [&, width = columns](const auto& row) {
    const std::string word(row[0]);
    CAPTURE(word);
    CHECK(row.size() == width);
    CHECK(last < word);
    CHECK(encode_utf8(normalize(word)->skeleton) == word);
    last = word;
  });
}

TEST_CASE("every class in the tables of words is one") {
  for (const std::string_view text : {embedded(marque_descriptive_words, marque_descriptive_words_end),
                                      embedded(marque_deceptive_words, marque_deceptive_words_end)}) {
    const std::size_t column = text.data() == marque_descriptive_words ? 2 : 1;
    for_each_row(text, [&](const auto& row) {
      CAPTURE(std::string(row[0]));
      const auto spaces = static_cast<int>(std::count(row[column].begin(), row[column].end(), ' '));
      CHECK((row[column] == "*" || classes_of_column(row[column]).size() == spaces + 1));
    });
  }
}

TEST_CASE("every ground has one article of 2019, and somebody who may rely on it") {
  for_each_row(embedded(marque_provisions, marque_provisions_end), [](const auto& row) {
    CAPTURE(std::string(row[0]));
    CHECK(row.size() == 2);
    CHECK(mapping_of(row[1]) != nullptr);
  });
  for_each_row(embedded(marque_objectors, marque_objectors_end), [](const auto& row) {
    CAPTURE(std::string(row[0]));
    CHECK((row[1] == "anyone" || row[1] == "prior_right_holder" || row[1] == "office"));
  });
}
