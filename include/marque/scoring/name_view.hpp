#pragma once

#include <string_view>

#include "marque/text/normalize.hpp"

namespace marque {

/// What scoring reads of a NormalForm, without owning it: an index keeps these views in one flat pool.
/// Valid as long as what it was made from.
struct NameView {
  std::u32string_view skeleton;
  std::u32string_view han;
  std::u32string_view letters;
  std::u32string_view digits;
  std::u32string_view distinctive_han;
  std::u32string_view distinctive_letters;

  static NameView of(const NormalForm& name) noexcept {
    return {name.skeleton, name.han, name.letters, name.digits, name.distinctive_han, name.distinctive_letters};
  }
};

}  // namespace marque
