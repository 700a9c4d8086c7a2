#include "marque/interchange/import.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "interchange/entry_parts.hpp"
#include "interchange/picture_folder.hpp"
#include "interchange/record_merge.hpp"
#include "marque/base/digest.hpp"
#include "marque/law/consistency.hpp"

namespace marque {
namespace {

constexpr std::size_t listed = 1'000;                     // of warnings and quarantined records in the summary
constexpr std::size_t picture_bytes_a_batch = 64u << 20;  // a batch of pictures must fit in memory
constexpr std::uint64_t records_a_report = 1'000;

ImageReference* image_in(Entry& entry) {
  std::optional<ImageReference>* image = nullptr;
  if (auto* mark = std::get_if<Trademark>(&entry)) image = &mark->mark.image;
  if (auto* mark = std::get_if<InternationalRegistration>(&entry)) image = &mark->mark.image;
  return image && *image ? &**image : nullptr;
}

/// Whether the only news is that classes are missing: further rows of the source may bring them.
bool only_narrows(const Entry& incoming, const Entry& stored) {
  if (scope_of(incoming).size() >= scope_of(stored).size()) return false;
  Entry widened = incoming;
  for (const ClassScope& in_class : scope_of(incoming))
    if (std::find(scope_of(stored).begin(), scope_of(stored).end(), in_class) == scope_of(stored).end()) return false;
  scope_in(widened) = scope_of(stored);
  return patched(stored, std::move(widened)) == stored;
}

/// One run of import_records(): a batch being gathered, and what of the source came before it.
class Import {
 public:
  Import(RecordReader& reader, Store& store, const ImportOptions& options, const Progress& progress)
      : reader_(reader), store_(store), options_(options), progress_(progress) {}

  Result<ImportSummary> run();

 private:
  Result<void> take(ReadRecord record);
  Result<void> place(Entry entry, const ReadRecord& record);
  Result<void> place_known(Entry entry, const Entry& stored, const ReadRecord& record);
  Result<void> add(Entry entry);
  Result<void> flush();
  void refuse(Error error, std::string bytes);
  void warn(Error warning);
  void warn_of(const std::vector<Error>& differing, std::uint64_t row);
  void attach_picture(NewRecord& record);
  void fingerprint_pictures();
  void drop_picture(NewRecord& record, const Error& why);
  Where place_of_picture(const NewRecord& record) const;
  bool holds_picture(const std::string& digest) const;
  Result<std::optional<Entry>> stored(const std::string& number) const;

  RecordReader& reader_;
  Store& store_;
  const ImportOptions& options_;
  const Progress& progress_;
  ImportSummary summary_;

