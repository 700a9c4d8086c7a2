#include "marque/base/limits.hpp"

#include <catch2/catch.hpp>
#include <functional>

#include "interchange/office/fixtures.hpp"
#include "interchange/office/zip_maker.hpp"
#include "marque/interchange/record_reader.hpp"

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

/// What reaches a bound of `value` when made with it.
struct Reaching {
  std::string_view limit;
  std::uint64_t value;
  std::function<std::string(std::size_t)> make;
};

const std::vector<Reaching>& all() {
  static const std::string table = "number,mark,owner,classes,status";
  static const std::vector<Reaching> cases = {
      {"name_bytes", 50, [](std::size_t n) { return line(std::string(n, 'a')); }},
      {"string_bytes", 100, [](std::size_t n) { return line("a", R"(,"note":")" + std::string(n, 'x') + '"'); }},
      {"string_bytes", 100, [](std::size_t n) { return table + "\n1,a," + std::string(n, 'x') + ",1,registered\n"; }},
      {"string_bytes", 200, [](std::size_t n) { return in_case("<x>" + std::string(n, 'x') + "</x>"); }},
      {"number_chars", 20, [](std::size_t n) { return line("a", R"(,"row":)" + std::string(n, '1')); }},
      {"depth", 10, [](std::size_t n) { return line("a", R"(,"x":)" + std::string(n - 1, '[') + std::string(n - 1, ']')); }},
      {"depth", 12, [](std::size_t n) { return in_case(repeated("<x>", n - 5) + repeated("</x>", n - 5)); }},
      {"record_bytes", 2'000, [](std::size_t n) { return line("a", std::string(n - line("a").size() + 1, ' ')); }},
      {"stream_bytes", 1'000, [](std::size_t n) { return line("a") + std::string(n - line("a").size(), '\n'); }},
      {"columns", 9, [](std::size_t n) { return table + repeated(",more", n - 5) + "\n1,a,b,1,registered" + repeated(",x", n - 5) + "\n"; }},
      {"attributes", 5,
       [](std::size_t n) {
         std::string tag = "<x";
         for (std::size_t i = 0; i < n; ++i) tag += " a" + std::to_string(i) + "=''";
         return in_case(tag + "/>");
       }},
      {"start_tag_bytes", 1'000, [](std::size_t n) { return in_case("<x a='" + std::string(n - 9, 'a') + "'/>"); }},
      {"children", 60, [](std::size_t n) { return in_case(repeated("<x/>", n - 3)); }},
      {"element_names", 40,
       [](std::size_t n) {
         std::string names;
         for (std::size_t i = 0; i + 15 < n; ++i) names += "<n" + std::to_string(i) + "/>";
         return in_case(names);
       }},
      {"archive_entries", 3,
       [](std::size_t n) {
         std::vector<std::pair<std::string, std::string>> files;
         for (std::size_t i = 0; i < n; ++i) files.emplace_back("r" + std::to_string(i) + ".csv", table + "\n" + std::to_string(i + 1) + ",a,b,1,registered\n");
         return zip_of(files);
       }},
  };
  return cases;
}

}  // namespace

TEST_CASE("each bound of a document holds at its value, not before, and is named where it is passed") {
  for (const Reaching& reaching : all()) {
    CAPTURE(reaching.limit, reaching.value);
    Limits limits;
    REQUIRE(set_limit(limits, reaching.limit, reaching.value));
    const auto failure = [&](std::size_t size) { return failure_of(reaching.make(size), limits.document); };
    CHECK(failure(reaching.value - 1).code == ErrorCode{});
    CHECK(failure(reaching.value).code == ErrorCode{});
    const Error passed = failure(reaching.value + 1);
    CHECK(passed.code == ErrorCode::limit_exceeded);
    CHECK(limit_in(passed) == reaching.limit);
  }
}
