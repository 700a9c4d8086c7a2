#include "marque/interchange/import.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "interchange/office/fixtures.hpp"
#include "logo/layout.hpp"
#include "marque/interchange/json.hpp"
#include "marque/law/consistency.hpp"
#include "marque/store/sqlite_store.hpp"
#include "registry/sample_entries.hpp"
#include "snapshot/temporary_folder.hpp"

using namespace marque;

namespace {

const std::string header = "注册号,商标名称,申请人,类别,状态\n";

/// A register of its own, and imports into it.
struct Desk {
  test::TemporaryFolder folder;
  std::unique_ptr<Store> store = std::move(*create_sqlite_store(folder / "r.marque"));
  ImportOptions options{.source = "r.csv", .folder = {}, .batch = 10, .as_of = {}, .fingerprinter = {}};

  Result<ImportSummary> run(const std::string& bytes, const Progress& progress = {}) {
    auto reader = read_records(bytes, options.source);
    if (!reader) FAIL(to_string(reader.error()));
    return import_records(**reader, *store, options, progress);
  }
  ImportSummary import(const std::string& bytes) {
    auto summary = run(bytes);
    if (!summary) FAIL(to_string(summary.error()));
    return *summary;
  }
  Entry entry(const std::string& number) {
    const auto id = store->find(number);
    REQUIRE(id);
    REQUIRE(*id);
    return store->entry(**id).value();
  }
};

std::string rows(int from, int to) {
  std::string text;
  for (int i = from; i <= to; ++i) text += std::to_string(i) + ",海门" + std::to_string(i) + ",甲公司,25,已注册\n";
  return text;
}

std::vector<int> classes(const Entry& entry) {
  std::vector<int> numbers;
  for (const ClassScope& in_class : scope_of(entry)) numbers.push_back(in_class.nice_class.number());
  return numbers;
}

/// Enough of a PNG for whoever does not decode it.
Image picture() {
  Image image;
  for (const char c : std::string("\x89PNG\r\n\x1a\n and pixels")) image.bytes.push_back(static_cast<std::byte>(c));
  return image;
}

void write(const std::string& path, const Image& image) {
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(image.bytes.data()), static_cast<std::streamsize>(image.bytes.size()));
}

}  // namespace

TEST_CASE("Good records are stored and bad ones quarantined with their bytes, over several batches") {
  Desk desk;
  const ImportSummary summary = desk.import(header + rows(1, 25) + "x,海门,甲公司,99,已注册\n" + rows(26, 30));
  CHECK(summary.read == 31);
  CHECK(summary.inserted == 30);
  REQUIRE(summary.quarantined_count == 1);
  CHECK(summary.quarantined[0].bytes == "x,海门,甲公司,99,已注册");
  CHECK(summary.quarantined[0].error.where.record == 26);
  CHECK(desk.store->size().value() == 30);
  CHECK(provenance_of(desk.entry("7")).source == "r.csv");
  CHECK(provenance_of(desk.entry("7")).row == 7);
  CHECK(desk.store->imports().value().at(0).quarantined == 1);
}

TEST_CASE("The same source a second time changes nothing, even where its rows moved") {
  Desk desk;
  desk.import(header + rows(1, 25));
  const std::uint64_t revision = desk.store->revision().value();
  CHECK(desk.import(header + rows(1, 25)).unchanged == 25);
  CHECK(desk.import(header + rows(20, 25) + rows(1, 19)).unchanged == 25);
  CHECK(desk.store->revision().value() == revision);
}

TEST_CASE("A record told class by class in distant rows gets all its classes, once and for all") {
  Desk desk;
  const std::string text = header + "900,海门,甲公司,25,已注册\n" + rows(1, 25) + "900,海门,甲公司,35,商标无效\n" +
                           rows(26, 40) + "900,海门,甲公司,9,已注册\n";
  desk.import(text);
  const Entry entry = desk.entry("900");
  CHECK(classes(entry) == std::vector<int>{9, 25, 35});
  CHECK(scope_of(entry)[2].status == Status::invalidated);
  const std::uint64_t revision = desk.store->revision().value();
  CHECK(desk.import(text).updated == 0);
  CHECK(desk.store->revision().value() == revision);
}

