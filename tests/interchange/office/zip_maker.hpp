#pragma once

#include <string>
#include <utility>
#include <vector>

namespace marque::test {

/// A ZIP archive of these files, each deflated.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files);

/// A workbook with these cells in its first sheet; a cell that begins with `#` is a number, one with `@` a number shown as a day.
std::string workbook_of(const std::vector<std::vector<std::string>>& rows);

}  // namespace marque::test
