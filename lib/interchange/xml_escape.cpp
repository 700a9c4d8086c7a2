#include "interchange/xml_escape.hpp"

#include <algorithm>

namespace marque {
namespace {

bool is_forbidden_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

bool is_noncharacter(std::string_view text) { return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF"); }

constexpr std::string_view replacement = "\xEF\xBF\xBD";

}  // namespace

bool fits_in_xml(std::string_view text) {
  return std::none_of(text.begin(), text.end(), is_forbidden_control) && text.find("\xEF\xBF\xBE") == std::string_view::npos &&
         text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '>')
      escaped += "&gt;";
    else if (c == '"')
      escaped += "&quot;";
    else if (c == '\r')
      escaped += "&#13;";  // a plain one would be read as a line feed
    else if (c == '\n')
      escaped += "&#10;";
    else if (c == '\t')
      escaped += "&#9;";
    else if (is_forbidden_control(c))
      escaped += replacement;
    else if (is_noncharacter(text.substr(at))) {
      escaped += replacement;
      at += 2;
    } else
      escaped.push_back(c);
  }
  return escaped;
}

}  // namespace marque
