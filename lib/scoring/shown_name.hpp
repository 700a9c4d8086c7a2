#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marque/scoring/subject.hpp"

namespace marque {

/// What is compared of a mark, as it stands in the mark: 門 where 门 is compared, É where e is. For evidence.
class ShownName {
 public:
  explicit ShownName(const Subject& subject);

  /// By places in NameView::han, and in NameView::latin, with the spaces between words of letters.
  std::string characters(std::size_t begin, std::size_t length) const;
  std::string letters(std::size_t begin, std::size_t length) const;

  /// The mark itself where it has nothing else.
  std::string all_characters() const { return latin_.empty() ? mark_ : characters(0, han_.size()); }
  std::string all_letters() const { return han_.empty() ? mark_ : letters(0, latin_.size()); }

 private:
  std::string mark_;
  std::u32string han_, latin_;   // as long as what is compared
  std::vector<bool> spaced_;     // letters that have a space before them
};

}  // namespace marque
