#pragma once

#include <map>
#include <string_view>

#include "marque/base/digest.hpp"
#include "marque/store/store.hpp"
#include "store/history.hpp"
#include "store/sqlite.hpp"

namespace marque::sqlite {

/// Takes what is restricted out of every record, history row and quarantined record that concerns a person, within the
/// caller's transaction. An older history row that loses something keeps its hash and loses its salt; a new row of the same
/// record says which rows these were and what was left of them.
Erased erase(Database& database, std::string_view person, const Cause& cause);

/// What the `erasure` table says: by revision, the digest that a row's records must have since the last erasure.
std::map<std::uint64_t, Sha256Digest> erased_rows(Database& database);

/// The digest of what is left of a history row.
Sha256Digest digest_of_rest(const HistoryEntry& entry);

/// The `detail` of the history row that erased others, from the digests in the `erasure` table.
std::string erasure_detail(Database& database, std::uint64_t erased_by);

inline constexpr std::string_view erasing_action = "erase";

}  // namespace marque::sqlite
