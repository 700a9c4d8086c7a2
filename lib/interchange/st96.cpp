#include "marque/interchange/st96.hpp"

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "interchange/st96_extension.hpp"
#include "interchange/xml_escape.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"

namespace marque {
namespace {

/// Writes elements; what has no content is left out.
class ElementWriter {
 public:
  void open(std::string_view name) { xml_.append("<").append(name).append(">"); }
  void close(std::string_view name) { xml_.append("</").append(name).append(">"); }
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    open(name);
    xml_ += xml_escaped(value);
    close(name);
  }
  void date(std::string_view name, const std::optional<Date>& value) {
    if (value) text(name, value->to_string());
  }
  /// An element around what `content` writes; nothing where that is nothing.
  template <class Content>
  void around(std::string_view name, Content&& content) {
    const std::size_t begin = xml_.size();
    open(name);
    const std::size_t inside = xml_.size();
    content();
    if (xml_.size() == inside)
      xml_.resize(begin);
    else
      close(name);
  }
  void raw(std::string_view xml) { xml_ += xml; }
  std::string take() { return std::move(xml_); }

 private:
  std::string xml_;
};

void contact(ElementWriter& to, const Party& party) {
  to.around("com:Contact", [&] {
    to.around("com:Name", [&] { to.text("com:EntityName", party.name); });
    if (party.address.empty() && party.country.empty()) return;
    to.around("com:PostalAddressBag", [&] {
      to.around("com:PostalAddress", [&] {
        to.around("com:PostalStructuredAddress", [&] {
          to.text("com:AddressLineText", party.address);
          to.text("com:CountryCode", party.country);
        });
      });
    });
  });
}

void reproduction(ElementWriter& to, const Mark& mark) {
  to.around("tmk:MarkRepresentation", [&] {
    to.around("tmk:MarkReproduction", [&] {
      to.around("tmk:WordMarkSpecification", [&] {
        to.text("tmk:MarkVerbalElementText", mark.text);
        to.text("tmk:MarkTranslationText", mark.translation);
        to.text("tmk:MarkTransliteration", mark.transliteration);
      });
      to.around("tmk:MarkImageBag", [&] {
        to.around("tmk:MarkImage", [&] {
          if (mark.image) to.text("com:FileName", mark.image->path);
          to.text("tmk:MarkImageColourClaimedText", mark.colours);
          to.around("tmk:ViennaClassificationBag", [&] {
            for (const ViennaCode& code : mark.vienna)
              to.around("tmk:ViennaClassification", [&] {
                to.text("tmk:ViennaCategory", std::to_string(code.category));
                if (code.division) to.text("tmk:ViennaDivision", std::to_string(code.division));
                if (code.section) to.text("tmk:ViennaSection", std::to_string(code.section));
              });
          });
        });
      });
    });
    to.around("tmk:MarkDescriptionBag", [&] { to.text("tmk:MarkDescriptionText", mark.description); });
  });
  to.around("tmk:MarkDisclaimerBag", [&] { to.text("tmk:MarkDisclaimerText", mark.disclaimer); });
}

void goods_services(ElementWriter& to, const std::vector<ClassScope>& scope, const std::optional<NiceEdition>& edition) {
  to.around("tmk:GoodsServicesBag", [&] {
    for (const ClassScope& in_class : scope)
      to.around("tmk:GoodsServices", [&] {
        to.around("tmk:GoodsServicesClassificationBag", [&] {
          to.around("tmk:GoodsServicesClassification", [&] {
            to.text("tmk:ClassificationKindCode", "Nice");
            if (edition) to.text("tmk:ClassificationVersion", edition->to_string());
            to.text("tmk:ClassNumber", in_class.nice_class.to_string());
          });
        });
        to.around("tmk:ClassDescriptionBag", [&] {
          to.around("tmk:ClassDescription", [&] {
            to.text("tmk:ClassNumber", in_class.nice_class.to_string());
            for (const GoodsItem& item : in_class.goods) to.text("tmk:GoodsServicesDescriptionText", item.name);
            if (in_class.status)
              to.around("tmk:NationalStatusBag", [&] {
                to.around("tmk:NationalStatus", [&] { to.text("tmk:NationalStatusCode", name_of(*in_class.status)); });
              });
          });
        });
      });
  });
}

template <class Record>
void priorities(ElementWriter& to, const Record& mark) {
  to.around("tmk:PriorityBag", [&] {
    for (const Priority& priority : mark.priorities)
      to.around("tmk:Priority", [&] {
        to.text("com:PriorityCountryCode", priority.country);
        to.around("com:ApplicationNumber", [&] { to.text("com:ApplicationNumberText", priority.number); });
        to.text("com:PriorityApplicationFilingDate", priority.date.to_string());
      });
  });
}

void publications(ElementWriter& to, const Trademark& mark) {
  to.around("tmk:PublicationBag", [&] {
    to.around("tmk:Publication", [&] {
      to.text("com:PublicationIdentifier", mark.publication_issue);
      to.date("com:PublicationDate", mark.dates.published);
    });
    to.around("tmk:Publication", [&] {
      if (mark.registration_issue.empty()) return;
      to.text("com:PublicationIdentifier", mark.registration_issue);
      to.text("com:PublicationSection", "registration");
    });
  });
}

void parties(ElementWriter& to, const std::vector<Party>& owners, const std::optional<Party>& agent) {
  to.around("tmk:ApplicantBag", [&] {
    for (const Party& owner : owners) to.around("tmk:Applicant", [&] { contact(to, owner); });
  });
  if (agent)
    to.around("tmk:RepresentativeBag", [&] { to.around("tmk:Representative", [&] { contact(to, *agent); }); });
}

void numbers(ElementWriter& to, const Trademark& mark) {
  const std::string number = mark.number.is_chinese() ? mark.number.to_string() : std::string(mark.number.office_number());
  to.text("com:RegistrationOfficeCode", mark.number.office());
  to.around("com:ApplicationNumber", [&] {
    to.text("com:IPOfficeCode", mark.number.office());
    to.text("com:ApplicationNumberText", number);
  });
  to.date("tmk:ApplicationDate", mark.dates.filed);
  to.date("com:RegistrationDate", mark.dates.registered);
  to.date("com:ExpiryDate", mark.dates.expires);
  to.date("tmk:TerminationDate", mark.dates.ended);
}

void numbers(ElementWriter& to, const InternationalRegistration& mark) {
  to.text("com:RegistrationOfficeCode", "WO");
  to.text("com:RegistrationNumber", mark.number.to_string());
  to.date("com:RegistrationDate", mark.registered);
  to.date("com:ExpiryDate", mark.expires);
}

std::string_view category_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::collective: return "Collective mark";
    case MarkKind::certification: return "Certification mark";
    case MarkKind::ordinary: break;
  }
  return "Trademark";
}

