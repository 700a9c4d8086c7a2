#include "marque/store/durability.hpp"

#include <catch2/catch.hpp>

#include "snapshot/temporary_folder.hpp"

using namespace marque;
using namespace marque::test;

namespace {

/// The header's comment as one line of words.
std::string manual() {
  const auto bytes = bytes_of_file(MARQUE_TESTS_DIR "/../include/marque/store/durability.hpp");
  std::string words;
  for (const std::byte byte : bytes) {
    const char c = static_cast<char>(byte);
    if (c == '/') continue;
    const bool space = c == '\n' || c == ' ';
    if (!space || (!words.empty() && words.back() != ' ')) words += space ? ' ' : c;
  }
  return words;
}

}  // namespace

TEST_CASE("the contract that the program prints is the one in the manual, word for word") {
  const std::string words = manual();
  REQUIRE(words.size() > 1000);
  REQUIRE(durability_contract().size() == 6);
  int number = 0;
  for (const Bilingual& clause : durability_contract()) {
    CHECK(words.find(std::to_string(++number) + ". " + clause.en) != std::string::npos);
    CHECK_FALSE(clause.zh.empty());
  }
}
