#include "scoring/weak_words.hpp"

#include <algorithm>
#include <map>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "law/division_table.hpp"
#include "marque/text/encoding.hpp"
#include "text/generic_words.hpp"
#include "text/word_sieve.hpp"

MARQUE_EMBEDDED(marque_weak_words)

namespace marque {

namespace {

constexpr std::size_t longest_word = 8;   // 内蒙古自治区 has six characters, few names of divisions have more than eight
constexpr std::size_t longest_letters = 13;   // international

bool says_nothing(std::u32string_view word) {
  if (weak_rule(word) != nullptr || is_generic(word)) return true;
  return word.size() > 1 && !DivisionTable::get().named(word).empty();
}

}  // namespace

const std::string* weak_rule(std::u32string_view word) {
  struct Rules {
    std::map<std::u32string, std::string, std::less<>> by_word;
    WordSieve sieve;
  };
  static const auto table = [] {
    Rules read;
    for_each_row(embedded(marque_weak_words, marque_weak_words_end), [&](const auto& fields) {
      const auto decoded = decode_utf8(fields[0]);
      if (!decoded) return;
      read.sieve.add(*decoded);
      read.by_word.emplace(*decoded, fields[1]);
    });
    return read;
  }();
  if (!table.sieve.may_hold(word)) return nullptr;
  const auto found = table.by_word.find(word);
  return found == table.by_word.end() ? nullptr : &found->second;
}

std::size_t weak_characters(std::u32string_view stretch) {
  std::size_t weak = 0;
  while (!stretch.empty()) {
    std::size_t length = std::min(stretch.size(), longest_word);
    while (length > 0 && !says_nothing(stretch.substr(0, length))) --length;
    weak += length;
    stretch.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return weak;
}

std::size_t weak_letters(std::u32string_view stretch, std::size_t least) {
  std::size_t weak = 0;
  if (least > longest_letters) return weak;
  while (!stretch.empty() && stretch.size() >= least) {
    std::size_t length = std::min(stretch.size(), longest_letters);
    while (length >= least && weak_rule(stretch.substr(0, length)) == nullptr && !is_generic(stretch.substr(0, length))) --length;
    if (length < least) length = 0;
    weak += length;
    stretch.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return weak;
}

}  // namespace marque
