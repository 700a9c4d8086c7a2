#include "scoring/across.hpp"

#include <algorithm>
#include <optional>

#include "marque/text/romanisation.hpp"

namespace marque {

namespace {

using transcription::Letters;
using transcription::Speech;

// Letters that read as pinyin from end to end are likelier to spell other characters than to be a foreign word: what sets
// them apart from these counts a third more.
constexpr unsigned pinyin_numerator = 4;
constexpr unsigned pinyin_denominator = 3;

// Letters that spell the whole text in a system: a reader of pinyin says the name; the older systems fewer people read.
constexpr float in_pinyin = 1.0f;
constexpr float in_old_system = 0.97f;
constexpr float in_cantonese = 0.95f;

bool letters_alone(const NameView& name) { return name.han.empty() && name.core_latin.size() > 1; }

float credit(Romanisation system) {
  if (system == Romanisation::pinyin) return in_pinyin;
  return system == Romanisation::cantonese ? in_cantonese : in_old_system;
}

/// Nothing asked is unmet and the beginnings agree: only then can letters spell the text.
bool all_met(std::uint64_t letters, std::uint64_t han) {
  return (letters & ~han & transcription::letters_ask) == 0 && (han & ~letters & transcription::han_asks) == 0 &&
         (letters & han & transcription::first_bits) != 0;
}

/// In hundredths of an onset, the most that still gives `across_least`.
unsigned most_cost(unsigned heavier) { return heavier * (100 - across_least_percent) / 100; }

float aligned(const Speech& speech, const Letters& phones, std::u32string_view letters) {
  const unsigned heavier = std::max(weight(speech), weight(phones)), most = most_cost(heavier);
  unsigned cost = transcription::cost(speech, phones, most);
  if (cost > most) return 0;
  if (cost > 0 && reads_as_pinyin(letters)) cost = cost * pinyin_numerator / pinyin_denominator;
  return across_likeness(cost, heavier);
}

float likeness(const Speech& speech, std::u32string_view han, const Letters& phones, std::u32string_view letters) {
  float best = aligned(speech, phones, letters);
  if (best > 0 && best < in_pinyin && all_met(signature(phones), signature(speech))) {
    if (const std::optional<Romanisation> system = romanised_as(han, letters)) best = std::max(best, credit(*system));
  }
  return best;
}

}  // namespace

bool characters_alone(const NameView& name) noexcept { return !name.core_han.empty() && name.latin.empty(); }

bool speak(const NameView& name, Speech& speech) {
  return characters_alone(name) && transcription::speak(name.core_han, speech);
}

bool spell(const NameView& name, Letters& letters) {
  return letters_alone(name) && transcription::spell(name.core_latin, letters);
}

float across_likeness(unsigned cost, unsigned heavier) {
  return cost > most_cost(heavier) ? 0 : 1 - static_cast<float>(cost) / static_cast<float>(heavier);
}

unsigned across_limit(unsigned heavier, float floor) {
  const float share = 1 - floor;
  return std::min(most_cost(heavier), static_cast<unsigned>(std::max(share * static_cast<float>(heavier), 0.0f) + 1));
}

AcrossMatcher::AcrossMatcher(const NameView& query) : query_(owned(query)) {
  const NameView own = query_.view();
  han_ = speak(own, speech_);
  latin_ = spell(own, letters_);
  find_least();
}

void AcrossMatcher::find_least() {
  least_.fill(255);
  const auto lower = [&](std::size_t other, unsigned cost) { least_[other] = static_cast<std::uint8_t>(std::min<unsigned>(least_[other], cost)); };
  for (std::uint8_t other = 0; other < least_.size(); ++other) {
    for (std::size_t at = 0; latin_ && at < letters_.size; ++at) lower(other, transcription::change(other, letters_.phones[at].sound, false));
    if (!han_) continue;
    for (const transcription::Syllable& syllable : speech_.syllables) {
      for (std::size_t p = 0; p < syllable.size; ++p) lower(other, transcription::change(syllable.phones[p].sound, other, false));
    }
  }
}

/// Whether the other's phones, each left out or written by the query's cheapest, can cost little enough. Rules out most names for a
/// fraction of what aligning them takes.
bool AcrossMatcher::may_meet() const {
  const unsigned most = most_cost(std::max(weight(speech_), weight(letters_)));
  unsigned cost = 0;
  if (han_) {
    for (std::size_t at = 0; at < letters_.size; ++at) cost += std::min(letters_.phones[at].weight, least_[letters_.phones[at].sound]);
    return cost <= most;
  }
  std::size_t from = 0;
  for (const std::uint16_t end : speech_.ends) {
    unsigned cheapest = ~0u;
    for (; from < end; ++from) {
      const transcription::Syllable& syllable = speech_.syllables[from];
      unsigned reading = syllable.price;
      for (std::size_t p = 0; p < syllable.size; ++p) reading += std::min(syllable.phones[p].weight, least_[syllable.phones[p].sound]);
      cheapest = std::min(cheapest, reading);
    }
    cost += cheapest;
  }
  return cost <= most;
}

float AcrossMatcher::match(const NameView& other) {
  if (han_ && letters_alone(other)) {
    if (!transcription::spell(other.core_latin, letters_) || !may_meet()) return 0;
    return likeness(speech_, query_.core_han, letters_, other.core_latin);
  }
  if (latin_ && characters_alone(other)) {
    if (!transcription::speak(other.core_han, speech_) || !may_meet()) return 0;
    return likeness(speech_, other.core_han, letters_, query_.core_latin);
  }
  return 0;
}

}  // namespace marque
