#include "marque/model/uscc.hpp"

#include <algorithm>
#include <array>

#include "model/spelling.hpp"

namespace marque {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t length = 18;
constexpr std::size_t area_begin = 2, area_length = 6;

/// 3^i mod 31 (GB 32100-2015).
constexpr std::array<int, length - 1> weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

Error refused(std::string_view text, std::string why) {
  return {ErrorCode::invalid_identifier, "not a unified social credit code: " + quoted(text) + ' ' + std::move(why)};
}

}  // namespace

char Uscc::check_character(std::string_view first_17) noexcept {
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    sum += static_cast<int>(alphabet.find(first_17[i])) * weights[i];
  }
  return alphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

Result<Uscc> Uscc::parse(std::string_view text) {
  std::string code = bare_number(text);
  if (code.size() != length) return refused(text, "has not 18 characters");
  const std::size_t wrong = code.find_first_not_of(alphabet);
  if (wrong != std::string::npos) {
    return refused(text, "holds a character outside its alphabet at place " + std::to_string(wrong + 1));
  }
  if (decimal(std::string_view(code).substr(area_begin, area_length)) < 100000) {
    return refused(text, "holds no division's code at places 3 to 8");
  }
  const char check = check_character(std::string_view(code).substr(0, length - 1));
  if (code.back() != check) return refused(text, std::string("should end in ") + check);
  return Uscc(std::move(code));
}

AreaCode Uscc::area() const noexcept {
  const int digits = decimal(std::string_view(text_).substr(area_begin, area_length));
  return AreaCode::from_digits(static_cast<std::uint32_t>(digits));
}

}  // namespace marque
