#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace marque {

/// A row of a table that reached the least measure of its length.
struct TableHit {
  std::uint32_t reference = 0;
  std::uint32_t measure = 0;   ///< the exact sum of likenesses

  bool operator==(const TableHit&) const = default;
};

/// What a scan of a table asks, and where its hits go.
class ScanSink {
 public:
  virtual ~ScanSink() = default;

  /// The measure that rows of this length must reach; unset: none can matter. It is asked before the first row of a
  /// length and again after every take(); it may rise in between, never fall.
  virtual std::optional<unsigned> least(std::size_t length) = 0;

  /// The next hits, at most `scan_batch` of them and never none: every row that reached the least measure of its
  /// length as it stood when it was last asked, once.
  virtual void take(std::span<const TableHit> hits) = 0;
};

inline constexpr std::size_t scan_batch = 256;

/// What a scan went through; for measurements.
struct ScanCount {
  std::uint64_t blocks = 0;      ///< of 64 rows, in the lengths scanned
  std::uint64_t read = 0;        ///< blocks whose summary did not rule them out
  std::uint64_t bytes = 0;       ///< of summaries and of columns read
  std::uint64_t survivors = 0;   ///< rows checked exactly
  std::uint64_t hits = 0;
};

}  // namespace marque
