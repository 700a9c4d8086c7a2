// Shows: from three earlier marks to a clearance report.
// Needs: nothing but the library.
// Read first: nothing. 02 loads a registry from a file instead.

#include <cstdio>
#include <tuple>
#include <utility>

#include "marque/clearance/clearance.hpp"
#include "marque/interchange/text.hpp"
#include "marque/registry/registry.hpp"

namespace {

marque::Entry registered(const char* number, const char* words, int nice_class) {
  marque::Trademark mark{.number = *marque::NationalNumber::parse(number)};
  mark.mark.text = words;
  mark.scope = {{.nice_class = *marque::NiceClass::make(nice_class)}};
  mark.status = marque::Status::registered;
  mark.dates.filed = *marque::Date::make(2019, 3, 1);
  mark.dates.registered = *marque::Date::make(2020, 1, 7);
  mark.dates.expires = *marque::Date::make(2030, 1, 6);
  return mark;
}

int fail(const marque::Error& error) {
  std::fprintf(stderr, "%s\n", marque::to_string(error).c_str());
  return 1;
}

}  // namespace

int main() {
  // 1. The earlier rights: here by hand.
  marque::Registry registry;
  for (const auto& [number, words, nice_class] : {std::tuple{"99900001", "红太阳", 24}, {"99900002", "水云轩", 24}, {"99900003", "绫骁荷", 7}})
    if (const auto change = registry.insert(registered(number, words, nice_class)); !change) return fail(change.error());

  // 2. An index makes every one of them comparable, once.
  marque::IndexBuilder builder;
  registry.for_each([&](marque::EntryId id, const marque::Entry& entry) { builder.add(id, entry); });
  const marque::CandidateIndex index = std::move(builder).build();

  // 3. What is to be filed, where and when. The clock is always said.
  const marque::Application application{.words = "太阳",
                                        .logo = {},
                                        .scope = {{.nice_class = *marque::NiceClass::make(24)}},
                                        .applicants = {},
                                        .kind = marque::MarkKind::ordinary,
                                        .filed = {},   // on the clock's day
                                        .as_of = *marque::Date::make(2026, 11, 22)};

  // 4. Which rights are in the way, by which article, and why.
  const marque::Clearance clearance(index, registry);
  const auto report = clearance.check(application);
  if (!report) return fail(report.error());
  std::fputs(marque::to_text(*report, marque::Language::en).c_str(), stdout);
}
