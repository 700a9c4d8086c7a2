#include "search/character_table.hpp"

#include <algorithm>
#include <bit>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "search/character_kernel.hpp"
#include "search/table_buckets.hpp"
#include "search/table_layout.hpp"

namespace marque {

namespace {

using Bucket = CharacterTable::Bucket;
using Summary = CharacterTable::Summary;
static_assert(sizeof(Summary) == 8);

constexpr std::size_t longest = 0xffff;
constexpr std::size_t all_codes = 0x10000;
constexpr unsigned whole = 255;

struct Header {
  std::uint32_t alphabet = 0, buckets = 0;
};

/// Where the parts of the head lie.
struct HeadLayout {
  std::uint64_t directory = sizeof(Header), codes, sound, shape, end;

  explicit HeadLayout(const Header& header)
      : codes(aligned_64(directory + std::uint64_t{header.buckets} * sizeof(BucketEntry))),
        sound(aligned_64(codes + std::uint64_t{header.alphabet} * 2)),
        shape(aligned_64(sound + header.alphabet)),
        end(aligned_64(shape + header.alphabet)) {}
};

/// Where the parts of a bucket lie. No count overflows: a bucket has below 2^32 rows of below 2^16 characters.
struct BucketLayout {
  std::uint64_t summaries, classes, ranks, references, end;

  explicit BucketLayout(const BucketEntry& entry) : summaries(entry.offset) {
    const std::uint64_t blocks = blocks_of(entry.rows);
    classes = aligned_64(summaries + blocks * sizeof(Summary));
    ranks = classes + blocks * 2 * (entry.length - 1) * block_rows;
    references = aligned_64(ranks + std::uint64_t{entry.rows} * entry.length * 2);
    end = aligned_64(references + std::uint64_t{entry.rows} * 4);
  }
};

std::uint8_t class_of(std::span<const std::uint8_t> classes, std::size_t code) {
  return code < classes.size() ? classes[code] : std::uint8_t{0};
}

/// The codes in use, sorted so that neighbours sound alike, and the place of each.
struct Alphabet {
  std::vector<std::uint16_t> codes, rank_of = std::vector<std::uint16_t>(all_codes);
  std::vector<std::uint8_t> sound, shape;

  Alphabet(const std::vector<bool>& used, const CharacterClasses& classes) {
    for (std::size_t code = 0; code < all_codes; ++code) {
      if (used[code]) codes.push_back(static_cast<std::uint16_t>(code));
    }
    std::sort(codes.begin(), codes.end(), [&](std::uint16_t a, std::uint16_t b) {
      return std::tuple(class_of(classes.sound, a), class_of(classes.shape, a), a) <
             std::tuple(class_of(classes.sound, b), class_of(classes.shape, b), b);
    });
    for (const std::uint16_t code : codes) {
      rank_of[code] = static_cast<std::uint16_t>(sound.size());
      sound.push_back(class_of(classes.sound, code));
      shape.push_back(class_of(classes.shape, code));
    }
  }
};

/// Writes the rows of one length, sorted by their first two ranks.
class BucketWriter {
 public:
  BucketWriter(const Alphabet& alphabet, const BucketEntry& entry, std::span<const std::uint16_t> codes,
               std::span<const std::uint32_t> references)
      : alphabet_(alphabet), entry_(entry), codes_(codes), references_(references), order_(entry.rows) {
    std::iota(order_.begin(), order_.end(), 0u);
    if (entry.length > 1) sort_by(1);
    sort_by(0);
  }

  void write(std::vector<std::byte>& bytes) const {
    const BucketLayout layout(entry_);
    std::vector<std::uint16_t> ranks;
    std::vector<std::uint32_t> references;
    ranks.reserve(codes_.size());
    references.reserve(order_.size());
    for (const std::uint32_t row : order_) {
      for (std::size_t i = 0; i < entry_.length; ++i) ranks.push_back(rank(row, i));
      references.push_back(references_[row]);
    }
    put(bytes, layout.ranks, std::span<const std::uint16_t>(ranks));
    put(bytes, layout.references, std::span<const std::uint32_t>(references));
    put(bytes, layout.summaries, std::span<const Summary>(summaries(ranks)));
    auto* classes = reinterpret_cast<std::uint8_t*>(bytes.data() + layout.classes);
    for (std::size_t row = 0; row < entry_.rows; ++row) put_classes(classes, row, &ranks[row * entry_.length]);
  }

