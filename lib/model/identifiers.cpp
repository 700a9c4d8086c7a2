#include "marque/model/identifiers.hpp"

#include <algorithm>

#include "model/spelling.hpp"

namespace marque {

namespace {

/// A number's digits and what follows them.
struct Split {
  std::string_view digits;
  std::string_view rest;
};

Split split_digits(std::string_view text) noexcept {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  return {text.substr(0, end), text.substr(end)};
}

bool is_letter(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool are_letters(std::string_view text) noexcept { return std::all_of(text.begin(), text.end(), is_letter); }

/// The value of 1 … `longest` digits that are not all zero, or 0.
std::uint32_t running_number(std::string_view digits, std::size_t longest) noexcept {
  const int value = digits.size() <= longest ? decimal(digits) : -1;
  return value > 0 ? static_cast<std::uint32_t>(value) : 0;
}

std::string padded(std::uint32_t digits, std::size_t width) {
  std::string text = std::to_string(digits);
  return text.size() < width ? text.insert(0, width - text.size(), '0') : text;
}

/// Drops `R`, `2R` … that old print puts before a renewed registration.
std::string_view without_renewal_prefix(std::string_view text) noexcept {
  const auto [count, rest] = split_digits(text);
  return count.size() <= 1 && rest.starts_with('R') ? rest.substr(1) : text;
}

bool is_designation_suffix(std::string_view suffix) noexcept {
  if (!suffix.empty() && suffix.back() >= '0' && suffix.back() <= '9') suffix.remove_suffix(1);
  return suffix.size() <= 2 && are_letters(suffix);
}

Error refused(std::string_view what, std::string_view text) {
  return {ErrorCode::invalid_identifier, "not " + std::string(what) + ": " + quoted(text)};
}

}  // namespace

Result<NationalNumber> NationalNumber::parse(std::string_view text) {
  // Most numbers are bare digits already.
  if (std::all_of(text.begin(), text.end(), is_digit))
    if (const std::uint32_t plain = running_number(text, 8); plain != 0) return NationalNumber(plain, '\0');
  const std::string dense = upper_case(without_spaces(text));
  if (dense.size() > 3 && dense[2] == '-' && are_letters(std::string_view(dense).substr(0, 2)))
    return of_office(std::string_view(dense).substr(0, 2), std::string_view(dense).substr(3));
  const std::string bare = bare_number(text);
  const auto [digits, rest] = split_digits(bare);
  const std::uint32_t number = running_number(digits, 8);
  if (number == 0 || rest.size() > 1 || !are_letters(rest)) return refused("a Chinese trademark number", text);
  return NationalNumber(number, rest.empty() ? '\0' : rest.front());
}

Result<NationalNumber> NationalNumber::of_office(std::string_view office, std::string_view number) {
  if (office == "CN") return parse(number);
  if (office.size() != 2 || !are_letters(office)) return refused("the ST.3 code of an office", office);
  std::string kept = upper_case(half_width(number));
  std::erase_if(kept, [](char c) { return c == ' ' || c == '-' || c == '/' || c == '.'; });
  const bool written_well = std::all_of(kept.begin(), kept.end(), [](char c) { return is_digit(c) || is_letter(c); });
  if (!written_well || kept.size() > 20 || kept.find_first_of("123456789") == std::string::npos)
    return refused("the number of a trademark", number);
  return NationalNumber(std::string(office) + '-' + kept);
}

std::string_view NationalNumber::office() const noexcept {
  return is_chinese() ? std::string_view("CN") : std::string_view(foreign_).substr(0, 2);
}

std::string_view NationalNumber::office_number() const noexcept {
  return is_chinese() ? std::string_view() : std::string_view(foreign_).substr(3);
}

std::string NationalNumber::to_string() const {
  if (!is_chinese()) return foreign_;
  std::string text = std::to_string(digits_);
  if (division_ != 0) text += division_;
  return text;
}

std::string NationalNumber::display() const { return is_chinese() ? "第" + to_string() + "号" : foreign_; }

Result<InternationalNumber> InternationalNumber::parse(std::string_view text) {
  std::string bare = bare_number(text);
  constexpr std::string_view chinese_heading = "国际注册";
  if (bare.starts_with(chinese_heading)) bare = bare_number(std::string_view(bare).substr(chinese_heading.size()));
  const auto [digits, suffix] = split_digits(without_renewal_prefix(bare));
  const std::uint32_t number = running_number(digits, 7);
  if (number == 0 || suffix.size() > 2 || !are_letters(suffix)) {
    return refused("an international registration number", text);
  }
  return InternationalNumber(number, std::string(suffix));
}

std::string InternationalNumber::to_string() const { return std::to_string(digits_) + suffix_; }

Result<ChinaDesignationNumber> ChinaDesignationNumber::parse(std::string_view text) {
  const std::string bare = bare_number(text);
  if (!bare.starts_with('G')) return refused("the number of a designation of China", text);
  const auto [digits, suffix] = split_digits(std::string_view(bare).substr(1));
  const std::uint32_t number = running_number(digits, 7);
  if (number == 0 || !is_designation_suffix(suffix)) return refused("the number of a designation of China", text);
  return ChinaDesignationNumber(number, std::string(suffix));
}

InternationalNumber ChinaDesignationNumber::international() const {
  const std::size_t end = suffix_.find_first_of("H0123456789");
  return *InternationalNumber::parse(std::to_string(digits_) + suffix_.substr(0, end));
}

std::string ChinaDesignationNumber::to_string() const { return 'G' + std::to_string(digits_) + suffix_; }

Result<AgiNumber> AgiNumber::parse(std::string_view text) {
  const std::string bare = bare_number(text);
  const std::uint32_t number =
      bare.size() == 8 && bare.starts_with("AGI") ? running_number(std::string_view(bare).substr(3), 5) : 0;
  if (number == 0) return refused("the number of an agricultural GI certificate", text);
  return AgiNumber(number);
}

std::string AgiNumber::to_string() const { return "AGI" + padded(digits_, 5); }

Result<AnnouncementNumber> AnnouncementNumber::parse(std::string_view text) {
  constexpr std::string_view ordinal = "第", notice = "公告", year_sign = "年";
  constexpr std::size_t year_digits = 4;
  const Error refusal = refused("the number of an announcement", text);
  const std::string dense = without_spaces(text);
  std::string_view authority = dense;
  const std::size_t place = authority.rfind(ordinal);
  if (place == std::string_view::npos) return refusal;
  const auto [digits, rest] = split_digits(authority.substr(place + ordinal.size()));
  authority = authority.substr(0, place);
  int year = 0;
  if (authority.ends_with(year_sign) && authority.size() >= year_digits + year_sign.size()) {
    authority.remove_suffix(year_sign.size());
    year = decimal(authority.substr(authority.size() - year_digits));
    authority.remove_suffix(year_digits);
    if (year < 1949) return refusal;
  }
  const bool named_before = authority.ends_with(notice);
  if (named_before) authority.remove_suffix(notice.size());
  if (rest != (named_before ? "号" : "号公告")) return refusal;
  const std::uint32_t number = running_number(digits, 6);
  if (number == 0 || authority.empty()) return refusal;
  return AnnouncementNumber(std::string(authority), year, number);
}

std::string AnnouncementNumber::to_string() const {
  const std::string number = std::to_string(number_);
  if (year_ == 0) return authority_ + "公告第" + number + "号";
  return authority_ + std::to_string(year_) + "年第" + number + "号公告";
}

}  // namespace marque
