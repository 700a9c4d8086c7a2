#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "marque/scoring/comparable_name.hpp"
#include "scoring/meaning.hpp"
#include "search/part_tables.hpp"
#include "search/ranker.hpp"

namespace marque {

/// What one query asks of one kind of table: which rows can reach a floor at all. Immutable: any number of threads may scan.
class Probe {
 public:
  virtual ~Probe() = default;

  /// The least measure of rows of a length without which none of the ways that this table answers for reaches its
  /// floor; unset where none can.
  virtual std::optional<unsigned> least(const Floors& floors, std::size_t length) const = 0;

  /// The lengths that the table has, the likeliest first.
  virtual std::vector<std::size_t> lengths(const PartTables& tables) const = 0;

  /// Of the table, for measurements.
  virtual std::string_view name() const noexcept = 0;

  /// Hands every row that reaches the sink's least measure to it.
  virtual ScanCount scan(const PartTables& tables, std::span<const std::size_t> lengths, ScanSink& sink) const = 0;
};

/// The probes of a query's words: together they find every name that reaches a floor in any way.
/// `meaning` must outlive them.
std::vector<std::unique_ptr<Probe>> probes_of(const NameView& query, const MeaningMatcher& meaning);

}  // namespace marque
