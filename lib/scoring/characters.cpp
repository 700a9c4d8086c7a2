#include "scoring/characters.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "marque/text/glyph.hpp"
#include "marque/text/readings.hpp"
#include "scoring/weak_words.hpp"
#include "scoring/weights.hpp"
#include "text/character_code.hpp"
#include "text/homophones.hpp"

namespace marque {

namespace {

constexpr unsigned whole = 255;
constexpr std::size_t limit = CharacterMatcher::limit;
constexpr unsigned names_before_laying_out = 48;   // looking pairs up for so many names takes as long as laying out

constexpr PairLikeness same{whole, whole, whole};

std::uint8_t counted(float likeness, float floor) {
  return likeness < floor ? std::uint8_t{0} : static_cast<std::uint8_t>(std::lround(likeness * whole));
}

std::uint8_t look_in_255ths(char32_t a, char32_t b) { return counted(glyph_similarity(a, b), weights::glyph_floor); }
std::uint8_t sound_in_255ths(char32_t a, char32_t b) { return counted(sound_similarity(a, b), weights::sound_floor); }

/// `likeness` less what the other view's disagreement takes away.
std::uint8_t told_apart(int likeness, int other, int weight) {
  const int taken = (static_cast<int>(whole) - other) * weight / static_cast<int>(whole);
  return static_cast<std::uint8_t>(likeness == 0 ? 0 : likeness - taken);
}

PairLikeness pair_of(std::uint8_t look, std::uint8_t sound) {
  const std::uint8_t by_look = told_apart(look, sound, weights::sound_in_look);
  const std::uint8_t by_sound = told_apart(sound, look, weights::look_in_sound);
  const int lower = std::min(by_look, by_sound), higher = std::max(by_look, by_sound), open = static_cast<int>(whole) - higher;
  const int raised = higher + open * lower / (static_cast<int>(whole) * weights::agreement_in_mixed);
  return {by_look, by_sound, static_cast<std::uint8_t>(raised)};
}

/// In whole numbers up to here, one rounding now.
float quotient(std::uint64_t part, std::uint64_t all) { return static_cast<float>(static_cast<double>(part) / static_cast<double>(all)); }

/// The characters of the other text: their likenesses to every character of the query, null where all are 0.
using Columns = std::span<const PairLikeness* const>;

struct Sums {
  unsigned look = 0, sound = 0, mixed = 0;
};

/// The greatest sums over alignments that keep both orders, each way by itself.
Sums aligned_sums(Columns columns, std::size_t rows) {
  std::array<Sums, limit + 1> best;
  std::fill_n(best.begin(), rows + 1, Sums{});
  for (const PairLikeness* column : columns) {
    if (column == nullptr) continue;
    Sums diagonal;
    for (std::size_t i = 0; i < rows; ++i) {
      const PairLikeness pair = column[i];
      const Sums above = best[i + 1];
      best[i + 1] = {std::max({above.look, best[i].look, diagonal.look + pair.look}),
                     std::max({above.sound, best[i].sound, diagonal.sound + pair.sound}),
                     std::max({above.mixed, best[i].mixed, diagonal.mixed + pair.mixed})};
      diagonal = above;
    }
  }
  return best[rows];
}

/// Twice the sum over both lengths, less a little where the first characters differ.
float share_of(unsigned sum, unsigned first, std::size_t lengths) {
  constexpr unsigned thousand = 1000, kept = thousand - weights::first_character;
  return quotient(2 * std::uint64_t{sum} * (kept * whole + weights::first_character * first),
                  std::uint64_t{whole} * lengths * thousand * whole);
}

/// The least sum that has a share; a little less for the rounding of floors.
std::size_t sum_for_share(float share, std::size_t lengths) {
  const double sum = static_cast<double>(share) * whole * static_cast<double>(lengths) / 2;
  return static_cast<std::size_t>(std::max(0.0, std::ceil(sum * (1 - 1e-6))));
}

/// What a contained text scores by the sum of its likenesses and what the rest of the longer one weighs.
float contained_score(std::uint64_t sum, std::size_t length, std::size_t rest) {
  const std::uint64_t thousand = 1000, floor = length <= 2 ? weights::contained_two : weights::contained_more;
  const std::uint64_t inside = length * weights::ordinary_rest, full = whole * length;
  const std::uint64_t left = full - weights::contained_difference * (full - sum);
  return quotient(left * (floor * (inside + rest) + (thousand - floor) * inside), full * thousand * (inside + rest));
}

bool is_within(char32_t character, std::u32string_view text) { return text.find(character) != std::u32string_view::npos; }

/// The weight of what stands before or after a contained text. Repetitions are left out of the stretch, which is short.
std::size_t rest_weight(std::u32string_view stretch, std::u32string_view inside) {
  std::size_t weak = 0;
  std::u32string fresh;
  for (const char32_t character : stretch) is_within(character, inside) ? void(++weak) : fresh.push_back(character);
  weak += weak_characters(fresh);
  return weak * weights::weak_rest + (stretch.size() - weak) * weights::ordinary_rest;
}

/// One text inside the other, at its best place. Rare: reached only where all of the shorter is alike.
float contained(std::u32string_view query, std::u32string_view other, Columns columns) {
  const bool query_shorter = query.size() < other.size();
  const auto mixed = [&](std::size_t i, std::size_t j) { return columns[j] == nullptr ? 0u : unsigned{columns[j][i].mixed}; };
  const auto shorter = query_shorter ? query : other, longer = query_shorter ? other : query;
  float best = 0;
  for (std::size_t offset = 0; offset + shorter.size() <= longer.size(); ++offset) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < shorter.size(); ++i)
      sum += query_shorter ? mixed(i, offset + i) : mixed(offset + i, i);
    if (sum < weights::contained_match * shorter.size()) continue;
    const std::u32string_view inside = longer.substr(offset, shorter.size());
    const std::size_t rest =
        rest_weight(longer.substr(0, offset), inside) + rest_weight(longer.substr(offset + shorter.size()), inside);
    const bool only_repeats = longer.find_first_not_of(inside) == std::u32string_view::npos;
    if (shorter.size() > 1 || only_repeats) best = std::max(best, contained_score(sum, shorter.size(), rest));
  }
  return best;
}

