#include "marque/interchange/docket.hpp"

#include <string_view>

#include "marque/base/version.hpp"

namespace marque {

namespace {

constexpr std::size_t longest_line = 75;   // octets, RFC 5545 §3.1

/// TEXT (§3.3.11): backslash, semicolon, comma and line break escaped; other controls have no place in it.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\n') safe += "\\n";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) continue;
    else {
      if (c == '\\' || c == ';' || c == ',') safe.push_back('\\');
      safe.push_back(c);
    }
  }
  return safe;
}

bool continues_character(char c) noexcept { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

class Calendar {
 public:
  void line(std::string_view name, std::string_view value) {
    std::string rest = std::string(name) + ":" + std::string(value);
    for (std::size_t room = longest_line; rest.size() > room; room = longest_line - 1) {
      std::size_t cut = room;
      while (continues_character(rest[cut])) --cut;
      text_.append(rest, 0, cut).append("\r\n ");
      rest.erase(0, cut);
    }
    text_ += rest + "\r\n";
  }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string basic_form(Date day) {
  std::string digits = day.to_string();
  std::erase(digits, '-');
  return digits;
}

/// Letters, digits and the signs that no reader of a UID stumbles over; other bytes as two hex digits.
std::string identifier(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string id;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
    if (plain) id.push_back(c);
    else (id.push_back('_'), id.push_back(hex[byte >> 4]), id.push_back(hex[byte & 15]));
  }
  return id;
}

std::string uid_of(const DocketItem& item) {
  const Deadline& deadline = item.period.deadline;
  return std::string(name_of(item.kind)) + "-" + identifier(item.number) + "-" + std::string(deadline.period->id) + "-" +
         basic_form(deadline.start) + "@docket.marque";
}

void add(Calendar& out, const DocketItem& item, const std::string& stamp, Language language) {
  const Deadline& deadline = item.period.deadline;
  const bool hard = deadline.period->kind == PeriodKind::hard;
  const std::string summary = escaped(summary_of(item).in(language));
  out.line("BEGIN", "VEVENT");
  out.line("UID", uid_of(item));
  out.line("DTSTAMP", stamp);
  out.line("DTSTART;VALUE=DATE", basic_form(item.due));
  out.line("DTEND;VALUE=DATE", basic_form(item.due.plus_days(1)));
  out.line("SUMMARY", summary);
  out.line("DESCRIPTION", escaped(item.owner + (item.owner.empty() ? "" : "\n") + explain(deadline).in(language)));
  out.line("CATEGORIES", name_of(deadline.period->kind));
  out.line("TRANSP", "TRANSPARENT");
  if (hard) {
    out.line("BEGIN", "VALARM");
    out.line("ACTION", "DISPLAY");
    out.line("DESCRIPTION", summary);
    out.line("TRIGGER", "-P14D");
    out.line("END", "VALARM");
  }
  out.line("END", "VEVENT");
}

}  // namespace

std::string to_ics(std::span<const DocketItem> docket, Date as_of, Language language) {
  Calendar out;
  const std::string stamp = basic_form(as_of) + "T000000Z";
  out.line("BEGIN", "VCALENDAR");
  out.line("VERSION", "2.0");
  out.line("PRODID", "-//marque//docket " + std::string(version()) + "//" + (language == Language::zh ? "ZH" : "EN"));
  out.line("CALSCALE", "GREGORIAN");
  out.line("METHOD", "PUBLISH");
  for (const DocketItem& item : docket) add(out, item, stamp, language);
  out.line("END", "VCALENDAR");
  return out.take();
}

}  // namespace marque
