#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marque/scoring/comparable_name.hpp"

namespace marque {

/// The ways to write a Chinese text in letters that registers hold (pinyin 拼音, Wade–Giles 威妥玛, postal and Cantonese
/// spellings, every reading), as phones (NameView::phones); the commonest first, at most `most_romanisations`.
inline constexpr std::size_t most_romanisations = 8;
std::vector<std::u32string> romanisations(std::u32string_view han);

/// The sound of one name against names in the other script.
class AcrossMatcher {
 public:
  explicit AcrossMatcher(const NameView& query);

  /// In [0,1], symmetric; 0 unless one name has characters alone and the other letters alone.
  float match(const NameView& other);

 private:
  ComparableName query_;
};

/// How well letters spell a Chinese text in pinyin, over every choice of readings, in [0,1].
float romanised_similarity(std::u32string_view han, std::u32string_view letters);

}  // namespace marque