bool exchanged(std::u32string_view a, std::u32string_view b) {
  for (std::size_t at = 1; at < a.size(); ++at) {
    if (a.substr(at) == b.substr(0, a.size() - at) && a.substr(0, at) == b.substr(a.size() - at)) return true;
  }
  return false;
}

}  // namespace

std::size_t listed_codes() {
  static const std::size_t codes = [] {
    std::size_t code = character_codes();
    while (code > 1 && glyph_neighbours(character_of(static_cast<std::uint16_t>(code - 1))).empty()) --code;
    return code;
  }();
  return codes;
}

float look_of(char32_t a, char32_t b) noexcept { return static_cast<float>(look_in_255ths(a, b)) / whole; }
float sound_of(char32_t a, char32_t b) noexcept { return static_cast<float>(sound_in_255ths(a, b)) / whole; }

PairLikeness pair_likeness(char32_t a, char32_t b) noexcept {
  return a == b ? same : pair_of(look_in_255ths(a, b), sound_in_255ths(a, b));
}

bool repeats(std::u32string_view longer, std::u32string_view shorter) {
  if (shorter.empty() || longer.size() <= shorter.size() || longer.size() % shorter.size() != 0) return false;
  for (std::size_t at = 0; at < longer.size(); at += shorter.size()) {
    if (longer.substr(at, shorter.size()) != shorter) return false;
  }
  return true;
}

bool reordered(std::u32string_view a, std::u32string_view b) {
  if (a.size() != b.size() || a == b) return false;
  return std::is_permutation(a.begin(), a.end(), b.begin());
}

CharacterMatcher::CharacterMatcher(std::u32string_view query) : query_(query.substr(0, limit)), length_(query.size()) {}

