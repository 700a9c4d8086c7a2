#include "marque/text/encoding.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "text/code_point_map.hpp"
#include "text/gb18030.hpp"
#include "text/icu.hpp"

MARQUE_EMBEDDED(marque_gb18030_2022)

namespace marque {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

enum class Sequence { whole, bad, cut_off };

struct Step {
  Sequence sequence;
  std::size_t length;  // of the whole sequence, or of its well-formed start
  char32_t point;
};

struct Lead {
  std::size_t length;       // 0 where the byte starts no sequence
  unsigned char low, high;  // bounds of the second byte
};

// Unicode 15, table 3-7: the second byte's bounds keep out overlong forms, surrogates and values past U+10FFFF.
constexpr Lead lead_of(unsigned char byte) {
  if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte < 0xF0)
    return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
  return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
          static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
}

// Precondition: bytes is not empty.
Step next_point(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  if (first < 0x80) return {Sequence::whole, 1, first};
  const Lead lead = lead_of(first);
  if (lead.length == 0) return {Sequence::bad, 0, 0};
  char32_t point = first & (0x7Fu >> lead.length);
  for (std::size_t at = 1; at < lead.length; ++at) {
    if (at == bytes.size()) return {Sequence::cut_off, at, 0};
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const bool in_bounds = at == 1 ? byte >= lead.low && byte <= lead.high : (byte & 0xC0) == 0x80;
    if (!in_bounds) return {Sequence::bad, at, 0};
    point = point << 6 | (byte & 0x3Fu);
  }
  return {Sequence::whole, lead.length, point};
}

std::string in_hex(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    std::array<char, 4> digits{};
    std::snprintf(digits.data(), digits.size(), "%02X ", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    text += digits.data();
  }
  if (!text.empty()) text.pop_back();
  return text;
}

Error bad_utf8(std::string_view bytes, std::size_t offset, const Step& step) {
  const bool cut_off = step.sequence == Sequence::cut_off;
  const std::string what = cut_off ? "UTF-8 sequence cut off after " : "no UTF-8 sequence starts with ";
  const std::size_t shown = cut_off ? step.length : step.length + 1;
  return Error{ErrorCode::invalid_text, what + in_hex(bytes.substr(offset, shown))}.at_offset(offset);
}

