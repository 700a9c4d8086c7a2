#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "marque/search/candidate_index.hpp"
#include "marque/search/rarity.hpp"
#include "search/index_file.hpp"
#include "search/part_tables.hpp"
#include "search/segment.hpp"

namespace marque {

/// What a search reads: the parts of an index, later ones above earlier ones.
class IndexContents {
 public:
  /// Precondition: at least one part; tables of each, or none where nothing will be searched for.
  explicit IndexContents(std::vector<Segment> parts, std::vector<PartTables> tables = {});

  std::span<const Segment> parts() const noexcept { return parts_; }
  const PartTables& tables(std::size_t part) const noexcept { return tables_[part]; }
  const Rarity& rarity() const noexcept { return rarity_; }

  /// Whether no later part removes or replaces the entry.
  bool is_live(std::size_t part, std::uint64_t id) const noexcept;

  /// The part in which an entry lies, if it is in the index.
  std::optional<std::size_t> part_of(std::uint64_t id) const noexcept;

 private:
  std::vector<Segment> parts_;
  std::vector<PartTables> tables_;
  Rarity rarity_;
};

struct CandidateIndex::Impl {
  SegmentParts owned;              // what the parts lie in: the builder's memory,
  std::optional<MappedFile> file;  // or a mapped file
  IndexContents contents;
};

/// The tables of all parts. ErrorCode::corrupt.
Result<std::vector<PartTables>> tables_of(std::span<const Segment> parts);

}  // namespace marque
