#pragma once

#include <sqlite3.h>

namespace marque::sqlite {

// Rows that stand in no chain carry the SHA-256 of what they hold, so that damage to them is found as well. Whoever writes such a row
// seals it in the same transaction.
inline constexpr const char* seal_import =
    "UPDATE import SET digest = row_digest(number, source, at, stored, quarantined, undone, content, read, finished) WHERE number = ?";
inline constexpr const char* seal_quarantined =
    "UPDATE quarantine SET digest = row_digest(place, import, code, message, file, record, field, byte, bytes) WHERE place = ?";

/// All of them, as a migration does.
inline constexpr const char* seal_all =
    "UPDATE import SET digest = row_digest(number, source, at, stored, quarantined, undone, content, read, finished);"
    "UPDATE quarantine SET digest = row_digest(place, import, code, message, file, record, field, byte, bytes)";

/// The rows that are not as they were sealed.
inline constexpr const char* unsealed_imports =
    "SELECT number FROM import WHERE digest IS NOT row_digest(number, source, at, stored, quarantined, undone, content, read, finished)";
inline constexpr const char* unsealed_quarantined =
    "SELECT place, import FROM quarantine WHERE digest IS NOT row_digest(place, import, code, message, file, record, field, byte, bytes)";

/// Gives a connection the SQL function `row_digest(value…)`: the SHA-256 of the values, each with its type and length before it. Gives
/// SQLite's result code.
int add_row_digest(sqlite3* database) noexcept;

}  // namespace marque::sqlite
