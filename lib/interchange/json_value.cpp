#include "interchange/json_value.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include "marque/base/limits.hpp"
#include "marque/interchange/json_writer.hpp"
#include "marque/text/encoding.hpp"

// RapidJSON is included here and nowhere else. Its stock assertion aborts the process; ours throws, out of functions
// that must then not be noexcept, and parse_json() catches it.
namespace marque {
namespace {
struct RapidJsonFault {};
[[noreturn]] void rapidjson_fault() { throw RapidJsonFault{}; }
}  // namespace
}  // namespace marque
#define RAPIDJSON_HAS_CXX11_NOEXCEPT 0
#define RAPIDJSON_ASSERT(condition) ((condition) ? static_cast<void>(0) : ::marque::rapidjson_fault())
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace marque {
namespace {

constexpr unsigned parse_flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
constexpr unsigned validating_flags = parse_flags | rapidjson::kParseValidateEncodingFlag;

/// The parser lets \udc00 to \udfff pass without the half before it: no character, and no UTF-8.
bool has_surrogate(std::string_view text) {
  for (std::size_t at = text.find('\xED'); at != text.npos; at = text.find('\xED', at + 1))
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0) return true;
  return false;
}

/// Builds the tree from the reader's events and stops it where a limit is passed.
class TreeBuilder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, TreeBuilder> {
 public:
  explicit TreeBuilder(const DocumentLimits& limits) : limits_(limits) {}

  bool Null() { return add(JsonValue{}, 0); }
  bool Bool(bool value) { return add(JsonValue{value}, 0); }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool) {
    if (length > limits_.number_chars) return fail("number_chars", limits_.number_chars, "a number is too long");
    return add(JsonValue{JsonValue::Number{{text, length}}}, length);
  }
  bool String(const char* text, rapidjson::SizeType length, bool) {
    if (length > limits_.string_bytes) return fail("string_bytes", limits_.string_bytes, "a string is too long");
    if (has_surrogate({text, length})) return lone_surrogate();
    return add(JsonValue{std::string(text, length)}, length);
  }
  bool StartObject() { return open(true); }
  bool StartArray() { return open(false); }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    if (length > limits_.string_bytes) return fail("string_bytes", limits_.string_bytes, "a member's name is too long");
    if (has_surrogate({text, length})) return lone_surrogate();
    frames_.back().name.assign(text, length);
    return spend(length);
  }
  bool EndObject(rapidjson::SizeType) {
    JsonValue::Object members = std::move(frames_.back().members);
    frames_.pop_back();
    return unique(members) && add(JsonValue{std::move(members)}, 0);
  }
  bool EndArray(rapidjson::SizeType) {
    JsonValue::Array items = std::move(frames_.back().items);
    frames_.pop_back();
    return add(JsonValue{std::move(items)}, 0);
  }

  const std::optional<Error>& error() const { return error_; }
  JsonValue take() { return std::move(root_); }

 private:
  struct Frame {
    bool is_object = false;
    std::string name;
    JsonValue::Object members;
    JsonValue::Array items;
  };

  bool open(bool is_object) {
    if (frames_.size() >= limits_.depth) return fail("depth", limits_.depth, "values are nested too deep");
    Frame& frame = frames_.emplace_back();
    frame.is_object = is_object;
    if (is_object) frame.members.reserve(8);
    return true;
  }

  bool add(JsonValue value, std::size_t bytes) {
    if (!spend(bytes + sizeof(JsonValue::Member))) return false;
    if (frames_.empty()) {
      root_ = std::move(value);
    } else if (frames_.back().is_object) {
      frames_.back().members.push_back({std::move(frames_.back().name), std::move(value)});
    } else {
      frames_.back().items.push_back(std::move(value));
    }
    return true;
  }

  bool spend(std::size_t bytes) {
    spent_ += bytes;
    return spent_ <= limits_.dom_bytes || fail("record_bytes", limits_.dom_bytes, "the document is too large");
  }

  bool fail(std::string_view limit, std::uint64_t value, const char* what) {
    error_ = limit_error(limit, value, what);
    return false;
  }

  bool lone_surrogate() {
    error_ = Error{ErrorCode::malformed, "half of a surrogate pair stands alone in a string"};
    return false;
  }

  bool unique(const JsonValue::Object& members) {
    constexpr std::size_t few = 32;  // comparing each with each would let a hostile object cost quadratic time
    if (members.size() > few) return unique_by_order(members);
    for (std::size_t i = 1; i < members.size(); ++i)
      for (std::size_t k = 0; k < i; ++k)
        if (members[i].name == members[k].name) return twice(members[i].name);
    return true;
  }

  bool unique_by_order(const JsonValue::Object& members) {
    std::vector<std::string_view> names;
    names.reserve(members.size());
    for (const auto& member : members) names.push_back(member.name);
    std::sort(names.begin(), names.end());
    const auto again = std::adjacent_find(names.begin(), names.end());
    return again == names.end() || twice(*again);
  }

  bool twice(std::string_view name) {
    error_ = Error{ErrorCode::malformed, "member \"" + std::string(name.substr(0, 80)) + "\" stands twice in an object"};
    return false;
  }

  const DocumentLimits& limits_;
  std::vector<Frame> frames_;
  JsonValue root_;
  std::size_t spent_ = 0;
  std::optional<Error> error_;
};

