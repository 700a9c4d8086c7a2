#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The index file as it lies on disk (FORMAT.md).
namespace marque::layout {

inline constexpr std::string_view magic{"MARQUE-INDEX\r\n\x1a\n", 16};
inline constexpr std::uint32_t version = 8;
inline constexpr std::uint64_t most_names = 0xfffffffeu;
inline constexpr std::size_t alignment = 64;
inline constexpr std::size_t labels_a_block = 16;

enum class Section : std::uint32_t {
  ids,              ///< u64, ascending: the entry of every name
  names,            ///< NameRow
  texts,            ///< the texts of every name (name_text.hpp)
  labels,           ///< of every name: its length, its bytes
  label_places,     ///< u64: where the labels of every 16th name begin
  group_places,     ///< u32 a name: where its similar groups are listed in `groups`; 0: not known. Absent: none is
  groups,           ///< u16: lists of a count and the groups, ascending
  standings,        ///< u32 a name (row_facts.hpp): its status and last day. Absent: none is known
  vienna_places,    ///< u32 a name: where its Vienna codes are listed in `vienna`; 0: not known. Absent: none is
  vienna,           ///< u32: lists of a count and the codes, ascending
  logo_rows,        ///< u32, ascending: the names that have a picture
  logo_starts,      ///< u32, one more than `logo_rows`: where the views of each picture begin, and the last's end
  logo_signs,       ///< SignTile (logo_table.hpp)
  logo_views,       ///< LogoViewRow
  removed,          ///< u64, ascending: ids that this part takes out of those before it
  rarity,           ///< f32: Rarity::table(); in the first part alone
  skeleton_starts,  ///< postings by the hash of the skeleton
  skeleton_rows,
  characters,       ///< tables to be scanned (part_tables.hpp)
  letters_look,
  letters_sound,
  letters_part,
  across,
  meaning_starts,   ///< names by what they mean something through (meaning_table.hpp)
  meaning_entries,
  count,
};
inline constexpr std::size_t section_count = static_cast<std::size_t>(Section::count);

/// One name of an entry.
struct NameRow {
  std::uint64_t classes = 0;  ///< bit n = class n; 0: any class
  std::uint64_t text = 0;     ///< where its texts lie, and which of them are equal (name_text.hpp)
};
static_assert(sizeof(NameRow) == 16);

struct SectionPlace {
  std::uint64_t offset = 0;  ///< from the beginning of the part
  std::uint64_t bytes = 0;
  std::uint32_t crc = 0;     ///< CRC-32C
  std::uint32_t reserved = 0;
};

/// What an index of one part, or a part appended to one, begins with.
struct Header {
  std::array<char, 16> magic{};
  std::uint32_t version = layout::version;
  std::uint32_t sections = section_count;
  std::uint64_t key = 0;       ///< given to the builder
  std::uint64_t entries = 0;   ///< of the index up to and with this part
  std::uint64_t bytes = 0;     ///< of this part; a multiple of `alignment`
  std::uint32_t edition = 0;   ///< of the tables of characters and letters (edition.hpp)
  std::uint32_t crc = 0;       ///< CRC-32C of the header with this field 0
  std::uint64_t reserved = 0;
  std::array<SectionPlace, section_count> places{};
};
static_assert(sizeof(Header) == 64 + sizeof(SectionPlace) * section_count);
inline constexpr std::size_t header_start = 24;   ///< up to `version`, which stays as it is in every format

inline constexpr std::uint64_t aligned(std::uint64_t bytes) { return (bytes + alignment - 1) / alignment * alignment; }

}  // namespace marque::layout
