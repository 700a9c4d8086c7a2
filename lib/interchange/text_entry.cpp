#include "marque/interchange/text.hpp"

#include <optional>

#include "interchange/escape.hpp"
#include "interchange/life.hpp"
#include "interchange/report_terms.hpp"
#include "interchange/text_lines.hpp"
#include "interchange/wording.hpp"
#include "marque/law/madrid.hpp"
#include "marque/model/inid.hpp"

namespace marque {
namespace {

/// Fields of a record, each as a line; unknown ones are left out.
class EntryLines {
 public:
  explicit EntryLines(TextLines& lines) : lines_(lines), language_(lines.language()) {}

  void text(std::string_view key, std::string_view value) { lines_.field(key, visible(value) + code(key, value)); }
  void date(std::string_view key, const std::optional<Date>& value) {
    if (value) text(key, value->to_string());
  }
  void with_codes() { codes_ = true; }

  void head(const Entry& entry) {
    lines_.line(visible(mark_term(words_of(entry), language_)) + "  " + label(kind_of(entry), language_) + ' ' +
                visible(number_of(entry)));
    if (provenance_of(entry).generated) lines_.line(wording("generated", language_));
  }

  void owners(std::string_view key, const std::vector<Party>& parties) {
    for (const Party& party : parties) text(key, party_text(party));
  }

  void scope(const std::vector<ClassScope>& scope) {
    for (const ClassScope& in_class : scope) {
      std::string value = wording("class_n", language_, in_class.nice_class.to_string());
      if (in_class.status) value += " [" + label(*in_class.status, language_) + ']';
      for (const GoodsItem& item : in_class.goods) {
        value += "  " + item.name;
        if (item.group) value += '(' + item.group->to_string() + ')';
        if (item.status) value += " [" + label(*item.status, language_) + ']';
      }
      text("classes", value);
    }
  }

  void mark(const Mark& mark) {
    if (mark.image) text("image", mark.image->path.empty() ? mark.image->digest : mark.image->path);
    std::string codes;
    for (const ViennaCode& code : mark.vienna) codes += (codes.empty() ? "" : ", ") + code.to_string();
    text("vienna", codes);
    text("translation", mark.translation);
    text("transliteration", mark.transliteration);
    text("colours", mark.colours);
    text("disclaimer", mark.disclaimer);
    text("description", mark.description);
  }

  void priorities(const std::vector<Priority>& priorities) {
    for (const Priority& priority : priorities)
      text("priority", priority.date.to_string() + code("priority_date", "-") + ' ' + priority.country +
                           code("priority_country", priority.country) + ' ' + priority.number +
                           code("priority_number", priority.number));
  }

  void provenance(const Provenance& provenance) {
    std::string source = provenance.source;
    if (!source.empty() && provenance.row)
      source += " · " + wording("row_n", language_, std::to_string(*provenance.row));
    text("source", source);
    text("note", provenance.note);
    for (const auto& [name, value] : provenance.raw) text("raw", name + ": " + value);
  }

  void designated(const Designation& designation, const InternationalRegistration& record);
  void rest(const Trademark& record);
  void rest(const InternationalRegistration& record);
  void rest(const GeographicalIndication& record);

 private:
  /// The INID code of a field of a Madrid registration.
  std::string code(std::string_view key, std::string_view value) const {
    const std::string_view number = codes_ && !value.empty() ? inid_of(key) : std::string_view{};
    return number.empty() ? std::string() : "  (" + std::string(number) + ")";
  }

