#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "marque/law/place_names.hpp"

namespace marque {

/// A division of lib/law/data/divisions.tsv. Its `successors` are those that took over what was left at its end.
struct DivisionRow {
  Division division;
  std::vector<std::uint32_t> heirs;  ///< rows the successors mean: those that followed in that year

  bool in_force(int year) const { return division.from <= year && (division.to == 0 || year < division.to); }
};

/// The divisions with their look-ups.
class DivisionTable {
 public:
  static const DivisionTable& get();

  const DivisionRow& operator[](std::uint32_t row) const { return rows_[row]; }
  std::span<const DivisionRow> rows() const { return rows_; }

  /// Rows that had a code, in order of years.
  std::span<const std::uint32_t> with_code(AreaCode code) const;

  /// Rows with a name, full or short; in force before abolished, then highest level, then latest.
  std::span<const std::uint32_t> named(std::u32string_view name) const;

  /// All names, full and short.
  const std::unordered_map<std::u32string, std::vector<std::uint32_t>>& names() const { return by_name_; }

 private:
  DivisionTable();
  void link_heirs();
  void index_names();

  std::vector<DivisionRow> rows_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_code_;
  std::unordered_map<std::u32string, std::vector<std::uint32_t>> by_name_;
};

/// short_form() on code points.
std::u32string short_form(std::u32string_view name);

}  // namespace marque
