#include "marque/text/meaning.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "text/code_point_map.hpp"
#include "text/gloss_words.hpp"
#include "text/lexicon.hpp"

MARQUE_EMBEDDED(marque_glosses)

namespace marque {

namespace {

// Where a character's words stand in the embedded table.
struct WordList {
  std::uint32_t first : 24;
  std::uint32_t length : 8;
};

const CodePointMap<WordList>& word_lists() {
  static const CodePointMap<WordList> map = [] {
    CodePointMap<WordList> built;
    for_each_row(embedded(marque_glosses, marque_glosses_end), [&](const auto& row) {
      const auto first = static_cast<std::uint32_t>(row[1].data() - marque_glosses);
      built.set((*decode_utf8(row[0]))[0], {first & 0xFFFFFF, static_cast<std::uint8_t>(row[1].size())});
    });
    return built;
  }();
  return map;
}

constexpr std::string_view between_senses = ",";
constexpr std::string_view between_words = " ,";

// A character's senses cut at any of the separators.
std::vector<std::string_view> pieces(char32_t character, std::string_view separators) {
  const WordList list = word_lists()[character];
  std::string_view rest(marque_glosses + list.first, list.length);
  std::vector<std::string_view> found;
  while (!rest.empty()) {
    found.push_back(rest.substr(0, rest.find_first_of(separators)));
    rest.remove_prefix(std::min(rest.size(), found.back().size() + 1));
  }
  return found;
}

// The senses of a word are set against each other only while their places in the two lists add up to at most this:
// beyond, almost any two common words have something in common.
constexpr std::size_t rarest_senses = 4;
constexpr std::size_t rarest_siblings = 2;
constexpr float per_sense = 0.03F;        // a rarer sense is thought of less often
constexpr float synonym_likeness = 0.95F;

// A thing and its kind, or two kinds of a thing, are the more alike the fewer kinds the thing has.
struct Family {
  std::size_t most_kinds;
  float kind, sibling;
};
constexpr std::array<Family, 3> families{{{12, 0.80F, 0.55F}, {60, 0.65F, 0.40F}, {SIZE_MAX, 0.50F, 0}}};

const Family& family_of(Lexicon::SenseId parent) {
  return *std::find_if(families.begin(), families.end(), [&](const Family& family) {
    return Lexicon::get().kinds(parent).size() <= family.most_kinds;
  });
}

bool holds(std::span<const Lexicon::SenseId> senses, Lexicon::SenseId sense) {
  return std::find(senses.begin(), senses.end(), sense) != senses.end();
}

struct Link {
  Kinship kinship = Kinship::none;
  float likeness = 0;

