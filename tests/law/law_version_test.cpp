#include "marque/law/law_version.hpp"

#include <catch2/catch.hpp>

#include "marque/law/deadline.hpp"

using namespace marque;

TEST_CASE("The law in force follows from the day") {
  const auto [day, name] = GENERATE(table<std::string, std::string>({
      {"2014-05-01", "CN-TML-2013"},
      {"2019-10-31", "CN-TML-2013"},
      {"2019-11-01", "CN-TML-2019"},
      {"2026-12-31", "CN-TML-2019"},
      {"2027-01-01", "CN-TML-2026"},
      {"2099-01-01", "CN-TML-2026"},
      {"1999-01-01", "CN-TML-2013"},
  }));
  CAPTURE(day);
  CHECK(name_of(law_in_force(*Date::parse(day))) == name);
}

TEST_CASE("an article is cited by its own number under a law, never by a guessed one") {
  const auto [version, article, expected] = GENERATE(table<LawVersion, std::string, std::string>({
      {LawVersion::cn_tml_2019, "33", "CN-TML-2019 Art.33"},
      {LawVersion::cn_tml_2019, "49(2)", "CN-TML-2019 Art.49(2)"},
      {LawVersion::cn_tml_2026, "33", "CN-TML-2026 Art.36"},
      {LawVersion::cn_tml_2026, "4", "CN-TML-2026 Art.19"},
      {LawVersion::cn_tml_2026, "10(1)", "CN-TML-2026 Art.15"},
      {LawVersion::cn_tml_2026, "10(2)", "CN-TML-2026 (CN-TML-2019 Art.10(2))"},
      {LawVersion::cn_tml_2026, "16(1)", "CN-TML-2026 (CN-TML-2019 Art.16(1))"},
      {LawVersion::cn_tml_2026, "49(2)", "CN-TML-2026 (CN-TML-2019 Art.49(2))"},
      {LawVersion::cn_tml_2026, "40", "CN-TML-2026 (CN-TML-2019 Art.40)"},
      {LawVersion::cn_tml_2026, "999", "CN-TML-2026 (CN-TML-2019 Art.999)"},
      {LawVersion::cn_tml_2013, "33", "CN-TML-2013 (CN-TML-2019 Art.33)"},
  }));
  CHECK(cited(version, article) == expected);
}

TEST_CASE("the periods of the 2026 text cite it by the numbers of the article map") {
  for (const Period& period : periods()) {
    const auto& newer = period.rules.back();
    if (newer.law != "CN-TML-2026") continue;
    CAPTURE(period.id);
    std::string_view old = period.rules.front().provision;
    old = old.substr(4, old.find(',') == std::string_view::npos ? old.npos : old.find(',') - 4);
    REQUIRE(mapping_of(old) != nullptr);
    CHECK(newer.provision == "Art." + std::string(mapping_of(old)->article_2026));
    CHECK(newer.verified == mapping_of(old)->verified);
  }
}

TEST_CASE("how far a number is verified is the article map's to say") {
  CHECK(verification_of_article(LawVersion::cn_tml_2019, "16(1)") == Verification::primary);
  CHECK(verification_of_article(LawVersion::cn_tml_2026, "33") == Verification::secondary);
  CHECK(verification_of_article(LawVersion::cn_tml_2026, "16(1)") == Verification::memory);
}

TEST_CASE("the article map names no number without a source, and none of 2019 twice") {
  std::string last;
  for (const ArticleMapping& row : article_map()) {
    CAPTURE(row.article_2019);
    CHECK(row.article_2019 != last);
    CHECK(row.article_2026.empty() == row.source.empty());
    CHECK((row.article_2026.empty() || row.verified != Verification::primary));
    CHECK(row.change.empty() == row.change_zh.empty());
    CHECK_FALSE(row.subject_zh.empty());
    last = row.article_2019;
  }
  CHECK(mapping_of("49(2)")->article_2026 == "57");
  CHECK(mapping_of("10(1)(2)")->article_2019 == "10(1)");
  CHECK(mapping_of("5") == nullptr);
  CHECK(in_force_from(LawVersion::cn_tml_2026) == *Date::parse("2027-01-01"));
}
