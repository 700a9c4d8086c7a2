#include <catch2/catch.hpp>

#include "grounds/filings.hpp"
#include "marque/grounds/relative.hpp"

using namespace marque;
using test::day;
using test::filing_of;
using test::in_class;

namespace {

/// Made up for the test: no such registration.
Trademark earlier(Status status = Status::registered) {
  Trademark made{*NationalNumber::parse("99000001")};
  made.mark.text = "睿蔻澜";
  made.scope = {in_class(25, {"服装"})};
  made.owners = {test::party("测试在先权利人")};
  made.dates.filed = day("2020-01-06");
  made.status = status;
  if (status == Status::registered) {
    made.dates.registered = day("2020-12-07");
    made.dates.expires = day("2030-12-06");
  }
  return made;
}

Filing later(const char* filed = "2026-11-22") {
  Filing filing = filing_of("睿蔻岚", filed);
  filing.scope = {in_class(25, {"服装"})};
  return filing;
}

RelativeFinding against(const Filing& filing, const Trademark& mark, Verdict verdict = Verdict::similar, float best = 0.9f) {
  AspectScores scores;
  scores.appearance = scores.overall = best;
  return relative_grounds(filing, mark, Examination{verdict, {"W04"}, {}}, scores);
}

}  // namespace

TEST_CASE("risk follows from how close the signs and the goods are") {
  const auto [verdict, best, goods, expected] = GENERATE(table<Verdict, float, const char*, std::string>({
      {Verdict::identical, 1.0f, "服装", "identical_mark:high"},
      {Verdict::similar, 0.9f, "服装", "similar_mark:high"},
      {Verdict::similar, 0.7f, "服装", "similar_mark:medium"},
      {Verdict::identical, 1.0f, "", "identical_mark:medium"},
      {Verdict::similar, 0.7f, "", "similar_mark:low"},
      {Verdict::not_similar, 0.8f, "服装", "similar_mark:low"},
      {Verdict::not_similar, 0.8f, "", "similar_mark:low"},
      {Verdict::not_similar, 0.3f, "服装", ""},
  }));
  CAPTURE(verdict, best, goods);
  Filing filing = later();
  filing.scope = {*goods ? in_class(25, {goods}) : in_class(25)};
  const auto finding = against(filing, earlier(), verdict, best);
  CHECK(test::shown(finding.grounds) == expected);
  CHECK((finding.reason == NoGround::none) == !expected.empty());
}

TEST_CASE("the earlier mark with words that describe goods, place or trade is as close as closely alike signs, whatever their length") {
  const auto risk_by = [](std::vector<std::string> rules) {
    AspectScores scores;
    scores.appearance = scores.overall = 0.6f;
    return test::shown(relative_grounds(later(), earlier(), Examination{Verdict::similar, std::move(rules), {}}, scores).grounds);
  };
  CHECK(risk_by({"W12", "W13", "W16"}) == "similar_mark:high");
  CHECK(risk_by({"W04", "W13"}) == "similar_mark:medium");   // the rest is only alike
  CHECK(risk_by({"W14"}) == "similar_mark:medium");
}

TEST_CASE("the sentence names the rules, and the goods of the side that names any") {
  Filing filing = later();
  filing.scope = {in_class(25, {""})};
  AspectScores scores;
  scores.appearance = scores.overall = 0.9f;
  const auto finding = relative_grounds(filing, earlier(), Examination{Verdict::similar, {"W04", "W13"}, {}}, scores);
  REQUIRE_FALSE(finding.grounds.empty());
  CHECK(finding.grounds[0].explanation.zh.find("（规则W04、W13）") != std::string::npos);
  CHECK(finding.grounds[0].explanation.en.find("(rules W04, W13)") != std::string::npos);
  CHECK(finding.grounds[0].explanation.zh.find("（ /") == std::string::npos);
}