  bool operator<(const Link& other) const {
    return likeness < other.likeness || (likeness == other.likeness && kinship < other.kinship);
  }
};

Link sense_link(Lexicon::SenseId a, Lexicon::SenseId b) {
  const Lexicon& lexicon = Lexicon::get();
  if (a == b) return {Kinship::synonym, synonym_likeness};
  Link best;
  if (holds(lexicon.kinds_of(a), b)) best = {Kinship::kind, family_of(b).kind};
  if (holds(lexicon.kinds_of(b), a)) best = std::max(best, {Kinship::kind, family_of(a).kind});
  if (best.kinship != Kinship::none) return best;
  for (const Lexicon::SenseId parent : lexicon.kinds_of(a)) {
    const float likeness = holds(lexicon.kinds_of(b), parent) ? family_of(parent).sibling : 0;
    if (likeness > 0) best = std::max(best, {Kinship::sibling, likeness});
  }
  return best;
}

Link word_link(Lexicon::WordId a, Lexicon::WordId b) {
  const auto x = Lexicon::get().senses(a), y = Lexicon::get().senses(b);
  Link best;
  for (std::size_t i = 0; i < x.size() && i <= rarest_senses; ++i) {
    for (std::size_t j = 0; j < y.size() && i + j <= rarest_senses; ++j) {
      Link link = sense_link(x[i], y[j]);
      if (link.kinship == Kinship::none || (link.kinship == Kinship::sibling && i + j > rarest_siblings)) continue;
      link.likeness -= per_sense * static_cast<float>(i + j);
      best = std::max(best, link);
    }
  }
  return best;
}

/// Everyone who has one of the senses next to `sense`, whatever their rank.
void add_neighbours(Lexicon::SenseId sense, Kinship least, std::vector<Lexicon::WordId>& words) {
  const Lexicon& lexicon = Lexicon::get();
  const auto add = [&](Lexicon::SenseId of) {
    const auto found = lexicon.words(of);
    words.insert(words.end(), found.begin(), found.end());
  };
  add(sense);
  if (least > Kinship::kind) return;
  for (const Lexicon::SenseId kind : lexicon.kinds(sense)) add(kind);
  for (const Lexicon::SenseId parent : lexicon.kinds_of(sense)) {
    add(parent);
    if (least > Kinship::sibling || family_of(parent).sibling <= 0) continue;
    for (const Lexicon::SenseId sibling : lexicon.kinds(parent)) add(sibling);
  }
}

// Endings with what takes their place, the likelier reading first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> endings{
    {{"ies", "y"}, {"s", ""}, {"es", ""}, {"ing", ""}, {"ing", "e"}, {"ed", ""}, {"ed", "e"}}};

bool doubled(std::string_view stem) {
  return stem.size() > 3 && stem.back() == stem[stem.size() - 2];
}

/// The base that a regular ending hides, where the lexicon has it.
std::optional<std::string> regular_base(std::string_view word) {
  for (const auto& [ending, instead] : endings) {
    if (word.size() < ending.size() + 2 || !word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    std::string base(stem);
    base += instead;
    if (is_english(base)) return base;
    if (ending.front() != 's' && doubled(stem) && is_english(stem.substr(0, stem.size() - 1)))
      return std::string(stem.substr(0, stem.size() - 1));
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string_view> glosses(char32_t character) {
  std::vector<std::string_view> words;
  for (const std::string_view word : pieces(character, between_words)) {
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  }
  return words;
}

std::vector<std::string_view> senses(char32_t character) { return pieces(character, between_senses); }

std::u32string glossed_characters() {
  std::u32string characters;
  for_each_row(embedded(marque_glosses, marque_glosses_end),
               [&](const auto& row) { characters += (*decode_utf8(row[0]))[0]; });
  return characters;
}

std::string base_form(std::string_view word) {
  if (is_english(word)) return std::string(word);
  if (const std::string_view base = Lexicon::get().irregular(word); !base.empty()) return std::string(base);
  if (auto base = regular_base(word)) return *std::move(base);
  const bool plural = word.size() > 3 && word.ends_with('s') && word[word.size() - 2] != 's';
  return plural ? base_form(word.substr(0, word.size() - 1)) : std::string(word);
}

std::vector<std::string_view> irregular_forms(std::string_view base) {
  const auto& forms = Lexicon::get().irregular_forms();
  std::vector<std::string_view> found;
  for (auto [at, end] = forms.equal_range(base); at != end; ++at) found.push_back(at->second);
  return found;
}

bool is_english(std::string_view base) { return Lexicon::get().find(base) != Lexicon::unknown; }

bool is_function_word(std::string_view word) { return gloss_words().functions.contains(word); }

std::string_view name_of(Kinship kinship) noexcept {
  constexpr std::array<std::string_view, 5> names{"none", "sibling", "kind", "synonym", "same"};
  return names[static_cast<std::size_t>(kinship)];
}

Kin kinship(std::string_view a, std::string_view b) {
  if (a == b) return {std::string(b), Kinship::same, 1};
  const Lexicon::WordId x = Lexicon::get().find(a), y = Lexicon::get().find(b);
  if (x == Lexicon::unknown || y == Lexicon::unknown) return {std::string(b)};
  const Link link = word_link(x, y);
  return {std::string(b), link.kinship, link.likeness};
}

std::vector<Kin> kin_of(std::string_view word, Kinship least) {
  const Lexicon& lexicon = Lexicon::get();
  const Lexicon::WordId own = lexicon.find(word);
  if (own == Lexicon::unknown) return {};
  std::vector<Lexicon::WordId> candidates;
  for (const Lexicon::SenseId sense : lexicon.senses(own)) add_neighbours(sense, least, candidates);
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<Kin> kin;
  for (const Lexicon::WordId candidate : candidates) {
    if (candidate == own) continue;
    const Link link = word_link(own, candidate);
    if (link.kinship >= least) kin.push_back({std::string(lexicon.word(candidate)), link.kinship, link.likeness});
  }
  return kin;
}

}  // namespace marque
