#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/progress.hpp"
#include "marque/base/result.hpp"
#include "marque/scoring/subject.hpp"
#include "marque/search/candidate.hpp"
#include "marque/search/index_builder.hpp"
#include "marque/search/rarity.hpp"
#include "marque/search/search_limits.hpp"

namespace marque {

/// What find_each() found for one subject.
struct Found {
  std::size_t subject = 0;               ///< its place among those given
  std::vector<Candidate> candidates;
  double milliseconds = 0;               ///< that its search took; equal subjects may share one
};

/// Every earlier right made comparable: built from any stream of entries, saved, mapped, and appended to. Immutable
/// once built or opened; any number of threads may search it. Exact: what is found is what scoring every name and picture
/// would find.
class CandidateIndex {
 public:
  ~CandidateIndex();
  CandidateIndex(CandidateIndex&&) noexcept;
  CandidateIndex& operator=(CandidateIndex&&) noexcept;

  /// The best entries for a subject, best first (search/candidate.hpp); an entry counts by its best name. What has nothing in
  /// common with the subject (rank 0) is no result, and a subject without words and picture finds nothing.
  /// ErrorCode::cancelled where the Progress stops it.
  Result<std::vector<Candidate>> find(const Subject& subject, const SearchLimits& limits = {},
                                      const Progress& progress = {}) const;

  /// find() for many subjects, one a thread at a time, and once for equal ones without a picture: a gazette lists a mark
  /// under each of its classes. `sink` gets them in their order, one call at a time, from any of
  /// the threads. The Progress counts subjects.
  Result<void> find_each(std::span<const Subject> subjects, const SearchLimits& limits,
                         const std::function<void(Found)>& sink, const Progress& progress = {}) const;

  /// The score of one entry's closest name, filters aside; unset where the id is not in the index.
  std::optional<AspectScores> score(const Subject& subject, EntryId id,
                                    const Dictionary& dictionary = Dictionary::built_in()) const;

  std::size_t size() const noexcept;              ///< entries
  std::uint64_t key() const noexcept;             ///< what the last builder was given: the store's revision
  std::size_t parts() const noexcept;             ///< one, and one more for every append()
  bool groups_known() const noexcept;             ///< whether a name was added with its similar groups
  bool standings_known() const noexcept;          ///< whether one was with its status or its last day
  bool vienna_known() const noexcept;             ///< whether one was with Vienna codes
  bool pictures_known() const noexcept;           ///< whether one was with a picture
  const Rarity& rarity() const noexcept;          ///< by which candidates are ranked

  /// Memory that searches touch: the tables they scan, the rows and texts they score. Labels and pictures are not
  /// counted in an index that has words.
  std::size_t resident_bytes() const noexcept;

  /// The label an entry was added with, byte for byte.
  std::string_view label(EntryId id) const;

  /// The fingerprint an entry was added with; unset where it has none.
  std::optional<Fingerprint> picture(EntryId id) const;

  /// Writes the index (format: lib/search/FORMAT.md), replacing `path` atomically.
  Result<void> save(const std::string& path) const;

  /// Maps a saved index without reading it: its headers alone are checked, in microseconds. Damage beyond them never
  /// reads out of bounds, but may hide entries: verify() tells. ErrorCode::corrupt; newer_version; unsupported where it
  /// was made with other tables or fingerprints and has to be built anew; not_found, storage.
  static Result<CandidateIndex> open(const std::string& path);

  /// Adds to a saved index without building it anew: what the builder has takes the place of the entries of the same
  /// ids, and what it removes goes. Durable when it returns; when it fails, the index is read as before (a disk that fails on: or after).
  /// Indexes already open are not changed. ErrorCode::busy while another process appends; those of open().
  static Result<void> append(const std::string& path, IndexBuilder&& added);

  /// Reads everything and compares all checksums. ErrorCode::corrupt names the part.
  Result<void> verify(const Progress& progress = {}) const;

 private:
  friend class IndexBuilder;
  struct Impl;
  explicit CandidateIndex(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace marque
