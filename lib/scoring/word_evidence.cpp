#include "scoring/word_evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "marque/text/distance.hpp"
#include "marque/text/encoding.hpp"
#include "marque/text/readings.hpp"
#include "marque/text/romanisation.hpp"
#include "scoring/characters.hpp"
#include "scoring/letters.hpp"
#include "scoring/meaning_translation.hpp"
#include "scoring/sequence.hpp"
#include "scoring/shown_name.hpp"
#include "scoring/weak_words.hpp"
#include "scoring/weights.hpp"
#include "text/homographs.hpp"

namespace marque {

namespace {

std::string hundredths(float value) {
  const std::string digits = std::to_string(std::lround(value * 100));
  return value >= 1 ? "1.00" : "0." + std::string(digits.size() < 2 ? "0" : "") + digits;
}

std::string quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

Bilingual same_in_both(const std::string& text) { return {text, text}; }

/// The elements of two marks that are set against each other: the characters, or the letters.
struct Sides {
  std::u32string_view x, y;
  ShownName shown_x, shown_y;
  bool characters = true;

  std::string of_x(std::size_t begin, std::size_t length) const { return characters ? shown_x.characters(begin, length) : shown_x.letters(begin, length); }
  std::string of_y(std::size_t begin, std::size_t length) const { return characters ? shown_y.characters(begin, length) : shown_y.letters(begin, length); }
  std::string all_x() const { return characters ? shown_x.all_characters() : shown_x.all_letters(); }
  std::string all_y() const { return characters ? shown_y.all_characters() : shown_y.all_letters(); }
};

/// Those that compare better.
Sides sides_of(const Subject& a, const Subject& b, float han, float latin) {
  const ComparableName &x = a.comparable, &y = b.comparable;
  const bool both = !x.han.empty() && !y.han.empty() && !(x.view().figures_alone() && y.view().figures_alone());
  const bool characters = both && (han >= latin || x.latin.empty() || y.latin.empty());
  if (characters) return {x.han, y.han, ShownName(a), ShownName(b), true};
  return {x.latin, y.latin, ShownName(a), ShownName(b), false};
}

using PairScore = float (*)(char32_t, char32_t) noexcept;
using Reason = std::string (*)(char32_t, char32_t, float);
using Path = std::vector<std::pair<std::size_t, std::size_t>>;

/// The shorter as one piece where it stands wholly in the longer, else the best alignment.
Path path_of(std::u32string_view x, std::u32string_view y, const PairTable& pairs) {
  const bool turned = x.size() < y.size();
  const auto longer = turned ? y : x, shorter = turned ? x : y;
  const std::size_t begin = longer.find(shorter);
  if (begin == longer.npos || shorter.empty()) return best_alignment(pairs);
  Path path;
  for (std::size_t at = 0; at < longer.size(); ++at) {
    const std::size_t there = at >= begin && at < begin + shorter.size() ? at - begin : no_index;
    path.push_back(turned ? std::pair(there, at) : std::pair(at, there));
  }
  return path;
}

std::vector<AlignedPair> aligned(const Sides& sides, PairScore score_of, Reason reason) {
  PairTable pairs;
  pairs.resize(sides.x.size(), sides.y.size());
  for (std::size_t i = 0; i < sides.x.size(); ++i) {
    for (std::size_t j = 0; j < sides.y.size(); ++j) pairs.at(i, j) = sides.x[i] == sides.y[j] ? 1 : score_of(sides.x[i], sides.y[j]);
  }
  std::vector<AlignedPair> result;
  for (const auto& [i, j] : path_of(sides.x, sides.y, pairs)) {
    AlignedPair pair;
    if (i != no_index) pair.a = sides.of_x(i, 1);
    if (j != no_index) pair.b = sides.of_y(j, 1);
    if (i != no_index && j != no_index) {
      pair.similarity = pairs.at(i, j);
      pair.reason = reason(sides.x[i], sides.y[j], pairs.at(i, j));
    }
    result.push_back(std::move(pair));
  }
  return result;
}

std::string look_reason(char32_t a, char32_t b, float likeness) {
  if (a == b) return "=";
  return likeness > 0 ? "≈ " + hundredths(likeness) : "≠";
}

/// How a character is read by itself: a syllable said without stress is no reading beside the same with its tone.
std::vector<Reading> stressed_readings(char32_t character) {
  constexpr std::uint8_t neutral = 5;
  const auto all = readings(character);
  std::vector<Reading> stressed;
  std::copy_if(all.begin(), all.end(), std::back_inserter(stressed), [&](const Reading& reading) {
    return reading.tone != neutral || std::none_of(all.begin(), all.end(), [&](const Reading& other) {
             return other.syllable == reading.syllable && other.tone != neutral;
           });
  });
  return stressed;
}

/// The two readings that agree best. Precondition: both characters have one.
std::pair<Reading, Reading> agreeing_readings(char32_t a, char32_t b) {
  const auto of_a = stressed_readings(a), of_b = stressed_readings(b);
  std::pair best{of_a.front(), of_b.front()};
  float best_score = 0;
  for (const Reading& x : of_a) {
    for (const Reading& y : of_b) {
      const float score = sound_similarity(x.syllable, y.syllable) + (x.tone == y.tone ? 0.01f : 0.0f);
      if (score > best_score) best_score = score, best = {x, y};
    }
  }
  return best;
}

/// All common readings: which one is meant, the mark does not say.
std::string every_reading(char32_t character) {
  constexpr std::size_t most = 3;
  std::string text;
  auto all = stressed_readings(character);
  all.resize(std::min(all.size(), most));
  for (const Reading& reading : all) text += (text.empty() ? "" : "/") + tone_marked(reading);
  return text.empty() ? "=" : text;
}

std::string sound_reason(char32_t a, char32_t b, float likeness) {
  if (a == b) return every_reading(a);
  if (readings(a).empty() || readings(b).empty()) return "";
  const auto [x, y] = likeness > 0 ? agreeing_readings(a, b) : std::pair(readings(a).front(), readings(b).front());
  return tone_marked(x) + (x.syllable == y.syllable ? " = " : likeness > 0 ? " ≈ " : " ≠ ") + tone_marked(y);
}

/// How much of an alignment agrees.
struct Agreement {
  std::size_t same = 0, alike = 0, unlike = 0, only_a = 0, only_b = 0;

