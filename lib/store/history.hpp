#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "marque/base/digest.hpp"
#include "marque/store/store.hpp"
#include "store/sqlite.hpp"

namespace marque::sqlite {

using Bytes = std::vector<std::byte>;
using Record = std::optional<std::span<const std::byte>>;  ///< unset: there was or is none

/// What one history row says, without its place in the chain.
struct HistoryEntry {
  std::uint64_t revision;
  std::string at;
  std::uint64_t id;
  Cause cause;
  Record before, after;
  Record salt;  ///< unset in rows of schema 2, and where something was erased
};

/// SHA-256 over the salt, the hash before and every column, each with its length.
Sha256Digest chained(std::span<const std::byte> previous, const HistoryEntry& entry);

/// Appends the rows of one transaction.
class HistoryWriter {
 public:
  HistoryWriter(Database& database, const Cause& cause);
  std::uint64_t append(EntryId id, Record before, Record after);  ///< the row's revision

 private:
  Database& database_;
  HistoryEntry next_;
  Bytes head_;
};

/// Columns 0… of `SELECT` + history_columns.
inline constexpr const char* history_columns =
    " revision, at, id, action, detail, actor, as_of, import, rec_before, rec_after, prev_hash, hash, salt FROM history ";
HistoryEntry history_entry(const Statement& row);  ///< its records live until the next step

}  // namespace marque::sqlite
