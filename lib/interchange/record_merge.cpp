#include "interchange/record_merge.hpp"

#include <algorithm>
#include <type_traits>

#include "interchange/entry_parts.hpp"
#include "interchange/office_record.hpp"

namespace marque {
namespace {

template <class T>
void keep_known(std::optional<T>& incoming, const std::optional<T>& stored) {
  if (!incoming) incoming = stored;
}
template <class T>
void keep_known(std::vector<T>& incoming, const std::vector<T>& stored) {
  if (incoming.empty()) incoming = stored;
}
void keep_known(std::string& incoming, const std::string& stored) {
  if (incoming.empty()) incoming = stored;
}

std::optional<Date> filed_of(const Entry& entry) {
  const auto* mark = std::get_if<Trademark>(&entry);
  return mark ? mark->dates.filed : std::nullopt;
}

ClassScope* find_class(std::vector<ClassScope>& scope, NiceClass nice_class) {
  const auto at = std::find_if(scope.begin(), scope.end(), [&](const auto& s) { return s.nice_class == nice_class; });
  return at == scope.end() ? nullptr : &*at;
}

void add_goods(std::vector<GoodsItem>& to, const std::vector<GoodsItem>& from) {
  for (const GoodsItem& item : from)
    if (std::find(to.begin(), to.end(), item) == to.end()) to.push_back(item);
}

void keep_known(Provenance& incoming, const Provenance& stored) {
  keep_known(incoming.source, stored.source);
  keep_known(incoming.row, stored.row);
  keep_known(incoming.note, stored.note);
  const std::size_t told = incoming.raw.size();
  for (const auto& member : stored.raw) {
    const auto end = incoming.raw.begin() + static_cast<std::ptrdiff_t>(told);
    if (std::none_of(incoming.raw.begin(), end, [&](const auto& known) { return known.first == member.first; }))
      incoming.raw.push_back(member);
  }
}

void keep_known(std::vector<ClassScope>& incoming, const std::vector<ClassScope>& stored) {
  if (incoming.empty()) incoming = stored;
  for (ClassScope& in_class : incoming)
    for (const ClassScope& before : stored)
      if (before.nice_class == in_class.nice_class) keep_known(in_class.goods, before.goods);
}

void keep_known(Mark& incoming, const Mark& stored) {
  keep_known(incoming.text, stored.text);
  keep_known(incoming.signs, stored.signs);
  keep_known(incoming.image, stored.image);
  if (incoming.image && stored.image && incoming.image->path == stored.image->path)
    keep_known(incoming.image->digest, stored.image->digest);
  keep_known(incoming.vienna, stored.vienna);
  keep_known(incoming.translation, stored.translation);
  keep_known(incoming.transliteration, stored.transliteration);
  keep_known(incoming.colours, stored.colours);
  keep_known(incoming.disclaimer, stored.disclaimer);
  keep_known(incoming.description, stored.description);
}

// What a national and an international mark have in common.
template <class Record>
void keep_known_of_mark(Record& incoming, const Record& stored) {
  keep_known(incoming.mark, stored.mark);
  keep_known(incoming.nice_edition, stored.nice_edition);
  keep_known(incoming.agent, stored.agent);
  keep_known(incoming.priorities, stored.priorities);
  if (incoming.kind == MarkKind::ordinary) incoming.kind = stored.kind;
}

void keep_known_of(Trademark& incoming, const Trademark& stored) {
  keep_known_of_mark(incoming, stored);
  keep_known(incoming.owners, stored.owners);
  keep_known(incoming.dates.filed, stored.dates.filed);
  keep_known(incoming.dates.accepted, stored.dates.accepted);
  keep_known(incoming.dates.published, stored.dates.published);
  keep_known(incoming.dates.registered, stored.dates.registered);
  keep_known(incoming.dates.expires, stored.dates.expires);
  keep_known(incoming.dates.ended, stored.dates.ended);
  keep_known(incoming.dates.final_on, stored.dates.final_on);
  keep_known(incoming.publication_issue, stored.publication_issue);
  keep_known(incoming.registration_issue, stored.registration_issue);
  keep_known(incoming.divided_from, stored.divided_from);
  keep_known(incoming.transformed_from, stored.transformed_from);
}

void keep_known_of(InternationalRegistration& incoming, const InternationalRegistration& stored) {
  keep_known_of_mark(incoming, stored);
  keep_known(incoming.holders, stored.holders);
  keep_known(incoming.china_number, stored.china_number);
  keep_known(incoming.basic_mark, stored.basic_mark);
  keep_known(incoming.registered, stored.registered);
  keep_known(incoming.expires, stored.expires);
  keep_known(incoming.designations, stored.designations);
}

void keep_known_of(GeographicalIndication& incoming, const GeographicalIndication& stored) {
  keep_known(incoming.name, stored.name);
  keep_known(incoming.other_names, stored.other_names);
  keep_known(incoming.registrations, stored.registrations);
  keep_known(incoming.product, stored.product);
  keep_known(incoming.area.text, stored.area.text);
  keep_known(incoming.area.codes, stored.area.codes);
  keep_known(incoming.area.as_of, stored.area.as_of);
  keep_known(incoming.quality, stored.quality);
  keep_known(incoming.standard, stored.standard);
  keep_known(incoming.test_body, stored.test_body);
  keep_known(incoming.holders, stored.holders);
  keep_known(incoming.users, stored.users);
  keep_known(incoming.years, stored.years);
  keep_known(incoming.related, stored.related);
}

/// Empties one member, by its name in the JSON form.
class Emptying {
 public:
  Emptying(Entry& entry, std::string_view member) : member_(member) {
    std::visit([this](auto& record) { common(record), own(record); }, entry);
  }

