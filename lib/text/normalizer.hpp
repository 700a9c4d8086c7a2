#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marque/text/normalize.hpp"

namespace marque {

/// A NamePart where it stands in its skeleton.
struct Stretch {
  PartKind kind;
  std::u32string_view text;
  bool generic = false;
};

/// Normalises names one after another, in the same memory.
class Normalizer {
 public:
  Normalizer() = default;
  Normalizer(const Normalizer&) = delete;
  Normalizer& operator=(const Normalizer&) = delete;

  /// Errors are those of normalize(), and what was read before is gone.
  Result<void> read(std::string_view name, const TextLimits& limits);

  /// Of the name read last, as in its NormalForm.
  const std::u32string& folded() const noexcept { return folded_; }
  const std::u32string& skeleton() const noexcept { return skeleton_; }
  std::span<const Stretch> parts() const noexcept { return parts_; }

 private:
  bool fold_plain(std::string_view name);
  Result<void> fold(std::string_view name, const TextLimits& limits);
  void find_skeleton();
  void find_parts();
  void split_generic_tails();
  void mark_generic_words();

  std::u32string folded_, skeleton_;
  std::vector<std::size_t> word_starts_;   // in the skeleton: after something that was dropped
  std::vector<Stretch> parts_;
};

}  // namespace marque
