// WIPO ST.96 Trademark, versions 1 to 8 and the drafts before, with the extensions of the USPTO, CIPO and KIPO. Prefixes are
// arbitrary: elements go by their local names within the known namespaces.

#include "interchange/xml_vocabulary.hpp"

#include "interchange/office_record.hpp"
#include "interchange/st96_extension.hpp"

namespace marque {
namespace {

std::string_view name_in(XmlElement contact) {
  return first_text(contact, {"Name/EntityName", "Name/OrganizationName/OrganizationStandardName",
                              "Name/PersonName/PersonFullName", "Name/PersonName/LastName"});
}

Party party_in(XmlElement holder) {
  const XmlElement contact = holder.child("Contact");
  Party party;
  party.name = name_in(contact);
  const XmlElement address = contact.at("PostalAddressBag/PostalAddress");
  std::vector<std::string_view> parts;
  const XmlElement structured = address.child("PostalStructuredAddress");
  structured.each("AddressLineText", [&](XmlElement line) { parts.push_back(line.text()); });
  for (const std::string_view part : {"CityName", "GeographicRegionName", "PostalCode"}) parts.push_back(structured.text_at(part));
  address.each("PostalAddressText", [&](XmlElement line) { parts.push_back(line.text()); });
  party.address = address_line(parts);
  const std::string_view country = structured.text_at("CountryCode");
  party.country = country.size() == 2 ? country : std::string_view{};
  return party;
}

void read_kind(XmlElement trademark, Trademark& mark) {
  trademark.each("MarkCategory", [&](XmlElement category) {
    if (category.text().starts_with("Collective")) mark.kind = MarkKind::collective;
    if (category.text().starts_with("Certification")) mark.kind = MarkKind::certification;
  });
}

void read_reproduction(XmlElement trademark, OfficeRecord& record) {
  Mark& mark = record.mark().mark;
  const XmlElement representation = trademark.child("MarkRepresentation"), reproduction = representation.child("MarkReproduction");
  const XmlElement words = reproduction.child("WordMarkSpecification");
  mark.text = first_text(words, {"MarkVerbalElementText", "MarkSignificantVerbalElementText"});
  mark.translation = words.text_at("MarkTranslationText");
  mark.transliteration = words.text_at("MarkTransliteration");
  const XmlElement image = reproduction.at("MarkImageBag/MarkImage");
  if (const std::string_view file = image.text_at("FileName"); !file.empty() && file != "No image available")
    mark.image = ImageReference{std::string(file), {}};
  mark.colours = image.text_at("MarkImageColourClaimedText");
  image.child("NationalDesignSearchCodeBag").each("NationalDesignSearchCode", [&](XmlElement code) {
    record.vienna(code.text_at("NationalDesignCode"));
  });
  image.at("ViennaClassificationBag").each("ViennaClassification", [&](XmlElement code) {
    std::string parts;
    for (const std::string_view part : {"ViennaCategory", "ViennaDivision", "ViennaSection"})
      if (const std::string_view number = code.text_at(part); !number.empty()) parts.append(parts.empty() ? "" : ".").append(number);
    record.vienna(parts);
  });
  const XmlElement description = representation.child("MarkDescriptionBag");
  mark.description = description.text_at("MarkDescriptionText");
  signs_of_drawing_code(record, description.text_at("NationalMarkDescription/MarkFeatureCode"));
  representation.each("MarkFeatureCategory", [&](XmlElement feature) { signs_of_feature(record, feature.text()); });
  mark.disclaimer = trademark.text_at("MarkDisclaimerBag/MarkDisclaimerText");
}

/// One bag mixes Primary, Nice, Domestic and US classes; only the Nice ones count.
bool read_classes(XmlElement group, OfficeRecord& record) {
  bool gave = false;
  group.child("GoodsServicesClassificationBag").each("GoodsServicesClassification", [&](XmlElement item) {
    gave = true;
    const std::string_view kind = item.text_at("ClassificationKindCode");
    if (kind.empty() || kind == "Nice" || kind == "Primary") {
      const std::string_view number = item.text_at("ClassNumber");
      if (kind != "Primary" || NiceClass::parse(number)) record.nice_class(number);
    }
    const std::string_view version = item.text_at("ClassificationVersion");
    if (const Result<NiceEdition> edition = NiceEdition::parse(version); !version.empty() && edition)
      record.mark().nice_edition = *edition;
  });
  return gave;
}

void read_class_description(XmlElement description, OfficeRecord& record) {
  const std::string_view number = description.text_at("ClassNumber");
  description.each("GoodsServicesDescriptionText", [&](XmlElement text) { record.goods(number, text.text()); });
}

/// Whether any class was given, Nice or not.
bool read_goods(XmlElement bag, OfficeRecord& record) {
  bool gave = false;
  bag.each("GoodsServices", [&](XmlElement group) {
    gave = read_classes(group, record) || gave;
    group.child("ClassDescriptionBag").each("ClassDescription", [&](XmlElement description) {
      read_class_description(description, record);
      if (const XmlElement status = description.at("NationalStatusBag/NationalStatus"); status && description.child("ClassNumber"))
        if (const Result<Status> read = parse_status(status.text_at("NationalStatusCode")); read && *read != Status::unknown)
          record.goods_class_status(description.text_at("ClassNumber"), *read);
    });
  });
  return gave;
}

/// The USPTO lists one owner for each step, numbered by party type; elsewhere all that stand there are owners.
void read_owners(XmlElement bag, std::string_view office, OfficeRecord& record) {
  std::vector<OwnerStep> steps;
  bag.each("Applicant", [&](XmlElement applicant) {
    steps.push_back({office == "US" ? number_in(applicant.attribute("sequenceNumber")) : 0, party_in(applicant)});
  });
  if (steps.empty()) record.emptied("owner");
  record.owners(std::move(steps));
}

void read_agent(XmlElement trademark, Trademark& mark) {
  for (const std::string_view path : {"RecordAttorney", "RepresentativeBag/Representative", "NationalRepresentative"}) {
    const XmlElement agent = trademark.at(path);
    if (name_in(agent.child("Contact")).empty()) continue;
    mark.agent = party_in(agent);
    return;
  }
}

void read_publications(XmlElement bag, OfficeRecord& record) {
  Trademark& mark = record.mark();
  bag.each("Publication", [&](XmlElement publication) {
    const std::string_view identifier = publication.text_at("PublicationIdentifier");
    if (publication.text_at("PublicationSection") == "registration") {
      mark.registration_issue = identifier;
    } else if (!mark.dates.published && mark.publication_issue.empty()) {
      record.date("published", publication.text_at("PublicationDate"), mark.dates.published);
      mark.publication_issue = identifier;
    }
  });
}

}  // namespace

void read_st96(const XmlElement& trademark, ReadRecord& to) {
  OfficeRecord record(to);
  std::string_view office = trademark.text_at("RegistrationOfficeCode");
  if (office.empty()) office = trademark.text_at("ApplicationNumber/IPOfficeCode");
  record.number(office, first_text(trademark, {"ApplicationNumber/ApplicationNumberText", "ApplicationNumber", "RegistrationNumber"}));
  Trademark& mark = record.mark();
  record.registration(office, trademark);
  const XmlElement national = trademark.child("NationalTrademarkInformation");
  record.status(office, trademark.text_at("MarkCurrentStatusCode"), national.text_at("MarkCurrentStatusExternalDescriptionText"));
  record.raw(raw_name::status_date, trademark.text_at("MarkCurrentStatusDate"));
  record.raw(raw_name::renewal_date, national.text_at("RenewalDate"));
  trademark.child("AssociatedMarkBag").each("AssociatedMark", [&](XmlElement associated) {
    record.raw(raw_name::international_registration,
               first_text(associated, {"InternationalApplicationNumber/ApplicationNumberText", "InternationalRegistrationNumber"}));
  });
  read_kind(trademark, mark);
  read_reproduction(trademark, record);
  const bool gave_classes = read_goods(trademark.child("GoodsServicesBag"), record);
  trademark.child("PriorityBag").each("Priority", [&](XmlElement priority) {
    record.priority(first_text(priority, {"PriorityApplicationFilingDate", "PriorityDate"}), priority.text_at("PriorityCountryCode"),
                    first_text(priority, {"ApplicationNumber/ApplicationNumberText", "PriorityNumber"}));
  });
  read_publications(trademark.child("PublicationBag"), record);
  if (const XmlElement owners = trademark.child("ApplicantBag")) read_owners(owners, office, record);
  read_agent(trademark, mark);
  record.finish(gave_classes);
  apply_st96_extension(trademark, to);
}

}  // namespace marque
