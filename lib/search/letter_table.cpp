#include "search/letter_table.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "search/letter_walk.hpp"
#include "search/table_buckets.hpp"
#include "search/table_layout.hpp"

namespace marque {

namespace {

struct Entry {
  std::uint32_t length = 0, rows = 0;
  std::uint64_t offset = 0, bytes = 0;
};
static_assert(sizeof(Entry) == 24);

constexpr std::uint64_t head = 8;
constexpr std::uint64_t most_buckets = 256;

constexpr std::uint64_t head_end(std::uint64_t buckets) { return aligned_64(head + buckets * sizeof(Entry)); }

Error damaged(const char* what) { return {ErrorCode::corrupt, std::string("damaged table of letters: ") + what}; }

}  // namespace

void LetterTableBuilder::add(std::uint32_t reference, std::u32string_view letters) {
  if (letters.empty()) return;
  std::array<std::uint16_t, PrefixTrieBuilder::most_symbols> symbols;
  std::size_t size = 0;
  std::uint32_t length = longest_units;
  if (letters.size() <= symbols.size()) {
    for (const char32_t letter : letters) symbols[size++] = letter_symbol(letter);
    length = letter_units(view_, letters);
  } else {
    symbols[size++] = 0;   // of no account
  }
  tries_[length].add(reference, std::span(symbols).first(size));
}

std::vector<std::byte> LetterTableBuilder::build() const {
  std::vector<Entry> directory;
  std::vector<std::byte> bytes(head_end(tries_.size()));
  for (const auto& [length, trie] : tries_) {
    Entry entry{length, static_cast<std::uint32_t>(trie.rows()), bytes.size(), 0};
    trie.write(bytes);
    entry.bytes = bytes.size() - entry.offset;
    bytes.resize(aligned_64(bytes.size()));
    directory.push_back(entry);
  }
  const std::uint64_t count = directory.size();
  put(bytes, 0, std::span<const std::uint64_t>(&count, 1));
  put(bytes, head, std::span<const Entry>(directory));
  return bytes;
}

Result<LetterTable> LetterTable::open(LetterView view, std::span<const std::byte> bytes) {
  std::uint64_t count = 0;
  if (bytes.size() < head) return damaged("too short");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(Entry) != 0) return damaged("address");
  std::memcpy(&count, bytes.data(), sizeof count);
  if (count > most_buckets || head_end(count) > bytes.size()) return damaged("head");
  LetterTable table;
  table.view_ = view;
  std::int64_t last = -1;
  for (const Entry& entry : part<Entry>(bytes, head, count)) {
    if (entry.length <= last || entry.length > longest_units) return damaged("lengths");
    last = entry.length;
    if (entry.offset % 64 != 0 || entry.offset > bytes.size() || entry.bytes > bytes.size() - entry.offset) return damaged("rows");
    auto trie = PrefixTrie::open(bytes.subspan(entry.offset, entry.bytes));
    if (!trie) return damaged("trie");
    table.buckets_.push_back({entry.length, entry.rows, *trie});
  }
  return table;
}

std::size_t LetterTable::size() const noexcept { return rows_in(buckets_); }
std::vector<std::size_t> LetterTable::lengths() const { return lengths_of(buckets_); }

void LetterTable::scan(std::u32string_view text, std::span<const std::size_t> lengths, LetterSink& sink) const {
  if (text.empty()) return;
  LetterWalk walk(view_, text, sink);
  for (const std::size_t length : lengths) {
    const auto bucket = std::lower_bound(buckets_.begin(), buckets_.end(), length, [](const Bucket& a, std::size_t b) { return a.length < b; });
    if (bucket != buckets_.end() && bucket->length == length) walk.run(length, bucket->trie);
  }
  walk.flush();
}

}  // namespace marque
