// USPTO TDXF (Trademark Applications Documentation v2.3), daily and annual.

#include "interchange/xml_vocabulary.hpp"

#include "interchange/office_record.hpp"

namespace marque {
namespace {

bool is_true(XmlElement header, std::string_view name) { return header.text_at(name) == "T"; }

void read_kind(XmlElement header, Trademark& mark) {
  if (is_true(header, "certification-mark-in"))
    mark.kind = MarkKind::certification;
  else if (is_true(header, "collective-trademark-in") || is_true(header, "collective-service-mark-in") ||
           is_true(header, "collective-membership-mark-in"))
    mark.kind = MarkKind::collective;
}

void read_header(XmlElement header, OfficeRecord& record) {
  Trademark& mark = record.mark();
  record.vital_date("filed", header.text_at("filing-date"), mark.dates.filed);
  record.vital_date("registered", header.text_at("registration-date"), mark.dates.registered);
  record.date("published", header.text_at("published-for-opposition-date"), mark.dates.published);
  for (const std::string_view end : {"abandonment-date", "cancellation-date"})
    if (!mark.dates.ended) record.date("ended", header.text_at(end), mark.dates.ended);
  record.status("US", header.text_at("status-code"), {});
  record.raw(raw_name::status_date, header.text_at("status-date"));
  record.raw(raw_name::renewal_date, header.text_at("renewal-date"));
  mark.mark.text = header.text_at("mark-identification");
  if (header.child("mark-identification") && mark.mark.text.empty()) record.emptied("mark");
  signs_of_drawing_code(record, header.text_at("mark-drawing-code"));
  if (is_true(header, "drawing-3d-current-in")) record.sign(SignType::three_dimensional);
  read_kind(header, mark);
  if (const std::string_view name = header.text_at("attorney-name"); !name.empty()) mark.agent.emplace().name = name;
}

/// A statement's text comes in pieces of 40 positions, which are put together again.
std::string text_of(XmlElement statement) {
  std::string text;
  statement.each("text", [&](XmlElement piece) { text += piece.text(); });
  return text;
}

void read_statements(XmlElement statements, OfficeRecord& record) {
  Mark& mark = record.mark().mark;
  bool any_goods = false;
  statements.each("case-file-statement", [&](XmlElement statement) {
    const std::string_view code = statement.text_at("type-code");
    std::string text = text_of(statement);
    if (code.starts_with("GS") && code.size() >= 5) {
      any_goods = true;
      record.goods(code.substr(2, 3), text);
    } else if (code.starts_with("DM")) {
      mark.description = std::move(text);
    } else if (code.starts_with("D0") || code.starts_with("D1")) {
      mark.disclaimer = std::move(text);
    } else if (code.starts_with("CC")) {
      mark.colours = std::move(text);
    } else if (code.starts_with("TR")) {
      mark.translation = std::move(text);
    } else if (code.starts_with("TL")) {
      mark.transliteration = std::move(text);
    }
  });
  if (!any_goods) record.emptied("goods");
}

/// Status of a class: 6 is alive; table "CLASS Status Code".
void read_class_status(XmlElement classification, std::string_view code, OfficeRecord& record) {
  const std::string_view status = classification.text_at("status-code");
  if (status == "8") record.goods_class_status(code, Status::withdrawn);
  if (status == "9") record.goods_class_status(code, Status::lapsed);
  if (status == "1" || status == "2" || status == "3" || status == "4") record.goods_class_status(code, Status::cancelled);
}

/// Whether any class was given, Nice or not.
bool read_classes(XmlElement classifications, OfficeRecord& record) {
  bool gave = false;
  classifications.each("classification", [&](XmlElement classification) {
    classification.each("international-code", [&](XmlElement code) {
      gave = true;
      record.nice_class(code.text());
      read_class_status(classification, code.text(), record);
    });
    gave = gave || classification.child("us-code") || classification.child("primary-code");
  });
  return gave;
}

void read_owners(XmlElement owners, OfficeRecord& record) {
  std::vector<OwnerStep> steps;
  owners.each("case-file-owner", [&](XmlElement owner) {
    const int party_type = number_in(owner.text_at("party-type"));
    if (party_type >= 70) return;  // correspondents of old files
    OwnerStep step{party_type, {}};
    step.party.name = owner.text_at("party-name");
    const std::string_view country = owner.text_at("country");
    if (country.size() == 2) step.party.country = country;
    step.party.address = address_line({owner.text_at("address-1"), owner.text_at("address-2"), owner.text_at("city"),
                                       owner.text_at("state"), owner.text_at("postcode")});
    steps.push_back(std::move(step));
  });
  if (steps.empty()) record.emptied("owner");
  record.owners(std::move(steps));
}

void read_priorities(XmlElement applications, OfficeRecord& record) {
  applications.each("foreign-application", [&](XmlElement application) {
    if (application.text_at("foreign-priority-claim-in") != "T") return;
    record.priority(application.text_at("filing-date"), application.text_at("country"),
                    application.text_at("application-number"));
  });
  if (record.mark().priorities.empty()) record.emptied("priorities");
}

}  // namespace

void read_uspto(const XmlElement& case_file, ReadRecord& to) {
  OfficeRecord record(to);
  record.number("US", case_file.text_at("serial-number"));
  record.raw(raw_name::told_on, case_file.text_at("transaction-date"));
  if (const std::string_view number = case_file.text_at("registration-number"); number.find_first_not_of('0') != std::string_view::npos)
    record.raw(raw_name::registration_number, number);
  if (const XmlElement header = case_file.child("case-file-header")) read_header(header, record);
  if (const XmlElement statements = case_file.child("case-file-statements")) read_statements(statements, record);
  bool gave_classes = false;
  if (const XmlElement classes = case_file.child("classifications")) {
    gave_classes = read_classes(classes, record);
    if (!gave_classes) record.emptied("classes");
  }
  if (const XmlElement owners = case_file.child("case-file-owners")) read_owners(owners, record);
  if (const XmlElement foreign = case_file.child("foreign-applications")) read_priorities(foreign, record);
  if (const XmlElement designs = case_file.child("design-searches")) {
    designs.each("design-search", [&](XmlElement design) { record.vienna(design.text_at("code")); });
    if (record.mark().mark.vienna.empty()) record.emptied("vienna");
  }
  record.raw(raw_name::international_registration, case_file.text_at("international-registration/international-registration-number"));
  record.finish(gave_classes);
}

}  // namespace marque
