#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emblem.hpp"
#include "marque/model/date.hpp"
#include "marque/model/entry.hpp"

/// What register is made. The same values give the same register on every machine.
struct SamplePlan {
  std::uint64_t seed = 20261122;
  std::size_t marks = 15'371;
  std::size_t international = 25;   ///< Madrid registrations that rest on them
  std::size_t well_known = 14;      ///< marks with a (made-up) recognition
  marque::Date today = *marque::Date::make(2026, 11, 22);
};

/// A picture to be drawn, under the path its record names.
struct SamplePicture {
  std::string path;
  Emblem emblem;
};

struct SampleRegister {
  std::vector<marque::Entry> entries;    ///< national marks by number, then the Madrid registrations
  std::vector<SamplePicture> pictures;

  /// The device of a registered mark in class 31, turned and in other colours: a newcomer's logo for a check.
  /// No layers where the register is too small to have such a mark.
  Emblem example_logo;
};

/// Makes a register of a district. Every record says that it is generated.
SampleRegister make_sample_register(const SamplePlan& plan);
