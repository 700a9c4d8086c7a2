#include "marque/grounds/absolute.hpp"

#include <algorithm>

#include "grounds/order.hpp"
#include "grounds/weights.hpp"
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
};

/// What weighs for the mark, and how much risk it leaves.
struct Weighed {
  Risk risk;
  Bilingual why;
};

std::vector<Place> places_in(const NormalForm& name) {
  std::vector<Place> places;
  for (const PlaceMention& m : place_mentions(name)) {
    if (!m.other_meaning.zh.empty() && !m.full_name) continue;  // the plain word is stronger than the place
    const std::string code = m.division.code.to_string();
    Bilingual what{"县级以上行政区划“" + m.division.name + "”（" + code + "）的名称",
                   "names “" + m.division.name + "” (" + code + "), a division at county level or above"};
    if (m.division.to != 0) {
      const std::string year = std::to_string(m.division.to);
      what = {what.zh + "，已于" + year + "年撤销", what.en + ", abolished in " + year};
    }
    places.push_back({encode_utf8(m.text), what, m.whole, m.division.to != 0});
  }
  for (const ForeignPlaceMention& m : foreign_place_mentions(name))
    places.push_back({encode_utf8(m.text), {"公众知晓的外国地名（" + m.what.zh + "）",
        "is a foreign place known to the public (" + m.what.en + ")"},
                      m.whole, false});
  return places;
}

/// What is left of a text without one place name.
std::u32string without(std::u32string text, const std::string& place) {
  const std::u32string points = decode_utf8(place).value_or(std::u32string{});
  if (const std::size_t at = text.find(points); at != std::u32string::npos) text.erase(at, points.size());
  return text;
}

/// Whether words say no more than what goods they are for: 山羊 on 山羊肉.
bool describes_goods(const std::u32string& words, const std::vector<ClassScope>& scope) {
  for (const ClassScope& in_class : scope)
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
  if (han.size() >= weights::distinctive_han && !describes_goods(han, filing.scope)) return true;
  return name.distinctive_han.empty() && letters.size() >= weights::distinctive_letters;
}

Weighed weighed(const Filing& filing, const Place& place, std::size_t places) {
  if (named_by_applicant(filing, place.text))
    return {Risk::low, {"申请人名称含该地名，可能适用例外", "the applicant's own name contains it, which may speak for the mark"}};
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

void add_places(const Filing& filing, std::vector<Ground>& grounds) {
  if (filing.kind != MarkKind::ordinary) return;  // a place may be part of a collective or certification mark
  const std::vector<Place> places = places_in(filing.subject.name);
  for (const Place& place : places) {
    const Weighed outcome = weighed(filing, place, places.size());
    const std::string quoted = "“" + place.text + "”";
    grounds.push_back({GroundCode::place_name, outcome.risk, provision_of(GroundCode::place_name, filing.law),
                       {quoted + "是" + place.what.zh + "；" + outcome.why.zh + "。",
                        quoted + " " + place.what.en + "; " + outcome.why.en + "."}});
  }
}

Weighed weighed(const BarredSign& sign) {
  if (sign.exception == SignException::objective_thing) return {Risk::none, {}};
  if (sign.exception == SignException::nationality)
    return {Risk::medium, {"与显著部分相互独立、仅表明国籍的，可能适用例外",
                           "an exception may apply where it only shows nationality beside an independent distinctive part"}};
  if (sign.identical) return {Risk::high, {"标志与之相同", "the mark is the same"}};
  return {Risk::high, {"标志含有该名称", "the mark contains it"}};
}

void add_signs(const Filing& filing, std::vector<Ground>& grounds) {
  for (const BarredSign& sign : barred_signs(filing.subject.name)) {
    const Weighed outcome = weighed(sign);
    if (outcome.risk == Risk::none) continue;
    grounds.push_back({GroundCode::barred_sign, outcome.risk,
                       provision_of(GroundCode::barred_sign, filing.law, sign.article),
                       {sign.why.zh + "；" + outcome.why.zh + "。", sign.why.en + "; " + outcome.why.en + "."}});
  }
}

}  // namespace

std::vector<Ground> absolute_grounds(const Filing& filing) {
  std::vector<Ground> grounds;
  add_signs(filing, grounds);
  add_places(filing, grounds);
  most_serious_first(grounds);
  return grounds;
}

}  // namespace marque
