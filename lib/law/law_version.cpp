#include "marque/law/law_version.hpp"

#include <array>

namespace marque {

namespace {

struct Version {
  LawVersion id;
  std::string_view name;
  int year, month, day;  ///< first day in force
};

/// Latest first.
constexpr std::array<Version, 3> versions{{
    {LawVersion::cn_tml_2026, "CN-TML-2026", 2027, 1, 1},
    {LawVersion::cn_tml_2019, "CN-TML-2019", 2019, 11, 1},
    {LawVersion::cn_tml_2013, "CN-TML-2013", 2014, 5, 1},
}};

}  // namespace

std::string_view name_of(LawVersion version) noexcept {
  for (const Version& known : versions) {
    if (known.id == version) return known.name;
  }
  return versions.back().name;
}

LawVersion law_in_force(Date day) noexcept {
  for (const Version& version : versions) {
    if (*Date::make(version.year, version.month, version.day) <= day) return version.id;
  }
  return versions.back().id;
}

}  // namespace marque