TEST_CASE("A later source that gives fewer classes takes them away") {
  Desk desk;
  desk.import(header + "900,海门,甲公司,\"25,35\",已注册\n");
  CHECK(desk.import(header + "900,海门,甲公司,25,已注册\n").updated == 1);
  CHECK(classes(desk.entry("900")) == std::vector<int>{25});
}

TEST_CASE("What a later source leaves out stays, what it gives replaces") {
  Desk desk;
  Trademark mark = test::plain_trademark("900", "海门");
  mark.events = {
      Event{.kind = EventKind::licence, .date = *Date::parse("2020-01-01"), .party = Party{.name = "丙公司"}}};
  desk.import(to_json(Entry(mark)) + "\n");
  desk.import("注册号,商标名称,申请人,类别,状态\n900,海门,乙公司,25,\n");
  const Entry entry = desk.entry("900");
  CHECK(owners_of(entry).front().name == "乙公司");
  CHECK(events_of(entry).size() == 1);
  CHECK(status_of(entry) == Status::registered);
  CHECK(std::get<Trademark>(entry).dates.expires == mark.dates.expires);
  CHECK(scope_of(entry)[0].goods == mark.scope[0].goods);
}

TEST_CASE("What one register exports another one imports, and exports as it was") {
  Desk desk;
  test::EntryMaker make(7);
  std::string lines;
  std::size_t made = 0;
  for (std::uint32_t number = 1; number <= 300; ++number) {
    Entry entry = make.entry(number);
    const auto found = contradictions(entry);
    if (std::any_of(found.begin(), found.end(), [](const Contradiction& c) { return c.impossible; })) continue;
    ++made;
    std::visit([](auto& record) { record.provenance.source = "elsewhere.csv"; }, entry);
    if (auto* mark = std::get_if<Trademark>(&entry)) mark->mark.image.reset();
    if (auto* mark = std::get_if<InternationalRegistration>(&entry)) mark->mark.image.reset();
    lines += to_json(entry) + '\n';
  }
  REQUIRE(made > 99);
  CHECK(desk.import(lines).quarantined_count == 0);
  std::string exported;
  REQUIRE(desk.store->for_each([&](EntryId, const Entry& entry) {
    exported += to_json(entry) + '\n';
    return true;
  }));
  CHECK(exported == lines);
}

TEST_CASE("One number for two indications, or for records of two kinds, loses neither in silence") {
  Desk desk;
  const ImportSummary summary =
      desk.import("产品名称,公告号\n海门山羊,2010年第166号公告\n南通长江河豚,2010年第166号公告\n");
  CHECK(summary.inserted == 1);
  REQUIRE(summary.quarantined_count == 1);
  CHECK(summary.quarantined[0].error.code == ErrorCode::duplicate);
  CHECK(words_of(desk.entry("2010年第166号公告")) == "海门山羊");
}

TEST_CASE("Pictures are read beside the source and known by their digest") {
  Desk desk;
  std::filesystem::create_directory(desk.folder / "logos");
  write(desk.folder / "logos/1.png", picture());
  desk.options.folder = desk.folder.path();
  int made = 0;
  desk.options.fingerprinter = [&](const Image&) -> Result<Fingerprint> {
    ++made;
    return Fingerprint{current_fingerprint_version(), {ViewCode{.width = 255, .height = 255}}, {}};
  };
  const std::string text = "注册号,商标名称,类别,商标图样\n1,海门,25,logos/1.png\n";
  CHECK(desk.import(text).warning_count == 0);
  const Entry stored = desk.entry("1");
  const ImageReference* image = image_of(stored);
  REQUIRE(image);
  CHECK(image->digest.size() == 64);
  CHECK(desk.store->image(image->digest).value().bytes == picture().bytes);
  CHECK(desk.store->fingerprint(image->digest));
  CHECK(desk.import(text).unchanged == 1);
  CHECK(made == 1);
}

