#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <span>
#include <tuple>
#include <vector>

#include "search/letter_table.hpp"
#include "search/simd.hpp"
#include "search/table_scan.hpp"

namespace marque {

/// Every instruction set that this machine has.
inline std::vector<Isa> usable_isas() {
  std::vector<Isa> isas{Isa::portable};
  for (const Isa isa : {Isa::avx2, Isa::avx512}) {
    if (isa <= best_isa()) isas.push_back(isa);
  }
  return isas;
}

inline bool earlier(const TableHit& a, const TableHit& b) {
  return std::tie(a.reference, a.measure) < std::tie(b.reference, b.measure);
}

inline void sort_hits(std::vector<TableHit>& hits) { std::sort(hits.begin(), hits.end(), earlier); }

/// Least measures that stay, or rise by one with every batch; keeps what it was asked and given.
struct RecordingSink : ScanSink {
  std::map<std::size_t, unsigned> least_of;
  unsigned rise = 0;
  std::vector<TableHit> hits;
  std::vector<std::size_t> asked;
  unsigned risen = 0;

  std::optional<unsigned> least(std::size_t length) override {
    if (asked.empty() || asked.back() != length) asked.push_back(length);
    const auto found = least_of.find(length);
    if (found == least_of.end()) return std::nullopt;
    return found->second + risen;
  }
  void take(std::span<const TableHit> given) override {
    hits.insert(hits.end(), given.begin(), given.end());
    largest = std::max(largest, given.size());
    empty |= given.empty();
    risen += rise;
  }
  std::size_t largest = 0;
  bool empty = false;
};

/// A least likeness that stays, or rises with every batch; keeps what it was given.
struct RecordingLetterSink : LetterSink {
  int wanted = 0, rise = 0;
  std::size_t largest = 0;
  bool empty = false;
  std::vector<std::uint32_t> rows;

  int least(std::size_t) override { return wanted; }
  void take(std::span<const std::uint32_t> references) override {
    empty |= references.empty();
    largest = std::max(largest, references.size());
    rows.insert(rows.end(), references.begin(), references.end());
    wanted += rise;
  }
};

inline std::size_t draw(std::mt19937& random, std::size_t below) { return random() % below; }

}  // namespace marque
