#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"

namespace marque {

/// A JSON value as a document gave it: members in their order, numbers as the text they were, because nothing
/// in a record is a fraction.
class JsonValue {
 public:
  struct Number {
    std::string text;
  };
  struct Member;
  using Array = std::vector<JsonValue>;
  using Object = std::vector<Member>;

  JsonValue() noexcept;  ///< null
  explicit JsonValue(bool value);
  explicit JsonValue(Number value);
  explicit JsonValue(std::string value);
  explicit JsonValue(Array value);
  explicit JsonValue(Object value);

  bool is_null() const noexcept { return std::holds_alternative<std::monostate>(value_); }

  /// The value if it is of that type, else null.
  const bool* boolean() const noexcept { return std::get_if<bool>(&value_); }
  const std::string* string() const noexcept { return std::get_if<std::string>(&value_); }
  const Array* array() const noexcept { return std::get_if<Array>(&value_); }
  const Object* object() const noexcept { return std::get_if<Object>(&value_); }

  /// The member of that name; null where there is none, and of anything but an object.
  const JsonValue* member(std::string_view name) const noexcept;

  /// The text of a string or a number, else null: `12345678` and `"12345678"` name the same record.
  const std::string* scalar() const noexcept;

  /// A string's own text; anything else as compact JSON.
  std::string to_string() const;

  /// Compact JSON.
  std::string to_json() const;

 private:
  std::variant<std::monostate, bool, Number, std::string, Array, Object> value_;
};

struct JsonValue::Member {
  std::string name;
  JsonValue value;
};

inline JsonValue::JsonValue() noexcept {}
inline JsonValue::JsonValue(bool value) : value_(value) {}
inline JsonValue::JsonValue(Number value) : value_(std::move(value)) {}
inline JsonValue::JsonValue(std::string value) : value_(std::move(value)) {}
inline JsonValue::JsonValue(Array value) : value_(std::move(value)) {}
inline JsonValue::JsonValue(Object value) : value_(std::move(value)) {}

/// Parses one JSON text as untrusted (RFC 8259): strict UTF-8, no byte order mark, no NUL, no member twice in an
/// object; depth, lengths and memory within the limits. Errors name the byte offset. Never interprets a number.
Result<JsonValue> parse_json(std::string_view text, const DocumentLimits& limits = {});

}  // namespace marque
