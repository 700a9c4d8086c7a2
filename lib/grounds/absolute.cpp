#include "marque/grounds/absolute.hpp"

#include <algorithm>

#include "grounds/applicants.hpp"
#include "grounds/goods_words.hpp"
#include "grounds/order.hpp"
#include "grounds/weights.hpp"
#include "marque/grounds/deception.hpp"
#include "marque/grounds/distinctiveness.hpp"
#include "marque/law/place_names.hpp"
#include "marque/law/signs.hpp"
#include "marque/text/encoding.hpp"

namespace marque {
namespace {

/// A place name in the mark, of China or abroad, as far as Art. 10(2) looks at it.
struct Place {
  std::string text;
  Bilingual what;
  bool whole = false;
  bool abolished = false;
  bool has_meaning = false;        ///< a word with another meaning, which is not known to be the stronger
  std::vector<AreaCode> areas{};   ///< the divisions meant; empty for a place abroad
};

/// What weighs for the mark, and how much risk it leaves.
struct Weighed {
  Risk risk;
  Bilingual why;
};

std::vector<Place> places_in(const NormalForm& name) {
  std::vector<Place> places;
  for (const PlaceMention& m : place_mentions(name)) {
    const bool has_meaning = !m.other_meaning.zh.empty() && !m.full_name;
    const bool doubtful = !m.meaning_in_practice && m.division.level != PlaceLevel::county && m.whole;
    if (has_meaning && !doubtful) continue;  // the plain word is stronger than the place
    const std::string code = m.division.code.to_string();
    Bilingual what{"县级以上行政区划“" + m.division.name + "”（" + code + "）的名称",
                   "names “" + m.division.name + "” (" + code + "), a division at county level or above"};
    if (m.division.to != 0) {
      const std::string year = std::to_string(m.division.to);
      what = {what.zh + "，已于" + year + "年撤销", what.en + ", abolished in " + year};
    }
    if (has_meaning) what = {what.zh + "，又有“" + m.other_meaning.zh + "”之义", what.en + ", and a word for " + m.other_meaning.en};
    std::vector<AreaCode> areas = m.namesakes;
    areas.push_back(m.division.code);
    places.push_back({encode_utf8(m.text), what, m.whole, m.division.to != 0, has_meaning, std::move(areas)});
  }
  for (const ForeignPlaceMention& m : foreign_place_mentions(name))
    places.push_back({encode_utf8(m.text), {"公众知晓的外国地名（" + m.what.zh + "）",
        "is a foreign place known to the public (" + m.what.en + ")"},
                      m.whole, false, false, {}});
  return places;
}

/// What is left of a text without one place name.
std::u32string without(std::u32string text, const std::string& place) {
  const std::u32string points = decode_utf8(place).value_or(std::u32string{});
  if (const std::size_t at = text.find(points); at != std::u32string::npos) text.erase(at, points.size());
  return text;
}

/// Whether words say no more than what goods they are for: 山羊 on 山羊肉, or in class 31.
bool describes_goods(const std::u32string& words, const Filing& filing) {
  const DescriptiveWord* known = descriptive_word(words);
  if (known != nullptr && reaches(filing, known->classes)) return true;
  for (const ClassScope& in_class : filing.scope)
    for (const GoodsItem& item : in_class.goods) {
      const auto goods = normalize(item.name);
      if (!goods || goods->han.empty()) continue;
      if (goods->han.find(words) != std::u32string::npos || words.find(goods->han) != std::u32string::npos) return true;
    }
  return false;
}

bool named_by_applicant(const Filing& filing, const std::string& place) {
  return std::any_of(filing.applicants.begin(), filing.applicants.end(), [&](const Party& applicant) {
    const auto name = normalize(applicant.name);
    const auto points = decode_utf8(place);
    return name && points && name->han.find(*points) != std::u32string::npos;
  });
}

bool has_distinctive_rest(const Filing& filing, const Place& place) {
  const NormalForm& name = filing.subject.name;
  const std::u32string han = without(name.distinctive_han, place.text);
  const std::u32string letters = without(name.distinctive_letters, place.text);
  if (han.size() >= weights::distinctive_han && !describes_goods(han, filing)) return true;
  return name.distinctive_han.empty() && letters.size() >= weights::distinctive_letters;
}

Weighed weighed(const Filing& filing, const Place& place, std::size_t places) {
  if (named_by_applicant(filing, place.text))
    return {Risk::low, {"申请人名称含该地名，可能适用例外", "the applicant's own name contains it, which may speak for the mark"}};
  if (place.has_meaning)
    return {Risk::low, {"该含义是否强于地名含义，未见审查实践", "whether that meaning is the stronger is not documented"}};
  if (place.whole && place.abolished)
    return {Risk::medium, {"标志仅由该旧地名构成，公众仍可能认识", "the mark is nothing else, and the old name may still be known"}};
  if (place.whole) return {Risk::high, {"标志仅由该地名构成", "the mark is nothing else"}};
  if (places > 1) return {Risk::low, {"由两个以上地名组合，未必误认产地",
      "several place names together need not mislead as to origin"}};
  if (place.abolished) return {Risk::low, {"含已撤销的地名", "the mark contains a name no longer in use"}};
  if (has_distinctive_rest(filing, place))
    return {Risk::low, {"与其他文字组合，整体可能另有含义", "with its other words the whole may mean something else"}};
  return {Risk::medium, {"其他部分不足以使整体含义有别于该地名", "what stands beside it does not give the whole another meaning"}};
}

/// Goods of an applicant from elsewhere would be taken to come from the place the mark names.
void add_origin(const Filing& filing, const Place& place, Risk risk, std::vector<Ground>& grounds) {
  if (place.has_meaning || place.abolished || sits_in(filing, place.areas) != Seat::elsewhere) return;
  const std::string quoted = "“" + place.text + "”";
  grounds.push_back(make_ground(GroundCode::deceptive_origin, std::min(risk, Risk::medium), filing.law,
                                {quoted + "不是申请人所在地；商品并非来自该地的，易使公众对产地误认。",
                                 quoted + " is not where the applicant sits; goods from elsewhere would deceive the public about their origin."}));
}

void add_places(const Filing& filing, std::vector<Ground>& grounds) {
  if (filing.kind != MarkKind::ordinary) return;  // a place may be part of a collective or certification mark
  const std::vector<Place> places = places_in(filing.subject.name);
  for (const Place& place : places) {
    const Weighed outcome = weighed(filing, place, places.size());
    const std::string quoted = "“" + place.text + "”";
    grounds.push_back(make_ground(GroundCode::place_name, outcome.risk, filing.law,
                                  {quoted + "是" + place.what.zh + "；" + outcome.why.zh + "。",
                                   quoted + " " + place.what.en + "; " + outcome.why.en + "."}));
    add_origin(filing, place, outcome.risk, grounds);
  }
}

/// Whether a division's short form is a word of its own: 安康.
bool is_a_word(const Division& division) {
  const auto full = normalize(division.name);
  if (!full || full->han.size() < 2) return false;
  const auto shorter = normalize(encode_utf8(full->han.substr(0, full->han.size() - 1)));
  const auto mentions = shorter ? place_mentions(*shorter) : std::vector<PlaceMention>{};
  return std::any_of(mentions.begin(), mentions.end(), [](const PlaceMention& m) { return !m.other_meaning.zh.empty(); });
}

/// Pinyin of a city at prefecture level, which is a place name where the city is one of the famous ones for tourists: no list of them was found.
void add_spelled_cities(const Filing& filing, std::vector<Ground>& grounds) {
  if (filing.kind != MarkKind::ordinary || !place_mentions(filing.subject.name).empty()) return;
  for (const Division& place : spelled_places(filing.subject.name)) {
    if (place.level != PlaceLevel::prefecture || is_a_word(place)) continue;
    const std::string code = place.code.to_string();
    grounds.push_back(make_ground(GroundCode::place_name, Risk::low, filing.law,
                                  {"标志是地级行政区划“" + place.name + "”（" + code + "）的拼音；著名旅游城市的拼音视为地名，该市是否属之未核实。",
                                   "The mark spells “" + place.name + "” (" + code + "), at prefecture level; the pinyin of cities famous among tourists "
                                   "counts as a place name, and whether this is one was not verified."}));
    return;
  }
}

/// Pinyin of a place that is none under Art. 10(2), filed by somebody from elsewhere: HAIMEN.
void add_spelled_origin(const Filing& filing, std::vector<Ground>& grounds) {
  if (filing.kind != MarkKind::ordinary || !place_mentions(filing.subject.name).empty()) return;
  const std::vector<Division> places = spelled_places(filing.subject.name);
  if (places.empty()) return;
  std::vector<AreaCode> areas;
  std::string names;
  for (const Division& place : places) {
    areas.push_back(place.code);
    names += (names.empty() ? "" : "、") + place.name;
  }
  if (sits_in(filing, areas) != Seat::elsewhere) return;
  grounds.push_back(make_ground(GroundCode::deceptive_origin, Risk::low, filing.law,
                                {"标志拼出地名“" + names + "”，不是申请人所在地；该拼音本身不属地名，但可能使公众对产地误认。",
                                 "The mark spells the place " + names + ", which is not where the applicant sits; that pinyin is no place name "
                                 "under the article, but may deceive about origin."}));
}

Weighed weighed(const BarredSign& sign) {
  if (sign.exception == SignException::objective_thing) return {Risk::none, {}};
  if (sign.exception == SignException::nationality)
    return {Risk::medium, {"与显著部分相互独立、仅表明国籍的，可能适用例外",
                           "an exception may apply where it only shows nationality beside an independent distinctive part"}};
  const bool by_effect = sign.article == "10(1)(6)" || sign.article == "10(1)(8)";  // what the public makes of the whole decides
  if (sign.identical) return {Risk::high, {"标志与之相同", "the mark is the same"}};
  return {by_effect ? Risk::medium : Risk::high, {"标志含有该文字", "the mark contains it"}};
}

void add_signs(const Filing& filing, std::vector<Ground>& grounds) {
  for (const BarredSign& sign : barred_signs(filing.subject.name)) {
    const Weighed outcome = weighed(sign);
    if (outcome.risk == Risk::none) continue;
    const GroundCode code = sign.article == "10(1)(8)" ? GroundCode::adverse_influence : GroundCode::barred_sign;
    grounds.push_back(make_ground(code, outcome.risk, filing.law,
                                  {sign.why.zh + "；" + outcome.why.zh + "。", sign.why.en + "; " + outcome.why.en + "."},
                                  sign.article));
  }
}

/// Art. 19(4): an agency may register marks for its own services only (group 4506).
void add_agency(const Filing& filing, std::vector<Ground>& grounds) {
  const auto agency = std::find_if(filing.applicants.begin(), filing.applicants.end(), is_trademark_agency);
  if (agency == filing.applicants.end()) return;
  const auto own_service = [](const ClassScope& scope) {
    return scope.nice_class.number() == 45 && std::all_of(scope.goods.begin(), scope.goods.end(), [](const GoodsItem& item) {
             return !item.group || item.group->number() == 4506;
           });
  };
  const bool own = !filing.scope.empty() && std::all_of(filing.scope.begin(), filing.scope.end(), own_service);
  if (own) return;
  grounds.push_back(make_ground(GroundCode::agency_filing, Risk::medium, filing.law,
                                {"申请人名称显示其从事商标代理（" + agency->name + "）；除代理服务外不得申请注册其他商标。",
                                 "The applicant's name says that it is a trademark agency (" + agency->name +
                                     "); it may register marks for its agency services only."}));
}

}  // namespace

std::vector<Ground> absolute_grounds(const Filing& filing) {
  std::vector<Ground> grounds;
  const auto add = [&](std::vector<Ground> more) { std::move(more.begin(), more.end(), std::back_inserter(grounds)); };
  add_signs(filing, grounds);
  add_places(filing, grounds);
  add_spelled_cities(filing, grounds);
  add_spelled_origin(filing, grounds);
  add(deception_grounds(filing));
  add(distinctiveness_grounds(filing));
  add_agency(filing, grounds);
  most_serious_first(grounds);
  return grounds;
}

}  // namespace marque
