#include "marque/model/privacy.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/base/redaction.hpp"
#include "model/spelling.hpp"

MARQUE_EMBEDDED(marque_private_fields)

namespace marque {

namespace {

struct Word {
  std::string_view text;
  Privacy tag;
};

std::vector<Word> read_words() {
  std::vector<Word> words;
  for_each_row(embedded(marque_private_fields, marque_private_fields_end), [&](const auto& row) {
    words.push_back({row.at(1), row.at(0) == "secret" ? Privacy::secret : Privacy::restricted});
  });
  return words;
}

Provenance& provenance_in(Entry& entry) {
  return std::visit([](auto& right) -> Provenance& { return right.provenance; }, entry);
}

std::vector<Event>& events_in(Entry& entry) {
  return std::visit([](auto& right) -> std::vector<Event>& { return right.events; }, entry);
}

bool has_party(const std::vector<Party>& parties, const Party& person) {
  return std::ranges::any_of(parties, [&](const Party& party) { return same_party(party, person); });
}

bool has_agent_or_user(const Entry& entry, const Party& person) {
  const auto of = [&](const auto& right) { return right.agent && same_party(*right.agent, person); };
  if (const auto* trademark = std::get_if<Trademark>(&entry)) return of(*trademark);
  if (const auto* registration = std::get_if<InternationalRegistration>(&entry)) return of(*registration);
  const auto& users = std::get<GeographicalIndication>(entry).users;
  return std::ranges::any_of(users, [&](const LawfulUser& user) { return same_party(user.party, person); });
}

}  // namespace

Privacy privacy_of(std::string_view field) {
  static const std::vector<Word> words = read_words();
  const std::string key = wording_key(field);
  Privacy tag = Privacy::open;
  for (const Word& word : words) {
    if (word.tag > tag && key.find(word.text) != std::string::npos) tag = word.tag;
  }
  return tag;
}

Entry disclosed(Entry entry, Disclosure disclosure) {
  Provenance& provenance = provenance_in(entry);
  const Privacy kept = disclosure == Disclosure::none ? Privacy::open : Privacy::restricted;
  std::erase_if(provenance.raw, [&](const auto& field) { return privacy_of(field.first) > kept; });
  if (disclosure == Disclosure::restricted) return entry;
  for (auto& [name, value] : provenance.raw) value = redacted(value);
  provenance.note = redacted(provenance.note);
  for (Event& event : events_in(entry)) {
    event.note = redacted(event.note);
    event.instrument = redacted(event.instrument);
  }
  return entry;
}

bool has_restricted(const Entry& entry) { return disclosed(entry) != entry; }

bool concerns(const Entry& entry, std::string_view person) {
  Party asked;
  asked.name = person;
  if (has_party(owners_of(entry), asked) || has_agent_or_user(entry, asked)) return true;
  if (std::ranges::any_of(events_of(entry), [&](const Event& event) { return event.party && same_party(*event.party, asked); })) return true;
  return !person.empty() && std::ranges::any_of(provenance_of(entry).raw, [&](const auto& field) {
    return privacy_of(field.first) != Privacy::open && field.second.find(person) != std::string::npos;
  });
}

}  // namespace marque
