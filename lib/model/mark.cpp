#include "marque/model/mark.hpp"

#include <array>

#include "model/enum_names.hpp"

namespace marque {

namespace {

constexpr std::array<EnumName<SignType>, 8> sign_names{{
    {SignType::words, "words", "文字"},
    {SignType::figure, "figure", "图形"},
    {SignType::letters, "letters", "字母"},
    {SignType::numerals, "numerals", "数字"},
    {SignType::three_dimensional, "three_dimensional", "三维标志"},
    {SignType::colour_combination, "colour_combination", "颜色组合"},
    {SignType::sound, "sound", "声音"},
    {SignType::dynamic, "dynamic", "动态标志"},
}};
static_assert(in_order(sign_names));

constexpr int last_vienna_category = 29;

Error no_vienna_code(std::string_view text) {
  return {ErrorCode::invalid_identifier, "not a code of the Vienna Classification: " + quoted(text)};
}

/// `3.4.11` or `030411` in up to three numbers; -1 for a part that is none.
std::array<int, 3> vienna_parts(std::string_view text) noexcept {
  std::array<int, 3> parts{0, 0, 0};
  if (text.find('.') == std::string_view::npos && text.size() > 2) {
    if (text.size() % 2 != 0 || text.size() > 6) return {-1, -1, -1};
    for (std::size_t i = 0; i < text.size(); i += 2) parts[i / 2] = decimal(text.substr(i, 2));
    return parts;
  }
  for (int& part : parts) {
    const std::size_t dot = text.find('.');
    const std::string_view number = text.substr(0, dot);
    part = number.size() <= 2 ? decimal(number) : -1;
    if (dot == std::string_view::npos) return parts;
    text.remove_prefix(dot + 1);
  }
  return {-1, -1, -1};
}

}  // namespace

std::string_view name_of(SignType type) noexcept { return sign_names[static_cast<std::size_t>(type)].english; }
std::string_view chinese_of(SignType type) noexcept { return sign_names[static_cast<std::size_t>(type)].chinese; }
Result<SignType> parse_sign_type(std::string_view text) { return parse_enum(sign_names, "sign type", text); }

Result<ViennaCode> ViennaCode::parse(std::string_view text) {
  const std::string dense = without_spaces(text);
  const auto [category, division, section] = vienna_parts(dense);
  const bool gap = division == 0 && section != 0;
  if (category < 1 || category > last_vienna_category || division < 0 || section < 0 || gap) {
    return no_vienna_code(text);
  }
  return ViennaCode{static_cast<std::uint8_t>(category), static_cast<std::uint8_t>(division),
                    static_cast<std::uint8_t>(section)};
}

std::string ViennaCode::to_string() const {
  std::string text = std::to_string(category);
  if (division != 0) text += '.' + std::to_string(division);
  if (section != 0) text += '.' + std::to_string(section);
  return text;
}

}  // namespace marque
