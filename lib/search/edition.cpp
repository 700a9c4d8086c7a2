#include "search/edition.hpp"

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "marque/base/digest.hpp"
#include "marque/logo/fingerprint.hpp"
#include "text/character_code.hpp"
#include "text/lexicon.hpp"

MARQUE_EMBEDDED(marque_across_classes)
MARQUE_EMBEDDED(marque_across_costs)
MARQUE_EMBEDDED(marque_across_letters)
MARQUE_EMBEDDED(marque_across_sounds)
MARQUE_EMBEDDED(marque_across_weights)
MARQUE_EMBEDDED(marque_cantonese)
MARQUE_EMBEDDED(marque_generic_words)
MARQUE_EMBEDDED(marque_gloss_words)
MARQUE_EMBEDDED(marque_latin_sounds)
MARQUE_EMBEDDED(marque_letter_classes)
MARQUE_EMBEDDED(marque_number_words)
MARQUE_EMBEDDED(marque_readings)
MARQUE_EMBEDDED(marque_romanisation_places)
MARQUE_EMBEDDED(marque_romanisation_spellings)
MARQUE_EMBEDDED(marque_weak_words)

namespace marque {

namespace {

/// What the sounds of across_table.hpp are made of.
std::uint32_t edition_of_sounds() {
  std::uint32_t crc = 0;
  for (const std::string_view table : {embedded(marque_across_classes, marque_across_classes_end), embedded(marque_across_costs, marque_across_costs_end),
                                       embedded(marque_across_letters, marque_across_letters_end), embedded(marque_across_sounds, marque_across_sounds_end),
                                       embedded(marque_across_weights, marque_across_weights_end), embedded(marque_cantonese, marque_cantonese_end),
                                       embedded(marque_readings, marque_readings_end),
                                       embedded(marque_romanisation_places, marque_romanisation_places_end),
                                       embedded(marque_romanisation_spellings, marque_romanisation_spellings_end)})
    crc = crc32c(std::as_bytes(std::span(table)), crc);
  return crc;
}

/// What letter_table.hpp and gram_table.hpp lay names out by.
std::uint32_t edition_of_letters(std::uint32_t crc) {
  for (const std::string_view table : {embedded(marque_latin_sounds, marque_latin_sounds_end), embedded(marque_letter_classes, marque_letter_classes_end),
                                       embedded(marque_weak_words, marque_weak_words_end)})
    crc = crc32c(std::as_bytes(std::span(table)), crc);
  return crc;
}

template <class T>
std::uint32_t extended(std::uint32_t crc, const T& value) {
  return crc32c(std::as_bytes(std::span(&value, 1)), crc);
}

/// What the words of meaning_table.hpp are found by.
std::uint32_t edition_of_words(std::uint32_t crc) {
  for (const std::string_view table : {embedded(marque_generic_words, marque_generic_words_end), embedded(marque_gloss_words, marque_gloss_words_end),
                                       embedded(marque_number_words, marque_number_words_end)})
    crc = crc32c(std::as_bytes(std::span(table)), crc);
  return extended(crc, Lexicon::get().edition());
}

std::uint32_t edition_of_tables() {
  std::uint32_t crc = edition_of_words(edition_of_sounds());
  for (std::size_t i = 0; i < character_codes(); ++i) {
    const auto code = static_cast<std::uint16_t>(i);
    crc = extended(crc, character_of(code));
    crc = extended(crc, shape_class(code));
    crc = extended(crc, sound_class(code));
  }
  return extended(edition_of_letters(crc), current_fingerprint_version());
}

}  // namespace

std::uint32_t table_edition() noexcept {
  static const std::uint32_t edition = edition_of_tables();
  return edition;
}

}  // namespace marque
