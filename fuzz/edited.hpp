#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace marque::fuzz {

/// A good file with the damage that an input describes: every five bytes are an edit, a place (little-endian, within the file)
/// and what the byte there is changed by; of an edit that is cut off, its first byte says what share of the file is left. So an
/// input means the same whatever version of the format the file is of.
inline std::vector<std::byte> edited(std::span<const std::byte> file, const std::uint8_t* data, std::size_t size) {
  std::vector<std::byte> damaged(file.begin(), file.end());
  for (; size >= 5; data += 5, size -= 5) {
    std::uint32_t place = 0;
    for (int i = 3; i >= 0; --i) place = place << 8 | data[i];
    damaged[place % damaged.size()] ^= static_cast<std::byte>(data[4]);
  }
  if (size > 0) damaged.resize(damaged.size() * data[0] / 255);
  return damaged;
}

}  // namespace marque::fuzz
