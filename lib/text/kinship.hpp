#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "marque/text/meaning.hpp"
#include "text/lexicon.hpp"

namespace marque {

/// How two words of the lexicon are kin: what Kin says of them, by number.
struct KinLink {
  Kinship kinship = Kinship::none;
  float likeness = 0;

  bool operator<(const KinLink& other) const {
    return likeness < other.likeness || (likeness == other.likeness && kinship < other.kinship);
  }
};

/// One word, to be set against many.
class KinOf {
 public:
  /// Precondition: the lexicon has the word.
  explicit KinOf(Lexicon::WordId word);

  /// The closest kinship of the two; that of a word to itself is not asked for. Tens of nanoseconds for strangers.
  KinLink operator()(Lexicon::WordId other) const;

  /// Every other word that is kin at least so closely and so much, by number; operator() may know of a more likely, looser
  /// kinship. From one to some hundreds.
  struct Word {
    Lexicon::WordId word;
    KinLink link;
  };
  std::vector<Word> words(Kinship least, float least_likeness = 0) const;

 private:
  Lexicon::WordId word_;
  std::uint64_t senses_, parents_;   // a bit a sense, by hash: what cannot meet is told by them
};

}  // namespace marque
