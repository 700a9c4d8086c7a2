#include "scoring/letters.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>
#include <vector>

#include "marque/text/distance.hpp"
#include "marque/text/meaning.hpp"
#include "scoring/characters.hpp"
#include "scoring/weak_words.hpp"
#include "scoring/weights.hpp"
#include "text/generic_words.hpp"
#include "text/number_words.hpp"

namespace marque {

namespace {

constexpr std::size_t ascii = 128;
constexpr std::size_t longest_joined = 13;   // international

float substitution_cost(char32_t a, char32_t b) {
  static const auto table = [] {
    std::array<float, ascii * ascii> costs{};
    for (char32_t x = 0; x < ascii; ++x) {
      for (char32_t y = 0; y < ascii; ++y) costs[x * ascii + y] = 1 - look_of(x, y);
    }
    return costs;
  }();
  if (a == b) return 0;
  return a < ascii && b < ascii ? table[a * ascii + b] : 1 - look_of(a, b);
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

/// A likeness as a whole number below that of the same letters.
constexpr int unequal(int likeness) { return std::min(likeness, full_likeness - 1); }

float of_one(int likeness) { return static_cast<float>(likeness) / full_likeness; }

/// Where words begin and end among the letters and digits of a name: bit i between i − 1 and i.
std::uint64_t word_ends(const NameView& name) {
  std::uint64_t ends = 1;
  std::size_t at = 0, in_words = 0;
  const std::size_t size = std::min(name.latin.size(), compared_letters - 1);
  const auto mark = [&] { ends |= std::uint64_t{1} << at; };
  while (at < size && in_words < name.words.size()) {
    if (name.words[in_words] == U' ') {
      mark();
      ++in_words;
    } else if (name.words[in_words] == name.latin[at]) {
      ++in_words;
      ++at;
    } else {   // a digit that is read beside characters
      mark();
      ++at;
      mark();
    }
  }
  if (at < compared_letters) mark();
  return ends;
}

/// Where the letters of one text stand in another.
enum class Place { beside_weak, words, front, back, middle };

/// By its share of the longer text, of which `weak` letters belong to weak words. Joined, a weak word counts only where nothing
/// else stands there: within another word it is often chance.
int contained_likeness(Place place, std::size_t shorter, std::size_t longer, std::size_t weak) {
  const bool whole = place == Place::words || place == Place::beside_weak;
  const int as_words = shorter < weights::contained_letters_least ? weights::contained_compound : weights::contained_words;
  const int base = place == Place::beside_weak ? weights::contained_beside_weak : whole ? as_words : weights::contained_letters;
  const int most = whole ? weights::contained_words_most : full_likeness;
  const std::size_t tenths = 10 * longer - (whole ? (10 - weights::weak_rest) * weak : 0);
  const int likeness = base + (most - base) * 10 * static_cast<int>(shorter) / static_cast<int>(tenths);
  if (place == Place::back) return likeness * weights::at_back_percent / 100;
  return place == Place::middle ? likeness * weights::in_middle_percent / 100 : likeness;
}

/// A word of the language, as it is joined to another in a compound.
bool is_word(std::u32string_view letters) {
  if (letters.size() < weights::weak_joined_least || letters.size() > longest_joined) return false;
  std::array<char, longest_joined> word;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (letters[at] < U'a' || letters[at] > U'z') return false;
    word[at] = static_cast<char>(letters[at]);
  }
  return is_english({word.data(), letters.size()});
}

/// Whether nothing but a word stands on either side of a stretch.
bool in_compound(std::u32string_view letters, std::size_t at, std::size_t end) {
  if (letters.size() >= compared_letters) return false;
  return (at == 0 || is_word(letters.substr(0, at))) && (end == letters.size() || is_word(letters.substr(end)));
}

int compound_likeness(std::size_t shorter, std::size_t longer) {
  constexpr int above = weights::contained_words_most - weights::contained_compound;
  return weights::contained_compound + above * static_cast<int>(shorter) / static_cast<int>(longer);
}

/// A text that begins the first word of a name of several: what it is of the word, and the word of the name.
int in_first_word(std::size_t shorter, std::size_t word, std::size_t longer) {
  return contained_likeness(Place::front, shorter, word, 0) * contained_likeness(Place::words, word, longer, 0) / full_likeness;
}

/// The whole of one text inside the other. `longer` is the name that has the longer one.
int contained(std::u32string_view shorter, std::u32string_view letters, const NameView& longer) {
  const std::size_t at = letters.find(shorter);
  if (at == std::u32string_view::npos) return 0;
  const std::size_t end = at + shorter.size();
  Place place = at == 0 ? Place::front : end == letters.size() ? Place::back : Place::middle;
  int by_word = 0;
  if (longer.latin.size() < compared_letters && longer.latin.starts_with(letters)) {
    const std::uint64_t ends = word_ends(longer);
    const auto first_word = static_cast<std::size_t>(std::countr_zero(ends & ~std::uint64_t{1}));
    if (at == 0 && end < first_word && first_word < letters.size()) by_word = in_first_word(shorter.size(), first_word, letters.size());
    const bool one_word = letters.size() == longer.latin.size() && longer.words.size() == letters.size();
    if (!one_word && (ends >> at & 1) != 0 && (ends >> end & 1) != 0) place = Place::words;
  }
  const std::size_t least_word = place == Place::words ? 1 : weights::weak_joined_least;
  const std::size_t weak = weak_letters(letters.substr(0, at), least_word) + weak_letters(letters.substr(end), least_word);
  const bool apart = place == Place::words || shorter.size() >= weights::contained_letters_least;
  if (apart && weak + shorter.size() == letters.size()) place = Place::beside_weak;
  const int likeness = std::max(by_word, contained_likeness(place, shorter.size(), letters.size(), weak));
  if (place == Place::words || place == Place::beside_weak || !in_compound(letters, at, end)) return likeness;
  return std::max(likeness, compound_likeness(shorter.size(), letters.size()));
}

/// A stretch that two texts share.
struct Block {
  std::size_t length = 0, in_a = 0, in_b = 0;
};

using Used = std::uint64_t;   // letters taken, bit by bit

Block longest_block(std::u32string_view a, Used used_a, std::u32string_view b, Used used_b) {
  std::array<std::uint8_t, compared_letters + 1> lengths{};
  Block longest;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool free = (used_a >> i & 1) == 0;
    for (std::size_t j = b.size(); j-- > 0;) {
      const bool same = free && a[i] == b[j] && (used_b >> j & 1) == 0;
      lengths[j + 1] = same ? static_cast<std::uint8_t>(lengths[j] + 1) : std::uint8_t{0};
      if (lengths[j + 1] > longest.length) longest = {lengths[j + 1], i + 1 - lengths[j + 1], j + 1 - lengths[j + 1]};
    }
  }
  return longest;
}

Used bits_of(std::size_t first, std::size_t length) {
  return (length == 64 ? ~Used{0} : (Used{1} << length) - 1) << first;
}

/// Twice the share of `kept` of the letters of both; every block costs half a letter.
int blocks_likeness(std::size_t kept, std::size_t blocks, std::size_t letters) {
  const int halves = 2 * static_cast<int>(kept) - static_cast<int>(blocks);
  return unequal(halves * full_likeness / static_cast<int>(letters));
}

/// The two longest stretches in common, whatever their order. Of stretches of one length the first is taken, so the order
/// of the texts is fixed.
int exchanged(std::u32string_view a, std::u32string_view b) {
  if (b < a) std::swap(a, b);
  const Block first = longest_block(a, 0, b, 0);
  if (first.length < weights::first_block_least) return 0;
  const Block second = longest_block(a, bits_of(first.in_a, first.length), b, bits_of(first.in_b, first.length));
  const bool two = second.length >= weights::second_block_least;
  return blocks_likeness(first.length + (two ? second.length : 0), two ? 2 : 1, a.size() + b.size());
}

}  // namespace

