#pragma once

#include <string>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/clearance/clearance.hpp"
#include "marque/clearance/report.hpp"
#include "marque/logo/alignment.hpp"
#include "marque/model/entry.hpp"
#include "marque/scoring/comparison.hpp"

namespace marque {

/// Rows under a header, aligned by display width, for people; a row may be shorter than the header. Controls and
/// invisible characters are shown by their code, here as in every text below, so no record can steer a terminal.
std::string to_table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);

/// A report for a terminal: findings, most serious first, each with law, reason and aligned evidence; then what
/// was and was not searched.
std::string to_text(const Report& report, Language language);

/// Two marks compared, with evidence and the rules they meet (`compare`).
std::string to_text(const Comparison& comparison, Language language);

/// The explanation of one entry (`check --explain`).
std::string to_text(const Clearance::Explained& explained, Language language);

/// Where two pictures agree, in pixels, and how much of their outlines coincides: one line without its break.
std::string to_text(const LogoAlignment& alignment, Language language);

/// A record with everything known of it and its life as a timeline (`show`): what happened, the clock's day, and what lies ahead.
std::string to_text(const Entry& entry, Language language, Date as_of);

}  // namespace marque