std::uint16_t CharacterMatcher::slot_of(std::uint16_t code) {
  std::uint16_t& slot = slots_[code];
  if (slot == 0) {
    slot = static_cast<std::uint16_t>(cells_.size() / query_.size());
    codes_.push_back(code);
    cells_.resize(cells_.size() + query_.size());
  }
  return slot;
}

void CharacterMatcher::lay_out_sounds(std::size_t at) {
  for (const Reading own : readings(query_[at])) {
    const auto other = static_cast<std::uint8_t>(own.tone == 1 ? 2 : 1);
    for (std::size_t number = 0; number < syllable_count(); ++number) {
      const auto syllable = static_cast<Syllable>(number);
      const std::uint8_t same_tone = counted(sound_similarity(own, Reading{syllable, own.tone}), weights::sound_floor);
      if (same_tone == 0) continue;
      const std::uint8_t other_tone = counted(sound_similarity(own, Reading{syllable, other}), weights::sound_floor);
      for (const Spoken character : spoken(syllable)) {
        if (character.code >= slots_.size()) break;
        std::uint8_t& sound = cells_[slot_of(character.code) * query_.size() + at].sound;
        sound = std::max(sound, character.tone == own.tone ? same_tone : other_tone);
      }
    }
  }
}

void CharacterMatcher::lay_out_looks(std::size_t at) {
  const auto neighbours = glyph_neighbours(query_[at]);
  for (const GlyphNeighbour& other : neighbours) look_like(at, character_code(other.character), other.likeness);
  if (!neighbours.empty()) return;
  for (std::size_t code = 1; code < slots_.size(); ++code) {
    const auto small = static_cast<std::uint16_t>(code);
    look_like(at, small, glyph_similarity(query_[at], character_of(small)));
  }
}

void CharacterMatcher::look_like(std::size_t at, std::uint16_t code, float likeness) {
  const std::uint8_t look = counted(likeness, weights::glyph_floor);
  if (look > 0) cells_[slot_of(code) * query_.size() + at].look = look;
}

void CharacterMatcher::prepare() {
  if (!slots_.empty() || query_.empty()) return;
  slots_.assign(listed_codes(), 0);
  cells_.assign(query_.size(), {});
  codes_.assign(1, 0);
  for (std::size_t at = 0; at < query_.size(); ++at) {
    lay_out_sounds(at);
    lay_out_looks(at);
    if (const std::uint16_t own = character_code(query_[at]); own != 0 && own < slots_.size())
      cells_[slot_of(own) * query_.size() + at] = same;
  }
  for (PairLikeness& cell : cells_) cell = pair_of(cell.look, cell.sound);
}

const PairLikeness* CharacterMatcher::row_of(char32_t character, PairLikeness* spare) const {
  const std::uint16_t code = slots_.empty() ? std::uint16_t{0} : character_code(character);
  if (code != 0 && code < slots_.size()) return slots_[code] == 0 ? nullptr : &cells_[slots_[code] * query_.size()];
  bool any = false;
  for (std::size_t i = 0; i < query_.size(); ++i) {
    spare[i] = pair_likeness(query_[i], character);
    any |= spare[i].mixed > 0;
  }
  return any ? spare : nullptr;
}

/// Containment, other order, repetition. Asked only where all of the shorter text may be alike.
float CharacterMatcher::part(std::u32string_view other, std::span<const PairLikeness* const> columns) const {
  if (std::max(length_, other.size()) > limit) return 0;
  if (length_ != other.size()) return contained(query_, other, columns);
  if (!reordered(query_, other)) return 0;
  return exchanged(query_, other) ? weights::exchanged : weights::reordered;
}

