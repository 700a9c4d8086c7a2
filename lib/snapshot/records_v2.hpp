#pragma once

#include <string>
#include <vector>

#include "snapshot/records_v1.hpp"

/// What version 2 of the record format adds after the members of version 1, in the order of the bytes (FORMAT.md).
/// Frozen, as version 1 is.
namespace marque::records_v2 {

struct EventAddition {
  std::vector<std::string> goods, designated;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& goods& designated;
  }
};

struct Additions {
  std::vector<EventAddition> events;  ///< one for each event of the record
  records_v1::MaybeDay basic_date;
  bool basic_is_application = false;
  std::string transformed_from;  ///< empty: none

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& events& basic_date& basic_is_application& transformed_from;
  }
};

}  // namespace marque::records_v2
