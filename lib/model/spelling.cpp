#include "model/spelling.hpp"

#include <algorithm>

namespace marque {

namespace {

constexpr std::string_view ideographic_space = "\u3000";
constexpr std::string_view no_break_space = "\u00a0";

bool is_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }
char upper(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The ASCII character whose full-width form the text begins with (EF BC 81 … EF BD 9E), or 0.
char full_width_front(std::string_view text) noexcept {
  if (text.size() < 3 || text[0] != '\xef') return 0;
  const int lead = static_cast<unsigned char>(text[1]);
  const int trail = static_cast<unsigned char>(text[2]);
  if (trail < 0x80 || trail > 0xbf) return 0;
  if (lead == 0xbc && trail > 0x80) return static_cast<char>(trail - 0x80 + 0x20);
  if (lead == 0xbd && trail <= 0x9e) return static_cast<char>(trail - 0x80 + 0x60);
  return 0;
}

bool drop_prefix(std::string_view& text, std::string_view prefix) noexcept {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

std::string half_width(std::string_view text) {
  std::string ascii;
  ascii.reserve(text.size());
  while (!text.empty()) {
    if (const char narrow = full_width_front(text)) {
      ascii += narrow;
      text.remove_prefix(3);
    } else if (drop_prefix(text, ideographic_space) || drop_prefix(text, no_break_space)) {
      ascii += ' ';
    } else {
      ascii += text.front();
      text.remove_prefix(1);
    }
  }
  return ascii;
}

std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty()) {
    if (is_space(text.front()))
      text.remove_prefix(1);
    else if (is_space(text.back()))
      text.remove_suffix(1);
    else if (text.starts_with(ideographic_space))
      text.remove_prefix(ideographic_space.size());
    else if (text.ends_with(ideographic_space))
      text.remove_suffix(ideographic_space.size());
    else
      break;
  }
  return text;
}

std::string without_spaces(std::string_view text) {
  std::string dense = half_width(text);
  std::erase_if(dense, is_space);
  return dense;
}

std::string upper_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), upper);
  return text;
}

std::string bare_number(std::string_view text) {
  const std::string dense = upper_case(without_spaces(text));
  std::string_view bare = dense;
  if (!drop_prefix(bare, "第") && !drop_prefix(bare, "NO.")) drop_prefix(bare, "NO");
  if (bare.ends_with("号")) bare.remove_suffix(std::string_view("号").size());
  return std::string(bare);
}

std::string wording_key(std::string_view text) {
  std::string key = without_spaces(text);
  std::erase_if(key, [](char c) { return c == '_' || c == '-'; });
  std::transform(key.begin(), key.end(), key.begin(), lower);
  return key;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 64;
  if (text.size() <= longest) return '"' + std::string(text) + '"';
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return '"' + std::string(text.substr(0, end)) + "…\"";
}

int decimal(std::string_view digits) noexcept {
  if (digits.empty() || digits.size() > 9) return -1;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace marque
