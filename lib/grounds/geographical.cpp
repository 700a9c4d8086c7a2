#include "marque/grounds/geographical.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "grounds/applicants.hpp"
#include "grounds/goods_words.hpp"
#include "grounds/indication_parts.hpp"
#include "grounds/order.hpp"
#include "law/table_text.hpp"
#include "law/words.hpp"
#include "marque/law/indication.hpp"
#include "marque/law/standing.hpp"

MARQUE_EMBEDDED(marque_linked_classes)

namespace marque {
namespace {

/// How far the filing's goods are from the indication's.
enum class GoodsReach { near, linked, far };

bool are_linked(NiceClass product, NiceClass other) {
  bool linked = false;
  for_each_row(embedded(marque_linked_classes, marque_linked_classes_end), [&](const auto& fields) {
    if (fields[0] != product.to_string()) return;
    for_each_part(fields[1], ' ', [&](std::string_view c) { linked = linked || c == other.to_string(); });
  });
  return linked;
}

GoodsReach reach_of(const Filing& filing, const GeographicalIndication& indication, const GoodsComparison& goods) {
  if (goods.relation != GoodsRelation::presumed_dissimilar) return GoodsReach::near;
  const ClassSet ours = classes_of(filing.scope), theirs = classes_of(indication.scope);
  if (ours.intersects(theirs)) return GoodsReach::near;
  for (const NiceClass product : theirs.classes())
    for (const NiceClass other : ours.classes())
      if (are_linked(product, other)) return GoodsReach::linked;
  return GoodsReach::far;
}

bool is_holder_or_user(const Filing& filing, const GeographicalIndication& indication) {
  if (filed_by_any(filing, indication.holders)) return true;
  std::vector<Party> users;
  for (const LawfulUser& user : indication.users)
    if (is_lawful_on(user, filing.filed)) users.push_back(user.party);
  return filed_by_any(filing, users);
}

/// Other divisions that bear the name of the indication's place.
std::vector<AreaCode> namesakes_of(const IndicationParts& parts) {
  std::vector<AreaCode> others;
  for (const PlaceMention& mention : place_mentions(parts.name)) {
    if (mention.in_pinyin) continue;
    std::vector<AreaCode> all = mention.namesakes;
    all.push_back(mention.division.code);
    for (const AreaCode code : all)
      if (std::none_of(parts.area.begin(), parts.area.end(), [&](AreaCode own) { return same_area(own, code); })) others.push_back(code);
  }
  return others;
}

Risk first_risk(Evocation kind) { return kind == Evocation::place_and_product ? Risk::medium : Risk::high; }

Bilingual goods_sentence(GoodsReach reach, const GoodsComparison& goods) {
  if (goods.relation == GoodsRelation::unknown)
    return {"商品未列明，未比对；", "The goods are not all named and were not compared; "};
  if (reach == GoodsReach::near)
    return {"商品" + std::string(chinese_of(goods.relation)) + "（" + compared_goods(goods).zh + "）；",
            "Goods: " + english_of(goods.relation) + " (" + compared_goods(goods).en + "); "};
  return {"商品不相同但有关联，公众仍可能认为来自该地区；",
          "The goods differ but are linked, so that the public may still take them to come from the area; "};
}

struct Case {
  const Filing& filing;
  const GeographicalIndication& indication;
  const EvocationFinding& evocation;
  const IndicationParts& parts;
  GoodsReach reach;
  Risk risk;
  Bilingual goods;
  bool from_area;
  bool homonym;
  Limb limb;
};

Ground ground(const Case& c, GroundCode code, Risk risk, const Bilingual& why) {
  return make_ground(code, risk, c.filing.law, {c.evocation.sentence.zh + why.zh, c.evocation.sentence.en + " " + why.en});
}

Bilingual origin_sentence(const Case& c) {
  if (c.from_area)
    return {"申请人在该地区，但未列为合法使用人。", "the applicant sits in the area but is not listed as a lawful user."};
  if (c.homonym)
    return {"申请人在另一同名地区，属同名地理标志问题，须能与之区别。",
            "the applicant sits in another place of the same name: a homonym, which must be told apart."};
  return {"未见商品来自该地区，易误导公众。", "nothing shows that the goods come from the area, which may mislead the public."};
}

Bilingual limb_sentence(Limb limb) {
  const std::string letter(name_of(limb));
  if (limb == Limb::none) return {};
  return {"参照中欧地理标志协定第4条第1款（" + letter + "）项。", " Compare Art. 4(1)(" + letter + ") of the EU-China Agreement."};
}

/// A registration older than the indication, which Art. 16(1) keeps where it was obtained in good faith.
bool is_older_registration(const Case& c) {
  if (!c.filing.registered) return false;
  const auto protected_from = priority_date_of(c.indication);
  return !protected_from || *c.filing.registered < *protected_from;
}

void add_misleading(const Case& c, std::vector<Ground>& grounds) {
  const Bilingual origin = origin_sentence(c), limb = limb_sentence(c.limb);
  const Bilingual why{c.goods.zh + origin.zh + limb.zh, c.goods.en + origin.en + limb.en};
  if (is_older_registration(c)) {
    grounds.push_back(ground(c, GroundCode::gi_misleading, Risk::low,
                             {why.zh + "但该商标注册在先，善意取得的继续有效。",
                              why.en + " But the mark was registered before and stays valid where obtained in good faith."}));
    return;
  }
  grounds.push_back(ground(c, GroundCode::gi_misleading, c.from_area || c.homonym ? lower(c.risk) : c.risk, why));
}

/// An indication that is a collective or certification mark, too, is an earlier mark (SPC grant provisions Art. 17).
void add_earlier_mark(const Case& c, std::vector<Ground>& grounds) {
  const std::vector<GiRegistration> live = registrations_on(c.indication, c.filing.filed);
  const auto mark = std::find_if(live.begin(), live.end(), [](const GiRegistration& r) { return r.system == GiSystem::trademark; });
  if (mark == live.end() || c.reach != GoodsReach::near) return;
  const GroundCode code = c.evocation.kind == Evocation::name ? GroundCode::identical_mark : GroundCode::similar_mark;
  const std::string number = mark->number.empty() ? "" : " " + mark->number;
  grounds.push_back(ground(c, code, c.risk,
                           {"该地理标志已注册为集体商标或者证明商标" + number + "，构成在先商标。",
                            "The indication is registered as collective or certification mark" + number + " and stands as an earlier mark."}));
}

void add_deceptive(const Case& c, std::vector<Ground>& grounds) {
  if (c.from_area || c.homonym || is_older_registration(c)) return;
  grounds.push_back(ground(c, GroundCode::deceptive_origin, c.risk,
                           {"商品并非来自该地区的，易使公众对产地误认。",
                               "Goods from elsewhere would deceive the public about their origin."}));
}

void add_place(const Case& c, std::vector<Ground>& grounds) {
  if (c.filing.kind != MarkKind::ordinary) return;
  for (const PlaceMention& mention : place_mentions(c.filing.subject.name)) {
    if (mention.in_pinyin || !in_area(c.parts, mention)) continue;
    if (!mention.other_meaning.zh.empty() && !mention.full_name) continue;
    const std::string code = mention.division.code.to_string();
    grounds.push_back(make_ground(GroundCode::place_name, mention.whole ? Risk::high : Risk::medium, c.filing.law,
                       {"标志含有县级以上行政区划“" + mention.division.name + "”（" + code + "）的地名。",
                        "The mark contains the name of “" + mention.division.name + "” (" + code + "), a division at county level or above."}));
    return;
  }
}

GeographicalFinding without(GeographicalFinding finding, Bilingual reason) {
  finding.reason = std::move(reason);
  return finding;
}

}  // namespace

std::optional<IndicationParts> parts_of(const GeographicalIndication& indication) {
  auto name = normalize(indication.name);
  if (!name) return std::nullopt;
  IndicationParts parts{std::move(*name), {}, {}, indication.area.codes, PlaceLevel::county};
  std::size_t after_place = 0;
  for (const PlaceMention& mention : place_mentions(parts.name)) {
    if (mention.in_pinyin) continue;
    parts.place = mention.text;
    after_place = mention.position + mention.text.size();
    if (indication.area.codes.empty()) parts.area = {mention.division.code};
  }
  const auto product = normalize(indication.product);
  if (product && !product->han.empty()) parts.product = product->han;
  else if (after_place != 0) parts.product = parts.name.han.substr(after_place);
  for (const AreaCode code : parts.area)
    if (const auto division = division_of(code)) parts.level = std::min(parts.level, division->level);
  return parts;
}

bool in_area(const IndicationParts& parts, const Division& division) {
  return division.level >= parts.level && std::any_of(parts.area.begin(), parts.area.end(), [&](AreaCode code) {
           return same_area(code, division.code);
         });
}

bool in_area(const IndicationParts& parts, const PlaceMention& mention) {
  return in_area(parts, mention.division) ||
         std::any_of(mention.namesakes.begin(), mention.namesakes.end(), [&](AreaCode code) {
           const auto division = division_of(code);
           return division && in_area(parts, *division);
         });
}

bool homonymous(const GeographicalIndication& a, const GeographicalIndication& b) {
  const auto of_a = parts_of(a), of_b = parts_of(b);
  if (!of_a || !of_b || of_a->name.skeleton != of_b->name.skeleton || of_a->area.empty() || of_b->area.empty()) return false;
  return std::none_of(of_a->area.begin(), of_a->area.end(), [&](AreaCode mine) {
    return std::any_of(of_b->area.begin(), of_b->area.end(), [&](AreaCode theirs) { return same_area(mine, theirs); });
  });
}

GeographicalFinding geographical_grounds(const Filing& filing, const GeographicalIndication& indication) {
  GeographicalFinding finding;
  finding.goods = compare_goods(filing.scope, indication.scope, filing.goods_table);
  finding.evocation = evokes(indication, filing.subject);
  if (finding.evocation.kind == Evocation::none)
    return without(std::move(finding), {"标志不使人联想到该地理标志。", "The mark does not recall the indication."});
  finding.own = is_holder_or_user(filing, indication);
  if (finding.own)
    return without(std::move(finding), {"申请人是该地理标志的权利人或合法使用人。", "The applicant is its holder or a lawful user."});
  const Standing standing = standing_on(indication, std::max(filing.filed, filing.as_of));
  if (standing == Standing::dead || standing == Standing::gap_year)
    return without(std::move(finding), {"该地理标志已不受保护。", "The indication is no longer protected."});
  const GoodsReach reach = reach_of(filing, indication, finding.goods);
  if (reach == GoodsReach::far)
    return without(std::move(finding), {"商品与该产品无关联。", "The goods have no link with the product."});

  const auto parts = parts_of(indication);
  const bool from_area = sits_in(filing, parts->area) == Seat::there;
  const auto others = namesakes_of(*parts);
  finding.homonym = !from_area && !others.empty() && sits_in(filing, others) == Seat::there;
  finding.limb = limb_of(finding.evocation.kind, reach == GoodsReach::near, from_area);
  const Risk risk = first_risk(finding.evocation.kind);
  const Case c{filing, indication, finding.evocation, *parts, reach, reach == GoodsReach::near ? risk : lower(risk),
               goods_sentence(reach, finding.goods), from_area, finding.homonym, finding.limb};
  add_misleading(c, finding.grounds);
  add_deceptive(c, finding.grounds);
  add_place(c, finding.grounds);
  add_earlier_mark(c, finding.grounds);
  most_serious_first(finding.grounds);
  return finding;
}

}  // namespace marque
