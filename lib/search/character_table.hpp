#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "marque/base/result.hpp"
#include "search/simd.hpp"
#include "search/table_scan.hpp"

namespace marque {

/// For every character code its cluster by sound and by shape (text/character_code.hpp); a code beyond the end is of
/// class 0. Any classes give exact results; good ones give fast scans.
struct CharacterClasses {
  std::span<const std::uint8_t> sound, shape;
};

/// What a query counts characters for, in 255ths, by where they stand in a name.
class CharacterScores {
 public:
  virtual ~CharacterScores() = default;

  /// The number of the list that holds for a place of names of a length. The fewer lists, the faster a scan. The scan may go on
  /// holding lists that were given earlier.
  virtual std::size_t list(std::size_t length, std::size_t place) = 0;

  /// A list, by character code; codes beyond its end count 255.
  virtual std::span<const std::uint8_t> likenesses(std::size_t list) const = 0;
};

/// Gathers Chinese texts and lays them out as a table (FORMAT.md).
class CharacterTableBuilder {
 public:
  /// A text of 1 to 65,535 character codes; others are left out. References may repeat.
  void add(std::uint32_t reference, std::span<const std::uint16_t> codes);

  /// The same rows in the same order give the same bytes, whose length is a multiple of 64.
  std::vector<std::byte> build(const CharacterClasses& classes) const;

 private:
  struct Rows {
    std::vector<std::uint32_t> references;
    std::vector<std::uint16_t> codes;
  };
  std::map<std::size_t, Rows> by_length_;
};

/// Chinese texts by length, sorted by their first two characters, for finding every text whose characters are alike
/// enough to those of a query. A view: the bytes must outlive it.
class CharacterTable {
 public:
  CharacterTable() = default;

  /// `bytes` as build() made them, at an address divisible by 8 (64 is faster). Only the directory is read. Refuses
  /// what is not whole; damage within the rows makes hits wrong but no access outside the bytes.
  static Result<CharacterTable> open(std::span<const std::byte> bytes);

  std::size_t size() const noexcept;

  /// The lengths that occur, ascending.
  std::vector<std::size_t> lengths() const;

  /// Hands over every row whose characters count for at least the sink's least sum for its length. `lengths` are visited in this order, each at most once; lengths that do not occur are passed over.
  /// References are as they lie in the bytes.
  ScanCount scan(CharacterScores& scores, std::span<const std::size_t> lengths, ScanSink& sink, Isa isa = best_isa()) const;

  /// The same where characters count for as much in every place.
  ScanCount scan(std::span<const std::uint8_t> best, std::span<const std::size_t> lengths, ScanSink& sink, Isa isa = best_isa()) const;

  /// The characters of two rows that a block of 64 rows begins and ends with bound those between: ranks in the table's
  /// alphabet, ascending for the first character, lowest and highest for the second.
  struct Summary {
    std::uint16_t first_low = 0, first_high = 0, second_low = 0, second_high = 0;
  };

  /// The rows of one length.
  struct Bucket {
    std::size_t length = 0, rows = 0;
    std::span<const Summary> summaries;          // one for 64 rows
    const std::uint8_t* classes = nullptr;       // a block: sound, shape of 64 second characters, of third ones …
    const std::uint16_t* ranks = nullptr;        // a row: `length` places in the alphabet
    const std::uint32_t* references = nullptr;
  };

 private:
  std::span<const std::uint16_t> codes_;         // the alphabet: the codes in use, by class
  std::span<const std::uint8_t> sound_, shape_;
  std::vector<Bucket> buckets_;
};

}  // namespace marque