  bool whole() const { return unlike == 0 && only_a == 0 && only_b == 0; }
  bool contained() const { return unlike == 0 && (only_a == 0) != (only_b == 0) && in_one_piece; }
  bool in_one_piece = true;   ///< what stands against something, without anything in between
};

Agreement agreement_of(const std::vector<AlignedPair>& pairs, float same) {
  Agreement agreement;
  const auto stands_against = [](const AlignedPair& pair) { return !pair.a.empty() && !pair.b.empty(); };
  const auto begin = std::find_if(pairs.begin(), pairs.end(), stands_against);
  const auto end = std::find_if_not(begin, pairs.end(), stands_against);
  agreement.in_one_piece = std::none_of(end, pairs.end(), stands_against);
  for (const AlignedPair& pair : pairs) {
    if (pair.b.empty()) ++agreement.only_a;
    else if (pair.a.empty()) ++agreement.only_b;
    else if (pair.similarity >= same) ++agreement.same;
    else ++(pair.similarity > 0 ? agreement.alike : agreement.unlike);
  }
  return agreement;
}

/// Stretches that stand against each other and are not the same.
struct Difference {
  std::string a, b;
};

std::vector<Difference> differences_of(const Sides& sides, const std::vector<AlignedPair>& pairs) {
  std::vector<Difference> differences;
  std::size_t at_a = 0, at_b = 0, begin_a = 0, begin_b = 0;
  const auto close = [&] {
    if (at_a > begin_a || at_b > begin_b) differences.push_back({sides.of_x(begin_a, at_a - begin_a), sides.of_y(begin_b, at_b - begin_b)});
  };
  for (const AlignedPair& pair : pairs) {
    const bool same = pair.similarity >= 1;
    if (same) close();
    at_a += pair.a.empty() ? 0U : 1U;
    at_b += pair.b.empty() ? 0U : 1U;
    if (same) begin_a = at_a, begin_b = at_b;
  }
  close();
  return differences;
}

/// `“门”/“们”不同`, `多出“牌”`, and which of the marks has what where each has something more; empty where they are more than two.
Bilingual shown_differences(const std::vector<Difference>& differences) {
  constexpr std::size_t most = 2;
  Bilingual text;
  if (differences.size() > most) return text;
  const auto is_added = [](const Difference& one) { return one.a.empty() || one.b.empty(); };
  const bool in_both = differences.size() == most && is_added(differences[0]) && is_added(differences[1]) && differences[0].a.empty() != differences[1].a.empty();
  for (const Difference& one : differences) {
    const std::string only = quoted(one.a + one.b), both = quoted(one.a) + '/' + quoted(one.b);
    const std::string whose = in_both ? one.b.empty() ? "前者" : "后者" : "", where = in_both ? one.b.empty() ? " to the first" : " to the second" : "";
    text.zh += (text.zh.empty() ? "" : "，") + (is_added(one) ? whose + "多出" + only : both + "不同");
    text.en += (text.en.empty() ? "" : " and ") + (is_added(one) ? only + " is added" + where : both + " differ");
  }
  return text;
}

/// What a mark has beside the other that it contains, and the rules by which that says nothing of its own.
Bilingual rest_of(const Sides& sides) {
  const bool turned = sides.x.size() < sides.y.size();
  const auto longer = turned ? sides.y : sides.x, shorter = turned ? sides.x : sides.y;
  const std::size_t begin = longer.find(shorter), end = begin + shorter.size();
  Bilingual text;
  const auto add = [&](std::size_t from, std::size_t length) {
    if (length == 0) return;
    const std::string rest = quoted(turned ? sides.of_y(from, length) : sides.of_x(from, length));
    Bilingual rules;
    for (const std::string& rule : rules_of_weak(longer.substr(from, length))) {
      rules.zh += (rules.zh.empty() ? "" : "、") + rule;
      rules.en += (rules.en.empty() ? "" : ", ") + rule;
    }
    text.zh += (text.zh.empty() ? "，另有" : "和") + (rules.zh.empty() ? rest : "显著性弱的" + rest + "（" + rules.zh + "）");
    text.en += (text.en.empty() ? ", beside " : " and ") + rest + (rules.en.empty() ? "" : ", a weak part (" + rules.en + ")");
  };
  add(0, begin);
  add(end, longer.size() - end);
  return text;
}

bool contains_other(std::u32string_view a, std::u32string_view b) { return a.find(b) != a.npos || b.find(a) != b.npos; }

/// Where the differences are too many to be listed.
Bilingual alike_in_part(const Sides& sides, const Agreement& agreement) {
  if (sides.characters && agreement.whole()) return {"字形近似", "the characters look alike"};
  const float most = static_cast<float>(std::max(sides.x.size(), sides.y.size()));
  if (static_cast<float>(agreement.same + agreement.alike) / most >= weights::look_alike) return {"文字构成近似", "composed alike"};
  return sides.characters ? Bilingual{"部分文字字形相同或近似", "some of the characters are the same or look alike"}
                          : Bilingual{"部分字母相同或近似", "some of the letters are the same or look alike"};
}

Bilingual appearance_sentence(const NameView& a, const NameView& b, const Sides& sides, const std::vector<AlignedPair>& pairs) {
  if (a.skeleton == b.skeleton) return {"文字相同", "the same characters"};
  if (sides.x == sides.y && sides.characters && sides.all_x() != sides.all_y())
    return {quoted(sides.all_x()) + "即" + quoted(sides.all_y()) + "，仅写法不同", quoted(sides.all_x()) + " is " + quoted(sides.all_y()) + ", written otherwise"};
  if (sides.x == sides.y) return {quoted(sides.all_x()) + "部分相同", "the part " + quoted(sides.all_x()) + " is the same"};
  const bool turned = sides.x.size() < sides.y.size();
  const std::u32string_view shorter = turned ? sides.x : sides.y, longer = turned ? sides.y : sides.x;
  const std::string part = quoted(turned ? sides.all_x() : sides.all_y()), whole = quoted(turned ? sides.all_y() : sides.all_x());
  if (repeats(longer, shorter)) return {whole + "由" + part + "重叠构成", whole + " repeats " + part};
  if (shorter.size() > 1 && longer.find(shorter) != longer.npos) {
    const Bilingual rest = rest_of(sides);
    return {whole + "完整包含" + part + rest.zh, whole + " wholly contains " + part + rest.en};
  }
  const std::u32string_view core = sides.characters ? a.core_han : a.core_latin;
  if (core == (sides.characters ? b.core_han : b.core_latin) && sides.x.starts_with(core) && sides.y.starts_with(core)) {
    const std::string same = quoted(sides.of_x(0, core.size()));
    const std::string own = quoted(sides.of_x(core.size(), sides.x.size() - core.size())), other = quoted(sides.of_y(core.size(), sides.y.size() - core.size()));
    return {"显著部分" + same + "相同，另有显著性弱的" + own + "与" + other, "the distinctive part " + same + " is the same, beside the weak " + own + " and " + other};
  }
  if (reordered(sides.x, sides.y) || words_reordered(a, b)) return {"文字相同，排列顺序不同", "the same parts in another order"};
  const Agreement agreement = agreement_of(pairs, 1);
  const Bilingual differing = shown_differences(differences_of(sides, pairs));
  if (agreement.same == 0 || differing.zh.empty()) return alike_in_part(sides, agreement);
  const bool look_alike = agreement.whole() && agreement.alike > 0;
  return {"仅" + differing.zh + (look_alike ? "，字形近似" : ""), "only " + differing.en + (look_alike ? ", and look alike" : "")};
}

/// One text in the other, each character like its counterpart by look or by sound: how a part scores that is not the same.
Evidence likened_part(const Sides& sides, float score) {
  const bool turned = sides.x.size() < sides.y.size();
  const auto longer = turned ? sides.y : sides.x, shorter = turned ? sides.x : sides.y;
  std::size_t begin = 0;
  unsigned best = 0;
  for (std::size_t at = 0; at + shorter.size() <= longer.size(); ++at) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < shorter.size(); ++i) sum += pair_likeness(longer[at + i], shorter[i]).mixed;
    if (sum > best) best = sum, begin = at;
  }
  std::vector<AlignedPair> pairs;
  for (std::size_t at = 0; at < longer.size(); ++at) {
    AlignedPair& pair = pairs.emplace_back();
    (turned ? pair.b : pair.a) = turned ? sides.of_y(at, 1) : sides.of_x(at, 1);
    if (at < begin || at >= begin + shorter.size()) continue;
    const std::size_t i = at - begin;
    (turned ? pair.a : pair.b) = turned ? sides.of_x(i, 1) : sides.of_y(i, 1);
    const char32_t a = turned ? shorter[i] : longer[at], b = turned ? longer[at] : shorter[i];
    const PairLikeness likeness = pair_likeness(a, b);
    const bool heard = likeness.sound > likeness.look;
    pair.similarity = static_cast<float>(likeness.mixed) / 255;
    pair.reason = heard ? sound_reason(a, b, sound_of(a, b)) : look_reason(a, b, look_of(a, b));
  }
  const std::string part = quoted(turned ? sides.of_y(begin, shorter.size()) : sides.of_x(begin, shorter.size()));
  const std::string whole = quoted(turned ? sides.all_y() : sides.all_x()), other = quoted(turned ? sides.all_x() : sides.all_y());
  return {Aspect::appearance, score,
          {whole + "中的" + part + "与" + other + "逐字相同、形近或音近",
           part + " in " + whole + " answers " + other + " character by character: the same, or alike by look or by sound"},
          std::move(pairs)};
}

