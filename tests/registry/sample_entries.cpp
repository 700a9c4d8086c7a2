#include "registry/sample_entries.hpp"

#include <array>

namespace marque::test {

Trademark plain_trademark(const std::string& number, const std::string& words) {
  Trademark trademark{.number = *NationalNumber::parse(number)};
  trademark.mark.text = words;
  trademark.scope = {ClassScope{*NiceClass::make(25), {GoodsItem{"服装", *SimilarGroup::parse("2501"), "250045"}}, {}}};
  trademark.owners = {Party{.name = "海门甲公司"}};
  trademark.dates.registered = *Date::parse("2016-03-01");
  trademark.dates.expires = *Date::parse("2026-02-28");
  trademark.status = Status::registered;
  return trademark;
}

GeographicalIndication plain_indication(const std::string& number, const std::string& name) {
  GeographicalIndication indication;
  indication.number = number;
  indication.name = name;
  indication.registrations = {GiRegistration{.number = number}};
  indication.area.codes = {*AreaCode::parse("320614")};
  return indication;
}

std::string EntryMaker::text() {
  static constexpr std::array words{"", "海门", "叠石桥", "Acme", "acme Home", "山羊肉", "line\nbreak", "a\0b", "é"};
  return words[below(words.size())];
}

Date EntryMaker::date() { return Date::from_days(static_cast<std::int32_t>(below(30000))); }

Status EntryMaker::status() { return all_statuses()[below(all_statuses().size())]; }

Party EntryMaker::party() {
  return {text(), text(), maybe<Uscc>([] { return *Uscc::parse("91350100M000100Y43"); }),
          "CN",   text(), maybe<AreaCode>([] { return *AreaCode::parse("320614"); })};
}

ClassScope EntryMaker::scope(int nice_class) {
  const auto item = [&] {
    const std::string group =
        (nice_class < 10 ? "0" : "") + std::to_string(nice_class) + "0" + std::to_string(1 + below(3));
    return GoodsItem{text(), maybe<SimilarGroup>([&] { return *SimilarGroup::parse(group); }), text(),
                     sometimes() ? maybe<Status>([&] { return status(); }) : std::nullopt};
  };
  return {*NiceClass::make(nice_class), some(item), maybe<Status>([&] { return status(); })};
}

std::vector<ClassScope> EntryMaker::scopes() {
  std::vector<ClassScope> all;
  for (int nice_class = 1 + static_cast<int>(below(9)); nice_class <= 45; nice_class += 1 + static_cast<int>(below(30)))
    all.push_back(scope(nice_class));
  return all;
}

Mark EntryMaker::mark() {
  return {text(),
          some([&] { return static_cast<SignType>(below(8)); }),
          maybe<ImageReference>([&] {
            return ImageReference{text(), text()};
          }),
          some([&] {
            return ViennaCode{static_cast<std::uint8_t>(1 + below(29)), 4, 11};
          }),
          text(),
          text(),
          text(),
          text(),
          text()};
}

Event EntryMaker::event() {
  return {all_event_kinds()[below(all_event_kinds().size())],
          date(),
          text(),
          maybe<Party>([&] { return party(); }),
          maybe<Date>([&] { return date(); }),
          maybe<Yuan>([&] { return Yuan::from_fen(static_cast<std::int64_t>(below(1'000'000'000)) - 500'000'000); }),
          some([&] { return *NiceClass::make(1 + static_cast<int>(below(45))); }),
          text(),
          sometimes() ? std::vector<std::string>{} : some([&] { return text(); }),
          sometimes() ? std::vector<std::string>{} : std::vector<std::string>{"CN", "JP"}};
}

Provenance EntryMaker::provenance() {
  return {text(), maybe<std::uint64_t>([&] { return below(1000); }), text(), sometimes(),
          some([&] { return std::pair(text(), text()); })};
}

Trademark EntryMaker::trademark(std::uint32_t number) {
  return {
      *NationalNumber::parse(std::to_string(number)),
      static_cast<MarkKind>(below(3)),
      mark(),
      scopes(),
      maybe<NiceEdition>([] {
        return NiceEdition{13, 2026};
      }),
      some([&] { return party(); }),
      maybe<Party>([&] { return party(); }),
      some([&] {
        return Priority{date(), "JP", text()};
      }),
      {maybe<Date>([&] { return date(); }), maybe<Date>([&] { return date(); }), maybe<Date>([&] { return date(); }),
       maybe<Date>([&] { return date(); }), maybe<Date>([&] { return date(); }), maybe<Date>([&] { return date(); }),
       maybe<Date>([&] { return date(); })},
      text(),
      text(),
      status(),
      some([&] { return event(); }),
      maybe<NationalNumber>([] { return *NationalNumber::parse("12345678A"); }),
      provenance(),
      sometimes() ? maybe<InternationalNumber>([] { return *InternationalNumber::parse("1234567"); }) : std::nullopt};
}

InternationalRegistration EntryMaker::international(std::uint32_t number) {
  const std::string digits = std::to_string(number);
  return {*InternationalNumber::parse(digits),
          maybe<ChinaDesignationNumber>([&] { return *ChinaDesignationNumber::parse("G" + digits); }),
          maybe<BasicMark>([&] {
            return BasicMark{"FR", text(), sometimes() ? maybe<Date>([&] { return date(); }) : std::nullopt, sometimes()};
          }),
          mark(),
          static_cast<MarkKind>(below(3)),
          scopes(),
          maybe<NiceEdition>([] {
            return NiceEdition{12, 2023};
          }),
          some([&] { return party(); }),
          maybe<Party>([&] { return party(); }),
          some([&] {
            return Priority{date(), "FR", text()};
          }),
          maybe<Date>([&] { return date(); }),
          maybe<Date>([&] { return date(); }),
          status(),
          some([&] {
            return Designation{"CN",
                               maybe<Date>([&] { return date(); }),
                               maybe<Date>([&] { return date(); }),
                               static_cast<DesignationStatus>(below(sometimes() ? 14 : 19)),
                               scopes(),
                               sometimes()};
          }),
          some([&] { return event(); }),
          provenance()};
}

GeographicalIndication EntryMaker::indication(std::uint32_t number) {
  return {
      "local:" + std::to_string(number),
      text(),
      some([&] {
        return GiName{text(), "translation"};
      }),
      some([&] {
        return GiRegistration{static_cast<GiSystem>(below(4)),     text(),   text(),
                              maybe<Date>([&] { return date(); }), status(), text()};
      }),
      text(),
      scopes(),
      {text(), some([&] { return AreaCode::from_digits(320600 + static_cast<std::uint32_t>(below(20))); }),
       maybe<Date>([&] { return date(); })},
      text(),
      text(),
      text(),
      some([&] { return party(); }),
      some([&] {
        return LawfulUser{party(), text(), maybe<Date>([&] { return date(); }), maybe<Date>([&] { return date(); })};
      }),
      some([&] {
        return GiYear{2020, text(), text(), maybe<Yuan>([&] { return Yuan::from_fen(12345); })};
      }),
      some([&] { return text(); }),
      status(),
      some([&] { return event(); }),
      provenance()};
}

Entry EntryMaker::entry(std::uint32_t number) {
  switch (number % 3) {
    case 0:
      return trademark(number);
    case 1:
      return international(number);
    default:
      return indication(number);
  }
}

}  // namespace marque::test
