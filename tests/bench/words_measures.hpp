#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "marque/scoring/scorer.hpp"
#include "marque/search/rarity.hpp"
#include "marque/text/dictionary.hpp"
#include "words_data.hpp"
#include "words_names.hpp"

namespace bench {

/// The measures by which two names of a script are set against each other: `merged` (the ways ranked each by its
/// rarity, the best of them), `overall`, every way that applies to the script by itself, and the generic measures of
/// words_peers.hpp where asked for.
class Measures {
 public:
  /// `rarity` ranks the ways; `dictionary` tells meanings.
  Measures(Script script, Peers peers, marque::Rarity rarity, marque::Dictionary dictionary);

  std::size_t size() const noexcept { return names_.size(); }
  const std::vector<std::string>& names() const noexcept { return names_; }
  const std::vector<marque::Likeness>& ways() const noexcept { return ways_; }
  Peers peers() const noexcept { return peers_; }
  const marque::Rarity& rarity() const noexcept { return rarity_; }
  const marque::Dictionary& dictionary() const noexcept { return dictionary_; }

  static constexpr std::size_t merged = 0, overall = 1, first_way = 2;  ///< where they stand among the names

 private:
  std::vector<marque::Likeness> ways_;
  std::vector<std::string> names_;
  Peers peers_;
  marque::Rarity rarity_;
  marque::Dictionary dictionary_;
};

/// One name against many. `measures` must outlive it.
class MeasuredQuery {
 public:
  /// Precondition: the query has words to compare.
  MeasuredQuery(const Measures& measures, const std::string& query);

  /// One value a measure, in the order of their names.
  void against(const PreparedName& name, std::span<float> values);

 private:
  const Measures& measures_;
  marque::Subject query_;
  PeerName peer_;
  marque::Scorer scorer_;
  std::vector<std::size_t> lengths_;  // by way
};

}  // namespace bench
