#pragma once

#include <string_view>
#include <vector>

#include "scoring/transcription.hpp"
#include "search/across_table.hpp"
#include "search/table_scan.hpp"

namespace marque {

/// Hits on their way to a sink.
class AcrossHits {
 public:
  explicit AcrossHits(AcrossSink& sink) : sink_(sink), floor_(sink.floor()) { hits_.reserve(scan_batch); }

  float floor() const noexcept { return floor_; }

  /// True where the floor may have risen.
  bool add(std::uint32_t reference, float most) {
    hits_.push_back({reference, most});
    if (hits_.size() < scan_batch) return false;
    flush();
    return true;
  }
  bool add(const References& references, float most) {
    bool asked = false;
    for (std::size_t at = 0; at < references.size(); ++at) asked = add(references[at], most) || asked;
    return asked;
  }

  void flush() {
    if (hits_.empty()) return;
    sink_.take(hits_);
    hits_.clear();
    floor_ = sink_.floor();
  }

 private:
  AcrossSink& sink_;
  float floor_;
  std::vector<AcrossHit> hits_;
};

/// Names in letters stand by ranges of their weights, each a fifth wider than the one before, so that little is lost by
/// taking all of one for the lightest or the heaviest and there are few of them. What the next one begins with:
inline std::uint32_t next_range(std::uint32_t least) { return least == 0 ? 80 : least + least / 5; }

using AcrossBuckets = std::span<const AcrossTable::Bucket>;

/// Rows of letters for a query of characters: those of its sound, those of its romanisations.
void scan_letters(AcrossBuckets buckets, const transcription::Speech& speech, AcrossHits& hits);
void walk_spellings(AcrossBuckets buckets, std::u32string_view han, AcrossHits& hits);

/// Rows of characters for a query of letters.
void walk_voices(AcrossBuckets buckets, std::u32string_view letters, const transcription::Letters& phones, AcrossHits& hits);

}  // namespace marque
