#include "interchange/goods_table_builder.hpp"

#include <optional>
#include <string>

#include "marque/text/encoding.hpp"
#include "model/spelling.hpp"

namespace marque {
namespace {

using Text = std::u32string_view;

constexpr Text numerals = U"一二三四五六七八九十";

bool is_one_of(char32_t c, Text set) { return set.find(c) != Text::npos; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

Text trimmed_points(Text text) {
  constexpr Text blank = U" \t　\r，,、；;";
  while (!text.empty() && is_one_of(text.front(), blank)) text.remove_prefix(1);
  while (!text.empty() && is_one_of(text.back(), blank)) text.remove_suffix(1);
  return text;
}

int numeral_value(Text text) {
  int value = 0, last = 0;
  for (const char32_t c : text) {
    const std::size_t at = numerals.find(c);
    if (at == Text::npos) return 0;
    if (at == 9) { value += (last == 0 ? 1 : last) * 10; last = 0; }
    else last = static_cast<int>(at) + 1;
  }
  return value + last;
}

/// How many digits stand at the front.
std::size_t leading_digits(Text text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  return n;
}

/// 第二十五类 …: the class, and the rest of the line.
std::optional<int> class_of(Text line, Text& rest) {
  if (!line.starts_with(U"第")) return {};
  const std::size_t end = line.find(U'类');
  if (end == Text::npos || end < 2 || end > 5) return {};
  const Text number = line.substr(1, end - 1);
  int value = numeral_value(number);
  if (value == 0 && leading_digits(number) == number.size()) value = static_cast<int>(number.front() - U'0') * (number.size() == 2 ? 10 : 1) + (number.size() == 2 ? static_cast<int>(number[1] - U'0') : 0);
  if (value < 1 || value > 45) return {};
  rest = trimmed_points(line.substr(end + 1));
  return value;
}

/// Reads line after line; an item ends at its code, wherever lines break.
class Printed {
 public:
  explicit Printed(GoodsTableBuilder& builder) : builder_(builder) {}

  void line(Text text) {
    ++record_;
    text = trimmed_points(text);
    if (text.empty()) return;
    Text rest;
    if (const auto nice_class = class_of(text, rest)) {
      open_class(*nice_class, rest);
    } else if (leading_digits(text) == 4 && text.size() > 4 && !note_) {
      open_group(text);
    } else if (leading_digits(text) == 4 && note_ && starts_group(text)) {
      open_group(text);
    } else if (text.starts_with(U"注：") || text.starts_with(U"注:") || text.starts_with(U"跨类似群保护")) {
      flush_note();
      note_ = std::u32string(text);
    } else if (note_) {
      *note_ += U'\n';
      note_->append(text);
    } else {
      items(text);
    }
  }

  void finish() {
    flush_note();
    leave_open_item();
  }

 private:
  /// A group's line within notes: four digits, a space, and words that end no statement.
  static bool starts_group(Text text) {
    return text.size() > 5 && is_one_of(text[4], U" \t　") && text.find(U"类似") == Text::npos && text.find(U"交叉检索") == Text::npos;
  }

  void open_class(int number, Text heading) {
    finish();
    home_ = std::to_string(number);
    group_.clear();
    section_ = 0;
    if (!heading.empty()) builder_.row(home_, encode_utf8(heading), {}, 0, record_);
  }

  void open_group(Text text) {
    finish();
    group_ = home_ = encode_utf8(text.substr(0, 4));
    section_ = 0;
    builder_.row(group_, encode_utf8(trimmed_points(text.substr(4))), {}, 0, record_);
  }

  void flush_note() {
    if (note_) builder_.note(encode_utf8(*note_), home_, record_);
    note_.reset();
  }

  void leave_open_item() {
    if (const Text left = trimmed_points(open_); !left.empty())
      builder_.bad(ErrorCode::malformed, "no code after \"" + encode_utf8(left.substr(0, 40)) + "\"", record_, {});
    open_.clear();
  }

  void items(Text text) {
    if (group_.empty()) {
      builder_.bad(ErrorCode::malformed, "words before the first group: \"" + encode_utf8(text.substr(0, 40)) + "\"", record_, {});
      return;
    }
    for (std::size_t i = 0; i < text.size();) {
      if (open_section(text, i)) continue;
      const std::size_t letter = is_one_of(text[i], U"CcＣ") ? 1 : 0;
      const bool boundary = open_.empty() || !is_digit(open_.back());
      if (boundary && leading_digits(text.substr(i + letter)) == 6) {
        take_item(text.substr(i, letter + 6));
        i += letter + 6;
      } else {
        open_ += text[i++];
      }
    }
  }

  /// （一）where an item may begin.
  bool open_section(Text text, std::size_t& i) {
    if (!trimmed_points(open_).empty() || !is_one_of(text[i], U"（(")) return false;
    const std::size_t close = text.find_first_of(U"）)", i);
    if (close == Text::npos || close == i + 1 || close > i + 4) return false;
    const int section = numeral_value(text.substr(i + 1, close - i - 1));
    if (section == 0) return false;
    section_ = section;
    open_.clear();
    i = close + 1;
    return true;
  }

  void take_item(Text code) {
    std::u32string plain(code);
    if (plain.front() == U'Ｃ') plain.front() = U'C';
    builder_.row(encode_utf8(plain), encode_utf8(trimmed_points(open_)), group_, section_, record_);
    open_.clear();
  }

  GoodsTableBuilder& builder_;
  std::uint64_t record_ = 0;
  std::string home_, group_;
  int section_ = 0;
  std::u32string open_;
  std::optional<std::u32string> note_;
};

}  // namespace

void read_printed_table(GoodsTableBuilder& builder, std::string_view text) {
  Printed printed(builder);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (const auto line = decode_utf8(half_width(text.substr(0, end)))) printed.line(*line);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  printed.finish();
}

}  // namespace marque
