#include "interchange/object_reader.hpp"

namespace marque {

void Leftovers::keep(const std::string& path, const JsonValue& value, const Error& why) {
  raw.emplace_back(path, value.to_string());
  Error warning = why;
  warning.where.field = path;
  warnings.push_back(std::move(warning));
}

void Leftovers::spoil(Error error) {
  if (!fault) fault = std::move(error);
}

ObjectReader::ObjectReader(const JsonValue::Object& object, std::string path, Leftovers& left)
    : object_(object), path_(std::move(path)), left_(left), asked_(object.size(), 0) {}

const JsonValue* ObjectReader::find(std::string_view name) {
  // Members mostly stand in the order in which they are asked for.
  const std::size_t size = object_.size();
  for (std::size_t passed = 0, i = next_; passed < size; ++passed, ++i) {
    if (i == size) i = 0;
    if (object_[i].name != name) continue;
    asked_[i] = 1;
    next_ = i + 1 == size ? 0 : i + 1;
    return object_[i].value.is_null() ? nullptr : &object_[i].value;
  }
  return nullptr;
}

Result<std::string> ObjectReader::text_of(const JsonValue& value) {
  const std::string* text = value.scalar();
  if (!text) return Error{ErrorCode::invalid_text, "text is expected"};
  if (text->find('\0') != std::string::npos) return Error{ErrorCode::invalid_text, "U+0000 stands in a text"};
  return *text;
}

Result<std::string> ObjectReader::required_text(std::string_view name) {
  const JsonValue* value = find(name);
  if (!value) return Error{ErrorCode::missing_field, "it is missing"}.in_field(path(name));
  Result<std::string> text = text_of(*value);
  return text ? text : Result<std::string>(text.error().in_field(path(name)));
}

void ObjectReader::text(std::string_view name, std::string& to) {
  const JsonValue* value = find(name);
  if (!value) return;
  Result<std::string> text = text_of(*value);
  if (!text) return keep(name, *value, text.error());
  to = std::move(*text);
}

void ObjectReader::flag(std::string_view name, bool& to) {
  const JsonValue* value = find(name);
  if (!value) return;
  if (const bool* truth = value->boolean())
    to = *truth;
  else
    keep(name, *value, Error{ErrorCode::malformed, "true or false is expected"});
}

void ObjectReader::finish() {
  for (std::size_t i = 0; i < object_.size(); ++i)
    if (!asked_[i]) keep(object_[i].name, object_[i].value, Error{ErrorCode::unsupported, "no such member is known"});
}

}  // namespace marque
