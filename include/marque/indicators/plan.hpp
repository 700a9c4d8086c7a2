#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/base/result.hpp"
#include "marque/model/date.hpp"

namespace marque {

/// What an indicator is counted in, exactly.
enum class IndicatorUnit : std::uint8_t {
  count,             ///< whole things
  yuan,              ///< a sum, in fen
  per_ten_thousand,  ///< holders for each 10,000 enterprises, in hundredths
};

std::string_view name_of(IndicatorUnit unit) noexcept;

/// The figures marque can take from records.
enum class IndicatorKind : std::uint8_t {
  marks,              ///< 有效注册商标: national registrations in force
  madrid,             ///< 马德里国际注册: international registrations in force
  well_known,         ///< 驰名商标: marks in force with a recognition on record
  indications,        ///< 地理标志: indications protected
  gi_users,           ///< 地理标志合法使用人: lawful users within their time
  gi_sales,           ///< 地理标志产品年销售额: sales of one year
  pledge_sum,         ///< 商标质押登记金额: sums secured by pledges recorded in one year
  pledges_in_force,   ///< 有效质权担保金额: sums secured by pledges that have neither ended nor been released
  holders,            ///< 持有有效注册商标的主体: owners with at least one mark in force
  holders_per_10000,  ///< 每万户企业持有有效注册商标的主体数
};

std::string_view name_of(IndicatorKind kind) noexcept;     ///< `gi_sales`, as a plan names it
std::string_view chinese_of(IndicatorKind kind) noexcept;
std::string_view english_of(IndicatorKind kind) noexcept;
IndicatorUnit unit_of(IndicatorKind kind) noexcept;

/// One figure a plan aims at. Values are in the indicator's unit.
struct PlanTarget {
  IndicatorKind kind = IndicatorKind::marks;
  std::optional<std::int64_t> baseline{};  ///< where the plan starts
  std::optional<std::int64_t> target{};
  std::optional<Date> by{};
  std::string source{};                    ///< where the plan says so

  bool operator==(const PlanTarget&) const = default;
};

/// A plan: its targets, and the one figure no register of rights holds.
struct Plan {
  std::vector<PlanTarget> targets{};
  std::optional<std::int64_t> enterprises{};  ///< for holders_per_10000
  std::string enterprises_source{};

  bool operator==(const Plan&) const = default;
};

/// Reads a plan: UTF-8 lines of `indicator<TAB>baseline<TAB>target<TAB>by<TAB>source`, `#` starting comments, `-` or nothing for what
/// is not said; sums as Yuan::parse reads them (`15亿元`), ratios with up to two decimals. The row `enterprises<TAB>N<TAB><TAB><TAB>source`
/// gives the number of enterprises. Errors name file, line and column: an unknown indicator, one named twice, a number that is none, a
/// target without its number. Current values have no column: they come from records alone.
Result<Plan> parse_plan(std::string_view text, const std::string& name);

/// Every indicator that records alone give, without a target, for a register without a plan: all but holders_per_10000, as only a plan
/// has the number of enterprises.
Plan default_plan();

}  // namespace marque
