// query, verify, backup, doctor, and two writers

#include "cli/workplace.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <tuple>

using namespace marque::test;

namespace {

constexpr std::string_view four_rights =
    R"({"kind":"trademark","number":"1000001","mark":"岸芷","owner":"海门岸芷纺织厂","classes":[24,25],"status":"registered","filed":"2014-03-05","registered":"2015-06-07","expires":"2025-06-06"}
{"kind":"trademark","number":"1000002","mark":"汀兰","owner":"某公司","classes":[30],"status":"cancelled","filed":"2014-03-05"}
{"kind":"trademark","number":"1000003","mark":"蕙若","owner":"某公司","classes":[30],"status":"registered","filed":"2020-03-05","registered":"2021-03-07","expires":"2031-03-06","goods":[{"class":30,"group":"3006","name":"糕点"}]}
{"kind":"gi","number":"local:海门山羊","mark":"海门山羊","owner":"","classes":[31],"status":"registered","product":"山羊","area":{"text":"海门市","codes":["320684"]}}
)";

Strings numbers_in(const Ended& query) {
  Strings numbers;
  for (const std::string& row : query.lines()) numbers.push_back(fields_of(row).front());
  return numbers;
}

/// Another process's lock, as far as the program can tell.
class HeldLock {
 public:
  HeldLock(const std::string& path, std::string_view holder) : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    REQUIRE(descriptor_ >= 0);
    REQUIRE(::flock(descriptor_, LOCK_EX | LOCK_NB) == 0);
    REQUIRE(::ftruncate(descriptor_, 0) == 0);
    REQUIRE(::pwrite(descriptor_, holder.data(), holder.size(), 0) == static_cast<ssize_t>(holder.size()));
  }
  HeldLock(const HeldLock&) = delete;
  HeldLock& operator=(const HeldLock&) = delete;
  ~HeldLock() { ::close(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace

TEST_CASE("query lists what meets all it is asked, and ends in 1 with hits and in 0 without") {
  const Workplace place;
  place.registry("r", four_rights);
  const std::vector<std::tuple<Strings, Strings>> cases = {
      {Strings{}, {"1000001", "1000002", "1000003", "local:海门山羊"}},
      {{"--kind", "gi"}, {"local:海门山羊"}},
      {{"--owner", "岸芷"}, {"1000001"}},
      {{"--mark", "兰"}, {"1000002"}},
      {{"--class", "30"}, {"1000002", "1000003"}},
      {{"--class", "25,31"}, {"1000001", "local:海门山羊"}},
      {{"--class", "30", "--status", "registered"}, {"1000003"}},
      {{"--group", "3006"}, {"1000003"}},
      {{"--expires-from", "2026-01-01"}, {"1000003"}},
      {{"--expires-to", "2026-01-01"}, {"1000001"}},
      {{"--area", "海门"}, {"local:海门山羊"}},
      {{"--area", "320614"}, {"local:海门山羊"}},
      {{"--area", "320684"}, {"local:海门山羊"}},
      {{"--area", "320625"}, {"local:海门山羊"}},
      {{"--area", "如东"}, Strings{}},
      {{"--owner", "岸芷", "--class", "30"}, Strings{}},
      {{"--limit", "2"}, {"1000001", "1000002"}},
  };
  for (const auto& [arguments, numbers] : cases) {
    CAPTURE(arguments);
    Strings all = {"query", "r", "--format", "tsv"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Ended found = place.marque(all);
    CHECK(numbers_in(found) == numbers);
    CHECK(found.code == (numbers.empty() ? 0 : 1));
    CHECK(found.err == std::to_string(numbers.size()) + " records\n");
  }
}

TEST_CASE("query writes a table to read, records as JSON, and a table for programs") {
  const Workplace place;
  place.registry("r", four_rights);
  CHECK_THAT(place.marque({"query", "r", "--class", "24"}).out, StartsWith("number") && Contains("\n1000001  trademark  岸芷"));
  CHECK_THAT(place.marque({"query", "r", "--class", "24", "--lang", "zh"}).out, StartsWith("号码") && Contains("核准注册"));
  CHECK_THAT(place.marque({"query", "r", "--class", "24", "--format", "json"}).out, StartsWith(R"({"kind":"trademark","number":"1000001",)"));
  CHECK_THAT(place.marque({"query", "r", "--class", "24", "--format", "csv"}).out, StartsWith("\xEF\xBB\xBFkind,number,mark,") && Contains("\ntrademark,1000001,岸芷,"));
  CHECK(place.marque({"query", "r", "--class", "24", "--format", "tsv"}).out == "1000001\ttrademark\t岸芷\t海门岸芷纺织厂\t24,25\tregistered\t2025-06-06\n");
}

TEST_CASE("a question that cannot be asked is refused") {
  const Workplace place;
  place.registry("r", four_rights);
  const std::vector<Strings> cases = {{"--class", "99"}, {"--status", "asleep"}, {"--expires-to", "2026-02-30"}, {"--area", "无此地"},
                                      {"--group", "9999"}, {"--kind", "patent"}, {"--limit", "few"}};
  for (const auto& arguments : cases) {
    CAPTURE(arguments);
    const Ended refused = place.marque({"query", "r", arguments[0], arguments[1]});
    CHECK(refused.code == 2);
    CHECK(refused.out.empty());
    CHECK_FALSE(refused.err.empty());
  }
}

TEST_CASE("a backup is sound, holds the same, and overwrites nothing") {
  const Workplace place;
  place.registry("r", four_rights);
  CHECK(place.marque({"backup", "r", "copy"}).code == 0);
  CHECK(place.marque({"verify", "copy"}).code == 0);
  const std::string exported = place.marque({"export", "r"}).out;
  CHECK(place.marque({"export", "copy"}).out == exported);
  place.write("other", "mine");
  const Ended refused = place.marque({"backup", "r", "other"});
  CHECK(refused.code == 2);
  CHECK_THAT(refused.err, Contains("other: a backup overwrites nothing"));
  CHECK(place.read("other") == "mine");
}

TEST_CASE("verify and doctor end in 4 where the register is damaged, and say where") {
  const Workplace place;
  place.registry("r", four_rights);
  REQUIRE(place.marque({"backup", "r", "copy"}).code == 0);
  const Ended sound = place.marque({"verify", "r"});
  CHECK(sound.code == 0);
  CHECK(sound.out == "r: 4 records; pages, records, pictures and history chain are sound\n");

  std::string bytes = place.read("copy");
  const auto name = bytes.find("岸芷");
  REQUIRE(name != std::string::npos);
  bytes[name] ^= 1;
  place.write("changed", bytes);
  place.write("cut", place.read("copy").substr(0, 5000));
  place.write("text", "no register\n");
  for (const char* file : {"changed", "cut", "text"}) {
    CAPTURE(file);
    const Ended damaged = place.marque({"verify", file});
    CHECK(damaged.code == 4);
    CHECK(damaged.out.empty());
    CHECK_THAT(damaged.err, StartsWith(std::string("marque: ") + file + ": "));
    CHECK(place.marque({"doctor", file}).code == 4);
  }
  CHECK_THAT(place.marque({"verify", "changed"}).err, Contains("1000001"));
  CHECK(place.marque({"verify", "absent"}).code == 2);
}

TEST_CASE("doctor says what runs, and in what state a register is") {
  const Workplace place;
  const Ended program = place.marque({"doctor"});
  CHECK(program.code == 0);
  CHECK_THAT(program.out, Contains("SQLite") && Contains("2026-06-01"));
  place.registry("r", four_rights);
  CHECK_THAT(place.marque({"doctor", "r"}).out, Contains("made at the first check") && Contains("sound"));
  REQUIRE(place.marque({"check", "r", "岸芷"}).code == 1);
  CHECK_THAT(place.marque({"doctor", "r"}).out, Contains("up to date"));
  CHECK_THAT(place.marque({"doctor", "r", "--lang", "zh"}).out, Contains("完好"));
}

TEST_CASE("a second writer is told who holds the register, and readers are not stopped") {
  const Workplace place;
  place.registry("r", four_rights);
  {
    const HeldLock lock(place.path("r.lock"), "process 4711 (clerk) since 2026-06-01T08:00:00Z\n");
    const std::vector<Strings> writers = {{"add", "r", "--number", "1000009", "--mark", "芝", "--class", "3"},
                                          {"import", "r", "r.jsonl"},
                                          {"record", "r", "1000001", "renewal", "--date", "2025-05-01"},
                                          {"undo", "r", "1"}};
    for (const Strings& arguments : writers) {
      CAPTURE(arguments);
      const Ended refused = place.marque(arguments);
      CHECK(refused.code == 5);
      CHECK(refused.out.empty());
      CHECK_THAT(refused.err, Contains("process 4711 (clerk)"));
    }
    CHECK(place.marque({"show", "r", "1000001"}).code == 0);
    CHECK(place.marque({"check", "r", "岸芷"}).code == 1);
  }
  CHECK(place.marque({"record", "r", "1000001", "renewal", "--date", "2025-05-01"}).code == 0);
}
