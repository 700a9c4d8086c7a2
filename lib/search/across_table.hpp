#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/scoring/comparable_name.hpp"
#include "search/phone_rows.hpp"
#include "search/prefix_trie.hpp"

namespace marque {

/// A row that may sound like the query across the scripts.
struct AcrossHit {
  std::uint32_t reference = 0;
  float most = 0;   ///< AcrossMatcher::match gives no more than the greatest of a row's hits, and most often this

  bool operator==(const AcrossHit&) const = default;
};

/// What a scan for names that sound alike across the scripts asks, and where its hits go.
class AcrossSink {
 public:
  virtual ~AcrossSink() = default;

  /// The likeness, above 0, that a row must reach. Asked before the first row and again after every take(); it may
  /// rise in between, never fall.
  virtual float floor() = 0;

  /// The next hits, at most `scan_batch` of them and never none: every row for which AcrossMatcher::match reaches the
  /// floor as it stood when it was last asked, and few others. A row may be given twice.
  virtual void take(std::span<const AcrossHit> hits) = 0;
};

/// Gathers names of characters alone and of letters alone and lays them out as a table (FORMAT.md).
class AcrossTableBuilder {
 public:
  /// Names that are never compared are left out. References may repeat.
  void add(std::uint32_t reference, const NameView& name) {
    add_letters(reference, name);
    add_characters(reference, name);
  }

  /// Of add() the names of letters and those of characters: the one and the other may be added at the same time.
  void add_letters(std::uint32_t reference, const NameView& name);
  void add_characters(std::uint32_t reference, const NameView& name);

  /// The same rows in the same order give the same bytes, whose length is a multiple of 64.
  std::vector<std::byte> build() const;

 private:
  std::map<std::uint32_t, PhoneRowsBuilder> phones_;    // by range of weights
  PrefixTrieBuilder letters_;
  std::map<std::uint32_t, PrefixTrieBuilder> voices_;   // by weight
};

/// Names of letters in blocks by the consonants that they begin with, whose rows are aligned with the query all at once; names of
/// characters by the sounds that they begin with, so that what an alignment costs is found once for all with one beginning.
/// A view: the bytes must outlive it.
class AcrossTable {
 public:
  AcrossTable() = default;

  /// `bytes` as build() made them, at an address divisible by 8. Only the directory is read. Refuses what is not whole;
  /// damage within the rows makes hits wrong but no access outside the bytes.
  static Result<AcrossTable> open(std::span<const std::byte> bytes);

  /// Names; one whose letters can be a romanisation counts twice.
  std::size_t size() const noexcept;

  /// Hands over every row for which AcrossMatcher(query).match reaches the sink's floor. References are as they lie in the bytes.
  void scan(const NameView& query, AcrossSink& sink) const;

  /// What the sequences of a run of rows are made of.
  enum class Kind : std::uint32_t {
    phones,    ///< names of letters, of a range of weights
    letters,   ///< of names that may be romanisations: 0 is a
    voices     ///< characters (search/voices.hpp)
  };

  struct Bucket {
    Kind kind = Kind::phones;
    std::uint32_t least = 0;   ///< no row weighs less
    std::uint32_t rows = 0;
    PhoneRows phones;   // of Kind::phones
    PrefixTrie trie;    // of the others
  };

 private:
  std::vector<Bucket> buckets_;
};

}  // namespace marque
