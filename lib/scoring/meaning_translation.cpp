#include "scoring/meaning_translation.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

#include "marque/text/meaning.hpp"
#include "scoring/letters.hpp"
#include "scoring/meaning_weights.hpp"
#include "text/generic_words.hpp"

namespace marque {

namespace {

constexpr std::size_t shortest_half = 3;  // letters, of a word written solid
constexpr unsigned solid_ranks = 2;       // halves are read in their first senses

float rank_likeness(unsigned rank) {
  return std::max(weights::least_of_rank, 1 - weights::per_rank * static_cast<float>(rank));
}

float partial_likeness(std::size_t family) {
  for (const auto& step : weights::partial_gloss) {
    if (family <= step.most_glosses) return step.likeness;
  }
  return 0;
}

std::vector<std::string> split(std::string_view head) {
  std::vector<std::string> words;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find(' '), head.size());
    words.emplace_back(head.substr(0, end));
    head.remove_prefix(std::min(head.size(), end + 1));
  }
  return words;
}

bool is_word(std::u32string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char32_t c) { return c >= U'a' && c <= U'z'; });
}

/// The places of all words of a gloss in a name; none where one is missing.
std::uint8_t places(const std::vector<std::string>& gloss, const std::vector<std::string>& words) {
  std::uint8_t mask = 0;
  for (const std::string& word : gloss) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return 0;
    mask = static_cast<std::uint8_t>(mask | 1U << (found - words.begin()));
  }
  return mask;
}

std::uint8_t bit(std::size_t place) { return static_cast<std::uint8_t>(1U << place); }

std::vector<Kin> close_kin(const std::string& word) {
  std::vector<Kin> kin = kin_of(word, Kinship::kind);
  std::erase_if(kin, [](const Kin& one) { return one.likeness < weights::least_kin_across; });
  return kin;
}

/// No cover by these parts scores higher.
float most_cover(const std::vector<TranslatedPart>& parts, std::size_t characters, std::size_t words) {
  std::uint32_t characters_met = 0, words_met = 0;
  for (const TranslatedPart& part : parts) {
    characters_met |= (1U << part.end) - (1U << part.begin);
    words_met |= part.words;
  }
  return static_cast<float>(std::popcount(characters_met)) / static_cast<float>(characters) *
         static_cast<float>(std::popcount(words_met)) / static_cast<float>(words);
}

bool is_half(std::string_view word) { return word.size() >= shortest_half && word.find(' ') == word.npos; }

/// The two halves of a gloss that may be written solid.
std::optional<std::string> joined(std::string_view first, std::string_view second) {
  if (!is_half(first) || !is_half(second)) return std::nullopt;
  std::string word = std::string(first) + std::string(second);
  if (base_form(word) != word) return std::nullopt;
  return word;
}

}  // namespace

std::vector<std::string> meaning_words(std::u32string_view words) {
  std::vector<std::u32string_view> parts = split_words(words);
  while (parts.size() > 1 && is_generic(parts.back())) parts.pop_back();
  std::vector<std::string> kept, functions;
  for (const std::u32string_view part : parts) {
    if (!is_word(part)) continue;
    const std::string word(part.begin(), part.end());
    (is_function_word(word) ? functions : kept).push_back(base_form(word));
  }
  if (kept.empty()) kept = std::move(functions);
  if (kept.size() > weights::most_meaning_words) kept.clear();
  return kept;
}

Cover translation_score(const std::vector<TranslatedPart>& parts, std::size_t characters, std::size_t words) {
  Cover best;
  if (most_cover(parts, characters, words) * weights::composed >= weights::least_meaning) {
    best = best_cover(parts, characters, words);
    best.score *= weights::composed;
  }
  for (std::size_t index = 0; index < parts.size(); ++index) {
    const TranslatedPart& part = parts[index];
    if (part.begin != 0 || part.end != characters) continue;
    const float score = part.likeness * static_cast<float>(std::popcount(part.words)) / static_cast<float>(words);
    if (score >= best.score) best = {score, {index}};
  }
  return best;
}

