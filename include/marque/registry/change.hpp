#pragma once

#include <optional>
#include <string>
#include <vector>

#include "marque/model/entry.hpp"
#include "marque/model/identifiers.hpp"

namespace marque {

/// One field that differs, as people read it. Empty where the field was or became unknown.
struct FieldChange {
  std::string field;    ///< name as in the JSON form of a record, e.g. `status`, `owner`, `goods`
  std::string before;
  std::string after;

  bool operator==(const FieldChange&) const = default;
};

/// What an insert or amendment did to one record.
struct Change {
  EntryId id;
  std::optional<Entry> before;   ///< unset: the record is new
  std::optional<Entry> after;    ///< unset: an insertion was undone

  /// What differs, in a fixed order: kind, number, mark, owner, classes, status, the dates, goods, image, and the rest
  /// as in a record. Of `events` only those that are not common to both.
  std::vector<FieldChange> fields() const;

  bool operator==(const Change&) const = default;
};

}  // namespace marque