 private:
  template <class T>
  void of(std::string_view name, T& value) {
    if (member_ == name) value = T{};
  }

  template <class Record>
  void common(Record& record) {
    // A mark without classes is no record, so theirs are replaced only.
    if (std::is_same_v<Record, GeographicalIndication>) of("classes", record.scope);
    of("events", record.events);
    of("note", record.provenance.note);
    of("raw", record.provenance.raw);
    if (member_ == "goods")
      for (ClassScope& in_class : record.scope) in_class.goods.clear();
    if (member_ == "class_status")
      for (ClassScope& in_class : record.scope) in_class.status.reset();
  }

  template <class Record>
  void of_mark(Record& record) {
    Mark& mark = record.mark;
    of("mark", mark.text);
    of("signs", mark.signs);
    of("image", mark.image);
    of("vienna", mark.vienna);
    of("translation", mark.translation);
    of("transliteration", mark.transliteration);
    of("colours", mark.colours);
    of("disclaimer", mark.disclaimer);
    of("description", mark.description);
    of("nice_edition", record.nice_edition);
    of("agent", record.agent);
    of("priorities", record.priorities);
  }

  void owned_by(std::vector<Party>& owners) {
    of("owner", owners);
    of("owners", owners);
  }

  void own(Trademark& record) {
    of_mark(record);
    owned_by(record.owners);
    of("filed", record.dates.filed);
    of("accepted", record.dates.accepted);
    of("published", record.dates.published);
    of("registered", record.dates.registered);
    of("expires", record.dates.expires);
    of("ended", record.dates.ended);
    of("final_on", record.dates.final_on);
    of("publication_issue", record.publication_issue);
    of("registration_issue", record.registration_issue);
    of("divided_from", record.divided_from);
    of("transformed_from", record.transformed_from);
  }

  void own(InternationalRegistration& record) {
    of_mark(record);
    owned_by(record.holders);
    of("registered", record.registered);
    of("expires", record.expires);
    of("basic_mark", record.basic_mark);
    of("designations", record.designations);
  }

  void own(GeographicalIndication& record) {
    owned_by(record.holders);
    of("other_names", record.other_names);
    of("registrations", record.registrations);
    of("product", record.product);
    of("area", record.area);
    of("quality", record.quality);
    of("standard", record.standard);
    of("test_body", record.test_body);
    of("users", record.users);
    of("years", record.years);
    of("related", record.related);
  }

  std::string_view member_;
};

/// The day on which an office told a record; empty where it does not say. Written so that text order is time order.
std::string told_on(const Entry& entry) {
  for (const auto& [name, value] : provenance_of(entry).raw)
    if (name == raw_name::told_on)
      if (const Result<Date> day = Date::parse(value)) return day->to_string();
  return {};
}

}  // namespace

bool is_older_news(const Entry& incoming, const Entry& stored) {
  const std::string now = told_on(incoming), before = told_on(stored);
  return !now.empty() && now < before;
}

bool rows_of_one_record(const Entry& a, const Entry& b) {
  return kind_of(a) != EntryKind::gi && kind_of(a) == kind_of(b) && number_of(a) == number_of(b);
}

void add_row(Entry& first, const Entry& further, std::vector<Error>& warnings) {
  const auto differs = [&](const char* field) {
    warnings.push_back(Error{ErrorCode::duplicate, "number " + number_of(first) +
                                                       " stands in an earlier row with another value, which is kept"}
                           .in_field(field));
  };
  if (words_of(first) != words_of(further)) differs("mark");
  if (owners_of(first) != owners_of(further)) differs("owner");
  if (filed_of(first) != filed_of(further)) differs("filed");
  const bool other_state = status_of(first) != status_of(further);
  std::vector<ClassScope>& scope = scope_in(first);
  for (ClassScope added : scope_of(further)) {
    if (ClassScope* known = find_class(scope, added.nice_class)) {
      add_goods(known->goods, added.goods);
      continue;
    }
    if (other_state && !added.status) added.status = status_of(further);
    const auto behind =
        std::find_if(scope.begin(), scope.end(), [&](const auto& s) { return s.nice_class > added.nice_class; });
    scope.insert(behind, std::move(added));
  }
}

Entry patched(const Entry& stored, Entry incoming, const std::vector<std::string>& emptied) {
  Entry before_news = stored;
  for (const std::string& member : emptied) Emptying(before_news, member);
  std::visit(
      [&](auto& record) {
        const auto& before = std::get<std::decay_t<decltype(record)>>(before_news);
        keep_known_of(record, before);
        keep_known(record.scope, before.scope);
        keep_known(record.events, before.events);
        if (record.status == Status::unknown) record.status = before.status;
        keep_known(record.provenance, before.provenance);
      },
      incoming);
  Entry same_place = incoming;
  provenance_in(same_place).source = provenance_of(stored).source;
  provenance_in(same_place).row = provenance_of(stored).row;
  return same_place == stored ? stored : incoming;
}

}  // namespace marque
