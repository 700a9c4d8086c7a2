#pragma once

#include <cstddef>

/// Every number the grounds decide by. None is fitted to a sample: each says what it means on the scales of text/ and
/// scoring/, where 1 is the same and the scales' own steps are fixed by their tables.
namespace marque::weights {

/// The best aspect from which similar marks on like goods are expected to be refused: above one difference in six
/// characters, the length up to which the eye compares a word as a whole.
inline constexpr float strong_aspect = 0.85f;

/// Logo score from which a picture is taken for a copy rather than a likeness: well above where scoring separates copies from chance
/// (0.80), half way to the same picture.
inline constexpr float copied_picture = 0.90f;

/// Overall closeness from which a pair that no rule calls similar, or that an exception frees, is still worth a look: more alike than not, by
/// half again. One character of two in common, and nothing alike in the other, comes to little more than half.
inline constexpr float notable_overall = 0.75f;

/// Glyphs that count as look-alike: most of the structure is the same (门/们 share all of one).
inline constexpr float look_alike_glyph = 0.7f;

/// Syllables that count as the same: the same but for the tone, which text/readings gives 0.98.
inline constexpr float same_sound = 0.97f;

/// One character in three may differ in a look-alike of an indication, and at least one.
inline constexpr std::size_t look_alike_share = 3;

/// Shortest name that can have a look-alike: of two characters one would be half of it.
inline constexpr std::size_t look_alike_least = 3;

/// Shortest Latin name of an indication that is sought inside words: shorter ones are parts of too many.
inline constexpr std::size_t least_latin = 5;

/// Shortest English word that explains a product: "of", "to" and the like explain nothing.
inline constexpr std::size_t least_gloss = 3;

/// What must stand beside a place name for the whole to mean something else (SPC grant provisions Art. 6).
inline constexpr std::size_t distinctive_han = 2;
inline constexpr std::size_t distinctive_letters = 3;

/// Letters in plain form, and nothing else, that distinguish nothing: one or two are too simple to be kept in mind, three may be a name.
inline constexpr std::size_t plain_letters = 2;

/// Characters of the last words of a goods name that stand for it: 服装 of 儿童服装; one alone ends names of goods of all kinds.
inline constexpr std::size_t least_head = 2;

/// Shortest mark that is sought as a trade name 字号: one character begins too many names of others.
inline constexpr std::size_t shortest_trade_name = 2;

}  // namespace marque::weights
