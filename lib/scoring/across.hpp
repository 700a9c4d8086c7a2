#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "marque/scoring/comparable_name.hpp"
#include "scoring/transcription.hpp"

namespace marque {

/// The sound of one name against names in the other script: characters that write the sound of the letters 音译, or letters
/// that write the characters' sound (pinyin 拼音, Wade–Giles 威妥玛, postal and Cantonese spellings: text/romanisation.hpp).
/// transcription.hpp has the alignment. Only names of characters alone against names of letters alone are compared.
class AcrossMatcher {
 public:
  explicit AcrossMatcher(const NameView& query);

  /// In [0,1], symmetric; 0 below `across_least_percent`. Allocates only where letters may spell the whole text.
  float match(const NameView& other);

 private:
  ComparableName query_;
  transcription::Speech speech_;
  transcription::Letters letters_;
  bool han_ = false, latin_ = false;  // what the query can be compared as
};

/// A likeness below this many hundredths is chance: it is given as 0, so that most names are turned down early.
inline constexpr unsigned across_least_percent = 60;

/// The sound of a name as it is compared, if it can be: of characters alone, of letters alone. At most one of the two is.
bool speak(const NameView& name, transcription::Speech& speech);
bool spell(const NameView& name, transcription::Letters& letters);

/// What an alignment of this cost gives where the heavier text weighs `heavier`: 0 where that is chance. Letters that read
/// as pinyin from end to end give less, letters that spell the whole text more.
float across_likeness(unsigned cost, unsigned heavier);

/// The most that an alignment may cost for a likeness of at least `floor`, or a little more.
unsigned across_limit(unsigned heavier, float floor);

/// What an index keeps of each name for this likeness: ten bytes. A name that is never compared has weight 0.
struct AcrossRow {
  std::uint64_t signature = 0;
  std::uint16_t weight = 0;
  bool han = false;  ///< one side of every comparison is Chinese, the other not: keep the two in tables apart

  bool operator==(const AcrossRow&) const = default;
};

AcrossRow across_row(const NameView& name);

/// Turns down names that cannot reach a floor: wherever AcrossMatcher::match gives at least `floor` (above 0), may_reach
/// is true of the two rows. Two popcounts a name. Where weights are kept in order, `unmet` is one for a run of them.
class AcrossBound {
 public:
  AcrossBound(const AcrossRow& query, float floor) : query_(query), share_(1 - floor) {}

  bool may_reach(const AcrossRow& name) const {
    if (name.weight == 0 || query_.weight == 0 || name.han == query_.han) return false;
    const unsigned budget = limit(name.weight);
    const std::uint64_t both = query_.signature & name.signature;
    if (budget < transcription::least_first && (both & transcription::first_bits) == 0) return false;
    const std::uint64_t letters = (query_.han ? name : query_).signature, han = (query_.han ? query_ : name).signature;
    const int unmet = static_cast<int>(budget / transcription::least_unmet);
    return std::popcount(letters & ~han & transcription::letters_ask) <= unmet &&
           std::popcount(han & ~letters & transcription::han_asks) <= unmet;
  }

  /// The most that the alignment of the query with a name of this weight may cost.
  unsigned limit(std::uint16_t weight) const {
    return static_cast<unsigned>(share_ * static_cast<float>(weight > query_.weight ? weight : query_.weight) + 1);
  }

 private:
  AcrossRow query_;
  float share_;
};

}  // namespace marque