TEST_CASE("A path that leads elsewhere, or to no picture, is a warning and the record is kept") {
  Desk desk;
  const std::string outside = desk.folder / "secret.png";
  write(outside, picture());
  const std::string inside = desk.folder / "logos";
  std::filesystem::create_directory(inside);
  std::ofstream(inside + "/text.png") << "no picture";
  std::filesystem::create_symlink(outside, inside + "/link.png");
  std::filesystem::create_directory_symlink(desk.folder.path(), inside + "/up");
  std::filesystem::create_directory(inside + "/folder.png");
  desk.options.folder = inside;
  const std::string path = GENERATE("../secret.png", "a/../../secret.png", "/etc/hostname", "link.png", "up/secret.png",
                                    "text.png", "folder.png", "nothing.png", "/");
  CAPTURE(path);
  const ImportSummary summary = desk.import("注册号,商标名称,类别,商标图样\n1,海门,25," + path + "\n");
  CHECK(summary.inserted == 1);
  CHECK(summary.warning_count == 1);
  CHECK(image_of(desk.entry("1"))->digest.empty());
}

TEST_CASE("A picture whose fingerprint fails is left out; a blank one is kept") {
  Desk desk;
  write(desk.folder / "1.png", picture());
  desk.options.folder = desk.folder.path();
  const auto [code, kept] =
      GENERATE(table<ErrorCode, bool>({{ErrorCode::no_fingerprint, true}, {ErrorCode::malformed, false}}));
  desk.options.fingerprinter = [code = code](const Image&) -> Result<Fingerprint> { return Error{code, "x"}; };
  CHECK(desk.import("注册号,商标名称,类别,商标图样\n1,海门,25,1.png\n").warning_count == 1);
  CHECK(image_of(desk.entry("1"))->digest.empty() != kept);
}

TEST_CASE("A stopped import keeps the batches that were in") {
  Desk desk;
  int calls = 0;
  const auto summary =
      desk.run(header + rows(1, 45), Progress([&](std::uint64_t, std::uint64_t) { return ++calls < 4; }));
  REQUIRE(!summary);
  CHECK(summary.error().code == ErrorCode::cancelled);
  CHECK(desk.store->size().value() == 20);
  CHECK(desk.import(header + rows(1, 45)).inserted == 25);
}

TEST_CASE("A transaction holds as many records as its bound, and one more begins another") {
  const auto committed = [](int records) {
    Desk desk;
    desk.options.batch = 3;
    std::set<std::uint64_t> seen;  // by who looks before each transaction and at the end
    const Progress look([&](auto, auto) {
      seen.insert(desk.store->revision().value());
      return true;
    });
    REQUIRE(desk.run(header + rows(1, records), look));
    return seen;
  };
  CHECK(committed(2) == std::set<std::uint64_t>{0, 2});
  CHECK(committed(3) == std::set<std::uint64_t>{0, 3});
  CHECK(committed(4) == std::set<std::uint64_t>{0, 3, 4});
  CHECK(ImportOptions{}.batch == limit_value({}, "transaction_records"));
}

TEST_CASE("Progress ends at the size of the source") {
  Desk desk;
  std::uint64_t done = 0, total = 0;
  REQUIRE(desk.run(header + rows(1, 45), Progress([&](std::uint64_t d, std::uint64_t t) {
                     done = d;
                     total = t;
                     return true;
                   })));
  CHECK(done == total);
  CHECK(total == (header + rows(1, 45)).size());
}

namespace {

std::string line(const std::string& members) {
  return R"({"kind":"trademark","number":"12345678","mark":"海门","owner":"甲公司","classes":[25],"status":"registered")" +
         (members.empty() ? "" : "," + members) + "}\n";
}

}  // namespace

