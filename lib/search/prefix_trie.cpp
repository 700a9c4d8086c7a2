#include "search/prefix_trie.hpp"

#include <algorithm>
#include <bit>
#include <memory>
#include <utility>

#include "search/radix_sort.hpp"
#include "search/table_layout.hpp"

namespace marque {

namespace {

constexpr std::size_t symbols = std::size_t{1} << 16;

void append(std::vector<std::byte>& bytes, const void* data, std::size_t size) {
  const auto* from = static_cast<const std::byte*>(data);
  bytes.insert(bytes.end(), from, from + size);
}

/// Bytes written from their end to their beginning, so that a record's size is known before it is named.
class Backwards {
 public:
  /// Room for so many is there at once; it costs nothing until it is used.
  explicit Backwards(std::size_t room) : room_(room), begin_(room), bytes_(new std::byte[room]) {}

  std::size_t size() const { return room_ - begin_; }

  void byte(std::uint64_t value) {
    make_room(1);
    put(value);
  }

  void number(std::uint64_t value) {
    make_room(10);
    unsigned shift = 0;
    while (value >> shift > 0x7f) shift += 7;
    put(value >> shift);
    while (shift > 0) {
      shift -= 7;
      put((value >> shift & 0x7f) | 0x80);
    }
  }

  void reference(std::uint32_t value) {
    make_room(sizeof value);
    begin_ -= sizeof value;
    std::memcpy(&bytes_[begin_], &value, sizeof value);
  }

  void append_to(std::vector<std::byte>& bytes) const { append(bytes, &bytes_[begin_], size()); }

 private:
  void put(std::uint64_t value) { bytes_[--begin_] = static_cast<std::byte>(value); }

  void make_room(std::size_t count) {
    if (begin_ >= count) return;
    Backwards larger(2 * room_ + 64);
    larger.begin_ -= size();
    std::copy(&bytes_[begin_], &bytes_[0] + room_, &larger.bytes_[larger.begin_]);
    *this = std::move(larger);
  }

  std::size_t room_, begin_;
  std::unique_ptr<std::byte[]> bytes_;
};

using Codes = std::span<const std::uint16_t>;

/// Sequences in order, as codes. What most is asked of them lies beside them: the first codes and the size.
class Sorted {
 public:
  Sorted(Codes codes, std::span<const std::uint64_t> ends, std::size_t alphabet)
      : codes_(codes), ends_(ends), width_(static_cast<unsigned>(std::bit_width(alphabet))), kept_(64 / width_), items_(ends.size()) {
    for (std::size_t row = 0; row < items_.size(); ++row) {
      const Codes own = of(row);
      items_[row] = {key(own), static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(own.size())};
    }
    radix_sort(items_, kept_ * width_, [](const Item& item) { return item.key; });
    for (auto first = items_.begin(); first != items_.end();) {
      const auto last = std::find_if(first, items_.end(), [&](const Item& item) { return item.key != first->key; });
      if (last - first > 1) sort_rest(first, last);
      first = last;
    }
  }

  std::size_t size() const { return items_.size(); }
  std::size_t row(std::size_t place) const { return items_[place].row; }
  std::size_t length(std::size_t place) const { return items_[place].size; }

  /// Precondition: at < length(place).
  std::uint16_t code(std::size_t place, std::size_t at) const {
    const Item& item = items_[place];
    if (at < kept_) return static_cast<std::uint16_t>((item.key >> (kept_ - 1 - at) * width_ & ((std::uint64_t{1} << width_) - 1)) - 1);
    return of(item.row)[at];
  }

 private:
  struct Item {
    std::uint64_t key;   // the first codes, each one more than it is; 0 behind the last
    std::uint32_t row, size;
  };
  using Place = std::vector<Item>::iterator;

  Codes of(std::size_t row) const {
    const std::uint64_t from = row == 0 ? 0 : ends_[row - 1];
    return codes_.subspan(from, ends_[row] - from);
  }

  std::uint64_t key(Codes codes) const {
    std::uint64_t key = 0;
    for (unsigned at = 0; at < kept_; ++at) key = key << width_ | (at < codes.size() ? codes[at] + 1u : 0u);
    return key;
  }

  /// Those of the same key, in the order of their rows.
  void sort_rest(Place first, Place last) const {
    if (std::all_of(first, last, [&](const Item& item) { return item.size <= kept_; })) return;
    std::stable_sort(first, last, [this](const Item& a, const Item& b) {
      const Codes x = of(a.row), y = of(b.row);
      return std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end());
    });
  }

  Codes codes_;
  std::span<const std::uint64_t> ends_;
  unsigned width_, kept_;   // bits a code, and the codes in a key
  std::vector<Item> items_;
};

class Writer {
 public:
  Writer(const Sorted& rows, std::span<const std::uint32_t> references, std::size_t room) : rows_(rows), references_(rows.size()), out_(room) {
    for (std::size_t place = 0; place < references_.size(); ++place) references_[place] = references[rows.row(place)];
  }

