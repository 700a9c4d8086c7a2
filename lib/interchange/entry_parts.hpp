#pragma once

#include <vector>

#include "marque/model/entry.hpp"

namespace marque {

/// Parts that every kind of entry has, for changing.
inline std::vector<ClassScope>& scope_in(Entry& entry) {
  return std::visit([](auto& record) -> std::vector<ClassScope>& { return record.scope; }, entry);
}

inline Provenance& provenance_in(Entry& entry) {
  return std::visit([](auto& record) -> Provenance& { return record.provenance; }, entry);
}

}  // namespace marque
