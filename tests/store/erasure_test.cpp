#include "marque/model/privacy.hpp"
#include "store/store_fixture.hpp"

using namespace marque;
using namespace marque::test;

namespace {

const std::string phone = "13800000000", card = "11010519491231002X";  // of nobody

Trademark of_person(const char* number, const std::string& owner) {
  Trademark trademark = plain_trademark(number, "海星");
  trademark.owners = {Party{.name = owner}};
  trademark.provenance.raw = {{"联系电话", phone}, {"身份证号", card}, {"备用", "原文"}};
  return trademark;
}

/// Whether any file of the register has these bytes.
bool on_disk(const TemporaryFolder& folder, const std::string& what) {
  for (const std::string& name : folder.names()) {
    const auto bytes = bytes_of_file(folder / name);
    if (std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()).find(what) != std::string::npos) return true;
  }
  return false;
}

const Cause erasing{.action = "erase", .actor = "clerk"};

/// Two records of one person, changed once, one of another, and a quarantined row of each.
void make_register(Store& store) {
  Trademark later = of_person("1000001", "张三");
  later.provenance.raw.push_back({"电子邮箱", "zhang@example.com"});
  put(store, {of_person("1000001", "张三"), of_person("1000002", "某公司"), of_person("1000003", "张三")});
  put(store, {later});
  const auto import = store.begin_import("list.csv").value();
  REQUIRE(store.quarantine(import, std::vector<QuarantinedRecord>{
                                       {Error{ErrorCode::malformed, "bad"}, "张三," + phone},
                                       {Error{ErrorCode::malformed, "bad"}, "\xD5\xC5\xC8\xFD," + phone},  // GB 18030
                                       {Error{ErrorCode::malformed, "bad"}, "李四,x"}}));
}

}  // namespace

TEST_CASE("what is not for everybody goes from records, history, quarantine and file, and the chain holds") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  make_register(*store);
  REQUIRE(on_disk(folder, "zhang@example.com"));
  const auto erased = store->erase_restricted("张三", erasing);
  REQUIRE(erased);
  CHECK(erased->records == 2);
  CHECK(erased->history_rows == 3);
  CHECK(erased->quarantined == 2);
  CHECK(erased->log_emptied);
  CHECK(store->verify());

  for (const std::uint64_t id : {1u, 3u}) {
    const Entry entry = store->entry(EntryId{id}).value();
    CHECK(provenance_of(entry).raw == std::vector<std::pair<std::string, std::string>>{{"备用", "原文"}});
    CHECK(owners_of(entry).front().name == "张三");
    const auto history = store->history(EntryId{id}).value();
    for (const HistoryRow& row : history) {
      if (row.change.before) CHECK_FALSE(has_restricted(*row.change.before));
      if (row.change.after) CHECK_FALSE(has_restricted(*row.change.after));
    }
    CHECK(store->history(EntryId{id}).value().back().cause.action == "erase");
  }
  CHECK(has_restricted(store->entry(EntryId{2}).value()));
  CHECK(store->quarantined(1).value().back().bytes == "李四,x");
  CHECK(store->quarantined(1).value().front().bytes.empty());
  CHECK_FALSE(on_disk(folder, "zhang@example.com"));
  REQUIRE(store->erase_restricted("某公司", erasing));
  CHECK_FALSE(on_disk(folder, phone));
  CHECK_FALSE(on_disk(folder, card));
  CHECK(store->verify());
}

TEST_CASE("an erasure that finds nothing leaves no trace, and one without a name is refused") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  make_register(*store);
  REQUIRE(store->erase_restricted("张三", erasing));
  const auto revision = store->revision().value();
  CHECK(store->erase_restricted("张三", erasing)->history_rows == 0);
  CHECK(store->erase_restricted("王五", erasing)->records == 0);
  CHECK(store->revision().value() == revision);
  CHECK(code_of(store->erase_restricted("", erasing)) == ErrorCode::invalid_argument);
}

TEST_CASE("nothing but an erasure may change the history, and an erasure may not be made up") {
  TemporaryFolder folder;
  const std::string path = folder / "r";
  {
    const auto store = created(path);
    make_register(*store);
    REQUIRE(store->erase_restricted("张三", erasing));
  }
  const auto fault_after = [&](const std::string& sql) {
    tamper(path, sql);
    const auto result = opened(path, Access::read)->verify();
    return result ? std::string() : result.error().message;
  };
  SECTION("what was left is changed") {
    CHECK_THAT(fault_after("UPDATE history SET rec_after = (SELECT rec_after FROM history WHERE revision = 3) WHERE revision = 1"),
               Catch::Matchers::Contains("history row 1 was changed"));
  }
  SECTION("an erasure is made up") {
    CHECK_THAT(fault_after("INSERT INTO erasure SELECT 2, 4, digest FROM erasure LIMIT 1;"
                           "UPDATE history SET salt = NULL WHERE revision = 2"),
               Catch::Matchers::Contains("history row 2 was changed"));
  }
  SECTION("an erasure is blamed on another row") {
    CHECK_THAT(fault_after("INSERT INTO erasure SELECT 1, erased_by + 90, digest FROM erasure WHERE revision = 1"),
               Catch::Matchers::Contains("did not erase"));
  }
  SECTION("more is said to have been erased") {
    CHECK_THAT(fault_after("INSERT INTO erasure SELECT 4, max(erased_by), (SELECT digest FROM erasure WHERE revision = 4) FROM erasure"),
               Catch::Matchers::Contains("did not erase"));
  }
}

TEST_CASE("an import can be undone after an erasure, and gives back nothing that was erased") {
  TemporaryFolder folder;
  const auto store = created(folder / "r");
  put(*store, {of_person("1000001", "张三")});
  const auto import = store->begin_import("list.csv").value();
  Trademark renewed = of_person("1000001", "张三");
  renewed.dates.expires = *Date::parse("2036-02-28");
  put(*store, {renewed, of_person("1000002", "张三")}, {.action = "import", .import = import});
  REQUIRE(store->erase_restricted("张三", erasing));
  REQUIRE(store->undo(import, by_hand));
  CHECK(store->size().value() == 1);
  CHECK_FALSE(has_restricted(store->entry(EntryId{1}).value()));
  CHECK(store->verify());
}