TEST_CASE("A later import changes what it gives, empties what it gives as empty, and leaves what it does not give") {
  Desk desk;
  desk.import(line(R"("translation":"sea gate","vienna":["3.4.11"],"agent":{"name":"某所"},"expires":"2026-06-06")"));
  desk.import(line(R"("translation":"","vienna":[],"expires":"2036-06-06")"));
  const auto mark = std::get<Trademark>(desk.entry("12345678"));
  CHECK(mark.mark.translation.empty());
  CHECK(mark.mark.vienna.empty());
  CHECK(mark.dates.expires == Date::parse("2036-06-06").value());
  REQUIRE(mark.agent);
  CHECK(mark.agent->name == "某所");
  const ImportSummary again = desk.import(line(R"("translation":"","vienna":[],"expires":"2036-06-06")"));
  CHECK(again.unchanged == 1);
}

TEST_CASE("A cell that says there is none empties what was known, one that is empty or a dash leaves it, in any kind of table") {
  const std::string names = "注册号,商标名称,申请人,共有人,类别,状态,代理机构,优先权日期,指定颜色,申请日期\n", known = "1,海门,甲公司,乙公司,25,已注册,某代理,2014-01-05,红,2014-03-05\n";
  const auto [agent, priority, colours, kept] = GENERATE(table<std::string, std::string, std::string, bool>(
      {{"", "", "", true}, {"-", "/", "——", true}, {"无", "无", "无", false}, {"N/A", "無", "n/a", false}}));
  CAPTURE(agent);
  Desk desk;
  desk.import(names + known);
  const bool as_json = GENERATE(false, true);
  const std::string news = as_json ? R"([{"注册号":"1","商标名称":"海门","申请人":"甲公司","类别":"25","状态":"已注册","代理机构":")" + agent +
                                         R"(","优先权日期":")" + priority + R"(","指定颜色":")" + colours + R"(","申请日期":"--"}])"
                                   : names + "1,海门,甲公司,无,25,已注册," + agent + "," + priority + "," + colours + ",--\n";
  const auto summary = desk.import(news);
  CHECK(summary.warning_count == 0);
  const auto mark = std::get<Trademark>(desk.entry("1"));
  CHECK(mark.agent.has_value() == kept);
  CHECK(mark.priorities.empty() == !kept);
  CHECK(mark.mark.colours.empty() == !kept);
  CHECK(mark.dates.filed == *Date::parse("2014-03-05"));
  CHECK(mark.owners == std::vector{Party{.name = "甲公司"}});  // and nobody called 无
}

TEST_CASE("A file of an office tells its records anew: groups it gives are replaced, groups it leaves out stay") {
  Desk desk;
  const std::string first = test::uspto_case("97000001", "20220406", "GOAT");
  CHECK(desk.import(test::uspto_daily(first)).inserted == 1);
  CHECK(desk.import(test::uspto_daily(first)).unchanged == 1);
  CHECK(desk.import(test::uspto_daily("<case-file><serial-number>97000001</serial-number><transaction-date>20230101</transaction-date>"
                                      "<case-file-header><status-code>700</status-code></case-file-header><design-searches/></case-file>"))
            .updated == 1);
  const auto mark = std::get<Trademark>(desk.entry("US-97000001"));
  CHECK(mark.status == Status::registered);
  CHECK(mark.mark.text == "GOAT");
  CHECK(mark.owners.size() == 1);
  CHECK(mark.mark.vienna.empty());
  CHECK(classes(mark) == std::vector{25});
}

TEST_CASE("A case that comes twice in one run counts once, and older news change nothing") {
  Desk desk;
  const std::string old = test::uspto_case("97000001", "20220101", "OLD"), young = test::uspto_case("97000001", "20220406", "YOUNG");
  const std::string file = GENERATE_COPY(test::uspto_daily(old + young), test::uspto_daily(young + old));
  desk.import(file);
  CHECK(words_of(desk.entry("US-97000001")) == "YOUNG");
  CHECK(desk.store->size().value() == 1);
  CHECK(desk.import(file).updated == 0);
}

TEST_CASE("News of a record that is not known and tells too little are quarantined") {
  Desk desk;
  const ImportSummary summary = desk.import(test::uspto_daily(
      "<case-file><serial-number>97000009</serial-number><case-file-header><status-code>700</status-code></case-file-header></case-file>"));
  CHECK(summary.inserted == 0);
  REQUIRE(summary.quarantined.size() == 1);
  CHECK(summary.quarantined.front().error.code == ErrorCode::missing_field);
  CHECK(summary.reasons == std::map<std::string, std::uint64_t>{{"missing_field", 1}});
}

