#include "scoring/letters.hpp"

#include <algorithm>
#include <array>

#include "marque/text/distance.hpp"
#include "scoring/characters.hpp"
#include "scoring/weights.hpp"

namespace marque {

namespace {

constexpr std::size_t ascii = 128;

float substitution_cost(char32_t a, char32_t b) {
  static const auto table = [] {
    std::array<float, ascii * ascii> costs{};
    for (char32_t x = 0; x < ascii; ++x) {
      for (char32_t y = 0; y < ascii; ++y) costs[x * ascii + y] = 1 - look_of(x, y);
    }
    return costs;
  }();
  if (a == b) return 0;
  return a < ascii && b < ascii ? table[a * ascii + b] : 1;
}

/// Optimal string alignment with the costs above, in three rolling rows.
float letter_distance(std::u32string_view a, std::u32string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<float> before(width), last(width), row(width);
  for (std::size_t j = 0; j < width; ++j) last[j] = static_cast<float>(j);
  for (std::size_t i = 0; i < a.size(); ++i) {
    row[0] = static_cast<float>(i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({last[j + 1] + 1, row[j] + 1, last[j] + substitution_cost(a[i], b[j])});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] && a[i] != b[j])
        row[j + 1] = std::min(row[j + 1], before[j - 1] + weights::transposition_cost);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

float contained_letters(std::u32string_view a, std::u32string_view b) {
  const auto& [shorter, longer] = std::minmax(a, b, [](auto x, auto y) { return x.size() < y.size(); });
  if (shorter.size() < weights::contained_letters_least || shorter.size() == longer.size()) return 0;
  if (longer.find(shorter) == std::u32string_view::npos) return 0;
  const float share = static_cast<float>(shorter.size()) / static_cast<float>(longer.size());
  return weights::contained_letters + (1 - weights::contained_letters) * share;
}

bool rotated(std::u32string_view a, std::u32string_view b) {
  constexpr std::size_t least_part = weights::reordered_letters_least / 2;
  if (a.size() != b.size() || a.size() < weights::reordered_letters_least || a == b) return false;
  for (std::size_t cut = least_part; cut + least_part <= a.size(); ++cut) {
    if (b.starts_with(a.substr(cut)) && b.ends_with(a.substr(0, cut))) return true;
  }
  return false;
}

}  // namespace

std::vector<std::u32string_view> split_words(std::u32string_view words) {
  std::vector<std::u32string_view> split;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(U' '), words.size());
    if (end > 0) split.push_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return split;
}

float letter_look(std::u32string_view a, std::u32string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  return longer == 0 ? 0 : 1 - letter_distance(a, b) / static_cast<float>(longer);
}

bool words_reordered(const NameView& a, const NameView& b) {
  if (rotated(a.core_latin, b.core_latin)) return true;
  if (a.words == b.words || a.words.size() != b.words.size()) return false;
  const auto split_a = split_words(a.words), split_b = split_words(b.words);
  return split_a.size() > 1 && split_a.size() == split_b.size() &&
         std::is_permutation(split_a.begin(), split_a.end(), split_b.begin());
}

float phone_likeness(std::u32string_view a, std::u32string_view b) { return edit_similarity(a, b); }

std::uint64_t look_signature(std::u32string_view) { return ~std::uint64_t{0}; }
std::uint64_t sound_signature(std::u32string_view) { return ~std::uint64_t{0}; }

std::optional<unsigned> least_common_look(const LetterLikeness&, std::u32string_view, std::size_t) { return 0; }
std::optional<unsigned> least_common_sound(float, std::u32string_view, std::size_t) { return 0; }

LetterMatcher::LetterMatcher(const NameView& query) : query_(owned(query)) {}

LetterLikeness LetterMatcher::match(const NameView& b) {
  LetterLikeness likeness;
  const NameView a = query_.view();
  if (a.latin.empty() || b.latin.empty()) return likeness;
  if (a.latin == b.latin) return {1, 1, 1, 1};
  const float core = letter_look(a.core_latin, b.core_latin) * weights::generic_difference;
  const bool no_generic = a.core_latin.size() == a.latin.size() && b.core_latin.size() == b.latin.size();
  likeness.look = no_generic ? letter_look(a.latin, b.latin) : std::max(letter_look(a.latin, b.latin), core);
  likeness.part = contained_letters(a.core_latin, b.core_latin);
  if (words_reordered(a, b)) likeness.part = std::max(likeness.part, weights::reordered);
  likeness.sound = phone_likeness(a.phones, b.phones);
  likeness.mixed = (likeness.look + likeness.sound) / 2;
  return likeness;
}

}  // namespace marque
