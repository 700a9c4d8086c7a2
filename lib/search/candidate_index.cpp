#include "marque/search/candidate_index.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "search/methods.hpp"
#include "search/name_collector.hpp"
#include "search/name_judge.hpp"
#include "search/parallel.hpp"
#include "search/shared_progress.hpp"

namespace marque {

namespace {

using layout::Section;

/// Hands results on in the order of their subjects, as soon as all before them are there.
class InOrder {
 public:
  explicit InOrder(const std::function<void(Found)>& sink) : sink_(sink) {}

  void give(Found found) {
    const std::scoped_lock lock(mutex_);
    waiting_.emplace(found.subject, std::move(found));
    for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_; first = waiting_.erase(first), ++next_)
      sink_(std::move(first->second));
  }

 private:
  const std::function<void(Found)>& sink_;
  std::mutex mutex_;
  std::map<std::size_t, Found> waiting_;
  std::size_t next_ = 0;
};

/// The places of equal subjects together, by the first of them. One with a picture stands alone.
std::vector<std::vector<std::size_t>> equal_ones(std::span<const Subject> subjects) {
  std::vector<std::vector<std::size_t>> groups;
  std::unordered_multimap<std::u32string_view, std::size_t> known;   // groups by their words
  for (std::size_t place = 0; place < subjects.size(); ++place) {
    const std::u32string_view words = subjects[place].comparable.skeleton;
    const auto [first, last] = known.equal_range(words);
    const auto same = subjects[place].logo ? last : std::find_if(first, last, [&](const auto& group) { return subjects[groups[group.second].front()] == subjects[place]; });
    if (same != last) {
      groups[same->second].push_back(place);
      continue;
    }
    known.emplace(words, groups.size());
    groups.push_back({place});
  }
  return groups;
}

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// Whether a part has something in this section.
bool has(const IndexContents& contents, Section section) noexcept {
  const auto parts = contents.parts();
  return std::any_of(parts.begin(), parts.end(), [&](const Segment& part) { return !part.bytes(section).empty(); });
}

}  // namespace

CandidateIndex::CandidateIndex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
CandidateIndex::~CandidateIndex() = default;
CandidateIndex::CandidateIndex(CandidateIndex&&) noexcept = default;
CandidateIndex& CandidateIndex::operator=(CandidateIndex&&) noexcept = default;

Result<std::vector<Candidate>> CandidateIndex::find(const Subject& subject, const SearchLimits& limits,
                                                    const Progress& progress) const {
  if (subject.empty() || limits.top == 0) return std::vector<Candidate>{};
  return limits.method == Method::exhaustive ? search_exhaustively(impl_->contents, subject, limits, progress)
                                             : search_bounded(impl_->contents, subject, limits, progress);
}

Result<void> CandidateIndex::find_each(std::span<const Subject> subjects, const SearchLimits& limits,
                                       const std::function<void(Found)>& sink, const Progress& progress) const {
  SearchLimits own = limits;
  own.threads = 1;
  SharedProgress shared(progress, subjects.size());
  const Progress watched([&](auto, auto) { return shared.advance(0); });
  InOrder in_order(sink);
  const auto groups = equal_ones(subjects);
  in_parallel(limits.threads, groups.size(), [&](const auto& next) {
    for (std::size_t group; next(group) && !shared.stopped();) {
      const auto start = std::chrono::steady_clock::now();
      const auto found = find(subjects[groups[group].front()], own, watched);
      if (!found || !shared.advance(groups[group].size())) return;
      const double milliseconds = milliseconds_since(start);
      for (const std::size_t place : groups[group]) in_order.give({place, *found, milliseconds});
    }
  });
  if (shared.stopped()) return Error{ErrorCode::cancelled, "search cancelled"};
  return {};
}

