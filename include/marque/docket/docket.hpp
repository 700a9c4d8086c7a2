#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "marque/law/running_periods.hpp"
#include "marque/model/entry.hpp"
#include "marque/model/identifiers.hpp"

namespace marque {

/// What a docket is asked for.
struct DocketOptions {
  Date as_of;                 ///< the clock
  Date until;                 ///< what falls due later is left out
  Date since;                 ///< what was missed earlier is left out
  bool everything = false;    ///< also what asks nothing of anybody in the ordinary course: others' windows, effects of the law
};

/// From half a year back to a year ahead of the clock.
DocketOptions docket_around(Date as_of);

/// One date of one record.
struct DocketItem {
  Date due;                   ///< the day to have in mind: the safe end, or that of the grace, or the first day of a window
  PeriodState state = PeriodState::open;
  RunningPeriod period;
  EntryId id;
  EntryKind kind = EntryKind::trademark;
  std::string number, mark, owner;
};

/// Every running period of a registry, in the order in which they fall due.
///
///     Docket docket(docket_around(today));
///     registry.for_each([&](EntryId id, const Entry& entry) { docket.add(id, entry); });
///     for (const DocketItem& item : std::move(docket).items()) …
class Docket {
 public:
  explicit Docket(const DocketOptions& options, const Holidays& holidays = Holidays::of_china());

  /// Takes what the record has due. A few microseconds.
  void add(EntryId id, const Entry& entry);

  /// Sorted by day, then number, then period.
  std::vector<DocketItem> items() &&;

 private:
  DocketOptions options_;
  const Holidays* holidays_;
  std::vector<DocketItem> items_;
};

/// The items of one record, sorted.
std::vector<DocketItem> docket_of(EntryId id, const Entry& entry, const DocketOptions& options);

}  // namespace marque
