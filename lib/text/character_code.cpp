#include "text/character_code.hpp"

#include <vector>

#include "marque/text/readings.hpp"
#include "text/code_point_map.hpp"

namespace marque {

namespace {

struct Codes {
  CodePointMap<std::uint16_t> of_character;
  std::vector<char32_t> characters{0};

  Codes() {
    constexpr char32_t first = 0x3400, limit = 0xA000;
    for (char32_t character = first; character < limit; ++character) {
      if (readings(character).empty()) continue;
      of_character.set(character, static_cast<std::uint16_t>(characters.size()));
      characters.push_back(character);
    }
  }
};

const Codes& codes() {
  static const Codes built;
  return built;
}

}  // namespace

std::uint16_t character_code(char32_t character) noexcept { return codes().of_character[character]; }
std::size_t character_codes() noexcept { return codes().characters.size(); }
char32_t character_of(std::uint16_t code) noexcept { return codes().characters[code]; }

std::uint8_t shape_class(std::uint16_t code) noexcept {
  return code == 0 ? 0 : static_cast<std::uint8_t>(1 + code % 255);
}

std::uint8_t sound_class(std::uint16_t code) noexcept {
  if (code == 0) return 0;
  return static_cast<std::uint8_t>(1 + readings(character_of(code)).front().syllable % 255);
}

}  // namespace marque
