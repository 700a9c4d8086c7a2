#include "marque/interchange/visible.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "marque/text/encoding.hpp"

namespace marque {
namespace {

/// Characters that show nothing, break lines or reorder others: C0, C1, soft hyphen, Arabic letter mark, Hangul and
/// Mongolian fillers, spaces without width, direction marks and overrides, line separators, invisible operators,
/// byte order mark, interlinear marks, tags.
constexpr std::array<std::pair<char32_t, char32_t>, 14> invisible = {{{0x00, 0x1F},
                                                                      {0x7F, 0x9F},
                                                                      {0xAD, 0xAD},
                                                                      {0x34F, 0x34F},
                                                                      {0x61C, 0x61C},
                                                                      {0x115F, 0x1160},
                                                                      {0x17B4, 0x17B5},
                                                                      {0x180B, 0x180E},
                                                                      {0x200B, 0x200F},
                                                                      {0x2028, 0x202E},
                                                                      {0x2060, 0x206F},
                                                                      {0x3164, 0x3164},
                                                                      {0xFEFF, 0xFEFF},
                                                                      {0xFFF9, 0xFFFB}}};

bool is_invisible(char32_t c) {
  return (c >= 0xE0000 && c <= 0xE0FFF) || std::any_of(invisible.begin(), invisible.end(), [c](const auto& range) {
           return c >= range.first && c <= range.second;
         });
}

std::string hex(std::uint32_t value, std::size_t digits) {
  std::string text;
  for (; value != 0 || text.size() < digits; value >>= 4) text.insert(text.begin(), "0123456789ABCDEF"[value & 0xF]);
  return text;
}

void show(std::u32string_view points, std::string& to) {
  for (const char32_t c : points)
    to += is_invisible(c) ? "⟨U+" + hex(c, 4) + "⟩" : encode_utf8(std::u32string_view(&c, 1));
}

}  // namespace

std::string visible(std::string_view text) {
  const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F; };
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string shown;
  while (!text.empty()) {
    const Result<std::u32string> points = decode_utf8(text);
    if (points) {
      show(*points, shown);
      break;
    }
    const std::size_t good = std::min<std::size_t>(points.error().where.offset.value_or(0), text.size() - 1);
    show(decode_utf8(text.substr(0, good)).value_or(std::u32string{}), shown);
    shown += "⟨" + hex(static_cast<unsigned char>(text[good]), 2) + "⟩";
    text.remove_prefix(good + 1);
  }
  return shown;
}

}  // namespace marque
