#pragma once

#include <cstddef>

/// What meaning is weighed by. The reasons are properties of dictionaries and of names, not a fit to pairs.
namespace marque::weights {

// Below this nothing is said to be alike in meaning: half of a name translated is a shared word, no shared meaning.
constexpr float least_meaning = 0.50f;

// Later senses of a word come to mind later. Across languages the reader has one word in hand and looks for its sense.
constexpr float per_rank = 0.04f;
constexpr float least_of_rank = 0.75f;

// Two Chinese words that share an English gloss are synonyms only where they share its sense. How surely, as odds: 1 for words of this one
// gloss, which has one sense. Measured by logistic regression on 131,325 pairs of words that share a gloss of CC-CEDICT: which of them stand in
// one group of the thesaurus 同义词词林. Fitted to half of the pairs; AUC on the other half 0.746, by the ranks alone 0.637.
struct SharedGloss {
  float clarity_power;    // likelihood that two uses of the English word mean one sense (Lexicon::clarity()), of each word
  float rank_power;       // place of the gloss in each word, from 1
  float glosses_power;    // glosses that each word has: the others speak of other things
  float each_more;        // times for every further gloss in common
  std::size_t most_more;
  float verb_and_noun;    // times where one word has it as a verb, the other does not
  float narrowed;         // times where either is (said of something): the English word alone does not tell
};
constexpr SharedGloss shared_gloss{0.3f, -0.4f, -0.38f, 3.7f, 2, 0.36f, 0.48f};

// A part of a longer word that says nothing of the gloss is hardly taken by itself: 姑娘 is a girl, though 娘 is a mother. Times the odds; judged, not
// measured.
constexpr float taken_apart = 0.5f;

// Words whose glosses are kin instead are synonyms a third as often (7.7 % of first senses against 25 %). In names that are the same beside them
// the rest says that they are meant as kin: 老干爹 beside 老干妈.
constexpr float kin_gloss = 1.0f / 3;
constexpr float kin_gloss_beside = 1.0f;

// From odds to likeness, 1 - e^(-9 odds). Judged, not measured: words of one sense that share their first gloss among two or three are to stay at 0.9.
constexpr float odds_scale = 9.0f;

// `tree peony` says peony; but a noun that many glosses end in (bird, horse) names a kind, not the thing.
struct PartialGloss {
  std::size_t most_glosses;
  float likeness;
};
constexpr PartialGloss partial_gloss[] = {{10, 0.75f}, {40, 0.60f}};

// Kin of a gloss translate it where they are close; only for the first senses, since rare senses have kin everywhere.
constexpr unsigned kin_ranks = 3;
constexpr unsigned kin_ranks_within = 3;
constexpr float least_kin_across = 0.60f;

// Word by word instead of as a whole: a red bull is no lexical unit, and each part may be meant otherwise.
constexpr float composed = 0.90f;

// Where names share a part and differ in a word, the word that differs counts double: it tells them apart.
constexpr float difference_counts = 2.0f;
constexpr float least_swap = 0.35f;  // of the words that differ: a shared sense, or siblings in their first senses

// Names longer than this are sentences; their meaning is not in single words.
constexpr std::size_t longest_meaning_han = 12;
constexpr std::size_t most_meaning_words = 6;
constexpr std::size_t longest_swapped_word = 4;

}  // namespace marque::weights
