#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/scoring/comparable_name.hpp"
#include "search/letter_table.hpp"

namespace marque {

/// Gathers names by the three-letter pieces of their core letters (FORMAT.md).
class GramTableBuilder {
 public:
  void add(std::uint32_t reference, const NameView& name);

  /// Of the rows of several builders, one after another. The same rows in the same order give the same bytes, whose length is a
  /// multiple of 64.
  static std::vector<std::byte> build(std::span<const GramTableBuilder> pieces);
  std::vector<std::byte> build() const { return build({this, 1}); }

 private:
  std::span<const std::uint32_t> keys_of(std::size_t row) const noexcept;

  std::vector<std::uint32_t> references_, keys_, found_;
  std::vector<std::uint64_t> ends_;   // of each row's keys
  std::vector<std::uint8_t> lengths_;
};

/// Names by the three-letter pieces of their core letters, those at the borders of parts apart, and by their letters in any order: for
/// finding every one that has a part in common with a query (LetterLikeness::part) or a distinctive word. A view: the bytes must outlive it.
class GramTable {
 public:
  GramTable() = default;

  /// `bytes` as build() made them, at an address divisible by 8. Refuses what is not whole; damage within the lists makes hits
  /// wrong but no access outside the bytes.
  static Result<GramTable> open(std::span<const std::byte> bytes);

  std::size_t size() const noexcept { return references_.size(); }

  /// Hands over every row whose part has the sink's least or more or that has one of the distinctive_words(), and few others; some more
  /// than once.
  void scan(const NameView& query, LetterSink& sink) const;

 private:
  friend class GramScan;

  std::vector<std::uint32_t> list(std::uint32_t key) const;

  std::span<const std::uint32_t> starts_;       // of each length in the rows, and their end
  std::span<const std::uint32_t> keys_;         // ascending
  std::span<const std::uint64_t> places_;       // where the list of each begins, and the end
  std::span<const std::uint32_t> references_;   // by length
  std::span<const std::byte> lists_;
};

}  // namespace marque
