#include "scoring/letter_alignment.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "marque/text/glyph.hpp"
#include "scoring/letter_signature.hpp"
#include "scoring/weights.hpp"

namespace marque {

namespace {

void put(LetterCredits::Pairs& pairs, LetterCode a, LetterCode b, int credit) {
  pairs[a * letter_codes + b] = pairs[b * letter_codes + a] = static_cast<std::uint8_t>(credit);
}

int in_place_units(char32_t a, char32_t b) {
  constexpr std::u32string_view vowels = U"aeiouy", letters = U"abcdefghijklmnopqrstuvwxyz";
  const auto is_vowel = [&](char32_t letter) { return vowels.find(letter) != vowels.npos; };
  if (a == b || letters.find(a) == letters.npos || letters.find(b) == letters.npos) return 0;
  if (is_vowel(a) != is_vowel(b)) return weights::other_letter_in_place;
  return is_vowel(a) ? weights::vowel_in_place : weights::consonant_in_place;
}

LetterCredits look_credits() {
  LetterCredits table;
  table.weights.fill(letter_unit);
  const auto letters = coded_letters();
  for (const char32_t a : letters) {
    for (const char32_t b : letters) {
      put(table.in_place, code_of(a), code_of(b), in_place_units(a, b));
      const float likeness = glyph_similarity(a, b);
      if (likeness < weights::letter_look_floor || look_class(code_of(a)) != look_class(code_of(b))) continue;
      put(table.matched, code_of(a), code_of(b), static_cast<int>(std::lround(likeness * letter_unit)));
    }
  }
  return table;
}

LetterCredits sound_credits() {
  LetterCredits table;
  for (std::size_t i = 0; i < letter_codes; ++i) {
    const auto code = static_cast<LetterCode>(i);
    table.weights[i] = is_light(code) ? letter_unit / 2 : letter_unit;
    for (std::size_t j = 0; j < i; ++j) {
      const auto other = static_cast<LetterCode>(j);
      if (is_light(code) && is_light(other)) put(table.matched, code, other, weights::other_vowel_units);
      else if (voicing_class(code) != no_class && voicing_class(code) == voicing_class(other)) put(table.matched, code, other, letter_unit / 2);
    }
    put(table.matched, code, code, table.weights[i]);
  }
  return table;
}

constexpr std::int16_t none = -1;

/// A row of an alignment: the best up to each letter of the text across, and the best of those that end in matching it.
struct Row {
  std::array<std::int16_t, compared_letters + 1> best, matched;
};

/// One text across, one down.
class Alignment {
 public:
  Alignment(LetterView view, const LetterText& across, const LetterText& down) noexcept
      : credits_(letter_credits(view)), across_(across), down_(down), by_look_(view == LetterView::look) {}

  int credit() noexcept {
    const std::size_t size = across_.size(), last = down_.size();
    std::fill_n(rows_[0].best.begin(), size + 1, std::int16_t{0});
    std::fill_n(rows_[0].matched.begin(), size + 1, none);
    for (std::size_t i = 1; i <= last; ++i) find(i, rows_[(i + 2) % 3], rows_[(i + 1) % 3], rows_[i % 3]);
    const Row& row = rows_[last % 3];
    const int matched = row.matched[size];
    return std::max<int>(row.best[size], matched < 0 ? 0 : matched + at_end(pair_credit(last, size)));
  }

 private:
  int pair_credit(std::size_t i, std::size_t j) const noexcept {
    const LetterCode code = down_.code(i - 1);
    if (code == 0) return down_.point(i - 1) == across_.point(j - 1) ? letter_unit : 0;
    return credits_.matched[code * letter_codes + across_.code(j - 1)];
  }

