#include "marque/interchange/csv.hpp"

#include "interchange/table_columns.hpp"

namespace marque {
namespace {

std::string cell_of(std::string_view text, FormulaGuard guard) {
  std::string cell;
  if (guard == FormulaGuard::on && text.find_first_of("=+-@\t\r") == 0) cell.push_back('\'');
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

}  // namespace

std::string to_csv_line(const std::vector<std::string>& cells, FormulaGuard guard) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line.push_back(',');
    line += cell_of(cells[i], guard);
  }
  return line + "\r\n";
}

std::string to_csv_header(Language language) { return to_csv_line(table_header(language), FormulaGuard::off); }

std::string to_csv_row(const Entry& entry, Language language, FormulaGuard guard) {
  return to_csv_line(table_cells(entry, language), guard);
}

}  // namespace marque