  TextLines& lines_;
  Language language_;
  bool codes_ = false;
};

void EntryLines::rest(const Trademark& record) {
  owners("owners", record.owners);
  scope(record.scope);
  lines_.field("status", label(record.status, language_));
  if (record.kind != MarkKind::ordinary) text("mark_kind", label(record.kind, language_));
  date("filed", record.dates.filed);
  date("accepted", record.dates.accepted);
  date("published", record.dates.published);
  date("registered", record.dates.registered);
  date("expires", record.dates.expires);
  date("ended", record.dates.ended);
  date("final_on", record.dates.final_on);
  text("issue", record.publication_issue);
  text("issue", record.registration_issue);
  if (record.divided_from) text("divided_from", record.divided_from->to_string());
  if (record.transformed_from) text("transformed_from", record.transformed_from->to_string());
  priorities(record.priorities);
  mark(record.mark);
  if (record.agent) text("agent", party_text(*record.agent));
}

void EntryLines::rest(const InternationalRegistration& record) {
  with_codes();
  text("irn", record.number.to_string());
  owners("owners", record.holders);
  scope(record.scope);
  lines_.field("status", label(record.status, language_));
  date("registered", record.registered);
  date("expires", record.expires);
  if (record.basic_mark) {
    const BasicMark& basic = *record.basic_mark;
    text("basic_mark", basic.office + ' ' + basic.number + (basic.date ? "  " + basic.date->to_string() : "") + "  (" +
                           std::string(inid_of(basic.is_application ? "basic_application" : "basic_registration")) + ')');
  }
  if (record.kind != MarkKind::ordinary) text("mark_kind", label(record.kind, language_));
  for (const Designation& designation : record.designations) designated(designation, record);
  priorities(record.priorities);
  mark(record.mark);
  if (record.agent) text("agent", party_text(*record.agent));
}

/// A designation: its own date where it is later than the registration's, its state, and what China's refusal period says of it.
void EntryLines::designated(const Designation& designation, const InternationalRegistration& record) {
  const bool later = designation.designated && designation.designated != record.registered;
  std::string value = designation.party + "  " + label(designation.status, language_);
  if (designation.designated) value += "  " + designation.designated->to_string();
  value += "  (" + std::string(inid_of(designation.by_article_9sexies ? "designations_9sexies" : later ? "designated" : "designations")) + ')';
  if (const auto limit = refusal_limit(designation)) value += "  " + wording("refusal_until", language_, limit->to_string());
  lines_.field("designations", visible(value));
  for (const ClassScope& part : designation.scope) {
    std::string goods = wording("class_n", language_, part.nice_class.to_string());
    for (const GoodsItem& item : part.goods)
      goods += "  " + item.name + (item.status ? " [" + label(*item.status, language_) + ']' : std::string());
    lines_.field("designations", visible(designation.party + "  " + goods));
  }
}

void EntryLines::rest(const GeographicalIndication& record) {
  for (const GiName& name : record.other_names) text("other_names", name.text);
  for (const GiRegistration& registration : record.registrations) {
    std::string value = label(registration.system, language_) + "  " + registration.number;
    if (!registration.authority.empty()) value += "  " + registration.authority;
    if (registration.date) value += "  " + registration.date->to_string();
    text("registrations", value + "  " + label(registration.status, language_));
  }
  owners("owners", record.holders);
  scope(record.scope);
  lines_.field("status", label(record.status, language_));
  text("product", record.product);
  text("area", record.area.text);
  text("quality", record.quality);
  text("standard", record.standard);
  text("test_body", record.test_body);
  for (const LawfulUser& user : record.users) text("users", party_text(user.party));
  for (const GiYear& year : record.years)
    text("years", std::to_string(year.year) + "  " + year.user + "  " + year.output +
                      (year.sales ? "  ¥" + year.sales->to_string() : std::string{}));
  for (const std::string& number : record.related) text("related", number);
}

}  // namespace

std::string to_text(const Entry& entry, Language language, Date as_of) {
  TextLines lines(language);
  EntryLines out(lines);
  out.head(entry);
  lines.indented([&] {
    std::visit([&](const auto& record) { out.rest(record); }, entry);
    add_life(lines, entry, as_of);
    out.provenance(provenance_of(entry));
  });
  return std::move(lines).text();
}

}  // namespace marque
