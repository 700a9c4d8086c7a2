#include "scoring/meaning_filter.hpp"

#include <algorithm>

#include "marque/text/meaning.hpp"
#include "scoring/meaning_words.hpp"
#include "text/homographs.hpp"
#include "text/number_words.hpp"

namespace marque {

namespace {

constexpr std::size_t longest = 8;   // letters looked at

std::uint32_t next(std::uint32_t code, char32_t letter) { return (code + static_cast<std::uint32_t>(letter)) * 0x9E3779B1U; }
std::uint32_t bit_of(char32_t letter) { return 1U << letter % 32; }
std::size_t place_of(std::uint32_t code) { return code >> 18; }  // its upper bits, as many as the set has

}  // namespace

void Beginnings::add(std::string_view base) {
  if (!numbers_ && is_number(base)) add_numbers();
  add_spelling(spelling_of(base));
  for (const std::string_view form : irregular_forms(base)) add_spelling(form);
}

void Beginnings::add_numbers() {
  numbers_ = true;
  for_each_number_word([&](std::string_view word) { add_spelling(word); });
}

bool Beginnings::meets(std::u32string_view words) const {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(U' '), words.size());
    if (end > 0 && begins(words.substr(0, end))) return true;
    words.remove_prefix(std::min(words.size(), end + 1));
  }
  return false;
}

void Beginnings::add_spelling(std::string_view word) {
  const bool may_change = word.ends_with('y') || word.ends_with('e');
  const std::size_t length = std::min(longest, word.size() - (may_change ? 1 : 0));
  lengths_ |= 1U << length;
  std::uint32_t code = 0;
  for (const char letter : word.substr(0, length)) code = next(code, static_cast<unsigned char>(letter));
  set_.set(place_of(code));
  add_first_letters(word.substr(0, length));
  first_ |= bit_of(static_cast<unsigned char>(word.front()));
}

/// All that a word can begin with whose first letters are these.
void Beginnings::add_first_letters(std::string_view beginning) {
  std::size_t code = 0, all = 1;
  for (std::size_t at = 0; at < first_letters; ++at) {
    const std::size_t letter = at < beginning.size() ? static_cast<unsigned char>(beginning[at]) % (1U << bits_a_letter) : 0;
    code = code << bits_a_letter | letter;
    if (at >= beginning.size()) all <<= bits_a_letter;
  }
  for (std::size_t more = 0; more < all; ++more) starts_.set(code + more);
}

bool Beginnings::begins(std::u32string_view word) const {
  if (is_figure(word.front())) return numbers_;
  if (word.size() == 1) return (first_ & bit_of(word.front())) != 0;
  std::size_t start = 0;
  for (std::size_t at = 0; at < first_letters; ++at)
    start = start << bits_a_letter | (at < word.size() ? word[at] % (1U << bits_a_letter) : 0);
  if (!starts_[start]) return false;
  const char32_t last = word.back();
  const bool ending = last == U's' || last == U'g' || last == U'd';   // of one or two letters; longer ones may be words of their own
  std::uint32_t code = 0;
  for (std::size_t length = 1; length <= std::min(longest, word.size()); ++length) {
    code = next(code, word[length - 1]);
    if ((lengths_ >> length & 1U) == 0) continue;
    const std::size_t rest = word.size() - length;
    const bool may = length == longest || rest == 0 || rest >= shortest_joined_word || (rest == 1 && (last == U'e' || last == U'y')) || ending;
    if (may && set_[place_of(code)]) return true;
  }
  return false;
}

MeaningFilter::MeaningFilter(const MeaningKeys& keys) {
  for (const auto& word : keys.translations()) translations_.add(word.text);
  for (const auto& word : keys.synonyms()) synonyms_.add(word.text);
  for (std::size_t number = 0; number < keys.names(); ++number) names_.set(place(keys.name(number).text));
  for (const auto& word : keys.chinese()) {
    for (const char32_t character : word.text) characters_.set(character % size);
  }
}

/// More than half of the characters lie in translated words.
bool MeaningFilter::may_be_translated(std::u32string_view core_han) const {
  if (may_be_name(core_han)) return true;
  const auto met = std::count_if(core_han.begin(), core_han.end(), [&](char32_t character) { return characters_[character % size]; });
  return 2 * static_cast<std::size_t>(met) > core_han.size();
}

std::size_t MeaningFilter::place(std::u32string_view name) noexcept {
  std::uint64_t code = name.size();
  for (const char32_t character : name) code = (code ^ character) * 0x9E3779B97F4A7C15U;
  return code >> 48;
}

}  // namespace marque
