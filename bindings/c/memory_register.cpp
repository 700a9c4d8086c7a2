#include "memory_register.hpp"

#include <set>
#include <utility>

#include "marque/interchange/json_writer.hpp"
#include "marque/clearance/clearance.hpp"
#include "marque/interchange/application_json.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"

namespace marque::c {

namespace {

Fingerprinter fingerprinter([[maybe_unused]] LogoUse use) {
#ifdef MARQUE_WITH_LOGO
  return opencv_fingerprinter(use);
#else
  return {};
#endif
}

struct Note {
  std::uint64_t row;
  Error error;
};

/// The records of a source, those that cannot be added set apart.
struct Sorted {
  std::uint64_t read = 0;
  std::vector<Edit> good;
  std::vector<Note> quarantined;
  std::vector<Note> warnings;
};

Result<Sorted> sort_records(RecordReader& reader, const Registry& registry) {
  Sorted sorted;
  std::set<std::pair<std::string, EntryKind>> numbers;
  for (;;) {
    auto next = reader.next();
    if (!next) return next.error();
    if (!*next) return sorted;
    ReadRecord& record = **next;
    ++sorted.read;
    for (Error& warning : record.warnings) sorted.warnings.push_back({record.row, std::move(warning)});
    if (!record.entry) {
      sorted.quarantined.push_back({record.row, record.entry.error()});
      continue;
    }
    const std::string number = number_of(*record.entry);
    const EntryKind kind = kind_of(*record.entry);
    if (registry.find(number, kind) || !numbers.emplace(number, kind).second) {
      sorted.quarantined.push_back(
          {record.row, Error{ErrorCode::duplicate, "the number \"" + number + "\" is taken"}.in_field("number")});
    } else {
      sorted.good.push_back(Insert{*std::move(record.entry)});
    }
  }
}

void write_notes(JsonWriter& out, std::string_view key, const std::vector<Note>& notes) {
  out.key(key).begin_array();
  for (const auto& [row, error] : notes) {
    out.begin_object().key("row").integer(static_cast<std::int64_t>(row)).key("code").string(name_of(error.code));
    out.key("field").string(error.where.field).key("message").string(error.message).end_object();
  }
  out.end_array();
}

}  // namespace

Result<MemoryRegister::Addition> MemoryRegister::read(std::string bytes, std::string name) const {
  const auto reader = read_records(std::move(bytes), std::move(name));
  if (!reader) return reader.error();
  auto sorted = sort_records(**reader, registry_);
  if (!sorted) return sorted.error();
  JsonWriter out;
  out.begin_object().key("read").integer(static_cast<std::int64_t>(sorted->read));
  out.key("inserted").integer(static_cast<std::int64_t>(sorted->good.size()));
  write_notes(out, "quarantined", sorted->quarantined);
  write_notes(out, "warnings", sorted->warnings);
  out.end_object();
  return Addition{std::move(sorted->good), std::move(out).text()};
}

Result<void> MemoryRegister::add(const Addition& addition) {
  const auto applied = registry_.apply(addition.records);
  if (!applied) return applied.error();
  index_.reset();
  return {};
}

Result<void> MemoryRegister::add_picture(std::string path, const Image& picture) {
  const auto make = fingerprinter(LogoUse::keeping);
  if (!make) return Error{ErrorCode::unsupported, "this library was built without marque::logo"};
  auto fingerprint = make(picture);
  if (!fingerprint) return fingerprint.error();
  pictures_.insert_or_assign(std::move(path), *std::move(fingerprint));
  index_.reset();
  return {};
}

Result<std::string> MemoryRegister::find(std::string_view number) const {
  const auto id = registry_.find(number);
  if (!id) return Error{ErrorCode::not_found, "no record has the number \"" + std::string(number.substr(0, 80)) + "\""};
  const auto entry = registry_.entry(*id);
  if (!entry) return entry.error();
  return to_json(*entry);
}

Result<void> MemoryRegister::build_index() {
  IndexBuilder builder;
  const auto fingerprint = [this](const ImageReference& image) -> std::optional<Fingerprint> {
    const auto known = pictures_.find(image.path);
    return known == pictures_.end() ? std::nullopt : std::optional(known->second);
  };
  registry_.for_each([&](EntryId id, const Entry& entry) { builder.add(id, entry, fingerprint); });
  index_.emplace(std::move(builder).build());
  return {};
}

Result<std::string> MemoryRegister::check(std::string_view application, Language language) const {
  if (!index_)
    return Error{ErrorCode::invalid_argument, "the register was changed since its index was built, or has none"};
  const auto asked = application_from_json(application);
  if (!asked) return asked.error();
  const auto report = Clearance(*index_, registry_, fingerprinter(LogoUse::asking)).check(*asked);
  if (!report) return report.error();
  return to_json(*report, language);
}

}  // namespace marque::c
