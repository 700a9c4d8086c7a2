#include "text/generic_words.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "text/code_point_map.hpp"
#include "text/word_sieve.hpp"

MARQUE_EMBEDDED(marque_generic_words)

namespace marque {

namespace {

enum class Position { tail, keep };

struct GenericWords {
  std::map<std::u32string, Position, std::less<>> positions;
  WordSieve sieve;
  CodePointMap<std::uint8_t> longest_ending;  // by last character: most names end in none of them
};

const GenericWords& generic_words() {
  static const GenericWords table = [] {
    GenericWords built;
    for_each_row(embedded(marque_generic_words, marque_generic_words_end), [&](const auto& row) {
      const std::u32string word = *decode_utf8(row[0]);
      const std::uint8_t longest = built.longest_ending[word.back()];
      built.longest_ending.set(word.back(), std::max(longest, static_cast<std::uint8_t>(word.size())));
      built.sieve.add(word);
      built.positions.emplace(word, row[1] == "keep" ? Position::keep : Position::tail);
    });
    return built;
  }();
  return table;
}

}  // namespace

std::size_t generic_tail(std::u32string_view han) {
  const GenericWords& table = generic_words();
  if (han.empty()) return 0;
  for (std::size_t length = std::min<std::size_t>(table.longest_ending[han.back()], han.size()); length > 0; --length) {
    const auto found = table.positions.find(han.substr(han.size() - length));
    if (found == table.positions.end()) continue;
    return found->second == Position::tail && length < han.size() ? length : 0;
  }
  return 0;
}

bool is_generic(std::u32string_view word) {
  const GenericWords& table = generic_words();
  if (!table.sieve.may_hold(word)) return false;
  const auto found = table.positions.find(word);
  return found != table.positions.end() && found->second == Position::tail;
}

}  // namespace marque
