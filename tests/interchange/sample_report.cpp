#include "interchange/sample_report.hpp"

namespace marque::test {
namespace {

const Date today = *Date::parse("2026-11-22");

ClassScope clothing() {
  return {*NiceClass::make(25), {GoodsItem{"服装", *SimilarGroup::parse("2501"), {}}, GoodsItem{"鞋", {}, {}}}, {}};
}

/// The whole of the one picture, tilted, is a block of the other, mirrored.
PictureEvidence mirrored_block() {
  PictureEvidence evidence{{0.4321F, 0.5F, 3, 1, LogoTurn::mirrored_rotated, LogoTurn::mirrored},
                           {LogoView::whole, LogoAlteration::rotated, 2, 0.1F, 0.2F, 0.5F, 0.6F},
                           {LogoView::block, LogoAlteration::none, 0, 0, 0, 0.4F, 1},
                           LogoAlignment{{10, 20, 50, 60}, {0, 0, 80, 200}, 0.91F, {}}};
  for (const char c : std::string("\x89PNG\r\n\x1a\n....")) evidence.alignment->overlay.bytes.push_back(static_cast<std::byte>(c));
  return evidence;
}

Finding similar_mark() {
  Finding finding;
  finding.entry = EntrySummary{EntryId{7},
                               EntryKind::trademark,
                               "12345678",
                               "叠石侨",
                               "乙公司 <b>&\"'\u202E",
                               {*NiceClass::make(25)},
                               Status::registered,
                               *Date::parse("2015-01-02"),
                               *Date::parse("2016-03-07"),
                               *Date::parse("2036-03-06"),
                               "aa11",
                               true};
  finding.risk = Risk::high;
  finding.scores = {0.95F, 1.0F, 0.0F, 0.4321F, 0.9731F};
  finding.examination = {Verdict::similar, {"W07", "W12", "W13"}, {}};
  finding.goods = {GoodsRelation::same, {"服装", "服装"}, {"服装", "服装"}, *SimilarGroup::parse("2501")};
  finding.standing = Standing::in_force;
  finding.figures = compare_figures(std::vector{*ViennaCode::parse("3.4.11"), *ViennaCode::parse("26.1.1")},
                                    std::vector{*ViennaCode::parse("3.4.11"), *ViennaCode::parse("26.1.3")});
  finding.grounds = {
      {GroundCode::similar_mark,
       Risk::high,
       "CN-TML-2019 Art.30",
       {"除地名和原料外，与在先商标读音相同、字形相近。",
        "But for the place and the material it sounds like the earlier mark and looks almost the same."}}};
  finding.evidence = {{Aspect::appearance,
                       0.95F,
                       {"三字中两字相同。", "Two of three characters are the same."},
                       {{"叠", "叠", 1.0F, "="}, {"石", "石", 1.0F, "="}, {"桥", "侨", 0.85F, "桥~侨"}}},
                      {Aspect::sound, 1.0F, {"读音相同: dié shí qiáo", "Same sound: dié shí qiáo"}, {}},
                      {Aspect::logo, 0.4321F, {"图样镜像后相近。", "The pictures are alike, one mirrored."}, {}, mirrored_block()}};
  return finding;
}

Finding indication() {
  Finding finding;
  finding.entry = EntrySummary{
      EntryId{9}, EntryKind::gi, "local:海门土布", "海门土布", "海门区土布协会", {*NiceClass::make(24)}, Status::registered, {}, {}, {}, "", false};
  finding.risk = Risk::medium;
  finding.scores = {0.5F, 0.5F, 0.3333F, {}, 0.55F};
  finding.grounds = {{GroundCode::gi_misleading,
                      Risk::medium,
                      "CN-TML-2019 Art.16(1)",
                      {"同时含有地理标志的地名“海门”和产品名“土布”。", "It holds the indication's place, 海门, and its product, 土布 (homespun), together."}}};
  finding.goods = {GoodsRelation::presumed_dissimilar, {"服装", "服装"}, {"第24类", "class 24"}, {}};
  finding.standing = Standing::in_force;
  finding.evidence = {{Aspect::goods, 0.25F, {"服装以布为原料，公众易相联系。", "Clothing is made of cloth: the public links them."}, {}}};
  return finding;
}

Finding absolute() {
  Finding finding;
  finding.risk = Risk::low;
  finding.grounds = {
      {GroundCode::place_name,
       Risk::low,
       "CN-TML-2019 Art.10(2)",
       {"含有县级以上行政区划地名“海门”。", "It contains 海门, the name of a division of county level."}}};
  return finding;
}

}  // namespace

Report sample_report() {
  return {{"海门叠石桥土布", Image{{std::byte{1}}, "image/png"}, {clothing()}, {Party{.name = "甲公司"}}, MarkKind::ordinary, today, today},
          LawVersion::cn_tml_2019,
          {similar_mark(), indication(), absolute()},
          {1200, 3, today, {{"未注册的在先使用。", "Earlier use without registration."}}},
          {0.55F}};
}

Report empty_report() {
  return {{{}, {}, {}, {}, MarkKind::ordinary, {}, today}, LawVersion::cn_tml_2019, {}, {0, 0, today, {}}, {}};
}

Clearance::Explained sample_explanation() {
  Clearance::Explained explained{similar_mark(), {"商品不类似。", "The goods are not similar."}};
  explained.finding.goods = {GoodsRelation::presumed_dissimilar, {"计算机", "计算机"}, {"服装", "服装"}, {}};
  explained.finding.grounds.clear();
  explained.finding.risk = Risk::none;
  return explained;
}

}  // namespace marque::test
