#include "text/lexicon.hpp"

#include <algorithm>
#include <bit>
#include <charconv>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_synonyms)
MARQUE_EMBEDDED(marque_synonym_kinds)
MARQUE_EMBEDDED(marque_synonym_forms)

namespace marque {

namespace {

std::uint32_t number(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 36);
  return value;
}

template <class Take>
void for_each_number(std::string_view list, Take&& take) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    take(number(list.substr(0, end)));
    list.remove_prefix(std::min(list.size(), end + 1));
  }
}

}  // namespace

void Lexicon::Lists::close(std::size_t owners) {
  starts_.assign(owners + 1, 0);
  for (const auto& [owner, item] : pairs_) ++starts_[owner + 1];
  for (std::size_t owner = 0; owner < owners; ++owner) starts_[owner + 1] += starts_[owner];
  std::vector<std::uint32_t> next = starts_;
  items_.resize(pairs_.size());
  for (const auto& [owner, item] : pairs_) items_[next[owner]++] = item;
  pairs_ = {};
}

const Lexicon& Lexicon::get() {
  static const Lexicon lexicon;
  return lexicon;
}

Lexicon::Lexicon() {
  read_words();
  read_kinds();
  senses_of_.close(words_.size());
  words_of_.close(sense_count_);
  parents_of_.close(sense_count_);
  children_of_.close(sense_count_);
  for_each_row(embedded(marque_synonym_forms, marque_synonym_forms_end), [&](const auto& row) {
    irregular_.emplace(row[0], row[1]);
    forms_.emplace(row[1], row[0]);
  });
}

void Lexicon::read_words() {
  for_each_row(embedded(marque_synonyms, marque_synonyms_end), [&](const auto& row) {
    const auto id = static_cast<WordId>(words_.size());
    words_.push_back(row[0]);
    for_each_number(row[1], [&](SenseId sense) {
      senses_of_.add(id, sense);
      words_of_.add(sense, id);
      sense_count_ = std::max<std::size_t>(sense_count_, sense + 1);
    });
  });
  slots_.assign(std::bit_ceil(words_.size() * 2), unknown);
  for (WordId id = 0; id < words_.size(); ++id) {
    std::size_t slot = std::hash<std::string_view>{}(words_[id]) & (slots_.size() - 1);
    while (slots_[slot] != unknown) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = id;
  }
}

void Lexicon::read_kinds() {
  for_each_row(embedded(marque_synonym_kinds, marque_synonym_kinds_end), [&](const auto& row) {
    const SenseId sense = number(row[0]);
    for_each_number(row[1], [&](SenseId parent) {
      parents_of_.add(sense, parent);
      children_of_.add(parent, sense);
      sense_count_ = std::max<std::size_t>(sense_count_, parent + 1);
    });
  });
}

Lexicon::WordId Lexicon::find(std::string_view word) const noexcept {
  std::size_t slot = std::hash<std::string_view>{}(word) & (slots_.size() - 1);
  while (slots_[slot] != unknown && words_[slots_[slot]] != word) slot = (slot + 1) & (slots_.size() - 1);
  return slots_[slot];
}

std::string_view Lexicon::irregular(std::string_view form) const {
  const auto found = irregular_.find(form);
  return found == irregular_.end() ? std::string_view{} : found->second;
}

}  // namespace marque