template <class Elements>
float best_look(const Elements& likeness) {
  return std::max(likeness.look, likeness.part);
}

/// The spelling of a text in those of its readings that come closest to letters, with tones, one syllable a character.
std::string spelled_like(std::u32string_view han, std::u32string_view letters) {
  std::vector<Reading> chosen;
  std::vector<std::size_t> open;   // places of several readings
  for (std::size_t at = 0; at < han.size(); ++at) {
    const auto all = readings(han[at]);
    if (all.empty()) return {};
    chosen.push_back(all.front());
    if (all.size() > 1) open.push_back(at);
  }
  const auto distance = [&] {
    std::u32string text;
    for (const Reading& reading : chosen) {
      for (const char letter : spelling(reading.syllable)) text += static_cast<unsigned char>(letter);
    }
    return edit_distance(text, letters);
  };
  for (const std::size_t at : open) {
    std::size_t least = std::numeric_limits<std::size_t>::max();
    Reading best = chosen[at];
    for (const Reading& reading : readings(han[at])) {
      chosen[at] = reading;
      if (const std::size_t found = distance(); found < least) least = found, best = reading;
    }
    chosen[at] = best;
  }
  std::string text;
  for (const Reading& reading : chosen) text += (text.empty() ? "" : " ") + tone_marked(reading);
  return text;
}

