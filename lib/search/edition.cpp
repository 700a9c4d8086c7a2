#include "search/edition.hpp"

#include <array>
#include <span>
#include <vector>

#include "marque/base/digest.hpp"
#include "scoring/letters.hpp"
#include "text/character_code.hpp"

namespace marque {

namespace {

template <class T>
std::uint32_t extended(std::uint32_t crc, const T& value) {
  return crc32c(std::as_bytes(std::span(&value, 1)), crc);
}

std::uint32_t edition_of_tables() {
  std::uint32_t crc = 0;
  for (std::size_t i = 0; i < character_codes(); ++i) {
    const auto code = static_cast<std::uint16_t>(i);
    crc = extended(crc, character_of(code));
    crc = extended(crc, shape_class(code));
    crc = extended(crc, sound_class(code));
  }
  for (char32_t letter = U'0'; letter <= U'z'; ++letter) {
    const std::array<char32_t, 2> twice{letter, letter};
    const std::u32string_view text(twice.data(), twice.size());
    crc = extended(crc, look_signature(text));
    crc = extended(crc, sound_signature(text));
  }
  return crc;
}

}  // namespace

std::uint32_t table_edition() noexcept {
  static const std::uint32_t edition = edition_of_tables();
  return edition;
}

}  // namespace marque
