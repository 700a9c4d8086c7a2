#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"
#include "scoring/letter_alignment.hpp"
#include "search/prefix_trie.hpp"

namespace marque {

/// Gathers texts of letters and lays them out as a table (FORMAT.md).
class LetterTableBuilder {
 public:
  explicit LetterTableBuilder(LetterView view) : view_(view) {}

  /// References may repeat; a text without letters is left out.
  void add(std::uint32_t reference, std::u32string_view letters);

  /// The same rows in the same order give the same bytes, whose length is a multiple of 64.
  std::vector<std::byte> build() const;

 private:
  LetterView view_;
  std::map<std::uint32_t, PrefixTrieBuilder> texts_;   // by length in units
};

/// What a walk through a table asks, and where its rows go.
class LetterSink {
 public:
  virtual ~LetterSink() = default;

  /// The likeness in 255ths that rows of this length must reach; above 255 none can matter. It may rise between calls of take(), never
  /// fall. A length of the query's own has the least of all.
  virtual int least(std::size_t length) = 0;

  /// The next rows, at most `scan_batch` and never none.
  virtual void take(std::span<const std::uint32_t> references) = 0;
};

/// Texts by length and, within one, by common beginnings, whose alignment with a query is worked out once
/// (after Ukkonen 1993; Baeza-Yates & Gonnet 1998). A view: the bytes must outlive it.
class LetterTable {
 public:
  LetterTable() = default;

  /// `bytes` as build() made them, at an address divisible by 8. Only the directory is read. Refuses what is not whole;
  /// damage within the rows makes hits wrong but no access outside the bytes.
  static Result<LetterTable> open(LetterView view, std::span<const std::byte> bytes);

  std::size_t size() const noexcept;

  /// The lengths that occur in units (letter_units()), ascending.
  std::vector<std::size_t> lengths() const;

  /// Hands over every row whose aligned_likeness() with the text is the sink's least of its length or more, some twice. `lengths` are visited in this order, each at most once. Texts too long for a trie are handed over
  /// wherever their length does not rule them out.
  void scan(std::u32string_view text, std::span<const std::size_t> lengths, LetterSink& sink) const;

  /// The same of some rows that are quickly found: those that have one half almost in common with the text.
  void glance(std::u32string_view text, std::span<const std::size_t> lengths, LetterSink& sink) const;

  /// The rows of one length.
  struct Bucket {
    std::size_t length = 0, rows = 0;
    PrefixTrie forwards, backwards;
  };

 private:
  template <class FindHalves>
  void walk(std::u32string_view text, std::span<const std::size_t> lengths, LetterSink& sink, FindHalves&& find_halves) const;

  LetterView view_ = LetterView::look;
  std::vector<Bucket> buckets_;
};

}  // namespace marque
