#pragma once

#include <cstdint>
#include <string>

#include "marque/base/progress.hpp"
#include "marque/base/result.hpp"
#include "marque/model/privacy.hpp"
#include "marque/store/store.hpp"

namespace marque {

/// Writes every record of a store, as disclosed() (model/privacy.hpp), into a new SQLite file of plain tables, for other programs: no blobs, no triggers, nothing
/// of marque's own to know. Gives how many records there are. ErrorCode::duplicate where the path exists, storage_full, storage;
/// after an error or a cancellation no file is left.
///
///     record(number, kind, mark, status, filed, published, registered, expires, ended, mark_kind, image, translation, note, generated)
///     record_class(number, class, status)          status: only where it differs from the record's
///     goods(number, class, similar_group, item_code, name)
///     party(number, role, place, name, foreign_name, uscc, country, address)   role: owner, agent, user
///     event(number, place, kind, date, instrument, party, until, note)
///     priority(number, date, country, application)
///
/// Days are text, `2026-11-22`; what is not known is NULL. `number` leads from every table to `record`; with `kind` it is unique.
Result<std::uint64_t> write_table_file(const Store& store, const std::string& path, const Progress& progress = {},
                                       Disclosure disclosure = Disclosure::none);

}  // namespace marque
