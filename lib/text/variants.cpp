#include "text/variants.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "text/code_point_map.hpp"

MARQUE_EMBEDDED(marque_variants)
MARQUE_EMBEDDED(marque_variant_phrases)

namespace marque {

namespace {

std::u32string decoded(std::string_view field) { return *decode_utf8(field); }

const CodePointMap<char32_t>& variants() {
  static const CodePointMap<char32_t> map = [] {
    CodePointMap<char32_t> built;
    for_each_row(embedded(marque_variants, marque_variants_end),
                 [&](const auto& row) { built.set(decoded(row[0])[0], decoded(row[1])[0]); });
    return built;
  }();
  return map;
}

std::u32string character_by_character(std::u32string_view text) {
  std::u32string standard(text);
  for (char32_t& point : standard) point = standard_form(point);
  return standard;
}

// Phrases as they are to stand, by their standard forms; `guards` tells the characters they protect.
struct Phrases {
  std::map<std::u32string, std::u32string, std::less<>> by_standard_form;
  CodePointMap<std::uint8_t> guards;
  std::size_t longest = 0;
};

const Phrases& phrases() {
  static const Phrases table = [] {
    Phrases built;
    for_each_row(embedded(marque_variant_phrases, marque_variant_phrases_end), [&](const auto& row) {
      const std::u32string phrase = decoded(row[0]);
      const std::u32string standard = character_by_character(phrase);
      for (std::size_t at = 0; at < phrase.size(); ++at) {
        if (phrase[at] != standard[at]) built.guards.set(phrase[at], 1);
      }
      built.longest = std::max(built.longest, phrase.size());
      built.by_standard_form.emplace(standard, phrase);
    });
    return built;
  }();
  return table;
}

// The longest phrase that starts at `at`, or an empty view.
std::u32string_view phrase_at(std::u32string_view standard, std::size_t at) {
  const Phrases& table = phrases();
  for (std::size_t length = std::min(table.longest, standard.size() - at); length > 1; --length) {
    const auto found = table.by_standard_form.find(standard.substr(at, length));
    if (found != table.by_standard_form.end()) return found->second;
  }
  return {};
}

}  // namespace

char32_t standard_form(char32_t point) {
  const char32_t standard = variants()[point];
  return standard != 0 ? standard : point;
}

void standardize(std::u32string& text) {
  const CodePointMap<std::uint8_t>& guards = phrases().guards;
  if (std::none_of(text.begin(), text.end(), [&](char32_t point) { return guards[point] != 0; })) {
    std::transform(text.begin(), text.end(), text.begin(), standard_form);
    return;
  }
  const std::u32string unguarded = character_by_character(text);
  std::u32string standard = unguarded;
  for (std::size_t at = 0; at < text.size();) {
    const std::u32string_view phrase = phrase_at(unguarded, at);
    for (std::size_t offset = 0; offset < phrase.size(); ++offset) {
      if (phrase[offset] == text[at + offset]) standard[at + offset] = phrase[offset];
    }
    at += std::max<std::size_t>(phrase.size(), 1);
  }
  text = std::move(standard);
}

}  // namespace marque
