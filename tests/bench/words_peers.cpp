#include "words_peers.hpp"

#include <array>

#include "marque/text/encoding.hpp"
#include "reference/jaro_winkler.hpp"
#include "reference/plain_pinyin.hpp"
#include "reference/string_ratios.hpp"

namespace bench {

namespace {

constexpr std::array<std::string_view, 5> measures{"pg_trgm", "plain_pinyin", "indel", "jaro_winkler", "levenshtein"};

}  // namespace

PeerName peer_name(const std::string& text) {
  PeerName name;
  name.text = marque::decode_utf8(text).value_or(std::u32string{});
  name.trigrams = reference::trigrams(name.text);
  name.pinyin = reference::plain_pinyin(name.text);
  for (char32_t& c : name.text) c += c >= U'A' && c <= U'Z' ? 32 : 0;
  return name;
}

std::span<const std::string_view> peer_measures() noexcept { return measures; }

void compare_as_peers(const PeerName& a, const PeerName& b, std::span<float> values) {
  values[0] = reference::trigram_similarity(a.trigrams, b.trigrams);
  values[1] = reference::levenshtein_ratio(a.pinyin, b.pinyin);
  values[2] = reference::indel_ratio(a.text, b.text);
  values[3] = reference::jaro_winkler(a.text, b.text);
  values[4] = reference::levenshtein_ratio(a.text, b.text);
}

}  // namespace bench
