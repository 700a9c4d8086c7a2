#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marque/scoring/subject.hpp"
#include "marque/search/index_builder.hpp"
#include "scoring/comparable_reader.hpp"
#include "search/list_column.hpp"
#include "search/segment.hpp"

namespace marque {

/// Collects the names of one part of an index, column by column.
class NameCollector {
 public:
  explicit NameCollector(std::uint64_t key) : key_(key) {}

  /// What is kept of a right beside its name and picture.
  struct Right {
    const ClassSet& classes;
    std::string_view label;
    const RightFacts& facts;
  };

  /// As IndexBuilder adds them; `logo` is null where the mark has none.
  void add(EntryId id, const NameView& name, const Fingerprint* logo, const Right& right);
  void add_each(std::span<const WrittenName> names, const RefusedName& refused, unsigned threads, const TextLimits& limits);
  void remove(EntryId id) { removed_.push_back(id.value); }

  std::uint64_t key() const noexcept { return key_; }
  std::uint64_t entries() const noexcept { return entries_; }

  /// The ids that were added, and those that were only removed; each ascending, each once.
  std::vector<std::uint64_t> ids() const;
  std::vector<std::uint64_t> removed() const;

  /// The columns as sections, the tables to be scanned made from them. Leaves the collector empty.
  SegmentParts finish(unsigned threads);

 private:
  struct Run;
  void add_run(const Run& run, const RefusedName& refused);
  void add_row(EntryId id, std::optional<std::uint32_t> skeleton, std::uint64_t text, const Right& right);
  void add_label(std::string_view label, bool first_of_entry);
  void add_facts(const RightFacts& facts);

  std::uint64_t key_;
  std::uint64_t entries_ = 0;
  std::vector<std::uint64_t> ids_;   // of every name
  std::vector<layout::NameRow> names_;
  std::string texts_, labels_;
  std::vector<std::uint64_t> label_places_;
  ListColumn<std::uint16_t> groups_;
  ListColumn<std::uint32_t> vienna_;
  std::vector<std::uint32_t> standings_;
  LogoColumns logos_;
  std::vector<std::uint64_t> removed_;
  std::vector<Posting> skeletons_;
};

struct IndexBuilder::Impl {
  explicit Impl(std::uint64_t key) : names(key) {}

  NameCollector names;
  ComparableReader reader;
};

}  // namespace marque
