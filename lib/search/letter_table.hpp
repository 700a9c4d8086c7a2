#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "marque/base/result.hpp"
#include "search/simd.hpp"
#include "search/table_scan.hpp"

namespace marque {

/// Gathers signatures of texts of letters (scoring/letters.hpp) and lays them out as a table (FORMAT.md).
class LetterTableBuilder {
 public:
  /// References may repeat.
  void add(std::uint32_t reference, std::uint64_t signature, std::uint8_t length);

  /// The same rows in the same order give the same bytes, whose length is a multiple of 64.
  std::vector<std::byte> build() const;

 private:
  struct Rows {
    std::vector<std::uint64_t> signatures;
    std::vector<std::uint32_t> references;
  };
  std::array<Rows, 256> by_length_;
};

/// Signatures by length, sorted so that neighbours share their rare bits, for finding every one that has enough bits
/// in common with a query. A view: the bytes must outlive it.
class LetterTable {
 public:
  LetterTable() = default;

  /// `bytes` as build() made them, at an address divisible by 8 (64 is faster). Only the directory is read. Refuses
  /// what is not whole; damage within the rows makes hits wrong but no access outside the bytes.
  static Result<LetterTable> open(std::span<const std::byte> bytes);

  std::size_t size() const noexcept;

  /// The lengths that occur, ascending.
  std::vector<std::size_t> lengths() const;

  /// Hands over every row with popcount(row & signature) ≥ the sink's least number for its length. `lengths` are visited
  /// in this order, each at most once; lengths that do not occur are passed over. References are as they lie in the bytes.
  ScanCount scan(std::uint64_t signature, std::span<const std::size_t> lengths, ScanSink& sink, Isa isa = best_isa()) const;

  /// The rows of one length.
  struct Bucket {
    std::size_t length = 0, rows = 0;
    std::span<const std::uint64_t> groups;       // the bits that occur in 64 blocks
    std::span<const std::uint64_t> blocks;       // the bits that occur in 64 rows
    const std::uint64_t* signatures = nullptr;   // bits in the table's order
    const std::uint32_t* references = nullptr;
  };

 private:
  std::array<std::uint8_t, 64> order_{};         // where each bit of a signature lies in the table's
  std::vector<Bucket> buckets_;
};

}  // namespace marque
