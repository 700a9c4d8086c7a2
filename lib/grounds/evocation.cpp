#include "marque/grounds/geographical.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "grounds/indication_parts.hpp"
#include "grounds/weights.hpp"
#include "law/table_text.hpp"
#include "law/words.hpp"
#include "marque/text/distance.hpp"
#include "marque/text/glyph.hpp"
#include "marque/text/meaning.hpp"
#include "marque/text/readings.hpp"

MARQUE_EMBEDDED(marque_style_words)
MARQUE_EMBEDDED(marque_product_words)

namespace marque {
namespace {

constexpr std::size_t longest_product = 4;  // characters of a name in product_words.tsv

const std::vector<std::u32string>& style_words() {
  static const auto words = [] {
    std::vector<std::u32string> rows;
    for_each_row(embedded(marque_style_words, marque_style_words_end),
                 [&](const auto& fields) { rows.push_back(points_of(fields[0])); });
    return rows;
  }();
  return words;
}

/// English words of a product: those of the names inside it that the table knows, and those of its characters.
std::vector<std::u32string> english_of(std::u32string_view product) {
  static const auto table = [] {
    std::unordered_map<std::u32string, std::string> rows;
    for_each_row(embedded(marque_product_words, marque_product_words_end),
                 [&](const auto& fields) { rows.emplace(points_of(fields[0]), std::string(fields[1])); });
    return rows;
  }();
  std::vector<std::u32string> words;
  const auto add = [&](std::string_view word) {
    if (word.size() >= weights::least_gloss) words.push_back(points_of(word));
  };
  for (std::size_t from = 0; from + 1 < product.size(); ++from)
    for (std::size_t length = 2; length <= longest_product && from + length <= product.size(); ++length)
      if (const auto found = table.find(std::u32string(product.substr(from, length))); found != table.end())
        for_each_part(found->second, ' ', add);
  for (const char32_t character : product)
    for (const std::string_view gloss : glosses(character)) add(gloss);
  return words;
}

EvocationFinding finding(Evocation kind, std::string name, const Subject& mark, const Bilingual& how) {
  const std::string mine = "“" + mark.name.original + "”", theirs = "“" + name + "”";
  return {kind, std::move(name), {mine + how.zh + theirs + "。", mine + " " + how.en + " " + theirs + "."}};
}

/// Whether `han` stands in the mark from the beginning of a word on: 上海门山羊 has no 海门山羊.
bool holds_word(const NormalForm& mark, std::u32string_view han) {
  const std::vector<Piece> pieces = cut_words(mark);
  return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    return std::u32string_view(mark.han).substr(piece.position).starts_with(han);
  });
}

bool is_style_word(const std::u32string& text) {
  return std::find(style_words().begin(), style_words().end(), text) != style_words().end();
}

bool has_style_word(const NormalForm& mark, std::u32string_view han) {
  std::u32string rest = mark.han;
  rest.erase(rest.find(han), han.size());
  return is_style_word(rest) || std::any_of(mark.parts.begin(), mark.parts.end(), [](const NamePart& part) {
           return part.kind == PartKind::letters && is_style_word(part.text);
         });
}

std::optional<EvocationFinding> by_name(const NormalForm& name, const std::string& shown, const Subject& mark) {
  if (!name.skeleton.empty() && name.skeleton == mark.name.skeleton)
    return finding(Evocation::name, shown, mark, {"即地理标志名称", "is the name of the indication"});
  if (name.han.size() < 2) return std::nullopt;
  const bool same = mark.name.han == name.han || mark.name.distinctive_han == name.han;
  if (same && spells(name.han, mark.name.letters))
    return finding(Evocation::name, shown, mark, {"即地理标志名称并加其拼音", "is, with its pinyin, the name of the indication"});
  if (!holds_word(mark.name, name.han)) return std::nullopt;
  if (has_style_word(mark.name, name.han))
    return finding(Evocation::contains_name, shown, mark,
                   {"以“式、型、类、牌”等字样使用地理标志名称", "uses, with a word like kind, type or style, the name of the indication"});
  return finding(Evocation::contains_name, shown, mark, {"含有地理标志名称", "contains the name of the indication"});
}

