#pragma once

#include <array>
#include <string>
#include <string_view>

#include "marque/text/normalize.hpp"

namespace marque {

/// The texts of a name that scoring reads, without owning them: an index keeps them in one flat pool. Valid as
/// long as what it was made from.
struct NameView {
  std::u32string_view skeleton;     ///< the whole comparable name
  std::u32string_view han;          ///< its Chinese characters, and digits beside them or alone as numerals: 七匹狼 of 7匹狼, 五五五 of 555
  std::u32string_view core_han;     ///< the same without generic parts
  std::u32string_view latin;        ///< its letters and digits in order
  std::u32string_view core_latin;   ///< the same without generic words, and without words at its end that say what is sold (COFFEE)
  std::u32string_view words;        ///< the words of letters, and numbers that are not read beside characters, one space between
  std::u32string_view phones;       ///< `core_latin` as it sounds: ph → f, ck → k … (data/latin_sounds.tsv)

  /// Whether it is of digits alone, so that `han` and `latin` are two readings of them, no two elements.
  bool figures_alone() const noexcept;

  /// All of them, in the order above: how an index stores and restores a view.
  std::array<std::u32string_view, 7> fields() const noexcept;
  static NameView from(const std::array<std::u32string_view, 7>& fields) noexcept;
};

/// The same, owned.
struct ComparableName {
  std::u32string skeleton, han, core_han, latin, core_latin, words, phones;

  NameView view() const noexcept { return {skeleton, han, core_han, latin, core_latin, words, phones}; }
  bool operator==(const ComparableName&) const = default;
};

ComparableName comparable(const NormalForm& name);

/// A copy of what a view shows.
ComparableName owned(const NameView& name);

/// Letters as they sound: NameView::phones of `core_latin`. Linear.
std::u32string phones_of(std::u32string_view letters);

}  // namespace marque