std::size_t longest_with_part(int least, std::size_t part) {
  const int above = least - weights::contained_letters;
  if (above <= 0) return compared_letters;
  return std::min<std::size_t>(compared_letters, part * (full_likeness - weights::contained_letters + 1) / static_cast<std::size_t>(above));
}

int most_in_first_word(std::size_t part) {
  return contained_likeness(Place::front, part, part + 1, 0) * weights::contained_words_most / full_likeness;
}

std::size_t least_kept(int least, std::size_t letters, std::size_t blocks) {
  return (static_cast<std::size_t>(least) * letters / full_likeness + blocks + 1) / 2;
}

namespace {

/// What part() is at most for texts of these lengths that have no more than `common` letters in common.
int part_bound(std::size_t common, std::size_t m, std::size_t n) {
  const auto [shorter, longer] = std::minmax(m, n);
  int most = 0;
  if (common >= shorter && shorter < longer && shorter >= weights::contained_least)
    most = weights::contained_words_most;
  if (common >= longer) most = full_likeness;   // the same letters, or all in another order
  if (common >= weights::first_block_least) most = std::max(most, blocks_likeness(std::min(common, shorter), 1, m + n));
  return most;
}

int least_of(LetterView view) { return view == LetterView::look ? weights::letter_look_least : weights::letter_sound_least; }

/// What the credits of the letters that match sum up to at most, with so many half units in common.
int most_credit(LetterView view, int halves, unsigned light) {
  return halves * unit_of(view) / 2 + static_cast<int>(light) * weights::other_vowel_units;
}

/// How the texts are at most by what they have in common. By sound: what is matched in place is in order; of swapped
/// neighbours one of two is, and they count for less than both: no more than the mean of `common` and `in_order`. By look, every
/// letter that finds none like it may stand in place of another.
int bound_of(LetterView view, const LetterSide& a, const LetterProfile& b, int halves, int ends) {
  const int whole = a.profile.whole + b.whole;
  const LetterSignature &x = a.profile.signature, &y = b.signature;
  if (view == LetterView::sound) return likeness_bound(most_credit(view, halves, std::min(x.light, y.light)), 0, ends, whole);
  const int unlike = static_cast<int>(std::min(x.units, y.units)) - halves / 2;
  const int doubled = static_cast<int>(a.profile.doubled + b.doubled) * doubled_credit;
  return likeness_bound(std::max(1, most_credit(view, halves, 0)), unlike * weights::vowel_in_place + doubled, ends, whole);
}

/// By look or by sound; 0 below the floor, which most texts cannot reach for what they have in common.
int aligned(LetterView view, const LetterSide& a, std::u32string_view letters, const LetterProfile& b) {
  const int common = static_cast<int>(a.profile.signature.common_with(b.signature));
  if (bound_of(view, a, b, 2 * common, most_credit_of_ends) < least_of(view)) return 0;
  const int ends = credit_of_ends(view, a.text.text(), letters);
  if (bound_of(view, a, b, 2 * common, ends) < least_of(view)) return 0;
  const int in_order = static_cast<int>(a.order.common_with(letters));
  if (bound_of(view, a, b, std::min(in_order + common, 2 * common), ends) < least_of(view)) return 0;
  const int likeness = aligned_likeness(view, a.text, LetterText(letters), a.profile.whole + b.whole);
  return likeness < least_of(view) ? 0 : likeness;
}

/// The whole of the one in the other, all letters in another order, stretches that change places.
int part_of(const LetterSide& query, const NameView& own, const NameView& other, const LetterProfile& profile) {
  const std::u32string_view a = query.text.text(), b = other.core_latin.substr(0, compared_letters);
  const std::size_t m = a.size(), n = b.size(), common = query.profile.signature.common_with(profile.signature);
  if (part_bound(common, m, n) < weights::letter_part_least) return 0;
  int likeness = exchanged(a, b);
  if (m == n && m >= weights::anagram_least && common >= m && std::is_permutation(a.begin(), a.end(), b.begin()))
    likeness = std::max(likeness, weights::anagram);
  if (m < n && m >= weights::contained_least) likeness = std::max(likeness, contained(a, b, other));
  if (n < m && n >= weights::contained_least) likeness = std::max(likeness, contained(b, a, own));
  return likeness < weights::letter_part_least ? 0 : unequal(likeness);
}

/// By how much a likeness rises towards the same where a second thing speaks for it, this much (of 255).
int raised_by(int likeness, int other) {
  return (full_likeness - likeness) * other * weights::in_hundredths(weights::agreement) / (100 * full_likeness);
}

/// What is left of a likeness where one text is longer than the other.
int of_lengths(int likeness, std::size_t a, std::size_t b) {
  if (a == b) return likeness;
  const int longer = static_cast<int>(std::max(a, b)), beyond = longer - static_cast<int>(std::min(a, b));
  return likeness - likeness * weights::length_beyond * beyond / (100 * longer);
}

/// The least likeness that leaves so much.
int before_lengths(int wanted, std::size_t a, std::size_t b) {
  int likeness = wanted;
  while (likeness <= full_likeness && of_lengths(likeness, a, b) < wanted) ++likeness;
  return likeness;
}

/// How the words of two names stand beside each other.
struct Words {
  std::size_t letters = 0, in_common = 0;   // of both; of distinctive ones that both have (W15), as many in either
  bool as_many = true;
};

/// The best of them, sound at a discount and the mean of look and sound at a small one, raised a little where both
/// look and sound speak for it, and in names of as many words by the share of those that both have.
int mixed_of(int look, int sound, int part, const Words& words) {
  if (!words.as_many) {
    look = look * weights::other_number_of_words / 100;
    sound = sound * weights::other_number_of_words / 100;
  }
  const int mean = look == 0 || sound == 0 ? 0 : (look + sound) / 2 * weights::in_hundredths(weights::mixed_weight) / 100;
  const int unseen = weights::unseen_sound * (full_likeness - look) / full_likeness;
  const int seen = std::max({look, part, mean}), heard = sound * (weights::in_hundredths(weights::sound_weight) - unseen) / 100;
  const int best = std::max(seen, heard), other = std::min(seen, heard);
  const int likeness = best + raised_by(best, other);
  const int in_common = words.as_many ? 2 * static_cast<int>(words.in_common) : 0;
  return unequal(likeness + (full_likeness - likeness) * in_common / static_cast<int>(words.letters));
}

/// Of letters: a number that stands beside them is seen as part of a word.
std::size_t words_of_letters(std::u32string_view words) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size(); ++at) count += (at == 0 || words[at - 1] == U' ') && !is_figure(words[at]) ? 1U : 0U;
  return count;
}