TEST_CASE("close signs that no rule calls similar are worth a look where of the goods only the class is known") {
  Filing filing = later();
  filing.scope = {in_class(25)};
  Trademark mark = earlier();
  mark.scope = {in_class(25)};
  AspectScores scores;
  scores.sound = scores.overall = 0.93f;
  const auto finding = relative_grounds(filing, mark, Examination{Verdict::not_similar, {}, {"PY5"}}, scores);
  CHECK(test::shown(finding.grounds) == "similar_mark:low");
  CHECK(finding.grounds.at(0).explanation.en.find("no rule calls them similar (exception PY5)") != std::string::npos);
  scores.overall = 0.6f;   // one common character of two
  CHECK(relative_grounds(filing, mark, Examination{Verdict::not_similar, {}, {}}, scores).reason == NoGround::signs_not_similar);
  scores.overall = 0.93f;
  filing.scope = {};   // nothing is known of the goods
  CHECK(relative_grounds(filing, mark, Examination{Verdict::not_similar, {}, {}}, scores).reason == NoGround::signs_not_similar);
}

TEST_CASE("marks without words are named as pictures, and one rule is not called several") {
  Filing filing = later();
  filing.subject = *make_subject("");
  Trademark mark = earlier();
  const auto sentence = [&] { return against(filing, mark).grounds.at(0).explanation; };
  CHECK(sentence().en.starts_with("The picture filed and the earlier “睿蔻澜” (99000001) are similar signs (rule W04);"));
  mark.mark.text.clear();
  CHECK(sentence().en.starts_with("The picture filed and the earlier figurative mark (99000001) are"));
  CHECK(sentence().zh.starts_with("申请的图形与在先的图形商标（99000001）标志近似（规则W04）"));
}

TEST_CASE("no ground is founded by what is one's own, dead, later, or for other goods") {
  Filing own = later();
  own.applicants = {test::party("测试在先权利人")};
  CHECK(against(own, earlier()).reason == NoGround::own);
  CHECK(against(later(), earlier(Status::refused)).reason == NoGround::dead);
  CHECK(against(later("2019-12-02"), earlier()).reason == NoGround::not_earlier);
  Filing other = later();
  other.scope = {in_class(9, {"计算机"})};
  CHECK(against(other, earlier()).reason == NoGround::goods_dissimilar);
  CHECK_FALSE(sentence_of(NoGround::own).zh.empty());
}

TEST_CASE("a pending application stands in the way as the first to file") {
  CHECK(test::shown(against(later(), earlier(Status::examination)).grounds) == "similar_mark:high earlier_application:high");
  Filing same_day = later("2020-01-06");
  CHECK(test::shown(against(same_day, earlier(Status::examination)).grounds) == "earlier_application:medium");
}

TEST_CASE("an unknown filing date counts as earlier, and the explanation says so") {
  Trademark undated = earlier();
  undated.dates.filed.reset();
  const auto grounds = against(later(), undated).grounds;
  REQUIRE(grounds.size() == 1);
  CHECK(grounds[0].explanation.zh.find("按在先处理") != std::string::npos);
  CHECK(against(later(), earlier()).grounds[0].explanation.zh.find("按在先处理") == std::string::npos);
}

TEST_CASE("the year after the end of a right bars like marks, from 2027 only where it was given up") {
  const auto [status, filed, expected] = GENERATE(table<Status, const char*, std::string>({
      {Status::cancelled, "2026-11-22", "CN-TML-2019 Art.50"},
      {Status::surrendered, "2026-11-22", "CN-TML-2019 Art.50"},
      {Status::surrendered, "2027-02-01", "CN-TML-2026 Art.49"},
      {Status::cancelled, "2027-02-01", ""},
      {Status::surrendered, "2028-02-01", ""},
  }));
  CAPTURE(status, filed);
  Trademark ended = earlier(status);
  ended.dates.ended = day("2026-06-01");
  const auto finding = against(later(filed), ended);
  CHECK((finding.grounds.empty() ? std::string() : finding.grounds[0].provision) == expected);
}