 private:
  std::uint16_t rank(std::uint32_t row, std::size_t place) const {
    return alphabet_.rank_of[codes_[std::size_t{row} * entry_.length + place]];
  }

  void sort_by(std::size_t place) {
    counting_sort(order_, alphabet_.codes.size(), [&](std::uint32_t row) { return std::size_t{rank(row, place)}; });
  }

  std::vector<Summary> summaries(const std::vector<std::uint16_t>& ranks) const {
    std::vector<Summary> made;
    for (std::size_t begin = 0; begin < entry_.rows; begin += block_rows) {
      const std::size_t end = std::min<std::size_t>(begin + block_rows, entry_.rows);
      Summary summary{ranks[begin * entry_.length], ranks[(end - 1) * entry_.length], 0, 0};
      for (std::size_t row = begin; row < end && entry_.length > 1; ++row) {
        const std::uint16_t second = ranks[row * entry_.length + 1];
        summary.second_low = row == begin ? second : std::min(summary.second_low, second);
        summary.second_high = std::max(summary.second_high, second);
      }
      made.push_back(summary);
    }
    return made;
  }

  void put_classes(std::uint8_t* classes, std::size_t row, const std::uint16_t* ranks) const {
    const std::size_t columns = entry_.length - 1;
    std::uint8_t* place = classes + row / block_rows * columns * 2 * block_rows + row % block_rows;
    for (std::size_t i = 1; i <= columns; ++i) {
      *place = alphabet_.sound[ranks[i]];
      place[block_rows] = alphabet_.shape[ranks[i]];
      place += 2 * block_rows;
    }
  }

  const Alphabet& alphabet_;
  BucketEntry entry_;
  std::span<const std::uint16_t> codes_;
  std::span<const std::uint32_t> references_;
  std::vector<std::uint32_t> order_;
};

/// The greatest value of any interval in constant time: of every interval whose length is a power of two it is kept.
class RangeMaximum {
 public:
  explicit RangeMaximum(std::span<const std::uint8_t> values)
      : size_(values.size()), stride_(aligned_64(size_)), levels_(static_cast<std::size_t>(std::bit_width(size_)) * stride_) {
    std::copy(values.begin(), values.end(), levels_.begin());
    for (std::size_t level = 1; std::size_t{1} << level <= size_; ++level)
      raise(&levels_[level * stride_], &levels_[(level - 1) * stride_], std::size_t{1} << (level - 1));
  }

  /// Bounds outside the values, which only damage brings, are drawn inside.
  unsigned between(std::size_t low, std::size_t high) const {
    high = std::min(high, size_ - 1);
    low = std::min(low, high);
    const auto level = static_cast<std::size_t>(std::bit_width(high - low + 1) - 1);
    const std::uint8_t* const values = &levels_[level * stride_];
    return std::max(values[low], values[high + 1 - (std::size_t{1} << level)]);
  }

 private:
  /// In steps of a number that is known beforehand, which is what makes compilers use wide instructions.
  void raise(std::uint8_t* __restrict level, const std::uint8_t* __restrict below, std::size_t width) const {
    const std::size_t count = size_ - 2 * width + 1;
    std::size_t i = 0;
    for (; i + block_rows <= count; i += block_rows) {
      for (std::size_t k = 0; k < block_rows; ++k) level[i + k] = std::max(below[i + k], below[i + k + width]);
    }
    for (; i < count; ++i) level[i] = std::max(below[i], below[i + width]);
  }

  std::size_t size_, stride_;
  std::vector<std::uint8_t> levels_;
};

/// A list of likenesses in the terms of a table: what every character of its alphabet, and every class, counts for at best.
class RankedList {
 public:
  RankedList(std::span<const std::uint8_t> by_code, std::span<const std::uint16_t> codes, std::span<const std::uint8_t> sounds,
             std::span<const std::uint8_t> shapes)
      : alphabet_(codes.size()) {
    for (std::size_t rank = 0; rank < codes.size(); ++rank) {
      const std::uint8_t likeness = codes[rank] < by_code.size() ? by_code[codes[rank]] : std::uint8_t{whole};
      if (likeness == 0) continue;
      best_[rank] = likeness;
      sound_[sounds[rank]] = std::max(sound_[sounds[rank]], likeness);
      shape_[shapes[rank]] = std::max(shape_[shapes[rank]], likeness);
    }
  }

  /// Of the character at this place of the alphabet.
  std::uint8_t best(std::size_t rank) const { return best_[rank]; }

