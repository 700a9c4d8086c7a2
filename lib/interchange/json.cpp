#include "marque/interchange/json.hpp"

#include <algorithm>
#include <optional>

#include "marque/interchange/json_writer.hpp"

namespace marque {
namespace {

/// Writes members of a record; what is unknown (unset or empty) is left out.
class MemberWriter {
 public:
  explicit MemberWriter(JsonWriter& out) : out_(out) {}

  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) out_.key(name).string(value);
  }
  void date(std::string_view name, const std::optional<Date>& value) {
    if (value) out_.key(name).string(value->to_string());
  }
  template <class T>
  void shown(std::string_view name, const std::optional<T>& value) {
    if (value) out_.key(name).string(value->to_string());
  }
  void flag(std::string_view name, bool value) {
    if (value) out_.key(name).boolean(true);
  }
  template <class Range, class Item>
  void list(std::string_view name, const Range& range, Item&& item) {
    if (range.empty()) return;
    out_.key(name).begin_array();
    for (const auto& element : range) item(element);
    out_.end_array();
  }
  template <class Range, class Item>
  void objects(std::string_view name, const Range& range, Item&& item) {
    list(name, range, [&](const auto& element) {
      out_.begin_object();
      item(element);
      out_.end_object();
    });
  }
  void classes(const std::vector<NiceClass>& classes) {
    out_.key("classes").begin_array();
    for (const NiceClass c : classes) out_.integer(c.number());
    out_.end_array();
  }
  void party(std::string_view name, const std::optional<Party>& value) {
    if (!value) return;
    out_.key(name).begin_object();
    party_members(*value);
    out_.end_object();
  }
  void party_members(const Party& party) {
    text("name", party.name);
    text("foreign_name", party.foreign_name);
    shown("uscc", party.uscc);
    text("country", party.country);
    text("address", party.address);
    shown("area", party.area);
  }
  void texts(std::string_view name, const std::vector<std::string>& values) {
    list(name, values, [&](const std::string& value) { out_.string(value); });
  }
  void basic_mark(const std::optional<BasicMark>& basic);
  void goods(const std::vector<ClassScope>& scope);
  void owners(const std::vector<Party>& owners);
  void mark(const Mark& mark);
  void events(const std::vector<Event>& events);
  void priorities(const std::vector<Priority>& priorities);
  void designations(const std::vector<Designation>& designations);
  void registrations(const std::vector<GiRegistration>& registrations);
  void area(const GiArea& area);
  void users(const std::vector<LawfulUser>& users);
  void years(const std::vector<GiYear>& years);
  void provenance(const Provenance& provenance);

 private:
  JsonWriter& out_;
};

void MemberWriter::goods(const std::vector<ClassScope>& scope) {
  const bool any_goods = std::any_of(scope.begin(), scope.end(), [](const auto& s) { return !s.goods.empty(); });
  if (any_goods) {
    out_.key("goods").begin_array();
    for (const ClassScope& in_class : scope)
      for (const GoodsItem& item : in_class.goods) {
        out_.begin_object().key("class").integer(in_class.nice_class.number());
        shown("group", item.group);
        text("name", item.name);
        text("item", item.item_code);
        if (item.status) out_.key("status").string(name_of(*item.status));
        out_.end_object();
      }
    out_.end_array();
  }
  if (std::none_of(scope.begin(), scope.end(), [](const auto& s) { return s.status.has_value(); })) return;
  out_.key("class_status").begin_array();
  for (const ClassScope& in_class : scope)
    if (in_class.status)
      out_.begin_object()
          .key("class")
          .integer(in_class.nice_class.number())
          .key("status")
          .string(name_of(*in_class.status))
          .end_object();
  out_.end_array();
}

void MemberWriter::basic_mark(const std::optional<BasicMark>& basic) {
  if (!basic) return;
  out_.key("basic_mark").begin_object();
  text("office", basic->office);
  text("number", basic->number);
  date("date", basic->date);
  flag("application", basic->is_application);
  out_.end_object();
}

void MemberWriter::owners(const std::vector<Party>& owners) {
  Party bare;
  if (!owners.empty()) bare.name = owners.front().name;
  const bool owner_says_all = owners.empty() || (owners.size() == 1 && owners.front() == bare && !bare.name.empty());
  if (!owner_says_all) objects("owners", owners, [&](const Party& party) { party_members(party); });
}

void MemberWriter::mark(const Mark& mark) {
  list("signs", mark.signs, [&](SignType sign) { out_.string(name_of(sign)); });
  if (mark.image) {
    out_.key("image").string(mark.image->path);
    text("image_digest", mark.image->digest);
  }
  list("vienna", mark.vienna, [&](const ViennaCode& code) { out_.string(code.to_string()); });
  text("translation", mark.translation);
  text("transliteration", mark.transliteration);
  text("colours", mark.colours);
  text("disclaimer", mark.disclaimer);
  text("description", mark.description);
}

void MemberWriter::events(const std::vector<Event>& events) {
  objects("events", events, [&](const Event& event) {
    out_.key("event").string(name_of(event.kind));
    out_.key("date").string(event.date.to_string());
    text("instrument", event.instrument);
    party("party", event.party);
    date("until", event.until);
    shown("amount", event.amount);
    if (!event.classes.empty()) classes(event.classes);
    list("goods", event.goods, [&](const std::string& item) { out_.string(item); });
    list("designated", event.designated, [&](const std::string& code) { out_.string(code); });
    date("received", event.received);
    text("note", event.note);
  });
}

