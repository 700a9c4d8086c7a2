#include "search/meaning_table.hpp"

#include <iterator>
#include <string>
#include <utility>

#include "scoring/meaning_weights.hpp"
#include "scoring/meaning_words.hpp"
#include "search/parallel.hpp"
#include "search/postings.hpp"

namespace marque {

namespace {

using layout::Section;

constexpr std::size_t entries_a_bucket = 8;   // each with bits of its key, so that to pass one by costs little

std::uint32_t tag_of(std::size_t count, std::uint32_t hash, std::span<const std::uint32_t> others) {
  using namespace meaning_tag;
  std::uint32_t rest = others.empty() ? kept(hash, other_bits) : 0;
  unsigned shift = 0;
  for (const std::uint32_t other : others) {
    rest |= kept(other, bits_each(others.size())) << shift;
    shift += bits_each(others.size());
  }
  return static_cast<std::uint32_t>(count) | (hash & ((1U << check_bits) - 1)) << count_bits | rest << (count_bits + check_bits);
}

/// Calls take(first, second) for the pairs of places under which a name of `length` characters stands.
template <class Take>
void for_each_pair(std::size_t length, Take&& take) {
  const std::size_t paired = length % 2 == 0 ? length : length - 3;
  for (std::size_t at = 0; at < paired; at += 2) take(at, at + 1);
  if (paired == length) return;
  take(paired, paired + 1);
  take(paired + 1, paired + 2);
  take(paired, paired + 2);
}

/// Calls take(key) for the keys of a name of characters.
template <class Take>
void for_each_character_key(std::u32string_view han, Take&& take) {
  if (han.empty() || han.size() > weights::longest_meaning_han) return;
  std::array<std::uint32_t, weights::longest_meaning_han> hashes{}, others{};
  std::transform(han.begin(), han.end(), hashes.begin(), character_hash);
  if (han.size() == 1) return take(TaggedKey{hashes[0], tag_of(1, hashes[0], {})});
  for_each_pair(han.size(), [&](std::size_t first, std::size_t second) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < han.size(); ++at) {
      if (at != first && at != second) others[count++] = hashes[at];
    }
    const std::uint32_t hash = pair_hash(han[first], han[second], second - first);
    take(TaggedKey{hash, tag_of(han.size(), hash, std::span(others).first(count))});
  });
}

/// The words of names, by hash, and how often each is there, about.
class WordCounts {
 public:
  WordCounts() : counts_(std::size_t{1} << bits) {}
  void add(std::uint32_t hash) { ++counts_[hash >> (32 - bits)]; }
  std::uint32_t operator[](std::uint32_t hash) const { return counts_[hash >> (32 - bits)]; }

 private:
  static constexpr unsigned bits = 18;
  std::vector<std::uint32_t> counts_;
};

struct Posted {
  std::uint32_t hash;
  MeaningEntry entry;
};

/// A name's words, by hash.
struct RowWords {
  std::uint32_t row;
  std::uint8_t count;
};

void post_words(std::uint32_t row, std::span<const std::uint32_t> words, const WordCounts& counts, std::vector<Posted>& to) {
  if (words.size() == 1) return to.push_back({words[0], {row, tag_of(1, words[0], {})}});
  std::vector<std::uint32_t> rarest(words.begin(), words.end()), others;
  std::sort(rarest.begin(), rarest.end(), [&](std::uint32_t a, std::uint32_t b) { return std::pair(counts[a], a) < std::pair(counts[b], b); });
  const bool repeated = std::adjacent_find(rarest.begin(), rarest.end()) != rarest.end();
  const std::size_t posted = repeated ? words.size() : words.size() - words.size() / 2;
  for (std::size_t which = 0; which < posted; ++which) {
    others.clear();
    std::remove_copy(rarest.begin(), rarest.end(), std::back_inserter(others), rarest[which]);
    to.push_back({rarest[which], {row, tag_of(repeated ? 0 : words.size(), rarest[which], others)}});
  }
}

