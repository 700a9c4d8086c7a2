#include "marque/interchange/application_json.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "interchange/entry_members.hpp"
#include "interchange/json_value.hpp"
#include "interchange/object_reader.hpp"

namespace marque {

namespace {

/// RFC 4648 section 4: alphabet and padding as there, nothing skipped.
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

ClassScope& scope_for(std::vector<ClassScope>& scope, NiceClass nice_class) {
  const auto at = std::lower_bound(scope.begin(), scope.end(), nice_class,
                                   [](const ClassScope& s, NiceClass c) { return s.nice_class < c; });
  if (at != scope.end() && at->nice_class == nice_class) return *at;
  return *scope.insert(at, ClassScope{nice_class, {}, {}});
}

Result<void> read_item(ObjectReader& in, std::vector<ClassScope>& scope) {
  GoodsItem item;
  std::optional<NiceClass> nice_class;
  in.text("name", item.name);
  in.text("item", item.item_code);
  in.parsed("group", &SimilarGroup::parse, item.group);
  in.parsed("class", &NiceClass::parse, nice_class);
  if (!nice_class && item.group) nice_class = item.group->nice_class();
  if (!nice_class) return Error{ErrorCode::missing_field, "an item of goods needs its class"};
  scope_for(scope, *nice_class).goods.push_back(std::move(item));
  return {};
}

Result<void> read_applicant(ObjectReader& in, std::vector<Party>& applicants) {
  applicants.push_back(read_party(in));
  return {};
}

void read_members(ObjectReader& in, Application& application) {
  std::vector<NiceClass> classes;
  in.text("mark", application.words);
  in.parsed("logo", &decode_base64, [&](std::vector<std::byte>&& bytes) { application.logo = {std::move(bytes), {}}; });
  in.list("classes", &NiceClass::parse, classes);
  for (const NiceClass nice_class : classes) scope_for(application.scope, nice_class);
  in.objects("goods", [&](ObjectReader& item) { return read_item(item, application.scope); });
  in.object("applicant", [&](ObjectReader& party) { return read_applicant(party, application.applicants); });
  in.objects("applicants", [&](ObjectReader& party) { return read_applicant(party, application.applicants); });
  in.parsed("mark_kind", &parse_mark_kind, [&](MarkKind kind) { application.kind = kind; });
  in.parsed("filed", &Date::parse, application.filed);
  in.parsed("registered", &Date::parse, application.registered);
  in.list("signs", &parse_sign_type, application.signs);
  in.list("vienna", &ViennaCode::parse, application.vienna);
  in.finish();
}

}  // namespace

Result<Application> application_from_json(std::string_view json, const DocumentLimits& limits) {
  const auto document = parse_json(json, limits);
  if (!document) return document.error();
  const auto* members = document->object();
  if (!members) return Error{ErrorCode::malformed, "an application is one JSON object"};

  std::vector<Error> faults;
  Leftovers left{{}, faults};
  ObjectReader in(*members, {}, left);
  const auto as_of = in.required("as_of", &Date::parse);
  if (!as_of) return as_of.error();
  Application application{.words = {}, .logo = {}, .scope = {}, .applicants = {}, .filed = {}, .as_of = *as_of};
  read_members(in, application);
  if (!faults.empty()) return faults.front();
  if (application.words.empty() && !application.logo)
    return Error{ErrorCode::missing_field, "an application needs words or a logo"}.in_field("mark");
  return application;
}

}  // namespace marque
