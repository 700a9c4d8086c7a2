#include "search/postings.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace marque {

namespace {

constexpr std::size_t rows_a_bucket = 4;

/// The bucket of a hash among a power of two of them: its highest bits.
std::size_t bucket_of(std::uint32_t hash, std::size_t buckets) {
  return static_cast<std::size_t>((std::uint64_t{hash} * buckets) >> 32);
}

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

OwnedPostings make_postings(std::span<const Posting> postings) {
  OwnedPostings made;
  if (postings.empty()) return made;
  const std::size_t buckets = std::bit_ceil(std::max<std::size_t>(postings.size() / rows_a_bucket, 1));
  made.starts.resize(buckets + 1);
  for (const Posting& posting : postings) ++made.starts[bucket_of(posting.hash, buckets)];
  std::exclusive_scan(made.starts.begin(), made.starts.end(), made.starts.begin(), std::uint32_t{0});
  made.rows.resize(postings.size());
  auto places = made.starts;
  for (const Posting& posting : postings) made.rows[places[bucket_of(posting.hash, buckets)]++] = posting.row;
  return made;
}

}  // namespace marque
