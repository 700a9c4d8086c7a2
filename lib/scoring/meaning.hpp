#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marque/scoring/comparable_name.hpp"
#include "marque/text/dictionary.hpp"
#include "marque/text/meaning.hpp"

namespace marque {

/// What is known of two names' meanings.
enum class MeaningRelation : std::uint8_t {
  unknown,          ///< one of them means nothing that is known
  different_clear,  ///< both have clear meanings 含义, and these differ
  related,
  same,
};

std::string_view name_of(MeaningRelation relation) noexcept;

/// A part of one name that means a part of the other.
struct MeaningLink {
  std::string query, other;  ///< as they stand in the comparable names, words in base form
  std::string through;       ///< the gloss in which they meet, or the two kin words: `gold ~ silver`
  Kinship kinship = Kinship::none;
  float likeness = 0;

  bool operator==(const MeaningLink&) const = default;
};

struct MeaningEvidence {
  float score = 0;
  MeaningRelation relation = MeaningRelation::unknown;
  std::vector<MeaningLink> links;  ///< empty where the names are the same
};

/// How alike names are in meaning 含义 with one name, in [0,1]: by translation (苹果 and APPLE, 红牛 and RED BULL), by
/// synonyms within a language. Symmetric: the score does not depend on which name is the query. 0 below
/// weights::least_meaning. Immutable: any number of threads may match.
class MeaningMatcher {
 public:
  /// Looks every translation up: one to four milliseconds with a dictionary of 125,000 words, half of one without. One
  /// matcher serves many names.
  MeaningMatcher(const NameView& query, const Dictionary& dictionary);
  ~MeaningMatcher();
  MeaningMatcher(MeaningMatcher&&) noexcept;
  MeaningMatcher& operator=(MeaningMatcher&&) noexcept;

  /// Tens of nanoseconds for a name that shares nothing.
  float match(const NameView& other) const;

  /// The same score with its reasons. Microseconds.
  MeaningEvidence explain(const NameView& other) const;

  /// For an index. A name that match() scores above 0 holds one of words() as a word, by base_form(), or one of
  /// chinese() within its `core_han`; a name that holds none scores 0. Sorted.
  std::span<const std::u32string> words() const noexcept;
  std::span<const std::u32string> chinese() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace marque