TEST_CASE("a mark recognised as well known reaches other goods") {
  Trademark known = earlier();
  known.events.push_back({EventKind::well_known, day("2022-05-05")});
  Filing other = later();
  other.scope = {in_class(9, {"计算机"})};
  CHECK(test::shown(against(other, known).grounds) == "well_known_mark:medium");
  CHECK(test::shown(against(later(), known).grounds) == "similar_mark:high");
  other.filed = other.as_of = day("2022-05-04");   // the day before
  CHECK(against(other, known).reason == NoGround::goods_dissimilar);
}

TEST_CASE("a mark recognised as well known and not registered here reaches like goods, from 2027 all goods") {
  Trademark known = earlier(Status::examination);
  known.events.push_back({EventKind::well_known, day("2022-05-05")});
  Filing other = later();
  other.scope = {in_class(9, {"计算机"})};
  CHECK(test::shown(against(later(), known).grounds) == "similar_mark:high earlier_application:high unregistered_well_known:medium");
  CHECK(against(other, known).reason == NoGround::goods_dissimilar);
  Filing revised = later("2027-02-01");
  revised.scope = other.scope;
  const auto finding = against(revised, known);
  CHECK(test::shown(finding.grounds) == "well_known_mark:medium");
  CHECK(finding.grounds.front().provision == "CN-TML-2026 Art.21");
}

TEST_CASE("an applicant tied to the earlier mark meets Art. 15") {
  Filing filing = later();
  filing.applicants = {test::party("测试申请人", "某市某路1号")};
  Trademark principal = earlier();
  principal.agent = test::party("测试申请人");
  CHECK(test::shown(against(filing, principal).grounds) == "similar_mark:high agent_filing:high");

  const auto [kind, status, expected, why] = GENERATE(table<EventKind, Status, bool, std::string>({
      {EventKind::licence, Status::examination, true, "its licensee, the mark unregistered"},
      {EventKind::pledge, Status::examination, true, "its pledgee"},
      {EventKind::licence, Status::registered, false, "Art. 15(2) is for unregistered marks; Art. 30 stands"},
      {EventKind::opposition, Status::examination, false, "an opponent is no business partner"},
  }));
  CAPTURE(why);
  Trademark tied = earlier(status);
  tied.events.push_back({kind, day("2021-05-05"), {}, test::party("测试申请人")});
  CHECK((test::shown(against(filing, tied).grounds).find("related_party") != std::string::npos) == expected);
}

TEST_CASE("one address on both sides is a relation, an unknown one is none") {
  Filing filing = later();
  filing.applicants = {test::party("测试申请人", "某市某路1号")};
  Trademark neighbour = earlier(Status::examination);
  CHECK(test::shown(against(filing, neighbour).grounds).find("related_party") == std::string::npos);
  neighbour.owners.front().address = "某市某路1号";
  CHECK(test::shown(against(filing, neighbour).grounds).find("related_party") != std::string::npos);
}

TEST_CASE("a mark filed later stands in the way where it was used before, and its record says since when") {
  Trademark used = earlier(Status::examination);
  used.events.push_back({EventKind::first_use, day("2018-03-01")});
  CHECK(test::shown(against(later("2019-12-02"), used).grounds) == "prior_use:medium");
  CHECK(against(later("2018-03-01"), used).reason == NoGround::not_earlier);
  CHECK(test::shown(against(later(), used).grounds) == "similar_mark:high earlier_application:high");
}

TEST_CASE("a dead mark founds nothing but the gap year, whatever else its record says") {
  for (const Status status : {Status::lapsed, Status::surrendered, Status::cancelled, Status::invalidated, Status::refused, Status::withdrawn}) {
    Trademark ended = earlier(status);
    ended.dates.ended = day("2020-06-01");
    ended.agent = test::party("测试申请人");
    ended.events.push_back({EventKind::well_known, day("2019-05-05")});
    ended.events.push_back({EventKind::licence, day("2019-05-05"), {}, test::party("测试申请人")});
    ended.events.push_back({EventKind::first_use, day("2018-05-05")});
    Filing filing = later();
    filing.applicants = {test::party("测试申请人")};
    CAPTURE(name_of(status));
    CHECK(against(filing, ended).grounds.empty());
  }
}

