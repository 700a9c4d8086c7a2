#include "interchange/json_objects.hpp"

#include <algorithm>
#include <utility>

namespace marque {
namespace {

bool is_white(int c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Calls `take(byte, depth)` for every byte outside strings, until it returns false.
template <class Take>
void outside_strings(std::string_view text, Take&& take) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i)
        if (text[i] == '\\') ++i;
    } else {
      if (c == '{' || c == '[') ++depth;
      if (!take(c, depth)) return;
      if (c == '}' || c == ']') depth -= depth != 0;
    }
  }
}

/// Whether the object at the beginning of a text wraps a list of objects, which a record's own lists (goods, owners) do not
/// make it: those stand beside a number.
bool holds_list_of_objects(std::string_view text) {
  bool found = false;
  char last = 0;
  outside_strings(text, [&](char c, std::size_t depth) {
    if (is_white(c)) return true;
    found = c == '{' && last == '[';
    last = c;
    return !found && !(c == '}' && depth == 1);
  });
  if (!found) return false;
  constexpr std::string_view numbers[] = {"\"regNo\"", "\"applicationNumber\"", "\"giIdentifier\"", "\"number\"", "\"注册号\"",
                                          "\"申请号\""};
  const std::string_view before_list = text.substr(0, text.find('['));
  return std::none_of(std::begin(numbers), std::end(numbers),
                      [&](auto name) { return before_list.find(name) != std::string_view::npos; });
}

}  // namespace

bool begins_as_json_objects(std::string_view start) {
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  if (start[first] == '[') return true;
  if (start[first] != '{') return false;
  return start.find("\"kind\"") == std::string_view::npos;
}

Result<bool> JsonObjects::more() {
  // What was passed is let go of.
  buffer_.consume(std::exchange(at_, 0));
  return buffer_.grow();
}

/// The byte at hand, or -1 at the end.
Result<int> JsonObjects::peek() {
  if (at_ == buffer_.window().size()) {
    const Result<bool> grown = more();
    if (!grown) return grown.error();
    if (!*grown) return -1;
  }
  return static_cast<unsigned char>(buffer_.window()[at_]);
}

/// Passes a string whose quote is at hand.
Result<void> JsonObjects::pass_string() {
  ++at_;
  for (;;) {
    const Result<int> byte = peek();
    if (!byte) return byte.error();
    if (*byte < 0) return Error{ErrorCode::malformed, "a string is not closed"}.at_offset(bytes_read());
    ++at_;
    if (*byte == '"') return {};
    if (*byte != '\\') continue;
    const Result<int> escaped = peek();
    if (!escaped) return escaped.error();
    if (*escaped >= 0) ++at_;
  }
}

/// Whether the object at hand wraps a list of records, which its first bytes show.
Result<bool> JsonObjects::wraps_list() {
  constexpr std::size_t looked_at = 64 * 1024;
  buffer_.consume(std::exchange(at_, 0));
  while (buffer_.window().size() < looked_at) {
    const Result<bool> grown = buffer_.grow();
    if (!grown) return grown.error();
    if (!*grown) break;
  }
  return holds_list_of_objects(buffer_.window().substr(0, looked_at));
}

/// The whole object that begins at hand.
Result<std::string> JsonObjects::take_object() {
  buffer_.consume(std::exchange(at_, 0));
  std::size_t depth = 0, scanned = 0;
  bool in_string = false, escaped = false;
  for (;;) {
    const std::string_view window = buffer_.window();
    for (; scanned < window.size(); ++scanned) {
      const char c = window[scanned];
      if (escaped) {
        escaped = false;
      } else if (in_string) {
        escaped = c == '\\';
        in_string = c != '"';
      } else if (c == '"') {
        in_string = true;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (c == '}' || c == ']') {
        if (--depth != 0) continue;
        std::string object(window.substr(0, scanned + 1));
        at_ = scanned + 1;
        return object;
      }
    }
    if (window.size() > limits_.dom_bytes)
      return limit_error("record_bytes", limits_.dom_bytes, "a record is too long").at_offset(buffer_.consumed());
    const Result<bool> grown = buffer_.grow();
    if (!grown) return grown.error();
    if (!*grown) return Error{ErrorCode::malformed, "an object is not closed"}.at_offset(buffer_.consumed());
  }
}

Result<std::optional<std::string>> JsonObjects::next() {
  for (;;) {
    const Result<int> byte = peek();
    if (!byte) return byte.error();
    if (*byte < 0) {
      if (!open_.empty()) return Error{ErrorCode::malformed, "a list or object is not closed"}.at_offset(bytes_read());
      return std::optional<std::string>{};
    }
    if (*byte == '"') {
      if (const Result<void> passed = pass_string(); !passed) return passed.error();
      continue;
    }
    if (*byte == '{' && (in_list() || (open_.empty() && !any_list_))) {
      const bool alone = open_.empty();
      if (!alone) any_list_ = true;
      if (alone) {
        const Result<bool> wraps = wraps_list();
        if (!wraps) return wraps.error();
        if (*wraps) {
          any_list_ = true;
          open_.push_back('{');
          ++at_;
          continue;
        }
      }
      Result<std::string> object = take_object();
      if (!object) return object.error();
      return std::optional<std::string>(std::move(*object));
    }
    if (*byte == '{' || *byte == '[') {
      if (open_.size() >= limits_.depth)
        return limit_error("depth", limits_.depth, "values are nested too deep").at_offset(bytes_read());
      open_.push_back(static_cast<char>(*byte));
    } else if (*byte == '}' || *byte == ']') {
      if (open_.empty() || (open_.back() == '{') != (*byte == '}'))
        return Error{ErrorCode::malformed, "a bracket is closed that was not opened"}.at_offset(bytes_read());
      open_.pop_back();
    } else if (open_.empty() && !is_white(*byte)) {
      return Error{ErrorCode::malformed, "no list or object of JSON begins here"}.at_offset(bytes_read());
    }
    ++at_;
  }
}

}  // namespace marque
