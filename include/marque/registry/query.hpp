#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "marque/model/area_code.hpp"
#include "marque/model/date.hpp"
#include "marque/model/entry.hpp"
#include "marque/model/nice_class.hpp"
#include "marque/model/status.hpp"

namespace marque {

/// Which records are asked for: those that meet every condition that is set.
struct Query {
  std::optional<EntryKind> kind;
  std::string owner;                         ///< part of an owner's name; empty: any
  ClassSet classes;                          ///< shares one of these; empty: any
  std::optional<SimilarGroup> group;         ///< covers goods of this similar group
  std::vector<Status> statuses;              ///< has one of these; empty: any
  std::optional<Date> expires_from, expires_to;   ///< term ends in this span, both days included
  std::optional<AreaCode> area;              ///< GIs whose area names this code
  std::string mark;                          ///< part of the mark's words or GI's names; empty: any

  bool operator==(const Query&) const = default;
};

}  // namespace marque