Bilingual system_name(Romanisation system) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> names{
      {{"拼音", "pinyin"}, {"威妥玛拼法", "Wade–Giles spelling"}, {"邮政式等旧式拼法", "postal or another old spelling"}, {"粤语拼法", "Cantonese spelling"}}};
  const auto& [zh, en] = names[static_cast<std::size_t>(system)];
  return {std::string(zh), std::string(en)};
}

Evidence across_evidence(const Subject& characters, const Subject& letters, float score) {
  const std::u32string_view han = characters.comparable.core_han, latin = letters.comparable.core_latin;
  const bool whole = han.size() == characters.comparable.han.size() && latin.size() == letters.comparable.latin.size();
  const std::string name = quoted(whole ? ShownName(characters).all_characters() : encode_utf8(han));
  const std::string word = quoted(whole ? ShownName(letters).all_letters() : encode_utf8(latin));
  const std::string readings = spelled_like(han, latin);
  const Bilingual read = readings.empty() ? Bilingual{} : Bilingual{"（" + readings + "）", " (" + readings + ")"};
  if (const auto system = romanised_as(han, latin)) {
    const Bilingual spelling = system_name(*system);
    return {Aspect::sound, score, {word + "即" + name + "的" + spelling.zh + read.zh, word + " is the " + spelling.en + " of " + name + read.en}, {}};
  }
  return {Aspect::sound, score, {word + "与" + name + read.zh + "读音近似", word + " sounds like " + name + read.en}, {}};
}

