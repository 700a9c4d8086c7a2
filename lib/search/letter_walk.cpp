#include "search/letter_walk.hpp"

#include <algorithm>
#include <string>

#include "scoring/letter_signature.hpp"
#include "search/table_scan.hpp"

namespace marque {

namespace {

std::u32string as_symbols(std::u32string_view text) {
  std::u32string symbols(text.substr(0, compared_letters));
  for (char32_t& letter : symbols) letter = letter_symbol(letter);
  return symbols;
}

int units_of(LetterView view, LetterCode code) { return view == LetterView::look || is_light(code) ? 1 : 2; }

constexpr int weight_of_unit(LetterView view) { return view == LetterView::look ? letter_unit : letter_unit / 2; }

constexpr int most_at_end = letter_unit * 5 / 8;

}  // namespace

std::uint32_t letter_units(LetterView view, std::u32string_view letters) noexcept {
  if (letters.size() > PrefixTrieBuilder::most_symbols) return longest_units;
  int units = 0;
  for (const char32_t letter : letters) units += units_of(view, code_of(letter));
  return static_cast<std::uint32_t>(units);
}

LetterWalk::LetterWalk(LetterView view, std::u32string_view text, LetterSink& sink)
    : view_(view), text_(as_symbols(text)), alignment_(view, text_), sink_(sink), rows_(PrefixTrieBuilder::most_symbols + 1) {
  for (std::size_t at = text_.size(); at-- > 0;) units_after_[at] = units_after_[at + 1] + units_of(view, text_.code(at));
  whole_ = credit_with_itself(view, text, units_after_[0] * weight_of_unit(view));
  alignment_.start(rows_[0]);
  found_.reserve(scan_batch);
}

/// What is left of both texts can add, each of its letters raised, the end, and letters that are doubled in one of them.
void LetterWalk::find_rest(std::size_t length) {
  rest_.resize(length + 1);
  const int unit = weight_of_unit(view_);
  for (std::size_t used = 0; used <= length; ++used) {
    const int left = static_cast<int>(length - used);
    for (std::size_t j = 0; j <= text_.size(); ++j) {
      const int both = std::min(left, units_after_[j]), one = std::max(left, units_after_[j]) - both;
      const int doubled = view_ == LetterView::look ? one * doubled_credit : 0;
      rest_[used][j] = static_cast<std::int16_t>(raised(both * unit) + most_at_end + doubled);
    }
  }
}

void LetterWalk::set_needed() {
  least_ = sink_.least();
  limit_.needed = least_credit(least_, least_whole_);
}

void LetterWalk::run(std::size_t length, const PrefixTrie& trie) {
  const int unit = weight_of_unit(view_);
  const bool too_long = length >= longest_units;
  const auto units = static_cast<int>(length);
  least_whole_ = whole_ + least_credit_with_itself(view_, (too_long ? static_cast<int>(compared_letters) : units) * unit);
  set_needed();
  const int most = raised(std::min(units, units_after_[0]) * unit) + most_credit_of_ends +
                   (view_ == LetterView::look ? std::max(units, units_after_[0]) * doubled_credit : 0);
  if (least_ > full_likeness || most < limit_.needed) return;
  if (!too_long) find_rest(length);
  alphabet_.clear();
  alphabet_units_.clear();
  for (const std::uint16_t symbol : trie.alphabet()) {
    alphabet_.push_back({symbol, code_of(symbol), 0});
    alphabet_units_.push_back(units_of(view_, alphabet_.back().code));
  }
  limit_.rest = too_long ? nullptr : rest_[0].data();
  trie.walk(*this);
}

bool LetterWalk::advance(std::size_t depth, std::uint16_t code, AlignmentRow& row) {
  if (depth >= PrefixTrieBuilder::most_symbols) return false;   // only where the table is damaged
  DownLetter& letter = letters_[depth + 1];
  letter = alphabet_[code];
  letter.joined = joined_of(letters_[depth].code, letter.code);
  units_[depth + 1] = units_[depth] + alphabet_units_[code];
  if (static_cast<std::size_t>(units_[depth + 1]) >= rest_.size()) return false;   // only where the table is damaged
  limit_.rest = rest_[static_cast<std::size_t>(units_[depth + 1])].data();
  return alignment_.next(depth + 1, letters_[depth], letter, rows_[depth], rows_[depth == 0 ? 0 : depth - 1], row, limit_);
}

bool LetterWalk::may_step(std::size_t depth, std::uint16_t code) { return limit_.rest == nullptr || advance(depth, code, tried_); }

bool LetterWalk::step(std::size_t depth, std::uint16_t code) { return limit_.rest == nullptr || advance(depth, code, rows_[depth + 1]); }

void LetterWalk::rows(std::size_t depth, const References& references) {
  if (limit_.rest != nullptr) {
    const std::array<char32_t, 2> ends{letters_[1].point, letters_[depth].point};
    const std::u32string_view text(ends.data(), ends.size());
    const int whole = whole_ + credit_with_itself(view_, text, units_[depth] * weight_of_unit(view_));
    if (likeness_of(alignment_.credit(depth, letters_[depth], rows_[depth]), whole) < least_) return;
  }
  for (std::size_t at = 0; at < references.size(); ++at) {
    found_.push_back(references[at]);
    if (found_.size() == scan_batch) flush();
  }
}

void LetterWalk::flush() {
  if (found_.empty()) return;
  sink_.take(found_);
  found_.clear();
  set_needed();
}

}  // namespace marque
