#pragma once

#include <cstddef>

/// Every number that scoring decides by, with its reason. The examination guide is the source where it gives one;
/// else the reason is a property of names, not a fit to any list of pairs.
namespace marque::weights {

// A pair of characters counts only from here: below it, likeness is the background that any two characters
// share (median over random pairs about 0.15), and adding it up would make long names look alike.
constexpr float glyph_floor = 0.45f;
constexpr float sound_floor = 0.60f;

// The likenesses of two characters are whole numbers, in 255ths. A two-character mark has dozens of exact homophones:
// of those the ones that also look alike are the likelier copies, and of look-alikes the ones that also sound alike. So
// the other view takes away at most this much: more than a difference of tone (5), less than a step of the sound table.
constexpr int look_in_sound = 12;
constexpr int sound_in_look = 8;
constexpr int agreement_in_mixed = 3;        // the weaker view closes a third of what the better one leaves open

// Readers meet the first character first (W04's exception): one that is nothing alike costs this much, in thousandths.
// It only orders names that are level otherwise: copies change the first character as often as another.
constexpr unsigned first_character = 10;

// A difference outside the distinctive part (牌, Co.) costs this much: the guide compares main parts first (2.1).
constexpr float generic_difference = 0.97f;

// A whole mark standing inside another (W16) scores by its share of the longer one, from these floors up, in
// thousandths: two characters inside many are often an ordinary word, three or more rarely are.
constexpr unsigned contained_two = 500;
constexpr unsigned contained_more = 680;
constexpr unsigned contained_match = 230;    // in 255ths (0.9): mean likeness over the contained part
constexpr unsigned contained_difference = 3; // a difference in it counts so often: to be like a part is two steps away
constexpr unsigned ordinary_rest = 10;       // what a character outside the contained part weighs, in tenths of one inside
constexpr unsigned weak_rest = 6;            // the same in a weak word, a place or a repetition, which do not distinguish (W09,
                                             // W12–W14) but are seen: 0.9 beside nothing but such, as for letters, buries
                                             // homophones in lists that are full of additions (recall@10 0.87 → 0.85)

// The same characters or words in another order are similar (W01, W03), below any substitution in place; two halves
// exchanged (甲乙丙丁, 丙丁甲乙) keep the words whole.
constexpr float reordered = 0.92f;
constexpr float exchanged = 0.95f;
constexpr int reordered_letters_least = 6;   // two words of three letters

// Elements are compared one by one (C01–C03); what the other side adds or lacks costs a little.
constexpr float unmatched_element = 0.95f;
constexpr float negligible_element = 0.30f;  // an element below this share of a mark counts in proportion to it
constexpr float letters_a_character = 2.5f;  // a syllable of pinyin is about as long as 2.5 letters

// Unequal signs stay below 1, so that 1 means the same sign.
constexpr float unequal_cap = 0.99f;

constexpr int contained_letters_least = 4;   // W05 draws its line at four letters

// Letters: swapping two neighbours is one slip of the eye, less than two substitutions.
constexpr float transposition_cost = 0.70f;

// Names in letters, in 255ths (letter_alignment.hpp). Ways below these are 0: so alike are names of usual length by chance, about
// one in a thousand by look; and a search need not look at them.
constexpr int letter_look_least = 144;
constexpr int letter_sound_least = 136;
constexpr int letter_part_least = 144;

// Letters look alike from here: 0 and o, 1 and l, u and v; below, it takes bad print to mistake them.
constexpr float letter_look_floor = 0.65f;
constexpr int swapped_percent = 75;          // of the credit of two letters that change places

// Of the 32 of a letter, where another stands in its place: the word keeps its length and its other letters their places. A
// vowel for a vowel leaves the frame of consonants that a word is recognised by; a consonant keeps the syllables;
// one for the other changes both.
constexpr int vowel_in_place = 24;
constexpr int consonant_in_place = 12;
constexpr int other_letter_in_place = 8;
constexpr int other_vowel_units = 4;         // of the 16 of a vowel: another one keeps the syllable, not the sound

// The whole of one name in the other (W16): as words of it, it is still read by itself, however long the rest; joined,
// it counts by its share, and most where reading begins. Three letters, since marks of two are strict.
constexpr int contained_words = 217;
constexpr int contained_words_most = 250;
constexpr int contained_beside_weak = 230;             // beside nothing but weak words (W11–W14), even joined: 0.9, as without a generic part
constexpr int contained_compound = 190;                // joined to words of the language: read by itself, but those may be there by chance; and a
                                                       // word of fewer than contained_letters_least, which many names have by chance
constexpr std::size_t weak_joined_least = 3;           // shorter words are often a part of another one by chance
constexpr int contained_letters = 128;
constexpr int at_back_percent = 95;
constexpr int in_middle_percent = 85;
constexpr std::size_t contained_least = 3;

// Stretches that change places (W01, W03): the first no shorter than a word, the second no shorter than a syllable.
constexpr std::size_t first_block_least = 3;
constexpr std::size_t second_block_least = 2;

// Names of one length are taken for each other: in letters_mixed, a name of twice the length weighs a tenth less. So does, by a
// twentieth, a look or sound that leaves nothing of how the words are parted. Both only order names: ways by themselves are as they are.
constexpr int length_beyond = 20;                      // in hundredths, times the share of the longer name that is beyond the shorter
constexpr int other_number_of_words = 95;

// All letters in another order: from four letters on, by chance it is rare (W03).
constexpr int anagram = 204;
constexpr std::size_t anagram_least = 4;

// Pinyin against characters says the sound alone; a reader of the characters need not think of the letters.
constexpr float romanised = 0.95f;

// Overall: sound alone weighs less than look (W07 asks for both, PY5 frees homophones), meaning less than sound.
constexpr float sound_weight = 0.90f;
constexpr int unseen_sound = 8;              // in hundredths: what a sound that nothing of the look speaks for weighs less (W07 wants both)
constexpr float meaning_weight = 0.85f;
constexpr float mixed_weight = 0.95f;        // one character by look and the next by sound: two thoughts, not one
constexpr float agreement = 0.15f;           // how far a second aspect lifts the best one towards 1

/// A weight in whole hundredths, for letters, which are compared in whole numbers.
constexpr int in_hundredths(float weight) { return static_cast<int>(weight * 100 + 0.5f); }

// Examination. "Only individual characters differ" (W04, W05) is read as at most one in three characters and one
// in four letters, the guide's own least lengths.
constexpr int w02_letters = 3;               // the exception of W02 begins at three letters
constexpr int w04_characters_per_difference = 3;
constexpr int w05_letters_per_difference = 4;
constexpr float joined_letters = 0.50f;      // rn for m: read as one in small letters, as two in capitals
constexpr float clearly_different = 0.50f;   // first characters at or below this, in look and in sound
constexpr float look_alike = 0.70f;          // W06: every character the same or at least this alike
constexpr float sound_alike = 0.93f;         // W07: readings equal, or one near sound in a long name
constexpr float sound_needs_look = 0.50f;    // W07's second half: half of the characters, more than half of letters; of two, where half is one alone, look_alike on average
constexpr float same_meaning = 0.80f;        // W08
constexpr float similar_picture = 0.80f;     // F01: where the logo score separates copies from chance
constexpr float part_of_longer = 0.50f;      // W16: the contained mark makes up at least half of the longer

}  // namespace marque::weights
