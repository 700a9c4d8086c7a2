#pragma once

#include <string>
#include <string_view>

#include "marque/scoring/subject.hpp"

namespace marque {

/// What is compared of a mark, as it stands in the mark: 門 where 门 is compared, É where e is. For evidence.
class ShownName {
 public:
  explicit ShownName(const Subject& subject);

  /// Places in NameView::han, and in NameView::latin.
  std::string character(std::size_t place) const;
  std::string letter(std::size_t place) const;

  std::string characters(std::size_t begin = 0, std::size_t length = std::u32string::npos) const;
  std::string letters(std::size_t begin = 0, std::size_t length = std::u32string::npos) const;

  const std::string& mark() const noexcept { return mark_; }   ///< the whole

 private:
  std::string mark_;
  std::u32string han_, latin_;   // as long as what is compared
};

}  // namespace marque
