// verify with the index beside a register, doctor's promises, restricted data

#include "cli/workplace.hpp"

using namespace marque::test;

namespace {

// Nobody's numbers.
constexpr std::string_view with_phone =
    R"({"kind":"trademark","number":"1000001","mark":"岸芷","owner":"张三","classes":[24],"status":"registered","raw":[["联系电话","13800000000"],["备用","原文"]]}
{"kind":"trademark","number":"1000002","mark":"汀兰","owner":"某公司","classes":[30],"status":"registered","raw":[["备注","请致电 13800000001"]]}
)";

}  // namespace

TEST_CASE("verify reads the index beside a register, and says where it is damaged") {
  const Workplace place;
  place.registry("r", with_phone);
  REQUIRE(place.marque({"check", "r", "岸芷"}).code == 1);
  const Ended sound = place.marque({"verify", "r"});
  CHECK(sound.code == 0);
  CHECK_THAT(sound.out, Contains("r.index: sound and up to date"));

  std::string bytes = place.read("r.index");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  bytes[bytes.size() / 3] = static_cast<char>(bytes[bytes.size() / 3] ^ 0x55);
  bytes[1100] = static_cast<char>(bytes[1100] ^ 0x55);
  place.write("r.index", bytes);
  const Ended damaged = place.marque({"verify", "r"});
  CHECK(damaged.code == 4);
  CHECK_THAT(damaged.out, Contains("r: 2 records; pages") && Contains("r.index: damaged: remove the file"));
  CHECK(place.marque({"doctor", "r"}).code == 4);
}

TEST_CASE("doctor prints what a register promises, in both languages") {
  const Workplace place;
  const Ended english = place.marque({"doctor"});
  CHECK_THAT(english.out, Contains("1. When a writing call returns success") && Contains("6. Every change leaves a row"));
  CHECK_THAT(place.marque({"doctor", "--lang", "zh"}).out, Contains("1. 写入调用返回成功后"));
}

TEST_CASE("what is not for everybody is shown only where it is asked for") {
  const Workplace place;
  place.registry("r", with_phone);
  for (const Strings& command : {Strings{"export", "r"}, Strings{"query", "r", "--format", "json"}, Strings{"export", "r", "--format", "csv"}}) {
    CAPTURE(command);
    const Ended open = place.marque(command);
    CHECK_THAT(open.out, !Contains("13800000000") && !Contains("13800000001") && Contains("岸芷"));
    Strings asked = command;
    asked.push_back("--restricted");
    if (command.back() == "csv") continue;   // a table has no column for what the model has no place for
    CHECK_THAT(place.marque(asked).out, Contains("13800000000") && Contains("13800000001"));
  }
  CHECK_THAT(place.marque({"show", "r", "1000001", "--format", "json"}).out, Contains("原文") && !Contains("1380"));
}

TEST_CASE("quarantined records are told one a line, with reason, place and bytes, and without a telephone") {
  const Workplace place;
  place.write("t.csv", "number,mark,owner,classes,status\n1000001,岸芷,13800000000,99,registered\n");
  REQUIRE(place.marque({"init", "r"}).code == 0);
  REQUIRE(place.marque({"import", "r", "t.csv"}).code == 3);
  const Ended json = place.marque({"show", "r", "--quarantine", "--format", "json"});
  CHECK(json.code == 0);
  CHECK_THAT(json.out, StartsWith(R"({"import":1,"file":"t.csv","record":1,"field":"classes","code":"invalid_class",)") &&
                           Contains(R"("text":"1000001,岸芷,***,99,registered")") && Contains(R"("bytes":"31303030)"));
  CHECK_THAT(place.marque({"show", "r", "--quarantine", "--format", "json", "--restricted"}).out, Contains(",13800000000,99"));
  CHECK_THAT(place.marque({"show", "r", "--quarantine", "--format", "tsv"}).out, StartsWith("1\tt.csv\t1\tclasses\tinvalid_class\t"));
  CHECK(place.marque({"show", "r", "--quarantine", "--import", "7"}).out.empty());
}

TEST_CASE("one person's restricted data is erased, and the register stays sound") {
  const Workplace place;
  place.registry("r", with_phone);
  const Ended erased = place.marque({"erase", "r", "--person", "张三"});
  CHECK(erased.code == 0);
  CHECK(erased.out == "erased from 1 records (1 rows of their history) and 0 quarantined records\n");
  const Ended kept = place.marque({"export", "r", "--restricted"});
  CHECK_THAT(kept.out, !Contains("13800000000") && Contains("13800000001") && Contains("张三"));
  CHECK(place.marque({"verify", "r"}).code == 0);
  CHECK(place.read("r").find("13800000000") == std::string::npos);
  CHECK(place.marque({"erase", "r"}).code == 2);
}
