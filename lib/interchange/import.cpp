#include "marque/interchange/import.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <set>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "interchange/entry_parts.hpp"
#include "interchange/picture_folder.hpp"
#include "interchange/record_merge.hpp"
#include "marque/base/digest.hpp"
#include "marque/law/consistency.hpp"
#include "marque/law/linked_records.hpp"

namespace marque {
namespace {

constexpr std::size_t listed = 1'000;                     // of warnings and quarantined records in the summary
constexpr std::size_t bytes_a_batch = 64u << 20;  // pictures and quarantined records of a batch must fit in memory
constexpr std::uint64_t records_a_report = 1'000;

ImageReference* image_in(Entry& entry) {
  std::optional<ImageReference>* image = nullptr;
  if (auto* mark = std::get_if<Trademark>(&entry)) image = &mark->mark.image;
  if (auto* mark = std::get_if<InternationalRegistration>(&entry)) image = &mark->mark.image;
  return image && *image ? &**image : nullptr;
}

/// A mark of another office, for which China's law does not say what is possible.
bool is_foreign(const Entry& entry) {
  const auto* mark = std::get_if<Trademark>(&entry);
  return mark && !mark->number.is_chinese();
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

/// A number is told apart by its kind: the same digits are a national and another, international right.
std::string key_of(const std::string& number, EntryKind kind) { return number + ' ' + std::string(name_of(kind)); }
std::string key_of(const Entry& entry) { return key_of(number_of(entry), kind_of(entry)); }

/// Madrid registrations by the national number they rest on.
using RestingMarks = std::unordered_map<std::string, std::vector<std::string>>;

void rest(RestingMarks& resting, const Entry& entry) {
  const auto* mark = std::get_if<InternationalRegistration>(&entry);
  if (!mark || !mark->basic_mark) return;
  std::vector<std::string>& numbers = resting[canonical_number(mark->basic_mark->number)];
  const std::string number = number_of(entry);
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
}

/// One run of import_records(): a batch being gathered, and what of the source came before it.
class Import {
 public:
  Import(RecordReader& reader, Store& store, const ImportOptions& options, const Progress& progress)
      : reader_(reader), store_(store), options_(options), progress_(progress) {}

  Result<ImportSummary> run();

 private:
  struct Waiting {
    Entry entry;
    std::uint64_t read;  ///< its place in the source
  };

  Result<void> begin();
  Result<void> read_all();
  bool was_stored_before(const ReadRecord& record);
  Result<void> take(ReadRecord record);
  Result<void> place(Entry entry, const ReadRecord& record);
  Result<void> place_known(Entry entry, const Entry& stored, const ReadRecord& record);
  Result<void> add(Entry entry);
  bool is_full() const { return batch_.size() + refused_.size() >= options_.batch || held_bytes_ >= bytes_a_batch; }
  Result<void> flush(bool last = false);
  Result<void> follow_basic_marks();
  Result<void> keep_in_step(const std::string& number);
  Result<std::optional<Trademark>> basic_mark_of(const InternationalRegistration& mark) const;
  std::uint64_t position() const;
  void refuse(Error error, std::string bytes);
  void warn(Error warning);
  void warn_of(const std::vector<Error>& differing, std::uint64_t row);
  void attach_picture(NewRecord& record);
  void fingerprint_pictures();
  void drop_picture(NewRecord& record, const Error& why);
  Where place_of_picture(const NewRecord& record) const;
  bool holds_picture(const std::string& digest) const;
  Result<std::optional<Entry>> stored(const std::string& number, EntryKind kind) const;

  RecordReader& reader_;
  Store& store_;
  const ImportOptions& options_;
  const Progress& progress_;
  ImportSummary summary_;

  std::vector<NewRecord> batch_;
  std::size_t held_bytes_ = 0;  ///< of pictures and quarantined records
  std::unordered_map<std::string, std::size_t> in_batch_;  ///< key_of() -> index in batch_
  std::vector<QuarantinedRecord> refused_;
  std::set<std::pair<std::string, std::uint64_t>> refused_before_;  ///< file and row, of the import gone on with
  std::unordered_set<std::size_t> seen_;   ///< hashes of the keys stored by this import
  std::map<std::string, Waiting> narrowed_;  ///< records that wait for their other classes
  std::optional<RestingMarks> resting_;     ///< Madrid registrations of the store, read with the first batch
};

Result<ImportSummary> Import::run() {
  if (const Result<void> begun = begin(); !begun) return begun.error();
  if (const Result<void> read = read_all(); !read) return read.error();
  for (auto& [number, waiting] : std::exchange(narrowed_, {}))
    if (const Result<void> added = add(std::move(waiting.entry)); !added) return added.error();
  if (const Result<void> flushed = flush(!summary_.stopped_by); !flushed) return flushed.error();
  progress_.advance(reader_.bytes_read(), reader_.bytes_total());
  return std::move(summary_);
}

Result<void> Import::begin() {
  if (!options_.resume) {
    const Result<std::uint64_t> import = store_.begin_import(options_.source, options_.content);
    if (!import) return import.error();
    summary_.import = *import;
    return {};
  }
  summary_.import = options_.resume->number;
  return store_.for_each_quarantined(summary_.import, [&](std::uint64_t, const QuarantinedRecord& record) {
    refused_before_.emplace(record.error.where.file, record.error.where.record.value_or(0));
    return true;
  });
}

Result<void> Import::read_all() {
  while (!summary_.stopped_by) {
    Result<std::optional<ReadRecord>> record = reader_.next();
    if (!record) {
      summary_.stopped_by = record.error();
      break;
    }
    if (!*record) break;
    if (summary_.read % records_a_report == 0 && !progress_.advance(reader_.bytes_read(), reader_.bytes_total()))
      return Error{ErrorCode::cancelled, "the import was stopped"};
    ++summary_.read;
    if (was_stored_before(**record)) continue;
    if (const Result<void> taken = take(std::move(**record)); !taken) return taken;
    if (!is_full()) continue;
    if (const Result<void> flushed = flush(); !flushed) return flushed;
  }
  return {};
}

/// Whether the import that is gone on with came past a record already.
bool Import::was_stored_before(const ReadRecord& record) {
  if (!options_.resume || summary_.read > options_.resume->read) return false;
  if (record.entry) seen_.insert(std::hash<std::string>{}(key_of(*record.entry)));
  return true;
}

Result<void> Import::take(ReadRecord record) {
  for (Error& warning : record.warnings) warn(std::move(warning));
  if (!record.entry) {
    refuse(record.entry.error(), std::move(record.bytes));
    return {};
  }
  for (Contradiction& found : is_foreign(*record.entry) ? std::vector<Contradiction>{} : contradictions(*record.entry)) {
    Error error = found.error.in_file(options_.source).in_record(record.row);
    if (found.impossible) {
      refuse(std::move(error), std::move(record.bytes));
      return {};
    }
    warn(std::move(error));
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
  const std::string key = key_of(entry);
  if (const auto waiting = narrowed_.find(key); waiting != narrowed_.end()) {
    std::vector<Error> differing;
    add_row(waiting->second.entry, entry, differing);
    warn_of(differing, record.row);
    Entry whole = std::move(waiting->second.entry);
    narrowed_.erase(waiting);
    return place(std::move(whole), record);
  }
  if (const auto earlier = in_batch_.find(key); earlier != in_batch_.end()) {
    const Entry known = batch_[earlier->second].entry;
    return place_known(std::move(entry), known, record);
  }
  const Result<std::optional<Entry>> known = stored(number_of(entry), kind_of(entry));
  if (!known) return known.error();
  if (*known) return place_known(std::move(entry), **known, record);
  if (record.lacking) {
    refuse(*record.lacking, record.bytes);
    return {};
  }
  return add(std::move(entry));
}

Result<void> Import::place_known(Entry entry, const Entry& known, const ReadRecord& record) {
  const std::string key = key_of(entry);
  const bool of_this_source = in_batch_.count(key) != 0 || seen_.count(std::hash<std::string>{}(key)) != 0;
  if (of_this_source && kind_of(entry) == EntryKind::gi && words_of(entry) != words_of(known)) {
    refuse(Error{ErrorCode::duplicate,
                 "number " + number_of(entry) + " is that of another record, " + std::string(name_of(kind_of(known))) + " \"" +
                     words_of(known) + '"',
                 {options_.source, record.row, "number", {}}},
           record.bytes);
    return {};
  }
  if (is_older_news(entry, known)) {
    ++summary_.unchanged;
    return {};
  }
  if (of_this_source && kind_of(entry) != EntryKind::gi && !record.tells_anew) {
    Entry whole = known;
    std::vector<Error> differing;
    add_row(whole, entry, differing);
    warn_of(differing, record.row);
    return add(std::move(whole));
  }
  Entry news = patched(known, entry, record.emptied);
  if (!record.tells_anew && only_narrows(news, known)) {
    narrowed_.insert_or_assign(key, Waiting{std::move(news), summary_.read});
    return {};
  }
  return add(std::move(news));
}

/// Puts a record into the batch, in place of what the batch held under its number.
Result<void> Import::add(Entry entry) {
  const std::string key = key_of(entry);
  const auto earlier = in_batch_.find(key);
  NewRecord record{std::move(entry), {}, {}};
  if (earlier != in_batch_.end()) {
    record.image = std::move(batch_[earlier->second].image);
    record.fingerprint = std::move(batch_[earlier->second].fingerprint);
    batch_[earlier->second] = std::move(record);
    return {};
  }
  attach_picture(record);
  if (record.image) held_bytes_ += record.image->bytes.size();
  in_batch_.emplace(key, batch_.size());
  batch_.push_back(std::move(record));
  return {};
}

/// Reads the picture that a record names. One that the store holds with its fingerprint is not taken again.
void Import::attach_picture(NewRecord& record) {
  ImageReference* reference = image_in(record.entry);
  if (!reference) return;
  if (!reference->digest.empty() && !holds_picture(reference->digest)) reference->digest.clear();
  if (reference->path.empty()) return;
  Result<Image> image = reader_.picture(reference->path);
  if (!image && image.error().code == ErrorCode::not_found) {
    if (options_.folder.empty()) return;
    image = read_picture(options_.folder, reference->path, options_.image_limits);
  }
  if (image && image->bytes.size() > options_.image_limits.bytes)
    image = limit_error("image_bytes", options_.image_limits.bytes, "a picture of " + std::to_string(image->bytes.size()) + " bytes");
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

/// A Madrid registration that the store knew loses with its basic mark what Protocol Art. 6(3) says, in the batch that brings the end. One
/// that comes with this import stands as its source tells it, and a warning says that the basic mark does not.
Result<void> Import::follow_basic_marks() {
  if (!resting_) {
    resting_.emplace();
    const Result<void> read = store_.for_each(EntryKind::international, [&](EntryId, const Entry& entry) {
      rest(*resting_, entry);
      return true;
    });
    if (!read) return read;
  }
  for (const NewRecord& record : batch_) rest(*resting_, record.entry);
  if (resting_->empty()) return {};
  std::set<std::string> concerned;
  for (const NewRecord& record : batch_) {
    if (kind_of(record.entry) == EntryKind::international) concerned.insert(number_of(record.entry));
    if (kind_of(record.entry) != EntryKind::trademark) continue;
    if (const auto found = resting_->find(number_of(record.entry)); found != resting_->end()) concerned.insert(found->second.begin(), found->second.end());
  }
  for (const std::string& number : concerned)
    if (const Result<void> kept = keep_in_step(number); !kept) return kept;
  return {};
}

Result<void> Import::keep_in_step(const std::string& number) {
  const Result<std::optional<EntryId>> id = store_.find(number, EntryKind::international);
  if (!id) return id.error();
  const auto earlier = in_batch_.find(key_of(number, EntryKind::international));
  const Result<Entry> entry = earlier != in_batch_.end() ? Result<Entry>(batch_[earlier->second].entry) : store_.entry(**id);
  if (!entry) return entry.error();
  const auto* mark = std::get_if<InternationalRegistration>(&*entry);
  const Result<std::optional<Trademark>> basic = mark ? basic_mark_of(*mark) : std::optional<Trademark>{};
  if (!basic) return basic.error();
  if (!*basic) return {};
  InStep step = in_step(*mark, **basic);
  const std::string on = (*basic)->number.to_string();
  const auto say = [&](const Bilingual& what) {
    warn(Error{ErrorCode::unlawful, number + what.en, {options_.source, {}, "basic_mark", {}}, number + what.zh});
  };
  if (step.undated)
    say({"所依据的第" + on + "号商标已失效而无日期：是否在五年从属期内须人工查明（议定书第6条第3款）",
         " rests on " + on + ", which ended on a day that is not on record: whether within the five years of dependency has to be found out (MP Art.6(3))"});
  if (step.mark == *mark) return {};
  const Result<std::vector<HistoryRow>> history = *id ? store_.history(**id) : std::vector<HistoryRow>{};
  if (!history) return history.error();
  if (history->empty() || history->front().cause.import == summary_.import) {
    say({"在来源中仍有效，而所依据的第" + on + "号商标已在从属期内失效：照录，请核对（议定书第6条第3款）",
         " is told as it stands, but " + on + ", on which it rests, ended within its dependency: stored as told, to be checked (MP Art.6(3))"});
    return {};
  }
  const Result<Entry> before = store_.entry(**id);
  if (!before) return before.error();
  for (const Event& event : step.ceased)
    say({"随第" + on + "号基础商标于" + event.date.to_string() + "失效（议定书第6条第3款）",
         " ceases with its basic mark " + on + " on " + event.date.to_string() + " (MP Art.6(3))"});
  if (step.goods_differ)
    say({"中失效的商品名称不同，须人工比对（议定书第6条第3款）", " names the goods that ended otherwise: to be compared by hand (MP Art.6(3))"});
  return add(patched(*before, std::move(step.mark)));   // where it stood in the source is no news
}

/// The mark of the register that a registration rests on, as this batch leaves it.
Result<std::optional<Trademark>> Import::basic_mark_of(const InternationalRegistration& mark) const {
  if (!mark.basic_mark) return std::optional<Trademark>{};
  const std::string number = canonical_number(mark.basic_mark->number);
  const auto in_batch = in_batch_.find(key_of(number, EntryKind::trademark));
  const Result<std::optional<Entry>> found =
      in_batch != in_batch_.end() ? std::optional<Entry>(batch_[in_batch->second].entry) : stored(number, EntryKind::trademark);
  if (!found) return found.error();
  const auto* basic = *found ? std::get_if<Trademark>(&**found) : nullptr;
  return basic && rests_on(mark, *basic) ? std::optional<Trademark>(*basic) : std::nullopt;
}

/// Commits what was gathered. The last batch may be empty: it says that the import is whole.
Result<void> Import::flush(bool last) {
  if (!progress_.advance(reader_.bytes_read(), reader_.bytes_total()))
    return Error{ErrorCode::cancelled, "the import was stopped"};
  fingerprint_pictures();
  if (const Result<void> followed = follow_basic_marks(); !followed) return followed;
  const Cause cause{"import", options_.source, {}, options_.as_of, summary_.import};
  const Result<std::vector<Outcome>> outcomes = store_.import_batch({batch_, refused_, position(), last}, cause);
  if (!outcomes) return outcomes.error();
  for (const Outcome outcome : *outcomes) {
    summary_.inserted += outcome == Outcome::inserted;
    summary_.updated += outcome == Outcome::updated;
    summary_.unchanged += outcome == Outcome::unchanged;
  }
  for (const auto& [key, index] : in_batch_) seen_.insert(std::hash<std::string>{}(key));
  in_batch_.clear();
  batch_.clear();
  refused_.clear();
  held_bytes_ = 0;
  return {};
}

/// All up to the record last read, but for those that still wait, is stored with this batch.
std::uint64_t Import::position() const {
  std::uint64_t records = summary_.read;
  for (const auto& [number, waiting] : narrowed_) records = std::min(records, waiting.read - 1);
  return records;
}

Result<std::optional<Entry>> Import::stored(const std::string& number, EntryKind kind) const {
  const Result<std::optional<EntryId>> id = store_.find(number, kind);
  if (!id) return id.error();
  if (!*id) return std::optional<Entry>{};
  Result<Entry> entry = store_.entry(**id);
  if (!entry) return entry.error();
  return std::optional<Entry>(std::move(*entry));
}

void Import::refuse(Error error, std::string bytes) {
  if (refused_before_.contains({error.where.file, error.where.record.value_or(0)})) return;
  held_bytes_ += bytes.size();
  ++summary_.quarantined_count;
  ++summary_.reasons[std::string(name_of(error.code))];
  if (options_.strict && !summary_.stopped_by) summary_.stopped_by = error;
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

std::string content_of(const std::string& path) {
  struct stat facts {};
  if (::stat(path.c_str(), &facts) != 0) return {};
  return std::filesystem::path(path).filename().string() + ' ' + std::to_string(facts.st_size) + ' ' +
         std::to_string(facts.st_mtim.tv_sec) + '.' + std::to_string(facts.st_mtim.tv_nsec);
}

Result<std::optional<ImportInfo>> unfinished_import(const Store& store, const std::string& content) {
  Result<std::vector<ImportInfo>> imports = store.imports();
  if (!imports) return imports.error();
  std::optional<ImportInfo> latest;
  for (ImportInfo& import : *imports)
    if (!content.empty() && import.content == content && !import.finished && !import.undone) latest = std::move(import);
  return latest;
}

Result<ImportSummary> import_records(RecordReader& reader, Store& store, const ImportOptions& options,
                                     const Progress& progress) {
  return Import(reader, store, options, progress).run();
}

}  // namespace marque
