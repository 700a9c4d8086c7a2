#include "grounds/prior_rights.hpp"

#include <algorithm>

#include "grounds/weights.hpp"
#include "law/words.hpp"
#include "marque/law/place_names.hpp"

namespace marque {

namespace {

/// Where a name goes on after the divisions it begins with: 江苏 海门市 叠石桥….
std::size_t after_places(const NormalForm& name) {
  std::size_t end = 0;
  for (const PlaceMention& mention : place_mentions(name))
    if (!mention.in_pinyin && mention.position == end) end += mention.text.size();
  return end;
}

}  // namespace

bool is_trade_name_of(const NormalForm& mark, const Party& party) {
  const std::u32string& words = mark.distinctive_han;
  if (words.size() < weights::shortest_trade_name || !mark.distinctive_letters.empty()) return false;
  const auto name = normalize(party.name);
  if (!name) return false;
  const std::size_t begin = after_places(*name);
  const std::u32string_view rest = std::u32string_view(name->han).substr(begin);
  if (!rest.starts_with(words) || rest.size() == words.size()) return false;
  const auto pieces = cut_words(rest);
  return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.position == words.size(); });
}

}  // namespace marque