Bilingual letters_sentence(std::u32string_view a, std::u32string_view b, bool same_letters) {
  const std::string x = quoted(encode_utf8(a)), y = quoted(encode_utf8(b));
  if (same_letters) return {"读音相同", "the same sound"};
  if (a == b) return {"读音相同，按读音转写均为" + x, "the same sound: both are heard as " + x};
  return {"读音近似，按读音转写为" + x + "与" + y, "a similar sound: heard as " + x + " and " + y};
}

Bilingual characters_sentence(const Sides& sides, const std::vector<AlignedPair>& pairs) {
  const Agreement agreement = agreement_of(pairs, weights::sound_alike);
  if (agreement.whole()) {
    return agreement.alike == 0 ? Bilingual{"读音相同", "the same sound"} : Bilingual{"读音近似", "a similar sound"};
  }
  if (agreement.contained()) {
    const std::string longer = quoted(agreement.only_a > 0 ? sides.all_x() : sides.all_y());
    const std::string shorter = quoted(agreement.only_a > 0 ? sides.all_y() : sides.all_x());
    return {longer + "的读音包含" + shorter + "的读音", "the sound of " + longer + " contains that of " + shorter};
  }
  if (reordered(sides.x, sides.y)) return {"读音相同，顺序不同", "the same sounds in another order"};
  return {"部分文字读音相同或近似", "some of the characters sound the same or alike"};
}

