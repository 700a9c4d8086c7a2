#include "search/postings.hpp"

#include <algorithm>

namespace marque {

namespace {

constexpr std::size_t rows_a_bucket = 4;

/// FNV-1a over code points, its bits then spread.
template <class Text>
std::uint32_t hash_of(Text text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const auto point : text) hash = (hash ^ static_cast<std::uint64_t>(point)) * 0x100000001b3u;
  hash = (hash ^ (hash >> 32)) * 0x9e3779b97f4a7c15u;
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

std::uint32_t text_hash(std::u32string_view text) noexcept { return hash_of(text); }
std::uint32_t word_hash(std::string_view ascii) noexcept { return hash_of(ascii); }

std::span<const std::uint32_t> Postings::under(std::uint32_t hash) const noexcept {
  if (starts.size() < 2) return {};
  const std::size_t bucket = bucket_of(hash, starts.size() - 1);
  const std::size_t begin = starts[bucket], end = std::min<std::size_t>(starts[bucket + 1], rows.size());
  return begin < end ? rows.subspan(begin, end - begin) : std::span<const std::uint32_t>{};
}

HashBuckets<std::uint32_t> make_postings(std::span<const Posting> postings) {
  return in_buckets<std::uint32_t>(postings.size(), rows_a_bucket, [&](auto&& take) {
    for (const Posting& posting : postings) take(posting.hash, posting.row);
  });
}

}  // namespace marque
