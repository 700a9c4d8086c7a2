#include "marque/base/limits.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <memory>

#include "interchange/office/fixtures.hpp"
#include "interchange/office/zip_maker.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"
#include "marque/snapshot/record.hpp"
#include "marque/snapshot/snapshot.hpp"
#include "marque/text/normalize.hpp"
#include "snapshot/temporary_folder.hpp"

using namespace marque;
using namespace marque::test;

namespace {

std::string in_case(const std::string& inside) {
  return uspto_daily("<case-file><serial-number>97000001</serial-number><case-file-header><status-code>700</status-code></case-file-header>"
                     "<classifications><classification><international-code>025</international-code></classification></classifications>" +
                     inside + "</case-file>");
}

/// A JSON line of a mark, `more` its further members.
std::string line(const std::string& mark, const std::string& more = {}) {
  return R"({"kind":"trademark","number":"1","mark":")" + mark + R"(","owner":"a","classes":[1],"status":"registered")" + more + "}\n";
}

/// The first failure that reading the bytes meets: of the source, or of a record.
Error failure_of(const std::string& bytes, const DocumentLimits& limits) {
  const auto reader = read_records(bytes, "x", {}, limits);
  if (!reader) return reader.error();
  for (;;) {
    const auto record = (*reader)->next();
    if (!record) return record.error();
    if (!*record) return {ErrorCode{}, "", {}};
    if (!(*record)->entry) return (*record)->entry.error();
  }
}

/// Something that takes just `need` of what a bound is on, and what becomes of it: an error, or a code of none.
struct Taking {
  std::string_view limit;
  std::uint64_t need;
  std::function<Error(const Limits&)> error;
};

template <class T>
Error error_of(const Result<T>& result) {
  return result ? Error{ErrorCode{}, "", {}} : result.error();
}

Taking reading(std::string_view limit, std::uint64_t need, std::string bytes) {
  return {limit, need, [bytes = std::move(bytes)](const Limits& limits) { return failure_of(bytes, limits.document); }};
}

Taking normalising(std::string_view limit, std::uint64_t need, std::string name, std::size_t factor = 18, std::size_t slack = 64) {
  return {limit, need, [=](const Limits& given) {
            TextLimits limits = given.text;
            if (limit != "growth_factor") limits.growth_factor = factor;
            if (limit != "text_growth_slack") limits.growth_slack = slack;
            return error_of(normalize(name, limits));
          }};
}

std::string record_in(std::size_t number) {
  return "number,mark,owner,classes,status\n" + std::to_string(number + 1) + ",a,b,1,registered\n";
}

std::string archive_of(std::size_t entries) {
  std::vector<std::pair<std::string, std::string>> files;
  for (std::size_t i = 0; i < entries; ++i) files.emplace_back("r" + std::to_string(i) + ".csv", record_in(i));
  return zip_of(files);
}

/// An archive of one table that unpacks to over a mebibyte, and how many times its packed size that is, rounded up.
std::pair<std::string, std::uint64_t> packed_table() {
  const std::string table = record_in(0) + std::string(2u << 20, '\n');
  const std::string zip = zip_of({{"a.csv", table}});
  const auto at = zip.rfind("PK\x01\x02");  // the list of entries says how long each is packed
  std::uint64_t packed = 0;
  for (std::size_t i = 4; i-- > 0;) packed = packed << 8 | static_cast<unsigned char>(zip[at + 20 + i]);
  return {zip, (table.size() + packed - 1) / packed};
}

std::vector<Taking> of_documents() {
  const auto [packed, ratio] = packed_table();
  const std::string table = "number,mark,owner,classes,status", attributes = [] {
    std::string tag = "<x";
    for (int i = 0; i < 5; ++i) tag += " a" + std::to_string(i) + "=''";
    return tag + "/>";
  }();
  std::string names;
  for (int i = 0; i < 25; ++i) names += "<n" + std::to_string(i) + "/>";
  const std::vector<std::vector<std::string>> cells{{"number", "mark", "owner", "classes", "status"}, {"1", "a", "b", "2", "registered"}};
  std::size_t shared = 0;
  for (const auto& row : cells)
    for (const std::string& cell : row) shared += cell.size() + sizeof(std::string);
  return {
      reading("name_bytes", 50, line(std::string(50, 'a'))),
      reading("goods_bytes", 90, line("a", R"(,"goods":[{"class":1,"name":")" + std::string(60, 'g') + R"("},{"class":1,"name":")" + std::string(30, 'h') + R"("}])")),
      reading("string_bytes", 100, line("a", R"(,"note":")" + std::string(100, 'x') + '"')),
      reading("string_bytes", 100, table + "\n1,a," + std::string(100, 'x') + ",1,registered\n"),
      reading("string_bytes", 200, in_case("<x>" + std::string(200, 'x') + "</x>")),
      reading("number_chars", 20, line("a", R"(,"row":)" + std::string(20, '1'))),
      reading("depth", 10, line("a", R"(,"x":)" + std::string(9, '[') + std::string(9, ']'))),
      reading("depth", 12, in_case(repeated("<x>", 7) + repeated("</x>", 7))),
      reading("record_bytes", 2'000, line("a", std::string(2'001 - line("a").size(), ' '))),
      reading("stream_bytes", 1'000, line("a") + std::string(1'000 - line("a").size(), '\n')),
      reading("columns", 9, table + repeated(",more", 4) + "\n1,a,b,1,registered" + repeated(",x", 4) + "\n"),
      reading("attributes", 5, in_case(attributes)),
      reading("start_tag_bytes", 1'000, in_case("<x a='" + std::string(991, 'a') + "'/>")),
      reading("children", 60, in_case(repeated("<x/>", 57))),
      reading("element_names", 40, in_case(names)),
      reading("archive_entries", 3, archive_of(3)),
      reading("archive_ratio", ratio, packed),
      {"stream_bytes", record_in(0).size() + (2u << 20),
       [packed](Limits limits) {
         limits.document.archive_ratio = 1'000'000;
         return failure_of(packed, limits.document);
       }},
      reading("shared_strings_bytes", shared, workbook_of(cells)),
  };
}

