#include "scoring/meaning_words.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "scoring/letters.hpp"
#include "scoring/meaning_weights.hpp"
#include "text/generic_words.hpp"

namespace marque {

namespace {

bool is_word(std::u32string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char32_t c) { return c >= U'a' && c <= U'z'; });
}

MeaningWordReader::Word word_of(std::u32string_view text) {
  MeaningWordReader::Word word;
  word.generic = is_generic(text);
  if (!is_word(text)) return word;
  const std::string letters(text.begin(), text.end());
  word.function = is_function_word(letters);
  word.base = base_form(letters);
  return word;
}

/// Cuts an unknown word that is joined of two English ones, where both are longest.
MeaningWordReader::Word joined_word_of(std::u32string_view text) {
  MeaningWordReader::Word word = word_of(text);
  if (word.base.empty() || word.function || word.generic || Lexicon::get().find(word.base) != Lexicon::unknown) return word;
  const std::string whole(text.begin(), text.end());
  std::size_t best = 0;
  for (std::size_t cut = shortest_joined_word; cut + shortest_joined_word <= whole.size(); ++cut) {
    const std::size_t shorter = std::min(cut, whole.size() - cut);
    if (shorter <= best || !is_english(std::string_view(whole).substr(0, cut))) continue;
    std::string second = base_form(std::string_view(whole).substr(cut));
    if (!is_english(second)) continue;
    best = shorter;
    word.base = whole.substr(0, cut);
    word.second = std::move(second);
  }
  return word;
}

/// `look_up(text)` gives the Word of a text.
template <class LookUp>
void find_words(std::u32string_view words, LookUp&& look_up, std::vector<std::string>& kept) {
  std::vector<std::u32string_view> parts = split_words(words);
  while (parts.size() > 1 && look_up(parts.back()).generic) parts.pop_back();
  kept.clear();
  std::vector<std::string> functions;
  for (const std::u32string_view part : parts) {
    const MeaningWordReader::Word& word = look_up(part);
    if (!word.base.empty()) (word.function ? functions : kept).push_back(word.base);
    if (!word.second.empty()) kept.push_back(word.second);
  }
  if (kept.empty()) kept = std::move(functions);
  if (kept.size() > weights::most_meaning_words) kept.clear();
}

}  // namespace

std::vector<std::string> meaning_words(std::u32string_view words) {
  std::vector<std::string> found;
  find_words(words, joined_word_of, found);
  return found;
}

bool in_english_words(std::u32string_view words) {
  std::vector<std::string> found;
  find_words(words, word_of, found);
  return !found.empty() && std::all_of(found.begin(), found.end(), [](const std::string& word) { return is_english(word); });
}

const std::vector<std::string>& MeaningWordReader::read(std::u32string_view words) {
  find_words(words, [&](std::u32string_view text) -> const Word& { return look_up(text); }, found_);
  return found_;
}

const MeaningWordReader::Word& MeaningWordReader::look_up(std::u32string_view text) {
  Known& known = known_[std::hash<std::u32string_view>{}(text) % known_.size()];
  if (known.text != text) {
    known.text = text;
    known.word = joined_word_of(text);
  }
  return known.word;
}

std::vector<NameLemma> lemmas_of(const std::vector<std::string>& words) {
  std::vector<NameLemma> lemmas;
  const auto add = [&](std::string_view text, unsigned places) {
    const Lexicon::WordId word = Lexicon::get().find(text);
    if (word != Lexicon::unknown) lemmas.push_back({word, static_cast<std::uint8_t>(places), KinOf(word)});
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    add(words[at], 1U << at);
    if (at + 1 < words.size()) add(words[at] + ' ' + words[at + 1], 3U << at);
  }
  return lemmas;
}

}  // namespace marque