template <class Record>
void standard(ElementWriter& to, const Record& mark, const std::vector<Party>& owners) {
  numbers(to, mark);
  to.text("tmk:MarkCurrentStatusCode", name_of(mark.status));
  to.text("tmk:MarkCategory", category_of(mark.kind));
  reproduction(to, mark.mark);
  goods_services(to, mark.scope, mark.nice_edition);
  priorities(to, mark);
  if constexpr (std::is_same_v<Record, Trademark>) publications(to, mark);
  parties(to, owners, mark.agent);
}

/// What the trademark elements can say of an indication.
void standard(ElementWriter& to, const GeographicalIndication& indication) {
  to.text("com:RegistrationOfficeCode", "CN");
  to.text("com:RegistrationNumber", indication.number);
  to.date("com:RegistrationDate", priority_date_of(indication));
  to.text("tmk:MarkCurrentStatusCode", name_of(indication.status));
  Mark name;
  name.text = indication.name;
  reproduction(to, name);
  goods_services(to, indication.scope, std::nullopt);
  parties(to, indication.holders, std::nullopt);
}

std::string standard_elements(const Entry& entry) {
  ElementWriter to;
  if (const auto* mark = std::get_if<Trademark>(&entry)) standard(to, *mark, mark->owners);
  if (const auto* mark = std::get_if<InternationalRegistration>(&entry)) standard(to, *mark, mark->holders);
  if (const auto* indication = std::get_if<GeographicalIndication>(&entry)) standard(to, *indication);
  return to.take();
}

std::string element(std::string_view content) { return "<tmk:Trademark>" + std::string(content) + "</tmk:Trademark>"; }

/// The record as a reader of the standard's elements alone would have it.
Result<Entry> read_back(const std::string& elements) {
  auto reader = read_records(std::string(st96_header()) + element(elements) + std::string(st96_footer()), "record", RecordFormat::st96);
  if (!reader) return reader.error();
  Result<std::optional<ReadRecord>> record = (*reader)->next();
  if (!record) return record.error();
  if (!*record) return Error{ErrorCode::internal, "the record was not read back"};
  return (**record).entry;
}

}  // namespace

std::string_view st96_header() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<tmk:TrademarkTransaction xmlns:tmk=\"http://www.wipo.int/standards/XMLSchema/ST96/Trademark\""
         " xmlns:com=\"http://www.wipo.int/standards/XMLSchema/ST96/Common\" xmlns:mq=\"urn:marque:record:1\">\n"
         "<tmk:TrademarkTransactionBody><tmk:TransactionContentBag><tmk:TransactionData><tmk:TrademarkBag>\n";
}

std::string_view st96_footer() {
  return "</tmk:TrademarkBag></tmk:TransactionData></tmk:TransactionContentBag></tmk:TrademarkTransactionBody>\n"
         "</tmk:TrademarkTransaction>\n";
}

Result<std::string> to_st96(const Entry& entry) {
  // In JSON controls are escaped, so only what XML has no characters for is left.
  if (!fits_in_xml(to_json(entry)))
    return Error{ErrorCode::invalid_text, "the record " + number_of(entry) + " holds a character that XML cannot"};
  const std::string elements = standard_elements(entry);
  if (kind_of(entry) == EntryKind::gi) return element(elements + st96_extension(entry)) + '\n';
  const Result<Entry> back = read_back(elements);
  if (!back) return back.error();
  return element(elements + st96_extension(entry, *back)) + '\n';
}

}  // namespace marque
