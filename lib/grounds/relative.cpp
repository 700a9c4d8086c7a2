#include "marque/grounds/relative.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "grounds/goods_words.hpp"
#include "grounds/order.hpp"
#include "grounds/prior_rights.hpp"
#include "grounds/weights.hpp"
#include "marque/text/distance.hpp"

namespace marque {
namespace {

enum class SignRelation { different, notable, similar, identical };
enum class Timing { earlier, presumed_earlier, same_day, later };

/// How close two goods must be for a standing to be told by them: firmly related, then loosely, then not at all.
int looseness(const GoodsComparison& goods) {
  if (goods.relation <= GoodsRelation::similar && goods.certain) return 0;
  return goods.relation == GoodsRelation::presumed_dissimilar ? 2 : 1;
}

/// Compares the goods of the earlier mark that stand in one way with those filed, and tells by the closest, of equals by the strongest
/// standing: what was cancelled for some goods stands in the way of those for a year, and for the rest as before.
void compare_standing(RelativeFinding& finding, const Filing& filing, const Entry& earlier, Date day) {
  constexpr std::array strongest{Standing::in_force, Standing::unknown, Standing::pending, Standing::gap_year, Standing::dead};
  finding.standing = standing_on(earlier, day);
  finding.goods = {};
  std::optional<int> closest;
  for (const Standing standing : strongest) {
    const std::vector<ClassScope> scope = standing_scope(earlier, day, standing);
    if (scope.empty()) continue;
    GoodsComparison goods = compare_goods(filing.scope, scope, filing.goods_table);
    const int loose = standing == Standing::dead && closest && *closest < 2 ? 2 : looseness(goods);
    if (closest && loose >= *closest) continue;
    closest = loose;
    finding.goods = std::move(goods);
    finding.standing = standing;
  }
}

Timing timing_of(const Filing& filing, const Entry& earlier) {
  const auto date = priority_date_of(earlier);
  if (!date) return Timing::presumed_earlier;
  if (*date == filing.filed) return Timing::same_day;
  return *date < filing.filed ? Timing::earlier : Timing::later;
}

SignRelation relation_of(const Examination& examination, const AspectScores& scores) {
  if (examination.verdict == Verdict::identical) return SignRelation::identical;
  if (examination.verdict == Verdict::similar) return SignRelation::similar;
  return scores.overall >= weights::notable_overall ? SignRelation::notable : SignRelation::different;
}

/// Whether the marks share their distinctive part and differ in words that describe goods, their place or trade alone (W11–W13).
bool differs_in_description(const Examination& examination) {
  const auto is_any_of = [](std::initializer_list<std::string_view> rules) {
    return [rules](const std::string& rule) { return std::find(rules.begin(), rules.end(), rule) != rules.end(); };
  };
  return std::any_of(examination.rules.begin(), examination.rules.end(), is_any_of({"W11", "W12", "W13"})) &&
         std::none_of(examination.rules.begin(), examination.rules.end(), is_any_of({"W04", "W05", "W06", "W07"}));
}

Risk risk_of(SignRelation signs, const Examination& examination, const AspectScores& scores, const GoodsComparison& goods) {
  if (signs == SignRelation::notable) return goods.relation == GoodsRelation::unknown ? Risk::none : Risk::low;
  const bool loose = looseness(goods) > 0;  // not known to be similar, but cannot be left out
  const float strongest = std::max({scores.appearance, scores.sound, scores.meaning, scores.logo.value_or(0)});
  const bool strong = signs == SignRelation::identical || differs_in_description(examination) || strongest >= weights::strong_aspect;
  const Risk risk = strong ? Risk::high : Risk::medium;
  return loose ? lower(risk) : risk;
}

Bilingual joined(const std::vector<std::string>& parts) {
  Bilingual text;
  for (const std::string& part : parts) {
    text.zh += (text.zh.empty() ? "" : "、") + part;
    text.en += (text.en.empty() ? "" : ", ") + part;
  }
  return text;
}

Bilingual signs_sentence(const Filing& filing, const Entry& earlier, SignRelation signs,
    const Examination& examination) {
  const std::string mine = filing.subject.name.original, theirs = words_of(earlier), number = number_of(earlier);
  const Bilingual rules = joined(examination.rules);
  const std::string one_or_more = examination.rules.size() > 1 ? "rules " : "rule ";
  const Bilingual filed = mine.empty() ? Bilingual{"申请的图形", "The picture filed"} : Bilingual{"“" + mine + "”", "“" + mine + "”"};
  const Bilingual known = theirs.empty() ? Bilingual{"在先的图形商标", "the earlier figurative mark"}
                                         : Bilingual{"在先的“" + theirs + "”", "the earlier “" + theirs + "”"};
  Bilingual text{filed.zh + "与" + known.zh + "（" + number + "）", filed.en + " and " + known.en + " (" + number + ") "};
  if (signs == SignRelation::identical) text = {text.zh + "标志相同", text.en + "are identical signs"};
  if (signs == SignRelation::similar) text = {text.zh + "标志近似", text.en + "are similar signs"};
  if (signs == SignRelation::notable) {
    text = {text.zh + "标志接近，但没有规则判为近似", text.en + "are close signs, though no rule calls them similar"};
    const Bilingual exceptions = joined(examination.exceptions);
    if (!examination.exceptions.empty())
      text = {text.zh + "（例外" + exceptions.zh + "）", text.en + (examination.exceptions.size() > 1 ? " (exceptions " : " (exception ") + exceptions.en + ")"};
  }
  if (!examination.rules.empty()) text = {text.zh + "（规则" + rules.zh + "）", text.en + " (" + one_or_more + rules.en + ")"};
  return text;
}

Bilingual goods_sentence(const GoodsComparison& goods) {
  if (goods.relation == GoodsRelation::unknown)
    return {"；一方未列明商品，未比对", "; one side names no goods, which were not compared"};
  Bilingual text{"；商品" + std::string(chinese_of(goods.relation)) + "（" + compared_goods(goods).zh + "）",
                 "; goods: " + english_of(goods.relation) + " (" + compared_goods(goods).en + ")"};
  if (goods.relation == GoodsRelation::same_class) text = {text.zh + "，类似群未比对", text.en + ", groups not compared"};
  if (!goods.certain) text = {text.zh + "，按最接近的项目推定", text.en + ", placed by the nearest item of the table"};
  if (!goods.note.empty()) text = {text.zh + "，区分表注：“" + goods.note + "”", text.en + ", by the table's note “" + goods.note + "”"};
  return text;
}

Bilingual facts(const Filing& filing, const Entry& earlier, SignRelation signs, const Examination& examination,
                const RelativeFinding& finding, Timing timing) {
  Bilingual text = signs_sentence(filing, earlier, signs, examination);
  const Bilingual goods = goods_sentence(finding.goods);
  text = {text.zh + goods.zh, text.en + goods.en};
  if (timing == Timing::presumed_earlier)
    text = {text.zh + "；申请日不明，按在先处理", text.en + "; its filing date is unknown and taken as earlier"};
  if (finding.standing == Standing::unknown)
    text = {text.zh + "；状态不明，按有效处理", text.en + "; its state is unknown and taken as in force"};
  return text;
}

Ground ground(GroundCode code, Risk risk, const Filing& filing, const Bilingual& facts, const Bilingual& why) {
  return make_ground(code, risk, filing.law, {facts.zh + why.zh + "。", facts.en + why.en + "."});
}

void add_grounds(RelativeFinding& finding, const Filing& filing, SignRelation signs, Risk risk, Timing timing,
                 const Bilingual& text) {
  const GroundCode conflict = signs == SignRelation::identical ? GroundCode::identical_mark : GroundCode::similar_mark;
  if (finding.standing == Standing::gap_year) {
    finding.grounds.push_back(ground(GroundCode::gap_year, std::min(risk, Risk::medium), filing, text,
                                     {"；在先权利终止未满一年", "; the earlier right ended less than a year before"}));
  } else if (timing == Timing::same_day) {
    finding.grounds.push_back(
        ground(GroundCode::earlier_application, std::min(risk, Risk::medium), filing, text,
               {"；两者同日申请，先使用者优先", "; both were filed on one day, so that the first to use goes before"}));
  } else {
    finding.grounds.push_back(ground(conflict, risk, filing, text, {}));
    if (finding.standing == Standing::pending)
      finding.grounds.push_back(ground(GroundCode::earlier_application, risk, filing, text,
                                       {"；在先申请尚未核准", "; the earlier application is still pending"}));
  }
}

/// Protection of a mark recognised as well known, beyond like goods or without registration.
void add_well_known(RelativeFinding& finding, GroundCode code, const Filing& filing, SignRelation signs, const Bilingual& text) {
  const Risk risk = signs == SignRelation::identical ? Risk::high : Risk::medium;
  finding.grounds.push_back(ground(code, risk, filing, text,
                                   {"；在先商标曾被认定为驰名商标，个案认定",
                                    "; the earlier mark was recognised as well known, which is found case by case"}));
}

/// The first use on record, where it lies before the filing.
std::optional<Date> used_before(const Filing& filing, const Entry& earlier) {
  std::optional<Date> first;
  for (const Event& event : events_of(earlier))
    if (event.kind == EventKind::first_use && event.date < filing.filed && (!first || event.date < *first)) first = event.date;
  return first;
}

/// Art. 32: a mark filed later, but already used. Whether with some influence, no record tells: medium at most.
void add_prior_use(RelativeFinding& finding, const Filing& filing, SignRelation signs, Risk risk, Date used, const Bilingual& text) {
  if (signs == SignRelation::notable) return;
  const std::string day = used.to_string();
  finding.grounds.push_back(ground(GroundCode::prior_use, std::min(risk, Risk::medium), filing, text,
                                   {"；该商标申请在后，但自" + day + "起已使用，是否有一定影响须查明",
                                    "; it was filed later but has been used since " + day + ", with what influence must be found out"}));
}

/// How the earlier mark's record ties an applicant to it, or nothing.
std::optional<Bilingual> relation_on_record(const Filing& filing, const Entry& earlier) {
  for (const Event& event : events_of(earlier)) {
    if (!event.party || event.date > filing.filed || !filed_by_any(filing, {*event.party})) continue;
    const std::string day = event.date.to_string();
    switch (event.kind) {
      case EventKind::licence: return Bilingual{"申请人是其被许可人（" + day + "）", "the applicant is its licensee (" + day + ")"};
      case EventKind::pledge: return Bilingual{"申请人是其质权人（" + day + "）", "the applicant is its pledgee (" + day + ")"};
      case EventKind::assignment:
      case EventKind::transmission:
        return Bilingual{"申请人曾受让该商标（" + day + "）", "the applicant once acquired it (" + day + ")"};
      default: break;
    }
  }
  for (const Party& applicant : filing.applicants)
    for (const Party& owner : owners_of(earlier))
      if (!applicant.address.empty() && applicant.address == owner.address)
        return Bilingual{"双方地址相同", "both have the same address"};
  return {};
}

const std::optional<Party>& agent_of(const Entry& earlier) {
  static const std::optional<Party> none;
  if (const auto* mark = std::get_if<Trademark>(&earlier)) return mark->agent;
  if (const auto* madrid = std::get_if<InternationalRegistration>(&earlier)) return madrid->agent;
  return none;
}

/// Art. 15: agents, and those whom a relation let know of the mark.
void add_relations(RelativeFinding& finding, const Filing& filing, const Entry& earlier, Risk risk, const Bilingual& text) {
  if (const auto& agent = agent_of(earlier); agent && filed_by_any(filing, {*agent}))
    finding.grounds.push_back(ground(GroundCode::agent_filing, risk, filing, text,
                                     {"；申请人是在先商标的代理人", "; the applicant is the earlier mark's agent on record"}));
  if (finding.standing != Standing::pending) return;  // Art. 15(2) is for marks not yet registered
  if (const auto relation = relation_on_record(filing, earlier))
    finding.grounds.push_back(ground(GroundCode::related_party, risk, filing, text, {"；" + relation->zh, "; " + relation->en}));
}

/// Art. 32: the mark is the trade name of the earlier mark's owner, on goods the public may link with it. How well known the name is, no
/// record tells: medium at most.
void add_trade_name(RelativeFinding& finding, const Filing& filing, const Entry& earlier, const Bilingual& text) {
  if (finding.goods.relation == GoodsRelation::presumed_dissimilar) return;
  for (const Party& owner : owners_of(earlier)) {
    if (!is_trade_name_of(filing.subject.name, owner)) continue;
    const Risk risk = looseness(finding.goods) == 0 ? Risk::medium : Risk::low;
    finding.grounds.push_back(ground(GroundCode::prior_name, risk, filing, text,
                                     {"；与“" + owner.name + "”的字号相同", "; it is the trade name of " + owner.name}));
    return;
  }
}

/// Whether a picture filed is a copy of an earlier one, whatever goods and whatever became of the mark: copyright outlives it.
bool is_copied_picture(const AspectScores& scores, Timing timing) {
  return scores.logo && *scores.logo >= weights::copied_picture && timing == Timing::earlier;
}

/// Art. 32: copyright, of which registers say no more than that somebody was first to file the picture (SPC grant provisions Art. 19).
void add_copied_picture(RelativeFinding& finding, const Filing& filing, const Entry& earlier) {
  const std::string number = number_of(earlier);
  finding.grounds.push_back(make_ground(GroundCode::prior_work, Risk::low, filing.law,
                                        {"图形与在先申请的" + number + "几乎相同，如构成作品，在先著作权不限于其商品。",
                                         "The picture is almost that of " + number +
                                             ", filed earlier; if it is a work, copyright in it is not bound to that mark's goods."}));
}

/// Trademarks are territorial 地域性: a mark of another office is no earlier right here.
bool has_effect_in_china(const Entry& earlier) {
  const auto* mark = std::get_if<Trademark>(&earlier);
  return !mark || mark->number.is_chinese();
}

RelativeFinding without(NoGround reason, RelativeFinding finding) {
  finding.reason = reason;
  return finding;
}

}  // namespace

std::string_view name_of(NoGround reason) noexcept {
  constexpr std::array<std::string_view, 7> names{"none",        "own", "dead", "not_earlier", "goods_dissimilar",
                                                  "signs_not_similar", "elsewhere"};
  return names[static_cast<std::size_t>(reason)];
}

Bilingual sentence_of(NoGround reason) {
  switch (reason) {
    case NoGround::none: return {};
    case NoGround::own: return {"属申请人自己所有。", "It belongs to the applicant."};
    case NoGround::dead: return {"权利已终止，不构成障碍。", "The right has ended and stands in nobody's way."};
    case NoGround::not_earlier: return {"申请日在后。", "It was filed on a later day."};
    case NoGround::goods_dissimilar: return {"商品或服务不类似。", "The goods or services are not similar."};
    case NoGround::signs_not_similar: return {"标志不近似。", "The signs are not similar."};
    case NoGround::elsewhere: return {"在中国没有效力。", "It has no effect in China."};
  }
  return {};
}

RelativeFinding relative_grounds(const Filing& filing, const Entry& earlier, const Examination& examination,
                                 const AspectScores& scores) {
  assert(kind_of(earlier) != EntryKind::gi);
  RelativeFinding finding;
  const Date day = std::max(filing.filed, filing.as_of);
  compare_standing(finding, filing, earlier, day);
  const auto used = used_before(filing, earlier);
  const Timing timing = timing_of(filing, earlier);
  const SignRelation signs = relation_of(examination, scores);
  if (!has_effect_in_china(earlier)) return without(NoGround::elsewhere, std::move(finding));
  if (filed_by_any(filing, owners_of(earlier))) return without(NoGround::own, std::move(finding));
  const bool copied = is_copied_picture(scores, timing);
  const auto unless_copied = [&](NoGround reason) {
    if (!copied) return without(reason, std::move(finding));
    add_copied_picture(finding, filing, earlier);
    return std::move(finding);
  };
  if (finding.standing == Standing::dead) return unless_copied(NoGround::dead);
  if (timing == Timing::later && !used) return without(NoGround::not_earlier, std::move(finding));
  if (signs == SignRelation::different) return without(NoGround::signs_not_similar, std::move(finding));

  const Bilingual text = facts(filing, earlier, signs, examination, finding, timing);
  const bool known = recognition_by(events_of(earlier), day) != nullptr, registered = finding.standing == Standing::in_force;
  if (finding.goods.relation == GoodsRelation::presumed_dissimilar) {
    const bool reaches_far = known && timing != Timing::later && (registered || filing.law == LawVersion::cn_tml_2026);
    if (!reaches_far || signs == SignRelation::notable) return unless_copied(NoGround::goods_dissimilar);
    add_well_known(finding, GroundCode::well_known_mark, filing, signs, text);
    return finding;
  }
  const Risk risk = risk_of(signs, examination, scores, finding.goods);
  if (risk == Risk::none) return without(NoGround::signs_not_similar, std::move(finding));
  if (timing == Timing::later) add_prior_use(finding, filing, signs, risk, *used, text);
  else add_grounds(finding, filing, signs, risk, timing, text);
  if (signs != SignRelation::notable) {
    if (known && !registered && timing != Timing::later) add_well_known(finding, GroundCode::unregistered_well_known, filing, signs, text);
    if (timing != Timing::later) add_relations(finding, filing, earlier, risk, text);
  }
  if (timing != Timing::later) add_trade_name(finding, filing, earlier, text);
  most_serious_first(finding.grounds);
  return finding;
}

}  // namespace marque
