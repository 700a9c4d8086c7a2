#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "marque/scoring/comparable_name.hpp"
#include "marque/scoring/likeness.hpp"

namespace marque {

/// How rare it is, among the names of an index, to be so alike in one way: what makes ways comparable, so that the
/// best candidates of each can be merged. A likeness that one name in a million reaches outranks one that a
/// thousand reach, whatever their values. One monotone function for each way and length of the query, measured when
/// the index is built and stored with it. (After the expectation values of sequence search: Karlin & Altschul 1990.)
class Rarity {
 public:
  static constexpr std::size_t lengths = 12;   ///< lengths told apart; longer ones count as the last
  static constexpr std::size_t steps = 128;    ///< steps of a value between 0 and 1
  static constexpr float decades = 12;         ///< rank 1 stands for one name in 10^12, or the same words

  /// What was measured over large public lists of names (lib/search/data/rarity.tsv): for indexes too small to tell.
  Rarity();

  /// From the table of another Rarity; values out of order or range are mended. Precondition: `size()` floats.
  explicit Rarity(std::span<const float> shares);

  /// Rank in [0,1] of a value of one way: −log10 of the share of names at or above it, by `decades`. 0 at value 0.
  /// Never falls as the value rises. letters_look, letters_sound and letters_part
  /// rank a little lower: letters_mixed weighs them together already. So does meaning of two names in letters, since lists hold a word in
  /// several forms; not that of a name in characters (`translated`).
  float rank(Likeness way, std::size_t length, float value, bool translated = false) const noexcept;

  /// The least value that has this rank; 2 where none has. rank(value_at(r)) >= r.
  float value_at(Likeness way, std::size_t length, float rank, bool translated = false) const noexcept;

  /// The same for pictures 图形, whatever the query.
  float rank_logo(float value) const noexcept;
  float logo_at(float rank) const noexcept;

  /// The table: log10 shares by way, length and step; those of pictures last.
  std::span<const float> table() const noexcept { return shares_; }
  static constexpr std::size_t size() { return (likeness_count * lengths + 1) * (steps + 1); }

  bool operator==(const Rarity&) const = default;

 private:
  friend class RarityCounts;

  std::vector<float> shares_;
};

/// The length by which a query's likenesses of a way are ranked: of its characters or letters; 1 … Rarity::lengths.
std::size_t rarity_length(Likeness way, const NameView& query) noexcept;

/// Counts likenesses over a sample of an index.
class RarityCounts {
 public:
  RarityCounts();

  /// One query of the sample against one name of it; the same words are no likeness and not to be counted.
  void add(const NameView& query, const WordLikeness& likeness);
  void add_logo(float likeness);
  void add(const RarityCounts& other);

  /// Shares as counted down to the least that enough pairs show, and from there on falling as `prior` does.
  Rarity measured(const Rarity& prior = {}) const;

 private:
  std::vector<std::uint32_t> counts_;   // by way, length and step, as the table
};

}  // namespace marque
