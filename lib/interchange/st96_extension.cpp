#include "interchange/st96_extension.hpp"

#include <algorithm>

#include "interchange/entry_members.hpp"
#include "interchange/entry_parts.hpp"
#include "interchange/json_value.hpp"
#include "interchange/xml_escape.hpp"
#include "marque/interchange/json.hpp"

namespace marque {
namespace {

constexpr std::string_view bag = "RecordExtension", member_element = "RecordMember";

/// The object that an entry is in JSON.
JsonValue object_of(const Entry& entry) {
  Result<JsonValue> value = parse_json(to_json(entry));
  return value && value->object() ? std::move(*value) : JsonValue(JsonValue::Object{});
}

void put(JsonValue::Object& members, std::string_view name, JsonValue value) {
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.name == name; });
  if (found == members.end())
    members.push_back({std::string(name), std::move(value)});
  else
    found->value = std::move(value);
}

std::string element(std::string_view name, std::string_view json) {
  return "<mq:RecordMember name=\"" + xml_escaped(name) + "\">" + xml_escaped(json) + "</mq:RecordMember>";
}

}  // namespace

void apply_st96_extension(XmlElement trademark, ReadRecord& to) {
  if (!trademark.child(bag)) return;
  JsonValue::Object members;
  if (to.entry) members = *object_of(*to.entry).object();
  std::vector<Error> unread;
  trademark.each(bag, [&](XmlElement extension) {
    extension.each(member_element, [&](XmlElement member) {
      const std::string name(member.attribute("name"));
      Result<JsonValue> value = parse_json(member.text());
      if (value)
        put(members, name, std::move(*value));
      else
        unread.push_back(value.error().in_field(name));
    });
  });
  const JsonValue object(std::move(members));
  // A record that is no trademark says its kind, and then stands in the extension as a whole.
  if (!object.member("kind")) return;
  if (!to.entry) to.warnings.clear();
  std::vector<Error> found;
  Result<Entry> whole = entry_from_members(*object.object(), found);
  if (!whole) {
    to.entry = whole.error();
    return;
  }
  to.entry = std::move(*whole);
  to.lacking.reset();
  to.warnings.insert(to.warnings.end(), found.begin(), found.end());
  to.warnings.insert(to.warnings.end(), unread.begin(), unread.end());
}

std::string st96_extension(const Entry& entry) {
  std::string elements;
  const JsonValue object = object_of(entry);
  for (const auto& [name, value] : *object.object()) elements += element(name, value.to_json());
  return "<mq:RecordExtension>" + elements + "</mq:RecordExtension>";
}

std::string st96_extension(const Entry& entry, const Entry& read_back) {
  const JsonValue object = object_of(entry), back = object_of(read_back);
  std::string elements;
  for (const auto& [name, value] : *object.object()) {
    const JsonValue* other = back.member(name);
    if (!other || other->to_json() != value.to_json()) elements += element(name, value.to_json());
  }
  for (const auto& [name, value] : *back.object())
    if (!object.member(name)) elements += element(name, "null");
  return elements.empty() ? elements : "<mq:RecordExtension>" + elements + "</mq:RecordExtension>";
}

}  // namespace marque