CharacterLikeness CharacterMatcher::match(std::u32string_view other) {
  CharacterLikeness likeness;
  if (query_.empty() || other.empty()) return likeness;
  if (slots_.empty() && ++met_ > names_before_laying_out) prepare();
  std::array<PairLikeness, limit * limit> spare;
  std::array<const PairLikeness*, limit> all;
  const Columns columns{all.data(), std::min(other.size(), limit)};
  std::size_t alike = 0;
  for (std::size_t j = 0; j < columns.size(); ++j) {
    all[j] = row_of(other[j], spare.data() + j * query_.size());
    alike += all[j] != nullptr;
  }
  if (alike == 0) return likeness;
  const Sums sums = aligned_sums(columns, query_.size());
  const PairLikeness first = all[0] == nullptr ? PairLikeness{} : all[0][0];
  const std::size_t lengths = length_ + other.size(), shorter = std::min(length_, other.size());
  likeness.look = share_of(sums.look, first.look, lengths);
  likeness.sound = share_of(sums.sound, first.sound, lengths);
  likeness.mixed = share_of(sums.mixed, first.mixed, lengths);
  const bool part_possible = length_ == other.size() ? alike == shorter : sums.mixed >= weights::contained_match * shorter;
  if (part_possible) likeness.part = part(other, columns);
  return likeness;
}

std::optional<unsigned> CharacterMatcher::least_sum(const CharacterLikeness& floors, std::size_t length) const {
  const auto [shorter, longer] = std::minmax(length_, length);
  std::optional<unsigned> least;
  const auto reach = [&](std::size_t sum) { least = std::min(least.value_or(whole * limit * 2), static_cast<unsigned>(sum)); };
  const float share = std::min({floors.look, floors.sound, floors.mixed});
  if (share_of(static_cast<unsigned>(whole * std::min(shorter, limit)), whole, shorter + longer) >= share)
    reach(sum_for_share(share, shorter + longer));
  if (shorter == longer && shorter > 1 && floors.part <= weights::exchanged) reach(whole * shorter);
  if (shorter < longer && longer <= limit && shorter > 0) {
    const std::size_t rest = (longer - shorter) * weights::weak_rest, copies = shorter > 1 ? 1 : length;
    std::size_t sum = weights::contained_match * shorter;
    while (sum < whole * shorter && contained_score(sum, shorter, rest) < floors.part) ++sum;
    if (contained_score(sum, shorter, rest) >= floors.part) reach(sum * copies);
  }
  return least;
}

CharacterMatcher::Partners CharacterMatcher::partners(const CharacterLikeness& floors, std::size_t length, std::size_t place) const {
  constexpr std::uint64_t all = ~std::uint64_t{0};
  if (std::max(length_, length) > limit) return {all, true};
  const float share = std::min({floors.look, floors.sound, floors.mixed});
  const std::size_t pairs = (sum_for_share(share, length_ + length) + whole - 1) / whole;
  const bool contained = length_ != length && floors.part <= 1;
  Partners partners{0, length_ == length && floors.part <= weights::exchanged};
  for (std::size_t own = 0; own < length_; ++own) {
    const std::size_t before = std::min(own, place), after = std::min(length_ - own, length - place) - 1;
    const bool in_line = before + 1 + after >= pairs;
    const bool inside = contained && (length_ < length ? own <= place && place - own <= length - length_
                                                       : place <= own && own - place <= length_ - length);
    if (in_line || inside) partners.alike |= std::uint64_t{1} << own;
  }
  return partners;
}

void CharacterMatcher::raise_to(const Partners& partners, std::span<std::uint8_t> best) const {
  for (std::size_t slot = 1; slot < codes_.size(); ++slot) {
    if (codes_[slot] >= best.size()) continue;
    std::uint8_t& highest = best[codes_[slot]];
    const PairLikeness* const cells = &cells_[slot * query_.size()];
    for (std::uint64_t left = partners.alike; left != 0; left &= left - 1) {
      const auto own = static_cast<std::size_t>(std::countr_zero(left));
      if (own >= query_.size()) break;
      highest = std::max(highest, cells[own].mixed);
    }
  }
  if (!partners.same_anywhere) return;
  for (const char32_t character : query_) {
    if (const std::uint16_t code = character_code(character); code < best.size()) best[code] = whole;
  }
}

}  // namespace marque