/// How many letters of these words another name of several words has, each word once.
std::size_t letters_in_common(const std::vector<std::u32string>& distinctive, const NameView& other) {
  std::size_t letters = 0;
  if (distinctive.empty() || other.latin.size() >= compared_letters || words_of_letters(other.words) < 2) return letters;
  Used met = 0;   // of the words
  for (std::size_t at = 0; at < other.words.size();) {
    const std::size_t end = std::min(other.words.find(U' ', at), other.words.size());
    for (std::size_t word = 0; word < distinctive.size(); ++word) {
      if ((met >> word & 1) != 0 || distinctive[word] != other.words.substr(at, end - at)) continue;
      met |= Used{1} << word;
      letters += end - at;
      break;
    }
    at = end + 1;
  }
  return letters;
}

/// The same of what is compared of a name: without the words at its end that are no part of the core. At least one.
std::size_t words_of_core(const NameView& name) {
  std::size_t end = 0;
  for (std::size_t letters = 0; end < name.words.size() && letters < name.core_latin.size(); ++end) letters += name.words[end] == U' ' ? 0U : 1U;
  return std::max<std::size_t>(words_of_letters(name.words.substr(0, end)), 1);
}

/// The least likeness in 255ths that reaches a floor in [0,1]; rounding decides for it.
int least_reaching(float floor) {
  if (!(floor > 0)) return 0;
  return floor > 1 ? full_likeness + 1 : std::max(0, static_cast<int>(std::floor(floor * full_likeness)) - 1);
}