/// Place and product of the indication with a word like kind or style between them: 海门风味山羊肉.
std::optional<EvocationFinding> by_style(const IndicationParts& parts, const std::string& shown, const Subject& mark) {
  if (parts.place.empty() || parts.product.empty()) return std::nullopt;
  for (const std::u32string& style : style_words())
    if (holds_word(mark.name, parts.place + style + parts.product))
      return finding(Evocation::contains_name, shown, mark,
                     {"以“式、型、类、牌”等字样使用地理标志名称", "uses, with a word like kind, type or style, the name of the indication"});
  return std::nullopt;
}

/// How many letters from the front spell `han`; 0 where none do.
std::size_t spelled_length(std::u32string_view letters, std::u32string_view han) {
  constexpr std::size_t longest_syllable = 6;
  const std::size_t most = std::min(letters.size(), han.size() * longest_syllable);
  for (std::size_t length = most; length >= han.size() && length > 0; --length)
    if (spells(han, letters.substr(0, length))) return length;
  return 0;
}

/// The place in `mark.letters` where, at the beginning of a word, letters spell `han`: offset and length.
std::optional<std::pair<std::size_t, std::size_t>> spelled_in(const NormalForm& mark, std::u32string_view han) {
  std::size_t position = 0;
  for (const NamePart& part : mark.parts) {
    if (part.kind != PartKind::letters) continue;
    if (const std::size_t length = spelled_length(std::u32string_view(mark.letters).substr(position), han))
      return std::pair(position, length);
    position += part.text.size();
  }
  return std::nullopt;
}

bool holds_latin(const NormalForm& mark, const NormalForm& name) {
  if (name.letters.empty() || !name.han.empty()) return false;
  return mark.letters == name.letters ||
         (name.letters.size() >= weights::least_latin && mark.letters.find(name.letters) != std::u32string::npos);
}

std::optional<EvocationFinding> by_transliteration(const IndicationParts& parts, const std::string& shown,
    const Subject& mark) {
  if (parts.name.han.size() < 2 || !spelled_in(mark.name, parts.name.han)) return std::nullopt;
  return finding(Evocation::transliteration, shown, mark, {"含有地理标志名称的拼音",
      "spells in pinyin the name of the indication"});
}

std::optional<EvocationFinding> by_other_name(const GiName& other, const Subject& mark) {
  const auto name = normalize(other.text);
  if (!name) return std::nullopt;
  if (!name->han.empty()) return by_name(*name, other.text, mark);
  if (!holds_latin(mark.name, *name)) return std::nullopt;
  if (other.kind == "translation")
    return finding(Evocation::translation, other.text, mark, {"含有地理标志名称的译名", "contains the translated name"});
  return finding(Evocation::transliteration, other.text, mark, {"含有地理标志名称的外文形式",
      "contains the Latin form of the name"});
}

/// Place in pinyin or in Chinese, product in English.
std::optional<EvocationFinding> by_translation(const IndicationParts& parts, const std::string& shown,
    const Subject& mark) {
  if (parts.place.empty() || mark.name.letters.empty()) return std::nullopt;
  const auto spelled = spelled_in(mark.name, parts.place);
  if (!spelled && !holds_word(mark.name, parts.place)) return std::nullopt;
  const std::vector<std::u32string> english = english_of(parts.product);
  const auto found = finding(Evocation::translation, shown, mark, {"是地名加产品译名，译自",
      "is the place with the product in English, a translation of"});
  std::size_t position = 0;
  for (const NamePart& part : mark.name.parts) {
    if (part.kind != PartKind::letters) continue;
    std::u32string word = part.text;
    position += word.size();
    if (spelled && spelled->first < position && position - word.size() < spelled->first + spelled->second) {
      const std::size_t place_end = spelled->first + spelled->second;
      word = position > place_end ? word.substr(word.size() - (position - place_end)) : std::u32string{};
    }
    if (std::find(english.begin(), english.end(), word) != english.end()) return found;
  }
  return std::nullopt;
}

