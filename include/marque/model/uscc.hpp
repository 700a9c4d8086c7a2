#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "marque/base/result.hpp"
#include "marque/model/area_code.hpp"

namespace marque {

/// Unified Social Credit Code 统一社会信用代码 (GB 32100-2015): 18 characters of 31, the last one a check.
class Uscc {
 public:
  /// Takes lower case and full width. ErrorCode::invalid_identifier names a wrong character, length or check.
  static Result<Uscc> parse(std::string_view text);

  /// The character that must follow the first 17. Precondition: 17 characters of the alphabet.
  static char check_character(std::string_view first_17) noexcept;

  const std::string& to_string() const noexcept { return text_; }

  /// The division that issued it, by the code of that time: 320684 may stand in a code older than 2020.
  AreaCode area() const noexcept;

  auto operator<=>(const Uscc&) const = default;

 private:
  explicit Uscc(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace marque
