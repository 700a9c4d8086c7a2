#include "marque/scoring/evidence.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "marque/logo/similarity.hpp"
#include "marque/scoring/scorer.hpp"
#include "scoring/judging.hpp"
#include "scoring/word_evidence.hpp"

namespace marque {

namespace {

constexpr float worth_telling = 0.30f;   // aspects below this explain nothing

struct AspectNames {
  std::string_view en, zh;
};
constexpr std::array<AspectNames, 5> aspect_names{
    {{"appearance", "字形"}, {"sound", "读音"}, {"meaning", "含义"}, {"logo", "图形"}, {"goods", "商品"}}};

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
  constexpr std::array<LogoWords, 5> words{{{"整体", "the whole"},
                                            {"框内部分", "the part inside the frame"},
                                            {"局部图形", "a block"},
                                            {"相邻部分", "a part"},
                                            {"占满画面的图形", "the mark that fills the picture"}}};
  return words[std::min(static_cast<std::size_t>(view), words.size() - 1)];
}

LogoWords alteration_words(LogoAlteration alteration) {
  switch (alteration) {
    case LogoAlteration::stretched: return {"（拉伸比例后）", " (stretched)"};
    case LogoAlteration::completed: return {"（补足可能裁去的部分后）", " (completed by what a cut may have taken)"};
    default: return {"", ""};
  }
}

PicturePart part_of(const ViewCode& view) {
  const auto share = [](std::uint8_t value) { return static_cast<float>(value) / 255; };
  return {view.view, view.alteration, view.amount, share(view.x), share(view.y), share(view.width), share(view.height)};
}

std::string in_words(const PicturePart& part, bool chinese) {
  const LogoWords view = view_words(part.view), altered = alteration_words(part.alteration);
  return chinese ? std::string(view.zh) + std::string(altered.zh) : std::string(view.en) + std::string(altered.en);
}

Evidence logo_evidence(const Fingerprint& a, const Fingerprint& b) {
  PictureEvidence evidence = picture_evidence(a, b);
  return {Aspect::logo, evidence.match.score, sentence_of(evidence), {}, std::move(evidence)};
}

bool contained(std::u32string_view a, std::u32string_view b) {
  return a.find(b) != std::u32string_view::npos || b.find(a) != std::u32string_view::npos;
}

}  // namespace

std::string_view name_of(Aspect aspect) noexcept { return aspect_names[static_cast<std::size_t>(aspect)].en; }
std::string_view chinese_of(Aspect aspect) noexcept { return aspect_names[static_cast<std::size_t>(aspect)].zh; }

PictureEvidence picture_evidence(const Fingerprint& a, const Fingerprint& b) {
  PictureEvidence evidence{compare(a, b), {}, {}};
  if (evidence.match.score <= 0) return evidence;
  evidence.a = part_of(a.seen(evidence.match.view_a));
  evidence.b = part_of(b.seen(evidence.match.view_b));
  return evidence;
}

Bilingual sentence_of(const PictureEvidence& evidence) {
  if (evidence.match.score <= 0) return {"图样无相近之处", "nothing alike in the pictures"};
  const LogoWords turn = turn_words(evidence.match.turn);
  return {"图样" + in_words(evidence.a, true) + std::string(turn.zh) + "与对方" + in_words(evidence.b, true) + "相比",
          in_words(evidence.a, false) + ", " + std::string(turn.en) + ", against " + in_words(evidence.b, false) + " of the other picture"};
}

std::vector<Evidence> evidence_of(const Subject& a, const Subject& b, const AspectScores& scores, const MeaningMatcher& meaning) {
  const bool same = a.comparable.skeleton == b.comparable.skeleton;
  std::vector<Evidence> evidence;
  if (scores.appearance >= worth_telling) evidence.push_back(appearance_evidence(a, b, scores.appearance));
  if (scores.sound >= worth_telling) evidence.push_back(sound_evidence(a, b, scores.sound));
  if (scores.meaning >= worth_telling ? !same : !evidence.empty() && !contained(a.comparable.skeleton, b.comparable.skeleton)) {
    const MeaningEvidence found = meaning.explain(b.comparable.view());
    if (scores.meaning >= worth_telling || found.relation == MeaningRelation::different_clear)   // other meanings set alike marks apart
      evidence.push_back(meaning_evidence(a, b, found, scores.meaning));
  }
  if (scores.logo && *scores.logo >= worth_telling) evidence.push_back(logo_evidence(*a.logo, *b.logo));
  std::stable_sort(evidence.begin(), evidence.end(), [](const Evidence& p, const Evidence& q) { return p.score > q.score; });
  return evidence;
}

std::vector<Evidence> explain(const Subject& a, const Subject& b, const Dictionary& dictionary) {
  Scorer scorer(a, dictionary);
  return scorer.explain(b, scorer.score(b));
}

}  // namespace marque
