#include "search/name_text.hpp"

#include <algorithm>
#include <array>
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
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(utf8[i])); };
  for (std::size_t i = 0; i < utf8.size();) {
    const unsigned first = byte(i);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 1) {
      *to++ = first;
    } else if (i + length > utf8.size()) {
      *to++ = replacement;
      break;
    } else {
      char32_t point = first & (0x7Fu >> length);
      for (std::size_t k = 1; k < length; ++k) point = point << 6 | (byte(i + k) & 0x3F);
      *to++ = point < 0x110000 ? point : replacement;
    }
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
  std::array<std::size_t, field_count> which{};
  for (std::size_t i = 0; i < field_count; ++i) which[i] = which_text(place, i);
  const std::size_t count = *std::max_element(which.begin(), which.end());

  const std::string_view all(reinterpret_cast<const char*>(texts.data()), texts.size());
  std::string_view rest = all.substr(std::min<std::uint64_t>(text_offset(place), all.size()));
  std::array<std::size_t, field_count> lengths{};
  for (std::size_t i = 0; i < count; ++i) lengths[i] = take_length(rest);
  std::array<std::string_view, field_count> bytes;
  std::size_t total = 0;
  for (std::size_t i = 0; i < count; ++i) total += (bytes[i] = take(rest, lengths[i])).size();
  if (points_.size() < total) points_.resize(total);

  std::array<std::u32string_view, field_count + 1> distinct;
  char32_t* at = points_.data();
  for (std::size_t i = 0; i < count; ++i) {
    char32_t* const end = decode(bytes[i], at);
    distinct[i + 1] = {at, static_cast<std::size_t>(end - at)};
    at = end;
  }
  std::array<std::u32string_view, field_count> fields;
  for (std::size_t i = 0; i < field_count; ++i) fields[i] = distinct[which[i]];
  return NameView::from(fields);
}

}  // namespace marque
