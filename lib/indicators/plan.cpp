#include "marque/indicators/plan.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/tsv.hpp"
#include "marque/model/yuan.hpp"
#include "marque/text/encoding.hpp"

namespace marque {
namespace {

struct Row {
  std::string_view name, chinese, english;
  IndicatorUnit unit;
};

constexpr std::array<Row, 10> rows{{
    {"marks", "有效注册商标", "national marks in force", IndicatorUnit::count},
    {"madrid", "马德里国际注册", "Madrid registrations in force", IndicatorUnit::count},
    {"well_known", "驰名商标", "marks recognised as well known", IndicatorUnit::count},
    {"indications", "地理标志", "geographical indications", IndicatorUnit::count},
    {"gi_users", "地理标志合法使用人", "lawful users of indications", IndicatorUnit::count},
    {"gi_sales", "地理标志产品年销售额", "sales under indications, a year", IndicatorUnit::yuan},
    {"pledge_sum", "商标质押登记金额", "sums of pledges recorded, a year", IndicatorUnit::yuan},
    {"pledges_in_force", "有效质权担保金额", "sums of pledges in force", IndicatorUnit::yuan},
    {"holders", "持有有效商标的主体", "owners with marks in force", IndicatorUnit::count},
    {"holders_per_10000", "每万户企业商标主体数", "owners with marks, per 10,000 enterprises", IndicatorUnit::per_ten_thousand},
}};

constexpr std::size_t longest_line = 4'096, most_lines = 10'000;

const Row& row_of(IndicatorKind kind) noexcept { return rows[static_cast<std::size_t>(kind)]; }

std::optional<IndicatorKind> kind_named(std::string_view name) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].name == name || rows[i].chinese == name) return static_cast<IndicatorKind>(i);
  return {};
}

std::optional<std::int64_t> whole(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > 1'000'000'000'000) return {};
  return value;
}

/// `412.5` as 41250.
std::optional<std::int64_t> hundredths(std::string_view text) {
  const std::size_t point = text.find('.');
  const auto units = whole(text.substr(0, point));
  if (!units || point == std::string_view::npos) return units ? std::optional(*units * 100) : std::nullopt;
  std::string_view decimals = text.substr(point + 1);
  const auto fraction = decimals.size() <= 2 ? whole(decimals) : std::nullopt;
  if (!fraction) return {};
  return *units * 100 + (decimals.size() == 1 ? *fraction * 10 : *fraction);
}

Result<std::optional<std::int64_t>> value_of(std::string_view text, IndicatorUnit unit, std::string_view field) {
  if (text.empty() || text == "-") return std::optional<std::int64_t>{};
  std::optional<std::int64_t> value;
  if (unit == IndicatorUnit::yuan) {
    const auto sum = Yuan::parse(text);
    if (!sum) return sum.error().in_field(std::string(field));
    value = sum->fen();
  } else {
    value = unit == IndicatorUnit::count ? whole(text) : hundredths(text);
  }
  if (!value || *value < 0)
    return Error{ErrorCode::invalid_argument, "no number \"" + std::string(text) + "\"", {}}.in_field(std::string(field));
  return value;
}

Result<void> read_line(const std::vector<std::string_view>& fields, Plan& plan) {
  const auto field = [&](std::size_t i) { return i < fields.size() ? fields[i] : std::string_view{}; };
  if (field(0) == "enterprises") {
    const auto count = value_of(field(1), IndicatorUnit::count, "baseline");
    if (!count) return count.error();
    if (!*count || **count == 0) return Error{ErrorCode::missing_field, "the number of enterprises is not given", {}}.in_field("baseline");
    if (plan.enterprises) return Error{ErrorCode::duplicate, "enterprises are given twice", {}}.in_field("indicator");
    plan.enterprises = **count;
    plan.enterprises_source = std::string(field(4));
    return {};
  }
  const auto kind = kind_named(field(0));
  if (!kind) return Error{ErrorCode::invalid_argument, "no indicator \"" + std::string(field(0)) + "\"", {}}.in_field("indicator");
  const bool twice = std::any_of(plan.targets.begin(), plan.targets.end(), [&](const PlanTarget& t) { return t.kind == *kind; });
  if (twice) return Error{ErrorCode::duplicate, "\"" + std::string(field(0)) + "\" is named twice", {}}.in_field("indicator");
  PlanTarget target{*kind, {}, {}, {}, std::string(field(4))};
  const auto baseline = value_of(field(1), unit_of(*kind), "baseline"), aim = value_of(field(2), unit_of(*kind), "target");
  if (!baseline) return baseline.error();
  if (!aim) return aim.error();
  target.baseline = *baseline;
  target.target = *aim;
  if (!field(3).empty() && field(3) != "-") {
    const auto by = Date::parse(field(3));
    if (!by) return by.error().in_field("by");
    target.by = *by;
  }
  plan.targets.push_back(std::move(target));
  return {};
}

}  // namespace

std::string_view name_of(IndicatorUnit unit) noexcept {
  constexpr std::array<std::string_view, 3> names{"count", "yuan", "per_10000"};
  return names[static_cast<std::size_t>(unit)];
}

std::string_view name_of(IndicatorKind kind) noexcept { return row_of(kind).name; }
std::string_view chinese_of(IndicatorKind kind) noexcept { return row_of(kind).chinese; }
std::string_view english_of(IndicatorKind kind) noexcept { return row_of(kind).english; }
IndicatorUnit unit_of(IndicatorKind kind) noexcept { return row_of(kind).unit; }

Result<Plan> parse_plan(std::string_view text, const std::string& name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const auto checked = check_utf8(text); !checked) return checked.error().in_file(name);
  Plan plan;
  for (std::uint64_t line = 1; !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    std::string_view row = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (row.size() > longest_line || line > most_lines)
      return Error{ErrorCode::limit_exceeded, "the plan is too long", {}}.in_file(name).in_record(line);
    std::optional<Error> failed;
    for_each_row(row, [&](const auto& fields) {
      if (auto read = read_line(fields, plan); !read) failed = read.error();
    });
    if (failed) return failed->in_file(name).in_record(line);
  }
  if (plan.targets.empty()) return Error{ErrorCode::missing_field, "the plan names no indicator", {}}.in_file(name);
  return plan;
}

Plan default_plan() {
  Plan plan;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (const auto kind = static_cast<IndicatorKind>(i); kind != IndicatorKind::holders_per_10000) plan.targets.push_back({kind, {}, {}, {}, {}});
  return plan;
}

}  // namespace marque
