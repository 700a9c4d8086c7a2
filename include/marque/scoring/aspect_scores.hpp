#pragma once

#include <optional>

namespace marque {

/// How close two marks are, aspect by aspect (CNIPA Examination Guide; Trademark Law 2019 Arts. 30, 57). Each in
/// [0,1], symmetric, 1 for the same sign. Containment and order enter the aspect in which they are seen.
struct AspectScores {
  float appearance = 0;            ///< 字形: characters and their shapes, letters
  float sound = 0;                 ///< 读音: all readings, pinyin against letters
  float meaning = 0;               ///< 含义: translation; 0 where nothing is known
  std::optional<float> logo;       ///< 图形; unset where a side has no picture

  /// Graded closeness for a person who searches: the best aspect, a little raised where others agree; a sound that nothing of the look
  /// speaks for counts less (W07).
  /// Says nothing about the law; that is Examination's.
  float overall = 0;

  bool operator==(const AspectScores&) const = default;
};

}  // namespace marque