  const RangeMaximum& ranges() {
    if (!ranges_) ranges_.emplace(std::span(best_).first(alphabet_));
    return *ranges_;
  }

  const ClassDeficits& deficits(unsigned divisor) {
    if (divisor == divisor_) return deficits_;
    divisor_ = divisor;
    for (std::size_t i = 0; i < 256; ++i) {
      deficits_.sound[i] = static_cast<std::uint8_t>((whole - sound_[i]) / divisor);
      deficits_.shape[i] = static_cast<std::uint8_t>((whole - shape_[i]) / divisor);
    }
    return deficits_;
  }

 private:
  std::size_t alphabet_;
  std::vector<std::uint8_t> best_ = std::vector<std::uint8_t>(all_codes);   // any rank that damage may hold has a place
  std::array<std::uint8_t, 256> sound_{}, shape_{};
  std::optional<RangeMaximum> ranges_;
  unsigned divisor_ = 0;
  ClassDeficits deficits_;
};

/// What a query counts characters for, list by list as they are needed.
class RankedLists {
 public:
  RankedLists(CharacterScores& scores, std::span<const std::uint16_t> codes, std::span<const std::uint8_t> sounds,
              std::span<const std::uint8_t> shapes)
      : scores_(scores), codes_(codes), sounds_(sounds), shapes_(shapes) {}

  RankedList& at(std::size_t length, std::size_t place) {
    const std::size_t list = scores_.list(length, place);
    if (list >= lists_.size()) lists_.resize(list + 1);
    if (!lists_[list]) lists_[list] = std::make_unique<RankedList>(scores_.likenesses(list), codes_, sounds_, shapes_);
    return *lists_[list];
  }

 private:
  CharacterScores& scores_;
  std::span<const std::uint16_t> codes_;
  std::span<const std::uint8_t> sounds_, shapes_;
  std::vector<std::unique_ptr<RankedList>> lists_;
};

/// The same for every place.
class SameEverywhere final : public CharacterScores {
 public:
  explicit SameEverywhere(std::span<const std::uint8_t> best) : best_(best) {}

  std::size_t list(std::size_t, std::size_t) override { return 0; }
  std::span<const std::uint8_t> likenesses(std::size_t) const override { return best_; }

 private:
  std::span<const std::uint8_t> best_;
};

void select_all(const std::uint8_t*, std::span<const ClassDeficits* const>, std::span<const BlockTask> tasks, std::uint64_t* alive) {
  std::fill_n(alive, tasks.size(), ~std::uint64_t{0});
}

SelectRows selection(Isa isa) {
#if defined(__x86_64__)
  isa = std::min(isa, best_isa());
  if (isa == Isa::avx512) return select_rows_avx512;
  if (isa == Isa::avx2) return select_rows_avx2;
#endif
  static_cast<void>(isa);
  return select_all;
}

/// One query going through buckets.
class Scan {
 public:
  Scan(RankedLists& lists, ScanSink& sink, Isa isa) : lists_(lists), select_(selection(isa)), hits_(sink) {}

  void run(const Bucket& bucket) {
    hits_.enter(bucket.length, bucket.references);
    if (!allowed(bucket)) return;
    columns_.clear();
    for (std::size_t place = 0; place < bucket.length; ++place) columns_.push_back(&lists_.at(bucket.length, place));
    first_ = &columns_.front()->ranges();
    second_ = bucket.length > 1 ? &columns_[1]->ranges() : nullptr;
    divisor_ = 0;
    const std::size_t blocks = bucket.summaries.size();
    count_.blocks += blocks;
    for (std::size_t begin = 0; begin < blocks && allowed(bucket); begin += group_blocks)
      run_group(bucket, begin, std::min(begin + group_blocks, blocks));
    hits_.flush();
    count_.hits = hits_.handed_on();
  }

  const ScanCount& count() const { return count_; }

 private:
  /// What a row may lack to likenesses of 255 throughout; unset: no row can reach the least sum.
  std::optional<unsigned> allowed(const Bucket& bucket) const {
    const unsigned most = whole * static_cast<unsigned>(bucket.length);
    const std::optional<unsigned> least = hits_.least();
    if (!least || *least > most) return std::nullopt;
    return most - *least;
  }

  // Columns may share a list: it is divided by the same number for all of them.
  void find_deficits(unsigned divisor) {
    divisor_ = divisor;
    deficits_.clear();
    for (std::size_t place = 1; place < columns_.size(); ++place) deficits_.push_back(&columns_[place]->deficits(divisor));
  }

