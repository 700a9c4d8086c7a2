#include "marque/grounds/assignment.hpp"

#include <catch2/catch.hpp>

#include "grounds/filings.hpp"

using namespace marque;
using test::in_class;

namespace {

/// Made up: no such registrations.
Trademark mark(const char* number, const char* words, ClassScope scope, const char* owner = "测试权利人", Status status = Status::registered) {
  Trademark made{*NationalNumber::parse(number)};
  made.mark.text = words;
  made.scope = {std::move(scope)};
  made.owners = {test::party(owner)};
  made.status = status;
  return made;
}

std::string shown(const std::vector<BundledMark>& bundle) {
  std::string text;
  for (const BundledMark& one : bundle) text += (text.empty() ? "" : " ") + one.number + (one.certain ? "" : "?");
  return text;
}

}  // namespace

TEST_CASE("like marks of one owner on like goods move together, and no others") {
  const auto [other, moves, why] = GENERATE(table<Trademark, bool, std::string>({
      {mark("99000002", "睿蔻澜", in_class(25, {"服装"})), true, "the same mark on the same goods"},
      {mark("99000002", "睿蔻岚", in_class(25, {"服装"})), true, "a similar mark"},
      {mark("99000002", "睿蔻澜", in_class(9, {"计算机"})), false, "other goods"},
      {mark("99000002", "泽润锦", in_class(25, {"服装"})), false, "another mark"},
      {mark("99000002", "睿蔻澜", in_class(25, {"服装"}), "测试外人"), false, "another owner"},
      {mark("99000002", "睿蔻澜", in_class(25, {"服装"}), "测试权利人", Status::cancelled), false, "dead"},
      {mark("99000002", "睿蔻澜", in_class(25, {"服装"}), "测试权利人", Status::examination), false, "not yet registered"},
      {mark("99000001", "睿蔻澜", in_class(25, {"服装"})), false, "the mark itself"},
  }));
  CAPTURE(why);
  const std::vector<Entry> others{other};
  const auto bundle = assignment_bundle(mark("99000001", "睿蔻澜", in_class(25, {"服装"})), others, test::day("2026-11-22"));
  CHECK(shown(bundle) == (moves ? "99000002" : ""));
}

TEST_CASE("what may belong is listed as uncertain, because one left out stops the assignment") {
  const std::vector<Entry> others{mark("99000004", "睿蔻澜", in_class(25)), mark("99000002", "", in_class(25, {"服装"}))};
  CHECK(shown(assignment_bundle(mark("99000001", "睿蔻澜", in_class(25, {"服装"})), others, test::day("2026-11-22"))) ==
        "99000002? 99000004?");
}

TEST_CASE("that a mark moves along with another holds both ways") {
  const Trademark a = mark("99000001", "睿蔻澜", in_class(25, {"服装"})), b = mark("99000002", "睿蔻岚", in_class(25, {"服装"}));
  const std::vector<Entry> only_a{a}, only_b{b};
  CHECK(assignment_bundle(a, only_b, test::day("2026-11-22")).size() == assignment_bundle(b, only_a, test::day("2026-11-22")).size());
}
