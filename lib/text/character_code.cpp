#include "text/character_code.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "marque/text/readings.hpp"
#include "marque/text/romanisation.hpp"
#include "text/code_point_map.hpp"
#include "text/glyph_shapes.hpp"

MARQUE_EMBEDDED(marque_glyph_classes)

namespace marque {

namespace {

constexpr char32_t first_ideograph = 0x3400;
constexpr char32_t last_ideograph = 0x323AF;
constexpr std::uint8_t unclassed = 255;  // characters that were not rendered, or have no reading

std::uint32_t number_in(std::string_view field) {
  std::uint32_t number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  return number;
}

// Rendered characters first, the commonest of them foremost, so that a search touches few lines of its tables.
class Codes {
 public:
  static const Codes& built() {
    static const Codes codes;
    return codes;
  }

  CodePointMap<std::uint16_t> of_character;
  std::vector<char32_t> characters{0};
  std::vector<std::uint8_t> shape_classes{0};

 private:
  Codes() {
    std::vector<std::pair<std::uint32_t, char32_t>> ranked;
    CodePointMap<std::uint8_t> classes;
    for_each_row(embedded(marque_glyph_classes, marque_glyph_classes_end), [&](const auto& row) {
      const char32_t character = (*decode_utf8(row[0]))[0];
      classes.set(character, static_cast<std::uint8_t>(number_in(row[1])));
      ranked.emplace_back(number_in(row[2]), character);
    });
    std::sort(ranked.begin(), ranked.end());
    for (const auto& [rank, character] : ranked) add(character, classes[character]);
    for (char32_t character = first_ideograph; character <= last_ideograph; ++character) {
      if (of_character[character] != 0) continue;
      if (!readings(character).empty() || !cantonese_readings(character).empty() || shape_known(character)) add(character, unclassed);
    }
  }

  void add(char32_t character, std::uint8_t shape) {
    of_character.set(character, static_cast<std::uint16_t>(characters.size()));
    characters.push_back(character);
    shape_classes.push_back(shape);
  }
};

// Joins the two groups of syllables whose least likeness is greatest until few enough are left. A joined group
// takes the lower number; `likeness` holds the least likeness between groups.
class SyllableClasses {
 public:
  static const SyllableClasses& built() {
    static const SyllableClasses classes;
    return classes;
  }

  std::uint8_t operator[](Syllable syllable) const { return classes_[syllable]; }

 private:
  static constexpr std::size_t most = unclassed - 1;

  SyllableClasses() : count_(syllable_count()), group_(count_), likeness_(count_ * count_), classes_(count_) {
    for (std::size_t one = 0; one < count_; ++one) {
      group_[one] = one;
      for (std::size_t other = 0; other < count_; ++other)
        likeness_[one * count_ + other] = sound_similarity(static_cast<Syllable>(one), static_cast<Syllable>(other));
    }
    for (std::size_t groups = count_; groups > most; --groups) join_closest();
    std::vector<std::uint8_t> number(count_);
    std::uint8_t used = 0;
    for (std::size_t syllable = 0; syllable < count_; ++syllable) {
      std::uint8_t& mine = number[group_[syllable]];
      if (mine == 0) mine = ++used;
      classes_[syllable] = mine;
    }
  }

  void join_closest() {
    std::size_t left = 0;
    std::size_t right = 0;
    float best = -1;
    for (std::size_t one = 0; one < count_; ++one) {
      if (group_[one] != one) continue;
      for (std::size_t other = one + 1; other < count_; ++other) {
        if (group_[other] != other || likeness_[one * count_ + other] <= best) continue;
        best = likeness_[one * count_ + other];
        left = one;
        right = other;
      }
    }
    for (std::size_t other = 0; other < count_; ++other) {
      const float least = std::min(likeness_[left * count_ + other], likeness_[right * count_ + other]);
      likeness_[left * count_ + other] = likeness_[other * count_ + left] = least;
    }
    std::replace(group_.begin(), group_.end(), right, left);
  }

  std::size_t count_;
  std::vector<std::size_t> group_;  // the lowest syllable of its group
  std::vector<float> likeness_;
  std::vector<std::uint8_t> classes_;
};

}  // namespace

std::uint16_t character_code(char32_t character) noexcept { return Codes::built().of_character[character]; }

std::size_t character_codes() noexcept { return Codes::built().characters.size(); }

char32_t character_of(std::uint16_t code) noexcept { return Codes::built().characters[code]; }

std::uint8_t shape_class(std::uint16_t code) noexcept { return Codes::built().shape_classes[code]; }

std::uint8_t sound_class(std::uint16_t code) noexcept {
  if (code == 0) return 0;
  const auto known = readings(character_of(code));
  return known.empty() ? unclassed : SyllableClasses::built()[known.front().syllable];
}

}  // namespace marque
