#pragma once

#include "marque/base/progress.hpp"
#include "store/sqlite.hpp"

namespace marque::sqlite {

/// Checks everything that can be checked without another copy, and throws the first fault: pages and indexes, every
/// record's checksum and its look-up columns, pictures against their digests, fingerprints, the history's chain, and
/// that it ends in what is stored.
void verify(Database& database, const Progress& progress);

}  // namespace marque::sqlite
