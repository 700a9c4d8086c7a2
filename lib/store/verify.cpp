#include "store/verify.hpp"

#include <algorithm>
#include <cstdlib>

#include "marque/logo/fingerprint.hpp"
#include "marque/snapshot/record.hpp"
#include "store/columns.hpp"
#include "store/erasure.hpp"
#include "store/history.hpp"
#include "store/row_digest.hpp"
#include "store/schema.hpp"

namespace marque::sqlite {

namespace {

/// Counts what was looked at, and stops where the caller wants it.
class Steps {
 public:
  Steps(const Database& database, const Progress& progress) : database_(database), progress_(progress) {}

  void take() {
    if (++done_ % 1024 == 0 && !progress_.advance(done_))
      throw Fault(Error{ErrorCode::cancelled, "verifying was stopped"}.in_file(database_.path()));
  }
  [[noreturn]] void corrupt(const std::string& what) const {
    throw Fault(Error{ErrorCode::corrupt, what}.in_file(database_.path()));
  }

 private:
  const Database& database_;
  const Progress& progress_;
  std::uint64_t done_ = 0;
};

/// The code in a finding `unable to get the page. error code=266`: of a page that the disk does not give, which need not be damaged.
int code_in(const std::string& finding) {
  constexpr std::string_view before = "error code=";
  const std::size_t at = finding.find(before);
  return at == std::string::npos ? 0 : std::atoi(finding.c_str() + at + before.size());
}

void verify_pages(Database& database, const Steps& steps) {
  Statement check(database, "PRAGMA integrity_check(1)");
  if (!check.step() || check.text(0) == "ok") return;
  const std::string found = check.text(0);
  if (const int code = code_in(found); code != 0 && (code & 0xff) != SQLITE_CORRUPT) database.fail(code);
  steps.corrupt("the database's pages are damaged: " + found);
}

void verify_entries(Database& database, Steps& steps) {
  Statement rows(database, "SELECT id, rec, kind, number, mark, owner, status, expires FROM entry ORDER BY id");
  for (; rows.step(); steps.take()) {
    const std::string name = "record " + rows.text(3) + " (id " + rows.text(0) + ")";
    const Result<Entry> entry = from_record(rows.blob(1));
    if (!entry) throw Fault(Error{entry.error().code, name + ": " + entry.error().message}.in_file(database.path()));
    const Columns present{rows.text(2), rows.text(3), rows.text(4),
                          rows.text(5), rows.text(6), rows.is_null(7) ? std::nullopt : std::optional(rows.text(7))};
    if (present != columns_of(*entry)) steps.corrupt(name + ": its columns say other than its content");
  }
}

void verify_pictures(Database& database, Steps& steps) {
  Statement pictures(database, "SELECT digest, bytes FROM picture");
  for (; pictures.step(); steps.take()) {
    if (to_hex(sha256(pictures.blob(1))) != pictures.text(0))
      steps.corrupt("picture " + pictures.text(0) + " is not the one of its digest");
  }
  Statement fingerprints(database, "SELECT digest, bytes FROM fingerprint");
  for (; fingerprints.step(); steps.take()) {
    const auto fingerprint = fingerprint_from_bytes(fingerprints.blob(1));
    if (!fingerprint && fingerprint.error().code != ErrorCode::unsupported)   // an older version is made anew when it is needed
      steps.corrupt("the fingerprint of picture " + fingerprints.text(0) + " is damaged");
  }
}

void verify_imports(Database& database, const Steps& steps) {
  Statement imports(database, unsealed_imports);
  if (imports.step()) steps.corrupt("import " + imports.text(0) + " is not as it was written");
  Statement quarantined(database, unsealed_quarantined);
  if (quarantined.step()) steps.corrupt("what import " + quarantined.text(1) + " quarantined is not as it was written");
}

void verify_chain(Database& database, Steps& steps) {
  const auto erased = erased_rows(database);
  Statement rows(database, std::string("SELECT") + history_columns + "ORDER BY revision");
  Bytes head;
  for (std::uint64_t revision = 1; rows.step(); ++revision, steps.take()) {
    const HistoryEntry entry = history_entry(rows);
    if (entry.revision != revision) steps.corrupt("history row " + std::to_string(revision) + " is missing");
    const auto hash = rows.blob(11);
    const auto rest = erased.find(revision);
    const bool as_written = rest == erased.end() ? std::ranges::equal(hash, chained(head, entry))
                                                 : digest_of_rest(entry) == rest->second;
    if (!std::ranges::equal(rows.blob(10), head) || !as_written)
      steps.corrupt("history row " + std::to_string(revision) + " was changed after it was written");
    head.assign(hash.begin(), hash.end());
  }
}

/// Whatever was taken out of the history was taken out by an erasure, which stands in the chain itself.
void verify_erasures(Database& database, const Steps& steps) {
  Statement rows(database,
                 "SELECT DISTINCT erasure.erased_by, history.action, history.detail FROM erasure "
                 "LEFT JOIN history ON history.revision = erasure.erased_by");
  while (rows.step()) {
    if (rows.text(1) != erasing_action || rows.text(2) != erasure_detail(database, rows.number(0)))
      steps.corrupt("history row " + rows.text(0) + " did not erase what is said to be erased by it");
  }
}

void verify_present(Database& database, const Steps& steps) {
  Statement unexplained(
      database,
      "SELECT id, number FROM entry WHERE rec IS NOT (SELECT rec_after FROM history WHERE history.id = entry.id "
      "ORDER BY revision DESC LIMIT 1) LIMIT 1");
  if (unexplained.step()) steps.corrupt("record " + unexplained.text(1) + " is not as its history left it");
  Statement lost(
      database,
      "SELECT id FROM (SELECT id, max(revision), rec_after FROM history GROUP BY id) WHERE rec_after IS NOT NULL "
      "AND id NOT IN (SELECT id FROM entry) LIMIT 1");
  if (lost.step()) steps.corrupt("the record with id " + lost.text(0) + " is gone without a trace in its history");
}

}  // namespace

void verify(Database& database, const Progress& progress) {
  Steps steps(database, progress);
  database.execute("BEGIN");  // one moment for all that is read
  struct End {
    Database& database;
    ~End() { sqlite3_exec(database.handle(), "ROLLBACK", nullptr, nullptr, nullptr); }
  } const end{database};
  verify_pages(database, steps);
  check_schema(database);
  verify_entries(database, steps);
  verify_pictures(database, steps);
  verify_imports(database, steps);
  verify_chain(database, steps);
  verify_erasures(database, steps);
  verify_present(database, steps);
}

}  // namespace marque::sqlite
