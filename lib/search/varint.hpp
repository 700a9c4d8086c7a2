#pragma once

#include <cstddef>
#include <string_view>

namespace marque {

/// A length as LEB128: seven bits a byte, the lowest first.
template <class Bytes>
void append_length(Bytes& bytes, std::size_t length) {
  using Byte = typename Bytes::value_type;
  for (; length >= 0x80; length >>= 7) bytes.push_back(static_cast<Byte>(0x80 | (length & 0x7F)));
  bytes.push_back(static_cast<Byte>(length));
}

/// Writes the same, and gives where it ends.
inline std::byte* write_length(std::byte* to, std::size_t length) noexcept {
  for (; length >= 0x80; length >>= 7) *to++ = static_cast<std::byte>(0x80 | (length & 0x7F));
  *to++ = static_cast<std::byte>(length);
  return to;
}

/// How many bytes that takes.
constexpr std::size_t length_bytes(std::size_t length) noexcept {
  std::size_t bytes = 1;
  for (; length >= 0x80; length >>= 7) ++bytes;
  return bytes;
}

/// Takes one off the front, of at most four bytes; 0 where nothing is left.
inline std::size_t take_length(std::string_view& bytes) {
  std::size_t length = 0;
  for (unsigned shift = 0; shift < 28 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    length |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  return length;
}

/// Takes so many bytes off the front, or all.
inline std::string_view take(std::string_view& bytes, std::size_t count) {
  const std::string_view taken = bytes.substr(0, count);
  bytes.remove_prefix(taken.size());
  return taken;
}

}  // namespace marque
