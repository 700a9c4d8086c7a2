#include "marque/law/holidays.hpp"

#include <algorithm>
#include <charconv>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_holidays)

namespace marque {

namespace {

constexpr int earliest_year = 1949, latest_year = 2999;

Date new_year(int year) { return *Date::make(year, 1, 1); }

bool is_weekend(Date day) noexcept {
  return day.weekday() == std::chrono::Saturday || day.weekday() == std::chrono::Sunday;
}

Result<int> year_of(std::string_view text) {
  int year = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (fault != std::errc{} || end != text.data() + text.size() || year < earliest_year || year > latest_year)
    return Error{ErrorCode::invalid_date, "no year \"" + std::string(text.substr(0, 20)) + '"'}.in_field("year");
  return year;
}

Result<SetDay> day_of(const std::vector<std::string_view>& row) {
  if (row.size() != 4) return Error{ErrorCode::malformed, "a day needs four fields"};
  const auto date = Date::parse(row[1]);
  if (!date) return date.error().in_field("day");
  return SetDay{*date, row[0] == "off", std::string(row[2]), std::string(row[3])};
}

bool earlier(const SetDay& a, const SetDay& b) noexcept { return a.date < b.date; }

}  // namespace

const Holidays& Holidays::of_china() {
  static const Holidays table = *parse(embedded(marque_holidays, marque_holidays_end));
  return table;
}

Result<Holidays> Holidays::parse(std::string_view table) {
  Holidays holidays;
  std::optional<Error> fault;
  std::uint64_t number = 0;
  for_each_row(table, [&](const auto& row) {
    ++number;
    if (fault) return;
    if (row[0] == "year" && row.size() >= 2) {
      if (const auto year = year_of(row[1])) holidays.years_.push_back(*year);
      else fault = year.error().in_record(number);
    } else if (row[0] == "off" || row[0] == "work") {
      if (auto day = day_of(row)) holidays.days_.push_back(*std::move(day));
      else fault = day.error().in_record(number);
    } else {
      fault = Error{ErrorCode::malformed, "a row begins with year, off or work"}.in_record(number);
    }
  });
  if (fault) return *fault;
  holidays.fill();
  return holidays;
}

Holidays Holidays::joined_with(const Holidays& newer) const {
  const auto is_newer = [&](int year) { return std::binary_search(newer.years_.begin(), newer.years_.end(), year); };
  Holidays both = newer;
  for (const int year : years_)
    if (!is_newer(year)) both.years_.push_back(year);
  for (const SetDay& day : days_)
    if (!is_newer(day.date.year())) both.days_.push_back(day);
  both.fill();
  return both;
}

void Holidays::fill() {
  std::sort(years_.begin(), years_.end());
  years_.erase(std::unique(years_.begin(), years_.end()), years_.end());
  std::stable_sort(days_.begin(), days_.end(), earlier);
  kinds_.clear();
  if (years_.empty()) return;
  const Date first = new_year(years_.front()), end = new_year(years_.back() + 1);
  first_day_ = first.days();
  kinds_.assign(static_cast<std::size_t>(end.days() - first.days()), DayKind::unknown);
  const auto at = [&](Date day) -> DayKind& { return kinds_[static_cast<std::size_t>(day.days() - first_day_)]; };
  for (const int year : years_)
    for (Date day = new_year(year); day < new_year(year + 1); day = day.plus_days(1))
      at(day) = is_weekend(day) ? DayKind::off : DayKind::working;
  for (const SetDay& day : days_)
    if (kind_of(day.date) != DayKind::unknown) at(day.date) = day.off ? DayKind::off : DayKind::working;
}

DayKind Holidays::kind_of(Date day) const noexcept {
  const std::int64_t place = std::int64_t{day.days()} - first_day_;
  if (place < 0 || place >= static_cast<std::int64_t>(kinds_.size())) return DayKind::unknown;
  return kinds_[static_cast<std::size_t>(place)];
}

const SetDay* Holidays::set_day(Date day) const noexcept {
  const auto found =
      std::lower_bound(days_.begin(), days_.end(), day, [](const SetDay& a, Date b) { return a.date < b; });
  return found != days_.end() && found->date == day ? &*found : nullptr;
}

}  // namespace marque
