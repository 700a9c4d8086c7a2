#include "store/erasure.hpp"

#include <set>

#include "marque/base/redaction.hpp"
#include "marque/model/privacy.hpp"
#include "marque/snapshot/record.hpp"
#include "marque/text/encoding.hpp"
#include "store/row_digest.hpp"

namespace marque::sqlite {

namespace {

/// An older history row, and what is left of it.
struct Rest {
  std::uint64_t revision;
  std::optional<Bytes> before, after;
  Sha256Digest digest;
};

Record record_in(const std::optional<Bytes>& bytes) { return bytes ? Record(*bytes) : std::nullopt; }

Entry entry_in(std::span<const std::byte> record) { return required(from_record(record)); }

bool concern(Record record, std::string_view person) { return record && concerns(entry_in(*record), person); }

/// The record without what is restricted; the same bytes where it has nothing of the kind.
std::optional<Bytes> rest_of(Record record) {
  if (!record) return std::nullopt;
  Entry entry = entry_in(*record);
  if (!has_restricted(entry)) return Bytes(record->begin(), record->end());
  return to_record(disclosed(std::move(entry)));
}

bool differs(Record record, const std::optional<Bytes>& rest) {
  return record && !std::ranges::equal(*record, *rest);
}

std::set<std::uint64_t> ids_that_concern(Database& database, std::string_view person) {
  std::set<std::uint64_t> ids;
  Statement rows(database, std::string("SELECT") + history_columns);
  while (rows.step()) {
    const HistoryEntry entry = history_entry(rows);
    if (!ids.contains(entry.id) && (concern(entry.before, person) || concern(entry.after, person))) ids.insert(entry.id);
  }
  return ids;
}

std::vector<Rest> rests_of(Database& database, std::uint64_t id) {
  std::vector<Rest> rests;
  Statement rows(database, std::string("SELECT") + history_columns + "WHERE id = ? ORDER BY revision");
  rows.bind(id);
  while (rows.step()) {
    HistoryEntry entry = history_entry(rows);
    Rest rest{entry.revision, rest_of(entry.before), rest_of(entry.after), {}};
    if (!differs(entry.before, rest.before) && !differs(entry.after, rest.after)) continue;
    entry.before = record_in(rest.before);
    entry.after = record_in(rest.after);
    rest.digest = digest_of_rest(entry);
    rests.push_back(std::move(rest));
  }
  return rests;
}

std::optional<Bytes> present_rest(Database& database, std::uint64_t id) {
  auto select = database.prepared("SELECT rec FROM entry WHERE id = ?");
  select->bind(id);
  return select->step() ? rest_of(select->blob(0)) : std::nullopt;
}

std::string detail_of(std::span<const std::byte> digests) {
  return std::to_string(digests.size() / std::tuple_size_v<Sha256Digest>) + " rows left with " + to_hex(sha256(digests));
}

void put_rest(Database& database, const Rest& rest, std::uint64_t erased_by) {
  auto mark = database.prepared("INSERT INTO erasure VALUES(?, ?, ?)");
  mark->bind(rest.revision, erased_by, std::span<const std::byte>(rest.digest));
  mark->run();
  auto update = database.prepared("UPDATE history SET rec_before = ?, rec_after = ?, salt = NULL WHERE revision = ?");
  update->bind(rest.before, rest.after, rest.revision);
  update->run();
}

/// One record with its history. Gives the rows that lost something.
std::uint64_t erase_record(Database& database, std::uint64_t id, const Cause& cause) {
  const std::vector<Rest> rests = rests_of(database, id);
  if (rests.empty()) return 0;
  Bytes digests;
  for (const Rest& rest : rests) digests.insert(digests.end(), rest.digest.begin(), rest.digest.end());
  Cause said = cause;
  said.action = erasing_action;
  said.detail = detail_of(digests);
  const std::optional<Bytes> present = present_rest(database, id);
  const std::uint64_t revision = HistoryWriter(database, said).append(EntryId{id}, record_in(present), record_in(present));
  for (const Rest& rest : rests) put_rest(database, rest, revision);
  if (present) {
    auto update = database.prepared("UPDATE entry SET rec = ? WHERE id = ?");
    update->bind(*present, id);
    update->run();
  }
  return rests.size();
}

bool mentions(std::string_view bytes, std::string_view person) {
  if (bytes.find(person) != std::string_view::npos) return true;
  const auto text = to_utf8(bytes, Charset::gb18030);
  return text && text->find(person) != std::string::npos;
}

/// Quarantined bytes that name the person go as a whole: nobody knows which part of them is whose.
std::uint64_t erase_quarantined(Database& database, std::string_view person) {
  std::vector<std::int64_t> places;
  Statement rows(database, "SELECT place, bytes, message FROM quarantine WHERE length(bytes) > 0");
  while (rows.step()) {
    if (mentions(rows.text(1), person) || mentions(rows.text(2), person)) places.push_back(rows.integer(0));
  }
  for (const std::int64_t place : places) {
    auto update = database.prepared("UPDATE quarantine SET bytes = x'', message = 'erased' WHERE place = ?");
    update->bind(place);
    update->run();
    auto seal = database.prepared(seal_quarantined);
    seal->bind(place);
    seal->run();
  }
  return places.size();
}

}  // namespace

Sha256Digest digest_of_rest(const HistoryEntry& entry) {
  HistoryEntry bare{entry.revision, {}, entry.id, {}, entry.before, entry.after, {}};
  return chained({}, bare);
}

std::map<std::uint64_t, Sha256Digest> erased_rows(Database& database) {
  std::map<std::uint64_t, Sha256Digest> erased;
  Statement rows(database, "SELECT revision, digest FROM erasure ORDER BY revision, erased_by");
  while (rows.step()) {
    Sha256Digest digest{};
    const auto stored = rows.blob(1);
    std::copy_n(stored.begin(), std::min(stored.size(), digest.size()), digest.begin());
    erased.insert_or_assign(rows.number(0), digest);
  }
  return erased;
}

std::string erasure_detail(Database& database, std::uint64_t erased_by) {
  Bytes digests;
  Statement rows(database, "SELECT digest FROM erasure WHERE erased_by = ? ORDER BY revision");
  rows.bind(erased_by);
  while (rows.step()) {
    const auto digest = rows.blob(0);
    digests.insert(digests.end(), digest.begin(), digest.end());
  }
  return detail_of(digests);
}

Erased erase(Database& database, std::string_view person, const Cause& cause) {
  Erased erased;
  for (const std::uint64_t id : ids_that_concern(database, person)) {
    const std::uint64_t rows = erase_record(database, id, cause);
    erased.history_rows += rows;
    erased.records += rows > 0;
  }
  erased.quarantined = erase_quarantined(database, person);
  return erased;
}

}  // namespace marque::sqlite
