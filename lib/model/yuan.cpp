#include "marque/model/yuan.hpp"

#include <algorithm>

#include "model/spelling.hpp"

namespace marque {

namespace {

/// 90 trillion yuan: below 2^53 fen, so that a sum also survives as a JSON number.
constexpr std::int64_t limit = 9'000'000'000'000'000;

/// Takes the unit off the end and gives how many decimal places of it make a fen.
int take_unit(std::string_view& text) noexcept {
  const auto ends = [&](std::string_view unit) {
    if (!text.ends_with(unit)) return false;
    text.remove_suffix(unit.size());
    return true;
  };
  ends("元");
  if (ends("万")) return 6;
  if (ends("亿")) return 10;
  return 2;
}

/// Drops the commas of `1,500,000`; empty where they do not part groups of three.
std::string ungrouped(std::string_view whole) {
  std::string digits;
  const bool grouped = whole.find(',') != std::string_view::npos;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const bool comma_due = grouped && i > 0 && (whole.size() - i) % 4 == 0;
    if (comma_due != (whole[i] == ',')) return {};
    if (!comma_due) digits += whole[i];
  }
  return digits;
}

Error refused(std::string_view text, std::string_view why) {
  return {ErrorCode::invalid_argument, "not a sum in yuan: " + quoted(text) + ' ' + std::string(why)};
}

bool all_digits(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<Yuan> Yuan::parse(std::string_view text) {
  const std::string dense = without_spaces(text);
  std::string_view rest = dense;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  int places = take_unit(rest);
  const std::size_t point = rest.find('.');
  std::string digits = ungrouped(rest.substr(0, point));
  std::string_view fraction = point == std::string_view::npos ? std::string_view{} : rest.substr(point + 1);
  if (digits.empty() || (point != std::string_view::npos && fraction.empty()) || !all_digits(digits) ||
      !all_digits(fraction)) {
    return refused(text, "is no decimal number");
  }
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  places -= static_cast<int>(fraction.size());
  if (fraction.size() > 10 || places < 0) return refused(text, "is finer than a fen");
  digits += fraction;
  digits.append(static_cast<std::size_t>(places), '0');
  std::int64_t fen = 0;
  for (const char digit : digits) {
    fen = fen * 10 + (digit - '0');
    if (fen >= limit) return refused(text, "is 90 trillion or more");
  }
  return Yuan(negative ? -fen : fen);
}

std::string Yuan::to_string() const {
  const std::string sign = fen_ < 0 ? "-" : "";
  const std::uint64_t magnitude = fen_ < 0 ? 0 - static_cast<std::uint64_t>(fen_) : static_cast<std::uint64_t>(fen_);
  const std::uint64_t rest = magnitude % 100;
  std::string text = sign + std::to_string(magnitude / 100);
  if (rest != 0) text += (rest < 10 ? ".0" : ".") + std::to_string(rest);
  return text;
}

}  // namespace marque
