#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marque/interchange/record_reader.hpp"

namespace marque::test {

/// Every record of some bytes; a source that fails ends the list with a record that is its error.
std::vector<ReadRecord> records_of(std::string bytes, std::optional<RecordFormat> format = {},
                                   const DocumentLimits& limits = {});

/// The JSON members in which two records differ, as `name: a | b`, those in `aside` left out.
std::vector<std::string> differences(const Entry& a, const Entry& b, const std::vector<std::string_view>& aside = {});

}  // namespace marque::test
