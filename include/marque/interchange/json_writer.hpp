#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace marque {

/// Writes one JSON text (RFC 8259) without white space, in the order of the calls. Text must be UTF-8.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view text);
  JsonWriter& integer(std::int64_t value) { return raw(std::to_string(value)); }
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }

  /// A share in [0,1] with two to four decimals, the same on every machine.
  JsonWriter& score(float value);

  /// Text that is JSON already.
  JsonWriter& raw(std::string_view json);

  const std::string& text() const& noexcept { return text_; }
  std::string text() && noexcept { return std::move(text_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  void quote(std::string_view text);

  std::string text_;
};

/// A score with two to four decimals, as JsonWriter::score() and the reports print it.
std::string score_text(float value);

}  // namespace marque
