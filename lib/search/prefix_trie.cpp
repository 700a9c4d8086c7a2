#include "search/prefix_trie.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

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
  std::size_t size() const { return bytes_.size(); }

  void byte(std::uint64_t value) { bytes_.push_back(static_cast<std::byte>(value)); }

  void number(std::uint64_t value) {
    unsigned shift = 0;
    while (value >> shift > 0x7f) shift += 7;
    byte(value >> shift);
    while (shift > 0) {
      shift -= 7;
      byte((value >> shift & 0x7f) | 0x80);
    }
  }

  void reference(std::uint32_t value) {
    for (unsigned shift = 32; shift > 0; shift -= 8) byte(value >> (shift - 8) & 0xff);
  }

  void append_to(std::vector<std::byte>& bytes) const { bytes.insert(bytes.end(), bytes_.rbegin(), bytes_.rend()); }

 private:
  std::vector<std::byte> bytes_;
};

using Codes = std::span<const std::uint16_t>;

/// Sequences in order, as codes.
class Sorted {
 public:
  Sorted(std::span<const std::uint16_t> codes, std::span<const std::uint64_t> ends, std::size_t alphabet)
      : codes_(codes), ends_(ends), items_(ends.size()) {
    const auto width = static_cast<unsigned>(std::bit_width(alphabet));
    for (std::size_t row = 0; row < items_.size(); ++row) items_[row] = {key(of(row), width), static_cast<std::uint32_t>(row)};
    std::sort(items_.begin(), items_.end(), [this](const Item& a, const Item& b) {
      if (a.key != b.key) return a.key < b.key;
      const Codes x = of(a.row), y = of(b.row);
      const auto order = std::lexicographical_compare_three_way(x.begin(), x.end(), y.begin(), y.end());
      return order != 0 ? order < 0 : a.row < b.row;
    });
  }

  std::size_t size() const { return items_.size(); }
  std::size_t row(std::size_t place) const { return items_[place].row; }
  Codes operator[](std::size_t place) const { return of(items_[place].row); }

 private:
  struct Item {
    std::uint64_t key;   // the first codes
    std::uint32_t row;
  };

  Codes of(std::size_t row) const {
    const std::uint64_t from = row == 0 ? 0 : ends_[row - 1];
    return codes_.subspan(from, ends_[row] - from);
  }

  static std::uint64_t key(Codes codes, unsigned width) {
    std::uint64_t key = 0;
    for (unsigned at = 0; at < 64 / width; ++at) key = key << width | (at < codes.size() ? codes[at] + 1u : 0u);
    return key;
  }

  Codes codes_;
  std::span<const std::uint64_t> ends_;
  std::vector<Item> items_;
};

class Writer {
 public:
  Writer(const Sorted& rows, std::span<const std::uint32_t> references) : rows_(rows), references_(references) {}

  /// The rows of [from, to), which have the first `depth` codes in common.
  void record(std::size_t from, std::size_t to, std::size_t depth) {
    const Codes first = rows_[from], last = rows_[to - 1];
    const std::size_t tail = depth;
    while (depth < first.size() && depth < last.size() && first[depth] == last[depth]) ++depth;
    std::size_t longer = from;
    while (longer < to && rows_[longer].size() == depth) ++longer;
    if (longer < to) branch(longer, to, depth);
    if (from < longer) {
      for (std::size_t place = longer; place > from; --place) out_.reference(references_[rows_.row(place - 1)]);
      out_.number(longer - from);
    }
    for (std::size_t at = depth; at > tail; --at) out_.number(first[at - 1]);
    out_.byte((depth - tail) | (from < longer ? PrefixTrie::ends : 0u) | (longer < to ? PrefixTrie::branches : 0u));
  }

  const Backwards& out() const { return out_; }

 private:
  void branch(std::size_t from, std::size_t to, std::size_t depth) {
    std::vector<std::pair<std::uint16_t, std::size_t>> children;   // the last first
    for (std::size_t end = to; end > from;) {
      const std::uint16_t code = rows_[end - 1][depth];
      std::size_t begin = end - 1;
      while (begin > from && rows_[begin - 1][depth] == code) --begin;
      const std::size_t before = out_.size();
      record(begin, end, depth + 1);
      children.emplace_back(code, out_.size() - before);
      end = begin;
    }
    const std::size_t before = out_.size();
    for (const auto& [code, size] : children) {
      out_.number(size);
      out_.number(code);
    }
    out_.number(out_.size() - before);
  }

  const Sorted& rows_;
  std::span<const std::uint32_t> references_;
  Backwards out_;
};

}  // namespace

void PrefixTrieBuilder::add(std::uint32_t reference, std::span<const std::uint16_t> sequence) {
  if (sequence.empty() || sequence.size() > most_symbols) return;
  symbols_.insert(symbols_.end(), sequence.begin(), sequence.end());
  ends_.push_back(symbols_.size());
  references_.push_back(reference);
}

void PrefixTrieBuilder::write(std::vector<std::byte>& bytes) const {
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

  const auto count = static_cast<std::uint32_t>(alphabet.size());
  append(bytes, &count, sizeof count);
  append(bytes, alphabet.data(), alphabet.size() * sizeof(std::uint16_t));
  if (references_.empty()) return;
  const Sorted sorted(codes, ends_, alphabet.size());
  Writer writer(sorted, references_);
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
