#include "marque/text/display.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace marque {
namespace {

// ICU's macro counts in 32 bits.
constexpr std::size_t longest_piece = 1u << 30;

std::size_t width_of(UChar32 c) {
  if (c < 0) return 1;
  const auto is_any_of = U_MASK(u_charType(c)) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK);
  if (is_any_of != 0) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  const auto length = static_cast<std::int32_t>(std::min(utf8.size(), longest_piece));
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  std::size_t width = 0;
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, length, c);
    width += width_of(c);
  }
  return width + (utf8.size() > longest_piece ? display_width(utf8.substr(longest_piece)) : 0);
}

}  // namespace marque
