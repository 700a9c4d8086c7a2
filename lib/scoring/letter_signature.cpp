#include "scoring/letter_signature.hpp"

#include <algorithm>
#include <array>
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

/// The classes of one kind of row, one after another in the bits of a signature.
struct Classes {
  Classes() { of.fill(no_class); }

  void add(std::u32string_view letters, unsigned bits, unsigned& used) {
    for (const char32_t letter : letters) of[code_of(letter)] = static_cast<std::uint8_t>(slots.size());
    slots.push_back({std::uint64_t{1} << used, ((std::uint64_t{1} << bits) - 1) << used});
    used += bits;
  }

  const Slot& slot(LetterCode code, char32_t point) const {
    return slots[of[code] == no_class ? point % slots.size() : of[code]];
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
  }

  void list(std::string_view text) {
    const std::u32string points = *decode_utf8(text);
    for (const char32_t letter : points) {
      if (std::find(letters.begin(), letters.end(), letter) == letters.end()) letters.push_back(letter);
    }
  }

  Classes look, light, sound, voicing;
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

LetterSignature::LetterSignature(LetterView view, const LetterText& text) noexcept {
  const Tables& read = tables();
  const auto add = [this](const Slot& slot) {
    const std::uint64_t next = ((bits & slot.all) << 1 | slot.lowest) & slot.all & ~bits;
    lost += next == 0;
    bits |= next;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const LetterCode code = text.code(at);
    const char32_t point = text.point(at);
    if (view == LetterView::look) {
      add(read.look.slot(code, point));
    } else if (read.light.of[code] != no_class) {
      add(read.light.slot(code, point));
    } else {
      add(read.sound.slot(code, point));
      add(read.voicing.slot(code, point));
    }
  }
}

}  // namespace marque