/// The least of look, sound or part without which mixed_of() does not reach its floor, but with a word in common.
int least_for_mixed(float floor) {
  const int wanted = least_reaching(floor);
  if (wanted > full_likeness) return wanted;
  int best = 0;
  while (best + raised_by(best, best) < wanted) ++best;
  return best;
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

std::uint64_t part_borders(const NameView& name) {
  const std::u32string_view letters = name.core_latin.substr(0, compared_letters - 1);
  const auto bit = [](std::size_t at) { return std::uint64_t{1} << at; };
  std::uint64_t borders = bit(0) | bit(letters.size());
  if (name.latin.size() < compared_letters && name.latin.starts_with(letters)) borders |= word_ends(name);
  for (std::size_t length = weights::weak_joined_least; length < letters.size() && name.core_latin.size() < compared_letters; ++length) {
    if (is_word(letters.substr(0, length))) borders |= bit(length);
    if (is_word(letters.substr(letters.size() - length))) borders |= bit(letters.size() - length);
  }
  const auto weak = [&](std::size_t from, std::size_t to) {
    return to - from >= weights::weak_joined_least && weak_letters(letters.substr(from, to - from), to - from) == to - from;
  };
  std::uint64_t ahead = bit(0), behind = bit(letters.size());
  for (std::size_t at = 1; at <= letters.size(); ++at) {
    for (std::size_t from = 0; from < at; ++from) {
      if ((ahead >> from & 1) != 0 && weak(from, at)) ahead |= bit(at);
    }
  }
  for (std::size_t at = letters.size(); at-- > 0;) {
    for (std::size_t to = at + 1; to <= letters.size(); ++to) {
      if ((behind >> to & 1) != 0 && weak(at, to)) behind |= bit(at);
    }
  }
  return borders | ahead | behind;
}

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

LetterProfile::LetterProfile(LetterView view, std::u32string_view letters) noexcept
    : signature(view, letters),
      whole(credit_with_itself(view, letters, static_cast<int>(signature.units) * unit_of(view))) {
  const std::u32string_view compared = letters.substr(0, compared_letters);
  for (std::size_t at = 1; at < compared.size(); ++at) doubled += compared[at] == compared[at - 1];
}

float phone_likeness(std::u32string_view a, std::u32string_view b) noexcept {
  if (a.empty() || b.empty()) return 0;
  const LetterSide side(LetterView::sound, a);
  return of_one(aligned(LetterView::sound, side, b, LetterProfile(LetterView::sound, b)));
}

std::vector<std::u32string> distinctive_words(const NameView& name) {
  std::vector<std::u32string> distinctive;
  if (name.latin.size() >= compared_letters) return distinctive;
  if (words_of_letters(name.words) < 2) return distinctive;
  for (const std::u32string_view word : split_words(name.words)) {
    if (!is_figure(word.front()) && word.size() >= weights::weak_joined_least && !is_generic(word) && weak_letters(word, 1) < word.size()) distinctive.emplace_back(word);
  }
  return distinctive;
}

int least_look(const LetterLikeness& floors, std::size_t own, std::size_t other) {
  const int in_mixed = before_lengths(least_for_mixed(floors.mixed), own, other);
  return std::max(std::min(least_reaching(floors.look), in_mixed), weights::letter_look_least);
}

int least_part(const LetterLikeness& floors, std::size_t own, std::size_t other) {
  const int in_mixed = before_lengths(least_for_mixed(floors.mixed), own, other);
  return std::max(std::min(least_reaching(floors.part), in_mixed), weights::letter_part_least);
}

int least_sound(const LetterLikeness& floors, std::size_t own, std::size_t other) {
  const int mixed = least_for_mixed(floors.mixed);
  const int heard = mixed * 100 / weights::in_hundredths(weights::sound_weight);
  const int in_mean = 2 * (mixed * 100 / weights::in_hundredths(weights::mixed_weight)) - mixed;   // where look has less than `mixed`
  const int in_mixed = before_lengths(std::min(heard, in_mean), own, other);
  return std::max(std::min(least_reaching(floors.sound), in_mixed), weights::letter_sound_least);
}

LetterMatcher::LetterMatcher(const NameView& query)
    : query_(owned(query)),
      latin_(LetterView::look, query_.latin),
      core_(LetterView::look, query_.core_latin),
      phones_(LetterView::sound, query_.phones),
      distinctive_(distinctive_words(query_.view())),
      core_words_(words_of_core(query_.view())) {}

LetterLikeness LetterMatcher::match(const NameView& b) const noexcept {
  if (query_.latin.empty() || b.latin.empty()) return {};
  if (query_.latin == b.latin) return {1, 1, 1, 1};
  const LetterProfile latin(LetterView::look, b.latin);
  const bool generic = b.core_latin.size() != b.latin.size();
  const LetterProfile core = generic ? LetterProfile(LetterView::look, b.core_latin) : latin;
  const auto in_mixed = [](int likeness, const LetterSide& own, const LetterProfile& other) {
    return of_lengths(likeness, own.profile.signature.units, other.signature.units);
  };
  int look = aligned(LetterView::look, latin_, b.latin, latin), look_in_mixed = in_mixed(look, latin_, latin);
  if (generic || query_.core_latin.size() != query_.latin.size()) {
    const int of_cores = aligned(LetterView::look, core_, b.core_latin, core) * weights::in_hundredths(weights::generic_difference) / 100;
    look = std::max(look, of_cores);
    look_in_mixed = std::max(look_in_mixed, in_mixed(of_cores, core_, core));
  }
  const LetterProfile phones(LetterView::sound, b.phones);
  const int sound = aligned(LetterView::sound, phones_, b.phones, phones);
  const int part = part_of(core_, query_.view(), b, core);
  if (std::max({look, sound, part}) == 0) return {};
  const Words words{query_.core_latin.size() + b.core_latin.size(), core_words_ > 1 ? letters_in_common(distinctive_, b) : 0, core_words_ == words_of_core(b)};
  const int mixed = mixed_of(look_in_mixed, in_mixed(sound, phones_, phones), in_mixed(part, core_, core), words);
  return {of_one(look), of_one(sound), of_one(mixed), of_one(part)};
}

}  // namespace marque
