#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"

namespace marque {

/// What a mark may consist of 商标构成要素 (Trademark Law 2019 Art. 8; dynamic signs from 2027, new Art. 14).
enum class SignType : std::uint8_t {
  words,               ///< 文字
  figure,              ///< 图形
  letters,             ///< 字母
  numerals,            ///< 数字
  three_dimensional,   ///< 三维标志
  colour_combination,  ///< 颜色组合
  sound,               ///< 声音
  dynamic,             ///< 动态标志
};

std::string_view name_of(SignType type) noexcept;         ///< `three_dimensional`
std::string_view chinese_of(SignType type) noexcept;      ///< `三维标志`
Result<SignType> parse_sign_type(std::string_view text);  ///< the English name or the Chinese term

/// A code of the Vienna Classification of figurative elements 图形要素: category.division.section.
struct ViennaCode {
  std::uint8_t category = 0, division = 0, section = 0;  ///< 0 where the code is not that deep

  /// Reads `3.4.11`, `03.04.11` and `030411`.
  static Result<ViennaCode> parse(std::string_view text);
  std::string to_string() const;  ///< `3.4.11`

  auto operator<=>(const ViennaCode&) const = default;
};

/// A picture of the mark 商标图样, named by its content.
struct ImageReference {
  std::string path{};    ///< as the source named it, relative to the source
  std::string digest{};  ///< SHA-256 of the bytes in hexadecimal; empty until they were read

  bool operator==(const ImageReference&) const = default;
};

/// The sign itself, as registered.
struct Mark {
  std::string text{};             ///< its words; empty where it has none
  std::vector<SignType> signs{};  ///< empty where the record does not say
  std::optional<ImageReference> image{};
  std::vector<ViennaCode> vienna{};
  std::string translation{};  ///< meaning stated for foreign words
  std::string transliteration{};
  std::string colours{};     ///< claimed colours 指定颜色
  std::string disclaimer{};  ///< parts without exclusive right 放弃专用权
  std::string description{};

  bool operator==(const Mark&) const = default;
};

}  // namespace marque
