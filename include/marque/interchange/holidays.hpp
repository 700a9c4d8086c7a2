#pragma once

#include <string>
#include <string_view>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/law/holidays.hpp"

namespace marque {

/// Reads the user's file of holidays and make-up working days, in either form, told by its first character:
///
/// - JSON as NateScarlet/holiday-cn publishes it, a file a year: `{"year":2027,"papers":["https://…"],"days":[{"name":"元旦",
///   "date":"2027-01-01","isOffDay":true}, …]}`, or a list of such years. A year without days is one that is not set yet, and stays unknown;
/// - lines as in lib/law/data/holidays.tsv (Holidays::parse).
///
/// Untrusted. Errors name the file and, of JSON, the day: malformed, invalid_date, missing_field, limit_exceeded.
Result<Holidays> read_holidays(std::string_view bytes, const std::string& name, const DocumentLimits& limits = {});

}  // namespace marque
