#pragma once

#include <array>
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
  void find_least();
  bool may_meet() const;

  ComparableName query_;
  transcription::Speech speech_;
  transcription::Letters letters_;
  bool han_ = false, latin_ = false;  // what the query can be compared as
  std::array<std::uint8_t, transcription::most_sounds> least_{};   // by sound of the other: what writing it costs at least
};

/// A likeness below this many hundredths is chance: it is given as 0, so that most names are turned down early.
inline constexpr unsigned across_least_percent = 60;

/// Whether there are no letters in the name: only then its characters can be compared with letters.
bool characters_alone(const NameView& name) noexcept;

/// The sound of a name as it is compared, if it can be: of characters alone, of letters alone. At most one of the two is.
bool speak(const NameView& name, transcription::Speech& speech);
bool spell(const NameView& name, transcription::Letters& letters);

/// What an alignment of this cost gives where the heavier text weighs `heavier`: 0 where that is chance. Letters that read
/// as pinyin from end to end give less, letters that spell the whole text more.
float across_likeness(unsigned cost, unsigned heavier);

/// The most that an alignment may cost for a likeness of at least `floor`, or a little more.
unsigned across_limit(unsigned heavier, float floor);

}  // namespace marque
