#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

/// Tables as they lie in the library, ready to be used in place, so that nothing is read when a program starts: a program
/// writes them when the library is built. Blocks behind one another, each its length in bytes (u32) and its bytes, filled up
/// to a multiple of four; numbers as the machine has them.
namespace marque::table_image {

/// FNV-1a, its upper half folded in: the same on every machine.
inline std::uint32_t hash(std::string_view bytes) noexcept {
  std::uint64_t code = 0xcbf29ce484222325u;
  for (const char c : bytes) code = (code ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return static_cast<std::uint32_t>(code ^ code >> 32);
}

class Writer {
 public:
  /// A block of a contiguous range. Elements without padding, so that the same tables give the same bytes.
  template <class Range>
  Writer& put(const Range& values) {
    using Element = std::remove_cvref_t<decltype(values[0])>;
    static_assert(std::is_trivially_copyable_v<Element> && alignof(Element) <= 4);
    const auto length = static_cast<std::uint32_t>(std::size(values) * sizeof(Element));
    bytes_.append(reinterpret_cast<const char*>(&length), sizeof length);
    bytes_.append(reinterpret_cast<const char*>(std::data(values)), length);
    bytes_.append((4 - length % 4) % 4, '\0');
    return *this;
  }

  const std::string& bytes() const noexcept { return bytes_; }

 private:
  std::string bytes_;
};

/// Takes the blocks of an image, first to last. Precondition: the image is whole and aligned to four bytes.
class Reader {
 public:
  explicit Reader(std::string_view image) : rest_(image) {}

  template <class T>
  std::span<const T> next() {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, rest_.data(), sizeof bytes);
    const std::span<const T> block(reinterpret_cast<const T*>(rest_.data() + sizeof bytes), bytes / sizeof(T));
    rest_.remove_prefix(sizeof bytes + (bytes + 3) / 4 * 4);
    return block;
  }

 private:
  std::string_view rest_;
};

}  // namespace marque::table_image
