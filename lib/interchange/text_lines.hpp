#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "interchange/wording.hpp"
#include "marque/text/display.hpp"

namespace marque {

/// Gathers the lines of a text for a terminal, indented by their rank.
class TextLines {
 public:
  explicit TextLines(Language language) : language_(language) {}

  Language language() const noexcept { return language_; }
  const std::string& indent() const noexcept { return indent_; }

  void line(std::string_view text) {
    if (!text.empty()) text_.append(indent_).append(text);
    text_.push_back('\n');
  }
  void raw(std::string_view lines) { text_.append(lines); }

  /// A line above which another part begins.
  void title(std::string_view text) {
    text_.push_back('\n');
    line(text);
  }

  /// A phrase of the wording table and its value, values below each other; nothing for an empty value.
  void field(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    std::string text(wording(key, language_));
    const std::size_t width = language_ == Language::zh ? 14 : 22, taken = display_width(text);
    text.append(width > taken ? width - taken : 1, ' ');
    line(text.append(value));
  }

  template <class Body>
  void indented(Body&& body) {
    indent_.append("  ");
    body();
    indent_.resize(indent_.size() - 2);
  }

  std::string text() && { return std::move(text_); }

 private:
  Language language_;
  std::string indent_;
  std::string text_;
};

}  // namespace marque
