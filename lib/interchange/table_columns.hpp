#pragma once

#include <string>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// Headers of the table that records are written as, in one language; they are among those of data/csv_headers.tsv.
std::vector<std::string> table_header(Language language);

/// The cells of one record under that header: what a table can hold, enumerators in its language.
std::vector<std::string> table_cells(const Entry& entry, Language language);

}  // namespace marque