bool look_alike(char32_t a, char32_t b) {
  return glyph_similarity(a, b) >= weights::look_alike_glyph || sound_similarity(a, b) >= weights::same_sound;
}

std::optional<EvocationFinding> by_likeness(const IndicationParts& parts, const std::string& shown,
    const Subject& mark) {
  const std::u32string& name = parts.name.han;
  const std::u32string& han = mark.name.han.size() == name.size() ? mark.name.han : mark.name.distinctive_han;
  if (name.size() < weights::look_alike_least || han.size() != name.size()) return std::nullopt;
  std::size_t different = 0, homophones = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (sound_similarity(name[i], han[i]) >= weights::same_sound) ++homophones;
    if (name[i] == han[i]) continue;
    ++different;
    if (!look_alike(name[i], han[i])) return std::nullopt;
  }
  if (homophones == name.size())
    return finding(Evocation::look_alike, shown, mark, {"的读音等同于地理标志名称",
        "sounds the same as the name of the indication"});
  if (different > std::max<std::size_t>(1, name.size() / weights::look_alike_share)) return std::nullopt;
  return finding(Evocation::look_alike, shown, mark, {"以形近或音近字模仿地理标志名称",
      "imitates by look-alike characters the name of the indication"});
}

std::optional<EvocationFinding> by_place_and_product(const IndicationParts& parts, const std::string& shown,
    const Subject& mark) {
  if (parts.product.empty()) return std::nullopt;
  for (const PlaceMention& mention : place_mentions(mark.name)) {
    if (mention.in_pinyin || !in_area(parts, mention)) continue;
    std::u32string rest = mark.name.han;
    rest.replace(mention.position, mention.text.size(), 1, U' ');
    if (common_substring(rest, parts.product) >= std::min<std::size_t>(2, parts.product.size()))
      return finding(Evocation::place_and_product, shown, mark, {"同时含有产地与产品，使人联想到地理标志",
          "names both place and product of the indication"});
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Evocation kind) noexcept {
  constexpr std::array<std::string_view, 7> names{"none",        "name",       "contains_name",    "transliteration",
                                                  "translation", "look_alike", "place_and_product"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Limb limb) noexcept {
  constexpr std::array<std::string_view, 4> names{"none", "a", "b", "c"};
  return names[static_cast<std::size_t>(limb)];
}

Limb limb_of(Evocation kind, bool near_goods, bool from_area) noexcept {
  switch (kind) {
    case Evocation::none: return Limb::none;
    case Evocation::look_alike:
    case Evocation::place_and_product: return from_area ? Limb::none : Limb::misleading;
    default: break;
  }
  if (from_area) return Limb::below_requirement;
  return near_goods ? Limb::name_elsewhere : Limb::misleading;
}

EvocationFinding evokes(const GeographicalIndication& indication, const Subject& mark) {
  const auto parts = parts_of(indication);
  if (!parts || mark.name.empty()) return {};
  const std::string& shown = indication.name;
  if (auto found = by_name(parts->name, shown, mark)) return *found;
  if (auto found = by_style(*parts, shown, mark)) return *found;
  for (const GiName& other : indication.other_names)
    if (auto found = by_other_name(other, mark)) return *found;
  if (auto found = by_transliteration(*parts, shown, mark)) return *found;
  if (auto found = by_translation(*parts, shown, mark)) return *found;
  if (auto found = by_likeness(*parts, shown, mark)) return *found;
  if (auto found = by_place_and_product(*parts, shown, mark)) return *found;
  return {};
}

}  // namespace marque