  void run_group(const Bucket& bucket, std::size_t begin, std::size_t end) {
    const unsigned room = *allowed(bucket);
    const auto& summaries = bucket.summaries;
    if (whole - first_->between(summaries[begin].first_low, summaries[end - 1].first_high) > room) return;
    const std::size_t tasks = list_blocks(bucket, begin, end, room);
    if (tasks == 0) return;
    const unsigned divisor = room / whole + 1;   // so that what may be lacking fits a byte
    for (std::size_t i = 0; i < tasks; ++i) tasks_[i].allowed = static_cast<std::uint8_t>((room - tasks_[i].allowed) / divisor);
    if (divisor != divisor_) find_deficits(divisor);
    const std::size_t columns = bucket.length - 1;
    select_(bucket.classes, deficits_, std::span(tasks_).first(tasks), alive_.data());
    count_.read += tasks;
    count_.bytes += (end - begin) * sizeof(Summary) + tasks * columns * 2 * block_rows;
    for (std::size_t i = 0; i < tasks; ++i) alive_[i] &= rows_of(bucket, tasks_[i].block);
    check_rows(bucket, list_rows(bucket, tasks));
  }

  /// Collects the blocks whose first two characters may do and has their classes fetched meanwhile. What their first
  /// character lacks is noted in place of what is allowed. No branch decides: few blocks stay, and none foresees which.
  std::size_t list_blocks(const Bucket& bucket, std::size_t begin, std::size_t end, unsigned room) {
    const std::size_t lines = 2 * (bucket.length - 1), fetched = std::min<std::size_t>(lines, 8);
    std::size_t tasks = 0;
    for (std::size_t block = begin; block < end; ++block) {
      const Summary& summary = bucket.summaries[block];
      const unsigned first = whole - first_->between(summary.first_low, summary.first_high);
      const unsigned second = lines == 0 ? 0 : whole - second_->between(summary.second_low, summary.second_high);
      tasks_[tasks] = {static_cast<std::uint32_t>(block), static_cast<std::uint8_t>(first)};
      tasks += first + second <= room ? 1 : 0;
    }
    for (std::size_t i = 0; i < tasks; ++i) {
      const std::uint8_t* const classes = bucket.classes + tasks_[i].block * lines * block_rows;
      for (std::size_t line = 0; line < fetched; ++line) __builtin_prefetch(classes + line * block_rows);
    }
    return tasks;
  }

  /// The bits of a block that stand for rows.
  static std::uint64_t rows_of(const Bucket& bucket, std::size_t block) {
    const std::size_t rows = bucket.rows - block * block_rows;
    return rows < block_rows ? (std::uint64_t{1} << rows) - 1 : ~std::uint64_t{0};
  }

  /// Collects the rows to check, which lie apart, and has their characters fetched meanwhile.
  std::span<const std::uint32_t> list_rows(const Bucket& bucket, std::size_t tasks) {
    std::size_t listed = 0;
    for (std::size_t i = 0; i < tasks; ++i) {
      const std::size_t begin = tasks_[i].block * block_rows;
      for (std::uint64_t alive = alive_[i]; alive != 0; alive &= alive - 1) {
        const std::size_t row = begin + static_cast<std::size_t>(std::countr_zero(alive));
        __builtin_prefetch(bucket.ranks + row * bucket.length);
        rows_[listed++] = static_cast<std::uint32_t>(row);
      }
    }
    count_.survivors += listed;
    return std::span(rows_).first(listed);
  }

  void check_rows(const Bucket& bucket, std::span<const std::uint32_t> rows) {
    for (const std::uint32_t row : rows) {
      const std::uint16_t* const ranks = bucket.ranks + std::size_t{row} * bucket.length;
      std::uint32_t sum = 0;
      for (std::size_t i = 0; i < bucket.length; ++i) sum += columns_[i]->best(ranks[i]);
      hits_.offer(row, sum);
    }
  }