bool has_foreign(std::string_view words) {
  bool found = false;
  translation::for_each_word(words, [&](std::string_view word) { found = found || is_foreign(word); });
  return found;
}

/// With the languages that all of the words that are not English are of.
Bilingual translation_from(std::string_view words) {
  struct Language {
    std::string_view code, zh, en;
  };
  constexpr std::array<Language, 5> languages{
      {{"de", "德语", "German"}, {"es", "西班牙语", "Spanish"}, {"fr", "法语", "French"}, {"it", "意大利语", "Italian"}, {"pt", "葡萄牙语", "Portuguese"}}};
  Bilingual text{"译词", "a translation"};
  bool first = true;
  for (const Language& language : languages) {
    bool all = true;
    translation::for_each_word(words, [&](std::string_view word) {
      const auto own = languages_of(word);
      all = all && (own.empty() || std::find(own.begin(), own.end(), language.code) != own.end());
    });
    if (!all) continue;
    text.zh += (first ? "，" : "、") + std::string(language.zh);
    text.en += (first ? " from " : " or ") + std::string(language.en);
    first = false;
  }
  return text;
}

/// The words of a link as a name writes them: adidas, whose base form would be adida.
std::string as_written(const std::string& link, std::u32string_view words) {
  const auto own = split_words(words);
  std::string text;
  translation::for_each_word(link, [&](std::string_view word) {
    const auto is = [&](std::u32string_view written) { return encode_utf8(written) == word; };
    const auto is_base = [&](std::u32string_view written) { return base_form(encode_utf8(written)) == word; };
    auto found = std::find_if(own.begin(), own.end(), is);
    if (found == own.end()) found = std::find_if(own.begin(), own.end(), is_base);
    text += (text.empty() ? "" : " ") + (found == own.end() ? std::string(word) : encode_utf8(*found));
  });
  return text;
}

/// `金 = golden`, `牡丹 ≈ peony（tree peony）`, `cyclone ≈ tornado（上下位词）`, `巴克 ≈ bucks（读音）`.
Bilingual shown_link(const MeaningLink& link, const NameView& a, const NameView& b) {
  const std::string query = quoted(as_written(spellings_of(link.query), a.words)), other = quoted(as_written(spellings_of(link.other), b.words));
  if (link.other.empty()) return same_in_both(query);
  if (link.by_sound) {
    const std::string heard = query + " ≈ " + other;
    return {heard + "（读音）", heard + " (by sound)"};
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kinships{
      {{"", ""}, {"同类", "two of a kind"}, {"上下位词", "one is a kind of the other"}, {"近义词", "near in sense"}, {"同义词", "synonyms"}, {"", ""}}};
  const bool translated = link.kinship == Kinship::synonym && has_foreign(link.query) != has_foreign(link.other);
  const auto& [kin_zh, kin_en] = kinships[static_cast<std::size_t>(link.kinship)];
  const Bilingual kind = translated ? translation_from(has_foreign(link.query) ? link.query : link.other) : Bilingual{std::string(kin_zh), std::string(kin_en)};
  const bool by_words = link.through.find('~') != std::string::npos;
  const bool direct = link.through == link.query || link.through == link.other || link.kinship == Kinship::same;
  const bool equal = direct || (!by_words && link.kinship == Kinship::synonym && link.likeness >= 1);
  const std::string text = query + (equal ? " = " : " ≈ ") + other;
  if (direct) return same_in_both(text);
  const bool other_words = !by_words || link.through != link.query + " ~ " + link.other;
  const std::string through = other_words ? spellings_of(link.through) : "";
  const auto noted = [&](std::string_view kinship, const std::string& colon) {
    return by_words && !kinship.empty() ? std::string(kinship) + (through.empty() ? "" : colon + through) : through;
  };
  const std::string note_zh = noted(kind.zh, "："), note_en = noted(kind.en, ": ");
  return {note_zh.empty() ? text : text + "（" + note_zh + "）", note_en.empty() ? text : text + " (" + note_en + ")"};
}

Bilingual shown_links(const std::vector<MeaningLink>& links, const NameView& a, const NameView& b) {
  Bilingual all;
  for (const MeaningLink& link : links) {
    const Bilingual one = shown_link(link, a, b);
    all.zh += (all.zh.empty() ? "" : "，") + one.zh;
    all.en += (all.en.empty() ? "" : ", ") + one.en;
  }
  return all;
}

}  // namespace

