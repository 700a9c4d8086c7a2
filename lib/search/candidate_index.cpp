#include "marque/search/candidate_index.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>
#include <utility>

#include "marque/scoring/scorer.hpp"
#include "search/index_file.hpp"

namespace marque {

namespace {

constexpr std::size_t rows_between_reports = 4096;

bool better(const Candidate& a, const Candidate& b) {
  return a.scores.overall != b.scores.overall ? a.scores.overall > b.scores.overall : a.id < b.id;
}

/// The best candidates of one run over rows in order: an entry's names follow one another, and the closest counts.
class BestEntries {
 public:
  BestEntries(std::size_t top, float at_least) : top_(top), at_least_(at_least) {}

  void add(EntryId id, const AspectScores& scores) {
    if (open_ && open_->id == id) {
      if (scores.overall > open_->scores.overall) open_->scores = scores;
      return;
    }
    close();
    open_ = Candidate{id, scores};
  }

  std::vector<Candidate> finish() {
    close();
    std::sort_heap(heap_.begin(), heap_.end(), better);
    return std::move(heap_);
  }

 private:
  void close() {
    if (!open_ || top_ == 0 || open_->scores.overall < at_least_ || open_->scores.overall <= 0) return;
    if (heap_.size() == top_) {
      if (!better(*open_, heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end(), better);
      heap_.pop_back();
    }
    heap_.push_back(*open_);
    std::push_heap(heap_.begin(), heap_.end(), better);
  }

  std::size_t top_;
  float at_least_;
  std::optional<Candidate> open_;
  std::vector<Candidate> heap_;   // the worst kept candidate in front
};

bool passes(const IndexRow& row, const SearchLimits& limits) {
  if (row.classes == 0) return true;
  if (limits.reach == Reach::any_class_only) return false;
  return limits.classes.empty() || (row.classes & limits.classes.bits()) != 0;
}

std::uint32_t read_u32(std::span<const std::byte> bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value |= std::to_integer<std::uint32_t>(bytes[at + i]) << (8 * i);
  return value;
}

void append_u32(std::vector<std::byte>& bytes, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes.push_back(static_cast<std::byte>(value >> (8 * i)));
}

Result<std::vector<Fingerprint>> read_pictures(std::span<const std::byte> bytes) {
  std::vector<Fingerprint> pictures;
  if (bytes.size() < 4) return pictures;
  const std::uint32_t count = read_u32(bytes, 0);
  std::size_t at = 4;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (bytes.size() - at < 4) return Error{ErrorCode::corrupt, "damaged index: pictures cut short"};
    const std::uint32_t length = read_u32(bytes, at);
    at += 4;
    if (bytes.size() - at < length) return Error{ErrorCode::corrupt, "damaged index: picture cut short"};
    auto picture = fingerprint_from_bytes(bytes.subspan(at, length));
    if (!picture) return picture.error();
    pictures.push_back(*std::move(picture));
    at += length;
  }
  return pictures;
}

}  // namespace

struct CandidateIndex::Impl {
  // What the sections lie in: the builder's vectors, or a mapped file.
  std::vector<IndexRow> rows;
  std::u32string texts;
  std::string labels;
  std::vector<std::byte> picture_bytes;
  std::optional<MappedFile> file;

  IndexSections sections;
  std::vector<Fingerprint> pictures;

  AspectScores score(Scorer& scorer, const Subject& subject, const IndexRow& row) const {
    std::optional<float> logo;
    if (subject.logo && row.picture < pictures.size()) logo = scorer.score_logo(pictures[row.picture]);
    return aspects_of(scorer.likeness(sections.name(row)), logo);
  }

  std::span<const IndexRow> rows_of(EntryId id) const {
    const auto [first, last] = std::equal_range(sections.rows.begin(), sections.rows.end(), IndexRow{id.value},
                                                [](const IndexRow& a, const IndexRow& b) { return a.id < b.id; });
    return {first, last};
  }

