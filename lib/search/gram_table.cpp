#include "search/gram_table.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "scoring/letters.hpp"
#include "scoring/weights.hpp"
#include "search/gram_layout.hpp"
#include "search/table_scan.hpp"

namespace marque {

using namespace gram_layout;

namespace {

using Rows = std::vector<std::uint32_t>;

bool all_of_one_byte(const std::uint8_t* eight) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof bytes);
  return (bytes & 0x8080808080808080u) == 0;
}

void sort_out(std::vector<std::uint32_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

Error damaged(const char* what) { return {ErrorCode::corrupt, std::string("damaged table of parts: ") + what}; }

}  // namespace

Result<GramTable> GramTable::open(std::span<const std::byte> bytes) {
  Header header;
  if (bytes.size() < sizeof header) return damaged("too short");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint64_t) != 0) return damaged("address");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.keys > most_keys || header.bytes > bytes.size()) return damaged("head");
  const Layout layout(header);
  if (layout.end > bytes.size()) return damaged("size");
  GramTable table;
  table.starts_ = part<std::uint32_t>(bytes, layout.starts, length_starts);
  table.keys_ = part<std::uint32_t>(bytes, layout.keys, header.keys);
  table.places_ = part<std::uint64_t>(bytes, layout.places, header.keys + 1);
  table.references_ = part<std::uint32_t>(bytes, layout.references, header.rows);
  table.lists_ = bytes.subspan(layout.lists, header.bytes);
  return table;
}

std::vector<std::uint32_t> GramTable::list(std::uint32_t key) const {
  Rows rows;
  const auto at = std::lower_bound(keys_.begin(), keys_.end(), key);
  if (at == keys_.end() || *at != key) return rows;
  const auto which = static_cast<std::size_t>(at - keys_.begin());
  const std::uint64_t from = places_[which], to = std::min<std::uint64_t>(places_[which + 1], lists_.size());
  if (from >= to) return rows;
  rows.resize(to - from);
  const auto* byte = reinterpret_cast<const std::uint8_t*>(lists_.data()) + from;
  const auto* const end = reinterpret_cast<const std::uint8_t*>(lists_.data()) + to;
  const std::size_t all = references_.size();   // from this on, the table is damaged
  std::size_t count = 0;
  for (std::uint32_t row = 0; byte != end && row < all;) {
    for (; end - byte >= 8 && all_of_one_byte(byte) && row < all; byte += 8) {
      for (std::size_t i = 0; i < 8; ++i) rows[count++] = row += byte[i];
    }
    if (byte == end) break;
    std::uint32_t step = 0;
    for (unsigned shift = 0; byte != end && shift < 32; shift += 7) {
      step |= std::uint32_t{*byte & 0x7fu} << shift;
      if (*byte++ < 0x80) break;
    }
    if (step >= all) break;
    rows[count++] = row += step;
  }
  while (count > 0 && rows[count - 1] >= all) --count;
  rows.resize(count);
  return rows;
}

/// One query going through the lists.
class GramScan {
 public:
  GramScan(const GramTable& table, const NameView& query, LetterSink& sink)
      : table_(table), letters_(query.core_latin.substr(0, compared_letters)), words_(distinctive_words(query)), least_(sink.least(letters_.size())), sink_(sink) {}

  void run() {
    if (letters_.size() < gram || least_ > full_likeness) return;
    std::vector<std::uint32_t> pieces;
    for (std::size_t at = 0; at + gram <= letters_.size(); ++at) pieces.push_back(piece_at(letters_, at));
    repeated_ = pieces.size();
    sort_out(pieces);
    repeated_ -= pieces.size();
    for (const std::uint32_t piece : pieces) lists_.push_back({piece, table_.list(key_of(Kind::anywhere, piece))});
    find_containing();
    for (const std::u32string_view word : words_) find_having(word);
    find_contained();
    find_exchanged();
    if (least_ <= weights::anagram && letters_.size() >= weights::anagram_least) take_of_length(table_.list(key_of(Kind::letters, letters_piece(letters_))), letters_.size());
    flush();
  }

 private:
  struct List {
    std::uint32_t piece;
    Rows rows;
  };

  using Range = std::pair<std::uint32_t, std::uint32_t>;

  /// The rows of so many letters, `compared_letters` at most.
  Range range(std::size_t from, std::size_t to) const {
    return {table_.starts_[from], table_.starts_[to + 1]};
  }

  static std::span<const std::uint32_t> within(const Rows& rows, Range range) {
    const auto first = std::lower_bound(rows.begin(), rows.end(), range.first);
    return {first, std::lower_bound(first, rows.end(), range.second)};
  }

  const Rows& rows_with(std::uint32_t piece) const {
    return std::find_if(lists_.begin(), lists_.end(), [&](const List& list) { return list.piece == piece; })->rows;
  }

  /// The rows of these lengths that have every piece.
  Rows with_all(std::vector<const Rows*> lists, Range range) const {
    std::sort(lists.begin(), lists.end(), [](const Rows* a, const Rows* b) { return a->size() < b->size(); });
    const auto rarest = within(*lists.front(), range);
    Rows rows(rarest.begin(), rarest.end());
    for (std::size_t at = 1; at < lists.size() && !rows.empty(); ++at) {
      auto from = lists[at]->begin();
      std::erase_if(rows, [&](std::uint32_t row) {
        from = std::lower_bound(from, lists[at]->end(), row);
        return from == lists[at]->end() || *from != row;
      });
    }
    return rows;
  }

