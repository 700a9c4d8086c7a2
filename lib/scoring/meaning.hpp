#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "marque/scoring/comparable_name.hpp"
#include "marque/text/dictionary.hpp"
#include "marque/text/meaning.hpp"
#include "scoring/meaning_keys.hpp"

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
  bool by_number = false;    ///< one number, written otherwise
  bool by_sound = false;     ///< the rest of a name of which another part is translated: it sounds like the other's rest

  bool operator==(const MeaningLink&) const = default;
};

struct MeaningEvidence {
  float score = 0;
  MeaningRelation relation = MeaningRelation::unknown;
  std::vector<MeaningLink> links;  ///< empty where the names are the same; where meanings differ, each name with its own
  std::string source;              ///< what says so: the dictionary's edition, WordNet, CLDR; empty where nothing was looked up
};

/// What a matcher will be asked about.
enum class MeaningUse : std::uint8_t {
  few_names,
  many_names,   ///< keys are looked up first, by which most names are turned away
};

/// How alike names are in meaning 含义 with one name, in [0,1]: by translation (苹果 and APPLE, 红牛 and RED BULL), by
/// synonyms within a language. Symmetric: the score does not depend on which name is the query. 0 where it is no more
/// than weights::least_meaning. Immutable: any number of threads may match.
class MeaningMatcher {
 public:
  /// A microsecond; for many names, some hundred with a dictionary of 125,000 words.
  MeaningMatcher(const NameView& query, const Dictionary& dictionary, MeaningUse use = MeaningUse::few_names);
  ~MeaningMatcher();
  MeaningMatcher(MeaningMatcher&&) noexcept;
  MeaningMatcher& operator=(MeaningMatcher&&) noexcept;

  /// Microseconds; of many names, tens of nanoseconds for one that shares nothing.
  float match(const NameView& other) const;

  /// How alike names are where characters render letters part by meaning, part by sound (rendering.hpp), or write numerals in their other
  /// form (壹号, 一号). No key finds such names, so no search looks for them. Symmetric; microseconds.
  float rendered(const NameView& other) const;

  /// The better of match() and rendered(), with its reasons. Microseconds.
  MeaningEvidence explain(const NameView& other) const;

  /// For an index. Precondition: made for many names.
  const MeaningKeys& keys() const noexcept;

  /// The same, made for many names.
  MeaningMatcher for_many_names() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace marque
