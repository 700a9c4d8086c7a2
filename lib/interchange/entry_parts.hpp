#pragma once

#include <vector>

#include "marque/base/limits.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// Parts that every kind of entry has, for changing.
inline std::vector<ClassScope>& scope_in(Entry& entry) {
  return std::visit([](auto& record) -> std::vector<ClassScope>& { return record.scope; }, entry);
}

inline Provenance& provenance_in(Entry& entry) {
  return std::visit([](auto& record) -> Provenance& { return record.provenance; }, entry);
}

/// An entry whose words pass the limit becomes the Error.
inline void keep_within(Result<Entry>& entry, const DocumentLimits& limits) {
  if (entry && words_of(*entry).size() > limits.name_bytes)
    entry = limit_error("name_bytes", limits.name_bytes, "the words are too long").in_field("mark");
}

}  // namespace marque
