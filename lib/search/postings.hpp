#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "search/hash_buckets.hpp"

namespace marque {

/// A hash of a text, the same on every machine.
std::uint32_t text_hash(std::u32string_view text) noexcept;
std::uint32_t word_hash(std::string_view ascii) noexcept;   ///< the same of the same letters

/// Row numbers by the hash of what they hold: buckets behind one another, a power of two of them.
struct Postings {
  std::span<const std::uint32_t> starts;   ///< of each bucket in `rows`, and the end of the last
  std::span<const std::uint32_t> rows;

  /// The rows under a hash, and those under others that share its bucket.
  std::span<const std::uint32_t> under(std::uint32_t hash) const noexcept;
};

/// One row under one hash.
struct Posting {
  std::uint32_t hash = 0, row = 0;
};

HashBuckets<std::uint32_t> make_postings(std::span<const Posting> postings);

}  // namespace marque