TEST_CASE("What stands before a fault of the source is stored, and the fault is told") {
  Desk desk;
  const std::string file = test::uspto_daily(test::uspto_case("97000001", "20220406", "GOAT") + test::uspto_case("97000002", "20220406", "SHEEP"));
  const ImportSummary summary = desk.import(file.substr(0, file.rfind("</case-file>")));
  CHECK(summary.inserted == 1);
  REQUIRE(summary.stopped_by);
  CHECK(summary.stopped_by->code == ErrorCode::malformed);
  CHECK(desk.store->size().value() == 1);
}

TEST_CASE("A strict import stops at the first bad record and keeps what came before") {
  Desk desk;
  desk.options.strict = true;
  const ImportSummary summary = desk.import(header + rows(1, 25) + "x,y,z,25,已注册\n" + rows(26, 30));
  REQUIRE(summary.stopped_by);
  CHECK(summary.read == 26);
  CHECK(desk.store->size().value() == 25);
  CHECK(desk.store->quarantined(summary.import).value().size() == 1);
}

namespace {

/// An import of `file` that is stopped three times at a report of its progress, and gone on with until it is through.
void import_with_breaks(Desk& desk, const std::string& file, int at_report) {
  desk.options.content = "this file";
  for (int run = 0; run < 4; ++run) {
    const auto before = unfinished_import(*desk.store, desk.options.content);
    REQUIRE(before);
    if (run > 0 && !*before) return;
    desk.options.resume = *before;
    int report = 0;
    const auto summary = desk.run(file, Progress([&](auto, auto) { return run == 3 || ++report != at_report; }));
    if (!summary) REQUIRE(summary.error().code == ErrorCode::cancelled);
  }
}

}  // namespace

TEST_CASE("An import that was stopped goes on behind the records it has, under its number") {
  Desk desk;
  const std::string file = header + rows(1, 45);
  desk.options.content = "this file";
  int reports = 0;
  REQUIRE_FALSE(desk.run(file, Progress([&](auto, auto) { return ++reports < 4; })));
  const auto open = unfinished_import(*desk.store, "this file").value();
  REQUIRE(open);
  REQUIRE(open->read < 45);
  CHECK(open->read > 0);
  CHECK_FALSE(open->finished);
  CHECK(desk.store->size().value() == open->read);
  CHECK_FALSE(unfinished_import(*desk.store, "another file").value());
  desk.options.resume = open;
  const ImportSummary rest = desk.import(file);
  CHECK(rest.import == open->number);
  CHECK(rest.inserted == 45 - open->read);
  CHECK(desk.store->size().value() == 45);
  const auto imports = desk.store->imports().value();
  REQUIRE(imports.size() == 1);
  CHECK(imports.front().finished);
  CHECK(imports.front().read == 45);
  CHECK(imports.front().stored == 45);
  CHECK_FALSE(unfinished_import(*desk.store, "this file").value());
}

TEST_CASE("An import broken off between any two batches ends as one that was not") {
  // Bad rows between good ones, numbers that come again, and a known record (3) that waits for its second class.
  const std::string file = header + rows(1, 12) + "x,y,甲公司,99,已注册\n" + rows(13, 31) + "7,海门7,甲公司,26,已注册\n" +
                           "x,z,甲公司,99,已注册\n" + rows(32, 44) + "3,海门3,甲公司,30,已注册\n";
  const std::string known = header + "3,海门3,甲公司,25,已注册\n3,海门3,甲公司,30,已注册\n";
  const auto exported = [](const Desk& desk) {
    std::vector<std::string> lines;
    REQUIRE(desk.store->for_each([&](EntryId, const Entry& entry) {
      lines.push_back(to_json(entry));
      return true;
    }));
    return lines;
  };
  Desk whole;
  whole.import(known);
  whole.import(file);
  for (int at_report = 1; at_report < 9; ++at_report) {
    Desk desk;
    desk.import(known);
    CAPTURE(at_report);
    import_with_breaks(desk, file, at_report);
    CHECK(exported(desk) == exported(whole));
    const auto imports = desk.store->imports().value();
    REQUIRE(imports.size() == 2);
    CHECK(imports.back().finished);
    CHECK(imports.back().quarantined == 2);
    CHECK(desk.store->quarantined(2).value().size() == 2);
    CHECK(desk.store->verify());
  }
}

