#include "text/homophones.hpp"

#include <vector>

#include "text/character_code.hpp"

namespace marque {

std::span<const Spoken> spoken(Syllable syllable) noexcept {
  static const std::vector<std::vector<Spoken>> by_syllable = [] {
    std::vector<std::vector<Spoken>> built(syllable_count());
    for (std::size_t code = 1; code < character_codes(); ++code) {
      const auto small = static_cast<std::uint16_t>(code);
      for (const Reading reading : readings(character_of(small))) built[reading.syllable].push_back({small, reading.tone});
    }
    return built;
  }();
  return by_syllable[syllable];
}

}  // namespace marque
