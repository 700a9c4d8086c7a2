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

/// Overall closeness from which a pair that no rule calls similar is still worth a look: more alike than not, by half
/// again.
inline constexpr float notable_overall = 0.75f;

/// What two signs must share to be worth that look: two characters, or four letters (the lengths from which the
/// examination guide compares words at all: rules W04, W05 begin one above the shorter).
inline constexpr std::size_t shared_han = 2;
inline constexpr std::size_t shared_letters = 4;

/// Glyphs that count as look-alike: most of the structure is the same (门/们 share all of one).
inline constexpr float look_alike_glyph = 0.7f;

/// Syllables that count as the same: the same but for the tone, which text/readings gives 0.98.
inline constexpr float same_sound = 0.97f;

/// One character in three may differ in a look-alike of an indication, and at least one.
inline constexpr std::size_t look_alike_share = 3;

/// Shortest name that can have a look-alike: of two characters one would be half of it.
inline constexpr std::size_t look_alike_least = 3;

/// What must stand beside a place name for the whole to mean something else (SPC grant provisions Art. 6).
inline constexpr std::size_t distinctive_han = 2;
inline constexpr std::size_t distinctive_letters = 3;

}  // namespace marque::weights
