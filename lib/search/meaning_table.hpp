#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search/segment.hpp"

namespace marque {

/// Names by what they mean something through: their words of letters, and pairs of their characters. Both are posted so
/// sparsely that a name still stands under one of any choice of more than half of its words or characters, since no
/// less makes names alike in meaning (scoring/meaning_keys.hpp):
///
/// - of n words under the n − n/2 rarest: more than n/2 of them are not all of the others;
/// - of an even number of characters under each pair 12, 34, …: to break them all takes half of the characters; of an
///   odd number the last three make three pairs.
///
/// What else a name has stands beside it in a few bits, so that hardly any name need be read that has not enough.

/// One name under one key.
struct MeaningEntry {
  std::uint32_t row = 0;
  std::uint32_t tag = 0;   ///< from the lowest bit: elements (0: not told), `check_bits` of the key, the other elements
};

namespace meaning_tag {

inline constexpr unsigned count_bits = 4, check_bits = 14, other_bits = 14;

/// The bits that each of so many others has.
constexpr unsigned bits_each(std::size_t others) { return other_bits / static_cast<unsigned>(others); }

/// What is kept of an element's hash.
constexpr std::uint32_t kept(std::uint32_t hash, unsigned bits) { return (hash >> check_bits) & ((1U << bits) - 1); }

constexpr std::size_t count(std::uint32_t tag) { return tag & ((1U << count_bits) - 1); }
constexpr bool checks(std::uint32_t tag, std::uint32_t hash) { return (tag >> count_bits & ((1U << check_bits) - 1)) == (hash & ((1U << check_bits) - 1)); }

/// Calls take(bits, kept) for each of `others` elements.
template <class Take>
void for_each_other(std::uint32_t tag, std::size_t others, Take&& take) {
  if (others == 0) return;
  const unsigned bits = bits_each(others);
  std::uint32_t rest = tag >> (count_bits + check_bits);
  for (std::size_t other = 0; other < others; ++other, rest >>= bits) take(bits, rest & ((1U << bits) - 1));
}

}  // namespace meaning_tag

/// A key with the tag that a name has under it.
struct TaggedKey {
  std::uint32_t hash = 0, tag = 0;
};

/// Hash of two characters of a name, `apart` places from each other.
std::uint32_t pair_hash(char32_t first, char32_t second, std::size_t apart) noexcept;
std::uint32_t character_hash(char32_t character) noexcept;

/// The keys of a name of characters, at most longest_meaning_han: that of the only one, or of its pairs.
std::vector<TaggedKey> character_keys(std::u32string_view han);

/// Reads the table of a part.
class MeaningTable {
 public:
  explicit MeaningTable(const Segment& part);
  MeaningTable() = default;

  /// Calls take(number of the key, entry) for every name under each of the keys; keys that share bits with a key give a
  /// few of theirs.
  template <class Take>
  void look_up(std::span<const std::uint32_t> hashes, Take&& take) const {
    constexpr std::size_t bucket_ahead = 16, entries_ahead = 8;
    for (std::size_t key = 0; key < hashes.size(); ++key) {
      if (key + bucket_ahead < hashes.size()) prefetch_bucket(hashes[key + bucket_ahead]);
      if (key + entries_ahead < hashes.size()) prefetch_entries(hashes[key + entries_ahead]);
      for (const MeaningEntry& entry : under(hashes[key])) {
        if (meaning_tag::checks(entry.tag, hashes[key])) take(key, entry);
      }
    }
  }

  /// The names under a hash, and those that share its bucket.
  std::span<const MeaningEntry> under(std::uint32_t hash) const noexcept;

 private:
  std::size_t bucket(std::uint32_t hash) const noexcept { return bucket_of(hash, starts_.size() - 1); }
  void prefetch_bucket(std::uint32_t hash) const noexcept {
    if (!starts_.empty()) __builtin_prefetch(&starts_[bucket(hash)]);
  }
  void prefetch_entries(std::uint32_t hash) const noexcept {
    if (!starts_.empty()) __builtin_prefetch(entries_.data() + std::min<std::size_t>(starts_[bucket(hash)], entries_.size()));
  }

  std::span<const std::uint32_t> starts_;
  std::span<const MeaningEntry> entries_;
};

/// Makes the table of a part.
class MeaningTableBuilder {
 public:
  /// Reads the names.
  MeaningTableBuilder(const Segment& part, unsigned threads);
  ~MeaningTableBuilder();

  /// Meaning entries by their keys' hashes; the same for any number of threads.
  HashBuckets<MeaningEntry> build() &&;

 private:
  struct Piece;
  std::vector<Piece> pieces_;
};

}  // namespace marque
