#pragma once

#include "store/sqlite.hpp"

namespace marque::sqlite {

/// Version of the tables this marque writes: `user_version` of the file. What each version had: FORMAT.md.
inline constexpr int newest_schema = 4;

/// Makes the tables in an empty database.
void create_schema(Database& database);

/// The schema's version. Throws corrupt where the file is no register of marque's, newer_version for a later one.
int schema_version(Database& database);

/// Brings the tables up to the newest version, in one transaction.
void migrate(Database& database, int from);

/// Throws corrupt where a table, index or trigger is not what this marque would make, or a foreign trigger is there:
/// such a file could act on its own when it is written to.
void check_schema(Database& database);

}  // namespace marque::sqlite
