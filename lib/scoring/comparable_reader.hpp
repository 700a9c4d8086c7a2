#pragma once

#include <string_view>

#include "marque/base/result.hpp"
#include "marque/scoring/comparable_name.hpp"
#include "text/normalizer.hpp"

namespace marque {

/// Makes names comparable one after another, in the same memory: make_subject() without what only a reader of the name needs.
class ComparableReader {
 public:
  /// Errors are those of normalize().
  Result<void> read(std::string_view words, const TextLimits& limits);

  /// The name read last.
  const ComparableName& name() const noexcept { return name_; }

 private:
  Normalizer normalizer_;
  ComparableName name_;
};

}  // namespace marque