std::optional<AspectScores> CandidateIndex::score(const Subject& subject, EntryId id, const Dictionary& dictionary) const {
  const auto part = impl_->contents.part_of(id.value);
  if (!part) return {};
  const Ranker ranker(rarity(), subject);
  const auto meaning = std::make_shared<const MeaningMatcher>(subject.comparable.view(), dictionary);
  NameJudge judge(impl_->contents, subject, {}, ranker, meaning);
  std::optional<Candidate> best;
  const auto [first, last] = impl_->contents.parts()[*part].rows_of(id.value);
  for (std::uint32_t row = first; row < last; ++row) {
    const Candidate candidate = judge.scored(*part, row);
    if (!best || better(candidate, *best)) best = candidate;
  }
  return best ? std::optional(best->scores) : std::nullopt;
}

std::size_t CandidateIndex::size() const noexcept { return impl_->contents.parts().back().facts().entries; }
std::uint64_t CandidateIndex::key() const noexcept { return impl_->contents.parts().back().facts().key; }
std::size_t CandidateIndex::parts() const noexcept { return impl_->contents.parts().size(); }
const Rarity& CandidateIndex::rarity() const noexcept { return impl_->contents.rarity(); }

bool CandidateIndex::groups_known() const noexcept { return has(impl_->contents, Section::groups); }
bool CandidateIndex::standings_known() const noexcept { return has(impl_->contents, Section::standings); }
bool CandidateIndex::vienna_known() const noexcept { return has(impl_->contents, Section::vienna); }
bool CandidateIndex::pictures_known() const noexcept { return has(impl_->contents, Section::logo_rows); }

std::size_t CandidateIndex::resident_bytes() const noexcept {
  std::size_t bytes = 0;
  for (const Segment& part : impl_->contents.parts()) bytes += part.searched_bytes();
  return bytes;
}

std::string_view CandidateIndex::label(EntryId id) const {
  const auto part = impl_->contents.part_of(id.value);
  if (!part) return {};
  const Segment& segment = impl_->contents.parts()[*part];
  return segment.label(segment.rows_of(id.value).first);
}

std::optional<Fingerprint> CandidateIndex::picture(EntryId id) const {
  const auto part = impl_->contents.part_of(id.value);
  if (!part) return {};
  const Segment& segment = impl_->contents.parts()[*part];
  const auto [first, last] = segment.rows_of(id.value);
  for (std::uint32_t row = first; row < last; ++row) {
    if (auto logo = segment.logo(row)) return logo;
  }
  return {};
}

Result<void> CandidateIndex::save(const std::string& path) const { return write_index(impl_->contents.parts(), path); }

Result<CandidateIndex> CandidateIndex::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return file.error();
  auto parts = read_parts(file->bytes());
  if (!parts) return parts.error().in_file(path);
  auto tables = tables_of(parts->segments);
  if (!tables) return tables.error().in_file(path);
  return CandidateIndex(std::unique_ptr<Impl>(
      new Impl{{}, *std::move(file), IndexContents(std::move(parts->segments), *std::move(tables))}));
}

Result<void> CandidateIndex::append(const std::string& path, IndexBuilder&& added) {
  NameCollector& names = added.impl_->names;
  SegmentParts parts;
  return append_part(path, [&](const IndexParts& before) -> Result<Segment> {
    const IndexContents contents(before.segments);
    SegmentFacts facts{names.key(), before.segments.back().facts().entries + names.entries()};
    const auto is_there = [&](std::uint64_t id) { return contents.part_of(id).has_value(); };
    const auto ids = names.ids(), removed = names.removed();
    facts.entries -= static_cast<std::uint64_t>(std::count_if(ids.begin(), ids.end(), is_there));
    facts.entries -= static_cast<std::uint64_t>(std::count_if(removed.begin(), removed.end(), is_there));
    parts = names.finish(2);
    return Segment(facts, parts.sections());
  });
}

Result<void> CandidateIndex::verify(const Progress& progress) const {
  return impl_->file ? verify_parts(impl_->file->bytes(), progress) : Result<void>{};
}

}  // namespace marque
