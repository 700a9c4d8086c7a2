#include "words_measures.hpp"

#include <algorithm>
#include <utility>

#include "marque/scoring/subject.hpp"

namespace bench {

using marque::Likeness;

namespace {

std::vector<Likeness> ways_of(Script script) {
  switch (script) {
    case Script::chinese:
      return {Likeness::characters_look, Likeness::characters_sound, Likeness::characters_mixed,
              Likeness::characters_part, Likeness::meaning};
    case Script::latin:
      return {Likeness::letters_look, Likeness::letters_sound, Likeness::letters_mixed, Likeness::letters_part,
              Likeness::meaning};
    case Script::across: return {Likeness::across_sound, Likeness::meaning};
  }
  return {};
}

}  // namespace

Measures::Measures(Script script, Peers peers, marque::Rarity rarity, marque::Dictionary dictionary)
    : ways_(ways_of(script)), peers_(peers), rarity_(std::move(rarity)), dictionary_(std::move(dictionary)) {
  names_ = {"merged", "overall"};
  for (const Likeness way : ways_) names_.emplace_back(marque::name_of(way));
  if (peers == Peers::included) names_.insert(names_.end(), peer_measures().begin(), peer_measures().end());
}

MeasuredQuery::MeasuredQuery(const Measures& measures, const std::string& query)
    : measures_(measures), query_(*marque::make_subject(query)), scorer_(query_, measures.dictionary()) {
  if (measures.peers() == Peers::included) peer_ = peer_name(query);
  for (std::size_t way = 0; way < marque::likeness_count; ++way)
    lengths_.push_back(marque::rarity_length(static_cast<Likeness>(way), query_.comparable.view()));
}

void MeasuredQuery::against(const PreparedName& name, std::span<float> values) {
  const marque::WordLikeness likeness = scorer_.likeness(name.view);
  const bool translated = query_.comparable.han.empty() && !name.view.han.empty();
  float rarest = 0;
  for (std::size_t i = 0; i < marque::likeness_count; ++i) {
    const auto way = static_cast<Likeness>(i);
    rarest = std::max(rarest, measures_.rarity().rank(way, lengths_[i], likeness[way], translated));
  }
  values[Measures::merged] = rarest;
  values[Measures::overall] = marque::aspects_of(likeness).overall;
  for (std::size_t i = 0; i < measures_.ways().size(); ++i)
    values[Measures::first_way + i] = likeness[measures_.ways()[i]];
  if (name.peer) compare_as_peers(peer_, *name.peer, values.subspan(Measures::first_way + measures_.ways().size()));
}

}  // namespace bench
