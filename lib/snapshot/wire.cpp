#include "snapshot/wire.hpp"

#include <array>
#include <type_traits>
#include <utility>

#include "snapshot/portable_archive.hpp"

namespace marque::wire {

namespace {

// The numbers of the enumerators are part of the format. An enumerator may be added at the end, never between.
static_assert(static_cast<int>(Status::registered) == 12 && static_cast<int>(Status::withdrawn) == 18 &&
              static_cast<int>(Status::same_day) == 19);
static_assert(static_cast<int>(EventKind::registration) == 12 && static_cast<int>(EventKind::note) == 32 &&
              static_cast<int>(EventKind::division) == 33 && static_cast<int>(EventKind::merger) == 46 &&
              static_cast<int>(EventKind::first_use) == 47 && static_cast<int>(EventKind::service_by_notice) == 54);
static_assert(static_cast<int>(SignType::sound) == 6 && static_cast<int>(SignType::dynamic) == 7);
static_assert(static_cast<int>(MarkKind::collective) == 1 && static_cast<int>(MarkKind::certification) == 2);
static_assert(static_cast<int>(GiSystem::agricultural) == 2 && static_cast<int>(GiSystem::foreign) == 3);
static_assert(static_cast<int>(DesignationStatus::granted) == 6 &&
              static_cast<int>(DesignationStatus::not_renewed) == 13 &&
              static_cast<int>(DesignationStatus::limitation_without_effect) == 18);

constexpr Status last_status = Status::same_day;
constexpr EventKind last_event = EventKind::service_by_notice;
constexpr DesignationStatus last_designation_status = DesignationStatus::limitation_without_effect;
constexpr MarkKind last_mark_kind = MarkKind::certification;

template <class Enum>
std::uint8_t number(Enum value) noexcept {
  return static_cast<std::uint8_t>(value);
}

template <class Enum>
Enum enumerator(std::uint8_t number, Enum last) {
  if (number > static_cast<std::uint8_t>(last)) throw DamagedRecord("there is no enumerator " + std::to_string(number));
  return static_cast<Enum>(number);
}

// Both hand the elements on as they get the whole: to be looked at, or to be moved from.
template <class Range, class Function>
auto each(Range&& values, Function function) {
  const auto handed_on = [&](auto& value) -> decltype(auto) {
    if constexpr (std::is_lvalue_reference_v<Range>)
      return function(value);
    else
      return function(std::move(value));
  };
  std::vector<std::decay_t<decltype(handed_on(*values.begin()))>> made;
  made.reserve(values.size());
  for (auto& value : values) made.push_back(handed_on(value));
  return made;
}

template <class Optional, class Function>
auto maybe(Optional&& value, Function function) {
  using Made = std::decay_t<decltype(function(*std::forward<Optional>(value)))>;
  return value ? std::optional<Made>(function(*std::forward<Optional>(value))) : std::nullopt;
}

/// A value whose text form is stored. It must read back to just that text.
template <class T>
T parsed(const std::string& text) {
  Result<T> value = T::parse(text);
  if (!value) throw DamagedRecord(value.error().message);
  if (value->to_string() != text) throw DamagedRecord("\"" + text + "\" is not in its stored form");
  return *std::move(value);
}

template <class T>
std::optional<T> parsed_if_any(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<T>(parsed<T>(text));
}

template <class T>
std::string text_if_any(const std::optional<T>& value) {
  return value ? value->to_string() : std::string();
}

Day day_of(Date date) { return date.days(); }

Date date_of(Day day) {
  constexpr Day first = -354285, last = 2932896;  // 1000-01-01 and 9999-12-31
  if (day < first || day > last) throw DamagedRecord("day " + std::to_string(day) + " is outside the calendar");
  return Date::from_days(day);
}

std::uint8_t class_number(NiceClass nice_class) { return static_cast<std::uint8_t>(nice_class.number()); }

NiceClass class_of(std::uint8_t number) {
  const Result<NiceClass> made = NiceClass::make(number);
  if (!made) throw DamagedRecord(made.error().message);
  return *made;
}

SimilarGroup group_of(std::uint16_t number) {
  std::array<char, 4> digits;
  for (auto place = digits.rbegin(); place != digits.rend(); ++place, number /= 10)
    *place = static_cast<char>('0' + number % 10);
  const auto made = SimilarGroup::parse({digits.data(), digits.size()});
  if (!made || number != 0) throw DamagedRecord("there is no such similar group");
  return *made;
}

std::uint32_t area_digits(AreaCode area) { return area.digits(); }

AreaCode area_of(std::uint32_t digits) {
  if (digits < 100000 || digits > 999999)
    throw DamagedRecord("area code " + std::to_string(digits) + " has not six digits");
  return AreaCode::from_digits(digits);
}

std::int64_t fen_of(Yuan sum) { return sum.fen(); }

Yuan yuan_of(std::int64_t fen) {
  constexpr std::int64_t bound = 9'000'000'000'000'000;
  if (fen <= -bound || fen >= bound) throw DamagedRecord("a sum of " + std::to_string(fen) + " fen is out of range");
  return Yuan::from_fen(fen);
}

Party to_wire(const marque::Party& party) {
  return {party.name,    party.foreign_name, text_if_any(party.uscc),
          party.country, party.address,      maybe(party.area, area_digits)};
}

marque::Party from_wire(Party&& party) {
  return {std::move(party.name),    std::move(party.foreign_name), parsed_if_any<Uscc>(party.uscc),
          std::move(party.country), std::move(party.address),      maybe(party.area, area_of)};
}

GoodsItem to_wire(const marque::GoodsItem& item) {
  return {item.name, static_cast<std::uint16_t>(item.group ? item.group->number() : 0), item.item_code,
          maybe(item.status, number<Status>)};
}

marque::GoodsItem from_wire(GoodsItem&& item) {
  return {std::move(item.name), item.group == 0 ? std::nullopt : std::optional(group_of(item.group)),
          std::move(item.item_code),
          maybe(item.status, [](std::uint8_t status) { return enumerator(status, last_status); })};
}

ClassScope to_wire(const marque::ClassScope& scope) {
  return {class_number(scope.nice_class), each(scope.goods, [](const auto& item) { return to_wire(item); }),
          maybe(scope.status, number<Status>)};
}

marque::ClassScope from_wire(ClassScope&& scope) {
  return {class_of(scope.nice_class),
          each(std::move(scope.goods), [](GoodsItem&& item) { return from_wire(std::move(item)); }),
          maybe(scope.status, [](std::uint8_t status) { return enumerator(status, last_status); })};
}

Event to_wire(const marque::Event& event) {
  return {number(event.kind),
          day_of(event.date),
          event.instrument,
          maybe(event.party, [](const auto& party) { return to_wire(party); }),
          maybe(event.until, day_of),
          maybe(event.amount, fen_of),
          each(event.classes, class_number),
          event.note,
          event.goods,
          event.designated,
          maybe(event.received, day_of)};
}

marque::Event from_wire(Event&& event) {
  return {enumerator(event.kind, last_event),
          date_of(event.date),
          std::move(event.instrument),
          maybe(std::move(event.party), [](Party&& party) { return from_wire(std::move(party)); }),
          maybe(event.until, date_of),
          maybe(event.amount, yuan_of),
          each(std::move(event.classes), class_of),
          std::move(event.note),
          std::move(event.goods),
          std::move(event.designated),
          maybe(event.received, date_of)};
}

Provenance to_wire(const marque::Provenance& provenance) {
  return {provenance.source, provenance.row, provenance.note, provenance.generated,
          each(provenance.raw, [](const auto& raw) {
            return RawField{raw.first, raw.second};
          })};
}

marque::Provenance from_wire(Provenance&& provenance) {
  return {std::move(provenance.source), provenance.row, std::move(provenance.note), provenance.generated,
          each(std::move(provenance.raw),
               [](RawField&& raw) { return std::pair(std::move(raw.name), std::move(raw.value)); })};
}

Mark to_wire(const marque::Mark& mark) {
  return {mark.text,
          each(mark.signs, number<SignType>),
          maybe(mark.image,
                [](const auto& image) {
                  return ImageReference{image.path, image.digest};
                }),
          each(mark.vienna,
               [](const auto& code) {
                 return ViennaCode{code.category, code.division, code.section};
               }),
          mark.translation,
          mark.transliteration,
          mark.colours,
          mark.disclaimer,
          mark.description};
}

marque::Mark from_wire(Mark&& mark) {
  return {std::move(mark.text),
          each(mark.signs, [](std::uint8_t sign) { return enumerator(sign, SignType::dynamic); }),
          maybe(std::move(mark.image),
                [](ImageReference&& image) {
                  return marque::ImageReference{std::move(image.path), std::move(image.digest)};
                }),
          each(mark.vienna,
               [](const auto& code) {
                 return marque::ViennaCode{code.category, code.division, code.section};
               }),
          std::move(mark.translation),
          std::move(mark.transliteration),
          std::move(mark.colours),
          std::move(mark.disclaimer),
          std::move(mark.description)};
}

NiceEdition to_wire(const marque::NiceEdition& edition) { return {edition.edition, edition.year}; }
marque::NiceEdition from_wire(const NiceEdition& edition) { return {edition.edition, edition.year}; }

Priority to_wire(const marque::Priority& priority) {
  return {day_of(priority.date), priority.country, priority.number};
}
marque::Priority from_wire(Priority&& priority) {
  return {date_of(priority.date), std::move(priority.country), std::move(priority.number)};
}

TrademarkDates to_wire(const marque::TrademarkDates& dates) {
  return {maybe(dates.filed, day_of),      maybe(dates.accepted, day_of), maybe(dates.published, day_of),
          maybe(dates.registered, day_of), maybe(dates.expires, day_of),  maybe(dates.ended, day_of),
          maybe(dates.final_on, day_of)};
}

marque::TrademarkDates from_wire(const TrademarkDates& dates) {
  return {maybe(dates.filed, date_of),      maybe(dates.accepted, date_of), maybe(dates.published, date_of),
          maybe(dates.registered, date_of), maybe(dates.expires, date_of),  maybe(dates.ended, date_of),
          maybe(dates.final_on, date_of)};
}

BasicMark to_wire(const marque::BasicMark& basic) {
  return {basic.office, basic.number, maybe(basic.date, day_of), basic.is_application};
}
marque::BasicMark from_wire(BasicMark&& basic) {
  return {std::move(basic.office), std::move(basic.number), maybe(basic.date, date_of), basic.is_application};
}

Designation to_wire(const marque::Designation& designation) {
  return {designation.party,
          maybe(designation.designated, day_of),
          maybe(designation.notified, day_of),
          number(designation.status),
          each(designation.scope, [](const auto& scope) { return to_wire(scope); }),
          designation.by_article_9sexies};
}

marque::Designation from_wire(Designation&& designation) {
  return {std::move(designation.party),
          maybe(designation.designated, date_of),
          maybe(designation.notified, date_of),
          enumerator(designation.status, last_designation_status),
          each(std::move(designation.scope), [](ClassScope&& scope) { return from_wire(std::move(scope)); }),
          designation.by_article_9sexies};
}

GiRegistration to_wire(const marque::GiRegistration& registration) {
  return {number(registration.system),      registration.number,         registration.authority,
          maybe(registration.date, day_of), number(registration.status), registration.supersedes};
}

marque::GiRegistration from_wire(GiRegistration&& registration) {
  return {enumerator(registration.system, GiSystem::foreign),
          std::move(registration.number),
          std::move(registration.authority),
          maybe(registration.date, date_of),
          enumerator(registration.status, last_status),
          std::move(registration.supersedes)};
}

GiName to_wire(const marque::GiName& name) { return {name.text, name.kind}; }
marque::GiName from_wire(GiName&& name) { return {std::move(name.text), std::move(name.kind)}; }

GiArea to_wire(const marque::GiArea& area) {
  return {area.text, each(area.codes, area_digits), maybe(area.as_of, day_of)};
}
marque::GiArea from_wire(GiArea&& area) {
  return {std::move(area.text), each(area.codes, area_of), maybe(area.as_of, date_of)};
}

LawfulUser to_wire(const marque::LawfulUser& user) {
  return {to_wire(user.party), user.approval, maybe(user.since, day_of), maybe(user.until, day_of)};
}

marque::LawfulUser from_wire(LawfulUser&& user) {
  return {from_wire(std::move(user.party)), std::move(user.approval), maybe(user.since, date_of),
          maybe(user.until, date_of)};
}

GiYear to_wire(const marque::GiYear& year) { return {year.year, year.user, year.output, maybe(year.sales, fen_of)}; }
marque::GiYear from_wire(GiYear&& year) {
  return {year.year, std::move(year.user), std::move(year.output), maybe(year.sales, yuan_of)};
}

// All of them as one function object each way, for each() and maybe().
constexpr auto outward = [](const auto& value) { return to_wire(value); };
constexpr auto inward = []<class Wire>(Wire&& value) { return from_wire(std::forward<Wire>(value)); };

}  // namespace

Trademark to_wire(const marque::Trademark& trademark) {
  return {trademark.number.to_string(),
          number(trademark.kind),
          to_wire(trademark.mark),
          each(trademark.scope, outward),
          maybe(trademark.nice_edition, outward),
          each(trademark.owners, outward),
          maybe(trademark.agent, outward),
          each(trademark.priorities, outward),
          to_wire(trademark.dates),
          trademark.publication_issue,
          trademark.registration_issue,
          number(trademark.status),
          each(trademark.events, outward),
          text_if_any(trademark.divided_from),
          to_wire(trademark.provenance),
          text_if_any(trademark.transformed_from)};
}

marque::Trademark from_wire(Trademark&& trademark) {
  return {parsed<NationalNumber>(trademark.number),
          enumerator(trademark.kind, last_mark_kind),
          from_wire(std::move(trademark.mark)),
          each(std::move(trademark.scope), inward),
          maybe(trademark.nice_edition, inward),
          each(std::move(trademark.owners), inward),
          maybe(std::move(trademark.agent), inward),
          each(std::move(trademark.priorities), inward),
          from_wire(trademark.dates),
          std::move(trademark.publication_issue),
          std::move(trademark.registration_issue),
          enumerator(trademark.status, last_status),
          each(std::move(trademark.events), inward),
          parsed_if_any<NationalNumber>(trademark.divided_from),
          from_wire(std::move(trademark.provenance)),
          parsed_if_any<InternationalNumber>(trademark.transformed_from)};
}

InternationalRegistration to_wire(const marque::InternationalRegistration& registration) {
  return {registration.number.to_string(),
          text_if_any(registration.china_number),
          maybe(registration.basic_mark, outward),
          to_wire(registration.mark),
          number(registration.kind),
          each(registration.scope, outward),
          maybe(registration.nice_edition, outward),
          each(registration.holders, outward),
          maybe(registration.agent, outward),
          each(registration.priorities, outward),
          maybe(registration.registered, day_of),
          maybe(registration.expires, day_of),
          number(registration.status),
          each(registration.designations, outward),
          each(registration.events, outward),
          to_wire(registration.provenance)};
}

marque::InternationalRegistration from_wire(InternationalRegistration&& registration) {
  return {parsed<InternationalNumber>(registration.number),
          parsed_if_any<ChinaDesignationNumber>(registration.china_number),
          maybe(std::move(registration.basic_mark), inward),
          from_wire(std::move(registration.mark)),
          enumerator(registration.kind, last_mark_kind),
          each(std::move(registration.scope), inward),
          maybe(registration.nice_edition, inward),
          each(std::move(registration.holders), inward),
          maybe(std::move(registration.agent), inward),
          each(std::move(registration.priorities), inward),
          maybe(registration.registered, date_of),
          maybe(registration.expires, date_of),
          enumerator(registration.status, last_status),
          each(std::move(registration.designations), inward),
          each(std::move(registration.events), inward),
          from_wire(std::move(registration.provenance))};
}

GeographicalIndication to_wire(const marque::GeographicalIndication& indication) {
  return {indication.number,
          indication.name,
          each(indication.other_names, outward),
          each(indication.registrations, outward),
          indication.product,
          each(indication.scope, outward),
          to_wire(indication.area),
          indication.quality,
          indication.standard,
          indication.test_body,
          each(indication.holders, outward),
          each(indication.users, outward),
          each(indication.years, outward),
          indication.related,
          number(indication.status),
          each(indication.events, outward),
          to_wire(indication.provenance)};
}

marque::GeographicalIndication from_wire(GeographicalIndication&& indication) {
  return {std::move(indication.number),
          std::move(indication.name),
          each(std::move(indication.other_names), inward),
          each(std::move(indication.registrations), inward),
          std::move(indication.product),
          each(std::move(indication.scope), inward),
          from_wire(std::move(indication.area)),
          std::move(indication.quality),
          std::move(indication.standard),
          std::move(indication.test_body),
          each(std::move(indication.holders), inward),
          each(std::move(indication.users), inward),
          each(std::move(indication.years), inward),
          std::move(indication.related),
          enumerator(indication.status, last_status),
          each(std::move(indication.events), inward),
          from_wire(std::move(indication.provenance))};
}

}  // namespace marque::wire
