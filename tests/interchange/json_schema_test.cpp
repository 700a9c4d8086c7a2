#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <regex>

#include "interchange/json_value.hpp"
#include "marque/interchange/json.hpp"
#include "registry/sample_entries.hpp"

using namespace marque;

namespace {

/// As much of JSON Schema 2020-12 as record.schema.json uses.
class Schema {
 public:
  static Schema of_file() {
    std::ifstream in(std::string(MARQUE_TESTS_DIR) + "/../lib/interchange/record.schema.json");
    auto value = parse_json(std::string(std::istreambuf_iterator<char>(in), {}));
    if (!value) FAIL(to_string(value.error()));
    return Schema(*value);
  }

  /// Why a value does not follow the schema; empty where it does.
  std::string fault(const JsonValue& value) const { return fault(value, root_, "$"); }

  const JsonValue& root() const { return root_; }

 private:
  explicit Schema(JsonValue root) : root_(std::move(root)) {}

  static std::string type_of(const JsonValue& value) {
    if (value.object()) return "object";
    if (value.array()) return "array";
    if (value.string()) return "string";
    if (value.boolean()) return "boolean";
    return value.scalar() ? "integer" : "null";
  }

  std::string fault(const JsonValue& value, const JsonValue& schema, const std::string& at) const {
    if (const JsonValue* reference = schema.member("$ref")) {
      const std::string& name = *reference->string();
      return fault(value, *root_.member("$defs")->member(name.substr(name.rfind('/') + 1)), at);
    }
    if (const JsonValue* type = schema.member("type"); type && *type->string() != type_of(value))
      return at + " is of type " + type_of(value);
    if (const JsonValue* one = schema.member("const"); one && one->to_json() != value.to_json()) return at + " is another value";
    if (const JsonValue* many = schema.member("enum")) {
      const auto& items = *many->array();
      if (std::none_of(items.begin(), items.end(), [&](const auto& item) { return item.to_json() == value.to_json(); }))
        return at + " is none of its values";
    }
    if (const JsonValue* pattern = schema.member("pattern"); pattern && !std::regex_search(*value.string(), std::regex(*pattern->string())))
      return at + " does not match " + *pattern->string();
    if (value.object()) return fault_of_object(value, schema, at);
    const JsonValue* items = schema.member("items");
    if (value.array() && items && items->object())
      for (const JsonValue& item : *value.array())
        if (std::string why = fault(item, *items, at + "[]"); !why.empty()) return why;
    return {};
  }

  std::string fault_of_object(const JsonValue& value, const JsonValue& schema, const std::string& at) const {
    const JsonValue& properties = *schema.member("properties");
    for (const auto& [name, inner] : *value.object()) {
      const JsonValue* known = properties.member(name);
      if (!known) return at + "." + name + " is not known";
      if (std::string why = fault(inner, *known, at + "." + name); !why.empty()) return why;
    }
    if (const JsonValue* required = schema.member("required"))
      for (const JsonValue& name : *required->array())
        if (!value.member(*name.string())) return at + "." + *name.string() + " is missing";
    return {};
  }

  JsonValue root_;
};

}  // namespace

TEST_CASE("Every record is written as the schema in the repository says, and every member of it occurs") {
  const Schema schema = Schema::of_file();
  std::vector<std::string> unseen;
  for (const auto& member : *schema.root().member("properties")->object()) unseen.push_back(member.name);
  test::EntryMaker maker(7);
  for (std::uint32_t number = 1; number <= 300; ++number) {
    const std::string json = to_json(maker.entry(number));
    const auto value = parse_json(json);
    REQUIRE(value);
    CAPTURE(json);
    REQUIRE(schema.fault(*value) == "");
    for (const auto& member : *value->object()) std::erase(unseen, member.name);
  }
  CHECK(unseen == std::vector<std::string>{});
}

TEST_CASE("The schema refuses what is no record") {
  const Schema schema = Schema::of_file();
  const auto [json, why] = GENERATE(table<std::string, std::string>({
      {R"({"kind":"trademark","number":"1","mark":"a","owner":"","classes":[1]})", "$.status is missing"},
      {R"({"kind":"patent","number":"1","mark":"a","owner":"","classes":[1],"status":"registered"})", "$.kind is none of its values"},
      {R"({"kind":"gi","number":1,"mark":"a","owner":"","classes":[],"status":"registered"})", "$.number is of type integer"},
      {R"({"kind":"gi","number":"1","mark":"a","owner":"","classes":[],"status":"registered","filed":"2.1.2015"})", "$.filed does not match ^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
      {R"({"kind":"gi","number":"1","mark":"a","owner":"","classes":[],"status":"registered","colour":"red"})", "$.colour is not known"},
  }));
  CHECK(schema.fault(*parse_json(json)) == why);
}
