#include "marque/search/rarity.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <string_view>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_rarity)

namespace marque {

namespace {

constexpr std::size_t knots = Rarity::steps + 1;
constexpr float never = 2;              // a value that no likeness reaches
constexpr std::uint32_t enough = 16;    // pairs that make a share known to about a quarter
constexpr std::uint64_t enough_to_begin = 100;   // of any likeness at all: fewer come from a handful of queries, and say little of others
constexpr std::string_view logo_name = "logo";
constexpr std::size_t logo_place = likeness_count * Rarity::lengths * knots;

std::size_t place(Likeness way, std::size_t length) {
  const std::size_t bounded = std::clamp<std::size_t>(length, 1, Rarity::lengths);
  return (static_cast<std::size_t>(way) * Rarity::lengths + bounded - 1) * knots;
}

float parsed(std::string_view digits) {
  float value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

Likeness way_named(std::string_view name) {
  std::size_t way = 0;
  while (way + 1 < likeness_count && name_of(static_cast<Likeness>(way)) != name) ++way;
  return static_cast<Likeness>(way);
}

/// What a way must be rarer by, in ranks, to be told before the others. letters_mixed weighs look, sound and part against each
/// other already, and lengths and words besides: by themselves they are heard only where mixed says next to nothing.
float handicap(Likeness way, std::size_t length, bool translated) {
  constexpr float taken_apart = 0.20f;   // 250 times as rare
  constexpr float inflected = 0.11f;     // a word of letters has some five synonyms that stand in lists in four or five forms each (plural, -ed, -ing): 20 of a meaning
  constexpr float by_dictionary = 0.03f; // shares are counted without the dictionary that a user adds, which finds more than twice as many
  constexpr float in_other_script = 0.04f;   // one similar mark in three crosses scripts; and nothing of the look can speak for a sound there (W07)
  constexpr float lengthened = 0.04f;    // a name of characters stands in lists with some three additions for every other kind of likeness (集团, 实业, 金)
  if (way == Likeness::characters_part) return lengthened;
  if (way == Likeness::across_sound) return in_other_script;
  if (way == Likeness::meaning) return length > Rarity::lengths / 2 && !translated ? inflected : by_dictionary;
  const bool apart = way == Likeness::letters_look || way == Likeness::letters_sound || way == Likeness::letters_part;
  return apart ? taken_apart : 0;
}

/// Shares never rise with the value and lie in [10^-24, 1].
void mend(std::span<float> row) {
  row[0] = 0;
  for (std::size_t step = 1; step < knots; ++step) {
    const float share = std::isnan(row[step]) ? row[step - 1] : row[step];
    row[step] = std::clamp(share, -2 * Rarity::decades, row[step - 1]);
  }
}

std::size_t step_of(float value) { return static_cast<std::size_t>(std::clamp(value, 0.0f, 1.0f) * Rarity::steps); }

/// A row of the built-in table, of any number of steps.
void read_row(const std::vector<std::string_view>& fields, std::span<float> row) {
  const std::size_t steps = fields.size() - 3;   // after way and length, one value more than steps
  for (std::size_t knot = 0; knot < knots; ++knot) {
    const float position = static_cast<float>(knot * steps) / static_cast<float>(Rarity::steps);
    const std::size_t step = std::min(static_cast<std::size_t>(position), steps - 1);
    const float low = parsed(fields[step + 2]), high = parsed(fields[step + 3]);
    row[knot] = low + (high - low) * (position - static_cast<float>(step));
  }
}

std::vector<float> built_in() {
  std::vector<float> shares(Rarity::size());
  for_each_row(embedded(marque_rarity, marque_rarity_end), [&](const auto& fields) {
    std::size_t length = 1;
    std::from_chars(fields[1].data(), fields[1].data() + fields[1].size(), length);
    const std::size_t at = fields[0] == logo_name ? logo_place : place(way_named(fields[0]), length);
    if (fields.size() > 3) read_row(fields, std::span(shares).subspan(at, knots));
  });
  return shares;
}

float rank_in(std::span<const float> shares, float value, float handicap = 0) {
  if (!(value > 0)) return 0;
  const float position = std::min(value, 1.0f) * Rarity::steps;
  const auto step = std::min(static_cast<std::size_t>(position), Rarity::steps - 1);
  const float part = position - static_cast<float>(step);
  const float share = shares[step] + (shares[step + 1] - shares[step]) * part;
  return std::clamp(-share / Rarity::decades - handicap, 0.0f, 1.0f);
}

float value_in(std::span<const float> shares, float wanted, float handicap = 0) {
  if (wanted <= 0) return 0;
  if (rank_in(shares, 1, handicap) < wanted) return never;
  float low = 0, high = 1;   // rank(high) >= wanted always
  for (int halving = 0; halving < 24; ++halving) {
    const float middle = (low + high) / 2;
    (rank_in(shares, middle, handicap) >= wanted ? high : low) = middle;
  }
  return high;
}

}  // namespace

Rarity::Rarity() {
  static const std::vector<float> shares = built_in();
  shares_ = shares;
}

Rarity::Rarity(std::span<const float> shares) : shares_(shares.begin(), shares.end()) {
  shares_.resize(size());
  for (std::size_t at = 0; at < shares_.size(); at += knots) mend(std::span(shares_).subspan(at, knots));
}

float Rarity::rank(Likeness way, std::size_t length, float value, bool translated) const noexcept {
  return rank_in(std::span(shares_).subspan(place(way, length), knots), value, handicap(way, length, translated));
}

float Rarity::value_at(Likeness way, std::size_t length, float wanted, bool translated) const noexcept {
  return value_in(std::span(shares_).subspan(place(way, length), knots), wanted, handicap(way, length, translated));
}

float Rarity::rank_logo(float value) const noexcept { return rank_in(std::span(shares_).subspan(logo_place, knots), value); }
float Rarity::logo_at(float wanted) const noexcept { return value_in(std::span(shares_).subspan(logo_place, knots), wanted); }

std::size_t rarity_length(Likeness way, const NameView& query) noexcept {
  constexpr std::size_t half = Rarity::lengths / 2;
  switch (way) {
    case Likeness::characters_look:
    case Likeness::characters_sound:
    case Likeness::characters_mixed:
    case Likeness::characters_part:
      return std::clamp<std::size_t>(query.han.size(), 1, Rarity::lengths);
    case Likeness::letters_look:
    case Likeness::letters_sound:
    case Likeness::letters_mixed:
    case Likeness::letters_part:
      return std::clamp<std::size_t>(query.latin.size(), 1, Rarity::lengths);
    case Likeness::across_sound:
    case Likeness::meaning:
      break;
  }
  // The lower half for characters; the upper for letters, two of which are about one character's sound.
  if (!query.han.empty()) return std::min(query.han.size(), half);
  return half + std::clamp<std::size_t>(query.latin.size() / 2, 1, half);
}

RarityCounts::RarityCounts() : counts_(Rarity::size()) {}

void RarityCounts::add(const NameView& query, const WordLikeness& likeness) {
  for (std::size_t i = 0; i < likeness_count; ++i) {
    const auto way = static_cast<Likeness>(i);
    ++counts_[place(way, rarity_length(way, query)) + step_of(likeness[way])];
  }
}

void RarityCounts::add_logo(float likeness) { ++counts_[logo_place + step_of(likeness)]; }

void RarityCounts::add(const RarityCounts& other) {
  std::transform(counts_.begin(), counts_.end(), other.counts_.begin(), counts_.begin(), std::plus<>());
}

Rarity RarityCounts::measured(const Rarity& prior) const {
  std::vector<float> shares(prior.table().begin(), prior.table().end());
  for (std::size_t at = 0; at < counts_.size(); at += knots) {
    std::array<std::uint64_t, knots> above{};   // pairs at or above a step
    std::uint64_t sum = 0;
    for (std::size_t step = knots; step-- > 0;) above[step] = sum += counts_[at + step];
    std::size_t known = 0;
    while (known + 1 < knots && above[known + 1] >= enough) ++known;
    if (above[1] < enough_to_begin) continue;
    const float shift = std::log10(static_cast<float>(above[known]) / static_cast<float>(sum)) - prior.table()[at + known];
    for (std::size_t step = 0; step < knots; ++step)
      shares[at + step] = step <= known ? std::log10(static_cast<float>(above[step]) / static_cast<float>(sum)) : shares[at + step] + shift;
  }
  return Rarity(shares);
}

}  // namespace marque