  std::vector<NewRecord> batch_;
  std::size_t picture_bytes_ = 0;
  std::unordered_map<std::string, std::size_t> in_batch_;  ///< number -> index in batch_
  std::vector<QuarantinedRecord> refused_;
  std::unordered_set<std::size_t> seen_;   ///< hashes of the numbers stored by this import
  std::map<std::string, Entry> narrowed_;  ///< records that wait for their other classes
};

Result<ImportSummary> Import::run() {
  const Result<std::uint64_t> import = store_.begin_import(options_.source);
  if (!import) return import.error();
  summary_.import = *import;
  for (;;) {
    Result<std::optional<ReadRecord>> record = reader_.next();
    if (!record) return record.error();
    if (!*record) break;
    if (summary_.read % records_a_report == 0 && !progress_.advance(reader_.bytes_read(), reader_.bytes_total()))
      return Error{ErrorCode::cancelled, "the import was stopped"};
    ++summary_.read;
    if (const Result<void> taken = take(std::move(**record)); !taken) return taken.error();
  }
  for (auto& [number, entry] : narrowed_)
    if (const Result<void> added = add(std::move(entry)); !added) return added.error();
  if (const Result<void> flushed = flush(); !flushed) return flushed.error();
  progress_.advance(reader_.bytes_read(), reader_.bytes_total());
  return std::move(summary_);
}

Result<void> Import::take(ReadRecord record) {
  for (Error& warning : record.warnings) warn(std::move(warning));
  if (!record.entry) {
    refuse(record.entry.error(), std::move(record.bytes));
    return refused_.size() < options_.batch ? Result<void>{} : flush();
  }
  for (Contradiction& found : contradictions(*record.entry)) {
    Error error = found.error.in_file(options_.source).in_record(record.row);
    if (!found.impossible) {
      warn(std::move(error));
      continue;
    }
    refuse(std::move(error), std::move(record.bytes));
    return refused_.size() < options_.batch ? Result<void>{} : flush();
  }
  Entry entry = *record.entry;
  Provenance& provenance = provenance_in(entry);
  if (provenance.source.empty()) {
    provenance.source = options_.source;
    provenance.row = record.row;
  }
  return place(std::move(entry), record);
}

/// Decides whether a record is new, one of this source told further, or one that the store knew before.
Result<void> Import::place(Entry entry, const ReadRecord& record) {
  const std::string number = number_of(entry);
  if (const auto waiting = narrowed_.find(number); waiting != narrowed_.end()) {
    std::vector<Error> differing;
    add_row(waiting->second, entry, differing);
    warn_of(differing, record.row);
    Entry whole = std::move(waiting->second);
    narrowed_.erase(waiting);
    return place(std::move(whole), record);
  }
  if (const auto earlier = in_batch_.find(number); earlier != in_batch_.end()) {
    const Entry known = batch_[earlier->second].entry;
    return place_known(std::move(entry), known, record);
  }
  const Result<std::optional<Entry>> known = stored(number);
  if (!known) return known.error();
  if (*known) return place_known(std::move(entry), **known, record);
  return add(std::move(entry));
}

Result<void> Import::place_known(Entry entry, const Entry& known, const ReadRecord& record) {
  const std::string number = number_of(entry);
  const bool of_this_source = in_batch_.count(number) != 0 || seen_.count(std::hash<std::string>{}(number)) != 0;
  const bool another = kind_of(entry) != kind_of(known) ||
                       (of_this_source && kind_of(entry) == EntryKind::gi && words_of(entry) != words_of(known));
  if (another) {
    refuse(Error{ErrorCode::duplicate,
                 "number " + number + " is that of another record, " + std::string(name_of(kind_of(known))) + " \"" +
                     words_of(known) + '"',
                 {options_.source, record.row, "number", {}}},
           record.bytes);
    return {};
  }
  if (of_this_source && kind_of(entry) != EntryKind::gi) {
    Entry whole = known;
    std::vector<Error> differing;
    add_row(whole, entry, differing);
    warn_of(differing, record.row);
    return add(std::move(whole));
  }
  Entry news = patched(known, entry);
  if (only_narrows(news, known)) {
    narrowed_.insert_or_assign(number, std::move(news));
    return {};
  }
  return add(std::move(news));
}

/// Puts a record into the batch, in place of what the batch held under its number.
Result<void> Import::add(Entry entry) {
  const std::string number = number_of(entry);
  const auto earlier = in_batch_.find(number);
  NewRecord record{std::move(entry), {}, {}};
  if (earlier != in_batch_.end()) {
    record.image = std::move(batch_[earlier->second].image);
    record.fingerprint = std::move(batch_[earlier->second].fingerprint);
    batch_[earlier->second] = std::move(record);
    return {};
  }
  attach_picture(record);
  if (record.image) picture_bytes_ += record.image->bytes.size();
  in_batch_.emplace(number, batch_.size());
  batch_.push_back(std::move(record));
  const bool full = batch_.size() >= options_.batch || picture_bytes_ >= picture_bytes_a_batch;
  return full ? flush() : Result<void>{};
}

/// Reads the picture that a record names. One that the store holds with its fingerprint is not taken again.
void Import::attach_picture(NewRecord& record) {
  ImageReference* reference = image_in(record.entry);
  if (!reference) return;
  if (!reference->digest.empty() && !holds_picture(reference->digest)) reference->digest.clear();
  if (reference->path.empty() || options_.folder.empty()) return;
  Result<Image> image = read_picture(options_.folder, reference->path);
  if (!image) return warn(Error{image.error().code, image.error().message, place_of_picture(record)});
  reference->digest = to_hex(sha256(image->bytes));
  if (!store_.fingerprint(reference->digest)) record.image = std::move(*image);
}

Where Import::place_of_picture(const NewRecord& record) const {
  return {options_.source, provenance_of(record.entry).row, "image", {}};
}

/// Fingerprints the pictures of the batch on all cores; one that cannot be decoded is left out with a warning.
void Import::fingerprint_pictures() {
  if (!options_.fingerprinter) return;
  std::vector<NewRecord*> waiting;
  for (NewRecord& record : batch_)
    if (record.image && !record.fingerprint) waiting.push_back(&record);
  std::vector<std::optional<Error>> failed(waiting.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i; (i = next++) < waiting.size();) {
      Result<Fingerprint> made = options_.fingerprinter(*waiting[i]->image);
      if (made) waiting[i]->fingerprint = std::move(*made);
      else failed[i] = made.error();
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < std::min<std::size_t>(std::thread::hardware_concurrency(), waiting.size()); ++i)
      helpers.emplace_back(work);
    work();
  }
  for (std::size_t i = 0; i < waiting.size(); ++i)
    if (failed[i]) drop_picture(*waiting[i], *failed[i]);
}

/// A picture without anything to compare is kept, one that cannot be read is not.
void Import::drop_picture(NewRecord& record, const Error& why) {
  ImageReference* reference = image_in(record.entry);
  warn(Error{why.code, "picture \"" + reference->path + "\": " + why.message, place_of_picture(record)});
  if (why.code == ErrorCode::no_fingerprint) return;
  reference->digest.clear();
  record.image.reset();
}

bool Import::holds_picture(const std::string& digest) const {
  return store_.fingerprint(digest).has_value() || store_.image(digest).has_value();
}

Result<void> Import::flush() {
  if (!progress_.advance(reader_.bytes_read(), reader_.bytes_total()))
    return Error{ErrorCode::cancelled, "the import was stopped"};
  if (!refused_.empty())
    if (Result<void> kept = store_.quarantine(summary_.import, refused_); !kept) return kept;
  refused_.clear();
  if (batch_.empty()) return {};
  fingerprint_pictures();
  const Cause cause{"import", options_.source, {}, options_.as_of, summary_.import};
  const Result<std::vector<Outcome>> outcomes = store_.put(batch_, cause);
  if (!outcomes) return outcomes.error();
  for (const Outcome outcome : *outcomes) {
    summary_.inserted += outcome == Outcome::inserted;
    summary_.updated += outcome == Outcome::updated;
    summary_.unchanged += outcome == Outcome::unchanged;
  }
  for (const auto& [number, index] : in_batch_) seen_.insert(std::hash<std::string>{}(number));
  in_batch_.clear();
  batch_.clear();
  picture_bytes_ = 0;
  return {};
}

Result<std::optional<Entry>> Import::stored(const std::string& number) const {
  const Result<std::optional<EntryId>> id = store_.find(number);
  if (!id) return id.error();
  if (!*id) return std::optional<Entry>{};
  Result<Entry> entry = store_.entry(**id);
  if (!entry) return entry.error();
  return std::optional<Entry>(std::move(*entry));
}

void Import::refuse(Error error, std::string bytes) {
  ++summary_.quarantined_count;
  refused_.push_back({std::move(error), std::move(bytes)});
  if (summary_.quarantined.size() < listed) summary_.quarantined.push_back(refused_.back());
}

void Import::warn(Error warning) {
  ++summary_.warning_count;
  if (summary_.warnings.size() < listed) summary_.warnings.push_back(std::move(warning));
}

void Import::warn_of(const std::vector<Error>& differing, std::uint64_t row) {
  for (const Error& warning : differing) warn(warning.in_file(options_.source).in_record(row));
}

}  // namespace

Result<ImportSummary> import_records(RecordReader& reader, Store& store, const ImportOptions& options,
                                     const Progress& progress) {
  return Import(reader, store, options, progress).run();
}

}  // namespace marque