  RankedLists& lists_;
  SelectRows select_;
  std::vector<RankedList*> columns_;                  // of the names of this length
  const RangeMaximum *first_ = nullptr, *second_ = nullptr;
  unsigned divisor_ = 0;
  std::vector<const ClassDeficits*> deficits_;        // of all columns but the first
  std::array<BlockTask, group_blocks> tasks_{};
  std::array<std::uint64_t, group_blocks> alive_{};
  std::array<std::uint32_t, group_blocks * block_rows> rows_;
  HitQueue hits_;
  ScanCount count_;
};

Error damaged(const char* what) { return {ErrorCode::corrupt, std::string("damaged table of characters: ") + what}; }

}  // namespace

void CharacterTableBuilder::add(std::uint32_t reference, std::span<const std::uint16_t> codes) {
  if (codes.empty() || codes.size() > longest) return;
  Rows& rows = by_length_[codes.size()];
  rows.references.push_back(reference);
  rows.codes.insert(rows.codes.end(), codes.begin(), codes.end());
}

std::vector<std::byte> CharacterTableBuilder::build(const CharacterClasses& classes) const {
  std::vector<bool> used(all_codes);
  for (const auto& [length, rows] : by_length_) {
    for (const std::uint16_t code : rows.codes) used[code] = true;
  }
  const Alphabet alphabet(used, classes);
  const Header header{static_cast<std::uint32_t>(alphabet.codes.size()), static_cast<std::uint32_t>(by_length_.size())};
  const HeadLayout head(header);
  std::vector<BucketEntry> directory;
  std::uint64_t end = head.end;
  for (const auto& [length, rows] : by_length_) {
    directory.push_back({static_cast<std::uint32_t>(length), static_cast<std::uint32_t>(rows.references.size()), end});
    end = BucketLayout(directory.back()).end;
  }
  std::vector<std::byte> bytes(end);
  put(bytes, 0, std::span(&header, 1));
  put(bytes, head.directory, std::span<const BucketEntry>(directory));
  put(bytes, head.codes, std::span<const std::uint16_t>(alphabet.codes));
  put(bytes, head.sound, std::span<const std::uint8_t>(alphabet.sound));
  put(bytes, head.shape, std::span<const std::uint8_t>(alphabet.shape));
  auto entry = directory.begin();
  for (const auto& [length, rows] : by_length_) BucketWriter(alphabet, *entry++, rows.codes, rows.references).write(bytes);
  return bytes;
}

Result<CharacterTable> CharacterTable::open(std::span<const std::byte> bytes) {
  Header header;
  if (bytes.size() < sizeof(Header)) return damaged("too short");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(BucketEntry) != 0) return damaged("address");
  std::memcpy(&header, bytes.data(), sizeof(Header));
  const HeadLayout head(header);
  if (header.alphabet > all_codes || header.buckets > longest || head.end > bytes.size()) return damaged("head");
  if (header.alphabet == 0 && header.buckets != 0) return damaged("rows without characters");
  CharacterTable table;
  table.codes_ = part<std::uint16_t>(bytes, head.codes, header.alphabet);
  table.sound_ = part<std::uint8_t>(bytes, head.sound, header.alphabet);
  table.shape_ = part<std::uint8_t>(bytes, head.shape, header.alphabet);
  std::size_t last = 0;
  for (const BucketEntry& entry : part<BucketEntry>(bytes, head.directory, header.buckets)) {
    if (entry.length <= last || entry.length > longest) return damaged("lengths");
    last = entry.length;
    if (entry.offset % 64 != 0 || entry.offset > bytes.size() || BucketLayout(entry).end > bytes.size()) return damaged("rows");
    const BucketLayout layout(entry);
    table.buckets_.push_back({entry.length, entry.rows, part<Summary>(bytes, layout.summaries, blocks_of(entry.rows)),
                              at_offset<std::uint8_t>(bytes, layout.classes), at_offset<std::uint16_t>(bytes, layout.ranks),
                              at_offset<std::uint32_t>(bytes, layout.references)});
  }
  return table;
}

std::size_t CharacterTable::size() const noexcept { return rows_in(buckets_); }
std::vector<std::size_t> CharacterTable::lengths() const { return lengths_of(buckets_); }

ScanCount CharacterTable::scan(CharacterScores& scores, std::span<const std::size_t> lengths, ScanSink& sink, Isa isa) const {
  if (buckets_.empty()) return {};
  RankedLists lists(scores, codes_, sound_, shape_);
  return scan_lengths(buckets_, lengths, Scan(lists, sink, isa));
}

ScanCount CharacterTable::scan(std::span<const std::uint8_t> best, std::span<const std::size_t> lengths, ScanSink& sink,
                               Isa isa) const {
  SameEverywhere same(best);
  return scan(same, lengths, sink, isa);
}

}  // namespace marque
