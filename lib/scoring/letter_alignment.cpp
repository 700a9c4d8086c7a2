#include "scoring/letter_alignment.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "marque/text/glyph.hpp"
#include "scoring/letter_signature.hpp"
#include "scoring/weights.hpp"

namespace marque {

namespace {

struct CreditTable {
  using Pairs = std::array<std::uint8_t, letter_codes * letter_codes>;

  std::array<std::uint8_t, letter_codes> weights;
  Pairs credits{}, in_place{};   // of letters that match; of others in the same place

  static void put(Pairs& pairs, LetterCode a, LetterCode b, int credit) {
    pairs[a * letter_codes + b] = pairs[b * letter_codes + a] = static_cast<std::uint8_t>(credit);
  }
  void put(LetterCode a, LetterCode b, int credit) { put(credits, a, b, credit); }
};

int in_place_units(char32_t a, char32_t b) {
  constexpr std::u32string_view vowels = U"aeiouy", letters = U"abcdefghijklmnopqrstuvwxyz";
  const auto is_vowel = [&](char32_t letter) { return vowels.find(letter) != vowels.npos; };
  if (a == b || letters.find(a) == letters.npos || letters.find(b) == letters.npos) return 0;
  if (is_vowel(a) != is_vowel(b)) return weights::other_letter_in_place;
  return is_vowel(a) ? weights::vowel_in_place : weights::consonant_in_place;
}

CreditTable look_credits() {
  CreditTable table;
  table.weights.fill(letter_unit);
  const auto letters = coded_letters();
  for (const char32_t a : letters) {
    for (const char32_t b : letters) {
      CreditTable::put(table.in_place, code_of(a), code_of(b), in_place_units(a, b));
      const float likeness = glyph_similarity(a, b);
      if (likeness < weights::letter_look_floor || look_class(code_of(a)) != look_class(code_of(b))) continue;
      table.put(code_of(a), code_of(b), static_cast<int>(std::lround(likeness * letter_unit)));
    }
  }
  return table;
}

CreditTable sound_credits() {
  CreditTable table;
  for (std::size_t i = 0; i < letter_codes; ++i) {
    const auto code = static_cast<LetterCode>(i);
    table.weights[i] = is_light(code) ? letter_unit / 2 : letter_unit;
    for (std::size_t j = 0; j < i; ++j) {
      const auto other = static_cast<LetterCode>(j);
      if (is_light(code) && is_light(other)) table.put(code, other, weights::other_vowel_units);
      else if (voicing_class(code) != no_class && voicing_class(code) == voicing_class(other)) table.put(code, other, letter_unit / 2);
    }
    table.put(code, code, table.weights[i]);
  }
  return table;
}

const CreditTable& credits(LetterView view) {
  static const std::array<CreditTable, 2> tables{look_credits(), sound_credits()};
  return tables[static_cast<std::size_t>(view)];
}

constexpr int raised(int credit) { return credit + credit / 2; }   // the letters before match too
constexpr int at_begin(int credit) { return credit * 3 / 8; }      // besides being raised: the first letter is read first
constexpr int at_end(int credit) { return credit * 5 / 8; }

/// Rows of the alignment: the best up to each pair of letters, and the best of those that end in matching it.
class Alignment {
 public:
  Alignment(LetterView view, const LetterText& a, const LetterText& b) : table_(credits(view)), a_(a), b_(b) {
    joins_ = view == LetterView::look && (a.has_joined() || b.has_joined());
  }

  int credit() noexcept {
    best_[0].fill(0);
    matched_[0].fill(none);
    for (std::size_t i = 1; i <= a_.size(); ++i) fill_row(i);
    const std::size_t m = a_.size(), n = b_.size();
    const int last = matched_[m % 2][n];
    return std::max<int>(best_[m % 3][n], last < 0 ? 0 : last + at_end(pair_credit(m, n)));
  }

 private:
  using Row = std::array<std::int16_t, compared_letters + 1>;
  static constexpr std::int16_t none = -1;

  int pair_credit(std::size_t i, std::size_t j) const noexcept {
    const LetterCode x = a_.code(i - 1), y = b_.code(j - 1);
    if (x == 0) return a_.point(i - 1) == b_.point(j - 1) ? letter_unit : 0;
    return table_.credits[x * letter_codes + y];
  }

