#include "marque/registry/change.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <string_view>

namespace marque {

namespace {

using Text = std::string;

Text text(const Text& value) { return value; }
Text text(Status value) { return Text(name_of(value)); }
Text text(SignType value) { return Text(name_of(value)); }
Text text(int value) { return std::to_string(value); }
Text text(std::uint64_t value) { return std::to_string(value); }

template <class T>
requires requires(const T& value) {
  { value.to_string() } -> std::convertible_to<Text>;
}
Text text(const T& value) { return value.to_string(); }

template <class T>
Text text(const std::optional<T>& value) {
  return value ? text(*value) : Text();
}

/// The parts that are there, in order, as `a, b, c`.
Text listed(std::initializer_list<Text> parts) {
  Text all;
  for (const Text& part : parts) {
    if (!part.empty()) all += (all.empty() ? "" : ", ") + part;
  }
  return all;
}

template <class T, class Read>
Text joined(const std::vector<T>& values, const char* separator, Read read) {
  Text all;
  for (const T& value : values) all += (all.empty() ? "" : separator) + read(value);
  return all;
}

Text named(std::string_view name, const Text& value) { return value.empty() ? Text() : Text(name) + " " + value; }

Text text(const Party& party) {
  return listed({party.name, party.foreign_name, text(party.uscc), party.country, party.address,
                 named("area", text(party.area))});
}

Text text(const Priority& priority) { return listed({text(priority.date), priority.country, priority.number}); }
Text text(const BasicMark& basic) {
  return listed({basic.office, basic.number, text(basic.date), basic.is_application ? "application" : ""});
}
Text text(const ImageReference& image) { return image.path + " sha256:" + image.digest; }
Text text(const GiName& name) { return listed({name.text, name.kind}); }

template <class T>
Text text(const std::vector<T>& values) {
  return joined(values, "; ", [](const T& value) { return text(value); });
}

Text text(const GoodsItem& item) {
  return listed({item.name, named("group", text(item.group)), named("code", item.item_code), text(item.status)});
}

Text text(const ClassScope& scope) {
  Text head = text(scope.nice_class);
  if (scope.status) head += " (" + text(*scope.status) + ")";
  if (scope.goods.empty()) return head;
  return head + ": " + joined(scope.goods, "; ", [](const GoodsItem& item) { return text(item); });
}

Text text(const Event& event) {
  return listed({text(event.date) + " " + Text(name_of(event.kind)), event.instrument,
                 event.party ? text(*event.party) : Text(), named("until", text(event.until)),
                 named("CNY", text(event.amount)), named("classes", text(event.classes)), named("goods", text(event.goods)),
                 named("in", text(event.designated)), named("received", text(event.received)), event.note});
}

Text text(const Designation& designation) {
  const Text scope = joined(designation.scope, " / ", [](const ClassScope& limited) { return text(limited); });
  return listed({designation.party, text(designation.designated), named("notified", text(designation.notified)),
                 Text(name_of(designation.status)), named("only", scope),
                 designation.by_article_9sexies ? "9sexies" : ""});
}

Text text(const GiRegistration& registration) {
  return listed({Text(name_of(registration.system)), registration.number, registration.authority,
                 text(registration.date), text(registration.status), named("supersedes", registration.supersedes)});
}

Text text(const LawfulUser& user) {
  return listed({text(user.party), user.approval, named("since", text(user.since)), named("until", text(user.until))});
}

Text text(const GiYear& year) {
  return listed({text(year.year), year.user, named("output", year.output), named("CNY", text(year.sales))});
}

template <class T>
Text lines(const std::vector<T>& values) {
  return joined(values, " | ", [](const T& value) { return text(value); });
}

Text raw_text(const Provenance& provenance) {
  return joined(provenance.raw, " | ", [](const auto& raw) { return raw.first + "=" + raw.second; });
}

/// `read` of the entry where it is a Right, else nothing.
template <class Right, class Read>
Text of(const Entry& entry, Read read) {
  const auto* right = std::get_if<Right>(&entry);
  return right ? text(read(*right)) : Text();
}

/// The same for trademarks and Madrid registrations, which have a mark.
template <class Read>
Text of_mark(const Entry& entry, Read read) {
  return of<Trademark>(entry, read) + of<InternationalRegistration>(entry, read);
}

struct Field {
  std::string_view name;
  Text (*read)(const Entry& entry);
};

using Tm = Trademark;
using Ir = InternationalRegistration;
using Gi = GeographicalIndication;

constexpr std::array fields_in_order{
    Field{"kind", [](const Entry& e) { return Text(name_of(kind_of(e))); }},
    Field{"number", [](const Entry& e) { return number_of(e); }},
    Field{"mark", [](const Entry& e) { return words_of(e); }},
    Field{"owner", [](const Entry& e) { return text(owners_of(e)); }},
    Field{"classes", [](const Entry& e) { return text(classes_of(scope_of(e)).classes()); }},
    Field{"status", [](const Entry& e) { return text(status_of(e)); }},
    Field{"filed", [](const Entry& e) { return of<Tm>(e, [](const Tm& t) { return t.dates.filed; }); }},
    Field{"accepted", [](const Entry& e) { return of<Tm>(e, [](const Tm& t) { return t.dates.accepted; }); }},
    Field{"published", [](const Entry& e) { return of<Tm>(e, [](const Tm& t) { return t.dates.published; }); }},
    Field{"registered",
          [](const Entry& e) {
            return of<Tm>(e, [](const Tm& t) { return t.dates.registered; }) +
                   of<Ir>(e, [](const Ir& r) { return r.registered; });
          }},
    Field{"expires",
          [](const Entry& e) {
            return of<Tm>(e, [](const Tm& t) { return t.dates.expires; }) +
                   of<Ir>(e, [](const Ir& r) { return r.expires; });
          }},
    Field{"ended", [](const Entry& e) { return of<Tm>(e, [](const Tm& t) { return t.dates.ended; }); }},
    Field{"final", [](const Entry& e) { return of<Tm>(e, [](const Tm& t) { return t.dates.final_on; }); }},
    Field{"goods", [](const Entry& e) { return lines(scope_of(e)); }},
    Field{"image", [](const Entry& e) { return image_of(e) ? text(*image_of(e)) : Text(); }},
    Field{"mark_kind", [](const Entry& e) { return of_mark(e, [](const auto& r) { return Text(name_of(r.kind)); }); }},
    Field{"signs", [](const Entry& e) { return of_mark(e, [](const auto& r) { return r.mark.signs; }); }},
    Field{"vienna", [](const Entry& e) { return of_mark(e, [](const auto& r) { return r.mark.vienna; }); }},
    Field{"translation", [](const Entry& e) { return of_mark(e, [](const auto& r) { return r.mark.translation; }); }},
    Field{"transliteration",
          [](const Entry& e) { return of_mark(e, [](const auto& r) { return r.mark.transliteration; }); }},
    Field{"colours", [](const Entry& e) { return of_mark(e, [](const auto& r) { return r.mark.colours; }); }},
    Field{"disclaimer", [](const Entry& e) { return of_mark(e, [](const auto& r) { return r.mark.disclaimer; }); }},
    Field{"description", [](const Entry& e) { return of_mark(e, [](const auto& r) { return r.mark.description; }); }},
    Field{"nice_edition", [](const Entry& e) { return of_mark(e, [](const auto& r) { return r.nice_edition; }); }},
    Field{"agent",
          [](const Entry& e) { return of_mark(e, [](const auto& r) { return r.agent ? text(*r.agent) : Text(); }); }},
    Field{"priorities", [](const Entry& e) { return of_mark(e, [](const auto& r) { return r.priorities; }); }},
    Field{"publication_issue",
          [](const Entry& e) { return of<Tm>(e, [](const Tm& t) { return t.publication_issue; }); }},
    Field{"registration_issue",
          [](const Entry& e) { return of<Tm>(e, [](const Tm& t) { return t.registration_issue; }); }},
    Field{"divided_from", [](const Entry& e) { return of<Tm>(e, [](const Tm& t) { return t.divided_from; }); }},
    Field{"transformed_from", [](const Entry& e) { return of<Tm>(e, [](const Tm& t) { return t.transformed_from; }); }},
    Field{"china_number", [](const Entry& e) { return of<Ir>(e, [](const Ir& r) { return r.china_number; }); }},
    Field{"basic_mark",
          [](const Entry& e) {
            return of<Ir>(e, [](const Ir& r) { return r.basic_mark ? text(*r.basic_mark) : Text(); });
          }},
    Field{"designations", [](const Entry& e) { return of<Ir>(e, [](const Ir& r) { return lines(r.designations); }); }},
    Field{"other_names", [](const Entry& e) { return of<Gi>(e, [](const Gi& g) { return g.other_names; }); }},
    Field{"registrations",
          [](const Entry& e) { return of<Gi>(e, [](const Gi& g) { return lines(g.registrations); }); }},
    Field{"product", [](const Entry& e) { return of<Gi>(e, [](const Gi& g) { return g.product; }); }},
    Field{"area",
          [](const Entry& e) {
            return of<Gi>(e, [](const Gi& g) {
              return listed({g.area.text, text(g.area.codes), named("as of", text(g.area.as_of))});
            });
          }},
    Field{"quality", [](const Entry& e) { return of<Gi>(e, [](const Gi& g) { return g.quality; }); }},
    Field{"standard", [](const Entry& e) { return of<Gi>(e, [](const Gi& g) { return g.standard; }); }},
    Field{"test_body", [](const Entry& e) { return of<Gi>(e, [](const Gi& g) { return g.test_body; }); }},
    Field{"users", [](const Entry& e) { return of<Gi>(e, [](const Gi& g) { return lines(g.users); }); }},
    Field{"years", [](const Entry& e) { return of<Gi>(e, [](const Gi& g) { return lines(g.years); }); }},
    Field{"related", [](const Entry& e) { return of<Gi>(e, [](const Gi& g) { return g.related; }); }},
    Field{"events", [](const Entry& e) { return lines(events_of(e)); }},
    Field{"source", [](const Entry& e) { return provenance_of(e).source; }},
    Field{"row", [](const Entry& e) { return text(provenance_of(e).row); }},
    Field{"note", [](const Entry& e) { return provenance_of(e).note; }},
    Field{"generated", [](const Entry& e) { return Text(provenance_of(e).generated ? "yes" : ""); }},
    Field{"raw", [](const Entry& e) { return raw_text(provenance_of(e)); }},
};

/// Events are only ever added, so those that both sides begin with are left out.
void drop_common_events(FieldChange& change, const Change& whole) {
  if (!whole.before || !whole.after) return;
  const auto& before = events_of(*whole.before);
  const auto& after = events_of(*whole.after);
  const auto [first, second] = std::ranges::mismatch(before, after);
  change.before = lines(std::vector<Event>(first, before.end()));
  change.after = lines(std::vector<Event>(second, after.end()));
}

}  // namespace

std::vector<FieldChange> Change::fields() const {
  std::vector<FieldChange> changes;
  for (const Field& field : fields_in_order) {
    FieldChange change{Text(field.name), before ? field.read(*before) : Text(), after ? field.read(*after) : Text()};
    if (change.before == change.after) continue;
    if (field.name == "events") drop_common_events(change, *this);
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace marque
