#include "interchange/entry_members.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "interchange/entry_parts.hpp"
#include "interchange/object_reader.hpp"
#include "marque/base/limits.hpp"
#include "marque/interchange/json.hpp"

namespace marque {
namespace {

/// What every kind of record says of itself.
struct Core {
  std::string number;
  std::string words;
  std::vector<Party> owners;
  std::vector<ClassScope> scope;
  Status status = Status::unknown;
  Provenance provenance;
};

Result<std::uint64_t> parse_count(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size())
    return Error{ErrorCode::invalid_argument, "no whole number: \"" + std::string(text.substr(0, 80)) + '"'};
  return value;
}

Result<std::string> parse_text(std::string_view text) { return std::string(text); }

void read_party(ObjectReader& in, std::string_view name, std::optional<Party>& to) {
  in.object(name, [&](ObjectReader& party) -> Result<void> {
    to = read_party(party);
    return {};
  });
}

Result<std::vector<NiceClass>> read_classes(ObjectReader& in, std::string_view name) {
  std::vector<NiceClass> classes;
  const JsonValue* value = in.find(name);
  if (!value) return classes;
  const JsonValue::Array one{*value};
  for (const JsonValue& item : value->array() ? *value->array() : one) {
    const Result<std::string> text = ObjectReader::text_of(item);
    if (!text) return text.error().in_field(in.path(name));
    const Result<NiceClass> nice_class = NiceClass::parse(*text);
    if (!nice_class) return nice_class.error().in_field(in.path(name));
    classes.push_back(*nice_class);
  }
  return classes;
}

ClassScope* in_class(std::vector<ClassScope>& scope, NiceClass nice_class) {
  const auto found =
      std::find_if(scope.begin(), scope.end(), [&](const auto& s) { return s.nice_class == nice_class; });
  return found == scope.end() ? nullptr : &*found;
}

/// The class an item says, else its group's, else the record's only one.
ClassScope* class_of_item(ObjectReader& in, const GoodsItem& item, std::vector<ClassScope>& scope) {
  std::optional<NiceClass> nice_class;
  in.parsed("class", &NiceClass::parse, nice_class);
  if (!nice_class && item.group) nice_class = item.group->nice_class();
  if (!nice_class) return scope.size() == 1 ? &scope.front() : nullptr;
  return in_class(scope, *nice_class);
}

Result<void> read_item(ObjectReader& in, std::vector<ClassScope>& scope) {
  GoodsItem item;
  in.text("name", item.name);
  in.text("item", item.item_code);
  in.parsed("group", &SimilarGroup::parse, item.group);
  in.parsed("status", &parse_status, item.status);
  ClassScope* to = class_of_item(in, item, scope);
  if (!to) return Error{ErrorCode::invalid_class, "its class is not one of the record's"};
  to->goods.push_back(std::move(item));
  return {};
}

Result<void> read_class_status(ObjectReader& in, std::vector<ClassScope>& scope) {
  const Result<NiceClass> nice_class = in.required("class", &NiceClass::parse);
  if (!nice_class) return nice_class.error();
  const Result<Status> status = in.required("status", &parse_status);
  if (!status) return status.error();
  ClassScope* to = in_class(scope, *nice_class);
  if (!to) return Error{ErrorCode::invalid_class, "its class is not one of the record's"};
  to->status = *status;
  return {};
}

Result<std::vector<ClassScope>> read_scope(ObjectReader& in) {
  const Result<std::vector<NiceClass>> classes = read_classes(in, "classes");
  if (!classes) return classes.error();
  ClassSet set;
  for (const NiceClass c : *classes) set.insert(c);
  std::vector<ClassScope> scope;
  for (const NiceClass c : set.classes()) scope.push_back({c, {}, {}});
  in.objects("goods", [&](ObjectReader& item) { return read_item(item, scope); });
  in.objects("class_status", [&](ObjectReader& item) { return read_class_status(item, scope); });
  return scope;
}

Result<Event> read_event(ObjectReader& in) {
  const Result<EventKind> kind = in.required("event", &parse_event_kind);
  if (!kind) return kind.error();
  const Result<Date> date = in.required("date", &Date::parse);
  if (!date) return date.error();
  Event event{.kind = *kind, .date = *date};
  Result<std::vector<NiceClass>> classes = read_classes(in, "classes");
  if (!classes) return classes.error();
  event.classes = std::move(*classes);
  in.text("instrument", event.instrument);
  read_party(in, "party", event.party);
  in.parsed("until", &Date::parse, event.until);
  in.parsed("amount", &Yuan::parse, event.amount);
  in.list("goods", &parse_text, event.goods);
  in.list("designated", &parse_text, event.designated);
  in.parsed("received", &Date::parse, event.received);
  in.text("note", event.note);
  return event;
}

std::vector<Event> read_events(ObjectReader& in) {
  std::vector<Event> events;
  in.objects("events", [&](ObjectReader& item) -> Result<void> {
    Result<Event> event = read_event(item);
    if (!event) return event.error();
    events.push_back(std::move(*event));
    return {};
  });
  return events;
}

// A priority decides who was first, so one whose day cannot be read spoils the record.
std::vector<Priority> read_priorities(ObjectReader& in) {
  std::vector<Priority> priorities;
  in.objects("priorities", [&](ObjectReader& item) -> Result<void> {
    const Result<Date> date = item.required("date", &Date::parse);
    if (!date) {
      item.leftovers().spoil(date.error());
      return {};
    }
    Priority priority{*date, {}, {}};
    item.text("country", priority.country);
    item.text("number", priority.number);
    priorities.push_back(std::move(priority));
    return {};
  });
  return priorities;
}

void read_image(ObjectReader& in, std::optional<ImageReference>& to) {
  if (!in.find("image") && !in.find("image_digest")) return;
  to.emplace();
  in.text("image", to->path);
  in.text("image_digest", to->digest);
}

Mark read_mark(ObjectReader& in, std::string words) {
  Mark mark;
  mark.text = std::move(words);
  in.list("signs", &parse_sign_type, mark.signs);
  read_image(in, mark.image);
  in.list("vienna", &ViennaCode::parse, mark.vienna);
  in.text("translation", mark.translation);
  in.text("transliteration", mark.transliteration);
  in.text("colours", mark.colours);
  in.text("disclaimer", mark.disclaimer);
  in.text("description", mark.description);
  return mark;
}

/// Members that a national and an international mark have in common.
template <class Record>
void read_common(ObjectReader& in, Record& record, Core& core) {
  in.parsed("mark_kind", &parse_mark_kind, [&](MarkKind kind) { record.kind = kind; });
  record.mark = read_mark(in, std::move(core.words));
  record.scope = std::move(core.scope);
  in.parsed("nice_edition", &NiceEdition::parse, record.nice_edition);
  read_party(in, "agent", record.agent);
  record.priorities = read_priorities(in);
  record.status = core.status;
  record.events = read_events(in);
}

Result<Entry> read_trademark(ObjectReader& in, Core core) {
  const Result<NationalNumber> number = NationalNumber::parse(core.number);
  if (!number) return number.error().in_field("number");
  Trademark record{.number = *number};
  read_common(in, record, core);
  record.owners = std::move(core.owners);
  in.vital("filed", &Date::parse, record.dates.filed);
  in.vital("registered", &Date::parse, record.dates.registered);
  in.parsed("accepted", &Date::parse, record.dates.accepted);
  in.parsed("published", &Date::parse, record.dates.published);
  in.parsed("expires", &Date::parse, record.dates.expires);
  in.parsed("ended", &Date::parse, record.dates.ended);
  in.parsed("final_on", &Date::parse, record.dates.final_on);
  in.text("publication_issue", record.publication_issue);
  in.text("registration_issue", record.registration_issue);
  in.parsed("divided_from", &NationalNumber::parse, record.divided_from);
  in.parsed("transformed_from", &InternationalNumber::parse, record.transformed_from);
  record.provenance = std::move(core.provenance);
  return Entry{std::move(record)};
}

Result<void> read_designation(ObjectReader& in, InternationalRegistration& record) {
  Designation designation;
  in.text("party", designation.party);
  in.parsed("designated", &Date::parse, designation.designated);
  in.parsed("notified", &Date::parse, designation.notified);
  in.parsed("status", &parse_designation_status, [&](DesignationStatus status) { designation.status = status; });
  Result<std::vector<ClassScope>> scope = read_scope(in);
  if (!scope) return scope.error();
  designation.scope = std::move(*scope);
  in.flag("article_9sexies", designation.by_article_9sexies);
  record.designations.push_back(std::move(designation));
  return {};
}

/// The record under its number in the International Register, and under China's where it came under that.
Result<InternationalRegistration> international_under(std::string_view number) {
  const Result<ChinaDesignationNumber> china = ChinaDesignationNumber::parse(number);
  if (china) return InternationalRegistration{.number = china->international(), .china_number = *china};
  const Result<InternationalNumber> plain = InternationalNumber::parse(number);
  if (!plain) return plain.error().in_field("number");
  return InternationalRegistration{.number = *plain};
}

Result<Entry> read_international(ObjectReader& in, Core core) {
  Result<InternationalRegistration> made = international_under(core.number);
  if (!made) return made.error();
  InternationalRegistration record = std::move(*made);
  in.parsed("irn", &InternationalNumber::parse,
            [&](InternationalNumber&& number) { record.number = std::move(number); });
  in.parsed("china_number", &ChinaDesignationNumber::parse, record.china_number);
  in.object("basic_mark", [&](ObjectReader& basic) -> Result<void> {
    record.basic_mark.emplace();
    basic.text("office", record.basic_mark->office);
    basic.text("number", record.basic_mark->number);
    basic.parsed("date", &Date::parse, record.basic_mark->date);
    basic.flag("application", record.basic_mark->is_application);
    return {};
  });
  read_common(in, record, core);
  record.holders = std::move(core.owners);
  in.vital("registered", &Date::parse, record.registered);
  in.parsed("expires", &Date::parse, record.expires);
  in.objects("designations", [&](ObjectReader& item) { return read_designation(item, record); });
  record.provenance = std::move(core.provenance);
  return Entry{std::move(record)};
}

Result<void> read_registration(ObjectReader& in, GeographicalIndication& record) {
  const Result<GiSystem> system = in.required("system", &parse_gi_system);
  if (!system) return system.error();
  GiRegistration registration;
  registration.system = *system;
  in.text("number", registration.number);
  in.text("authority", registration.authority);
  in.vital("date", &Date::parse, registration.date);
  in.parsed("status", &parse_status, [&](Status status) { registration.status = status; });
  in.text("supersedes", registration.supersedes);
  record.registrations.push_back(std::move(registration));
  return {};
}

// The system is read off the number's form: certificates of agricultural products say AGI, marks are bare numbers.
GiSystem system_of(std::string_view number) {
  if (AgiNumber::parse(number)) return GiSystem::agricultural;
  return NationalNumber::parse(number) ? GiSystem::trademark : GiSystem::product;
}

void read_registrations(ObjectReader& in, GeographicalIndication& record) {
  std::optional<Date> registered;
  in.vital("registered", &Date::parse, registered);
  in.objects("registrations", [&](ObjectReader& item) { return read_registration(item, record); });
  if (!registered || !record.registrations.empty()) return;
  GiRegistration registration;
  registration.system = system_of(record.number);
  registration.number = record.number;
  registration.date = registered;
  registration.status = record.status;
  record.registrations.push_back(std::move(registration));
}

Result<void> read_user(ObjectReader& in, GeographicalIndication& record) {
  LawfulUser user;
  in.object("party", [&](ObjectReader& party) -> Result<void> {
    user.party = read_party(party);
    return {};
  });
  in.text("approval", user.approval);
  in.parsed("since", &Date::parse, user.since);
  in.parsed("until", &Date::parse, user.until);
  record.users.push_back(std::move(user));
  return {};
}

Result<void> read_year(ObjectReader& in, GeographicalIndication& record) {
  const Result<std::uint64_t> number = in.required("year", &parse_count);
  if (!number) return number.error();
  if (*number > 9999) return Error{ErrorCode::invalid_argument, "no year: " + std::to_string(*number)};
  GiYear year;
  year.year = static_cast<int>(*number);
  in.text("user", year.user);
  in.text("output", year.output);
  in.parsed("sales", &Yuan::parse, year.sales);
  record.years.push_back(std::move(year));
  return {};
}

void read_area(ObjectReader& in, GiArea& area) {
  in.object("area", [&](ObjectReader& part) -> Result<void> {
    part.text("text", area.text);
    part.list("codes", &AreaCode::parse, area.codes);
    part.parsed("as_of", &Date::parse, area.as_of);
    return {};
  });
}

Result<Entry> read_indication(ObjectReader& in, Core core) {
  if (core.number.empty()) return Error{ErrorCode::missing_field, "it is empty"}.in_field("number");
  GeographicalIndication record;
  record.number = canonical_number(core.number);
  record.name = std::move(core.words);
  record.scope = std::move(core.scope);
  record.holders = std::move(core.owners);
  record.status = core.status;
  in.objects("other_names", [&](ObjectReader& item) -> Result<void> {
    GiName& name = record.other_names.emplace_back();
    item.text("text", name.text);
    item.text("kind", name.kind);
    return {};
  });
  read_registrations(in, record);
  in.text("product", record.product);
  read_area(in, record.area);
  in.text("quality", record.quality);
  in.text("standard", record.standard);
  in.text("test_body", record.test_body);
  in.objects("users", [&](ObjectReader& item) { return read_user(item, record); });
  in.objects("years", [&](ObjectReader& item) { return read_year(item, record); });
  in.list("related", &parse_text, record.related);
  record.events = read_events(in);
  record.provenance = std::move(core.provenance);
  return Entry{std::move(record)};
}

void read_raw(ObjectReader& in, std::vector<std::pair<std::string, std::string>>& to) {
  in.each("raw", [&](const JsonValue& item, const std::string& at) {
    const JsonValue::Array* pair = item.array();
    if (!pair || pair->size() != 2 || !(*pair)[0].string() || !(*pair)[1].string())
      return in.keep(at, item, Error{ErrorCode::malformed, "a pair of texts is expected"});
    to.emplace_back(*(*pair)[0].string(), *(*pair)[1].string());
  });
}

Provenance read_provenance(ObjectReader& in) {
  Provenance provenance;
  read_raw(in, provenance.raw);
  in.text("source", provenance.source);
  in.parsed("row", &parse_count, provenance.row);
  in.text("note", provenance.note);
  in.flag("generated", provenance.generated);
  return provenance;
}

Result<std::vector<Party>> read_owners(ObjectReader& in) {
  const Result<std::string> first = in.required_text("owner");
  if (!first) return first.error();
  std::vector<Party> owners;
  in.objects("owners", [&](ObjectReader& item) -> Result<void> {
    owners.push_back(read_party(item));
    return {};
  });
  if (owners.empty() && !first->empty()) owners.emplace_back().name = *first;
  if (!owners.empty() && owners.front().name != *first)
    return Error{ErrorCode::malformed, "it is not the first of `owners`"}.in_field("owner");
  return owners;
}

Result<Core> read_core(ObjectReader& in, EntryKind kind) {
  Core core;
  Result<std::string> number = in.required_text("number");
  if (!number) return number.error();
  core.number = std::move(*number);
  Result<std::string> words = in.required_text("mark");
  if (!words) return words.error();
  core.words = std::move(*words);
  Result<std::vector<Party>> owners = read_owners(in);
  if (!owners) return owners.error();
  core.owners = std::move(*owners);
  if (!in.find("classes")) return Error{ErrorCode::missing_field, "it is missing"}.in_field("classes");
  Result<std::vector<ClassScope>> scope = read_scope(in);
  if (!scope) return scope.error();
  if (scope->empty() && kind != EntryKind::gi)
    return Error{ErrorCode::missing_field, "no class is given"}.in_field("classes");
  core.scope = std::move(*scope);
  core.provenance = read_provenance(in);
  const Result<std::string> status = in.required_text("status");
  if (!status) return status.error();
  if (!status->empty()) in.parsed("status", &parse_status, [&](Status value) { core.status = value; });
  return core;
}

Result<Entry> read_kind(ObjectReader& in, EntryKind kind, Core core) {
  switch (kind) {
    case EntryKind::trademark:
      return read_trademark(in, std::move(core));
    case EntryKind::international:
      return read_international(in, std::move(core));
    case EntryKind::gi:
      break;
  }
  return read_indication(in, std::move(core));
}

/// `""`, `[]` and `{}` say that there is none; `null` says nothing.
bool is_empty(const JsonValue& value) {
  if (const std::string* text = value.string()) return text->empty();
  if (const auto* items = value.array()) return items->empty();
  return value.object() && value.object()->empty();
}

/// Members that every record has: where one of them is empty, it is only not known.
bool must_be_there(std::string_view name) {
  constexpr std::array<std::string_view, 6> members = {"kind", "number", "mark", "owner", "classes", "status"};
  return std::find(members.begin(), members.end(), name) != members.end();
}

}  // namespace