  void fill_row(std::size_t i) noexcept {
    const Row &above = best_[(i - 1) % 3], &twice_above = best_[(i + 1) % 3], &matched_above = matched_[(i - 1) % 2];
    Row &best = best_[i % 3], &matched = matched_[i % 2];
    best[0] = 0;
    matched[0] = none;
    const char32_t letter = a_.point(i - 1), before = i > 1 ? a_.point(i - 2) : 0;
    for (std::size_t j = 1; j <= b_.size(); ++j) {
      int match = none;
      const int in_place = table_.in_place[a_.code(i - 1) * letter_codes + b_.code(j - 1)];
      const int other = above[j - 1] + (i + j == 2 ? raised(in_place) : in_place);
      if (const int credit = pair_credit(i, j)) {
        match = credit + above[j - 1];
        if (matched_above[j - 1] >= 0) match = std::max(match, raised(credit) + matched_above[j - 1]);
        if (i + j == 2) match = raised(credit) + at_begin(credit);
        match = std::max(match, doubled(i, j, matched_above[j], matched[j - 1]));
      }
      if (j > 1 && before == b_.point(j - 1) && letter == b_.point(j - 2) && letter != before && i > 1)
        match = std::max(match, swapped(i) + twice_above[j - 2]);
      if (joins_) match = std::max(match, joined(i, j, above, twice_above));
      matched[j] = static_cast<std::int16_t>(match);
      best[j] = static_cast<std::int16_t>(std::max({int{above[j]}, int{best[j - 1]}, match, other}));
    }
  }

  int swapped(std::size_t i) const noexcept {
    return (table_.weights[a_.code(i - 1)] + table_.weights[a_.code(i - 2)]) * weights::swapped_percent / 100;
  }

  /// The letter before over again, in one text alone: a quarter of what the letter weighs there, but what stands around it
  /// stays together.
  int doubled(std::size_t i, std::size_t j, int matched_above, int matched_before) const noexcept {
    constexpr int credit = doubled_credit;
    int match = none;
    if (i > 1 && a_.point(i - 1) == a_.point(i - 2) && matched_above >= 0) match = matched_above + credit;
    if (j > 1 && b_.point(j - 1) == b_.point(j - 2) && matched_before >= 0) match = std::max(match, matched_before + credit);
    return match;
  }

  /// One letter for two: as much as a whole letter, of the three that are there.
  int joined(std::size_t i, std::size_t j, const Row& above, const Row& twice_above) const noexcept {
    int match = none;
    if (const LetterCode one = b_.joined(j - 1); one != 0 && one == a_.code(i - 1)) match = letter_unit + above[j - 2];
    if (const LetterCode one = a_.joined(i - 1); one != 0 && one == b_.code(j - 1))
      match = std::max(match, letter_unit + twice_above[j - 1]);
    return match;
  }

  const CreditTable& table_;
  const LetterText &a_, &b_;
  bool joins_ = false;
  std::array<Row, 3> best_;
  std::array<Row, 2> matched_;
};

int share_of(int credit, int whole) { return std::min(2 * credit * full_likeness / whole, full_likeness); }

}  // namespace

int credit_with_itself(LetterView view, std::u32string_view text, int weight) noexcept {
  return raised(weight) + credit_of_ends(view, text, text);
}

int least_credit_with_itself(LetterView view, int weight) noexcept {
  return raised(weight) + (view == LetterView::look ? most_credit_of_ends : most_credit_of_ends / 2);
}

int credit_of_ends(LetterView view, std::u32string_view a, std::u32string_view b) noexcept {
  if (a.empty() || b.empty()) return 0;
  const CreditTable& table = credits(view);
  const auto credit = [&](char32_t x, char32_t y) {
    const LetterCode code = code_of(x);
    return code == 0 ? (x == y ? letter_unit : 0) : int{table.credits[code * letter_codes + code_of(y)]};
  };
  const std::u32string_view x = a.substr(0, compared_letters), y = b.substr(0, compared_letters);
  return at_begin(credit(x.front(), y.front())) + at_end(credit(x.back(), y.back()));
}

int aligned_likeness(LetterView view, const LetterText& a, const LetterText& b, int whole) noexcept {
  if (a.size() == 0 || b.size() == 0) return 0;
  return share_of(Alignment(view, a, b).credit(), whole);
}

int likeness_bound(int credit, int other, int ends, int whole) noexcept {
  return credit == 0 || whole == 0 ? 0 : share_of(raised(credit) + other + ends, whole);
}

}  // namespace marque
