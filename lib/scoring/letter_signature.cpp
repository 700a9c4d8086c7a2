#include "scoring/letter_signature.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "marque/text/glyph.hpp"

MARQUE_EMBEDDED(marque_letter_classes)
MARQUE_EMBEDDED(marque_letter_shapes)

namespace marque {

namespace {

/// The bits of a class.
struct Slot {
  std::uint64_t lowest = 0, all = 0;
};

/// Where a letter goes: by look and, by sound, as itself and with the consonants that it differs from in voice.
struct Slots {
  Slot look, sound, voicing;
  std::uint8_t look_class = 0, sound_class = 0;   // sounds that are half alike are of one class

  bool light() const { return voicing.all == 0; }
};

/// The classes of one kind of row, one after another in the bits of a signature.
struct Classes {
  Classes() { of.fill(no_class); }

  void add(std::u32string_view letters, unsigned bits, unsigned& used) {
    for (const char32_t letter : letters) of[code_of(letter)] = static_cast<std::uint8_t>(slots.size());
    slots.push_back({std::uint64_t{1} << used, ((std::uint64_t{1} << bits) - 1) << used});
    used += bits;
  }

  std::uint8_t index(LetterCode code, char32_t point) const {
    return of[code] == no_class ? static_cast<std::uint8_t>(point % slots.size()) : of[code];
  }

  std::array<std::uint8_t, letter_codes> of;
  std::vector<Slot> slots;
};

struct Tables {
  Tables() {
    unsigned look_bits = 0, sound_bits = 0;
    for_each_row(embedded(marque_letter_classes, marque_letter_classes_end), [&](const auto& row) {
      unsigned bits = 1;
      std::from_chars(row[2].data(), row[2].data() + row[2].size(), bits);
      Classes& classes = row[0] == "look" ? look : row[0] == "light" ? light : row[0] == "sound" ? sound : voicing;
      classes.add(*decode_utf8(row[1]), bits, row[0] == "look" ? look_bits : sound_bits);
      list(row[1]);
    });
    const std::vector<char32_t> plain = letters;
    for_each_row(embedded(marque_letter_shapes, marque_letter_shapes_end), [&](const auto& row) {
      list(row[0]);
      list(row[1]);
    });
    for (const char32_t letter : letters) {
      if (look.of[code_of(letter)] != no_class) continue;
      const char32_t nearest = *std::max_element(plain.begin(), plain.end(), [&](char32_t a, char32_t b) {
        return glyph_similarity(a, letter) < glyph_similarity(b, letter);
      });
      look.of[code_of(letter)] = look.of[code_of(nearest)];
    }
    for (char32_t letter = 0; letter < ascii; ++letter) of_ascii[letter] = slots_of(letter);
  }

  Slots slots_of(char32_t letter) const {
    const LetterCode code = code_of(letter);
    const std::uint8_t by_look = look.index(code, letter);
    if (light.of[code] != no_class) return {look.slots[by_look], light.slots[light.of[code]], {}, by_look, light.of[code]};
    const std::uint8_t voiced = voicing.index(code, letter);
    const auto by_sound = static_cast<std::uint8_t>(light.slots.size() + voiced);
    return {look.slots[by_look], sound.slots[sound.index(code, letter)], voicing.slots[voiced], by_look, by_sound};
  }

  const Slots& of_letter(char32_t letter, Slots& other) const {
    return letter < ascii ? of_ascii[letter] : other = slots_of(letter);
  }

  void list(std::string_view text) {
    const std::u32string points = *decode_utf8(text);
    for (const char32_t letter : points) {
      if (std::find(letters.begin(), letters.end(), letter) == letters.end()) letters.push_back(letter);
    }
  }

  static constexpr char32_t ascii = 128;
  Classes look, light, sound, voicing;
  std::array<Slots, ascii> of_ascii;
  std::vector<char32_t> letters;
};

const Tables& tables() {
  static const Tables read;
  return read;
}

}  // namespace

std::uint8_t look_class(LetterCode code) noexcept { return tables().look.of[code]; }
std::uint8_t voicing_class(LetterCode code) noexcept { return tables().voicing.of[code]; }
bool is_light(LetterCode code) noexcept { return tables().light.of[code] != no_class; }
std::span<const char32_t> coded_letters() noexcept { return tables().letters; }

LetterSignature::LetterSignature(LetterView view, std::u32string_view text) noexcept {
  const Tables& read = tables();
  const auto add = [this](const Slot& slot) {
    const std::uint64_t next = ((bits & slot.all) << 1 | slot.lowest) & slot.all & ~bits;
    bits |= next;
    lost += next == 0;
    ++units;
  };
  Slots other;
  for (const char32_t letter : text.substr(0, compared_letters)) {
    const Slots& slots = read.of_letter(letter, other);
    if (view == LetterView::look) {
      add(slots.look);
    } else {
      add(slots.sound);
      if (slots.light()) ++light;
      else add(slots.voicing);
    }
  }
}

unsigned LetterSignature::common_with(const LetterSignature& other) const noexcept {
  return static_cast<unsigned>(std::popcount(bits & other.bits)) + std::min(lost, other.lost);
}

LetterOrder::LetterOrder(LetterView view, std::u32string_view text) noexcept : view_(view) {
  const Tables& read = tables();
  Slots other;
  std::uint64_t place = 1;
  for (const char32_t letter : text.substr(0, compared_letters)) {
    const Slots& slots = read.of_letter(letter, other);
    places_[view == LetterView::look ? slots.look_class : slots.sound_class] |= place;
    place <<= 1;
  }
}

unsigned LetterOrder::common_with(std::u32string_view text) const noexcept {
  const Tables& read = tables();
  Slots other;
  std::array<std::uint64_t, 2> rows{~std::uint64_t{0}, ~std::uint64_t{0}};   // full letters, light ones; 0 bits are matched
  for (const char32_t letter : text.substr(0, compared_letters)) {
    const Slots& slots = read.of_letter(letter, other);
    const bool look = view_ == LetterView::look;
    std::uint64_t& row = rows[!look && slots.light() ? 1 : 0];
    const std::uint64_t match = row & places_[look ? slots.look_class : slots.sound_class];
    row = (row + match) | (row - match);
  }
  const auto full = static_cast<unsigned>(std::popcount(~rows[0]));
  return view_ == LetterView::look ? full : 2 * full + static_cast<unsigned>(std::popcount(~rows[1]));
}

}  // namespace marque
