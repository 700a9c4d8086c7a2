#include "marque/model/area_code.hpp"

#include "model/spelling.hpp"

namespace marque {

Result<AreaCode> AreaCode::parse(std::string_view text) {
  const std::string digits = without_spaces(text);
  const int value = digits.size() == 6 ? decimal(digits) : -1;
  if (value < 100000) {
    return Error{ErrorCode::invalid_identifier,
                 "a division's code has six digits and does not begin with 0: " + quoted(text)};
  }
  return AreaCode(static_cast<std::uint32_t>(value));
}

}  // namespace marque
