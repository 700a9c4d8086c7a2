#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "marque/indicators/plan.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// A record's share in a figure.
struct Contribution {
  std::string number, mark;
  std::int64_t value = 0;    ///< in the indicator's unit; a record that lacks the figure has 0 and says why
  Bilingual why;

  bool operator==(const Contribution&) const = default;
};

/// How far a figure is known.
enum class FigureBound : std::uint8_t {
  exact,     ///< every record that belongs to it tells its share
  at_least,  ///< 至少: some do, others lack it
  unknown,   ///< 不明: none does, though some belong to it; or it cannot be formed
};

std::string_view name_of(FigureBound bound) noexcept;

/// A figure as of a day, with what it is made of.
struct Indicator {
  PlanTarget plan;
  std::optional<std::int64_t> value{};     ///< unset where none of its records tells it, or it cannot be formed: holders without a number of enterprises
  std::vector<Contribution> records{};     ///< in order of number; they add up to the value (of ratios: to the holders counted)
  std::vector<Contribution> missing{};     ///< records that belong here but lack the figure, or a part of it: pledges without a sum
  std::optional<int> year{};               ///< the year of a yearly figure

  FigureBound bound() const noexcept;

  /// How much of the way from baseline to target is gone, in per cent; unset where either is unknown or they are equal.
  std::optional<int> progress() const;
};

/// Takes every record of a register, one after another, and gives the plan's figures as of a day. What happened after that day does
/// not count, nor does a right that had ended by it; one whose state is not known is told as missing, never counted. Where every record
/// lacks the figure it is unknown, never 0. Yearly figures are of `year`, by default the last full year for sales (they are reported afterwards) and the year of the day for pledges.
/// Made-up records count as others do; a caller who has both leaves them out.
class IndicatorBuilder {
 public:
  IndicatorBuilder(Plan plan, Date as_of, std::optional<int> year = {});

  void add(const Entry& entry);
  std::vector<Indicator> finish() &&;   ///< in the plan's order

 private:
  struct Holder {
    std::string first_number, name;
    std::int64_t marks = 0;
  };

  Indicator* of(IndicatorKind kind);
  void add_mark(const Entry& entry);
  void add_indication(const Entry& entry, const GeographicalIndication& indication);
  void add_users(const GeographicalIndication& indication);
  void add_sales(const GeographicalIndication& indication);
  void add_pledges(const Entry& entry);
  void add_holders(const Entry& entry);
  void count(IndicatorKind kind, const Entry& entry, Bilingual why);
  void lack(std::initializer_list<IndicatorKind> kinds, const Entry& entry, const Bilingual& why);

  Plan plan_;
  Date as_of_;
  std::vector<Indicator> made_;
  std::map<std::string, Holder> holders_;
  std::set<std::pair<IndicatorKind, std::string>> contracts_;   ///< of pledges already counted
};

/// A value in words of its unit: `25`, `15亿元`-like sums in yuan (`1500000000`), `412.50`.
std::string value_text(std::int64_t value, IndicatorUnit unit);

}  // namespace marque
