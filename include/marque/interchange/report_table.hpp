#pragma once

#include <string>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/clearance/report.hpp"

namespace marque {

/// A report as a table, one finding a row, for CSV (to_csv_line) and XLSX (XlsxWriter): name asked for, risk, kind, number, mark,
/// owner, classes, status, scores, verdict, provisions, reasons. Enumerators in the header's language.
std::vector<std::string> report_table_header(Language language);
std::vector<std::vector<std::string>> report_table_rows(const Report& report, Language language);

}  // namespace marque