  /// The rows cut into one run a thread, never between two names of one entry.
  std::vector<std::span<const IndexRow>> runs(unsigned threads) const {
    std::vector<std::span<const IndexRow>> cut;
    const std::size_t share = sections.rows.size() / std::max(1u, threads) + 1;
    for (std::size_t begin = 0; begin < sections.rows.size();) {
      std::size_t end = std::min(begin + share, sections.rows.size());
      while (end < sections.rows.size() && sections.rows[end].id == sections.rows[end - 1].id) ++end;
      cut.push_back(sections.rows.subspan(begin, end - begin));
      begin = end;
    }
    return cut;
  }
};

namespace {

/// How far a search is, over all its threads; the first to be told to stop stops all.
class SharedProgress {
 public:
  SharedProgress(const Progress& progress, std::uint64_t total) : progress_(progress), total_(total) {}

  bool advance(std::uint64_t rows) {
    const std::uint64_t done = done_.fetch_add(rows) + rows;
    const std::lock_guard lock(mutex_);
    if (!stopped_ && !progress_.advance(done, total_)) stopped_ = true;
    return !stopped_;
  }
  bool stopped() const { return stopped_; }

 private:
  const Progress& progress_;
  std::uint64_t total_;
  std::atomic<std::uint64_t> done_ = 0;
  std::mutex mutex_;
  std::atomic<bool> stopped_ = false;
};

}  // namespace

CandidateIndex::CandidateIndex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
CandidateIndex::~CandidateIndex() = default;
CandidateIndex::CandidateIndex(CandidateIndex&&) noexcept = default;
CandidateIndex& CandidateIndex::operator=(CandidateIndex&&) noexcept = default;

Result<std::vector<Candidate>> CandidateIndex::find(const Subject& subject, const SearchLimits& limits,
                                                    const Progress& progress) const {
  if (subject.empty()) return std::vector<Candidate>{};
  const auto runs = impl_->runs(limits.threads);
  std::vector<std::vector<Candidate>> found(runs.size());
  SharedProgress shared(progress, impl_->sections.rows.size());
  const auto search = [&](std::size_t run) {
    Scorer scorer(subject);
    BestEntries best(limits.top, limits.at_least);
    std::size_t since = 0;
    for (const IndexRow& row : runs[run]) {
      if (passes(row, limits)) best.add({row.id}, impl_->score(scorer, subject, row));
      if (++since == rows_between_reports && !shared.advance(std::exchange(since, 0))) return;
    }
    found[run] = best.finish();
  };
  std::vector<std::jthread> helpers;
  for (std::size_t run = 1; run < runs.size(); ++run) helpers.emplace_back(search, run);
  if (!runs.empty()) search(0);
  helpers.clear();
  if (shared.stopped()) return Error{ErrorCode::cancelled, "search cancelled"};

  std::vector<Candidate> all;
  for (auto& part : found) all.insert(all.end(), part.begin(), part.end());
  std::sort(all.begin(), all.end(), better);
  if (all.size() > limits.top) all.resize(limits.top);
  return all;
}

std::optional<AspectScores> CandidateIndex::score(const Subject& subject, EntryId id) const {
  std::optional<AspectScores> best;
  Scorer scorer(subject);
  for (const IndexRow& row : impl_->rows_of(id)) {
    const AspectScores scores = impl_->score(scorer, subject, row);
    if (!best || scores.overall > best->overall) best = scores;
  }
  return best;
}

std::size_t CandidateIndex::size() const noexcept { return impl_->sections.entries; }
std::uint64_t CandidateIndex::key() const noexcept { return impl_->sections.key; }
std::size_t CandidateIndex::resident_bytes() const noexcept { return impl_->sections.bytes(); }

std::string_view CandidateIndex::label(EntryId id) const {
  const auto rows = impl_->rows_of(id);
  return rows.empty() ? std::string_view{} : impl_->sections.label(rows.front());
}

std::optional<Fingerprint> CandidateIndex::picture(EntryId id) const {
  for (const IndexRow& row : impl_->rows_of(id)) {
    if (row.picture < impl_->pictures.size()) return impl_->pictures[row.picture];
  }
  return {};
}

Result<void> CandidateIndex::save(const std::string& path) const { return write_index(impl_->sections, path); }

Result<CandidateIndex> CandidateIndex::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  auto impl = std::make_unique<Impl>();
  impl->file.emplace(*std::move(file));
  auto sections = read_index(impl->file->bytes());
  if (!sections) return sections.error().in_file(path);
  impl->sections = *sections;
  auto pictures = read_pictures(impl->sections.pictures);
  if (!pictures) return pictures.error().in_file(path);
  impl->pictures = *std::move(pictures);
  return CandidateIndex(std::move(impl));
}

