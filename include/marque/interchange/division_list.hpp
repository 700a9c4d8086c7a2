#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/law/place_names.hpp"

namespace marque {

/// A list of administrative divisions 行政区划 as read, and what was left out.
struct DivisionsRead {
  std::vector<Division> divisions;   ///< in the order of the file
  std::uint64_t below_county = 0;    ///< rows of nine or twelve digits: streets and villages, for which marque has no use
  std::vector<Error> bad;            ///< rows that could not be read, each with its place; at most the first 1,000
  std::uint64_t bad_count = 0;
};

/// Reads a table of divisions (CSV; UTF-8 or GB 18030): a column `代码` or `code` (two, four or six digits) and a column `名称` or
/// `name`; where they are there `启用时间` or `from` and `变更/弃用时间` or `to` (years), `新代码` or `successors` (codes between `;`,
/// those that took a part only marked with a year, `110108[2001]`, which are not followed). Other columns are passed over. Untrusted:
/// strict text, limits. A bad row costs itself alone. Error: malformed where the columns are missing or nothing is read, invalid_text,
/// limit_exceeded.
Result<DivisionsRead> read_division_list(std::string_view bytes, const std::string& name, const DocumentLimits& limits = {});

}  // namespace marque
