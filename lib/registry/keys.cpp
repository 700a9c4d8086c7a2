#include "registry/keys.hpp"

#include <algorithm>

namespace marque {

namespace {

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

template <class Key>
std::vector<Key> each_once(std::vector<Key> keys) {
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace

template <>
std::vector<OwnerName> keys_of(const Entry& entry) {
  std::vector<OwnerName> names;
  for (const Party& owner : owners_of(entry)) {
    if (!owner.name.empty()) names.emplace_back(owner.name);
    if (!owner.foreign_name.empty()) names.emplace_back(owner.foreign_name);
  }
  return each_once(std::move(names));
}

template <>
std::vector<NiceClass> keys_of(const Entry& entry) {
  return classes_of(scope_of(entry)).classes();
}

template <>
std::vector<SimilarGroup> keys_of(const Entry& entry) {
  std::vector<SimilarGroup> groups;
  for (const ClassScope& scope : scope_of(entry)) {
    for (const GoodsItem& item : scope.goods) {
      if (item.group) groups.push_back(*item.group);
    }
  }
  return each_once(std::move(groups));
}

template <>
std::vector<AreaCode> keys_of(const Entry& entry) {
  const auto* indication = std::get_if<GeographicalIndication>(&entry);
  return indication ? each_once(indication->area.codes) : std::vector<AreaCode>{};
}

template <>
std::vector<EntryKind> keys_of(const Entry& entry) {
  return {kind_of(entry)};
}

template <>
std::vector<Status> keys_of(const Entry& entry) {
  return {status_of(entry)};
}

template <>
std::vector<Date> keys_of(const Entry& entry) {
  const auto day = expiry_of(entry);
  return day ? std::vector{*day} : std::vector<Date>{};
}

bool contains_ignoring_case(std::string_view text, std::string_view part) noexcept {
  const auto alike = [](char a, char b) { return lower(a) == lower(b); };
  return part.empty() || std::search(text.begin(), text.end(), part.begin(), part.end(), alike) != text.end();
}

}  // namespace marque
