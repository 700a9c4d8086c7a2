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

struct WeakWord {
  std::string rule;
  bool sold = false;
};

const WeakWord* weak_word(std::u32string_view word) {
  struct Words {
    std::map<std::u32string, WeakWord, std::less<>> by_word;
    WordSieve sieve;
  };
  static const auto table = [] {
    Words read;
    for_each_row(embedded(marque_weak_words, marque_weak_words_end), [&](const auto& fields) {
      const auto decoded = decode_utf8(fields[0]);
      if (!decoded) return;
      const std::string_view sense = fields[2];
      const bool sold = sense == "goods" || sense == "services" || sense == "trade" || sense == "place of sale" || sense == "place of use";
      read.sieve.add(*decoded);
      read.by_word.emplace(*decoded, WeakWord{std::string(fields[1]), sold});
    });
    return read;
  }();
  if (!table.sieve.may_hold(word)) return nullptr;
  const auto found = table.by_word.find(word);
  return found == table.by_word.end() ? nullptr : &found->second;
}

bool is_division(std::u32string_view word) { return word.size() > 1 && !DivisionTable::get().named(word).empty(); }

bool says_nothing(std::u32string_view word) {
  return weak_rule(word) != nullptr || is_generic(word) || is_division(word);
}

}  // namespace

const std::string* weak_rule(std::u32string_view word) {
  const WeakWord* const found = weak_word(word);
  return found == nullptr ? nullptr : &found->rule;
}

bool says_what_is_sold(std::u32string_view word) {
  const WeakWord* const found = weak_word(word);
  return found != nullptr && found->sold;
}

std::vector<std::string> rules_of_weak(std::u32string_view stretch) {
  constexpr std::size_t least_joined = 3;   // letters: shorter words are often a part of another one by chance
  std::vector<std::string> rules;
  if (const std::string* whole = weak_rule(stretch)) return {*whole};
  while (!stretch.empty()) {
    std::size_t length = std::min(stretch.size(), longest_letters);
    const std::size_t least = stretch.front() < 0x80 && !rules.empty() ? least_joined : 1;
    while (length >= least && !says_nothing(stretch.substr(0, length))) --length;
    if (length < least) return {};
    const std::u32string_view word = stretch.substr(0, length);
    const std::string* rule = weak_rule(word);
    const std::string found = rule != nullptr ? *rule : is_generic(word) ? "W11" : "W12";
    if (std::find(rules.begin(), rules.end(), found) == rules.end()) rules.push_back(found);
    stretch.remove_prefix(length);
  }
  return rules;
}

std::u32string_view distinctive_part(std::u32string_view han) {
  constexpr std::size_t least = 2;
  const auto room = [&] { return std::min(longest_word, han.size() - std::min(han.size(), least)); };
  std::size_t length = room();
  while (length > 1 && !is_division(han.substr(0, length))) --length;
  if (length > 1) han.remove_prefix(length);
  for (length = room(); length > 0; length = room()) {
    const auto end = [&] { return han.substr(han.size() - length); };
    while (length > 0 && weak_rule(end()) == nullptr && !is_generic(end())) --length;
    if (length == 0) break;
    han.remove_suffix(length);
  }
  return han;
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
