#include "marque/text/display.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace marque;

TEST_CASE("Columns follow the East Asian width of the characters") {
  const auto [text, width] = GENERATE(table<std::string, std::size_t>({
      {"", 0},
      {"Haimen", 6},
      {"海门山羊", 8},
      {"ＡＢ", 4},          // full width
      {"ｱｲ", 2},            // half width kana
      {"e\u0301", 1},       // a combining mark takes none
      {"a\u200Bb\x1B", 2},  // nor do format characters and controls
      {"“”·", 3},           // ambiguous ones are narrow
      {"第25类", 6},
      {"a\xFF\xFE", 3},  // bytes that are no UTF-8
  }));
  CAPTURE(text);
  CHECK(display_width(text) == width);
}