struct IndexBuilder::Impl {
  std::unique_ptr<CandidateIndex::Impl> index = std::make_unique<CandidateIndex::Impl>();
  std::uint32_t picture_count = 0;

  /// Texts of one name that are equal share one place.
  IndexRow::Slice put(std::u32string_view text, const IndexRow& row, std::size_t before) {
    for (std::size_t i = 0; i < before; ++i) {
      const auto slice = row.texts[i];
      if (std::u32string_view(index->texts).substr(slice.offset, slice.length) == text) return slice;
    }
    const IndexRow::Slice slice{static_cast<std::uint32_t>(index->texts.size()), static_cast<std::uint32_t>(text.size())};
    index->texts += text;
    return slice;
  }

  std::uint32_t put(const Fingerprint& picture) {
    if (index->picture_bytes.empty()) append_u32(index->picture_bytes, 0);
    const auto bytes = to_bytes(picture);
    append_u32(index->picture_bytes, static_cast<std::uint32_t>(bytes.size()));
    index->picture_bytes.insert(index->picture_bytes.end(), bytes.begin(), bytes.end());
    index->pictures.push_back(picture);
    return picture_count++;
  }
};

IndexBuilder::IndexBuilder(std::uint64_t key) : impl_(std::make_unique<Impl>()) { impl_->index->sections.key = key; }
IndexBuilder::~IndexBuilder() = default;

void IndexBuilder::add(EntryId id, const Subject& subject, ClassSet classes, std::string_view label) {
  CandidateIndex::Impl& index = *impl_->index;
  assert(index.rows.empty() || index.rows.back().id <= id.value);
  if (index.rows.empty() || index.rows.back().id != id.value) ++index.sections.entries;
  IndexRow row{id.value, classes.bits()};
  const auto fields = subject.comparable.view().fields();
  for (std::size_t i = 0; i < fields.size(); ++i) row.texts[i] = impl_->put(fields[i], row, i);
  row.label = {static_cast<std::uint32_t>(index.labels.size()), static_cast<std::uint32_t>(label.size())};
  index.labels += label;
  if (subject.logo) row.picture = impl_->put(*subject.logo);
  index.rows.push_back(row);
}

void IndexBuilder::add(EntryId id, const Entry& entry, const FingerprintSource& fingerprints) {
  const auto* trademark = std::get_if<Trademark>(&entry);
  const bool any_class = kind_of(entry) == EntryKind::gi || (trademark != nullptr && trademark->recognised_as_well_known());
  const ClassSet classes = any_class ? ClassSet{} : classes_of(scope_of(entry));
  const std::string number = number_of(entry);
  for (const Subject& subject : subjects_of(entry, fingerprints)) add(id, subject, classes, number);
}

CandidateIndex IndexBuilder::build() && {
  CandidateIndex::Impl& index = *impl_->index;
  if (impl_->picture_count > 0) {
    for (std::size_t i = 0; i < 4; ++i) index.picture_bytes[i] = static_cast<std::byte>(impl_->picture_count >> (8 * i));
  }
  index.sections.rows = index.rows;
  index.sections.texts = index.texts;
  index.sections.labels = index.labels;
  index.sections.pictures = index.picture_bytes;
  return CandidateIndex(std::move(impl_->index));
}

std::vector<Subject> subjects_of(const Entry& entry, const FingerprintSource& fingerprints) {
  std::vector<Subject> subjects;
  const ImageReference* image = image_of(entry);
  auto logo = image != nullptr && fingerprints ? fingerprints(*image) : std::nullopt;
  if (auto own = make_subject(words_of(entry), std::move(logo)); own && !own->empty()) subjects.push_back(*std::move(own));
  if (const auto* indication = std::get_if<GeographicalIndication>(&entry)) {
    for (const GiName& name : indication->other_names) {
      if (auto other = make_subject(name.text); other && !other->empty()) subjects.push_back(*std::move(other));
    }
  }
  return subjects;
}

}  // namespace marque
