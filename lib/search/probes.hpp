#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "marque/scoring/comparable_name.hpp"
#include "scoring/meaning.hpp"
#include "search/part_tables.hpp"
#include "search/ranker.hpp"

namespace marque {

/// Where the rows go that a table could not rule out.
class RowSink {
 public:
  virtual ~RowSink() = default;

  /// What rows must reach in one of the ways. Between calls of take() it may rise in every way, never fall.
  virtual const Floors& floors() const = 0;

  /// The next rows, at most `scan_batch` of them.
  virtual void take(std::span<const std::uint32_t> rows) = 0;
};

/// What one query asks of one kind of table: which rows can reach a floor at all. Immutable: any number of threads may scan.
class Probe {
 public:
  virtual ~Probe() = default;

  /// Of the table, for measurements.
  virtual std::string_view name() const noexcept = 0;

  /// What it is complete for: a row reaches a floor in a way of this element only if the probe hands it over.
  virtual Element element() const noexcept = 0;

  /// The pieces that the table can be scanned by, the likeliest first.
  virtual std::vector<std::size_t> pieces(const PartTables& tables) const = 0;

  /// Hands every row of these pieces that can reach a floor to the sink.
  virtual void scan(const PartTables& tables, std::span<const std::size_t> pieces, RowSink& sink) const = 0;

  /// Hands some rows to the sink that can reach a floor and are quickly found. None unless told otherwise.
  virtual void glance(const PartTables&, std::span<const std::size_t>, RowSink&) const {}
};

/// The probes of a query's words: together they find every name that reaches a floor in any way.
/// `meaning`, made for many names, must outlive them.
std::vector<std::unique_ptr<Probe>> probes_of(const NameView& query, const MeaningMatcher& meaning);

}  // namespace marque
