#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "search/table_scan.hpp"

namespace marque {

/// What tables of rows by length have in common. A bucket has the rows of one `length`; buckets ascend by it.
template <class Bucket>
std::size_t rows_in(const std::vector<Bucket>& buckets) {
  std::size_t rows = 0;
  for (const Bucket& bucket : buckets) rows += bucket.rows;
  return rows;
}

template <class Bucket>
std::vector<std::size_t> lengths_of(const std::vector<Bucket>& buckets) {
  std::vector<std::size_t> lengths;
  for (const Bucket& bucket : buckets) lengths.push_back(bucket.length);
  return lengths;
}

/// The bucket of this length; none: null.
template <class Bucket>
const Bucket* bucket_of_length(const std::vector<Bucket>& buckets, std::size_t length) {
  const auto bucket = std::lower_bound(buckets.begin(), buckets.end(), length, [](const Bucket& b, std::size_t value) { return b.length < value; });
  return bucket != buckets.end() && bucket->length == length ? &*bucket : nullptr;
}

/// Runs a scan through the buckets of these lengths, in their order.
template <class Bucket, class Scan>
ScanCount scan_lengths(const std::vector<Bucket>& buckets, std::span<const std::size_t> lengths, Scan scan) {
  for (const std::size_t length : lengths) {
    if (const Bucket* const bucket = bucket_of_length(buckets, length)) scan.run(*bucket);
  }
  return scan.count();
}

/// Hits on their way to the sink, which are handed on together, and the least measure that it asks for.
class HitQueue {
 public:
  explicit HitQueue(ScanSink& sink) : sink_(sink) { hits_.reserve(scan_batch); }

  /// Rows of this length come next; `references` are theirs.
  void enter(std::size_t length, const std::uint32_t* references) {
    length_ = length;
    references_ = references;
    least_ = sink_.least(length);
  }

  const std::optional<unsigned>& least() const noexcept { return least_; }

  /// A row and its measure, if that is enough.
  void offer(std::uint32_t row, std::uint32_t measure) {
    if (!least_ || measure < *least_) return;
    __builtin_prefetch(references_ + row);
    hits_.push_back({row, measure});
    if (hits_.size() == scan_batch) flush();
  }

  void flush() {
    if (hits_.empty()) return;
    for (TableHit& hit : hits_) hit.reference = references_[hit.reference];   // a row until here
    handed_on_ += hits_.size();
    sink_.take(hits_);
    hits_.clear();
    least_ = sink_.least(length_);
  }

  std::uint64_t handed_on() const noexcept { return handed_on_; }

 private:
  ScanSink& sink_;
  std::size_t length_ = 0;
  const std::uint32_t* references_ = nullptr;
  std::optional<unsigned> least_;
  std::vector<TableHit> hits_;
  std::uint64_t handed_on_ = 0;
};

}  // namespace marque
