#include "search/letter_walk.hpp"

#include <algorithm>
#include <bit>
#include <string>

#include "scoring/letter_signature.hpp"
#include "scoring/weights.hpp"
#include "search/table_scan.hpp"

namespace marque {

namespace {

std::u32string as_symbols(std::u32string_view text) {
  std::u32string symbols(text.substr(0, compared_letters));
  for (char32_t& letter : symbols) letter = letter_symbol(letter);
  return symbols;
}

std::u32string in_order(std::u32string text, bool backwards) {
  if (backwards) std::reverse(text.begin(), text.end());
  return text;
}

int units_of(LetterView view, LetterCode code) { return view == LetterView::look || is_light(code) ? 1 : 2; }

constexpr std::uint64_t bit(std::size_t at) { return std::uint64_t{1} << at; }

template <class Visit>
void for_each_bit(std::uint64_t bits, Visit&& visit) {
  for (; bits != 0; bits &= bits - 1) visit(static_cast<std::size_t>(std::countr_zero(bits)));
}

// What an alignment can lack is shared between the halves of a name by what one letter that differs takes from it in the middle of a word: half
// of what it and the one beside it have, and what the next has for following them.
constexpr int joined_slack = 8;   // what two letters joined lack less than the letters that a walk passes them by as
constexpr int one_difference = raised(letter_unit) / 2 + letter_unit / 2;

}  // namespace

std::uint32_t letter_units(LetterView view, std::u32string_view letters) noexcept {
  if (letters.size() > PrefixTrieBuilder::most_symbols) return longest_units;
  int units = 0;
  for (const char32_t letter : letters) units += units_of(view, code_of(letter));
  return static_cast<std::uint32_t>(units);
}

LetterWalk::LetterWalk(LetterView view, bool backwards, std::u32string_view text, LetterSink& sink)
    : view_(view),
      backwards_(backwards),
      text_(in_order(as_symbols(text), backwards)),
      forwards_(as_symbols(text)),
      credits_(letter_credits(view)),
      kernel_(letter_kernel(backwards)),
      lanes_((text_.size() + lanes_at_once - 1) / lanes_at_once * lanes_at_once),
      sink_(sink),
      rows_(PrefixTrieBuilder::most_symbols + 1) {
  for (std::size_t at = text_.size(); at-- > 0;) {
    const bool doubled = at > 0 && text_.point(at) == text_.point(at - 1);
    units_after_[at] = units_after_[at + 1] + units_of(view, text_.code(at));
    doubled_after_[at] = doubled_after_[at + 1] + static_cast<int>(doubled);
    if (doubled && view == LetterView::look) doubled_ |= bit(at);
  }
  whole_ = credit_with_itself(view, text, units_after_[0] * unit_of(view));
  for (std::size_t lane = 1; lane < text_.size(); ++lane) {
    if (text_.point(lane) == text_.point(lane - 1)) continue;
    swaps_[lane].units = units_after_[lane - 1] - units_after_[lane + 1];
    swaps_[lane].credit = swapped_credit(credits_, text_.code(lane), text_.code(lane - 1));
  }
  for (std::size_t lane = 0; lane < text_.size(); ++lane) {
    own_.credit[lane] = credits_.weights[text_.code(lane)];
    own_.link[lane] = own_.credit[lane] / 2;
    own_.in_place[lane] = view == LetterView::look ? weights::other_letter_in_place : 0;
  }
  found_.reserve(scan_batch);
}

void LetterWalk::set_needed() {
  least_ = sink_.least(length_);
  needed_ = least_credit(least_, least_whole_);
}

/// No row of this length can come to enough.
bool LetterWalk::hopeless(std::size_t length) {
  too_long_ = length >= longest_units;
  length_ = length;
  const int units = static_cast<int>(length), unit = unit_of(view_);
  least_whole_ = whole_ + least_credit_with_itself(view_, (too_long_ ? static_cast<int>(compared_letters) : units) * unit);
  set_needed();
  const int most = raised(std::min(units, units_after_[0]) * unit) + most_credit_of_ends +
                   (view_ == LetterView::look ? std::max(units, units_after_[0]) * doubled_credit : 0);
  return least_ > full_likeness || most < needed_;
}

int LetterWalk::potential(int both_units) const { return both_units * raised(unit_of(view_)) / 2; }

int LetterWalk::missing() const {
  return std::max(0, most_credit_of_ends + potential(static_cast<int>(length_) + units_after_[0]) - needed_);
}

LetterWalk::Halves LetterWalk::halves(std::size_t length) {
  if (hopeless(length) || too_long_) return {};
  const int all = missing() + joined_slack;
  return {length / 2, all / 2, all - all / 2};
}

LetterWalk::Halves LetterWalk::strict_halves(std::size_t length) { return {length / 2, one_difference / 2, one_difference / 2}; }

/// What is left of both texts can add: each of its letters raised, the end that is to come, and letters that are doubled in one of them.
int LetterWalk::rest(int units_left, std::size_t at) const {
  const int both = std::min(units_left, units_after_[at]), ends = raised(both * unit_of(view_)) + (backwards_ ? at_begin(letter_unit) : at_end(letter_unit));
  if (view_ == LetterView::sound) return ends;
  return ends + (units_left > both ? units_left - both : std::min(units_after_[at] - both, doubled_after_[at])) * doubled_credit;
}

void LetterWalk::find_wanted() {
  const int units = static_cast<int>(length_), middle = static_cast<int>(halves_.middle);
  // Forwards, after a letter that does not match the next one to match has lost its link, or the end its credit.
  const int unlinked = backwards_ ? 0 : unit_of(view_) / 2;
  const auto least = [&](int used, std::size_t at, int lost) {
    const int own = units_after_[0] - units_after_[at];
    int wanted = needed_ - rest(units - used, at) + lost;
    if (!backwards_ && used <= middle) wanted = std::max(wanted, at_begin(letter_unit) + potential(used + own) - halves_.before);
    if (backwards_ && used < units - middle) wanted = std::max(wanted, at_end(letter_unit) + potential(used + own) - halves_.after);
    return static_cast<LetterLane>(std::clamp(wanted, 0, 0xfffe));
  };
  wanted_.resize(length_ + 1);
  for (int used = units; used >= 0; --used) {
    Wanted& wanted = wanted_[static_cast<std::size_t>(used)];
    wanted.any = least(used, 0, unlinked) == 0;
    for (std::size_t lane = 0; lane < lanes_; ++lane) {
      wanted.least.best[lane] = lane < text_.size() ? least(used, lane + 1, unlinked) : LetterLane{0xffff};
      wanted.least.matched[lane] = lane < text_.size() ? least(used, lane + 1, 0) : LetterLane{0xffff};
      wanted.swapped[lane] = 0xffff;
      const auto after = static_cast<std::size_t>(used + swaps_[lane].units);
      if (swaps_[lane].units == 0 || after > length_) continue;
      wanted.swapped[lane] = static_cast<LetterLane>(std::max(0, wanted_[after].least.matched[lane] - swaps_[lane].credit));
    }
  }
}

void LetterWalk::fill(LetterColumn& column, const Letter& letter) const {
  for (std::size_t lane = 0; lane < text_.size(); ++lane) {
    const std::size_t pair = letter.code * letter_codes + text_.code(lane);
    column.credit[lane] = letter.code != 0 ? credits_.matched[pair] : (letter.same & bit(lane)) != 0 ? letter_unit : 0;
    column.link[lane] = column.credit[lane] / 2;
    column.in_place[lane] = credits_.in_place[pair];
  }
}

const LetterColumn* LetterWalk::column_of(const Letter& letter) {
  if (letter.code == 0 && letter.same != 0) {
    fill(made_.emplace_back(), letter);
    return &made_.back();
  }
  const LetterColumn*& column = columns_[letter.code];
  if (column == nullptr) {
    fill(made_.emplace_back(), letter);
    column = &made_.back();
  }
  return column;
}

void LetterWalk::read_alphabet(const PrefixTrie& trie) {
  alphabet_.clear();
  same_.fill(0);
  matching_.fill(0);
  vowels_.fill(0);
  consonants_.fill(0);
  always_ = 0;
  for (const std::uint16_t symbol : trie.alphabet()) {
    Letter letter{symbol, code_of(symbol)};
    letter.units = units_of(view_, letter.code);
    for (std::size_t lane = 0; lane < text_.size(); ++lane) {
      if (text_.point(lane) == symbol) letter.same |= bit(lane);
      if (view_ == LetterView::sound || lane == 0 || letter.code == 0) continue;
      const LetterCode before = text_.code(lane - 1), after = text_.code(lane);
      if ((backwards_ ? joined_of(after, before) : joined_of(before, after)) == letter.code) letter.joined |= bit(lane);
    }
    letter.column = column_of(letter);
    if (const std::size_t number = alphabet_.size(); number < told_apart) {
      for (std::size_t lane = 0; lane < text_.size(); ++lane) {
        if ((letter.same >> lane & 1) != 0) same_[lane] |= bit(number);
        if (letter.column->credit[lane] != 0) matching_[lane] |= bit(number);
        if (letter.column->in_place[lane] == weights::vowel_in_place) vowels_[lane] |= bit(number);
        if (letter.column->in_place[lane] == weights::consonant_in_place) consonants_[lane] |= bit(number);
      }
      if (letter.joined != 0 || (letter.same & doubled_) != 0) always_ |= bit(number);
    }
    alphabet_.push_back(letter);
  }
  find_swapping();
}

/// Which letters may follow each that have changed places with it, repeat it or are read as one with it.
void LetterWalk::find_swapping() {
  const std::size_t told = std::min(alphabet_.size(), told_apart);
  swapping_.assign(alphabet_.size(), 0);
  for (std::size_t before = 0; before < alphabet_.size(); ++before) {
    const Letter& first = alphabet_[before];
    if (before < told && view_ == LetterView::look) swapping_[before] |= bit(before);   // doubled
    for_each_bit(first.same, [&](std::size_t lane) { swapping_[before] |= lane == 0 ? 0 : same_[lane - 1]; });
  }
  if (view_ == LetterView::sound) return;
  for (std::size_t begin = 0; begin < alphabet_.size(); ++begin) {
    if (!begins_joined(alphabet_[begin].code)) continue;
    for (std::size_t end = 0; end < alphabet_.size(); ++end) {
      if (joined_of(alphabet_[begin].code, alphabet_[end].code) == 0) continue;
      const std::size_t before = backwards_ ? end : begin, next = backwards_ ? begin : end;
      if (next < told) swapping_[before] |= bit(next);
    }
  }
}

void LetterWalk::run(std::size_t length, const PrefixTrie& trie, const Halves& halves) {
  if (hopeless(length)) return;
  halves_ = halves;
  halves_.after = std::min(halves.after, missing() - halves.before + joined_slack);   // of what is looked for by now
  if (!too_long_) {
    find_wanted();
    read_alphabet(trie);
  }
  trie.walk(*this);
  flush();
}

void LetterWalk::branch(std::size_t depth, std::size_t) {
  std::uint64_t& letters = next_[depth];
  letters = ~std::uint64_t{0};
  const auto used = static_cast<std::size_t>(units_[depth]) + 1;
  if (too_long_ || depth == 0 || used >= wanted_.size() || wanted_[used].any) return;
  const NextLanes lanes = kernel_.next_lanes(own_, rows_[depth], wanted_[used].least, wanted_[used - 1].swapped, lanes_);
  if (lanes.any) return;
  letters = always_ | swapping_[letters_[depth]];
  for_each_bit(lanes.matched, [&](std::size_t lane) { letters |= matching_[lane]; });
  for_each_bit(lanes.vowel, [&](std::size_t lane) { letters |= vowels_[lane]; });
  for_each_bit(lanes.consonant, [&](std::size_t lane) { letters |= consonants_[lane]; });
  for_each_bit(lanes.swapped, [&](std::size_t lane) { letters |= same_[lane]; });
}

int LetterWalk::match_at(std::size_t lane, const LetterColumn& column, const LetterRow& above) const {
  if (column.credit[lane] == 0) return 0;
  const int diagonal = lane == 0 ? 0 : above.best[lane - 1], matched = lane == 0 ? 0 : above.matched[lane - 1];
  const int linked = backwards_ || matched == 0 ? matched : matched + column.link[lane];
  return column.credit[lane] + std::max(diagonal, linked);
}

/// Whether the letter and the one before may have changed places, be one doubled, or read as one.
bool LetterWalk::may_be_odd_after(std::size_t depth, std::uint16_t code) const {
  return depth > 0 && (code >= told_apart || (swapping_[letters_[depth]] >> code & 1) != 0);
}

/// Matches of other kinds than a letter with a letter, in lanes from the first on. False where there are none.
bool LetterWalk::find_odd(std::size_t depth, std::uint16_t code, const LetterColumn& column) {
  const Letter& letter = alphabet_[code];
  if (letter.joined == 0 && (letter.same & doubled_) == 0 && !may_be_odd_after(depth, code)) return false;
  const bool first = depth == 0, look = view_ == LetterView::look;
  const Letter none, &before = first ? none : alphabet_[letters_[depth]];
  const bool repeats = !first && letters_[depth] == code;
  const std::uint64_t doubled_down = look && repeats ? letter.same : 0, doubled_across = letter.same & doubled_;
  const std::uint64_t swapped = repeats ? 0 : before.same & letter.same << 1;
  std::uint64_t joined_down = 0;
  if (look && !first && before.code != 0) {
    if (const LetterCode joined = backwards_ ? joined_of(letter.code, before.code) : joined_of(before.code, letter.code); joined != 0) {
      for (std::size_t lane = 0; lane < text_.size(); ++lane) joined_down |= text_.code(lane) == joined ? bit(lane) : 0;
    }
  }
  const std::uint64_t any = doubled_down | doubled_across | swapped | letter.joined | joined_down;
  if (any == 0) return false;
  const LetterRow& above = rows_[depth];
  odd_ = {};
  for_each_bit(any, [&](std::size_t lane) {
    int plain = 0, jumped = 0;
    if ((doubled_down >> lane & 1) != 0 && above.matched[lane] != 0)
      plain = above.matched[lane] + doubled_credit - (backwards_ ? column.link[lane] : 0);
    if ((doubled_across >> lane & 1) != 0) {
      const int last = std::max<int>(match_at(lane - 1, column, above), odd_.plain[lane - 1]);
      if (last != 0) plain = std::max(plain, last + doubled_credit);
    }
    if ((swapped >> lane & 1) != 0) jumped = swapped_credit(credits_, letter.code, before.code) + ahead_of(rows_[depth - 1], depth - 1, lane, 2);
    if ((letter.joined >> lane & 1) != 0) jumped = std::max(jumped, letter_unit + ahead_of(above, depth, lane, 2));
    if ((joined_down >> lane & 1) != 0) jumped = std::max(jumped, letter_unit + ahead_of(rows_[depth - 1], depth - 1, lane, 1));
    odd_.plain[lane] = static_cast<LetterLane>(std::max(plain, 0));
    odd_.jumped[lane] = static_cast<LetterLane>(jumped);
  });
  return true;
}

bool LetterWalk::step(std::size_t depth, std::uint16_t code) {
  if (too_long_) return true;
  if (depth >= PrefixTrieBuilder::most_symbols) return false;   // only where the table is damaged
  const Letter& letter = alphabet_[code];
  units_[depth + 1] = units_[depth] + letter.units;
  const auto used = static_cast<std::size_t>(units_[depth + 1]);
  if (used >= wanted_.size()) return false;   // only where the table is damaged
  const Wanted& wanted = wanted_[used];
  letters_[depth + 1] = code;
  if (depth > 0) return next_row(depth, code, *letter.column, wanted);
  LetterColumn first = *letter.column;
  const int credit = first.credit[0];
  if (backwards_) {
    first.credit[0] = static_cast<LetterLane>(credit + at_end(credit));
  } else {
    first.credit[0] = static_cast<LetterLane>(credit == 0 ? 0 : raised(credit) + at_begin(credit));
    first.in_place[0] = static_cast<LetterLane>(raised(first.in_place[0]));
  }
  return next_row(depth, code, first, wanted);
}

bool LetterWalk::next_row(std::size_t depth, std::uint16_t code, const LetterColumn& column, const Wanted& wanted) {
  const OddMatches* const odd = find_odd(depth, code, column) ? &odd_ : nullptr;
  return kernel_.next(column, rows_[depth], wanted.least, odd, lanes_, rows_[depth + 1]) || wanted.any || may_swap(depth, alphabet_[code]);
}

/// Whether the letter may be the first of two that have changed places: of the row between these nothing may be left.
bool LetterWalk::may_swap(std::size_t depth, const Letter& letter) const {
  const LetterRow& row = rows_[depth];
  const LetterLanes& least = wanted_[static_cast<std::size_t>(units_[depth])].swapped;
  for (std::uint64_t lanes = letter.same & ~std::uint64_t{1}; lanes != 0; lanes &= lanes - 1) {
    if (const auto lane = static_cast<std::size_t>(std::countr_zero(lanes)); ahead_of(row, depth, lane, 2) >= least[lane]) return true;
  }
  return false;
}

/// What an alignment has that goes on from so many lanes before this one, after `depth` letters.
int LetterWalk::ahead_of(const LetterRow& row, std::size_t depth, std::size_t lane, std::size_t lanes_back) const {
  if (lane >= lanes_back) return backwards_ ? std::max(row.best[lane - lanes_back], row.matched[lane - lanes_back]) : row.best[lane - lanes_back];
  return backwards_ && depth == 0 ? at_end(letter_unit) : 0;   // backwards, the ends of both
}

/// Whether the text that ends here is alike enough.
bool LetterWalk::reaches(std::size_t depth) const {
  std::u32string text(depth, U'\0');
  for (std::size_t at = 0; at < depth; ++at) text[backwards_ ? depth - 1 - at : at] = alphabet_[letters_[at + 1]].point;
  const int whole = whole_ + credit_with_itself(view_, text, units_[depth] * unit_of(view_));
  if (backwards_) return aligned_likeness(view_, LetterText(forwards_), LetterText(text), whole) >= least_;
  const std::size_t last = text_.size() - 1;
  const int best = rows_[depth].best[last], matched = rows_[depth].matched[last];
  const int ended = matched == 0 ? 0 : matched + at_end(alphabet_[letters_[depth]].column->credit[last]);
  return likeness_of(std::max(best, ended), whole) >= least_;
}

void LetterWalk::rows(std::size_t depth, const References& references) {
  if (!too_long_ && (depth == 0 || !reaches(depth))) return;
  for (std::size_t at = 0; at < references.size(); ++at) {
    found_.push_back(references[at]);
    if (found_.size() == scan_batch) flush();
  }
}

void LetterWalk::flush() {
  if (found_.empty()) return;
  sink_.take(found_);
  found_.clear();
  const int before = needed_;
  set_needed();
  if (needed_ != before && !too_long_) find_wanted();
}

}  // namespace marque
