#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/logo/fingerprint.hpp"
#include "search/layout.hpp"
#include "search/logo_table.hpp"
#include "search/name_text.hpp"
#include "search/postings.hpp"
#include "search/row_facts.hpp"

namespace marque {

/// What a part says of itself.
struct SegmentFacts {
  std::uint64_t key = 0;
  std::uint64_t entries = 0;   ///< of the index up to and with this part
};

/// One part of an index, in the builder's memory or in a mapped file, read alike. No bytes are trusted: every offset is
/// checked where it is used, and what is out of bounds reads as empty.
class Segment {
 public:
  using Sections = std::array<std::span<const std::byte>, layout::section_count>;

  Segment(const SegmentFacts& facts, const Sections& sections) : facts_(facts), sections_(sections) {}

  const SegmentFacts& facts() const noexcept { return facts_; }
  std::span<const std::byte> bytes(layout::Section section) const noexcept { return sections_[static_cast<std::size_t>(section)]; }

  template <class T>
  std::span<const T> as(layout::Section section) const noexcept {
    return {reinterpret_cast<const T*>(bytes(section).data()), bytes(section).size() / sizeof(T)};
  }

  std::span<const std::uint64_t> ids() const noexcept { return as<std::uint64_t>(layout::Section::ids); }   ///< as many as names
  std::span<const layout::NameRow> names() const noexcept { return as<layout::NameRow>(layout::Section::names); }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(names().size()); }

  /// Precondition for all that take a row: row < size().
  NameView name(std::uint32_t row, NameReader& reader) const { return reader.read(bytes(layout::Section::texts), names()[row].text); }
  void prefetch_text(std::uint32_t row) const noexcept;
  std::string_view label(std::uint32_t row) const noexcept;
  std::span<const std::uint16_t> groups(std::uint32_t row) const noexcept;
  std::span<const std::uint32_t> vienna(std::uint32_t row) const noexcept;
  RowStanding standing(std::uint32_t row) const noexcept;
  std::optional<Fingerprint> logo(std::uint32_t row) const;

  /// The rows of an entry: first and one past the last.
  std::pair<std::uint32_t, std::uint32_t> rows_of(std::uint64_t id) const noexcept;

  /// Whether an entry of an earlier part is taken out or replaced by this one.
  bool overrides(std::uint64_t id) const noexcept;

  std::span<const std::uint32_t> logo_rows() const noexcept { return as<std::uint32_t>(layout::Section::logo_rows); }
  LogoTable logos() const noexcept;
  Postings skeletons() const noexcept;   ///< rows by their skeleton

  /// Bytes that searches for words touch; those of the pictures where there are no words.
  std::size_t searched_bytes() const noexcept;

 private:
  SegmentFacts facts_;
  Sections sections_;
};

/// A part in memory: its sections, whatever vectors they lie in.
class SegmentParts {
 public:
  template <class Container>
  void put(layout::Section section, Container values) {
    auto kept = std::make_shared<const Container>(std::move(values));
    sections_[static_cast<std::size_t>(section)] = std::as_bytes(std::span(*kept));
    owners_.push_back(std::move(kept));
  }
  const Segment::Sections& sections() const noexcept { return sections_; }

 private:
  Segment::Sections sections_{};
  std::vector<std::shared_ptr<const void>> owners_;
};

}  // namespace marque
