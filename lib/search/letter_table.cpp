#include "search/letter_table.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <string>

#include "search/letter_kernel.hpp"
#include "search/table_buckets.hpp"
#include "search/table_layout.hpp"

namespace marque {

namespace {

using Bucket = LetterTable::Bucket;

constexpr std::size_t bits = 64;
constexpr std::size_t most_buckets = 256;

struct Header {
  std::uint64_t buckets = 0;
  std::array<std::uint8_t, bits> order{};
};
static_assert(sizeof(Header) == 72);

constexpr std::uint64_t head_end(std::uint64_t buckets) { return aligned_64(sizeof(Header) + buckets * sizeof(BucketEntry)); }

/// Where the parts of a bucket lie.
struct BucketLayout {
  std::uint64_t groups, blocks, signatures, references, end;

  explicit BucketLayout(const BucketEntry& entry) : groups(entry.offset) {
    const std::uint64_t count = blocks_of(entry.rows);
    blocks = aligned_64(groups + blocks_of(count) * 8);
    signatures = blocks + blocks_of(count) * block_rows * 8;
    references = signatures + count * block_rows * 8;
    end = aligned_64(references + std::uint64_t{entry.rows} * 4);
  }
};

/// The bits of a signature moved to other places, a byte at a time.
class Permutation {
 public:
  explicit Permutation(const std::array<std::uint8_t, bits>& order) {
    for (std::size_t byte = 0; byte < moved_.size(); ++byte) {
      for (std::size_t value = 0; value < 256; ++value) {
        for (std::size_t bit = 0; bit < 8; ++bit) {
          if ((value >> bit & 1) != 0) moved_[byte][value] |= std::uint64_t{1} << order[byte * 8 + bit] % bits;
        }
      }
    }
  }

  std::uint64_t operator()(std::uint64_t signature) const {
    std::uint64_t permuted = 0;
    for (std::size_t byte = 0; byte < moved_.size(); ++byte) permuted |= moved_[byte][signature >> 8 * byte & 0xff];
    return permuted;
  }

 private:
  std::array<std::array<std::uint64_t, 256>, 8> moved_{};
};

/// The OR of every 64 values.
std::vector<std::uint64_t> united(std::span<const std::uint64_t> values) {
  std::vector<std::uint64_t> made(blocks_of(values.size()));
  for (std::size_t i = 0; i < values.size(); ++i) made[i / block_rows] |= values[i];
  return made;
}

void write_bucket(std::vector<std::byte>& bytes, const BucketEntry& entry, const Permutation& permutation,
                  std::span<const std::uint64_t> signatures, std::span<const std::uint32_t> references) {
  std::vector<std::uint64_t> permuted(signatures.size());
  std::transform(signatures.begin(), signatures.end(), permuted.begin(), permutation);
  std::vector<std::uint32_t> order(entry.rows);
  std::iota(order.begin(), order.end(), 0u);
  constexpr unsigned digit = 16;
  for (unsigned shift = 0; shift < bits; shift += digit) {
    const auto key = [&](std::uint32_t row) { return std::size_t{permuted[row] >> shift & 0xffff}; };
    counting_sort(order, std::size_t{1} << digit, key);
  }

  const BucketLayout layout(entry);
  std::vector<std::uint64_t> sorted(entry.rows);
  std::vector<std::uint32_t> sorted_references(entry.rows);
  for (std::size_t i = 0; i < order.size(); ++i) {
    sorted[i] = permuted[order[i]];
    sorted_references[i] = references[order[i]];
  }
  const auto blocks = united(sorted), groups = united(blocks);
  put(bytes, layout.groups, std::span<const std::uint64_t>(groups));
  put(bytes, layout.blocks, std::span<const std::uint64_t>(blocks));
  put(bytes, layout.signatures, std::span<const std::uint64_t>(sorted));
  put(bytes, layout.references, std::span<const std::uint32_t>(sorted_references));
}

/// Counted in parallel within the word: std::popcount is a slow call where the processor may lack the instruction.
unsigned common(std::uint64_t a, std::uint64_t b) {
  std::uint64_t counts = a & b;
  counts -= counts >> 1 & 0x5555555555555555;
  counts = (counts & 0x3333333333333333) + (counts >> 2 & 0x3333333333333333);
  counts = (counts + (counts >> 4)) & 0x0f0f0f0f0f0f0f0f;
  return static_cast<unsigned>(counts * 0x0101010101010101 >> 56);
}

std::uint64_t common_bits_portable(const std::uint64_t* signatures, std::uint64_t query, unsigned least) {
  std::uint64_t alive = 0;
  for (std::size_t i = 0; i < block_rows; ++i) alive |= std::uint64_t{common(signatures[i], query) >= least} << i;
  return alive;
}

/// The bits that stand for the first `count` of 64.
std::uint64_t first_bits(std::size_t count) {
  return count < bits ? (std::uint64_t{1} << count) - 1 : ~std::uint64_t{0};
}

CommonBits selection(Isa isa) {
#if defined(__x86_64__)
  isa = std::min(isa, best_isa());
  if (isa == Isa::avx512) return common_bits_avx512;
  if (isa == Isa::avx2) return common_bits_avx2;
#endif
  static_cast<void>(isa);
  return common_bits_portable;
}

/// One query going through buckets.
class Scan {
 public:
  Scan(std::uint64_t query, ScanSink& sink, Isa isa) : query_(query), select_(selection(isa)), hits_(sink) {}

