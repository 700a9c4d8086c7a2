#include "marque/interchange/application_json.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "interchange/json_value.hpp"

namespace marque {

namespace {

Error wrong_type(std::string_view wanted) {
  return {ErrorCode::malformed, "here must stand " + std::string(wanted)};
}

Result<std::string> text_of(const JsonValue& value) {
  if (const auto* text = value.scalar()) return *text;
  return wrong_type("a text");
}

Result<Date> date_of(const JsonValue& value) {
  const auto text = text_of(value);
  return text ? Date::parse(*text) : text.error();
}

Result<NiceClass> class_of(const JsonValue& value) {
  const auto text = text_of(value);
  return text ? NiceClass::parse(*text) : text.error();
}

/// Four characters of base64 to a byte each six bits, RFC 4648 section 4; padding asked for, nothing else skipped.
Result<std::vector<std::byte>> decode_base64(std::string_view text) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto broken = [](std::size_t at) { return Error{ErrorCode::malformed, "no valid base64"}.at_offset(at); };
  if (text.size() % 4 != 0) return broken(text.size());
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  std::vector<std::byte> bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < text.size() - padding; ++i) {
    const std::size_t value = alphabet.find(text[i]);
    if (value == alphabet.npos) return broken(i);
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    if (i % 4 != 0) bytes.push_back(static_cast<std::byte>(bits >> (6 - 2 * (i % 4))));
  }
  return bytes;
}

ClassScope& scope_for(Application& application, NiceClass nice_class) {
  auto& scope = application.scope;
  const auto at = std::lower_bound(scope.begin(), scope.end(), nice_class,
                                   [](const ClassScope& s, NiceClass c) { return s.nice_class < c; });
  if (at != scope.end() && at->nice_class == nice_class) return *at;
  return *scope.insert(at, ClassScope{nice_class, {}, {}});
}

Error unknown_member(const std::string& name) {
  return Error{ErrorCode::invalid_argument, "no such member \"" + name.substr(0, 80) + "\""};
}

Result<void> read_item(const JsonValue& value, Application& application) {
  const auto* members = value.object();
  if (!members) return wrong_type("an object");
  std::optional<NiceClass> nice_class;
  GoodsItem item;
  for (const auto& [name, member] : *members) {
    const auto text = text_of(member);
    if (!text) return text.error().in_field(name);
    if (name == "name") {
      item.name = *text;
    } else if (name == "class") {
      const auto parsed = NiceClass::parse(*text);
      if (!parsed) return parsed.error().in_field(name);
      nice_class = *parsed;
    } else if (name == "group") {
      const auto parsed = SimilarGroup::parse(*text);
      if (!parsed) return parsed.error().in_field(name);
      item.group = *parsed;
    } else {
      return unknown_member(name);
    }
  }
  if (!nice_class && item.group) nice_class = item.group->nice_class();
  if (!nice_class) return Error{ErrorCode::missing_field, "an item of goods needs its class"};
  scope_for(application, *nice_class).goods.push_back(std::move(item));
  return {};
}

Result<void> read_party(const JsonValue& value, Application& application) {
  const auto* members = value.object();
  if (!members) return wrong_type("an object");
  Party party;
  for (const auto& [name, member] : *members) {
    const auto text = text_of(member);
    if (!text) return text.error().in_field(name);
    if (name == "uscc") {
      const auto uscc = Uscc::parse(*text);
      if (!uscc) return uscc.error().in_field(name);
      party.uscc = *uscc;
    } else if (auto* field = name == "name"           ? &party.name
                             : name == "foreign_name" ? &party.foreign_name
                             : name == "country"      ? &party.country
                             : name == "address"      ? &party.address
                                                      : nullptr) {
      *field = *text;
    } else {
      return unknown_member(name);
    }
  }
  application.applicants.push_back(std::move(party));
  return {};
}

template <class Read>
Result<void> read_each(const JsonValue& value, Application& application, Read read) {
  const auto* items = value.array();
  if (!items) return wrong_type("an array");
  for (const auto& item : *items) {
    if (const auto done = read(item, application); !done) return done;
  }
  return {};
}

Result<void> read_mark(const JsonValue& value, Application& application) {
  const auto* words = value.string();
  if (!words) return wrong_type("a text");
  application.words = *words;
  return {};
}

Result<void> read_logo(const JsonValue& value, Application& application) {
  const auto* text = value.string();
  if (!text) return wrong_type("a text");
  auto bytes = decode_base64(*text);
  if (!bytes) return bytes.error();
  application.logo = Image{*std::move(bytes), {}};
  return {};
}

Result<void> read_class(const JsonValue& value, Application& application) {
  const auto nice_class = class_of(value);
  if (!nice_class) return nice_class.error();
  scope_for(application, *nice_class);
  return {};
}

Result<void> read_kind(const JsonValue& value, Application& application) {
  const auto text = text_of(value);
  if (!text) return text.error();
  const auto kind = parse_mark_kind(*text);
  if (!kind) return kind.error();
  application.kind = *kind;
  return {};
}

Result<void> read_filed(const JsonValue& value, Application& application) {
  const auto date = date_of(value);
  if (!date) return date.error();
  application.filed = *date;
  return {};
}

Result<void> read_as_of(const JsonValue& value, Application& application) {
  const auto date = date_of(value);
  if (!date) return date.error();
  application.as_of = *date;
  return {};
}

Result<void> read_classes(const JsonValue& value, Application& application) {
  return read_each(value, application, read_class);
}

Result<void> read_goods(const JsonValue& value, Application& application) {
  return read_each(value, application, read_item);
}

Result<void> read_applicant(const JsonValue& value, Application& application) {
  return value.array() ? read_each(value, application, read_party) : read_party(value, application);
}

struct MemberReader {
  std::string_view name;
  Result<void> (*read)(const JsonValue&, Application&);
};

constexpr std::array<MemberReader, 8> member_readers{{{"applicant", read_applicant},
                                                      {"as_of", read_as_of},
                                                      {"classes", read_classes},
                                                      {"filed", read_filed},
                                                      {"goods", read_goods},
                                                      {"kind", read_kind},
                                                      {"logo", read_logo},
                                                      {"mark", read_mark}}};

}  // namespace

Result<Application> application_from_json(std::string_view json, const DocumentLimits& limits) {
  const auto document = parse_json(json, limits);
  if (!document) return document.error();
  const auto* members = document->object();
  if (!members) return wrong_type("an object");
  const auto named = [&](std::string_view name) {
    return std::any_of(members->begin(), members->end(), [&](const auto& member) { return member.name == name; });
  };
  if (!named("as_of")) return Error{ErrorCode::missing_field, "an application needs its clock"}.in_field("as_of");
  if (!named("mark") && !named("logo"))
    return Error{ErrorCode::missing_field, "an application needs words or a logo"}.in_field("mark");

  Application application{.words = {}, .logo = {}, .scope = {}, .applicants = {}, .filed = {}, .as_of = Date::from_days(0)};
  for (const auto& [name, value] : *members) {
    const auto reader = std::find_if(member_readers.begin(), member_readers.end(),
                                     [&](const MemberReader& candidate) { return candidate.name == name; });
    if (reader == member_readers.end()) return unknown_member(name);
    if (const auto done = reader->read(value, application); !done) return done.error().in_field(name);
  }
  return application;
}

}  // namespace marque