  /// The rows of [from, to), which have the first `depth` codes in common.
  void record(std::size_t from, std::size_t to, std::size_t depth) {
    const std::size_t tail = depth, shorter = std::min(rows_.length(from), rows_.length(to - 1));
    while (depth < shorter && rows_.code(from, depth) == rows_.code(to - 1, depth)) ++depth;
    std::size_t longer = from;
    while (longer < to && rows_.length(longer) == depth) ++longer;
    if (longer < to) branch(longer, to, depth);
    if (from < longer) {
      for (std::size_t place = longer; place > from; --place) out_.reference(references_[place - 1]);
      out_.number(longer - from);
    }
    for (std::size_t at = depth; at > tail; --at) out_.number(rows_.code(from, at - 1));
    out_.byte((depth - tail) | (from < longer ? PrefixTrie::ends : 0u) | (longer < to ? PrefixTrie::branches : 0u));
  }

  const Backwards& out() const { return out_; }

 private:
  struct Child {
    std::uint16_t code;
    std::size_t size;
  };

  void branch(std::size_t from, std::size_t to, std::size_t depth) {
    const std::size_t first = children_.size();
    for (std::size_t end = to; end > from;) {
      const std::uint16_t code = rows_.code(end - 1, depth);
      std::size_t begin = end - 1;
      while (begin > from && rows_.code(begin - 1, depth) == code) --begin;
      const std::size_t before = out_.size();
      record(begin, end, depth + 1);
      children_.push_back({code, out_.size() - before});
      end = begin;
    }
    const std::size_t before = out_.size();
    for (const Child& child : std::span(children_).subspan(first)) {
      out_.number(child.size);
      out_.number(child.code);
    }
    out_.number(out_.size() - before);
    children_.resize(first);
  }

  const Sorted& rows_;
  std::vector<std::uint32_t> references_;   // in the order of the rows
  std::vector<Child> children_;   // of the branches that are being written, of each the last first
  Backwards out_;
};

}  // namespace

void PrefixTrieBuilder::add(std::uint32_t reference, std::span<const std::uint16_t> sequence) {
  if (sequence.empty() || sequence.size() > most_symbols) return;
  symbols_.insert(symbols_.end(), sequence.begin(), sequence.end());
  ends_.push_back(symbols_.size());
  references_.push_back(reference);
}

std::size_t PrefixTrieBuilder::most_likely_bytes() const noexcept {
  constexpr std::size_t beside_symbols = 16;   // a record has a reference, and counts and sizes of a byte or two
  return symbols_.size() + rows() * beside_symbols + 2 * std::min(symbols, symbols_.size()) + 64;
}

void PrefixTrieBuilder::write(std::vector<std::byte>& bytes) const { write(bytes, false); }
void PrefixTrieBuilder::write_reversed(std::vector<std::byte>& bytes) const { write(bytes, true); }

void PrefixTrieBuilder::write(std::vector<std::byte>& bytes, bool reversed) const {
  std::vector<std::uint64_t> uses(symbols);
  for (const std::uint16_t symbol : symbols_) ++uses[symbol];
  std::vector<std::uint16_t> alphabet;
  for (std::size_t symbol = 0; symbol < symbols; ++symbol) {
    if (uses[symbol] > 0) alphabet.push_back(static_cast<std::uint16_t>(symbol));
  }
  std::stable_sort(alphabet.begin(), alphabet.end(), [&](std::uint16_t a, std::uint16_t b) { return uses[a] > uses[b]; });
  std::vector<std::uint16_t> code_of(symbols), codes(symbols_.size());
  for (std::size_t code = 0; code < alphabet.size(); ++code) code_of[alphabet[code]] = static_cast<std::uint16_t>(code);
  std::transform(symbols_.begin(), symbols_.end(), codes.begin(), [&](std::uint16_t symbol) { return code_of[symbol]; });
  if (reversed) {
    auto first = codes.begin();
    for (const std::uint64_t end : ends_) {
      const auto last = codes.begin() + static_cast<std::ptrdiff_t>(end);
      std::reverse(first, last);
      first = last;
    }
  }

  const auto count = static_cast<std::uint32_t>(alphabet.size());
  append(bytes, &count, sizeof count);
  append(bytes, alphabet.data(), alphabet.size() * sizeof(std::uint16_t));
  if (references_.empty()) return;
  const Sorted sorted(codes, ends_, alphabet.size());
  Writer writer(sorted, references_, most_likely_bytes());
  writer.record(0, sorted.size(), 0);
  writer.out().append_to(bytes);
}

std::optional<PrefixTrie> PrefixTrie::open(std::span<const std::byte> bytes) {
  std::uint32_t count = 0;
  if (bytes.size() < sizeof count) return std::nullopt;
  std::memcpy(&count, bytes.data(), sizeof count);
  const std::size_t head = sizeof count + std::size_t{count} * sizeof(std::uint16_t);
  if (count > symbols || head > bytes.size()) return std::nullopt;
  PrefixTrie trie;
  trie.alphabet_ = part<std::uint16_t>(bytes, sizeof count, count);
  trie.root_ = bytes.subspan(head);
  return trie;
}

}  // namespace marque
