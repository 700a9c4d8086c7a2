#pragma once

#include "marque/base/result.hpp"
#include "marque/model/entry.hpp"
#include "marque/model/identifiers.hpp"

namespace marque {

/// Where whole records are read from by their id: a Registry in memory or a Store on disk.
class EntrySource {
 public:
  virtual ~EntrySource() = default;

  /// ErrorCode::not_found where the id is not in use.
  virtual Result<Entry> entry(EntryId id) const = 0;
};

}  // namespace marque
