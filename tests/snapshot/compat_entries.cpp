#include "snapshot/compat_entries.hpp"

namespace marque::test {

namespace {

Date day(const char* text) { return *Date::parse(text); }

Party party(const std::string& name) {
  return {name, "Haimen Home Textiles", *Uscc::parse("91350100M000100Y43"),
          "CN", "海门区叠石桥1号",      *AreaCode::parse("320614")};
}

ClassScope scope(int number) {
  const std::string group = (number < 10 ? "0" : "") + std::to_string(number) + "01";
  return {*NiceClass::make(number),
          {GoodsItem{"床单", *SimilarGroup::parse(group), "240053"}, GoodsItem{"被", {}, ""}},
          Status::cancelled};
}

Event event() {
  return {EventKind::pledge, day("2021-05-06"),           "质权第12号",           party("南通银行"),
          day("2024-05-05"), Yuan::from_fen(150'000'050), {*NiceClass::make(24)}, "备注"};
}

Provenance provenance() { return {"sample.csv", 17, "for tests", true, {{"代理人电话", "—"}, {"备用", "x"}}}; }

Mark mark() {
  return {"海门叠石桥",
          {SignType::words, SignType::dynamic},
          ImageReference{"logos/1.png", std::string(64, 'a')},
          {ViennaCode{3, 4, 11}, ViennaCode{26, 1, 0}},
          "Haimen",
          "hai men",
          "红",
          "家纺",
          "圆形图"};
}

Trademark trademark() {
  return {*NationalNumber::parse("12345678A"),
          MarkKind::collective,
          mark(),
          {scope(9), scope(24)},
          NiceEdition{13, 2026},
          {party("海门家纺协会"), party("乙")},
          party("某代理所"),
          {Priority{day("2019-01-02"), "JP", "2019-1"}},
          {day("2019-02-03"), day("2019-03-04"), day("2019-10-06"), day("2020-01-07"), day("2030-01-06"),
           day("2031-01-01"), day("2031-02-01")},
          "1666",
          "1678",
          Status::registered,
          {event()},
          *NationalNumber::parse("12345678"),
          provenance()};
}

InternationalRegistration madrid() {
  return {
      *InternationalNumber::parse("1234567"),
      *ChinaDesignationNumber::parse("G1234567H"),
      BasicMark{"FR", "98765"},
      mark(),
      MarkKind::certification,
      {scope(24)},
      NiceEdition{12, 2023},
      {party("Maison")},
      party("Agent"),
      {Priority{day("2018-01-01"), "FR", "1"}},
      day("2018-06-01"),
      day("2028-06-01"),
      Status::registered,
      {Designation{"CN", day("2018-06-01"), day("2018-09-01"), DesignationStatus::granted_in_part, {scope(24)}, true}},
      {event()},
      provenance()};
}

GeographicalIndication indication() {
  return {
      "AGI01459",
      "海门山羊",
      {GiName{"Haimen Goat", "translation"}},
      {GiRegistration{GiSystem::agricultural, "AGI01459", "农业部", day("2014-07-28"), Status::registered, "AGI00001"}},
      "山羊",
      {scope(31)},
      {"海门市", {*AreaCode::parse("320684"), *AreaCode::parse("320614")}, day("2014-07-28")},
      "质量要求",
      "DB32/T 1",
      "检测所",
      {party("协会")},
      {LawfulUser{party("合作社"), "公告", day("2015-01-01"), day("2025-01-01")}},
      {GiYear{2020, "合作社", "1200 t", Yuan::from_fen(-5)}},
      {"AGI00002"},
      Status::registered,
      {event()},
      provenance()};
}

/// The entries of version 1 with what later versions added, every member with a value.
Event grown(Event event) {
  event.goods = {"床单", "被"};
  event.designated = {"CN", "JP"};
  event.received = event.date;
  return event;
}

Trademark grown(Trademark trademark) {
  trademark.status = Status::same_day;
  trademark.scope.front().goods.front().status = Status::refused;
  trademark.events.push_back(grown(event()));
  trademark.transformed_from = *InternationalNumber::parse("1234567A");
  return trademark;
}

InternationalRegistration grown(InternationalRegistration registration) {
  registration.basic_mark->date = day("2017-12-24");
  registration.basic_mark->is_application = true;
  registration.designations.front().status = DesignationStatus::limitation_without_effect;
  registration.events.push_back(grown(event()));
  return registration;
}

GeographicalIndication grown(GeographicalIndication indication) {
  indication.events.push_back(grown(event()));
  return indication;
}

Registry registry_of(const std::vector<Entry>& entries) {
  Registry::Builder registry;
  std::uint64_t id = 0;
  for (const Entry& entry : entries) {
    ++id;
    if (!registry.add(EntryId{id < 3 ? id : 5'000'000'000}, entry)) return {};
  }
  return *std::move(registry).build();
}

}  // namespace

Registry compat_v1() { return registry_of({trademark(), madrid(), indication()}); }

Registry compat_newest() { return registry_of({grown(trademark()), grown(madrid()), grown(indication())}); }

}  // namespace marque::test
