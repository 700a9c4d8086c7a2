#include "marque/text/meaning.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "text/code_point_map.hpp"
#include "text/gloss_words.hpp"
#include "text/lexicon.hpp"
#include "text/lexicon_image.hpp"

MARQUE_EMBEDDED(marque_glosses)

namespace marque {

namespace {

// Where a character's words stand in the embedded table.
struct WordList {
  std::uint32_t first : 24;
  std::uint32_t length : 8;
};

const CodePointMap<WordList>& word_lists() {
  static const CodePointMap<WordList> map = [] {
    CodePointMap<WordList> built;
    for_each_row(embedded(marque_glosses, marque_glosses_end), [&](const auto& row) {
      const auto first = static_cast<std::uint32_t>(row[1].data() - marque_glosses);
      built.set((*decode_utf8(row[0]))[0], {first & 0xFFFFFF, static_cast<std::uint8_t>(row[1].size())});
    });
    return built;
  }();
  return map;
}

constexpr std::string_view between_senses = ",";
constexpr std::string_view between_words = " ,";

// A character's senses cut at any of the separators.
std::vector<std::string_view> pieces(char32_t character, std::string_view separators) {
  const WordList list = word_lists()[character];
  std::string_view rest(marque_glosses + list.first, list.length);
  std::vector<std::string_view> found;
  while (!rest.empty()) {
    found.push_back(rest.substr(0, rest.find_first_of(separators)));
    rest.remove_prefix(std::min(rest.size(), found.back().size() + 1));
  }
  return found;
}

// Endings with what takes their place, the likelier reading first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> endings{
    {{"ies", "y"}, {"s", ""}, {"es", ""}, {"ing", ""}, {"ing", "e"}, {"ed", ""}, {"ed", "e"}}};

bool doubled(std::string_view stem) {
  return stem.size() > 3 && stem.back() == stem[stem.size() - 2];
}

bool is_known(std::string_view word) { return Lexicon::get().find(word) != Lexicon::unknown; }

/// The base that a regular ending hides, where the lexicon has it.
std::optional<std::string> regular_base(std::string_view word) {
  for (const auto& [ending, instead] : endings) {
    if (word.size() < ending.size() + 2 || !word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    std::string base(stem);
    base += instead;
    if (is_known(base)) return base;
    if (ending.front() != 's' && doubled(stem) && is_known(stem.substr(0, stem.size() - 1)))
      return std::string(stem.substr(0, stem.size() - 1));
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string_view> glosses(char32_t character) {
  std::vector<std::string_view> words;
  for (const std::string_view word : pieces(character, between_words)) {
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  }
  return words;
}

std::vector<std::string_view> senses(char32_t character) { return pieces(character, between_senses); }

std::u32string glossed_characters() {
  std::u32string characters;
  for_each_row(embedded(marque_glosses, marque_glosses_end),
               [&](const auto& row) { characters += (*decode_utf8(row[0]))[0]; });
  return characters;
}

std::string base_form(std::string_view word) {
  if (is_known(word)) return std::string(word);
  if (const std::string_view base = Lexicon::get().irregular(word); !base.empty()) return std::string(base);
  if (auto base = regular_base(word)) return *std::move(base);
  const bool plural = word.size() > 3 && word.ends_with('s') && word[word.size() - 2] != 's';
  return plural ? base_form(word.substr(0, word.size() - 1)) : std::string(word);
}

std::vector<std::string_view> irregular_forms(std::string_view base) {
  std::vector<std::string_view> found;
  const Lexicon::WordId word = Lexicon::get().find(base);
  if (word == Lexicon::unknown) return found;
  for (const std::uint32_t form : Lexicon::get().irregular_forms(word)) found.push_back(Lexicon::get().form(form));
  return found;
}

bool is_english(std::string_view base) {
  const Lexicon::WordId word = Lexicon::get().find(base);
  return word != Lexicon::unknown && Lexicon::get().is_english(word);
}

bool is_foreign(std::string_view base) {
  const Lexicon::WordId word = Lexicon::get().find(base);
  return word != Lexicon::unknown && Lexicon::get().is_foreign(word);
}

std::vector<std::string_view> languages_of(std::string_view base) {
  std::vector<std::string_view> found;
  const Lexicon::WordId word = Lexicon::get().find(base);
  const std::uint32_t bits = word == Lexicon::unknown ? 0 : Lexicon::get().languages(word);
  for (std::size_t at = 0; at < lexicon_image::languages_known.size(); ++at) {
    if ((bits >> at & 1) != 0) found.push_back(lexicon_image::languages_known[at]);
  }
  return found;
}

bool is_function_word(std::string_view word) { return gloss_words().functions.contains(word); }

}  // namespace marque
