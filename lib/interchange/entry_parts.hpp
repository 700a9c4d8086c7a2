#pragma once

#include <algorithm>
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

inline std::size_t goods_bytes_of(const ClassScope& scope) {
  std::size_t bytes = 0;
  for (const GoodsItem& item : scope.goods) bytes += item.name.size();
  return bytes;
}

/// An entry whose words, or whose goods in a class, pass the limit becomes the Error.
inline void keep_within(Result<Entry>& entry, const DocumentLimits& limits) {
  if (!entry) return;
  const auto& scope = scope_of(*entry);
  if (words_of(*entry).size() > limits.name_bytes)
    entry = limit_error("name_bytes", limits.name_bytes, "the words are too long").in_field("mark");
  else if (std::ranges::any_of(scope, [&](const ClassScope& in_class) { return goods_bytes_of(in_class) > limits.goods_bytes; }))
    entry = limit_error("goods_bytes", limits.goods_bytes, "the goods of a class are too long").in_field("goods");
}

}  // namespace marque
