#include "interchange/office_record.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_uspto_status)

namespace marque {
namespace {

const std::unordered_map<std::string_view, Status>& uspto_statuses() {
  static const auto table = [] {
    std::unordered_map<std::string_view, Status> known;
    for_each_row(embedded(marque_uspto_status, marque_uspto_status_end),
                 [&](const auto& fields) { known.emplace(fields[0], parse_status(fields[1]).value_or(Status::unknown)); });
    return known;
  }();
  return table;
}

/// Whether the text is just the day, so that nothing of its spelling is lost.
bool is_plain_day(std::string_view text) {
  return (text.size() == 8 || text.size() == 10) && text.find_first_not_of("0123456789-") == std::string_view::npos;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace

bool says_no_date(std::string_view text) { return text.find_first_not_of("0-/.: ") == std::string_view::npos; }

void OfficeRecord::number(std::string_view office, std::string_view text) {
  if (text.empty()) return spoil(Error{ErrorCode::missing_field, "it is missing"}.in_field("number"));
  const Result<NationalNumber> number = NationalNumber::of_office(office, text);
  if (!number) return spoil(number.error().in_field("number"));
  mark_.number = *number;
}

void OfficeRecord::raw(std::string_view name, std::string_view value) {
  if (!value.empty()) mark_.provenance.raw.emplace_back(name, value);
}

void OfficeRecord::keep(std::string_view field, std::string_view text, Error why) {
  raw(field, text);
  why.where.field = field;
  to_.warnings.push_back(std::move(why));
}

void OfficeRecord::spoil(Error error) {
  if (!fault_) fault_ = std::move(error);
}

void OfficeRecord::date(std::string_view field, std::string_view text, std::optional<Date>& to) {
  if (says_no_date(text)) return;
  const Result<Date> day = Date::parse(text);
  if (!day) return keep(field, text, day.error());
  to = *day;
  if (!is_plain_day(text)) raw(field, text);
}

void OfficeRecord::vital_date(std::string_view field, std::string_view text, std::optional<Date>& to) {
  if (says_no_date(text)) return;
  if (const Result<Date> day = Date::parse(text); !day) return spoil(day.error().in_field(std::string(field)));
  date(field, text, to);
}

void OfficeRecord::registration(std::string_view office, const XmlElement& trademark) {
  if (office != "CN") raw(raw_name::registration_number, trademark.text_at("RegistrationNumber"));
  vital_date("filed", trademark.text_at("ApplicationDate"), mark_.dates.filed);
  vital_date("registered", trademark.text_at("RegistrationDate"), mark_.dates.registered);
  date("expires", trademark.text_at("ExpiryDate"), mark_.dates.expires);
  date("ended", trademark.text_at("TerminationDate"), mark_.dates.ended);
}

void OfficeRecord::status(std::string_view office, std::string_view code, std::string_view wording) {
  raw(raw_name::status_text, wording);
  // marque's own names of states say nothing more than the state.
  const Result<Status> own = parse_status(code);
  if (!own || name_of(*own) != code) raw(raw_name::status_code, code);
  if (code.empty() && wording.empty()) return;
  if (office == "US") {
    if (const auto known = uspto_statuses().find(code); known != uspto_statuses().end()) {
      mark_.status = known->second;
      return;
    }
  }
  for (const std::string_view text : {code, wording})
    if (const Result<Status> status = parse_status(text); !text.empty() && status) {
      mark_.status = *status;
      return;
    }
  Error why{ErrorCode::invalid_argument, "no known status: \"" + std::string((code.empty() ? wording : code).substr(0, 80)) + '"'};
  to_.warnings.push_back(why.in_field("status"));
}

ClassScope& OfficeRecord::scope_of(NiceClass nice_class) {
  auto& scope = mark_.scope;
  const auto place = std::find_if(scope.begin(), scope.end(), [&](const auto& s) { return s.nice_class >= nice_class; });
  if (place != scope.end() && place->nice_class == nice_class) return *place;
  return *scope.insert(place, ClassScope{nice_class, {}, {}});
}

void OfficeRecord::nice_class(std::string_view text) {
  const Result<NiceClass> parsed = NiceClass::parse(text);
  if (!parsed) return keep("classes", text, parsed.error());
  scope_of(*parsed);
}

void OfficeRecord::goods(std::string_view class_text, std::string_view text) {
  if (text.empty()) return;
  if (mark_.number.office() != "US") return void(waiting_.emplace_back(class_text, text));
  std::string kept = without_amendment_marks(text);
  if (kept != text) raw("goods", text);
  if (!kept.empty()) waiting_.emplace_back(class_text, std::move(kept));
}

void OfficeRecord::goods_class_status(std::string_view class_text, Status status) {
  if (const Result<NiceClass> parsed = NiceClass::parse(class_text)) scope_of(*parsed).status = status;
}

void OfficeRecord::vienna(std::string_view code) {
  const Result<ViennaCode> parsed = ViennaCode::parse(code);
  if (!parsed) return keep("vienna", code, parsed.error());
  auto& codes = mark_.mark.vienna;
  if (std::find(codes.begin(), codes.end(), *parsed) == codes.end()) codes.push_back(*parsed);
}

void OfficeRecord::sign(SignType type) {
  auto& signs = mark_.mark.signs;
  if (std::find(signs.begin(), signs.end(), type) == signs.end()) signs.push_back(type);
}

void OfficeRecord::priority(std::string_view date, std::string_view country, std::string_view number) {
  if (says_no_date(date)) return;
  const Result<Date> day = Date::parse(date);
  if (!day) return spoil(day.error().in_field("priorities"));
  if (!is_plain_day(date)) raw("priorities", date);
  mark_.priorities.push_back({*day, std::string(country), std::string(number)});
}

void OfficeRecord::owners(std::vector<OwnerStep> steps) {
  int current = 0;
  for (const OwnerStep& step : steps) current = std::max(current, step.party_type);
  for (OwnerStep& step : steps) {
    if (step.party_type == current)
      mark_.owners.push_back(std::move(step.party));
    else
      raw(raw_name::former_owner, std::to_string(step.party_type) + ' ' + step.party.name);
  }
}

void OfficeRecord::finish(bool gave_classes) {
  for (const auto& [class_text, text] : waiting_) {
    const Result<NiceClass> parsed = NiceClass::parse(class_text);
    const auto in_class = std::find_if(mark_.scope.begin(), mark_.scope.end(),
                                       [&](const auto& s) { return parsed && s.nice_class == *parsed; });
    if (in_class != mark_.scope.end())
      in_class->goods.push_back({text, {}, {}});
    else if (!parsed && mark_.scope.size() == 1)
      mark_.scope.front().goods.push_back({text, {}, {}});
    else
      raw("goods", class_text.empty() ? text : class_text + ": " + text);
  }
  if (mark_.scope.empty()) {
    Error none{gave_classes ? ErrorCode::invalid_class : ErrorCode::missing_field, "no class of the Nice Classification is given"};
    if (gave_classes)
      spoil(none.in_field("classes"));
    else
      to_.lacking = none.in_field("classes");
  }
  if (fault_)
    to_.entry = *fault_;
  else
    to_.entry = mark_.number.office() == "WO" ? as_international() : Result<Entry>(Entry{std::move(mark_)});
}

/// WO is the International Bureau: its numbers are those of the International Register.
Result<Entry> OfficeRecord::as_international() {
  const Result<InternationalNumber> number = InternationalNumber::parse(mark_.number.office_number());
  if (!number) return number.error().in_field("number");
  InternationalRegistration record{.number = *number};
  record.mark = std::move(mark_.mark);
  record.kind = mark_.kind;
  record.scope = std::move(mark_.scope);
  record.nice_edition = mark_.nice_edition;
  record.holders = std::move(mark_.owners);
  record.agent = std::move(mark_.agent);
  record.priorities = std::move(mark_.priorities);
  record.registered = mark_.dates.registered;
  record.expires = mark_.dates.expires;
  record.status = mark_.status;
  record.provenance = std::move(mark_.provenance);
  return Entry{std::move(record)};
}

std::string without_amendment_marks(std::string_view goods) {
  std::string kept;
  std::size_t deleted = 0;
  for (std::size_t at = 0; at < goods.size(); ++at) {
    const char c = goods[at];
    const bool doubled = goods.substr(at, 2) == "((" || goods.substr(at, 2) == "))";
    if (c == '[') ++deleted;
    if (c == ']' && deleted > 0) --deleted;
    if (doubled) ++at;
    if (deleted > 0 || doubled || c == '[' || c == ']' || c == '*') continue;
    if (c == ' ' && (kept.empty() || kept.back() == ' ')) continue;
    kept.push_back(c);
  }
  while (kept.ends_with(' ')) kept.pop_back();
  return kept;
}

int number_in(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string_view first_text(XmlElement from, std::initializer_list<std::string_view> paths) {
  for (const std::string_view path : paths)
    if (const std::string_view text = from.text_at(path); !text.empty()) return text;
  return {};
}

std::string address_line(const std::vector<std::string_view>& parts) {
  std::string line;
  for (const std::string_view part : parts)
    if (!part.empty()) line.append(line.empty() ? "" : ", ").append(part);
  return line;
}

void signs_of_drawing_code(OfficeRecord& record, std::string_view code) {
  if (code.empty()) return;
  switch (code.front()) {
    case '1': case '4': case '5':
      return record.sign(SignType::words);
    case '2':
      return record.sign(SignType::figure);
    case '3':
      record.sign(SignType::words);
      return record.sign(SignType::figure);
    case '6':
      return record.sign(SignType::sound);
    default:
      return;
  }
}

void signs_of_feature(OfficeRecord& record, std::string_view feature) {
  const std::string lower = lower_case(feature);
  constexpr std::array<std::pair<std::string_view, SignType>, 12> words = {{
      {"word", SignType::words},         {"combined", SignType::words},
      {"combined", SignType::figure},    {"figur", SignType::figure},
      {"device", SignType::figure},      {"3-d", SignType::three_dimensional},
      {"3d", SignType::three_dimensional}, {"three", SignType::three_dimensional},
      {"sound", SignType::sound},        {"colo", SignType::colour_combination},
      {"motion", SignType::dynamic},     {"standard character", SignType::words},
  }};
  for (const auto& [part, type] : words)
    if (lower.find(part) != std::string::npos) record.sign(type);
}

}  // namespace marque
