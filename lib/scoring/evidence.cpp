#include "marque/scoring/evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "marque/logo/similarity.hpp"
#include "marque/scoring/scorer.hpp"
#include "marque/text/encoding.hpp"
#include "marque/text/readings.hpp"
#include "scoring/characters.hpp"
#include "scoring/judging.hpp"
#include "scoring/letters.hpp"
#include "scoring/sequence.hpp"
#include "scoring/weights.hpp"

namespace marque {

namespace {

using PairLikeness = float (*)(char32_t, char32_t) noexcept;
using Reason = std::string (*)(char32_t, char32_t);

constexpr float worth_telling = 0.30f;   // aspects below this explain nothing

struct AspectNames {
  std::string_view en, zh;
};
constexpr std::array<AspectNames, 5> aspect_names{
    {{"appearance", "字形"}, {"sound", "读音"}, {"meaning", "含义"}, {"logo", "图形"}, {"goods", "商品"}}};

std::string utf8(std::u32string_view points) { return encode_utf8(points); }

std::string hundredths(float value) {
  const std::string digits = std::to_string(std::lround(value * 100));
  return value >= 1 ? "1.00" : "0." + std::string(digits.size() < 2 ? "0" : "") + digits;
}

/// The two readings that agree best.
std::pair<const Reading*, const Reading*> agreeing_readings(char32_t a, char32_t b) {
  std::pair<const Reading*, const Reading*> best{nullptr, nullptr};
  float best_score = 0;
  for (const Reading& x : readings(a)) {
    for (const Reading& y : readings(b)) {
      const float score = sound_similarity(x.syllable, y.syllable) + (x.tone == y.tone ? 0.01f : 0.0f);
      if (score > best_score) best_score = score, best = {&x, &y};
    }
  }
  return best;
}

std::string look_reason(char32_t a, char32_t b) { return a == b ? "=" : "形 " + hundredths(look_of(a, b)); }

std::string sound_reason(char32_t a, char32_t b) {
  const auto [x, y] = agreeing_readings(a, b);
  if (x == nullptr) return a == b ? "=" : "";
  return tone_marked(*x) + (x->syllable == y->syllable ? " = " : " ≈ ") + tone_marked(*y);
}

std::vector<AlignedPair> aligned(std::u32string_view a, std::u32string_view b, PairLikeness likeness, Reason reason) {
  PairTable pairs;
  pairs.resize(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) pairs.at(i, j) = a[i] == b[j] ? 1 : likeness(a[i], b[j]);
  }
  std::vector<AlignedPair> result;
  for (const auto& [i, j] : best_alignment(pairs)) {
    AlignedPair pair;
    if (i != no_index) pair.a = utf8(a.substr(i, 1));
    if (j != no_index) pair.b = utf8(b.substr(j, 1));
    if (i != no_index && j != no_index && pairs.at(i, j) > 0) {
      pair.similarity = pairs.at(i, j);
      pair.reason = reason(a[i], b[j]);
    }
    result.push_back(std::move(pair));
  }
  return result;
}

/// The elements of both marks that compare better: characters or letters.
bool by_characters(const NameView& a, const NameView& b, float han, float latin) {
  return !a.han.empty() && !b.han.empty() && (han >= latin || a.latin.empty() || b.latin.empty());
}

Bilingual appearance_sentence(const NameView& a, const NameView& b, std::u32string_view x, std::u32string_view y) {
  if (a.skeleton == b.skeleton) return {"文字相同", "the same characters"};
  if (x == y) return {"“" + utf8(x) + "”部分相同", "the part “" + utf8(x) + "” is the same"};
  const bool shorter_first = x.size() < y.size();
  const std::u32string_view shorter = shorter_first ? x : y, longer = shorter_first ? y : x;
  if (shorter.size() > 1 && longer.find(shorter) != std::u32string_view::npos)
    return {"“" + utf8(longer) + "”完整包含“" + utf8(shorter) + "”", "“" + utf8(longer) + "” wholly contains “" + utf8(shorter) + "”"};
  if (reordered(x, y) || words_reordered(a, b)) return {"文字相同,排列顺序不同", "the same parts in another order"};
  return {"文字构成近似", "composed alike"};
}

template <class Elements>
float best_look(const Elements& likeness) {
  return std::max(likeness.look, likeness.part);
}

Evidence appearance_evidence(const NameView& a, const NameView& b, float score) {
  Evidence evidence{Aspect::appearance, score, {}, {}};
  const float han = best_look(CharacterMatcher(a.han).match(b.han)), latin = best_look(LetterMatcher(a).match(b));
  const bool characters = by_characters(a, b, han, latin);
  const auto x = characters ? a.han : a.latin, y = characters ? b.han : b.latin;
  evidence.sentence = appearance_sentence(a, b, x, y);
  evidence.aligned = aligned(x, y, look_of, look_reason);
  return evidence;
}

/// The spelling of a text by the readings that letters agree with best, one syllable a character.
std::string spelled(std::u32string_view han) {
  std::string text;
  for (const char32_t character : han) {
    const auto all = readings(character);
    if (!text.empty()) text += ' ';
    text += all.empty() ? utf8({&character, 1}) : tone_marked(all.front());
  }
  return text;
}

Evidence across_evidence(std::u32string_view han, std::u32string_view letters, float score) {
  Evidence evidence{Aspect::sound, score, {}, {}};
  if (spells(han, letters)) {
    evidence.sentence = {"“" + utf8(letters) + "”即“" + utf8(han) + "”的拼音", "“" + utf8(letters) + "” is the pinyin of “" + utf8(han) + "”"};
  } else {
    evidence.sentence = {"“" + utf8(letters) + "”与“" + utf8(han) + "”的拼音(" + spelled(han) + ")近似",
                         "“" + utf8(letters) + "” sounds like “" + utf8(han) + "” (" + spelled(han) + ")"};
  }
  return evidence;
}

Evidence sound_evidence(const NameView& a, const NameView& b, float score) {
  const float han = CharacterMatcher(a.han).match(b.han).sound, latin = LetterMatcher(a).match(b).sound;
  if (a.han.empty() != b.han.empty() && (a.latin.empty() || b.latin.empty()))
    return a.han.empty() ? across_evidence(b.core_han, a.core_latin, score) : across_evidence(a.core_han, b.core_latin, score);
  Evidence evidence{Aspect::sound, score, {}, {}};
  if (by_characters(a, b, han, latin)) {
    evidence.aligned = aligned(a.han, b.han, sound_of, sound_reason);
    const bool same = std::all_of(evidence.aligned.begin(), evidence.aligned.end(), [](const AlignedPair& pair) {
      return pair.a == pair.b || pair.reason.find(" = ") != std::string::npos;
    });
    evidence.sentence = same ? Bilingual{"读音相同", "the same sound"} : Bilingual{"读音近似", "a similar sound"};
  } else {
    evidence.sentence = a.phones == b.phones ? Bilingual{"读音相同: " + utf8(a.phones), "the same sound: " + utf8(a.phones)}
                                             : Bilingual{"读音近似: " + utf8(a.phones) + " ≈ " + utf8(b.phones),
                                                         "a similar sound: " + utf8(a.phones) + " ≈ " + utf8(b.phones)};
  }
  return evidence;
}

/// `红 = red, 牛 = bull`: each part with what it meets, and through which gloss where that is another word.
std::string linked(const std::vector<MeaningLink>& links) {
  std::string text;
  for (const MeaningLink& link : links) {
    if (!text.empty()) text += ", ";
    text += link.query + (link.kinship == Kinship::same ? " = " : " ~ ") + link.other;
    if (!link.through.empty() && link.through != link.query && link.through != link.other) text += " (" + link.through + ")";
  }
  return text;
}

Evidence meaning_evidence(const MeaningEvidence& found) {
  const std::string links = linked(found.links);
  const bool same = found.relation == MeaningRelation::same;
  const std::string tail = links.empty() ? "" : ": " + links;
  return {Aspect::meaning, found.score,
          {(same ? "含义相同" : "含义近似") + tail, (same ? "the same meaning" : "a similar meaning") + tail}, {}};
}

struct LogoWords {
  std::string_view zh, en;
};

LogoWords turn_words(LogoTurn turn) {
  constexpr std::array<LogoWords, 10> words{{{"", "upright"},
                                            {"旋转90度后", "after a quarter turn"},
                                            {"旋转180度后", "after a half turn"},
                                            {"旋转270度后", "after three quarter turns"},
                                            {"镜像后", "mirrored"},
                                            {"镜像并旋转90度后", "mirrored, after a quarter turn"},
                                            {"镜像并旋转180度后", "mirrored, after a half turn"},
                                            {"镜像并旋转270度后", "mirrored, after three quarter turns"},
                                            {"旋转一定角度后", "turned by some angle"},
                                            {"镜像并旋转一定角度后", "mirrored and turned by some angle"}}};
  return words[std::min(static_cast<std::size_t>(turn), words.size() - 1)];
}

LogoWords view_words(LogoView view) {
  constexpr std::array<LogoWords, 4> words{{{"整体", "the whole"}, {"框内部分", "the part inside the frame"}, {"局部图形", "a block"}, {"相邻部分", "a part"}}};
  return words[std::min(static_cast<std::size_t>(view), words.size() - 1)];
}

Evidence logo_evidence(const Fingerprint& a, const Fingerprint& b) {
  const LogoMatch match = compare(a, b);
  const LogoWords turn = turn_words(match.turn);
  const LogoWords x = view_words(a.seen(match.view_a).view), y = view_words(b.seen(match.view_b).view);
  Bilingual sentence{"图样" + std::string(x.zh) + std::string(turn.zh) + "与对方" + std::string(y.zh) + "相比",
                     std::string(x.en) + ", " + std::string(turn.en) + ", against " + std::string(y.en) + " of the other picture"};
  return {Aspect::logo, match.score, std::move(sentence), {}};
}

}  // namespace

