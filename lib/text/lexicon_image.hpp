#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace marque::lexicon_image {

/// The tables of the lexicon as they lie in the library, ready to be used in place: compile_lexicon.cpp writes them when
/// the library is built, lexicon.cpp reads them. Blocks behind one another, each its length in bytes (u32) and its bytes,
/// filled up to a multiple of four; numbers as the machine has them.
enum class Block {
  edition,          ///< u32: a hash of the tables they were made from
  word_starts,      ///< u32: of each word in `word_text`, and the end of the last
  word_text,
  slots,            ///< u32: word numbers by hash(), open addressing, a power of two of them
  sense_starts,     ///< lists by word: their senses, the commonest first
  senses,
  holder_starts,    ///< lists by sense: the words that have it
  holders,
  parent_starts,    ///< lists by sense: what it is a kind of
  parents,
  child_starts,     ///< lists by sense: its kinds
  children,
  form_starts,      ///< irregular forms, ascending
  form_text,
  form_bases,       ///< u32: the word that each is a form of
  forms_by_base,    ///< u32: the forms' numbers, by the word
  count,
};

inline constexpr std::uint32_t unknown = 0xFFFFFFFF;

/// FNV-1a, its upper half folded in: the same on every machine.
inline std::uint32_t hash(std::string_view text) noexcept {
  std::uint64_t code = 0xcbf29ce484222325u;
  for (const char c : text) code = (code ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return static_cast<std::uint32_t>(code ^ code >> 32);
}

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

}  // namespace marque::lexicon_image
