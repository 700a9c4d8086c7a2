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

std::vector<std::string> owner_names_of(const Entry& entry) {
  std::vector<std::string> names;
  for (const Party& owner : owners_of(entry)) {
    if (!owner.name.empty()) names.push_back(owner.name);
    if (!owner.foreign_name.empty()) names.push_back(owner.foreign_name);
  }
  return each_once(std::move(names));
}

std::vector<SimilarGroup> groups_of(const Entry& entry) {
  std::vector<SimilarGroup> groups;
  for (const ClassScope& scope : scope_of(entry)) {
    for (const GoodsItem& item : scope.goods) {
      if (item.group) groups.push_back(*item.group);
    }
  }
  return each_once(std::move(groups));
}

std::vector<AreaCode> areas_of(const Entry& entry) {
  const auto* indication = std::get_if<GeographicalIndication>(&entry);
  return indication ? each_once(indication->area.codes) : std::vector<AreaCode>{};
}

bool contains_ignoring_case(std::string_view text, std::string_view part) noexcept {
  const auto alike = [](char a, char b) { return lower(a) == lower(b); };
  return part.empty() || std::search(text.begin(), text.end(), part.begin(), part.end(), alike) != text.end();
}

}  // namespace marque