TEST_CASE("goods that are only searched together, or placed by a guess, weigh one step less") {
  GoodsEdition made;
  made.items = {{"甲衫", "250001", *SimilarGroup::parse("2501"), 0}, {"丁包", "180001", *SimilarGroup::parse("1802"), 0}};
  std::vector<Error> bad;
  NoteSide home;
  home.group = *SimilarGroup::parse("2501");
  made.notes = parse_goods_note("甲衫与1802丁包交叉检索", home, bad);
  Trademark bag = earlier();
  bag.scope = {in_class(18, {"丁包"})};
  Filing shirt = later();
  shirt.scope = {in_class(25, {"甲衫"})};
  CHECK(against(shirt, bag).reason == NoGround::goods_dissimilar);
  shirt.goods_table = GoodsTable({made});
  const auto finding = against(shirt, bag);
  CHECK(test::shown(finding.grounds) == "similar_mark:medium");
  CHECK(finding.grounds.front().explanation.zh.find("交叉检索") != std::string::npos);
}

TEST_CASE("a partial cancellation bars the goods cancelled for the year, and the goods left as before") {
  Trademark mark = earlier();
  mark.scope = {in_class(25, {"服装", "鞋"})};
  mark.scope.front().goods.back().status = Status::cancelled;
  Event cancelled{EventKind::partial_cancellation, day("2026-06-01")};
  cancelled.goods = {"鞋"};
  mark.events.push_back(cancelled);
  const auto [goods, filed, expected] = GENERATE(table<const char*, const char*, std::string>({
      {"鞋", "2026-11-22", "gap_year:medium"},
      {"服装", "2026-11-22", "similar_mark:high"},
      {"鞋", "2027-02-01", "similar_mark:medium"},  // the 2026 text keeps the year for a surrender alone: the class is left, compared loosely
  }));
  CAPTURE(goods, filed);
  Filing filing = later(filed);
  filing.scope = {in_class(25, {goods})};
  CHECK(test::shown(against(filing, mark).grounds) == expected);
}

TEST_CASE("a mark whose goods have all ended founds nothing, and takes nothing with it") {
  Trademark mark = earlier();
  for (GoodsItem& item : mark.scope.front().goods) item.status = Status::cancelled;
  CHECK(against(later(), mark).reason == NoGround::dead);
  CHECK(compare_goods(later().scope, mark.scope).relation == GoodsRelation::unknown);
}

TEST_CASE("the trade name of an earlier mark's owner is a prior right") {
  const auto [owner, expected] = GENERATE(table<const char*, std::string>({
      {"海门市睿蔻澜家纺有限公司", "similar_mark:high"},
      {"海门市睿蔻岚家纺有限公司", "similar_mark:high prior_name:medium"},
      {"江苏睿蔻岚有限公司", "similar_mark:high prior_name:medium"},
      {"睿蔻岚", "similar_mark:high"},  // a person's or a bare name: no trade name within it
      {"海门市新睿蔻岚家纺有限公司", "similar_mark:high"},
  }));
  CAPTURE(owner);
  Trademark mark = earlier();
  mark.owners = {test::party(owner)};
  CHECK(test::shown(against(later(), mark).grounds) == expected);
}

TEST_CASE("a copied picture is a prior right whatever the goods, and after the mark has ended") {
  AspectScores scores;
  scores.logo = scores.overall = 0.97f;
  Filing other = later();
  other.scope = {in_class(9, {"计算机"})};
  const Examination similar{Verdict::similar, {"F01"}, {}};
  CHECK(test::shown(relative_grounds(other, earlier(), similar, scores).grounds) == "prior_work:low");
  CHECK(test::shown(relative_grounds(later(), earlier(Status::cancelled), similar, scores).grounds) == "prior_work:low");
  scores.logo = 0.85f;
  CHECK(relative_grounds(other, earlier(), similar, scores).reason == NoGround::goods_dissimilar);
}
