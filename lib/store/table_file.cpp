#include "marque/store/table_file.hpp"

#include <optional>

#include "snapshot/durable_file.hpp"
#include "store/sqlite.hpp"

namespace marque {
namespace {

using sqlite::Database;
using sqlite::Fault;

constexpr const char* tables = R"sql(
CREATE TABLE record(number TEXT NOT NULL, kind TEXT NOT NULL, mark TEXT NOT NULL, status TEXT NOT NULL, filed TEXT, published TEXT,
  registered TEXT, expires TEXT, ended TEXT, mark_kind TEXT, image TEXT, translation TEXT, note TEXT, generated INTEGER NOT NULL,
  PRIMARY KEY(number, kind));
CREATE TABLE record_class(number TEXT NOT NULL, class INTEGER NOT NULL, status TEXT);
CREATE TABLE goods(number TEXT NOT NULL, class INTEGER NOT NULL, similar_group TEXT, item_code TEXT, name TEXT);
CREATE TABLE party(number TEXT NOT NULL, role TEXT NOT NULL, place INTEGER NOT NULL, name TEXT, foreign_name TEXT, uscc TEXT, country TEXT,
  address TEXT);
CREATE TABLE event(number TEXT NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL, instrument TEXT, party TEXT,
  until TEXT, note TEXT);
CREATE TABLE priority(number TEXT NOT NULL, date TEXT NOT NULL, country TEXT, application TEXT);
)sql";

constexpr const char* indexes = R"sql(
CREATE INDEX record_mark ON record(mark);
CREATE INDEX class_number ON record_class(number);
CREATE INDEX class_class ON record_class(class);
CREATE INDEX goods_number ON goods(number);
CREATE INDEX party_number ON party(number);
CREATE INDEX party_name ON party(name);
CREATE INDEX event_number ON event(number);
CREATE INDEX priority_number ON priority(number);
)sql";

std::optional<std::string> known(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

template <class T>
std::optional<std::string> text_of(const std::optional<T>& value) {
  return value ? std::optional(value->to_string()) : std::nullopt;
}

/// Writes the rows of one record after another.
class Rows {
 public:
  explicit Rows(Database& database) : database_(database) {}

  void add(const Entry& entry) {
    number_ = number_of(entry);
    record(entry);
    classes(entry);
    parties("owner", owners_of(entry));
    std::visit([this](const auto& right) { others(right); }, entry);
    events(entry);
  }

 private:
  template <class... Values>
  void insert(const char* sql, const Values&... values) {
    auto statement = database_.prepared(sql);
    statement->bind(values...);
    statement->run();
  }

  void record(const Entry& entry) {
    TrademarkDates dates;
    std::optional<std::string> kind;
    const Mark* mark = nullptr;
    if (const auto* right = std::get_if<Trademark>(&entry)) {
      dates = right->dates;
      kind = std::string(name_of(right->kind));
      mark = &right->mark;
    } else if (const auto* madrid = std::get_if<InternationalRegistration>(&entry)) {
      dates.registered = madrid->registered;
      dates.expires = madrid->expires;
      kind = std::string(name_of(madrid->kind));
      mark = &madrid->mark;
    } else {
      dates.registered = priority_date_of(entry);
    }
    const ImageReference* image = image_of(entry);
    insert("INSERT INTO record VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)", number_, name_of(kind_of(entry)), words_of(entry),
           name_of(status_of(entry)), text_of(dates.filed), text_of(dates.published), text_of(dates.registered), text_of(dates.expires),
           text_of(dates.ended), kind, image ? known(image->path) : std::nullopt, mark ? known(mark->translation) : std::nullopt,
           known(provenance_of(entry).note), static_cast<int>(provenance_of(entry).generated));
  }

  void classes(const Entry& entry) {
    for (const ClassScope& in_class : scope_of(entry)) {
      const int number = in_class.nice_class.number();
      insert("INSERT INTO record_class VALUES(?,?,?)", number_, number,
             in_class.status ? std::optional(std::string(name_of(*in_class.status))) : std::nullopt);
      for (const GoodsItem& item : in_class.goods)
        insert("INSERT INTO goods VALUES(?,?,?,?,?)", number_, number, text_of(item.group), known(item.item_code), known(item.name));
    }
  }

  void party(std::string_view role, int place, const Party& party) {
    insert("INSERT INTO party VALUES(?,?,?,?,?,?,?,?)", number_, role, place, known(party.name), known(party.foreign_name),
           text_of(party.uscc), known(party.country), known(party.address));
  }
  void parties(std::string_view role, const std::vector<Party>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) party(role, static_cast<int>(i) + 1, all[i]);
  }

  template <class Marked>
  void others(const Marked& right) {
    if (right.agent) party("agent", 1, *right.agent);
    for (const Priority& priority : right.priorities)
      insert("INSERT INTO priority VALUES(?,?,?,?)", number_, priority.date.to_string(), known(priority.country), known(priority.number));
  }
  void others(const GeographicalIndication& indication) {
    for (std::size_t i = 0; i < indication.users.size(); ++i) party("user", static_cast<int>(i) + 1, indication.users[i].party);
  }

  void events(const Entry& entry) {
    int place = 0;
    for (const Event& event : events_of(entry))
      insert("INSERT INTO event VALUES(?,?,?,?,?,?,?,?)", number_, ++place, name_of(event.kind), event.date.to_string(),
             known(event.instrument), event.party ? known(event.party->name) : std::nullopt, text_of(event.until), known(event.note));
  }

  Database& database_;
  std::string number_;
};

/// The number of records; the file is whole when this returns.
std::uint64_t write(const Store& store, const std::string& name, const std::string& path, const Progress& progress, Disclosure disclosure) {
  Database database(name, path, SQLITE_OPEN_READWRITE);
  database.execute("PRAGMA journal_mode=MEMORY");
  sqlite::Transaction transaction(database);
  database.execute(tables);
  Rows rows(database);
  const std::uint64_t total = sqlite::required(store.size());
  std::uint64_t count = 0;
  std::optional<Fault> fault;
  sqlite::required(store.for_each([&](EntryId, const Entry& entry) {
    try {
      rows.add(disclosed(entry, disclosure));
    } catch (const Fault& failed) {
      fault = failed;
      return false;
    }
    ++count;
    if (count % 1'000 == 0 && !progress.advance(count, total)) fault = Fault(Error{ErrorCode::cancelled, "the writing was stopped"});
    return !fault;
  }));
  if (fault) throw *fault;
  database.execute(indexes);
  transaction.commit();
  progress.advance(count, total);
  return count;
}

}  // namespace

Result<std::uint64_t> write_table_file(const Store& store, const std::string& path, const Progress& progress, Disclosure disclosure) {
  return sqlite::guarded([&] {
    NewFile file = sqlite::required(NewFile::beside(path));
    const std::uint64_t count = write(store, file.name(), path, progress, disclosure);
    sqlite::required(file.publish());
    return count;
  });
}

}  // namespace marque