std::vector<Taking> of_names() {
  return {
      normalising("text_name_bytes", 12, "海门山羊"),
      normalising("marks_per_base", 20, "a" + repeated("\u0301", 20)),
      normalising("growth_factor", 4, "\u33C2", 0, 0),     // a.m.
      normalising("text_growth_slack", 17, "\uFDFA", 1),
  };
}

std::vector<Taking> of_snapshots() {
  static const TemporaryFolder folder;
  Registry registry;
  for (int number = 1; number <= 5; ++number) {
    std::vector<Error> warnings;
    REQUIRE(registry.insert(*entry_from_json(R"({"kind":"trademark","mark":"a","owner":"b","classes":[1],"status":"filed","number":"100000)" + std::to_string(number) + "\"}", warnings)));
  }
  const std::string path = folder / "s";
  REQUIRE(save_snapshot(registry, path));
  const std::uint64_t size = std::filesystem::file_size(path), record = to_record(*registry.entry(EntryId{1})).size();
  const auto loading = [=](const Limits& limits) { return error_of(load_snapshot(path, {}, limits.snapshot)); };
  const auto held = std::make_shared<Registry>(std::move(registry));
  const auto saving = [=](const Limits& limits) { return error_of(save_snapshot(*held, path + "2", {}, limits.snapshot)); };
  std::vector<Taking> rows;
  for (const auto& [limit, need] : {std::pair<std::string_view, std::uint64_t>{"snapshot_bytes", size}, {"snapshot_records", 5}, {"snapshot_record_bytes", record}}) {
    rows.push_back({limit, need, loading});
    rows.push_back({limit, need, saving});
  }
  return rows;
}

std::vector<Taking> all() {
  std::vector<Taking> rows = of_documents();
  for (auto more : {of_names(), of_snapshots()}) rows.insert(rows.end(), more.begin(), more.end());
  return rows;
}

}  // namespace

TEST_CASE("each bound lets through what takes all of it, refuses what takes one more, and is named then") {
  for (const Taking& taking : all()) {
    CAPTURE(taking.limit, taking.need);
    const auto error = [&](std::uint64_t value) {
      Limits limits;
      REQUIRE(set_limit(limits, taking.limit, value));
      return taking.error(limits);
    };
    CHECK(error(taking.need + 1).code == ErrorCode{});
    CHECK(error(taking.need).code == ErrorCode{});
    const Error passed = error(taking.need - 1);
    CHECK(passed.code == ErrorCode::limit_exceeded);
    // How far a name may grow is one bound of two numbers, told by the first.
    CHECK(limit_in(passed) == (taking.limit == "text_growth_slack" ? "growth_factor" : taking.limit));
  }
}

TEST_CASE("there is such a row for every bound") {
  const std::vector<Taking> rows = all();
  for (const LimitInfo& info : limit_table()) {
    CAPTURE(info.name);
    const bool of_pictures = info.name.starts_with("image_");           // tests/logo/decode_test.cpp
    const bool divides = info.name == "transaction_records";            // does not refuse: import_test.cpp
    const auto rows_of_it = std::ranges::count(rows, info.name, &Taking::limit);
    CHECK((of_pictures || divides ? rows_of_it == 0 : rows_of_it > 0));
  }
}
