#include "search/name_text.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "marque/text/encoding.hpp"
#include "search/varint.hpp"

namespace marque {

namespace {

constexpr std::size_t field_count = 7;
constexpr unsigned bits_a_field = 3, pattern_bits = field_count * bits_a_field;
constexpr std::uint64_t field_mask = (1u << bits_a_field) - 1;
constexpr char32_t replacement = 0xFFFD;

/// Which of the texts that follow is this field; 0: it is empty.
constexpr std::size_t which_text(std::uint64_t place, std::size_t field) { return place >> (bits_a_field * field) & field_mask; }

/// UTF-8 that was written by append_name(); what is none becomes U+FFFD.
char32_t* decode(std::string_view utf8, char32_t* to) {
  constexpr std::size_t run = 8;
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(utf8[i])); };
  const auto next = [&](char32_t point, std::size_t i) { return point << 6 | (byte(i) & 0x3F); };
  for (std::size_t i = 0; i < utf8.size();) {
    if (std::uint64_t bytes = 0; utf8.size() - i >= run) {
      std::memcpy(&bytes, utf8.data() + i, run);
      if ((bytes & 0x8080808080808080u) == 0) {
        for (std::size_t k = 0; k < run; ++k) to[k] = byte(i + k);
        to += run;
        i += run;
        continue;
      }
    }
    const char32_t first = byte(i);
    if (first < 0x80) {
      *to++ = first;
      ++i;
      continue;
    }
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (i + length > utf8.size()) {
      *to++ = replacement;
      break;
    }
    char32_t point = next(first & (0x7Fu >> length), i + 1);
    for (std::size_t k = 2; k < length; ++k) point = next(point, i + k);
    *to++ = point < 0x110000 ? point : replacement;
    i += length;
  }
  return to;
}

}  // namespace

std::uint64_t append_name(std::string& texts, const NameView& name) {
  const auto fields = name.fields();
  std::array<std::u32string_view, field_count> distinct;
  std::size_t count = 0;
  std::uint64_t pattern = 0;
  for (std::size_t i = 0; i < field_count; ++i) {
    if (fields[i].empty()) continue;
    const std::size_t which = static_cast<std::size_t>(std::find(distinct.begin(), distinct.begin() + count, fields[i]) - distinct.begin());
    if (which == count) distinct[count++] = fields[i];
    pattern |= (which + 1) << (bits_a_field * i);
  }
  const std::uint64_t place = static_cast<std::uint64_t>(texts.size()) << pattern_bits | pattern;
  for (std::size_t i = 0; i < count; ++i) append_length(texts, utf8_size(distinct[i]));
  for (std::size_t i = 0; i < count; ++i) append_utf8(texts, distinct[i]);
  return place;
}

std::uint64_t moved_text(std::uint64_t place, std::uint64_t by) noexcept { return place + (by << pattern_bits); }

std::uint64_t text_offset(std::uint64_t place) noexcept { return place >> pattern_bits; }

bool has_characters(std::uint64_t place) noexcept { return which_text(place, 1) != 0; }
bool has_letters(std::uint64_t place) noexcept { return which_text(place, 3) != 0; }

NameView NameReader::read(std::span<const std::byte> texts, std::uint64_t place) {
  const std::string_view all(reinterpret_cast<const char*>(texts.data()), texts.size());
  std::string_view rest = all.substr(std::min<std::uint64_t>(text_offset(place), all.size()));
  std::size_t count = 0, total = 0;
  for (std::size_t i = 0; i < field_count; ++i) count = std::max(count, which_text(place, i));
  std::array<std::size_t, field_count> lengths;
  for (std::size_t i = 0; i < count; ++i) total += lengths[i] = take_length(rest);
  total = std::min(total, rest.size());
  if (points_.size() < total) points_.resize(total);

  std::array<const char32_t*, field_count + 1> ends;   // of the texts, each of which begins where the one before it ends
  ends[0] = points_.data();
  char32_t* at = points_.data();
  for (std::size_t i = 0; i < count; ++i) ends[i + 1] = at = decode(take(rest, lengths[i]), at);
  const auto field = [&](std::size_t i) {
    const std::size_t which = which_text(place, i);
    return which == 0 ? std::u32string_view() : std::u32string_view(ends[which - 1], static_cast<std::size_t>(ends[which] - ends[which - 1]));
  };
  return NameView::from({field(0), field(1), field(2), field(3), field(4), field(5), field(6)});
}

}  // namespace marque
