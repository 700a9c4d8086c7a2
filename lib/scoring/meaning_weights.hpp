#pragma once

#include <cstddef>

/// What meaning is weighed by. The reasons are properties of dictionaries and of names, not a fit to pairs.
namespace marque::weights {

// Below this nothing is said to be alike in meaning: half of a name translated is a shared word, no shared meaning.
constexpr float least_meaning = 0.50f;

// Later senses of a word come to mind later. Across languages the reader has one word in hand and looks for its
// sense; two Chinese words must both be taken in the sense they share, so ranks weigh more.
constexpr float per_rank = 0.04f;
constexpr float least_of_rank = 0.75f;
constexpr float per_rank_within = 0.08f;
constexpr float least_of_rank_within = 0.50f;

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
