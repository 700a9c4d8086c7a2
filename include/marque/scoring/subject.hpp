#pragma once

#include <optional>
#include <string_view>

#include "marque/base/result.hpp"
#include "marque/logo/fingerprint.hpp"
#include "marque/scoring/comparable_name.hpp"
#include "marque/text/normalize.hpp"

namespace marque {

/// A mark made comparable: the views of its words and the fingerprint of its picture. Earlier rights and
/// applications are made into the same thing, so that every comparison is symmetric.
struct Subject {
  NormalForm name;                        ///< empty() for a purely figurative mark
  ComparableName comparable;
  std::optional<Fingerprint> logo;

  bool operator==(const Subject&) const = default;

  /// True where there is nothing to compare.
  bool empty() const noexcept { return name.empty() && !logo; }
};

/// Errors are those of normalize().
Result<Subject> make_subject(std::string_view words, std::optional<Fingerprint> logo = {}, const TextLimits& limits = {});

}  // namespace marque
