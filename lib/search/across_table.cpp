#include "search/across_table.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "scoring/across.hpp"
#include "search/across_walk.hpp"
#include "search/table_layout.hpp"
#include "search/voices.hpp"

namespace marque {

namespace {

using Kind = AcrossTable::Kind;

struct Entry {
  std::uint32_t kind = 0, least = 0, rows = 0, zero = 0;
  std::uint64_t offset = 0, bytes = 0;
};
static_assert(sizeof(Entry) == 32);

constexpr std::uint64_t head = 8;
constexpr std::uint64_t most_buckets = 256;

constexpr std::uint64_t head_end(std::uint64_t buckets) { return aligned_64(head + buckets * sizeof(Entry)); }

std::uint32_t range_of(unsigned weight) {
  std::uint32_t least = 0;
  while (next_range(least) <= weight) least = next_range(least);
  return least;
}

Error damaged(const char* what) { return {ErrorCode::corrupt, std::string("damaged table of sounds: ") + what}; }

}  // namespace

void AcrossTableBuilder::add_letters(std::uint32_t reference, const NameView& name) {
  transcription::Letters phones;
  if (!spell(name, phones)) return;
  phones_[range_of(weight(phones))].add(reference, phones);
  if (!Voices::known().romanised(name.core_latin)) return;
  std::vector<std::uint16_t> symbols;
  for (const char32_t letter : name.core_latin) symbols.push_back(static_cast<std::uint16_t>(letter - U'a'));
  letters_.add(reference, symbols);
}

void AcrossTableBuilder::add_characters(std::uint32_t reference, const NameView& name) {
  using namespace transcription;
  const std::u32string_view han = name.core_han;
  if (!characters_alone(name) || han.size() > most_syllables) return;
  std::array<std::uint16_t, most_syllables> symbols;
  std::transform(han.begin(), han.end(), symbols.begin(), [](char32_t character) { return Voices::known().of(character); });
  const auto voices = std::span(symbols).first(han.size());
  if (std::find(voices.begin(), voices.end(), 0) != voices.end()) return;   // that cannot be said
  voices_[static_cast<std::uint32_t>(han.size()) * syllable_weight].add(reference, voices);
}

std::vector<std::byte> AcrossTableBuilder::build() const {
  std::vector<Entry> directory;
  std::vector<std::byte> bytes(head_end(phones_.size() + (letters_.rows() > 0 ? 1 : 0) + voices_.size()));
  const auto write = [&](Kind kind, std::uint32_t least, const auto& rows) {
    Entry entry{static_cast<std::uint32_t>(kind), least, static_cast<std::uint32_t>(rows.rows()), 0, bytes.size(), 0};
    rows.write(bytes);
    entry.bytes = bytes.size() - entry.offset;
    bytes.resize(aligned_64(bytes.size()));
    directory.push_back(entry);
  };
  for (const auto& [least, rows] : phones_) write(Kind::phones, least, rows);
  if (letters_.rows() > 0) write(Kind::letters, 0, letters_);
  for (const auto& [weight, rows] : voices_) write(Kind::voices, weight, rows);
  const std::uint64_t count = directory.size();
  put(bytes, 0, std::span<const std::uint64_t>(&count, 1));
  put(bytes, head, std::span<const Entry>(directory));
  return bytes;
}

Result<AcrossTable> AcrossTable::open(std::span<const std::byte> bytes) {
  std::uint64_t count = 0;
  if (bytes.size() < head) return damaged("too short");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(Entry) != 0) return damaged("address");
  std::memcpy(&count, bytes.data(), head);
  if (count > most_buckets || head_end(count) > bytes.size()) return damaged("head");
  AcrossTable table;
  for (const Entry& entry : part<Entry>(bytes, head, count)) {
    if (entry.kind > static_cast<std::uint32_t>(Kind::voices)) return damaged("kind");
    if (entry.offset % 64 != 0 || entry.offset > bytes.size() || entry.bytes > bytes.size() - entry.offset) return damaged("rows");
    const auto own = bytes.subspan(entry.offset, entry.bytes);
    Bucket bucket{static_cast<Kind>(entry.kind), entry.least, entry.rows, {}, {}};
    if (bucket.kind == Kind::phones) {
      const auto phones = PhoneRows::open(own, entry.rows);
      if (!phones) return damaged("phones");
      bucket.phones = *phones;
    } else {
      const auto trie = PrefixTrie::open(own);
      if (!trie) return damaged("alphabet");
      bucket.trie = *trie;
    }
    table.buckets_.push_back(bucket);
  }
  return table;
}

std::size_t AcrossTable::size() const noexcept {
  std::size_t rows = 0;
  for (const Bucket& bucket : buckets_) rows += bucket.rows;
  return rows;
}

void AcrossTable::scan(const NameView& query, AcrossSink& sink) const {
  transcription::Speech speech;
  transcription::Letters phones;
  AcrossHits hits(sink);
  if (speak(query, speech)) {
    walk_spellings(buckets_, query.core_han, hits);
    scan_letters(buckets_, speech, hits);
  } else if (spell(query, phones)) {
    walk_voices(buckets_, query.core_latin, phones, hits);
  }
  hits.flush();
}

}  // namespace marque
