#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "marque/model/date.hpp"
#include "marque/model/mark.hpp"
#include "marque/model/nice_class.hpp"
#include "marque/model/status.hpp"
#include "marque/text/dictionary.hpp"

namespace marque {

/// Which entries a search looks at.
enum class Reach : std::uint8_t {
  every_entry,
  any_class_only,   ///< entries that block in every class: indications, well-known marks
};

/// How a search finds what it returns; both return the same.
enum class Method : std::uint8_t {
  bounded,      ///< only names and pictures that can rank among the best are scored
  exhaustive,   ///< every entry is scored: shares nothing with the bounds, to check them
};

/// What a search returns, and of which entries. Filters come before scoring: the best are the best of what passes.
struct SearchLimits {
  std::size_t top = 50;             ///< at most so many entries
  float at_least = 0;               ///< whose closest name has at least this overall score
  ClassSet classes{};               ///< only entries in one of these; empty: any. Entries of any class always pass
  Reach reach = Reach::every_entry;
  unsigned threads = 1;             ///< that share one search; in find_each() each has its own
  std::vector<SimilarGroup> groups{};   ///< only entries with goods of one of these 类似群, or whose goods are not known; empty: any
  std::optional<Date> standing_on{};    ///< only rights that are not dead on this day, as stands_until() tells; unset: any
  std::vector<Status> statuses{};       ///< only records of one of these states; empty: any
  std::vector<ViennaCode> vienna{};     ///< only marks recorded to depict one of these 图形要素, a category or division standing for all in it; empty: any
  Method method = Method::bounded;
  Dictionary dictionary = Dictionary::built_in();   ///< for meaning across languages
};

}  // namespace marque
