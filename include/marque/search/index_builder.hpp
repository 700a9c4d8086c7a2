#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "marque/base/error.hpp"
#include "marque/base/limits.hpp"
#include "marque/model/date.hpp"
#include "marque/model/entry.hpp"
#include "marque/model/mark.hpp"
#include "marque/model/nice_class.hpp"
#include "marque/model/status.hpp"
#include "marque/scoring/subject.hpp"

namespace marque {

class CandidateIndex;

/// Gives the fingerprint of a picture by its reference, or nothing.
using FingerprintSource = std::function<std::optional<Fingerprint>(const ImageReference&)>;

/// What the register tells of a right that a search may be limited by, beside its classes.
struct RightFacts {
  std::vector<SimilarGroup> groups{};    ///< of all its goods; empty: not known
  Status status = Status::unknown;
  std::optional<Date> stands_until{};    ///< its last day (law/standing.hpp); unset: none is known
  std::vector<ViennaCode> vienna{};      ///< what it depicts; empty: the record does not say
};

/// A name as it is written, to be added with others.
struct WrittenName {
  EntryId id;
  std::string_view words;
  ClassSet classes{};        ///< as for add()
  std::string_view label{};
  RightFacts facts{};
};

/// Is told of a name that cannot be added: its place among those given, and why. Must not throw.
using RefusedName = std::function<void(std::size_t, const Error&)>;

/// Collects entries for a CandidateIndex, ascending by id.
class IndexBuilder {
 public:
  /// `key` is kept in the index, for whoever must know what it was built from.
  explicit IndexBuilder(std::uint64_t key = 0);
  ~IndexBuilder();
  IndexBuilder(IndexBuilder&&) noexcept;
  IndexBuilder& operator=(IndexBuilder&&) noexcept;

  /// Adds every subject of an entry, under its number as label, with the classes it covers, its status, its last day, its Vienna
  /// codes and, where all its goods name theirs, its similar groups. Indications and marks recognised as well known are of any class.
  void add(EntryId id, const Entry& entry, const FingerprintSource& fingerprints = {});

  /// Adds one name (and picture); an id may come several times, one after another. `classes` empty: of any
  /// class. `label` is kept byte for byte, that of an entry's first name.
  /// Precondition: ids never fall.
  void add(EntryId id, const Subject& subject, ClassSet classes, std::string_view label, const RightFacts& facts = {});

  /// add() of make_subject(words) for each, at several times the speed: nothing is kept of a name but what the index has of it.
  /// `refused` is told of those that normalize() refuses, in their order, one at a time, from any of the threads; the others are
  /// added. Of millions of names, give some ten thousand at once.
  void add_each(std::span<const WrittenName> names, const RefusedName& refused = {}, unsigned threads = 2, const TextLimits& limits = {});

  /// Takes an entry out of the index that this is appended to. In any order; nothing where the id was added here.
  void remove(EntryId id);

  /// Builds with at most so many threads, the caller's counted.
  CandidateIndex build(unsigned threads = 2) &&;

 private:
  friend class CandidateIndex;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Every subject of an entry: a mark's words and picture; an indication's name and its other names. Names that
/// cannot be normalised are left out.
std::vector<Subject> subjects_of(const Entry& entry, const FingerprintSource& fingerprints = {});

}  // namespace marque
