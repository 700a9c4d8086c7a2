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

constexpr int at_begin(int credit) { return credit * 3 / 8; }      // besides being raised: the first letter is read first
constexpr int at_end(int credit) { return credit * 5 / 8; }

constexpr std::int16_t none = -1;
constexpr std::int16_t out_of_reach = -0x4000;

}  // namespace

LetterAlignment::LetterAlignment(LetterView view, const LetterText& across) noexcept
    : credits_(credits(view).credits.data()),
      in_place_(credits(view).in_place.data()),
      weights_(credits(view).weights.data()),
      across_(across),
      by_look_(view == LetterView::look) {}

void LetterAlignment::start(AlignmentRow& row) const noexcept {
  std::fill_n(row.best.begin(), across_.size() + 1, std::int16_t{0});
  std::fill_n(row.matched.begin(), across_.size() + 1, none);
  row.first = 0;
  row.last = across_.size();
}

int LetterAlignment::pair_credit(const DownLetter& letter, std::size_t j) const noexcept {
  if (letter.code == 0) return letter.point == across_.point(j - 1) ? letter_unit : 0;
  return credits_[letter.code * letter_codes + across_.code(j - 1)];
}

bool LetterAlignment::next(std::size_t i, const DownLetter& before, const DownLetter& letter, const AlignmentRow& above,
                           const AlignmentRow& twice_above, AlignmentRow& row, const AlignmentLimit& limit) const noexcept {
  const std::size_t size = across_.size();
  const bool limited = limit.rest != nullptr, repeats = i > 1 && letter.point == before.point;
  const auto enough = [&](std::size_t j) { return !limited || row.best[j] + limit.rest[j] >= limit.needed; };
  std::fill_n(row.best.begin(), size + 1, out_of_reach);
  std::fill_n(row.matched.begin(), size + 1, none);
  row.first = size + 1;
  row.last = 0;
  if (above.first == 0) {
    row.best[0] = 0;
    if (enough(0)) row.first = 0;
  }
  const std::uint8_t* const in_place = in_place_ + letter.code * letter_codes;
  const bool joins = by_look_ && (across_.has_joined() || letter.joined != 0);
  for (std::size_t j = std::max<std::size_t>(above.first, 1); j <= size; ++j) {
    int match = none;
    if (const int credit = pair_credit(letter, j)) {
      match = credit + above.best[j - 1];
      if (above.matched[j - 1] >= 0) match = std::max(match, raised(credit) + above.matched[j - 1]);
      if (i + j == 2) match = raised(credit) + at_begin(credit);
      // The letter before over again, in one text alone: what stands around it stays together.
      if (by_look_ && repeats && above.matched[j] >= 0) match = std::max(match, above.matched[j] + doubled_credit);
      if (by_look_ && j > 1 && row.matched[j - 1] >= 0 && across_.point(j - 1) == across_.point(j - 2))
        match = std::max(match, row.matched[j - 1] + doubled_credit);
    }
    if (i > 1 && j > 1 && before.point == across_.point(j - 1) && letter.point == across_.point(j - 2) && !repeats)
      match = std::max(match, (weights_[letter.code] + weights_[before.code]) * weights::swapped_percent / 100 + twice_above.best[j - 2]);
    if (joins) {   // one letter for two: as much as a whole letter, of the three that are there
      if (const LetterCode one = across_.joined(j - 1); one != 0 && one == letter.code) match = std::max(match, letter_unit + above.best[j - 2]);
      if (letter.joined != 0 && letter.joined == across_.code(j - 1)) match = std::max(match, letter_unit + twice_above.best[j - 1]);
    }
    const int in_its_place = in_place[across_.code(j - 1)];
    const int other = above.best[j - 1] + (i + j == 2 ? raised(in_its_place) : in_its_place);
    row.matched[j] = static_cast<std::int16_t>(std::max(match, int{none}));
    row.best[j] = static_cast<std::int16_t>(std::max({int{above.best[j]}, int{row.best[j - 1]}, match, other}));
    if (enough(j)) {
      row.first = std::min(row.first, j);
      row.last = j;
    } else if (j > above.last + 2) {
      break;
    }
  }
  return row.first <= size;
}

int LetterAlignment::credit(std::size_t i, const DownLetter& letter, const AlignmentRow& row) const noexcept {
  const std::size_t size = across_.size();
  const int last = row.matched[size];
  return std::max<int>(row.best[size], i == 0 || last < 0 ? 0 : last + at_end(pair_credit(letter, size)));
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
  const LetterAlignment alignment(view, a);
  std::array<AlignmentRow, 3> rows;
  alignment.start(rows[0]);
  DownLetter before, letter;
  for (std::size_t i = 1; i <= b.size(); ++i) {
    before = letter;
    letter = {b.point(i - 1), b.code(i - 1), b.joined(i - 1)};
    alignment.next(i, before, letter, rows[(i - 1) % 3], rows[(i + 1) % 3], rows[i % 3]);
  }
  return likeness_of(alignment.credit(b.size(), letter, rows[b.size() % 3]), whole);
}

int likeness_bound(int credit, int other, int ends, int whole) noexcept {
  return credit == 0 ? 0 : likeness_of(raised(credit) + other + ends, whole);
}

}  // namespace marque
