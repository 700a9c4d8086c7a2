#pragma once

#include <string>

#include "marque/text/dictionary.hpp"

namespace bench {

/// The dictionary in a file, or the one that marque carries where no file is named. Exits with a message where it cannot
/// be read.
marque::Dictionary dictionary_in(const std::string& path);

}  // namespace bench
