// Shows: what a geographical indication is in the way of, and of what it is not: the same name by a stranger and for
// other goods, names that merely contain its characters, and the place alone.
// Needs: nothing but the library.
// Read first: 01_first_check.cpp

#include <cstdio>
#include <initializer_list>
#include <utility>

#include "marque/clearance/clearance.hpp"
#include "marque/registry/registry.hpp"

namespace {

/// 海门山羊 as a register would hold it: no number of the right is known, so the record has one of its own.
marque::GeographicalIndication haimen_goat() {
  marque::GeographicalIndication goat{.number = "local:海门山羊", .name = "海门山羊"};
  goat.other_names = {{.text = "Haimen goat", .kind = "translation"}};
  goat.registrations = {{.system = marque::GiSystem::agricultural}};
  goat.product = "山羊";
  goat.scope = {{.nice_class = *marque::NiceClass::make(31)}};
  // The area as it was fixed then; 320684 is 320614 today, and the library knows.
  goat.area = {.text = "海门市", .codes = {marque::AreaCode::from_digits(320684)}};
  return goat;
}

marque::Application application_for(const char* words, int nice_class) {
  return {.words = words,
          .logo = {},
          .scope = {{.nice_class = *marque::NiceClass::make(nice_class)}},
          .applicants = {},   // a stranger: the holder itself would be told apart
          .kind = marque::MarkKind::ordinary,
          .filed = {},
          .as_of = *marque::Date::make(2026, 11, 22)};
}

int fail(const marque::Error& error) {
  std::fprintf(stderr, "%s\n", marque::to_string(error).c_str());
  return 1;
}

void print(const marque::Report& report) {
  std::printf("%s, class %d: %zu finding(s)\n", report.application.words.c_str(),
              report.application.scope.front().nice_class.number(), report.findings.size());
  for (const marque::Finding& finding : report.findings)
    for (const marque::Ground& ground : finding.grounds)
      std::printf("  %s  %s  %s\n", std::string(marque::name_of(ground.risk)).c_str(), ground.provision.c_str(),
                  ground.explanation.in(marque::Language::en).c_str());
}

}  // namespace

int main() {
  marque::Registry registry;
  const auto inserted = registry.insert(haimen_goat());
  if (!inserted) return fail(inserted.error());

  // An indication is found by each of its names, in every class.
  marque::IndexBuilder builder;
  builder.add(inserted->id, marque::Entry(haimen_goat()));
  const marque::CandidateIndex index = std::move(builder).build();
  const marque::Clearance clearance(index, registry);

  for (const auto& [words, nice_class] : std::initializer_list<std::pair<const char*, int>>{
           {"海門山羊", 31},    // the name itself, in traditional characters
           {"海门山羊风味", 29}, // evoked with "flavour", on the meat
           {"HAIMEN GOAT", 31}, // translated
           {"海门", 25},        // the place alone
           {"江海门户", 31},    // the characters 海门, but no mention of the place
       }) {
    const auto report = clearance.check(application_for(words, nice_class));
    if (!report) return fail(report.error());
    print(*report);
  }
}
