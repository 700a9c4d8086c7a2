#include <catch2/catch.hpp>
#include <fstream>

#include "interchange/office/fixtures.hpp"
#include "interchange/office/reading.hpp"
#include "snapshot/temporary_folder.hpp"

using namespace marque;
using namespace marque::test;

namespace {

std::string case_file(const std::string& inside) {
  return "<case-file><serial-number>97000001</serial-number>" + inside + "</case-file>";
}

std::string good() { return uspto_case("97000002", "20220406", "GOAT"); }

/// Whether each record is good: `+` or `-`, `!` for the end of a source that fails.
std::string outline(const std::vector<ReadRecord>& records) {
  std::string text;
  for (const ReadRecord& record : records) text += record.row == 0 ? '!' : record.entry ? '+' : '-';
  return text;
}

}  // namespace

TEST_CASE("Limits of a record cost that record, at the limit and not before") {
  DocumentLimits limits;
  limits.string_bytes = 200;
  limits.attributes = 5;
  limits.children = 60;
  limits.depth = 12;
  limits.dom_bytes = 20'000;
  limits.start_tag_bytes = 1'000;
  const auto outcome = [&](const std::string& inside) {
    return outline(records_of(uspto_daily(case_file(inside) + good()), {}, limits));
  };
  const auto attributes = [](std::size_t count) {
    std::string tag = "<x";
    for (std::size_t i = 0; i < count; ++i) tag += " a" + std::to_string(i) + "=''";
    return tag + "/>";
  };
  CHECK(outcome("<x>" + std::string(199, 'a') + "</x>") == "++");
  CHECK(outcome("<x>" + std::string(200, 'a') + "</x>") == "++");
  CHECK(outcome("<x>" + std::string(201, 'a') + "</x>") == "-+");
  CHECK(outcome(attributes(4)) == "++");
  CHECK(outcome(attributes(5)) == "++");
  CHECK(outcome(attributes(6)) == "-+");
  CHECK(outcome(repeated("<x/>", 58)) == "++");
  CHECK(outcome(repeated("<x/>", 59)) == "++");
  CHECK(outcome(repeated("<x/>", 60)) == "-+");
  CHECK(outcome("<x a='" + std::string(1'000 - 9 - 1, 'a') + "'/>") == "++");
  CHECK(outcome("<x a='" + std::string(1'000 - 9, 'a') + "'/>") == "++");
  CHECK(outcome("<x a='" + std::string(1'000 - 9 + 1, 'a') + "'/>") == "-+");
  // The daily file's own elements take five levels, the case file and its header two more.
  CHECK(outcome(repeated("<x>", 6) + repeated("</x>", 6)) == "++");
  CHECK(outcome(repeated("<x>", 7) + repeated("</x>", 7)) == "++");
  CHECK(outcome(repeated("<x>", 8) + repeated("</x>", 8)) == "!");
}

TEST_CASE("A record longer than the limit is cut in the report, and the next is read") {
  DocumentLimits limits;
  limits.dom_bytes = 100'000;
  const auto records = records_of(uspto_daily(case_file(repeated("<x>abcdefgh</x>", 30'000)) + good()), {}, limits);
  REQUIRE(outline(records) == "-+");
  CHECK(records[0].entry.error().code == ErrorCode::limit_exceeded);
  CHECK(records[0].bytes.size() == limits.dom_bytes);
  CHECK(records[0].bytes.starts_with("<case-file><serial-number>97000001"));
}

TEST_CASE("Wherever blocks of a file end, its records and their bytes are the same") {
  const TemporaryFolder folder;
  std::string cases;
  for (int i = 0; i < 200; ++i) cases += uspto_case(std::to_string(97000000 + i), "20220406", std::string(static_cast<std::size_t>(i), 'x'));
  const std::string file = uspto_daily(cases);
  std::ofstream(folder / "a.xml", std::ios::binary) << file;
  auto reader = open_records(folder / "a.xml");
  REQUIRE(reader);
  std::string bytes;
  std::size_t count = 0;
  for (;;) {
    const auto next = (*reader)->next();
    REQUIRE(next);
    if (!*next) break;
    REQUIRE((*next)->entry);
    bytes += (*next)->bytes;
    ++count;
  }
  CHECK(count == 200);
  CHECK(bytes == cases);
  CHECK((*reader)->bytes_read() == file.size());
}

TEST_CASE("Every broken limit has its code") {
  DocumentLimits limits;
  limits.string_bytes = 10;
  limits.element_names = 40;
  const auto long_text = records_of(uspto_daily(case_file("<x>12345678901</x>")), {}, limits);
  REQUIRE(long_text.size() == 1);
  CHECK(long_text.front().entry.error().code == ErrorCode::limit_exceeded);
  std::string names;
  for (int i = 0; i < 50; ++i) names += "<n" + std::to_string(i) + "/>";
  const auto many_names = records_of(uspto_daily(case_file(names)), {}, limits);
  REQUIRE(outline(many_names) == "!");
  CHECK(many_names.front().entry.error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("A DOCTYPE may stand, but no entity, no external subset and nothing undeclared") {
  const auto [doctype, text, code] = GENERATE(table<std::string, std::string, ErrorCode>({
      {"<!DOCTYPE case-file [<!ENTITY a \"b\">]>", "", ErrorCode::unsupported},
      {"<!DOCTYPE case-file [<!ENTITY % a \"b\">]>", "", ErrorCode::unsupported},
      {"<!DOCTYPE case-file [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;", ErrorCode::unsupported},
      {"<!DOCTYPE case-file SYSTEM \"http://example.com/x.dtd\">", "", ErrorCode::unsupported},
      {"<!DOCTYPE case-file PUBLIC \"a\" \"b\" [<!ELEMENT a (b)>]>", "", ErrorCode::unsupported},
      {"<!DOCTYPE case-file [<!ELEMENT a (b)>]>", "&nothing;", ErrorCode::malformed},
      {"", "&nothing;", ErrorCode::malformed},
  }));
  CAPTURE(doctype, text);
  const auto records = records_of(doctype + case_file("<x>" + text + "</x>"));
  REQUIRE(records.size() == 1);
  REQUIRE_FALSE(records.front().entry);
  CHECK(records.front().entry.error().code == code);
}

TEST_CASE("Records before a fault of the document are read, and the fault names its place") {
  const std::string broken = uspto_daily(good() + good());
  const auto records = records_of(broken.substr(0, broken.rfind("</case-file>")));
  REQUIRE(outline(records) == "+!");
  CHECK(records[1].entry.error().code == ErrorCode::malformed);
  CHECK(records[1].entry.error().where.offset);
}

TEST_CASE("GB 18030 and what it contains is read, with the bytes as they were") {
  // 海门山羊 in two bytes each, ö and 㐂 (U+3402) in four, and A6D9, which the edition of 2022 made U+FE10.
  const std::string words = "\xBA\xA3\xC3\xC5\xC9\xBD\xD1\xF2 \x81\x30\x8B\x32 \x81\x39\xEF\x31 \xA6\xD9";
  const std::string name = GENERATE(as<std::string>(), "GB18030", "gbk", "gb2312");
  const std::string whole = case_file("<case-file-header><mark-identification>" + words +
                                      "</mark-identification></case-file-header><classifications><classification><international-code>025"
                                      "</international-code></classification></classifications>");
  const auto records = records_of("<?xml version=\"1.0\" encoding=\"" + name + "\"?>" + whole);
  REQUIRE(outline(records) == "+");
  CHECK(words_of(*records.front().entry) == "海门山羊 ö 㐂 \uFE10");
  CHECK(records.front().bytes == whole);
  const auto cut = records_of("<?xml version=\"1.0\" encoding=\"" + name + "\"?><case-file>\xBA</case-file>");
  REQUIRE(outline(cut) == "!");
  CHECK(cut.front().entry.error().code == ErrorCode::invalid_text);
}

TEST_CASE("A long document in GB 18030 is read whichever way its blocks cut it") {
  const TemporaryFolder folder;
  std::string cases;
  for (int i = 0; i < 400; ++i)
    cases += case_file("<case-file-header><mark-identification>" + std::string(static_cast<std::size_t>(i % 7), 'x') +
                       repeated("\xBA\xA3\x81\x30\x8B\x32", 60) + "</mark-identification></case-file-header>");
  std::ofstream(folder / "a.xml", std::ios::binary)
      << "<?xml version='1.0' encoding='GBK'?><trademark-applications-daily>" << cases << "</trademark-applications-daily>";
  auto reader = open_records(folder / "a.xml");
  REQUIRE(reader);
  std::string bytes;
  for (;;) {
    const auto next = (*reader)->next();
    REQUIRE(next);
    if (!*next) break;
    bytes += (*next)->bytes;
  }
  CHECK(bytes == cases);
}

TEST_CASE("Encodings that Expat knows are read, others are refused") {
  const auto latin = records_of("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + case_file("<case-file-header><mark-identification>caf\xE9</mark-identification></case-file-header>"));
  REQUIRE(outline(latin) == "+");
  CHECK(words_of(*latin.front().entry) == "café");
  const auto strange = records_of("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + case_file(""));
  REQUIRE(outline(strange) == "!");
  CHECK(strange.front().entry.error().code == ErrorCode::malformed);
}
