#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interchange/json_value.hpp"
#include "marque/base/error.hpp"
#include "marque/base/result.hpp"

namespace marque {

/// What reading a record left over: values kept raw with a warning each, and the first fault that spoils it.
struct Leftovers {
  std::vector<std::pair<std::string, std::string>> raw;
  std::vector<Error>& warnings;
  std::optional<Error> fault{};

  void keep(const std::string& path, const JsonValue& value, const Error& why);
  void spoil(Error error);
};

/// Reads the members of one object by name. null counts as absent. finish() keeps what nobody asked for.
class ObjectReader {
 public:
  /// `path` leads to the object from the record, for messages: empty, or like `owners[1].`.
  ObjectReader(const JsonValue::Object& object, std::string path, Leftovers& left);

  const JsonValue* find(std::string_view name);
  std::string path(std::string_view name) const { return path_ + std::string(name); }
  Leftovers& leftovers() noexcept { return left_; }
  void keep(std::string_view name, const JsonValue& value, const Error& why) { left_.keep(path(name), value, why); }

  /// The text of a member that must be there; ErrorCode::missing_field, or invalid_text where it is no text.
  Result<std::string> required_text(std::string_view name);

  /// A member that must be there, through one of the model's parse functions.
  template <class T>
  Result<T> required(std::string_view name, Result<T> (*parse)(std::string_view)) {
    const Result<std::string> text = required_text(name);
    if (!text) return text.error();
    Result<T> value = parse(*text);
    return value ? value : Result<T>(value.error().in_field(path(name)));
  }

  void text(std::string_view name, std::string& to);
  void flag(std::string_view name, bool& to);

  /// Calls `assign(value)` where the member is there and `parse` reads it; else it is kept raw.
  template <class T, class Assign>
  void parsed(std::string_view name, Result<T> (*parse)(std::string_view), Assign&& assign) {
    const JsonValue* value = find(name);
    if (!value) return;
    const Result<std::string> text = text_of(*value);
    if (!text) return keep(name, *value, text.error());
    Result<T> result = parse(*text);
    if (!result) return keep(name, *value, result.error());
    assign(std::move(*result));
  }
  template <class T>
  void parsed(std::string_view name, Result<T> (*parse)(std::string_view), std::optional<T>& to) {
    parsed(name, parse, [&](T&& value) { to = std::move(value); });
  }

  /// As parsed(), but a value that cannot be read spoils the record.
  template <class T>
  void vital(std::string_view name, Result<T> (*parse)(std::string_view), std::optional<T>& to) {
    if (!find(name)) return;
    Result<T> value = required(name, parse);
    if (value)
      to = std::move(*value);
    else
      left_.spoil(value.error());
  }

  /// Calls `read(item, its name)` for each item of a list.
  template <class Read>
  void each(std::string_view name, Read&& read) {
    const JsonValue* value = find(name);
    if (!value) return;
    const JsonValue::Array* items = value->array();
    if (!items) return keep(name, *value, Error{ErrorCode::malformed, "a list is expected"});
    for (std::size_t i = 0; i < items->size(); ++i)
      read((*items)[i], std::string(name) + '[' + std::to_string(i) + ']');
  }

  /// Calls `read(ObjectReader&) -> Result<void>` for each object of a list; one that fails is kept whole.
  template <class Read>
  void objects(std::string_view name, Read&& read) {
    each(name, [&](const JsonValue& item, const std::string& at) { object(item, at, read); });
  }

  /// The same for a single object.
  template <class Read>
  void object(std::string_view name, Read&& read) {
    if (const JsonValue* value = find(name)) object(*value, name, read);
  }

  /// Lists of plain values through a parse function; an item that cannot be read is kept raw.
  template <class T>
  void list(std::string_view name, Result<T> (*parse)(std::string_view), std::vector<T>& to) {
    each(name, [&](const JsonValue& item, const std::string& at) {
      const Result<std::string> text = text_of(item);
      if (!text) return keep(at, item, text.error());
      Result<T> value = parse(*text);
      if (!value) return keep(at, item, value.error());
      to.push_back(std::move(*value));
    });
  }

  /// Members nobody asked for are kept raw.
  void finish();

  /// The text of a string or number; ErrorCode::invalid_text for other types and where U+0000 stands in it.
  static Result<std::string> text_of(const JsonValue& value);

 private:
  template <class Read>
  void object(const JsonValue& value, std::string_view name, Read& read) {
    const JsonValue::Object* members = value.object();
    if (!members) return keep(name, value, Error{ErrorCode::malformed, "an object is expected"});
    ObjectReader inner(*members, path(name) + '.', left_);
    const Result<void> done = read(inner);
    if (!done) return keep(name, value, done.error());
    inner.finish();
  }

  const JsonValue::Object& object_;
  std::string path_;
  Leftovers& left_;
  std::vector<char> asked_;
  std::size_t next_ = 0;  ///< where the member after the last one found stands
};

}  // namespace marque
