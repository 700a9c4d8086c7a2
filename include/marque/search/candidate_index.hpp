#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/progress.hpp"
#include "marque/base/result.hpp"
#include "marque/model/entry.hpp"
#include "marque/scoring/subject.hpp"
#include "marque/search/candidate.hpp"

namespace marque {

/// Which entries a search looks at.
enum class Reach : std::uint8_t {
  every_entry,
  any_class_only,   ///< entries that block in every class: indications, well-known marks
};

/// What a search returns, and of which entries.
struct SearchLimits {
  std::size_t top = 50;           ///< at most so many entries
  float at_least = 0;             ///< with at least this overall score
  ClassSet classes;               ///< only entries in one of these; empty: any. Entries of any class always pass
  Reach reach = Reach::every_entry;
  unsigned threads = 1;
};

/// Every earlier right made comparable, in one flat block of memory: built from any stream of entries, saved and
/// mapped. Immutable once built; any number of threads may search it. Exact: every entry that passes the filter
/// is scored by the Scorer itself.
class CandidateIndex {
 public:
  ~CandidateIndex();
  CandidateIndex(CandidateIndex&&) noexcept;
  CandidateIndex& operator=(CandidateIndex&&) noexcept;

  /// The best entries for a subject, best first; equal scores in order of id. A subject without words and
  /// picture finds nothing. ErrorCode::cancelled where the Progress stops it.
  Result<std::vector<Candidate>> find(const Subject& subject, const SearchLimits& limits = {},
                                      const Progress& progress = {}) const;

  /// The score of one entry, as find() would give it, filter aside; unset where the id is not in the index.
  std::optional<AspectScores> score(const Subject& subject, EntryId id) const;

  std::size_t size() const noexcept;              ///< entries
  std::uint64_t key() const noexcept;             ///< what the builder was given: the store's revision
  std::size_t resident_bytes() const noexcept;    ///< memory a search touches

  /// The label an entry was added with, byte for byte.
  std::string_view label(EntryId id) const;

  /// The fingerprint an entry was added with; unset where it has none.
  std::optional<Fingerprint> picture(EntryId id) const;

  /// Writes the index (format: lib/search/FORMAT.md), replacing `path` atomically.
  Result<void> save(const std::string& path) const;

  /// Maps a saved index; its header and checksum are verified. ErrorCode::corrupt, newer_version or storage.
  static Result<CandidateIndex> open(const std::string& path);

 private:
  friend class IndexBuilder;
  struct Impl;
  explicit CandidateIndex(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Gives the fingerprint of a picture by its reference, or nothing.
using FingerprintSource = std::function<std::optional<Fingerprint>(const ImageReference&)>;

/// Collects entries for a CandidateIndex, ascending by id.
class IndexBuilder {
 public:
  /// `key` is kept in the index, for whoever must know what it was built from.
  explicit IndexBuilder(std::uint64_t key = 0);
  ~IndexBuilder();

  /// Adds every subject of an entry, under its number as label. Indications and marks recognised as well known
  /// are of any class.
  void add(EntryId id, const Entry& entry, const FingerprintSource& fingerprints = {});

  /// Adds one name (and picture); an id may come several times, one after another. `classes` empty: of any
  /// class. `label` is kept byte for byte. Precondition: ids never fall.
  void add(EntryId id, const Subject& subject, ClassSet classes, std::string_view label);

  CandidateIndex build() &&;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Every subject of an entry: a mark's words and picture; an indication's name and its other names. Names that
/// cannot be normalised are left out.
std::vector<Subject> subjects_of(const Entry& entry, const FingerprintSource& fingerprints = {});

}  // namespace marque
