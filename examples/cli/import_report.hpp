#pragma once

#include <string>

#include "marque/interchange/import.hpp"
#include "program.hpp"

namespace marque::cli {

/// What an import did, as one line for people or for scripts.
std::string count_line(const Program& program, const std::string& file, const ImportSummary& summary);
std::string json_line(const std::string& file, const ImportSummary& summary);

/// The first bad records and warnings, one a line on stderr, then how many records were quarantined for which reason.
void remark_faults(const Program& program, const ImportSummary& summary);

}  // namespace marque::cli