  void run(const Bucket& bucket) {
    hits_.enter(bucket.length, bucket.references);
    if (hits_.least()) count_.blocks += bucket.blocks.size();
    for (std::size_t group = 0; group < bucket.groups.size() && hits_.least(); ++group) {
      if (common(bucket.groups[group], query_) >= *hits_.least()) run_group(bucket, group);
    }
    hits_.flush();
    count_.hits = hits_.handed_on();
  }

  const ScanCount& count() const { return count_; }

 private:
  void run_group(const Bucket& bucket, std::size_t group) {
    const std::size_t begin = group * group_blocks;
    std::uint64_t alive = select_(bucket.blocks.data() + begin, query_, *hits_.least()) & first_bits(bucket.blocks.size() - begin);
    count_.bytes += group_blocks * 8;
    if (alive != 0) fetch(bucket, begin + next(alive));
    while (alive != 0 && hits_.least()) {
      const std::size_t block = begin + next(alive);
      alive &= alive - 1;
      if (alive != 0) fetch(bucket, begin + next(alive));
      run_block(bucket, block);
    }
  }

  static std::size_t next(std::uint64_t alive) { return static_cast<std::size_t>(std::countr_zero(alive)); }

  static void fetch(const Bucket& bucket, std::size_t block) {
    constexpr std::size_t line = 8;
    for (std::size_t i = 0; i < block_rows; i += line) __builtin_prefetch(bucket.signatures + block * block_rows + i);
  }

  void run_block(const Bucket& bucket, std::size_t block) {
    const std::size_t begin = block * block_rows;
    std::uint64_t alive = select_(bucket.signatures + begin, query_, *hits_.least()) & first_bits(bucket.rows - begin);
    ++count_.read;
    count_.bytes += block_rows * 8;
    for (; alive != 0; alive &= alive - 1) {
      const std::size_t row = begin + next(alive);
      ++count_.survivors;
      hits_.offer(static_cast<std::uint32_t>(row), common(bucket.signatures[row], query_));
    }
  }

