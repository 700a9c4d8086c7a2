#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reference/trigram_similarity.hpp"

namespace bench {

/// A name as the generic measures read it.
struct PeerName {
  std::u32string text;    ///< as written, ASCII in lower case
  std::u32string pinyin;  ///< plain pinyin and letters
  std::vector<reference::Trigram> trigrams;
};

PeerName peer_name(const std::string& text);

/// The generic measures, written down naively in tests/reference: `pg_trgm`, `plain_pinyin` (Levenshtein ratio of one
/// reading), `indel` (rapidfuzz's ratio), `jaro_winkler`, `levenshtein`.
std::span<const std::string_view> peer_measures() noexcept;

/// One value a measure, in their order.
void compare_as_peers(const PeerName& a, const PeerName& b, std::span<float> values);

}  // namespace bench
