// WIPO ST.66 ("TM-XML") with the extensions of the USPTO and of European offices.

#include "interchange/xml_vocabulary.hpp"

#include "interchange/office_record.hpp"

namespace marque {
namespace {

/// A name and address, wherever a vocabulary puts them.
Party party_in(XmlElement book) {
  const XmlElement formatted = book.child("FormattedNameAddress");
  const XmlElement name = formatted.child("Name"), address = formatted.at("Address/FormattedAddress");
  Party party;
  party.name = first_text(name, {"FreeFormatName/FreeFormatNameDetails/FreeFormatNameLine", "FormattedName/OrganizationName",
                                 "FormattedName/LastName"});
  std::vector<std::string_view> parts;
  for (const std::string_view part :
       {"AddressRoom", "AddressBuilding", "AddressStreet", "AddressCity", "AddressState", "AddressPostcode"})
    parts.push_back(address.text_at(part));
  formatted.at("Address/FreeFormatAddress").each("FreeFormatAddressLine", [&](XmlElement line) { parts.push_back(line.text()); });
  party.address = address_line(parts);
  const std::string_view country = first_text(formatted.child("Address"), {"FormattedAddress/FormattedAddressCountryCode",
                                                                           "AddressCountryCode"});
  if (country.size() == 2) party.country = country;
  return party;
}

/// `Trademark, Service Mark` comes as one text.
void read_kind(std::string_view kind, Trademark& mark) {
  if (kind.find("ollective") != std::string_view::npos) mark.kind = MarkKind::collective;
  if (kind.find("ertification") != std::string_view::npos) mark.kind = MarkKind::certification;
}

void read_words(XmlElement trademark, OfficeRecord& record) {
  Mark& mark = record.mark().mark;
  const XmlElement words = trademark.child("WordMarkSpecification"), extension = trademark.child("TradeMarkExt");
  mark.text = first_text(words, {"MarkVerbalElementText", "MarkSignificantVerbalElementText"});
  mark.translation = words.text_at("MarkTranslation");
  mark.transliteration = words.text_at("MarkTransliteration");
  mark.description = trademark.text_at("MarkDescriptionDetails/MarkDescription");
  mark.disclaimer = trademark.text_at("MarkDisclaimerDetails/MarkDisclaimer");
  if (const std::string_view code = extension.text_at("MarkFeatureCode"); !code.empty())
    signs_of_drawing_code(record, code);
  else
    signs_of_feature(record, trademark.text_at("MarkFeature"));
}

void read_image(XmlElement image, OfficeRecord& record) {
  Mark& mark = record.mark().mark;
  if (const std::string_view file = first_text(image, {"MarkImageFilename", "MarkImageURI"}); !file.empty())
    mark.image = ImageReference{std::string(file), {}};
  mark.colours = image.text_at("MarkImageColourClaimedText");
  const XmlElement category = image.child("MarkImageCategory");
  category.child("CategoryCodeDetails").each("CategoryCode", [&](XmlElement code) { record.vienna(code.text()); });
  category.child("CategoryCodeDetailsExt").each("DesignSearchDetails", [&](XmlElement design) {
    record.vienna(design.text_at("DesignSearchCode"));
  });
}

bool read_goods(XmlElement details, OfficeRecord& record) {
  bool gave = false;
  details.each("GoodsServices", [&](XmlElement goods) {
    if (const std::string_view version = goods.text_at("ClassificationVersion"); !version.empty())
      if (const Result<NiceEdition> edition = NiceEdition::parse(version)) record.mark().nice_edition = *edition;
    goods.child("ClassDescriptionDetails").each("ClassDescription", [&](XmlElement description) {
      gave = true;
      const std::string_view number = first_text(description, {"ClassNumber", "ClassDescriptionExt/PrimeClassText"});
      record.nice_class(number);
      description.each("GoodsServicesDescription", [&](XmlElement text) { record.goods(number, text.text()); });
    });
  });
  return gave;
}

void read_owners(XmlElement details, OfficeRecord& record) {
  std::vector<OwnerStep> steps;
  details.each("Applicant", [&](XmlElement applicant) {
    steps.push_back({number_in(applicant.text_at("ApplicantExt/PartyTypeCode")), party_in(applicant.child("ApplicantAddressBook"))});
  });
  if (steps.empty()) record.emptied("owner");
  record.owners(std::move(steps));
}

/// The attorney of record; where no comment tells representatives apart, the first of them.
void read_agent(XmlElement trademark, Trademark& mark) {
  trademark.each("RepresentativeDetails", [&](XmlElement details) {
    details.each("Representative", [&](XmlElement representative) {
      const std::string_view comment = representative.text_at("Comment");
      if (mark.agent || (!comment.empty() && comment != "Attorney of Record")) return;
      Party party = party_in(representative.child("RepresentativeAddressBook"));
      if (!party.name.empty()) mark.agent = std::move(party);
    });
  });
}

}  // namespace

void read_st66(const XmlElement& trademark, ReadRecord& to) {
  OfficeRecord record(to);
  const std::string_view office = trademark.text_at("RegistrationOfficeCode");
  const XmlElement extension = trademark.child("TradeMarkExt");
  record.number(office, first_text(trademark, {"ApplicationNumber", "RegistrationNumber", "InternationalRegistrationNumber"}));
  Trademark& mark = record.mark();
  record.registration(office, trademark);
  record.status(office, trademark.text_at("MarkCurrentStatusCode"), extension.text_at("MarkCurrentStatusExternalDescriptionText"));
  record.raw(raw_name::status_date, trademark.text_at("MarkCurrentStatusDate"));
  record.raw(raw_name::renewal_date, extension.text_at("AdditionalMarkDetails/RenewalDate"));
  extension.each("RelatedMarkDetails", [&](XmlElement related) {
    record.raw(raw_name::international_registration, related.text_at("InternationalRegistrationNumber"));
  });
  read_kind(trademark.text_at("KindMark"), mark);
  read_words(trademark, record);
  read_image(trademark.at("MarkImageDetails/MarkImage"), record);
  const bool gave_classes = read_goods(trademark.child("GoodsServicesDetails"), record);
  trademark.child("PriorityDetails").each("Priority", [&](XmlElement priority) {
    record.priority(first_text(priority, {"PriorityDate", "PriorityExt/ForeignApplicationFilingDate"}),
                    priority.text_at("PriorityCountryCode"), priority.text_at("PriorityNumber"));
  });
  const XmlElement publication = trademark.at("PublicationDetails/Publication");
  record.date("published", publication.text_at("PublicationDate"), mark.dates.published);
  mark.publication_issue = publication.text_at("PublicationIdentifier");
  if (const XmlElement owners = trademark.child("ApplicantDetails")) read_owners(owners, record);
  read_agent(trademark, mark);
  record.finish(gave_classes);
}

}  // namespace marque