template <unsigned flags>
Result<JsonValue> parse(std::string_view text, const DocumentLimits& limits) {
  TreeBuilder builder(limits);
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
  if (!result.IsError()) return builder.take();
  if (builder.error()) return builder.error()->at_offset(result.Offset());
  std::string reason = rapidjson::GetParseError_En(result.Code());
  if (!reason.empty() && reason.back() == '.') reason.pop_back();
  return Error{ErrorCode::malformed, "no valid JSON: " + reason}.at_offset(result.Offset());
}

void write(JsonWriter& out, const JsonValue& value) {
  if (const auto* object = value.object()) {
    out.begin_object();
    for (const auto& member : *object) {
      out.key(member.name);
      write(out, member.value);
    }
    out.end_object();
  } else if (const auto* array = value.array()) {
    out.begin_array();
    for (const auto& item : *array) write(out, item);
    out.end_array();
  } else if (const auto* text = value.string()) {
    out.string(*text);
  } else if (const auto* number = value.scalar()) {
    out.raw(*number);
  } else if (const auto* boolean = value.boolean()) {
    out.boolean(*boolean);
  } else {
    out.null();
  }
}

}  // namespace

const JsonValue* JsonValue::member(std::string_view name) const noexcept {
  if (const Object* members = object())
    for (const Member& one : *members)
      if (one.name == name) return &one.value;
  return nullptr;
}

const std::string* JsonValue::scalar() const noexcept {
  if (const auto* number = std::get_if<Number>(&value_)) return &number->text;
  return string();
}

std::string JsonValue::to_string() const {
  if (const auto* text = string()) return *text;
  return to_json();
}

std::string JsonValue::to_json() const {
  JsonWriter out;
  write(out, *this);
  return std::move(out).text();
}

Result<JsonValue> parse_json(std::string_view text, const DocumentLimits& limits) {
  if (text.size() > limits.dom_bytes) return limit_error("record_bytes", limits.dom_bytes, "the document is too large");
  if (const auto nul = text.find('\0'); nul != std::string_view::npos)
    return Error{ErrorCode::malformed, "a NUL byte stands in the JSON text"}.at_offset(nul);
  if (text.starts_with("\xEF\xBB\xBF"))
    return Error{ErrorCode::malformed, "a byte order mark stands in the JSON text"}.at_offset(0);
  try {
    // Looked at as a whole, good UTF-8 is known faster than by the parser, character by character; of bad one the parser says
    // where it stands.
    return check_utf8(text) ? parse<parse_flags>(text, limits) : parse<validating_flags>(text, limits);
  } catch (const RapidJsonFault&) {
    return Error{ErrorCode::malformed, "no valid JSON"};
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::out_of_memory, "no memory left for the JSON text"};
  }
}

}  // namespace marque