  void find(std::size_t i, const Row& above, const Row& twice_above, Row& row) const noexcept {
    const char32_t letter = down_.point(i - 1), before = i > 1 ? down_.point(i - 2) : U'\0';
    const LetterCode code = down_.code(i - 1), joined = down_.joined(i - 1);
    const bool repeats = i > 1 && letter == before, joins = by_look_ && (across_.has_joined() || joined != 0);
    row.best[0] = 0;
    row.matched[0] = none;
    for (std::size_t j = 1; j <= across_.size(); ++j) {
      int match = none;
      if (const int credit = pair_credit(i, j)) {
        match = credit + above.best[j - 1];
        if (above.matched[j - 1] >= 0) match = std::max(match, raised(credit) + above.matched[j - 1]);
        if (i + j == 2) match = raised(credit) + at_begin(credit);
        // The letter before over again, in one text alone: what stands around it stays together.
        if (by_look_ && letter == across_.point(j - 1)) {
          if (repeats && above.matched[j] >= 0) match = std::max(match, above.matched[j] + doubled_credit);
          if (j > 1 && row.matched[j - 1] >= 0 && across_.point(j - 2) == letter) match = std::max(match, row.matched[j - 1] + doubled_credit);
        }
      }
      if (i > 1 && j > 1 && before == across_.point(j - 1) && letter == across_.point(j - 2) && !repeats)
        match = std::max(match, swapped_credit(credits_, code, down_.code(i - 2)) + twice_above.best[j - 2]);
      if (joins) {   // one letter for two: as much as a whole letter, of the three that are there
        if (const LetterCode one = across_.joined(j - 1); one != 0 && one == code) match = std::max(match, letter_unit + above.best[j - 2]);
        if (joined != 0 && joined == across_.code(j - 1)) match = std::max(match, letter_unit + twice_above.best[j - 1]);
      }
      const int in_its_place = credits_.in_place[code * letter_codes + across_.code(j - 1)];
      const int other = above.best[j - 1] + (i + j == 2 ? raised(in_its_place) : in_its_place);
      row.matched[j] = static_cast<std::int16_t>(match);
      row.best[j] = static_cast<std::int16_t>(std::max({int{above.best[j]}, int{row.best[j - 1]}, match, other}));
    }
  }

  const LetterCredits& credits_;
  const LetterText& across_;
  const LetterText& down_;
  bool by_look_;
  std::array<Row, 3> rows_;
};

}  // namespace

const LetterCredits& letter_credits(LetterView view) noexcept {
  static const std::array<LetterCredits, 2> tables{look_credits(), sound_credits()};
  return tables[static_cast<std::size_t>(view)];
}

int swapped_credit(const LetterCredits& credits, LetterCode a, LetterCode b) noexcept {
  return (credits.weights[a] + credits.weights[b]) * weights::swapped_percent / 100;
}

int likeness_of(int credit, int whole) noexcept { return whole == 0 ? 0 : std::min(2 * credit * full_likeness / whole, full_likeness); }

int least_credit(int likeness, int whole) noexcept { return (likeness * whole + 2 * full_likeness - 1) / (2 * full_likeness); }

int credit_with_itself(LetterView view, std::u32string_view text, int weight) noexcept {
  return raised(weight) + credit_of_ends(view, text, text);
}

int least_credit_with_itself(LetterView view, int weight) noexcept {
  return raised(weight) + (view == LetterView::look ? most_credit_of_ends : most_credit_of_ends / 2);
}

int credit_of_ends(LetterView view, std::u32string_view a, std::u32string_view b) noexcept {
  if (a.empty() || b.empty()) return 0;
  const LetterCredits& table = letter_credits(view);
  const auto credit = [&](char32_t x, char32_t y) {
    const LetterCode code = code_of(x);
    return code == 0 ? (x == y ? letter_unit : 0) : int{table.matched[code * letter_codes + code_of(y)]};
  };
  const std::u32string_view x = a.substr(0, compared_letters), y = b.substr(0, compared_letters);
  return at_begin(credit(x.front(), y.front())) + at_end(credit(x.back(), y.back()));
}

int aligned_likeness(LetterView view, const LetterText& a, const LetterText& b, int whole) noexcept {
  if (a.size() == 0 || b.size() == 0) return 0;
  return likeness_of(Alignment(view, a, b).credit(), whole);
}

int likeness_bound(int credit, int other, int ends, int whole) noexcept {
  return credit == 0 ? 0 : likeness_of(raised(credit) + other + ends, whole);
}

}  // namespace marque
