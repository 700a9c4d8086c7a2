#include "marque/registry/query.hpp"

#include <algorithm>

#include "registry/keys.hpp"

namespace marque {

namespace {

bool shares_class(const Query& query, const Entry& entry) {
  return query.classes.empty() || query.classes.intersects(classes_of(scope_of(entry)));
}

bool has_status(const Query& query, const Entry& entry) {
  return query.statuses.empty() || std::ranges::count(query.statuses, status_of(entry)) > 0;
}

bool expires_within(const Query& query, const Entry& entry) {
  if (!query.expires_from && !query.expires_to) return true;
  const auto day = expiry_of(entry);
  return day && (!query.expires_from || *day >= *query.expires_from) &&
         (!query.expires_to || *day <= *query.expires_to);
}

template <class Key>
bool holds(const std::vector<Key>& keys, const std::optional<Key>& wanted) {
  return !wanted || std::ranges::count(keys, *wanted) > 0;
}

bool has_owner(const Query& query, const Entry& entry) {
  if (query.owner.empty()) return true;
  return std::ranges::any_of(keys_of<OwnerName>(entry),
                             [&](const OwnerName& name) { return contains_ignoring_case(name.text, query.owner); });
}

bool has_words(const Query& query, const Entry& entry) {
  if (query.mark.empty() || contains_ignoring_case(words_of(entry), query.mark)) return true;
  const auto* indication = std::get_if<GeographicalIndication>(&entry);
  return indication && std::ranges::any_of(indication->other_names, [&](const GiName& name) {
           return contains_ignoring_case(name.text, query.mark);
         });
}

}  // namespace

bool matches(const Query& query, const Entry& entry) {
  return (!query.kind || *query.kind == kind_of(entry)) && shares_class(query, entry) && has_status(query, entry) &&
         expires_within(query, entry) && holds(keys_of<AreaCode>(entry), query.area) && holds(keys_of<SimilarGroup>(entry), query.group) &&
         has_owner(query, entry) && has_words(query, entry);
}

}  // namespace marque
