#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "scoring/transcription.hpp"

namespace marque {

/// What an alignment of characters with letters costs. Rows of costs are a whole number of `costs_at_once`; what is beyond is `never`.
using Cost = std::int16_t;
inline constexpr Cost never = std::numeric_limits<Cost>::max() / 2;

/// Costs that are worked on together.
using Costs = Cost __attribute__((vector_size(16)));
inline constexpr std::size_t costs_at_once = sizeof(Costs) / sizeof(Cost);

constexpr std::size_t whole_costs(std::size_t count) { return (count + costs_at_once - 1) / costs_at_once * costs_at_once; }

/// A cost for every place between the letters.
inline constexpr std::size_t most_places = transcription::most_letters + 1;
using PlaceCosts = std::array<Cost, whole_costs(most_places)>;

/// Each with so much more.
inline void raise(const Cost* costs, int more, Cost* row, std::size_t count) {
  const Costs added = Costs{} + static_cast<Cost>(more);
  for (std::size_t at = 0; at < count; at += costs_at_once) {
    Costs sum;
    std::memcpy(&sum, costs + at, sizeof sum);
    sum += added;
    std::memcpy(row + at, &sum, sizeof sum);
  }
}

/// The lesser of each of `row` and of another with so much more.
inline void lower(Cost* row, const Cost* costs, int more, std::size_t count) {
  const Costs added = Costs{} + static_cast<Cost>(more);
  for (std::size_t at = 0; at < count; at += costs_at_once) {
    Costs own, other;
    std::memcpy(&own, row + at, sizeof own);
    std::memcpy(&other, costs + at, sizeof other);
    other += added;
    own = other < own ? other : own;
    std::memcpy(row + at, &own, sizeof own);
  }
}

/// What any syllable (Voices::syllables) makes of any part of a name in letters.
class SyllableCosts {
 public:
  explicit SyllableCosts(const transcription::Letters& letters);

  std::size_t width() const noexcept { return width_; }         ///< places
  std::size_t stride() const noexcept { return stride_; }       ///< of a row by place
  std::size_t all_syllables() const noexcept { return all_; }   ///< of a row by syllable

  /// By place: of a syllable for the letters from one place to each later one.
  const Cost* costs(std::size_t syllable, std::size_t from) const { return &costs_[(syllable * width_ + from) * stride_]; }

  /// The same for the first syllable of a text, from the first letter.
  const Cost* opening(std::size_t syllable) const { return &openings_[syllable * stride_]; }

  /// By syllable: the least that it and any `count` after it cost for the letters from a place on. To be prepared for this count and all less.
  const Cost* with_rest(std::size_t count, std::size_t from) const { return &with_rest_[count][from * all_]; }

  /// The same for the first syllable of a text.
  const Cost* opening_with_rest(std::size_t count) const { return opening_with_rest_[count].data(); }

  /// The least that the letters from a place on cost when any `count` syllables follow, at least one.
  Cost rest(std::size_t count, std::size_t from) const { return rest_[count][from]; }

  void prepare(std::size_t count);

 private:
  void find_rest(std::size_t count);
  const Cost* between(std::size_t from, std::size_t to) const { return &between_[(from * width_ + to) * all_]; }

  std::size_t width_, stride_, all_;
  std::vector<Cost> costs_, between_, openings_;   // between_: the same as costs_, but by syllable
  std::array<PlaceCosts, transcription::most_syllables + 1> rest_{};
  std::array<std::vector<Cost>, transcription::most_syllables> with_rest_, opening_with_rest_;
};

}  // namespace marque