bool is_trail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// How much of the start is well-formed, told fast: ASCII eight bytes at a time, and most characters of three bytes, Chinese ones
// among them. The rest is for next_point() to look at.
std::size_t plainly_whole(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080u;
  for (;;) {
    for (std::uint64_t eight = 0; bytes.size() - at >= sizeof eight; at += sizeof eight) {
      std::memcpy(&eight, bytes.data() + at, sizeof eight);
      if ((eight & high_bits) != 0) break;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    const std::size_t before = at;
    while (bytes.size() - at >= 3) {
      const auto lead = static_cast<unsigned char>(bytes[at]);
      if (lead < 0xE1 || lead > 0xEF || lead == 0xED || !is_trail(bytes[at + 1]) || !is_trail(bytes[at + 2])) break;
      at += 3;
    }
    if (at == before) return at;
  }
}

// Calls `take(point)` for each character; the Step that failed, or a whole one at the end.
template <class Take>
Step scan_utf8(std::string_view bytes, std::size_t& offset, Take take) {
  while (offset < bytes.size()) {
    const Step step = next_point(bytes.substr(offset));
    if (step.sequence != Sequence::whole) return step;
    take(step.point);
    offset += step.length;
  }
  return {Sequence::whole, 0, 0};
}

// Four bytes at most; gives where they end.
char* write_utf8(char* to, char32_t point) {
  const auto byte = [&](char32_t value) { *to++ = static_cast<char>(static_cast<unsigned char>(value)); };
  if (point < 0x80) {
    byte(point);
    return to;
  }
  if (point < 0x800) {
    byte(0xC0 | point >> 6);
  } else {
    if (point < 0x10000) {
      byte(0xE0 | point >> 12);
    } else {
      byte(0xF0 | point >> 18);
      byte(0x80 | (point >> 12 & 0x3F));
    }
    byte(0x80 | (point >> 6 & 0x3F));
  }
  byte(0x80 | (point & 0x3F));
  return to;
}

void append_point(std::string& bytes, char32_t point) { append_utf8(bytes, {&point, 1}); }

char32_t parse_hex(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

const CodePointMap<char32_t>& edition_2022() {
  static const CodePointMap<char32_t> map = [] {
    CodePointMap<char32_t> built;
    for_each_row(embedded(marque_gb18030_2022, marque_gb18030_2022_end),
                 [&](const auto& row) { built.set(parse_hex(row[0]), parse_hex(row[1])); });
    return built;
  }();
  return map;
}

Result<std::string> gb18030_to_utf8(std::string_view bytes) {
  Result<std::string> text = utf8_of_gb18030(bytes);
  if (!text) return text;
  return renewed_2022(std::string_view(*text).substr(text->starts_with(utf8_mark) ? utf8_mark.size() : 0));
}

}  // namespace

Result<std::string> utf8_of_gb18030(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  if (const auto fault = icu::read_gb18030(bytes, [&](char32_t point) { append_point(text, point); })) {
    return Error{ErrorCode::invalid_text, "no GB 18030 sequence: " + in_hex(bytes.substr(fault->offset, fault->length))}
        .at_offset(fault->offset);
  }
  return text;
}

std::string to_gb18030(std::string_view utf8) {
  std::u32string points;
  std::size_t offset = 0;
  scan_utf8(utf8, offset, [&](char32_t point) { points.push_back(point); });
  return icu::write_gb18030(points);
}

std::string renewed_2022(std::string_view utf8) {
  const CodePointMap<char32_t>& renewed = edition_2022();
  std::string text;
  text.reserve(utf8.size());
  std::size_t offset = 0;
  scan_utf8(utf8, offset, [&](char32_t point) { append_point(text, renewed[point] != 0 ? renewed[point] : point); });
  return text;
}

Result<std::u32string> decode_utf8(std::string_view bytes) {
  std::u32string points;
  points.reserve(bytes.size());
  std::size_t offset = 0;
  const Step last = scan_utf8(bytes, offset, [&](char32_t point) { points.push_back(point); });
  if (last.sequence != Sequence::whole) return bad_utf8(bytes, offset, last);
  return points;
}

std::string encode_utf8(std::u32string_view points) {
  std::string bytes;
  append_utf8(bytes, points);
  return bytes;
}

void append_utf8(std::string& bytes, std::u32string_view points) {
  const std::size_t before = bytes.size();
  bytes.resize(before + utf8_size(points));
  char* to = bytes.data() + before;
  for (const char32_t point : points) to = write_utf8(to, point);
}

std::size_t utf8_size(std::u32string_view points) noexcept {
  std::size_t bytes = 0;
  for (const char32_t point : points) bytes += point < 0x80 ? 1u : point < 0x800 ? 2u : point < 0x10000 ? 3u : 4u;
  return bytes;
}

Result<void> check_utf8(std::string_view bytes) {
  for (std::size_t offset = 0; (offset = plainly_whole(bytes, offset)) < bytes.size();) {
    const Step step = next_point(bytes.substr(offset));
    if (step.sequence != Sequence::whole) return bad_utf8(bytes, offset, step);
    offset += step.length;
  }
  return {};
}

Charset detect_charset(std::string_view bytes) noexcept {
  if (bytes.starts_with(utf8_mark)) return Charset::utf8;
  std::size_t offset = 0;
  const Step last = scan_utf8(bytes, offset, [](char32_t) {});
  return last.sequence == Sequence::bad ? Charset::gb18030 : Charset::utf8;
}

Result<std::string> to_utf8(std::string_view bytes, Charset charset) {
  if (charset == Charset::gb18030) return gb18030_to_utf8(bytes);
  if (const auto checked = check_utf8(bytes); !checked) return checked.error();
  if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
  return std::string(bytes);
}

}  // namespace marque