Party read_party(ObjectReader& in) {
  Party party;
  in.text("name", party.name);
  in.text("foreign_name", party.foreign_name);
  in.parsed("uscc", &Uscc::parse, party.uscc);
  in.text("country", party.country);
  in.text("address", party.address);
  in.parsed("area", &AreaCode::parse, party.area);
  return party;
}

Result<Entry> entry_from_members(const JsonValue::Object& members, std::vector<Error>& warnings) {
  std::vector<Error> found;
  Leftovers left{{}, found};
  ObjectReader in(members, {}, left);
  const Result<EntryKind> kind = in.required("kind", &parse_entry_kind);
  if (!kind) return kind.error();
  Result<Core> core = read_core(in, *kind);
  if (!core) return core.error();
  Result<Entry> entry = read_kind(in, *kind, std::move(*core));
  if (!entry) return entry;
  if (left.fault) return *left.fault;
  in.finish();
  auto& raw = provenance_in(*entry).raw;
  raw.insert(raw.end(), left.raw.begin(), left.raw.end());
  warnings.insert(warnings.end(), found.begin(), found.end());
  return entry;
}

Result<Entry> entry_from_json(std::string_view line, std::vector<Error>& warnings, const DocumentLimits& limits,
                              std::vector<std::string>* emptied) {
  const Result<JsonValue> value = parse_json(line, limits);
  if (!value) return value.error();
  const JsonValue::Object* members = value->object();
  if (!members) return Error{ErrorCode::malformed, "a record must be a JSON object"};
  if (emptied)
    for (const auto& [name, member] : *members)
      if (is_empty(member) && !must_be_there(name)) emptied->push_back(name);
  Result<Entry> entry = entry_from_members(*members, warnings);
  keep_within(entry, limits);
  return entry;
}

Result<Entry> entry_from_json(std::string_view line, std::vector<Error>& warnings, const DocumentLimits& limits) {
  return entry_from_json(line, warnings, limits, nullptr);
}

}  // namespace marque