TEST_CASE("A record whose days are impossible is quarantined with field and article, one that disagrees with itself is kept and told") {
  Desk desk;
  const std::string good = R"({"kind":"trademark","number":"1","mark":"甲","owner":"x","classes":[1],"status":"registered","filed":"2020-01-01","registered":"2021-01-01"})";
  const std::string impossible = R"({"kind":"trademark","number":"2","mark":"甲","owner":"x","classes":[1],"status":"registered","filed":"2020-01-01","registered":"2019-01-01"})";
  const std::string odd = R"({"kind":"trademark","number":"3","mark":"甲","owner":"x","classes":[1],"status":"filed","filed":"2020-01-01","registered":"2021-01-01"})";
  const ImportSummary summary = desk.import(good + "\n" + impossible + "\n" + odd + "\n");
  CHECK(summary.inserted == 2);
  REQUIRE(summary.quarantined.size() == 1);
  CHECK(summary.quarantined.front().error.code == ErrorCode::invalid_date);
  CHECK(summary.quarantined.front().error.where.field == "registered");
  CHECK(summary.quarantined.front().error.where.record == 2);
  CHECK_THAT(summary.quarantined.front().error.message, Catch::Contains("(Art.28)"));
  CHECK(summary.quarantined.front().bytes.find(impossible) != std::string::npos);
  REQUIRE(summary.warnings.size() == 1);
  CHECK(summary.warnings.front().where.record == 3);
  CHECK_THAT(summary.warnings.front().message, Catch::Contains("(Art.33)"));
}

namespace {

const std::string madrid =
    R"({"kind":"international","number":"G1234567","irn":"1234567","mark":"叠石桥","owner":"x","classes":[24],"goods":[{"class":24,"name":"床单"},{"class":24,"name":"毛毯"}],"status":"registered","registered":"2024-03-04","expires":"2034-03-04","basic_mark":{"office":"CN","number":"12345678"},"designations":[{"party":"US","status":"granted"}]})";

std::string national(const std::string& state) {
  return R"({"kind":"trademark","number":"12345678","mark":"叠石桥","owner":"x","classes":[24],"goods":[{"class":24,"name":"床单"},{"class":24,"name":"毛毯"}],)" + state + "}\n";
}

const std::string alive = R"("status":"registered","filed":"2020-01-02","registered":"2021-01-14")";
const std::string ended = R"("status":"cancelled","filed":"2020-01-02","registered":"2021-01-14","ended":"2026-03-13")";

Status state(Desk& desk) { return status_of(desk.entry("G1234567")); }

}  // namespace

TEST_CASE("An import that brings the end of a basic mark reaches the Madrid registration in the same import, and undo takes both back") {
  const std::string by_event = R"("status":"cancelled","filed":"2020-01-02","registered":"2021-01-14","events":[{"event":"cancellation","date":"2026-03-13"}])";
  for (const std::string& bringing : {national(ended), national(by_event), national(ended) + madrid + "\n", madrid + "\n" + national(ended)}) {
    Desk desk;
    desk.import(madrid + "\n" + national(alive));
    const Entry before = desk.entry("G1234567");
    CAPTURE(bringing);
    const ImportSummary summary = desk.import(bringing);
    CHECK(summary.updated == 2);
    REQUIRE(summary.warnings.size() == 1);
    CHECK_THAT(summary.warnings.front().message, Catch::Contains("G1234567 ceases with its basic mark 12345678 on 2026-03-13 (MP Art.6(3))"));
    CHECK_THAT(summary.warnings.front().chinese, Catch::Contains("随第12345678号基础商标于2026-03-13失效"));
    CHECK(state(desk) == Status::cancelled);
    const Event told = events_of(desk.entry("G1234567")).back();
    CHECK(told.kind == EventKind::basic_mark_ceased);
    CHECK(told.instrument == "12345678");
    CHECK(desk.store->history(**desk.store->find("G1234567")).value().back().cause.import == summary.import);

    const ImportSummary again = desk.import(bringing);
    CHECK(again.updated == 0);
    CHECK(again.warning_count == 0);
    CHECK(desk.import(madrid + "\n").updated == 0);   // a source that has not heard of it
    CHECK(desk.store->undo(summary.import, {"undo", {}, {}, {}, 0}).value().size() == 2);
    CHECK(desk.entry("G1234567") == before);
    CHECK(status_of(desk.entry("12345678")) == Status::registered);
  }
}