  /// Names that have the whole query in them: not much longer ones, and where it can stand by itself or begins a word, all.
  void find_containing() {
    const std::size_t size = letters_.size();
    std::vector<const Rows*> lists;
    for (const List& list : lists_) lists.push_back(&list.rows);
    take(with_all(lists, range(size + 1, longest_with_part(least_, size))));
    if (least_ <= most_in_first_word(size)) take(standing(letters_, range(size + 1, compared_letters), false));
    else if (least_ <= weights::contained_words_most) take(standing(letters_, range(size + 1, compared_letters), true));
  }

  /// Names that have a word of the query.
  void find_having(std::u32string_view word) {
    if (letters_.find(word) != letters_.npos) take(standing(word, range(gram, compared_letters)));
  }

  /// The rows of these lengths where a stretch of the query stands between borders, or begins at one.
  Rows standing(std::u32string_view stretch, Range lengths, bool ends_there = true) const {
    const Rows begins = table_.list(key_of(Kind::begins, piece_at(stretch, 0)));
    const Rows ends = ends_there ? table_.list(key_of(Kind::ends, piece_at(stretch, stretch.size() - gram))) : Rows{};
    std::vector<const Rows*> lists{&begins};
    if (ends_there) lists.push_back(&ends);
    for (std::size_t at = 0; at + gram <= stretch.size(); ++at) lists.push_back(&rows_with(piece_at(stretch, at)));
    return with_all(lists, lengths);
  }

  /// Names that stand in the query.
  void find_contained() {
    for (std::size_t size = gram; size < letters_.size(); ++size) {
      const Range of_size = range(size, size);
      for (std::size_t at = 0; at + size <= letters_.size(); ++at) {
        std::vector<const Rows*> lists;
        for (std::size_t i = at; i + gram <= at + size; ++i) lists.push_back(&rows_with(piece_at(letters_, i)));
        take(with_all(lists, of_size));
      }
    }
  }

  /// How many pieces a name of so many letters has in common with the query where one stretch, or two that change places, make a
  /// part of the least likeness; unset where none can.
  std::optional<std::size_t> pieces_in_common(std::size_t size) const {
    const std::size_t both = letters_.size() + size, most = std::min(letters_.size(), size);
    const int least = sink_.least(size);
    if (least > full_likeness) return {};
    const std::size_t one = least_kept(least, both, 1);
    const std::size_t two = std::max(least_kept(least, both, 2), weights::first_block_least + weights::second_block_least);
    std::optional<std::size_t> pieces;
    if (one <= most) pieces = std::max(one, weights::first_block_least) - (gram - 1);
    if (two <= most) pieces = std::min(pieces.value_or(two), two - 2 * (gram - 1));
    if (pieces) pieces = std::max<std::size_t>(1, *pieces - std::min(*pieces, repeated_));
    return pieces;
  }

  /// Goes on in a list to the first row that is not before this one: whether it is this one.
  static bool advance(std::span<const std::uint32_t>& rows, std::uint32_t row) {
    std::size_t step = 1;
    while (step < rows.size() && rows[step] < row) step *= 2;
    const auto last = rows.begin() + static_cast<std::ptrdiff_t>(std::min(step + 1, rows.size()));
    const auto at = std::lower_bound(rows.begin() + static_cast<std::ptrdiff_t>(step / 2), last, row);
    rows = rows.subspan(static_cast<std::size_t>(at - rows.begin()));
    return !rows.empty() && rows.front() == row;
  }

  /// A name with so many of the pieces has one of the rarer ones, whose lists are counted first (T-occurrence; Okazaki & Tsujii 2010).
  void find_exchanged() {
    std::vector<const Rows*> lists;
    for (const List& list : lists_) lists.push_back(&list.rows);
    std::sort(lists.begin(), lists.end(), [](const Rows* a, const Rows* b) { return a->size() < b->size(); });
    std::vector<std::span<const std::uint32_t>> of_list(lists.size());
    for (std::size_t size = gram; size <= compared_letters; ++size) {
      const auto pieces = pieces_in_common(size);
      if (!pieces || *pieces > lists.size()) continue;
      const Range of_size = range(size, size);
      if (of_size.first >= of_size.second) continue;
      std::vector<std::uint32_t> candidates;
      const std::size_t rarer = lists.size() - *pieces + 1;
      for (std::size_t at = 0; at < lists.size(); ++at) {
        of_list[at] = within(*lists[at], of_size);
        if (at < rarer) candidates.insert(candidates.end(), of_list[at].begin(), of_list[at].end());
      }
      std::sort(candidates.begin(), candidates.end());
      for (std::size_t at = 0; at < candidates.size();) {
        const std::uint32_t row = candidates[at];
        std::size_t count = 0;
        for (; at < candidates.size() && candidates[at] == row; ++at) ++count;
        for (std::size_t other = rarer; other < lists.size() && count < *pieces && count + (lists.size() - other) >= *pieces; ++other)
          count += advance(of_list[other], row);
        if (count >= *pieces) take(row);
      }
    }
  }

  void take_of_length(const Rows& rows, std::size_t size) {
    for (const std::uint32_t row : within(rows, range(size, size))) take(row);
  }

  void take(const Rows& rows) {
    for (const std::uint32_t row : rows) take(row);
  }

  void take(std::uint32_t row) {
    found_.push_back(table_.references_[row]);
    if (found_.size() == scan_batch) flush();
  }

  void flush() {
    if (!found_.empty()) sink_.take(found_);
    found_.clear();
  }

  const GramTable& table_;
  std::u32string_view letters_;
  std::vector<std::u32string> words_;   // that distinguish
  int least_;
  LetterSink& sink_;
  std::size_t repeated_ = 0;   // pieces that stand in the query before
  std::vector<List> lists_;
  std::vector<std::uint32_t> found_;
};

void GramTable::scan(const NameView& query, LetterSink& sink) const {
  GramScan(*this, query, sink).run();
}

}  // namespace marque
