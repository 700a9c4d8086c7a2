#include "search/gram_table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "scoring/letters.hpp"
#include "scoring/weights.hpp"
#include "search/gram_layout.hpp"
#include "search/varint.hpp"

namespace marque {

using namespace gram_layout;

namespace {

/// Every key of a name, once. Precondition: at least three letters.
void find_keys(std::u32string_view letters, std::uint64_t borders, std::vector<std::uint32_t>& keys) {
  keys.clear();
  std::uint32_t piece = piece_at(letters, 0) >> letter_bits;
  for (std::size_t at = 0; at + gram <= letters.size(); ++at) {
    piece = (piece << letter_bits | short_code(letters[at + gram - 1])) & gram_mask;
    keys.push_back(key_of(Kind::anywhere, piece));
    if ((borders >> at & 1) != 0) keys.push_back(key_of(Kind::begins, piece));
    if (at + gram == letters.size() || (borders >> (at + gram) & 1) != 0) keys.push_back(key_of(Kind::ends, piece));
  }
  if (letters.size() >= weights::anagram_least) keys.push_back(key_of(Kind::letters, letters_piece(letters)));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

/// A row of one of several builders.
struct RowPlace {
  std::uint32_t piece = 0, row = 0;
};

}  // namespace

void GramTableBuilder::add(std::uint32_t reference, const NameView& name) {
  if (name.core_latin.size() < gram) return;
  const std::u32string_view letters = name.core_latin.substr(0, compared_letters);
  find_keys(letters, part_borders(name), found_);
  keys_.insert(keys_.end(), found_.begin(), found_.end());
  ends_.push_back(keys_.size());
  lengths_.push_back(static_cast<std::uint8_t>(letters.size()));
  references_.push_back(reference);
}

std::vector<std::byte> GramTableBuilder::build(std::span<const GramTableBuilder> pieces) {
  std::vector<std::uint32_t> starts(length_starts);
  std::vector<std::uint64_t> ends(most_keys + 1);   // at first where the entries of each key begin
  for (const GramTableBuilder& piece : pieces) {
    for (const std::uint8_t length : piece.lengths_) ++starts[length + 1u];
    for (const std::uint32_t key : piece.keys_) ++ends[key + 1];
  }
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<RowPlace> order(starts.back());
  std::vector<std::uint32_t> next = starts;
  for (std::uint32_t piece = 0; piece < pieces.size(); ++piece) {
    for (std::uint32_t row = 0; row < pieces[piece].lengths_.size(); ++row) order[next[pieces[piece].lengths_[row]]++] = {piece, row};
  }

  std::vector<std::uint32_t> entries(ends.back()), references(order.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) {
    const GramTableBuilder& piece = pieces[order[place].piece];
    references[place] = piece.references_[order[place].row];
    for (const std::uint32_t key : piece.keys_of(order[place].row)) entries[ends[key]++] = place;
  }

  // From here on an entry is how far it is from the one before it in its list.
  std::vector<std::uint32_t> keys;
  std::vector<std::uint64_t> places{0};
  std::uint64_t at = 0, size = 0;
  for (std::uint32_t key = 0; key < most_keys; ++key) {
    if (at == ends[key]) continue;
    keys.push_back(key);
    for (std::uint32_t last = 0; at < ends[key]; ++at) {
      const std::uint32_t step = entries[at] - last;
      last = std::exchange(entries[at], step);
      size += length_bytes(step);
    }
    places.push_back(size);
  }

  const Header header{static_cast<std::uint32_t>(order.size()), static_cast<std::uint32_t>(keys.size()), size};
  const Layout layout(header);
  std::vector<std::byte> bytes(layout.end);
  put(bytes, 0, std::span<const Header>(&header, 1));
  put(bytes, layout.starts, std::span<const std::uint32_t>(starts));
  put(bytes, layout.keys, std::span<const std::uint32_t>(keys));
  put(bytes, layout.places, std::span<const std::uint64_t>(places));
  put(bytes, layout.references, std::span<const std::uint32_t>(references));
  std::byte* to = bytes.data() + layout.lists;
  for (const std::uint32_t step : entries) to = write_length(to, step);
  return bytes;
}

std::span<const std::uint32_t> GramTableBuilder::keys_of(std::size_t row) const noexcept {
  const std::uint64_t from = row == 0 ? 0 : ends_[row - 1];
  return std::span(keys_).subspan(from, ends_[row] - from);
}

}  // namespace marque
