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
  }
  if (kept.empty()) kept = std::move(functions);
  if (kept.size() > weights::most_meaning_words) kept.clear();
}

}  // namespace

std::vector<std::string> meaning_words(std::u32string_view words) {
  std::vector<std::string> found;
  find_words(words, word_of, found);
  return found;
}

const std::vector<std::string>& MeaningWordReader::read(std::u32string_view words) {
  find_words(words, [&](std::u32string_view text) -> const Word& { return look_up(text); }, found_);
  return found_;
}

const MeaningWordReader::Word& MeaningWordReader::look_up(std::u32string_view text) {
  Known& known = known_[std::hash<std::u32string_view>{}(text) % known_.size()];
  if (known.text != text) {
    known.text = text;
    known.word = word_of(text);
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
