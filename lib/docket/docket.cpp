#include "marque/docket/docket.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace marque {

namespace {

constexpr int months_back = 6, months_ahead = 12;

/// Periods on which nobody has a step to take as a matter of course, so that a docket lists them when asked for everything: what
/// others may do to a registered mark, the offices' own time, by when a paper is deemed served, priority abroad, dependency, and the year
/// after an end.
constexpr std::array<std::string_view, 18> in_the_background{"P06b", "P07b", "P08a", "P11", "P13", "P15", "P16a", "P16b", "L05",
                                                             "L06",  "L07",  "L08",  "M01", "M05", "M10", "M12",  "M13",  "M14"};

bool is_background(const Deadline& deadline) {
  return std::find(in_the_background.begin(), in_the_background.end(), deadline.period->id) != in_the_background.end();
}

bool earlier(const DocketItem& a, const DocketItem& b) {
  const auto key = [](const DocketItem& item) { return std::tie(item.due, item.number, item.period.deadline.period->id); };
  return key(a) < key(b);
}

}  // namespace

DocketOptions docket_around(Date as_of) {
  return {as_of, as_of.plus_months(months_ahead), as_of.plus_months(-months_back), false};
}

Docket::Docket(const DocketOptions& options, const Holidays& holidays) : options_(options), holidays_(&holidays) {}

void Docket::add(EntryId id, const Entry& entry) {
  for (const RunningPeriod& running : running_periods(entry, options_.as_of, *holidays_)) {
    const Deadline& deadline = running.deadline;
    if (!options_.everything && is_background(deadline)) continue;
    const PeriodState state = state_on(deadline, options_.as_of);
    const auto due = due_on(deadline, options_.as_of);
    if (!due || *due > options_.until || state == PeriodState::closed) continue;
    if (state == PeriodState::overdue && deadline.grace_end.value_or(*due) < options_.since) continue;
    const auto& owners = owners_of(entry);
    items_.push_back({*due, state, running, id, kind_of(entry), number_of(entry), words_of(entry),
                      owners.empty() ? std::string() : owners.front().name});
  }
}

std::vector<DocketItem> Docket::items() && {
  std::sort(items_.begin(), items_.end(), earlier);
  return std::move(items_);
}

std::vector<DocketItem> docket_of(EntryId id, const Entry& entry, const DocketOptions& options) {
  Docket docket(options);
  docket.add(id, entry);
  return std::move(docket).items();
}

}  // namespace marque
