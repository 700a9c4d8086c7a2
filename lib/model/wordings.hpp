#pragma once

#include <string_view>

namespace marque {

/// What a register's or agency's wording means: the English name of the enumerator, or empty where the wording
/// is not known. `what` is the first column of wordings.tsv, `key` a wording_key().
std::string_view meaning_of_wording(std::string_view what, std::string_view key);

}  // namespace marque