std::string_view name_of(Aspect aspect) noexcept { return aspect_names[static_cast<std::size_t>(aspect)].en; }
std::string_view chinese_of(Aspect aspect) noexcept { return aspect_names[static_cast<std::size_t>(aspect)].zh; }

std::vector<Evidence> evidence_of(const Subject& a, const Subject& b, const AspectScores& scores, const MeaningMatcher& meaning) {
  const NameView x = a.comparable.view(), y = b.comparable.view();
  std::vector<Evidence> evidence;
  if (scores.appearance >= worth_telling) evidence.push_back(appearance_evidence(x, y, scores.appearance));
  if (scores.sound >= worth_telling) evidence.push_back(sound_evidence(x, y, scores.sound));
  if (scores.meaning >= worth_telling && x.skeleton != y.skeleton) evidence.push_back(meaning_evidence(meaning.explain(y)));
  if (scores.logo && *scores.logo >= worth_telling) evidence.push_back(logo_evidence(*a.logo, *b.logo));
  std::stable_sort(evidence.begin(), evidence.end(), [](const Evidence& p, const Evidence& q) { return p.score > q.score; });
  return evidence;
}

std::vector<Evidence> explain(const Subject& a, const Subject& b, const Dictionary& dictionary) {
  Scorer scorer(a, dictionary);
  return scorer.explain(b, scorer.score(b));
}

}  // namespace marque
