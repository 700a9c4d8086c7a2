#include "marque/base/redaction.hpp"

#include <array>
#include <cstddef>

namespace marque {

namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_local(char c) noexcept {
  return is_digit(c) || is_letter(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}
constexpr bool is_domain(char c) noexcept { return is_digit(c) || is_letter(c) || c == '.' || c == '-'; }

std::size_t digits_at(std::string_view text) noexcept {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  return size;
}

int value_of(std::string_view digits) noexcept {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// GB 11643: six digits of a division, a birthday, three more, and a check by ISO 7064 MOD 11-2.
bool is_identity_number(std::string_view text) noexcept {
  const int year = value_of(text.substr(6, 4)), month = value_of(text.substr(10, 2)), day = value_of(text.substr(12, 2));
  if (year < 1850 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum = (sum + (text[i] - '0')) * 2 % 11;
  const int check = (12 - sum) % 11;
  return check == 10 ? text[17] == 'X' || text[17] == 'x' : text[17] == '0' + check;
}

bool is_mobile(std::string_view digits) noexcept {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

/// Groups of digits with single hyphens or spaces between them: the digits alone, and how far they go.
struct Grouped {
  std::string digits;
  std::array<std::size_t, 6> groups{};
  std::size_t count = 0, size = 0;
};

Grouped grouped_at(std::string_view text) {
  Grouped found;
  while (found.count < found.groups.size()) {
    const std::size_t gap = found.count > 0 ? 1 : 0;
    const std::size_t size = text.size() > found.size + gap ? digits_at(text.substr(found.size + gap)) : 0;
    if (size == 0 || size > 18) break;
    found.digits += text.substr(found.size + gap, size);
    found.groups[found.count++] = size;
    found.size += gap + size;
    if (found.size >= text.size() || (text[found.size] != '-' && text[found.size] != ' ')) break;
  }
  return found;
}

/// How long a number that reaches or identifies a person is at the beginning of `text`; 0: there is none.
std::size_t number_at(std::string_view text) {
  const std::size_t digits = digits_at(text);
  const bool with_x = digits == 17 && text.size() > 17 && (text[17] == 'X' || text[17] == 'x');
  const auto ends = [&](std::size_t size) { return size >= text.size() || !(is_digit(text[size]) || is_letter(text[size])); };
  if ((digits == 18 || with_x) && ends(18) && is_identity_number(text)) return 18;
  const Grouped grouped = grouped_at(text);
  if (!ends(grouped.size)) return 0;
  const std::string_view all = grouped.digits;
  if (is_mobile(all)) return grouped.size;
  if (all.size() == 13 && all.starts_with("86") && is_mobile(all.substr(2))) return grouped.size;
  const bool area_code = grouped.count >= 2 && text[0] == '0' && (grouped.groups[0] == 3 || grouped.groups[0] == 4);
  if (area_code && all.size() - grouped.groups[0] >= 7 && all.size() - grouped.groups[0] <= 8) return grouped.size;
  return 0;
}

/// `+` and seven digits or more, with spaces or hyphens between them.
std::size_t international_at(std::string_view text) {
  const Grouped grouped = grouped_at(text.substr(1));
  return grouped.digits.size() >= 7 ? grouped.size + 1 : 0;
}

}  // namespace

std::string redacted(std::string_view text) {
  constexpr std::string_view mask = "***";
  std::string out;
  std::size_t local = 0;  // how many bytes at the end of `out` could be the first part of an address
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const bool begins = i == 0 || !(is_digit(text[i - 1]) || is_letter(text[i - 1]));
    std::size_t taken = 0;
    if (begins && is_digit(c)) taken = number_at(text.substr(i));
    if (c == '+') taken = international_at(text.substr(i));
    if (c == '@' && local > 0) {
      std::size_t end = i + 1;
      while (end < text.size() && is_domain(text[end])) ++end;
      while (end > i + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
      if (text.substr(i, end - i).find('.') != std::string_view::npos) {
        out.resize(out.size() - local);
        taken = end - i;
      }
    }
    if (taken > 0) {
      out += mask;
      i += taken;
      local = 0;
      continue;
    }
    if (is_digit(c)) {  // a number is looked at once, from its beginning
      const std::size_t size = digits_at(text.substr(i));
      out += text.substr(i, size);
      i += size;
      local += size;
      continue;
    }
    out += c;
    local = is_local(c) ? local + 1 : 0;
    ++i;
  }
  return out;
}

}  // namespace marque