constexpr std::uint32_t rows_a_piece = 1u << 16;   // whatever the threads, so that the same rows give the same bytes

}  // namespace

/// What a run of rows is posted under.
struct MeaningTableBuilder::Piece {
  std::vector<Posted> posted;
  std::vector<RowWords> rows;
  std::vector<std::uint32_t> words;

  void read(const Segment& part, std::uint32_t begin, std::uint32_t end) {
    NameReader names;
    MeaningWordReader reader;
    for (std::uint32_t row = begin; row < end; ++row) {
      const NameView name = part.name(row, names);
      for_each_character_key(name.core_han, [&](const TaggedKey& key) { posted.push_back({key.hash, {row, key.tag}}); });
      if (name.words.empty()) continue;
      const auto& found = reader.read(name.words);
      for (const std::string& word : found) words.push_back(word_hash(word));
      if (!found.empty()) rows.push_back({row, static_cast<std::uint8_t>(found.size())});
    }
  }

  void post(const WordCounts& counts) {
    std::span<const std::uint32_t> rest = words;
    for (const auto& [row, count] : rows) {
      post_words(row, rest.first(count), counts, posted);
      rest = rest.subspan(count);
    }
    words = {};
    rows = {};
  }
};

std::uint32_t character_hash(char32_t character) noexcept { return text_hash({&character, 1}); }

std::uint32_t pair_hash(char32_t first, char32_t second, std::size_t apart) noexcept {
  const std::array<char32_t, 3> text{first, second, static_cast<char32_t>(apart)};
  return text_hash({text.data(), text.size()});
}

std::vector<TaggedKey> character_keys(std::u32string_view han) {
  std::vector<TaggedKey> keys;
  for_each_character_key(han, [&](const TaggedKey& key) { keys.push_back(key); });
  return keys;
}

MeaningTable::MeaningTable(const Segment& part)
    : starts_(part.as<std::uint32_t>(Section::meaning_starts)), entries_(part.as<MeaningEntry>(Section::meaning_entries)) {
  if (starts_.size() < 2) starts_ = {};
}

std::span<const MeaningEntry> MeaningTable::under(std::uint32_t hash) const noexcept {
  if (starts_.empty()) return {};
  const std::size_t begin = starts_[bucket(hash)], end = std::min<std::size_t>(starts_[bucket(hash) + 1], entries_.size());
  return begin < end ? entries_.subspan(begin, end - begin) : std::span<const MeaningEntry>{};
}

MeaningTableBuilder::MeaningTableBuilder(const Segment& part, unsigned threads) : pieces_((part.size() + rows_a_piece - 1) / rows_a_piece) {
  in_parallel(threads, pieces_.size(), [&](const auto& next) {
    for (std::size_t piece; next(piece);) {
      const auto begin = static_cast<std::uint32_t>(piece) * rows_a_piece;
      pieces_[piece].read(part, begin, begin + std::min(rows_a_piece, part.size() - begin));
    }
  });
  WordCounts counts;
  for (const Piece& piece : pieces_) {
    for (const std::uint32_t word : piece.words) counts.add(word);
  }
  in_parallel(threads, pieces_.size(), [&](const auto& next) {
    for (std::size_t piece; next(piece);) pieces_[piece].post(counts);
  });
}

MeaningTableBuilder::~MeaningTableBuilder() = default;

HashBuckets<MeaningEntry> MeaningTableBuilder::build() && {
  const std::vector<Piece> pieces = std::move(pieces_);
  std::size_t count = 0;
  for (const Piece& piece : pieces) count += piece.posted.size();
  return in_buckets<MeaningEntry>(count, entries_a_bucket, [&](auto&& take) {
    for (const Piece& piece : pieces) {
      for (const Posted& one : piece.posted) take(one.hash, one.entry);
    }
  });
}

}  // namespace marque