  std::uint64_t query_;
  CommonBits select_;
  HitQueue hits_;
  ScanCount count_;
};

Error damaged(const char* what) { return {ErrorCode::corrupt, std::string("damaged table of letters: ") + what}; }

}  // namespace

void LetterTableBuilder::add(std::uint32_t reference, std::uint64_t signature, std::uint8_t length) {
  Rows& rows = by_length_[length];
  rows.signatures.push_back(signature);
  rows.references.push_back(reference);
}

std::vector<std::byte> LetterTableBuilder::build() const {
  std::array<std::uint64_t, bits> uses{};
  for (const Rows& rows : by_length_) {
    for (std::uint64_t signature : rows.signatures) {
      for (; signature != 0; signature &= signature - 1) ++uses[static_cast<std::size_t>(std::countr_zero(signature))];
    }
  }
  std::array<std::uint8_t, bits> by_use{};   // the bit most used first
  std::iota(by_use.begin(), by_use.end(), std::uint8_t{0});
  std::stable_sort(by_use.begin(), by_use.end(), [&](std::uint8_t a, std::uint8_t b) { return uses[a] > uses[b]; });
  Header header;
  for (std::size_t i = 0; i < bits; ++i) header.order[by_use[i]] = static_cast<std::uint8_t>(i);

  std::vector<BucketEntry> directory;
  for (std::size_t length = 0; length < by_length_.size(); ++length) {
    const std::size_t rows = by_length_[length].references.size();
    if (rows > 0) directory.push_back({static_cast<std::uint32_t>(length), static_cast<std::uint32_t>(rows), 0});
  }
  header.buckets = directory.size();
  std::uint64_t end = head_end(header.buckets);
  for (BucketEntry& entry : directory) {
    entry.offset = end;
    end = BucketLayout(entry).end;
  }
  std::vector<std::byte> bytes(end);
  put(bytes, 0, std::span<const Header>(&header, 1));
  put(bytes, sizeof(Header), std::span<const BucketEntry>(directory));
  const Permutation permutation(header.order);
  for (const BucketEntry& entry : directory)
    write_bucket(bytes, entry, permutation, by_length_[entry.length].signatures, by_length_[entry.length].references);
  return bytes;
}

Result<LetterTable> LetterTable::open(std::span<const std::byte> bytes) {
  Header header;
  if (bytes.size() < sizeof(Header)) return damaged("too short");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(BucketEntry) != 0) return damaged("address");
  std::memcpy(&header, bytes.data(), sizeof(Header));
  if (header.buckets > most_buckets || head_end(header.buckets) > bytes.size()) return damaged("head");
  LetterTable table;
  table.order_ = header.order;
  std::int64_t last = -1;
  for (const BucketEntry& entry : part<BucketEntry>(bytes, sizeof(Header), header.buckets)) {
    if (entry.length <= last || entry.length >= most_buckets) return damaged("lengths");
    last = entry.length;
    if (entry.offset % 64 != 0 || entry.offset > bytes.size() || BucketLayout(entry).end > bytes.size()) return damaged("rows");
    const BucketLayout layout(entry);
    const std::uint64_t blocks = blocks_of(entry.rows);
    table.buckets_.push_back({entry.length, entry.rows, part<std::uint64_t>(bytes, layout.groups, blocks_of(blocks)),
                              part<std::uint64_t>(bytes, layout.blocks, blocks),
                              at_offset<std::uint64_t>(bytes, layout.signatures),
                              at_offset<std::uint32_t>(bytes, layout.references)});
  }
  return table;
}

std::size_t LetterTable::size() const noexcept { return rows_in(buckets_); }
std::vector<std::size_t> LetterTable::lengths() const { return lengths_of(buckets_); }

ScanCount LetterTable::scan(std::uint64_t signature, std::span<const std::size_t> lengths, ScanSink& sink, Isa isa) const {
  std::uint64_t query = 0;
  for (; signature != 0; signature &= signature - 1)
    query |= std::uint64_t{1} << order_[static_cast<std::size_t>(std::countr_zero(signature))] % bits;
  return scan_lengths(buckets_, lengths, Scan(query, sink, isa));
}

}  // namespace marque
