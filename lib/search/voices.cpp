#include "search/voices.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "marque/text/readings.hpp"
#include "marque/text/romanisation.hpp"
#include "text/character_code.hpp"
#include "text/romanisation_spellings.hpp"

namespace marque {

namespace {

std::string sounds(const transcription::Syllable& syllable) {
  std::string key(1, syllable.has_onset ? '^' : ' ');
  for (std::size_t at = 0; at < syllable.size; ++at) {
    key.push_back(static_cast<char>(syllable.phones[at].sound));
    key.push_back(static_cast<char>(syllable.phones[at].weight));
  }
  return key;
}

/// All that a voice follows from: the syllables of each reading.
std::u16string said(char32_t character) {
  std::u16string key;
  for (const marque::Reading reading : readings(character)) key.push_back(static_cast<char16_t>(reading.syllable));
  key.push_back(0xFFFF);
  for (const CantoneseSyllable syllable : cantonese_readings(character)) key.push_back(static_cast<char16_t>(syllable));
  return key;
}

/// The letters of a name that may stand for one of a spelling.
const std::string& letters_for(char spelled) {
  static const std::array<std::string, 26> letters = [] {
    std::array<std::string, 26> found;
    for (char own = 'a'; own <= 'z'; ++own) {
      for (char letter = 'a'; letter <= 'z'; ++letter) {
        if (spells(own, static_cast<char32_t>(letter))) found[static_cast<std::size_t>(own - 'a')].push_back(letter);
      }
    }
    return found;
  }();
  assert(spelled >= 'a' && spelled <= 'z');
  return letters[static_cast<std::size_t>(spelled - 'a')];
}

}  // namespace

const Voices& Voices::known() {
  static const Voices loaded;
  return loaded;
}

Voices::Voices() : reading_ends_(1), nodes_(1) {
  read_characters();
  read_places();
}

void Voices::read_characters() {
  std::map<std::string, std::uint16_t> numbers;
  std::map<std::pair<std::vector<Reading>, std::vector<std::string_view>>, std::uint16_t> voices;
  of_code_.resize(character_codes());
  std::unordered_map<std::u16string, std::uint16_t> met;   // most characters are said as others are
  transcription::Speech speech;
  for (std::size_t code = 1; code < of_code_.size(); ++code) {
    const char32_t character = character_of(static_cast<std::uint16_t>(code));
    const auto [known_voice, first_met] = met.try_emplace(said(character), std::uint16_t{0});
    if (!first_met) {
      of_code_[code] = known_voice->second;
      continue;
    }
    if (!transcription::speak({&character, 1}, speech)) continue;
    std::vector<Reading> readings;
    for (transcription::Syllable& syllable : speech.syllables) {
      const std::uint8_t price = std::exchange(syllable.price, std::uint8_t{0});
      const auto [number, added] = numbers.try_emplace(sounds(syllable), static_cast<std::uint16_t>(syllables_.size()));
      if (added) syllables_.push_back(syllable);
      readings.push_back({number->second, price});
    }
    auto spellings = spellings_of(character);
    const auto [voice, added] =
        voices.try_emplace({std::move(readings), std::move(spellings)}, static_cast<std::uint16_t>(size()));
    of_code_[code] = known_voice->second = voice->second;
    if (!added) continue;
    readings_.insert(readings_.end(), voice->first.first.begin(), voice->first.first.end());
    reading_ends_.push_back(static_cast<std::uint32_t>(readings_.size()));
    for (const std::string_view spelling : voice->first.second) insert(0, spelling, voice->second, &Node::voices);
  }
}

void Voices::read_places() {
  for (const auto& [place, spellings] : place_spellings()) {
    Place read;
    for (const char32_t character : place) read.voices.push_back(of(character));
    if (std::find(read.voices.begin(), read.voices.end(), 0) != read.voices.end()) continue;
    for (const std::string_view spelling : spellings)
      insert(0, spelling, static_cast<std::uint16_t>(places_.size()), &Node::places);
    places_.push_back(std::move(read));
  }
}

void Voices::insert(std::size_t node, std::string_view spelling, std::uint16_t which, std::vector<std::uint16_t> Node::*list) {
  if (spelling.empty()) {
    (nodes_[node].*list).push_back(which);
    return;
  }
  for (const char letter : letters_for(spelling.front())) {
    const auto place = static_cast<std::size_t>(letter - 'a');
    if (nodes_[node].next[place] == 0) {
      nodes_[node].next[place] = static_cast<std::uint16_t>(nodes_.size());
      nodes_.emplace_back();
    }
    insert(nodes_[node].next[place], spelling.substr(1), which, list);
  }
}

std::uint16_t Voices::of(char32_t character) const noexcept { return of_code_[character_code(character)]; }

bool Voices::romanised(std::u32string_view letters) const {
  if (letters.empty() || letters.size() >= most_spelled) return false;
  std::uint64_t reached = 1;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if ((reached >> at & 1) == 0) continue;
    spelled_at(letters, at, [&](std::size_t length, auto, auto) { reached |= std::uint64_t{1} << (at + length); });
  }
  return (reached >> letters.size() & 1) != 0;
}

}  // namespace marque