void MemberWriter::priorities(const std::vector<Priority>& priorities) {
  objects("priorities", priorities, [&](const Priority& priority) {
    out_.key("date").string(priority.date.to_string());
    text("country", priority.country);
    text("number", priority.number);
  });
}

void MemberWriter::designations(const std::vector<Designation>& designations) {
  objects("designations", designations, [&](const Designation& designation) {
    text("party", designation.party);
    date("designated", designation.designated);
    date("notified", designation.notified);
    out_.key("status").string(name_of(designation.status));
    if (!designation.scope.empty()) classes(classes_of(designation.scope).classes());
    goods(designation.scope);
    flag("article_9sexies", designation.by_article_9sexies);
  });
}

void MemberWriter::registrations(const std::vector<GiRegistration>& registrations) {
  objects("registrations", registrations, [&](const GiRegistration& registration) {
    out_.key("system").string(name_of(registration.system));
    text("number", registration.number);
    text("authority", registration.authority);
    date("date", registration.date);
    out_.key("status").string(name_of(registration.status));
    text("supersedes", registration.supersedes);
  });
}

void MemberWriter::area(const GiArea& area) {
  if (area == GiArea{}) return;
  out_.key("area").begin_object();
  text("text", area.text);
  list("codes", area.codes, [&](AreaCode code) { out_.string(code.to_string()); });
  date("as_of", area.as_of);
  out_.end_object();
}

void MemberWriter::users(const std::vector<LawfulUser>& users) {
  objects("users", users, [&](const LawfulUser& user) {
    out_.key("party").begin_object();
    party_members(user.party);
    out_.end_object();
    text("approval", user.approval);
    date("since", user.since);
    date("until", user.until);
  });
}

void MemberWriter::years(const std::vector<GiYear>& years) {
  objects("years", years, [&](const GiYear& year) {
    out_.key("year").integer(year.year);
    text("user", year.user);
    text("output", year.output);
    shown("sales", year.sales);
  });
}

void MemberWriter::provenance(const Provenance& provenance) {
  text("source", provenance.source);
  if (provenance.row) out_.key("row").integer(static_cast<std::int64_t>(*provenance.row));
  text("note", provenance.note);
  flag("generated", provenance.generated);
  list("raw", provenance.raw,
       [&](const auto& pair) { out_.begin_array().string(pair.first).string(pair.second).end_array(); });
}

/// The day an indication was first registered under any system.
std::optional<Date> first_registered(const GeographicalIndication& indication) {
  std::optional<Date> first;
  for (const GiRegistration& registration : indication.registrations)
    if (registration.date && (!first || *registration.date < *first)) first = registration.date;
  return first;
}

void write_rest(MemberWriter& to, const Trademark& mark) {
  to.date("filed", mark.dates.filed);
  to.date("registered", mark.dates.registered);
  to.date("accepted", mark.dates.accepted);
  to.date("published", mark.dates.published);
  to.date("expires", mark.dates.expires);
  to.date("ended", mark.dates.ended);
  to.date("final_on", mark.dates.final_on);
  if (mark.kind != MarkKind::ordinary) to.text("mark_kind", name_of(mark.kind));
  to.mark(mark.mark);
  to.goods(mark.scope);
  to.shown("nice_edition", mark.nice_edition);
  to.owners(mark.owners);
  to.party("agent", mark.agent);
  to.priorities(mark.priorities);
  to.text("publication_issue", mark.publication_issue);
  to.text("registration_issue", mark.registration_issue);
  to.shown("divided_from", mark.divided_from);
  to.shown("transformed_from", mark.transformed_from);
  to.events(mark.events);
}

void write_rest(MemberWriter& to, const InternationalRegistration& mark) {
  to.date("registered", mark.registered);
  to.date("expires", mark.expires);
  to.text("irn", mark.number.to_string());
  to.shown("china_number", mark.china_number);
  to.basic_mark(mark.basic_mark);
  if (mark.kind != MarkKind::ordinary) to.text("mark_kind", name_of(mark.kind));
  to.mark(mark.mark);
  to.goods(mark.scope);
  to.shown("nice_edition", mark.nice_edition);
  to.owners(mark.holders);
  to.party("agent", mark.agent);
  to.priorities(mark.priorities);
  to.designations(mark.designations);
  to.events(mark.events);
}

void write_rest(MemberWriter& to, const GeographicalIndication& indication) {
  to.date("registered", first_registered(indication));
  to.objects("other_names", indication.other_names, [&](const GiName& name) {
    to.text("text", name.text);
    to.text("kind", name.kind);
  });
  to.registrations(indication.registrations);
  to.text("product", indication.product);
  to.goods(indication.scope);
  to.area(indication.area);
  to.text("quality", indication.quality);
  to.text("standard", indication.standard);
  to.text("test_body", indication.test_body);
  to.owners(indication.holders);
  to.users(indication.users);
  to.years(indication.years);
  to.texts("related", indication.related);
  to.events(indication.events);
}

}  // namespace

std::string to_json(const Entry& entry) {
  JsonWriter out;
  MemberWriter to(out);
  const std::vector<Party>& owners = owners_of(entry);
  out.begin_object();
  out.key("kind").string(name_of(kind_of(entry)));
  out.key("number").string(number_of(entry));
  out.key("mark").string(words_of(entry));
  out.key("owner").string(owners.empty() ? std::string_view{} : owners.front().name);
  to.classes(classes_of(scope_of(entry)).classes());
  out.key("status").string(name_of(status_of(entry)));
  std::visit([&](const auto& record) { write_rest(to, record); }, entry);
  to.provenance(provenance_of(entry));
  out.end_object();
  return std::move(out).text();
}

}  // namespace marque
