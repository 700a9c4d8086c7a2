// What holds of the program as a whole

#include "cli/workplace.hpp"

#include <unistd.h>

#include <algorithm>
#include <regex>

using namespace marque::test;

namespace {

constexpr std::string_view one_mark = R"({"kind":"trademark","number":"1000001","mark":"岸芷","owner":"某公司","classes":[24],"status":"registered"}
)";

/// Whether three English words follow each other outside quotes: a sentence that nobody put into Chinese.
bool holds_english(std::string text) {
  for (std::size_t open; (open = text.find("“")) != std::string::npos;) {
    const std::size_t close = text.find("”", open);
    text.erase(open, close == std::string::npos ? std::string::npos : close - open + std::string("”").size());
  }
  text = std::regex_replace(text, std::regex("\"[^\"]*\"|`[^`]*`|marque [a-z]+ --help|可用.*"), "");   // and the list of what there is
  return std::regex_search(text, std::regex("[A-Za-z']+ [a-z']+ [a-z']+"));
}

}  // namespace

TEST_CASE("under --lang zh whoever gives something bad is told so in Chinese") {
  const Workplace place;
  place.registry("r", std::string(one_mark) + R"({"kind":"gi","number":"local:甲","mark":"澈羲甲","owner":"","classes":[31],"status":"registered"}
)");
  place.write("bad.jsonl", "{\"kind\":\"trademark\",\"number\":\"x\"}\n{broken\n[1]\n{\"kind\":\"trademark\",\"number\":\"7\",\"mark\":\"a\",\"owner\":\"b\",\"classes\":[99],\"status\":\"registered\"}\n"
                           "{\"kind\":\"trademark\",\"number\":\"7\",\"mark\":\"a\",\"owner\":\"b\",\"classes\":[9],\"status\":\"gone fishing\"}\n"
                           "{\"kind\":\"trademark\",\"number\":\"8\",\"mark\":\"a\",\"owner\":\"b\",\"classes\":[9],\"status\":\"registered\",\"filed\":\"2020-02-31\"}\n"
                           "{\"kind\":\"trademark\",\"number\":\"9\",\"mark\":\"a\",\"owner\":\"b\",\"classes\":[9],\"status\":\"registered\",\"filed\":\"2020-02-03\",\"registered\":\"2019-01-01\"}\n"
                           "{\"kind\":\"trademark\",\"number\":\"10\",\"mark\":\"a\",\"owner\":\"b\",\"classes\":[9],\"status\":\"registered\",\"colour\":\"red\",\"owners\":[{\"name\":\"b\",\"uscc\":\"1\"}]}\n");
  place.write("bad.csv", "名称,类别\n甲,25\n");
  place.write("bad.xml", "<Trademark><a></Trademark>");
  place.write("other.xml", "<html></html>");
  place.write("bad.zip", "PK\x03\x04 no archive");
  place.write("plan.tsv", "madrid\t25\tforty\n");
  place.write("plan2.tsv", "nothing\t25\t4\n");
  place.write("days.tsv", "year\t20x6\t-\n");
  place.write("days.json", "{\"year\":2026,\"days\":[{\"name\":\"a\"}]}");
  place.write("goods.txt", "nothing here\n");
  place.write("divisions.csv", "a,b\n1,2\n");
  place.write("picture.png", "no picture");
  place.write("not_a_register", "hello");
  place.write("pairs.tsv", "only one\n");
  const std::vector<Strings> cases = {
      {"conjure"},
      {"init"},
      {"init", "r"},
      {"import", "r"},
      {"import", "r", "absent.jsonl"},
      {"import", "r", "bad.jsonl"},
      {"import", "r", "bad.csv"},
      {"import", "r", "bad.xml"},
      {"import", "r", "other.xml"},
      {"import", "r", "bad.zip"},
      {"import", "r", "bad.csv", "--from", "pdf"},
      {"import", "r", "bad.jsonl", "--resume"},
      {"show", "r"},
      {"show", "r", "999"},
      {"show", "absent", "1"},
      {"show", "not_a_register", "1"},
      {"query", "r", "--colour", "red"},
      {"query", "r", "--class", "46"},
      {"query", "r", "--as-of", "yesterday"},
      {"query", "r", "--status", "gone"},
      {"query", "r", "--kind", "patent"},
      {"query", "r", "--limit", "depth"},
      {"query", "r", "--limit", "height=3"},
      {"query", "r", "--limit", "depth=0"},
      {"doctor", "--as-of", "2026-02-30"},
      {"export", "r", "--format", "html"},
      {"record", "r", "1000001", "wedding", "--date", "2026-01-02"},
      {"record", "r", "1000001", "renewal", "--date", "2026-13-02"},
      {"record", "r", "1000001", "renewal"},
      {"record", "r", "999", "renewal", "--date", "2026-01-02"},
      {"record", "r", "1000001", "pledge", "--date", "2026-01-02", "--party", "b", "--amount", "much"},
      {"record", "r", "1000001", "change", "--date", "2026-01-02", "--party", "b", "--uscc", "123"},
      {"record", "r", "1000001", "partial_cancellation", "--date", "2026-01-02", "--class", "x"},
      {"record", "r", "1000001", "partial_cancellation", "--date", "2026-01-02", "--class", "9"},
      {"record", "r", "1000001", "publication", "--date", "2026-01-02"},
      {"record", "r", "1000001", "assignment", "--date", "2026-01-02"},
      {"convert", "r", "1000001", "--system", "product", "--registration", "1", "--date", "2026-01-02"},
      {"convert", "r", "local:甲", "--system", "moon", "--registration", "1", "--date", "2026-01-02"},
      {"undo", "r"},
      {"undo", "r", "99"},
      {"undo", "r", "1", "--record", "1000001"},
      {"undo", "r", "later"},
      {"undo", "r", "--record", "1000001"},
      {"deadline", "P99", "2026-01-02"},
      {"deadline", "P01", "2026-02-30"},
      {"deadline", "P01", "tomorrow"},
      {"deadline", "P01"},
      {"deadline", "P01", "2026-01-02", "--holidays", "days.tsv"},
      {"deadline", "P01", "2026-01-02", "--holidays", "days.json"},
      {"deadline", "P01", "2026-01-02", "--holidays", "absent.tsv"},
      {"indicators", "r", "--plan", "plan.tsv"},
      {"indicators", "r", "--plan", "plan2.tsv"},
      {"indicators", "r", "--plan", "absent.tsv"},
      {"indicators", "r", "--drill", "nothing"},
      {"indicators", "r", "--year", "3"},
      {"check", "r"},
      {"check", "r", "甲", "--class", "77"},
      {"check", "r", "甲", "--group", "99"},
      {"check", "r", "甲", "--filed", "soon"},
      {"check", "r", "甲", "--min-risk", "some"},
      {"check", "r", "甲", "--logo", "picture.png"},
      {"check", "r", "甲", "--logo", "absent.png"},
      {"check", "r", "甲", "--explain", "999"},
      {"check", "r", "甲", "--class", "9,25", "--goods", "帽"},
      {"check", "r", "\xff\xfe"},
      {"docket", "r", "--until", "never"},
      {"use", "r", "1000001", "甲"},
      {"use", "r", "local:甲", "甲", "--from-area", "maybe"},
      {"bundle", "r", "local:甲"},
      {"goods", "甲"},
      {"goods", "甲", "--goods-table", "goods.txt"},
      {"divisions", "divisions.csv"},
      {"compare", "a"},
      {"compare", "--pairs", "pairs.tsv"},
      {"search", "not_a_register", "a"},
      {"search", "absent.index", "a"},
      {"verify", "not_a_register"},
      {"backup", "r", "r"},
      {"query", "r", "--lang", "fr"},
  };
  for (Strings arguments : cases) {
    std::string line;
    for (const std::string& argument : arguments) line += " " + argument;
    CAPTURE(line);
    arguments.insert(arguments.end(), {"--lang", "zh"});
    const Ended ended = place.marque(arguments);
    CHECK((ended.code != 0 || arguments.front() == "compare"));   // which tells of a bad row and goes on
    CHECK_FALSE(ended.err.empty());
    for (const std::string& row : lines_of(ended.err)) {
      if (row.empty()) continue;
      CHECK(std::any_of(row.begin(), row.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
      CAPTURE(row);
      CHECK_FALSE(holds_english(row));
    }
  }
}

TEST_CASE("--help explains the program and each command on stdout") {
  const Workplace place;
  const Ended help = place.marque({"--help"});
  CHECK(help.code == 0);
  CHECK(help.err.empty());
  for (const char* command : {"init", "import", "export", "add", "record", "undo", "show", "query", "verify", "backup", "doctor", "erase", "check",
                              "normalize", "compare", "index", "search"}) {
    CAPTURE(command);
    CHECK_THAT(help.out, Contains(std::string("\n  ") + command + " "));
    CHECK(place.marque({command, "--help"}).code == 0);
  }
}

TEST_CASE("--version names the release, and --notices what the tables are derived from") {
  const Workplace place;
  const Ended version = place.marque({"--version"});
  CHECK(version.code == 0);
  CHECK_THAT(version.out, StartsWith("marque ") && EndsWith("\n"));
  CHECK(version.lines().size() == 1);
  const Ended notices = place.marque({"--version", "--notices"});
  CHECK(notices.code == 0);
  CHECK_THAT(notices.out, StartsWith(version.out) && Contains("Unicode, Inc. All rights reserved") && Contains("OpenCC") && Contains("Apache License, Version 2.0"));
}

TEST_CASE("what the program does not understand ends in 2, with a word on stderr alone") {
  const Workplace place;
  place.registry("r", one_mark);
  const std::vector<Strings> cases = {
      {},
      {"conjure"},
      {"init"},
      {"import", "r"},
      {"show", "r"},
      {"export", "absent"},
      {"query", "r", "--colour", "red"},
      {"query", "r", "--lang", "fr"},
      {"query", "r", "--as-of", "yesterday"},
      {"doctor", "--as-of", "2026-02-30"},
      {"init", "new", "--format", "json"},
      {"export", "r", "--format", "html"},
      {"record", "r", "1000001", "note", "--date", "2026-01-02", "--format", "json"},
      {"undo", "r", "1", "--format", "json"},
      {"show", "r", "--imports", "--format", "json"},
      {"show", "r", "--quarantine", "--format", "csv"},
      {"show", "r", "1000001", "--history", "--format", "json"},
      {"verify", "r", "--format", "json"},
      {"doctor", "r", "--format", "json"},
      {"backup", "r", "copy", "--format", "json"},
      {"normalize", "海门", "--format", "csv"},
      {"compare", "海门", "海门", "--format", "html"},
      {"index", "r.jsonl", "-o", "x", "--format", "json"},
  };
  for (const auto& arguments : cases) {
    CAPTURE(arguments);
    const Ended refused = place.marque(arguments);
    CHECK(refused.code == 2);
    CHECK(refused.out.empty());
    CHECK_FALSE(refused.err.empty());
    CHECK_FALSE(place.has("copy"));
    CHECK_FALSE(place.has("new"));
    CHECK(place.marque({"export", "r"}).lines().size() == 1);
  }
}

TEST_CASE("--quiet leaves stderr to errors") {
  const Workplace place;
  place.registry("r", one_mark);
  CHECK(place.marque({"query", "r", "--quiet"}).err.empty());
  CHECK_FALSE(place.marque({"show", "r", "87654321", "--quiet"}).err.empty());
}

TEST_CASE("an output that cannot be written ends in 5 and says so") {
  if (::access("/dev/full", W_OK) != 0) return;
  const Workplace place;
  place.registry("r", one_mark);
  const Ended ended = place.program("/bin/sh", {"-c", "exec \"$0\" export r > /dev/full", MARQUE_PROGRAM});
  CHECK(ended.code == 5);
  CHECK_THAT(ended.err, Contains("cannot write the output"));
}

TEST_CASE("a reader that goes away early is no fault") {
  const Workplace place;
  place.registry("r", one_mark);
  const Ended ended = place.program("/bin/sh", {"-c", "mkfifo hold; { cat hold > /dev/null; \"$0\" export r; echo $? >&2; } | { exec 0<&-; : > hold; }", MARQUE_PROGRAM});
  CHECK(ended.err == "0\n");
}
