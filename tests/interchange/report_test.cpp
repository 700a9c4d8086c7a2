#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "interchange/json_value.hpp"
#include "interchange/sample_report.hpp"
#include "marque/interchange/html.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/text.hpp"
#include "marque/text/display.hpp"
#include "registry/sample_entries.hpp"

using namespace marque;

namespace {

/// Compares with tests/golden/report/NAME. MARQUE_UPDATE_GOLDEN=1 writes the file instead, for a person to read.
void check_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(MARQUE_TESTS_DIR) + "/golden/report/" + name;
  if (std::getenv("MARQUE_UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == text);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) c == '\n' ? lines.emplace_back() : (lines.back() += c, lines.back());
  return lines;
}

Entry full_trademark() {
  Trademark mark = test::plain_trademark("12345678", "叠石桥");
  mark.dates.filed = *Date::parse("2015-01-02");
  mark.events = {{EventKind::assignment, *Date::parse("2020-05-06"), "第1690期", Party{.name = "乙公司"}},
                 {EventKind::filing, *Date::parse("2015-01-02")},
                 {EventKind::pledge,
                  *Date::parse("2021-01-01"),
                  {},
                  Party{.name = "某银行"},
                  *Date::parse("2023-01-01"),
                  *Yuan::parse("150万元"),
                  {*NiceClass::make(25)},
                  "最高额"}};
  mark.provenance = {"r.csv", 12, "示例\x1B[31m", true, {{"经办人", "张某"}}};
  return mark;
}

}  // namespace

TEST_CASE("Reports read as they were agreed, in both languages") {
  const auto [language, tag] = GENERATE(table<Language, std::string>({{Language::zh, "zh"}, {Language::en, "en"}}));
  check_golden("report_" + tag + ".txt", to_text(test::sample_report(), language));
  check_golden("report_" + tag + ".json", to_json(test::sample_report(), language));
  check_golden("report_" + tag + ".html", to_html(test::sample_report(), language));
  check_golden("nothing_" + tag + ".txt", to_text(test::empty_report(), language));
  check_golden("explained_" + tag + ".txt", to_text(test::sample_explanation(), language));
  check_golden("explained_" + tag + ".json", to_json(test::sample_explanation(), language));
  check_golden("entry_" + tag + ".txt", to_text(full_trademark(), language, *Date::parse("2026-06-01")));
}

TEST_CASE("A report for scripts has the agreed members") {
  const auto report = parse_json(to_json(test::sample_report(), Language::en));
  REQUIRE(report);
  const auto member = [](const JsonValue& value, std::string_view name) -> const JsonValue* {
    for (const auto& candidate : *value.object())
      if (candidate.name == name) return &candidate.value;
    return nullptr;
  };
  const auto& findings = *member(*report, "findings")->array();
  REQUIRE(findings.size() == 3);
  const JsonValue& first = findings[0];
  for (const char* name : {"number", "kind", "mark", "owner", "classes", "status"})
    CHECK(member(*member(first, "entry"), name));
  CHECK(*member(first, "risk")->string() == "high");
  CHECK(*member(first, "overall")->scalar() == "0.9731");
  CHECK(*member(first, "verdict")->string() == "similar");
  CHECK(*member(*member(first, "aspects"), "sound")->scalar() == "1.00");
  CHECK(*member(*member(findings[1], "aspects"), "goods")->scalar() == "0.25");
  CHECK(!member(*member(findings[1], "aspects"), "logo"));
  CHECK(member(findings[2], "entry")->is_null());
  const JsonValue& ground = (*member(first, "grounds")->array())[0];
  CHECK(*member(ground, "provision")->string() == "CN-TML-2019 Art.30");
  const JsonValue& searched = *member(*report, "searched");
  CHECK(*member(searched, "entries")->scalar() == "1200");
  CHECK(*member(searched, "as_of")->string() == "2026-11-22");
  CHECK(member(searched, "off")->array()->size() == 1);
}

TEST_CASE("A page holds no script, loads nothing and lets no name become markup") {
  const std::string page = to_html(test::sample_report(), Language::en);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("http:") == std::string::npos);
  CHECK(page.find("https:") == std::string::npos);
  CHECK(page.find("url(") == std::string::npos);
  CHECK(page.find("<b>&\"") == std::string::npos);
  CHECK(page.find("&lt;b&gt;&amp;&quot;&#39;⟨U+202E⟩") != std::string::npos);
  CHECK(page.find("not legal advice") != std::string::npos);
}

TEST_CASE("Pictures stand in the page itself, and only PNG and JPEG get there") {
  Image png;
  for (const char c : std::string("\x89PNG\r\n\x1a\n....")) png.bytes.push_back(static_cast<std::byte>(c));
  const Image fake{{std::byte{'<'}, std::byte{'s'}}, "image/svg+xml"};
  const std::string page = to_html(test::sample_report(), Language::zh, png, [&](const std::string& digest) {
    return digest == "aa11" ? std::optional(fake) : std::nullopt;
  });
  CHECK(page.find("src=\"data:image/png;base64,iVBORw0KGgouLi4u\"") != std::string::npos);
  CHECK(page.find("svg") == std::string::npos);
}

TEST_CASE("Columns of a table begin below each other, whatever the script") {
  const auto lines = lines_of(
      to_table({"号码", "商标", "权利人"}, {{"1", "海门山羊", "甲"}, {"12345678", "Haimen", "乙"}, {"2", "a\nb"}}));
  REQUIRE(lines.size() == 5);
  const auto column = [&](std::size_t line, const std::string& text) {
    return display_width(lines[line].substr(0, lines[line].find(text)));
  };
  CHECK(column(0, "商标") == 10);
  CHECK(column(1, "海门山羊") == 10);
  CHECK(column(2, "Haimen") == 10);
  CHECK(column(1, "甲") == column(2, "乙"));
  CHECK(lines[3].find("a⟨U+000A⟩b") != std::string::npos);
}

TEST_CASE("No text report passes a control character on") {
  for (const std::string& text :
       {to_text(full_trademark(), Language::zh, *Date::parse("2026-06-01")), to_text(test::sample_report(), Language::zh)})
    for (const char c : text) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
}

TEST_CASE("Every kind of entry can be shown") {
  test::EntryMaker make(3);
  for (std::uint32_t number = 1; number <= 60; ++number)
    CHECK(to_text(make.entry(number), number % 2 == 0 ? Language::zh : Language::en, *Date::parse("2026-06-01")).size() > 10);
}