TEST_CASE("What ends of a basic mark in part ceases in part, and what ends too late takes nothing along") {
  const std::string in_part =
      R"("status":"registered","filed":"2020-01-02","registered":"2021-01-14","events":[{"event":"partial_cancellation","date":"2026-03-13","classes":[24],"goods":["床单"]}])";
  Desk desk;
  desk.import(madrid + "\n" + national(alive));
  std::string record = national(in_part);
  record.replace(record.find(R"("name":"床单")"), 15, R"("name":"床单","status":"cancelled")");
  CHECK(desk.import(record).updated == 2);
  CHECK(state(desk) == Status::registered);
  const std::vector<GoodsItem> goods = scope_of(desk.entry("G1234567")).front().goods;
  CHECK(goods[0].status == Status::cancelled);
  CHECK_FALSE(goods[1].status);

  Desk late;
  late.import(madrid + "\n" + national(alive));
  std::string after = ended;
  after.replace(after.find("2026-03-13"), 10, "2029-03-05");
  CHECK(late.import(national(after)).updated == 1);
  CHECK(state(late) == Status::registered);
}

TEST_CASE("A registration that comes with the end of its basic mark is stored as told, whatever the order and the batches, with a warning") {
  for (const std::string& source : {madrid + "\n" + national(ended), national(ended) + madrid + "\n"})
    for (const std::size_t batch : {1U, 10U}) {
      Desk desk;
      desk.options.batch = batch;
      const ImportSummary summary = desk.import(source);
      CAPTURE(source, batch);
      CHECK(summary.inserted == 2);
      CHECK(state(desk) == Status::registered);
      REQUIRE(summary.warnings.size() == 1);
      CHECK_THAT(summary.warnings.front().message, Catch::Contains("stored as told") && Catch::Contains("MP Art.6(3)"));
    }
  Desk undated;
  undated.import(madrid + "\n" + national(alive));
  const ImportSummary told = undated.import(national(R"("status":"cancelled","filed":"2020-01-02","registered":"2021-01-14")"));
  CHECK(state(undated) == Status::registered);
  REQUIRE(told.warnings.size() == 1);
  CHECK_THAT(told.warnings.front().message, Catch::Contains("a day that is not on record"));
}

TEST_CASE("A national and an international right of the same digits are two records, each told further by its own source") {
  const std::string national_one = R"({"kind":"trademark","number":"1234567","mark":"甲乙丙","owner":"x","classes":[25],"status":"registered"})";
  const std::string other = R"({"kind":"international","number":"1234567","mark":"STEIFFO","owner":"y","classes":[28],"status":"registered"})";
  for (const std::string& source : {national_one + "\n" + other + "\n", other + "\n" + national_one + "\n"})
    for (const std::size_t batch : {1U, 10U}) {
      Desk desk;
      desk.options.batch = batch;
      CAPTURE(source, batch);
      CHECK(desk.import(source).inserted == 2);
      CHECK(desk.import(source).unchanged == 2);
      CHECK(words_of(desk.entry("1234567")) == "甲乙丙");
      CHECK(words_of(desk.entry("G1234567")) == "STEIFFO");
    }
}
