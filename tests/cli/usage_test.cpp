// What holds of the program as a whole

#include "cli/workplace.hpp"

#include <unistd.h>

using namespace marque::test;

namespace {

constexpr std::string_view one_mark = R"({"kind":"trademark","number":"1000001","mark":"岸芷","owner":"某公司","classes":[24],"status":"registered"}
)";

}  // namespace

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