ChineseTranslator::ChineseTranslator(std::u32string_view han, const Dictionary& dictionary) {
  if (han.size() > weights::longest_meaning_han) return;
  for (std::size_t begin = 0; begin < han.size(); ++begin) {
    for (std::size_t end = begin + 1; end <= han.size(); ++end) add_part(han, begin, end, dictionary);
  }
  add_solid(han, dictionary);
}

void ChineseTranslator::add_part(std::u32string_view han, std::size_t begin, std::size_t end, const Dictionary& dictionary) {
  const auto first = static_cast<std::uint8_t>(begin), last = static_cast<std::uint8_t>(end);
  for (const Gloss& gloss : dictionary.glosses(han.substr(begin, end - begin))) {
    const float likeness = rank_likeness(gloss.rank);
    const std::string noun(dictionary.noun_of(gloss.head));
    std::vector<std::string> words = split(gloss.head);
    const float partial = words.size() > 1 ? partial_likeness(dictionary.family(noun)) : 0;
    hits_[noun].push_back({first, last, likeness, partial, std::move(words), gloss.head});
    if (gloss.rank >= weights::kin_ranks) continue;
    for (const Kin& kin : close_kin(gloss.head))
      hits_[kin.word].push_back({first, last, likeness * kin.likeness, 0, {}, gloss.head});
  }
}

void ChineseTranslator::add_solid(std::u32string_view han, const Dictionary& dictionary) {
  const auto length = static_cast<std::uint8_t>(han.size());
  const auto add = [&](std::string_view first, std::string_view second, float likeness) {
    const auto word = joined(first, second);
    if (!word) return;
    TranslatedPart& part = solid_[*word];
    if (likeness > part.likeness) part = {0, length, 1, likeness, std::string(first) + ' ' + std::string(second)};
  };
  for (const Gloss& gloss : dictionary.glosses(han)) {
    const auto words = split(gloss.head);
    if (gloss.rank < solid_ranks && words.size() == 2) add(words[0], words[1], rank_likeness(gloss.rank));
  }
  for (std::size_t cut = 1; cut < han.size(); ++cut) {
    for (const Gloss& first : dictionary.glosses(han.substr(0, cut))) {
      for (const Gloss& second : dictionary.glosses(han.substr(cut))) {
        if (first.rank < solid_ranks && second.rank < solid_ranks)
          add(first.head, second.head, weights::composed * rank_likeness(first.rank) * rank_likeness(second.rank));
      }
    }
  }
}

void ChineseTranslator::meet(const Hit& hit, std::uint8_t met, const std::vector<std::string>& words,
                             std::vector<TranslatedPart>& parts) {
  const std::uint8_t all = hit.words.empty() ? met : places(hit.words, words);
  if (all != 0) {
    parts.push_back({hit.begin, hit.end, all, hit.likeness, hit.gloss});
  } else if (hit.partial > 0) {
    parts.push_back({hit.begin, hit.end, met, hit.likeness * hit.partial, hit.gloss});
  }
}

std::vector<TranslatedPart> ChineseTranslator::parts(const std::vector<std::string>& words) const {
  std::vector<TranslatedPart> parts;
  const auto look_up = [&](const std::string& lemma, std::uint8_t mask) {
    const auto found = hits_.find(lemma);
    if (found == hits_.end()) return;
    for (const Hit& hit : found->second) meet(hit, mask, words, parts);
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    look_up(words[at], bit(at));
    if (at + 1 < words.size()) look_up(words[at] + ' ' + words[at + 1], static_cast<std::uint8_t>(bit(at) | bit(at + 1)));
  }
  if (words.size() == 1) {
    if (const auto solid = solid_.find(words[0]); solid != solid_.end()) parts.push_back(solid->second);
  }
  return parts;
}

std::vector<std::string> ChineseTranslator::keys() const {
  std::vector<std::string> keys;
  for (const auto& [word, hits] : hits_) keys.push_back(word);
  for (const auto& [word, part] : solid_) keys.push_back(word);
  return keys;
}

