#include "search/across_walk.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/romanisation_spellings.hpp"

namespace marque {

namespace {

/// The names whose letters are a row of spellings of the query's characters.
class SpellingsWalk {
 public:
  SpellingsWalk(std::u32string_view han, AcrossHits& hits) : han_(han), hits_(hits), pieces_(han.size()), at_(PrefixTrieBuilder::most_symbols + 1) {
    for (std::size_t i = 0; i < han.size(); ++i) {
      for (const std::string_view letters : spellings_of(han[i])) pieces_[i].push_back({letters, i + 1});
      for (const auto& [place, names] : place_spellings()) {
        if (!han.substr(i).starts_with(place)) continue;
        for (const std::string_view letters : names) pieces_[i].push_back({letters, i + place.size()});
      }
    }
    begin(0, 0);
  }

  void run(const AcrossTable::Bucket& bucket) {
    alphabet_ = bucket.trie.alphabet();
    bucket.trie.walk(*this);
  }

  bool may_step(std::size_t depth, std::uint16_t code) const {
    const char32_t letter = U'a' + alphabet_[code];
    return std::any_of(at_[depth].open.begin(), at_[depth].open.end(),
                       [&](const Piece& piece) { return spells(piece.letters.front(), letter); });
  }

  bool step(std::size_t depth, std::uint16_t code) {
    const char32_t letter = U'a' + alphabet_[code];
    at_[depth + 1] = {};
    for (const Piece& piece : at_[depth].open) {
      if (!spells(piece.letters.front(), letter)) continue;
      if (piece.letters.size() > 1) at_[depth + 1].open.push_back({piece.letters.substr(1), piece.to});
      else begin(depth + 1, piece.to);
    }
    return at_[depth + 1].whole || !at_[depth + 1].open.empty();
  }

  void rows(std::size_t depth, const References& references) {
    if (at_[depth].whole) hits_.add(references, 1);
  }

 private:
  /// What is left to be read of a spelling that ends before a character.
  struct Piece {
    std::string_view letters;
    std::size_t to;
  };
  struct State {
    std::vector<Piece> open;
    std::uint32_t begun = 0;
    bool whole = false;
  };

  void begin(std::size_t depth, std::size_t character) {
    State& state = at_[depth];
    if ((state.begun >> character & 1) != 0) return;
    state.begun |= std::uint32_t{1} << character;
    if (character == han_.size()) state.whole = true;
    else state.open.insert(state.open.end(), pieces_[character].begin(), pieces_[character].end());
  }

  std::u32string_view han_;
  AcrossHits& hits_;
  std::vector<std::vector<Piece>> pieces_;
  std::vector<State> at_;
  std::span<const std::uint16_t> alphabet_;
};

}  // namespace

void walk_spellings(AcrossBuckets buckets, std::u32string_view han, AcrossHits& hits) {
  SpellingsWalk spellings(han, hits);
  for (const AcrossTable::Bucket& bucket : buckets) {
    if (bucket.kind == AcrossTable::Kind::letters) spellings.run(bucket);
  }
}

}  // namespace marque
