#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/clearance/clearance.hpp"
#include "marque/clearance/report.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// Columns a text takes on a terminal: two for East Asian wide characters (UAX #11), none for combining marks.
std::size_t display_width(std::string_view utf8);

/// Rows under a header, aligned by display width, for people. All rows as long as the header.
std::string to_table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);

/// A report for a terminal: findings, most serious first, each with law, reason and aligned evidence; then what
/// was and was not searched.
std::string to_text(const Report& report, Language language);

/// The explanation of one entry (`check --explain`).
std::string to_text(const Clearance::Explained& explained, Language language);

/// A record with everything known of it and its life as a timeline (`show`).
std::string to_text(const Entry& entry, Language language);

}  // namespace marque
