#include <string>
#include <vector>

#include "marque/interchange/docket.hpp"
#include "marque/interchange/holidays.hpp"
#include "marque/interchange/json.hpp"
#include "marque/law/alerts.hpp"
#include "marque/law/consistency.hpp"
#include "require.hpp"

using namespace marque;

namespace {

/// Every line within 75 octets and ended as RFC 5545 asks.
void check_calendar(const std::string& ics) {
  std::size_t at = 0;
  for (std::size_t end; (end = ics.find("\r\n", at)) != std::string::npos; at = end + 2) fuzz::require(end - at <= 75);
  fuzz::require(at == ics.size() && ics.find('\n') != std::string::npos);
}

void check_record(std::string_view line, const Holidays& holidays) {
  std::vector<Error> warnings;
  const auto entry = entry_from_json(line, warnings);
  if (!entry) return;
  const Date today = *Date::make(2026, 6, 1);
  Docket docket({today, *Date::make(9999, 12, 31), *Date::make(1000, 1, 1), true}, holidays);
  docket.add(EntryId{1}, *entry);
  const auto items = std::move(docket).items();
  for (const DocketItem& item : items) fuzz::require(item.due >= item.period.deadline.start || item.period.deadline.opens.has_value());
  check_calendar(to_ics(items, today, Language::zh));
  alerts_of(*entry, today);
  contradictions(*entry);
}

}  // namespace

// A table of holidays or a year of them in JSON, an empty line, and a record: periods end after they start, and on working days where days are known.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text(data, size);
  const std::size_t gap = text.find("\n\n");
  const auto holidays = read_holidays(text.substr(0, gap), "fuzz");
  if (!holidays) return 0;
  for (const Period& period : periods()) {
    const Date start = *Date::make(2026, 1, 31);
    const Deadline found = deadline(period, start, *holidays);
    fuzz::require(!found.end || *found.end >= start);
    fuzz::require(period.counting != Counting::ordinary || holidays->kind_of(*found.end) != DayKind::off || !found.calendar_known);
    fuzz::require(!explain(found, *holidays).en.empty());
  }
  if (gap != std::string_view::npos) check_record(text.substr(gap + 2), *holidays);
  return 0;
}
