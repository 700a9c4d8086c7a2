#include "store/history.hpp"

#include "store/feed.hpp"
#include "store/writer_lock.hpp"

namespace marque::sqlite {

namespace {

using sqlite::feed;

void feed(Sha256& hash, const std::string& text) { feed(hash, std::as_bytes(std::span(text))); }

void feed(Sha256& hash, const Record& record) {
  constexpr std::uint64_t no_record = ~std::uint64_t{0};  // no length is that great
  record ? feed(hash, *record) : feed(hash, no_record);
}

std::string text_of(const std::optional<Date>& day) { return day ? day->to_string() : std::string(); }

Record record_in(const Statement& row, int column) { return row.is_null(column) ? Record() : row.blob(column); }

}  // namespace

Sha256Digest chained(std::span<const std::byte> previous, const HistoryEntry& entry) {
  Sha256 hash;
  if (entry.salt) feed(hash, *entry.salt);
  feed(hash, previous);
  feed(hash, entry.revision);
  feed(hash, entry.at);
  feed(hash, entry.id);
  feed(hash, entry.cause.action);
  feed(hash, entry.cause.detail);
  feed(hash, entry.cause.actor);
  feed(hash, text_of(entry.cause.as_of));
  feed(hash, entry.cause.import);
  feed(hash, entry.before);
  feed(hash, entry.after);
  return hash.finish();
}

HistoryWriter::HistoryWriter(Database& database, const Cause& cause)
    : database_(database), next_{1, time_now(), 0, cause, {}, {}, {}} {
  auto head = database.prepared("SELECT revision, hash FROM history ORDER BY revision DESC LIMIT 1");
  if (!head->step()) return;
  next_.revision = head->number(0) + 1;
  const auto hash = head->blob(1);
  head_.assign(hash.begin(), hash.end());
}

std::uint64_t HistoryWriter::append(EntryId id, Record before, Record after) {
  std::array<std::byte, 16> salt;
  sqlite3_randomness(static_cast<int>(salt.size()), salt.data());
  next_.id = id.value;
  next_.before = before;
  next_.after = after;
  next_.salt = salt;
  const Sha256Digest hash = chained(head_, next_);
  const Cause& cause = next_.cause;
  const auto as_of = cause.as_of ? std::optional(cause.as_of->to_string()) : std::nullopt;
  auto insert = database_.prepared("INSERT INTO history VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)");
  insert->bind(next_.revision, next_.at, id.value, cause.action, cause.detail, cause.actor, as_of, cause.import, before,
               after, head_, std::span<const std::byte>(hash), next_.salt);
  insert->run();
  head_.assign(hash.begin(), hash.end());
  return next_.revision++;
}

HistoryEntry history_entry(const Statement& row) {
  Cause cause{row.text(3), row.text(4), row.text(5), std::nullopt, row.number(7)};
  if (!row.is_null(6)) {
    const auto day = Date::parse(row.text(6));
    if (!day) throw Fault({ErrorCode::corrupt, "history row " + row.text(0) + " is damaged: " + day.error().message});
    cause.as_of = *day;
  }
  return {row.number(0), row.text(1), row.number(2), std::move(cause), record_in(row, 8), record_in(row, 9), record_in(row, 12)};
}

}  // namespace marque::sqlite
