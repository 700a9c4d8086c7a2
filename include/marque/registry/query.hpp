#pragma once

#include <optional>
#include <string>
#include <vector>

#include "marque/model/area_code.hpp"
#include "marque/model/date.hpp"
#include "marque/model/entry.hpp"
#include "marque/model/nice_class.hpp"
#include "marque/model/status.hpp"

namespace marque {

/// Which records are asked for: those that meet every condition that is set. Parts of names and words are compared
/// byte for byte, A–Z and a–z alike; likeness is the business of search.
struct Query {
  std::optional<EntryKind> kind{};
  std::string owner{};                       ///< part of an owner's name or foreign name; empty: any
  ClassSet classes{};                        ///< shares one of these; empty: any
  std::optional<SimilarGroup> group{};       ///< covers goods of this similar group
  std::vector<Status> statuses{};            ///< has one of these; empty: any
  std::optional<Date> expires_from{}, expires_to{};   ///< term ends in this span, both days included; never where unknown
  std::optional<AreaCode> area{};            ///< GIs whose area names this code
  std::string mark{};                        ///< part of the mark's words or of one of the GI's names; empty: any

  bool operator==(const Query&) const = default;
};

/// Whether one entry meets it: what Registry::query answers from its indexes, for records read from elsewhere.
bool matches(const Query& query, const Entry& entry);

}  // namespace marque