EnglishTranslator::EnglishTranslator(const std::vector<std::string>& words, const Dictionary& dictionary) : words_(words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    add_glosses(at, dictionary);
    add_kin(words[at], bit(at), dictionary);
    if (at + 1 < words.size())
      add_kin(words[at] + ' ' + words[at + 1], static_cast<std::uint8_t>(bit(at) | bit(at + 1)), dictionary);
  }
  if (words.size() == 1) add_solid(dictionary);
}

void EnglishTranslator::add(const std::u32string& han, Match match) {
  if (han.empty() || han.size() > weights::longest_meaning_han) return;
  longest_ = std::max(longest_, han.size());
  matches_[han].push_back(std::move(match));
}

void EnglishTranslator::add_glosses(std::size_t word, const Dictionary& dictionary) {
  const float partial = partial_likeness(dictionary.family(words_[word]));
  const bool single = words_.size() == 1 && partial <= 0;
  for (const Translation& found : single ? dictionary.words_for(words_[word]) : dictionary.translations(words_[word])) {
    const float likeness = rank_likeness(found.gloss.rank);
    const auto gloss = split(found.gloss.head);
    if (const std::uint8_t all = places(gloss, words_)) {
      add(found.word, {all, likeness, found.gloss.head});
    } else if (gloss.size() > 1 && partial > 0) {
      add(found.word, {bit(word), likeness * partial, found.gloss.head});
    }
  }
}

void EnglishTranslator::add_kin(const std::string& lemma, std::uint8_t mask, const Dictionary& dictionary) {
  for (const Kin& kin : close_kin(lemma)) {
    for (const Translation& found : dictionary.words_for(kin.word)) {
      if (found.gloss.rank < weights::kin_ranks)
        add(found.word, {mask, rank_likeness(found.gloss.rank) * kin.likeness, found.gloss.head});
    }
  }
}

void EnglishTranslator::add_solid(const Dictionary& dictionary) {
  const std::string& word = words_[0];
  const auto add = [&](const std::u32string& han, float likeness, std::string gloss) {
    if (han.size() > weights::longest_meaning_han) return;
    Match& match = solid_[han];
    if (likeness > match.likeness) match = {1, likeness, std::move(gloss)};
  };
  for (std::size_t cut = shortest_half; cut + shortest_half <= word.size(); ++cut) {
    const std::string first = word.substr(0, cut), second = word.substr(cut);
    const std::string gloss = first + ' ' + second;
    for (const Translation& found : dictionary.words_for(gloss)) {
      if (found.gloss.rank < solid_ranks) add(found.word, rank_likeness(found.gloss.rank), gloss);
    }
    const auto left = dictionary.words_for(first);
    if (left.empty()) continue;
    for (const Translation& y : dictionary.words_for(second)) {
      for (const Translation& x : left) {
        if (x.gloss.rank < solid_ranks && y.gloss.rank < solid_ranks)
          add(x.word + y.word, weights::composed * rank_likeness(x.gloss.rank) * rank_likeness(y.gloss.rank), gloss);
      }
    }
  }
}

std::vector<TranslatedPart> EnglishTranslator::parts(std::u32string_view han) const {
  std::vector<TranslatedPart> parts;
  if (han.size() > weights::longest_meaning_han) return parts;
  for (std::size_t begin = 0; begin < han.size(); ++begin) {
    for (std::size_t end = begin + 1; end <= han.size() && end - begin <= longest_; ++end) {
      const auto found = matches_.find(han.substr(begin, end - begin));
      if (found == matches_.end()) continue;
      for (const Match& match : found->second)
        parts.push_back({static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(end), match.words, match.likeness, match.gloss});
    }
  }
  if (const auto solid = solid_.find(han); solid != solid_.end())
    parts.push_back({0, static_cast<std::uint8_t>(han.size()), solid->second.words, solid->second.likeness, solid->second.gloss});
  return parts;
}

std::vector<std::u32string> EnglishTranslator::keys() const {
  std::vector<std::u32string> keys;
  for (const auto& [word, matches] : matches_) keys.push_back(word);
  for (const auto& [word, match] : solid_) keys.push_back(word);
  return keys;
}

}  // namespace marque
