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

struct Place {
  std::uint64_t offset = 0, bytes = 0;
};
struct Entry {
  std::uint32_t length = 0, rows = 0;
  std::array<Place, 2> tries;   // of the texts as they are read, and of the same from their ends
};
static_assert(sizeof(Entry) == 40);

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
  texts_[length].add(reference, std::span(symbols).first(size));
}

std::vector<std::byte> LetterTableBuilder::build() const {
  std::vector<Entry> directory;
  std::vector<std::byte> bytes(head_end(texts_.size()));
  std::size_t room = bytes.size();
  for (const auto& [length, texts] : texts_) room += 2 * texts.most_likely_bytes();
  bytes.reserve(room);   // costs nothing where it is not written to
  const auto write = [&](auto&& write_trie) {
    const std::uint64_t offset = bytes.size();
    write_trie();
    const Place place{offset, bytes.size() - offset};
    bytes.resize(aligned_64(bytes.size()));
    return place;
  };
  for (const auto& bucket : texts_) {
    const auto length = bucket.first;
    const auto& texts = bucket.second;
    const bool longest = length == longest_units;
    const Place forwards = write([&] { texts.write(bytes); });
    const Place backwards = write([&] { longest ? PrefixTrieBuilder().write(bytes) : texts.write_reversed(bytes); });
    directory.push_back({length, static_cast<std::uint32_t>(texts.rows()), {forwards, backwards}});
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
    Bucket bucket{entry.length, entry.rows, {}, {}};
    for (const auto& [place, trie] : {std::pair(entry.tries[0], &bucket.forwards), std::pair(entry.tries[1], &bucket.backwards)}) {
      if (place.offset % 64 != 0 || place.offset > bytes.size() || place.bytes > bytes.size() - place.offset) return damaged("rows");
      const auto opened = PrefixTrie::open(bytes.subspan(place.offset, place.bytes));
      if (!opened) return damaged("trie");
      *trie = *opened;
    }
    table.buckets_.push_back(bucket);
  }
  return table;
}

std::size_t LetterTable::size() const noexcept { return rows_in(buckets_); }
std::vector<std::size_t> LetterTable::lengths() const { return lengths_of(buckets_); }

template <class FindHalves>
void LetterTable::walk(std::u32string_view text, std::span<const std::size_t> lengths, LetterSink& sink, FindHalves&& find_halves) const {
  if (text.empty()) return;
  LetterWalk forwards(view_, false, text, sink), backwards(view_, true, text, sink);
  for (const std::size_t length : lengths) {
    const Bucket* const bucket = bucket_of_length(buckets_, length);
    if (bucket == nullptr) continue;
    const LetterWalk::Halves halves = find_halves(forwards, length);
    forwards.run(length, bucket->forwards, halves);
    if (length != longest_units) backwards.run(length, bucket->backwards, halves);
  }
}

void LetterTable::scan(std::u32string_view text, std::span<const std::size_t> lengths, LetterSink& sink) const {
  walk(text, lengths, sink, [](LetterWalk& walk, std::size_t length) { return walk.halves(length); });
}

void LetterTable::glance(std::u32string_view text, std::span<const std::size_t> lengths, LetterSink& sink) const {
  walk(text, lengths, sink, [](LetterWalk&, std::size_t length) { return LetterWalk::strict_halves(length); });
}

}  // namespace marque
