#pragma once

#include <string>
#include <vector>

#include "marque/model/image.hpp"

/// PNG files put together by hand: any header, any chunk, pixel data without compression.
namespace png_parts {

inline std::string number(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xff);
  return bytes;
}

inline std::uint32_t checksum(const std::string& bytes) {
  std::uint32_t crc = ~0u;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = crc & 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
  }
  return ~crc;
}

inline std::string chunk(const std::string& type, const std::string& data) {
  return number(static_cast<std::uint32_t>(data.size())) + type + data + number(checksum(type + data));
}

enum ColourType : char { grey = 0, rgb = 2, indexed = 3, grey_alpha = 4, rgba = 6 };

inline std::string header(std::uint32_t width, std::uint32_t height, char depth, ColourType type) {
  return std::string("\x89PNG\r\n\x1a\n") +
         chunk("IHDR", number(width) + number(height) + std::string{depth, type, 0, 0, 0});
}

/// The rows, each with its filter byte, as a zlib stream of one stored block (at most 65535 bytes).
inline std::string stored(const std::string& rows) {
  std::uint32_t a = 1, b = 0;
  for (const char byte : rows) {
    a = (a + static_cast<unsigned char>(byte)) % 65521;
    b = (b + a) % 65521;
  }
  const auto length = static_cast<std::uint32_t>(rows.size());
  const auto low = static_cast<char>(length & 0xff), high = static_cast<char>(length >> 8);
  return std::string{'\x78', '\x01', '\x01', low, high, static_cast<char>(~low), static_cast<char>(~high)} + rows +
         number(b << 16 | a);
}

inline marque::Image image(const std::string& bytes) {
  marque::Image image;
  for (const char byte : bytes) image.bytes.push_back(static_cast<std::byte>(byte));
  return image;
}

inline const std::string& end() {
  static const std::string bytes = chunk("IEND", "");
  return bytes;
}

/// A whole file of one row; `extra` chunks stand before the pixel data.
inline marque::Image one_row(std::uint32_t width, char depth, ColourType type, const std::string& samples,
                             const std::string& extra = "") {
  return image(header(width, 1, depth, type) + extra + chunk("IDAT", stored(std::string(1, '\0') + samples)) + end());
}

}  // namespace png_parts
