#include "marque/law/deadline.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_periods)

namespace marque {

namespace {

using Names = std::array<std::string_view, 7>;
constexpr std::array<std::string_view, 3> kind_names{"hard", "window", "effect"};
constexpr Names counting_names{"ordinary", "term", "plain", "after", "expiry", "month_after", "none"};

template <class Enum, class Known>
Enum enumerator(std::string_view name, const Known& names) {
  return static_cast<Enum>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::string_view unless_dash(std::string_view cell) noexcept { return cell == "-" ? std::string_view{} : cell; }

/// `3m`, `15d`; nothing for `-`.
std::optional<Length> length_of(std::string_view cell) {
  if (cell == "-") return {};
  int count = 0;
  std::from_chars(cell.data(), cell.data() + cell.size() - 1, count);
  return cell.back() == 'm' ? Length{count, 0} : Length{0, count};
}

std::vector<std::string_view> split(std::string_view list, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at; (at = list.find(separator)) != std::string_view::npos; list.remove_prefix(at + 1))
    parts.push_back(list.substr(0, at));
  parts.push_back(list);
  return parts;
}

std::vector<Period> read_periods() {
  std::vector<Period> table;
  for_each_row(embedded(marque_periods, marque_periods_end), [&](const auto& row) {
    if (table.empty() || table.back().id != row.at(0))
      table.push_back({row.at(0), split(row.at(2), '|'), row.at(3), enumerator<PeriodKind>(row.at(4), kind_names),
                       enumerator<Counting>(row.at(5), counting_names), length_of(row.at(7)).value_or(Length{}),
                       length_of(row.at(8)).value_or(Length{}), {}});
    table.back().rules.push_back({row.at(1), length_of(row.at(6)).value_or(Length{}), length_of(row.at(9)), row.at(10),
                                  row.at(11), row.at(12), verification_named(row.at(13)), unless_dash(row.at(14)),
                                  unless_dash(row.at(15)), unless_dash(row.at(16))});
  });
  return table;
}

/// In lower case, with single spaces for hyphens and underscores.
std::string key_of(std::string_view name) {
  std::string key;
  for (char c : name) {
    if (c == '-' || c == '_' || c == '\t') c = ' ';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c != ' ' || (!key.empty() && key.back() != ' ')) key.push_back(c);
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

bool goes_by(const Period& period, std::string_view name, const std::string& key) {
  const std::string id = key_of(period.id);
  if (key == id || (id.back() == 'a' && key + 'a' == id) || name == period.chinese) return true;
  return std::any_of(period.names.begin(), period.names.end(), [&](auto known) { return key == key_of(known); });
}

/// The latest rule not later than the law in force.
const PeriodRule& rule_under(const Period& period, LawVersion law) noexcept {
  const PeriodRule* rule = &period.rules.front();
  for (const PeriodRule& later : period.rules)
    if (later.law == name_of(law)) rule = &later;
  return *rule;
}

bool is_of_trademark_law(const PeriodRule& rule) noexcept { return rule.law.starts_with("CN-TML"); }

bool rests_on_regulations(const PeriodRule& rule) noexcept { return rule.provision.starts_with("REG "); }

Date first_of_next_month(Date day) noexcept { return day.plus_days(1 - day.day()).plus_months(1); }

void end_on(Deadline& made, const PeriodEnd& end) noexcept {
  made.end = end.last;
  made.nominal_end = end.nominal;
  made.calendar_known = end.known;
}

/// The end under the shorter period, where the longer one ends under the law that may have shortened it.
void be_careful(Deadline& made, Date from, const Holidays& holidays) noexcept {
  const bool crosses = made.rule->safe && made.end && *made.end >= in_force_from(LawVersion::cn_tml_2026);
  if (made.period->counting == Counting::month_after) {
    const Length counted = crosses ? *made.rule->safe : made.rule->length;
    made.conservative_end = after(from, counted).plus_days(-1);
    made.caution = crosses ? Caution::law_transition_unknown : Caution::counting_disputed;
  } else if (crosses) {
    made.conservative_end = ordinary_end(from, *made.rule->safe, holidays).last;
    made.caution = Caution::law_transition_unknown;
  }
}

/// The grace of a renewal in China is an ordinary period; the International Bureau's is not moved by China's holidays.
void count_expiry(Deadline& made, const Holidays& holidays) noexcept {
  const Period& period = *made.period;
  made.opens = made.start.plus_months(-period.opens.months);
  made.end = made.start;
  if (!is_of_trademark_law(*made.rule)) {
    made.grace_end = after(made.start, period.grace);
    return;
  }
  const PeriodEnd grace = ordinary_end(made.start, period.grace, holidays);
  made.grace_end = grace.last;
  made.nominal_end = grace.nominal;
  made.calendar_known = grace.known;
}

void count(Deadline& made, const Holidays& holidays) noexcept {
  const Length length = made.rule->length;
  switch (made.period->counting) {
    case Counting::ordinary:
      end_on(made, ordinary_end(made.start, length, holidays));
      be_careful(made, made.start, holidays);
      if (const Length more = made.period->grace; more != Length{})
        made.grace_end = ordinary_end(made.start, {length.months + more.months, 0}, holidays).last;
      return;
    case Counting::term:
      made.end = validity_term(made.start).last;
      return;
    case Counting::plain:
      made.end = after(made.start, length);
      return;
    case Counting::opens_after:
      made.opens = after(made.start, length).plus_days(1);
      return;
    case Counting::expiry:
      return count_expiry(made, holidays);
    case Counting::month_after: {
      const Date from = first_of_next_month(made.start);
      made.opens = from;
      end_on(made, ordinary_end(from, length, holidays));
      return be_careful(made, from, holidays);
    }
    case Counting::none:
      return;
  }
}

}  // namespace

std::string_view name_of(PeriodKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }
std::string_view name_of(Counting counting) noexcept { return counting_names[static_cast<std::size_t>(counting)]; }

std::string_view name_of(Caution caution) noexcept {
  constexpr std::array<std::string_view, 3> names{"", "LAW_TRANSITION_UNKNOWN", "COUNTING_DISPUTED"};
  return names[static_cast<std::size_t>(caution)];
}

std::span<const Period> periods() {
  static const std::vector<Period> table = read_periods();
  return table;
}

const Period* find_period(std::string_view id_or_name) {
  const std::string key = key_of(id_or_name);
  if (key.empty()) return nullptr;
  for (const Period& period : periods())
    if (goes_by(period, id_or_name, key)) return &period;
  return nullptr;
}

bool Deadline::moved() const noexcept {
  const std::optional<Date> movable = period->counting == Counting::expiry ? grace_end : end;
  return nominal_end && movable && *movable != *nominal_end;
}

Deadline deadline(const Period& period, Date start, const Holidays& holidays) noexcept {
  const LawVersion law = law_in_force(start);
  const PeriodRule& rule = rule_under(period, law);
  Deadline made{.period = &period, .rule = &rule, .law = law, .start = start};
  made.assumed = is_of_trademark_law(rule) && rule.law != name_of(law) && !rests_on_regulations(rule);
  count(made, holidays);
  return made;
}

}  // namespace marque
