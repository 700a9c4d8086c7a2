// deadline

#include "cli/workplace.hpp"

using namespace marque::test;

TEST_CASE("deadline answers one period in the fixed form for scripts") {
  const Workplace place;
  const auto [arguments, begins, holds] = GENERATE(table<Strings, std::string, std::string>({
      {{"P01", "2026-06-27"}, R"({"end":"2026-09-28","rule":"P01","law":"CN-TML-2019","moved_by":"2026-09-27, Sunday, Mid-Autumn Festival","conservative_end":null,"calendar":"known",)", R"("provision":"CN-TML-2019 Art.33","verified":"V")"},
      {{"opposition", "2026-10-27"}, R"({"end":"2027-01-27","rule":"P01","law":"CN-TML-2019","conservative_end":"2026-12-28","calendar":"unknown",)", R"("caution":"LAW_TRANSITION_UNKNOWN")"},
      {{"P10", "2026-06-06"}, R"({"end":"2026-06-06","rule":"P10","law":"CN-TML-2019","moved_by":"2026-12-06, Sunday","opens":"2025-06-06","grace_end":"2026-12-07","conservative_end":null,"calendar":"known",)", R"("kind":"hard")"},
      {{"P12", "2020-01-01"}, R"({"end":null,"rule":"P12","law":"CN-TML-2019","conservative_end":null,"calendar":"known",)", R"("kind":"window")"},
      {{"absolute", "invalidation", "2020-01-01"}, R"({"end":null,"rule":"P12",)", "at any time"},
      {{"P06b", "2026-03-02"}, R"({"end":"2026-06-02","rule":"P06b",)", "CN-REG-2014 Art.27"},
      {{"P03", "2027-02-01"}, R"({"end":"2027-02-16","rule":"P03","law":"CN-TML-2026",)", R"("verified":"assumed")"},
      {{"M04a", "2025-01-31"}, R"({"end":"2026-07-31","rule":"M04a","law":"Madrid Protocol",)", R"("kind":"effect")"},
  }));
  Strings all = {"deadline", "--format", "json"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Ended answered = place.marque(all);
  CHECK(answered.code == 0);
  CHECK_THAT(answered.out, StartsWith(begins) && Contains(holds) && EndsWith("}\n"));
  CHECK(answered.err.empty());
}

TEST_CASE("deadline explains itself in Chinese and English, and lists what it knows") {
  const Workplace place;
  CHECK_THAT(place.marque({"deadline", "P01", "2026-07-06", "--lang", "zh"}).out,
             Contains("2026-10-08") && Contains("星期二、国庆节") && Contains("顺延至2026-10-08") && Contains("已核对法律原文"));
  CHECK_THAT(place.marque({"deadline", "P01", "2026-07-06"}).out, Contains("moves to 2026-10-08") && Contains("optional window"));
  CHECK(place.marque({"deadline", "P02", "2026-02-02", "--format", "tsv"}).out == "P02\t2026-02-02\t\t2026-02-24\t\t\tknown\n");
  const Ended help = place.marque({"deadline", "--help"});
  CHECK(help.code == 0);
  CHECK_THAT(help.out, Contains("P06b") && Contains("refusal review 驳回复审") && Contains("2013 to 2026"));
}

TEST_CASE("deadline takes more years of holidays") {
  const Workplace place;
  place.write("2027.tsv", "year\t2027\noff\t2027-01-27\t试\ttrial\n");
  CHECK(place.marque({"deadline", "P01", "2026-10-27", "--holidays", "2027.tsv", "--format", "tsv"}).out ==
        "P01\t2026-10-27\t\t2027-01-28\t\t2026-12-28\tknown\n");
  place.write("bad.tsv", "off\tnever\tx\tx\n");
  const Ended refused = place.marque({"deadline", "P01", "2026-10-27", "--holidays", "bad.tsv"});
  CHECK(refused.code == 2);
  CHECK_THAT(refused.err, Contains("bad.tsv: record 1: day"));
}

TEST_CASE("deadline refuses an unknown period and an impossible day") {
  const Workplace place;
  const auto [kind, date, reason] = GENERATE(table<std::string, std::string, std::string>({
      {"P19", "2026-01-01", "KIND: no period \"P19\""},
      {"wish", "2026-01-01", "marque deadline --help"},
      {"P01", "2026-02-30", "DATE: no such day \"2026-02-30\""},
      {"P01", "soon", "DATE"},
  }));
  const Ended refused = place.marque({"deadline", kind, date});
  CHECK(refused.code == 2);
  CHECK(refused.out.empty());
  CHECK_THAT(refused.err, Contains(reason));
  CHECK(place.marque({"deadline", "P01"}).code == 2);
}
