#pragma once

#include <string>
#include <vector>

namespace bench {

enum class Layout { aligned, tsv };

/// Figures under a title.
struct Table {
  std::string title;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;

  /// TSV repeats the title in a first column, so that tables can be told apart.
  void print(Layout layout) const;
};

/// A number with so many places; `-` where it is not a number.
std::string fixed(double value, int places);

/// The processor, which of the instruction sets that matter it has, and the commit the program was built from.
std::string circumstances();

}  // namespace bench