Evidence appearance_evidence(const Subject& a, const Subject& b, float score) {
  const NameView x = a.comparable.view(), y = b.comparable.view();
  const CharacterLikeness characters = CharacterMatcher(x.han).match(y.han);
  const Sides sides = sides_of(a, b, best_look(characters), best_look(LetterMatcher(x).match(y)));
  if (sides.characters && characters.part > characters.look && sides.x.size() != sides.y.size() && !contains_other(sides.x, sides.y))
    return likened_part(sides, score);
  auto pairs = aligned(sides, look_of, look_reason);
  Bilingual sentence = appearance_sentence(x, y, sides, pairs);
  return {Aspect::appearance, score, std::move(sentence), std::move(pairs)};
}

Evidence sound_evidence(const Subject& a, const Subject& b, float score) {
  const NameView x = a.comparable.view(), y = b.comparable.view();
  if (x.han.empty() != y.han.empty() && (x.latin.empty() || y.latin.empty()))
    return x.han.empty() ? across_evidence(b, a, score) : across_evidence(a, b, score);
  const Sides sides = sides_of(a, b, CharacterMatcher(x.han).match(y.han).sound, LetterMatcher(x).match(y).sound);
  if (!sides.characters) return {Aspect::sound, score, letters_sentence(x.phones, y.phones, x.core_latin == y.core_latin), {}};
  auto pairs = aligned(sides, sound_of, sound_reason);
  Bilingual sentence = characters_sentence(sides, pairs);
  return {Aspect::sound, score, std::move(sentence), std::move(pairs)};
}

Evidence meaning_evidence(const Subject& a, const Subject& b, const MeaningEvidence& found, float score) {
  const auto with = [&](Bilingual what, const Bilingual& why) -> Evidence {
    const std::string source = found.source.empty() ? "" : " [" + found.source + "]";
    return {Aspect::meaning, score, {what.zh + "：" + why.zh + source, what.en + ": " + why.en + source}, {}};
  };
  const NameView x = a.comparable.view(), y = b.comparable.view();
  if (found.relation == MeaningRelation::different_clear) {   // each of the links is of one of the names
    Bilingual senses = shown_links({found.links.front()}, x, {});
    const Bilingual others = shown_links({found.links.back()}, y, {});
    senses.zh += "，" + others.zh;
    senses.en += ", " + others.en;
    return with({"含义均明确且不同", "clear and different meanings"}, senses);
  }
  const bool rendered = std::any_of(found.links.begin(), found.links.end(), [](const MeaningLink& link) { return link.by_sound; });
  if (rendered) return with({"半意译半音译", "rendered part by meaning, part by sound"}, shown_links(found.links, x, y));
  const Bilingual alike = found.relation == MeaningRelation::same ? Bilingual{"含义相同", "the same meaning"} : Bilingual{"含义近似", "a similar meaning"};
  if (!found.links.empty()) return with(alike, shown_links(found.links, x, y));
  const bool characters = !a.comparable.core_han.empty() && a.comparable.core_han == b.comparable.core_han;
  return with(alike, characters ? Bilingual{"汉字相同", "the same characters"} : Bilingual{"词语相同，不计词形和顺序", "the same words, whatever their form and order"});
}

}  // namespace marque
