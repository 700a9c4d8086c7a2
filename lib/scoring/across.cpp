#include "scoring/across.hpp"

#include <algorithm>
#include <utility>

#include "marque/text/readings.hpp"
#include "scoring/letters.hpp"

namespace marque {

namespace {

bool same_letter(char spelled, char32_t letter) {
  return static_cast<char32_t>(spelled) == letter || (spelled == 'v' && letter == U'u');
}

/// A row of the edit distance table after the letters of one more syllable.
std::vector<float> extended(std::vector<float> row, std::string_view syllable, std::u32string_view letters) {
  std::vector<float> next(row.size());
  for (const char spelled : syllable) {
    next[0] = row[0] + 1;
    for (std::size_t j = 0; j < letters.size(); ++j) {
      const float cost = same_letter(spelled, letters[j]) ? 0 : 1;
      next[j + 1] = std::min({row[j + 1] + 1, next[j] + 1, row[j] + cost});
    }
    std::swap(row, next);
  }
  return row;
}

}  // namespace

std::vector<std::u32string> romanisations(std::u32string_view han) {
  std::u32string pinyin;
  for (const char32_t character : han) {
    const auto all = readings(character);
    if (all.empty()) continue;
    const std::string_view syllable = spelling(all.front().syllable);
    pinyin.append(syllable.begin(), syllable.end());
  }
  return {phones_of(pinyin)};
}

AcrossMatcher::AcrossMatcher(const NameView& query) : query_(owned(query)) {}

float AcrossMatcher::match(const NameView& other) {
  const NameView own = query_.view();
  if (!own.core_han.empty() && own.latin.empty() && other.han.empty() && other.core_latin.size() > 1)
    return romanised_similarity(own.core_han, other.core_latin);
  if (!other.core_han.empty() && other.latin.empty() && own.han.empty() && own.core_latin.size() > 1)
    return romanised_similarity(other.core_han, own.core_latin);
  return 0;
}

float romanised_similarity(std::u32string_view han, std::u32string_view letters) {
  if (han.empty() || letters.empty()) return 0;
  std::vector<float> row(letters.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = static_cast<float>(j);
  std::size_t spelled = 0;
  for (const char32_t character : han) {
    std::vector<float> best;
    std::size_t longest = 1;
    for (const Reading reading : readings(character)) {
      const std::string_view syllable = spelling(reading.syllable);
      longest = std::max(longest, syllable.size());
      std::vector<float> next = extended(row, syllable, letters);
      if (best.empty()) best = std::move(next);
      else std::transform(best.begin(), best.end(), next.begin(), best.begin(), [](float x, float y) { return std::min(x, y); });
    }
    if (best.empty()) best = extended(row, "?", letters);
    row = std::move(best);
    spelled += longest;
  }
  const float longer = static_cast<float>(std::max(spelled, letters.size()));
  return std::max(0.0f, 1 - row.back() / longer);
}

}  // namespace marque
