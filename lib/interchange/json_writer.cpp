#include "marque/interchange/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace marque {

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  text_.push_back(bracket);
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  text_.push_back(bracket);
  return *this;
}

// What stands before tells whether a comma is due, so nesting needs no stack.
void JsonWriter::separate() {
  if (text_.empty()) return;
  const char last = text_.back();
  if (last != '{' && last != '[' && last != ':') text_.push_back(',');
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  text_.push_back(':');
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  text_.append(json);
  return *this;
}

JsonWriter& JsonWriter::score(float value) { return raw(score_text(value)); }

void JsonWriter::quote(std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  text_.push_back('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      text_.push_back('\\');
      text_.push_back(c);
    } else if (byte >= 0x20 && byte != 0x7F) {
      text_.push_back(c);
    } else {
      text_.append("\\u00");
      text_.push_back(digits[byte >> 4]);
      text_.push_back(digits[byte & 0xF]);
    }
  }
  text_.push_back('"');
}

std::string score_text(float value) {
  if (!std::isfinite(value)) return "0.00";
  std::array<char, 64> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 4);
  std::string text(buffer.data(), end.ptr);
  while (text.back() == '0' && text[text.size() - 3] != '.') text.pop_back();
  return text;
}

}  // namespace marque
