#include "edited.hpp"
#include "marque/store/sqlite_store.hpp"
#include "require.hpp"
#include "scratch_file.hpp"

using namespace marque;

namespace {

const std::string path = fuzz::scratch_path("store");

NewRecord record(const char* number, const char* words) {
  Trademark trademark{.number = *NationalNumber::parse(number)};
  trademark.mark.text = words;
  return {.entry = trademark};
}

void remove_files() {
  for (const char* end : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(path + end);
}

std::vector<std::byte> good_register() {
  remove_files();
  {
    const auto store = create_sqlite_store(path);
    fuzz::require(store.has_value());
    const std::vector<NewRecord> records{record("1000001", "海门"), record("1000002", "江海"), record("1000003", "太阳")};
    fuzz::require((*store)->put(records, {.action = "add"}).has_value());
    const auto import = (*store)->begin_import("list");
    const std::vector<QuarantinedRecord> bad{{Error{ErrorCode::malformed, "bad"}, "x"}};
    fuzz::require((*store)->quarantine(*import, bad).has_value());
  }
  return fuzz::bytes_of_file(path);
}

/// Everything a reader may ask; what verify() finds sound, it reads.
void read_all(const Store& store) {
  const bool sound = store.verify().has_value();
  std::uint64_t seen = 0;
  const auto visited = store.for_each([&](EntryId id, const Entry&) {
    ++seen;
    static_cast<void>(store.history(id).has_value());
    return true;
  });
  fuzz::require(!sound || (visited.has_value() && seen == store.size().value_or(0)));
  static_cast<void>(store.imports().has_value());
  static_cast<void>(store.quarantined(1).has_value());
  static_cast<void>(store.find("1000002").has_value());
}

}  // namespace

// A good register with edits: an error, or one that can be read; and where it is sound and takes another record, it is sound
// still and has it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::byte> good = good_register();
  remove_files();
  fuzz::write_file(path, fuzz::edited(good, data, size));
  bool sound = false;
  if (const auto store = open_sqlite_store(path, Access::read)) {
    read_all(**store);
    sound = (*store)->verify().has_value();
  }
  const auto store = open_sqlite_store(path, Access::write);
  if (!store) return 0;
  const NewRecord more = record("1000009", "新");
  const bool taken = (*store)->put({&more, 1}, {.action = "add"}).has_value();
  if (!sound || !taken) return 0;
  fuzz::require((*store)->verify().has_value());
  fuzz::require((*store)->find("1000009").value().has_value());
  return 0;
}
