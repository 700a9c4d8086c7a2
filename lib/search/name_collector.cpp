#include "search/name_collector.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "search/name_text.hpp"
#include "search/parallel.hpp"
#include "search/part_tables.hpp"
#include "search/varint.hpp"

namespace marque {

using layout::Section;

namespace {

constexpr std::size_t names_a_run = 1024, names_a_round = 1u << 14;

std::optional<std::uint32_t> skeleton_hash(const NameView& name) {
  return name.skeleton.empty() ? std::nullopt : std::optional(text_hash(name.skeleton));
}

}  // namespace

/// Written names one after another, made comparable by one thread, and what is to be added of them.
struct NameCollector::Run {
  struct Row {
    std::optional<std::uint32_t> skeleton;
    std::uint64_t text = 0;   // among these texts
  };

  std::size_t first = 0;   // of the names, among all
  std::span<const WrittenName> names;
  std::string texts;
  std::vector<Row> rows;   // of those that are not refused
  std::vector<std::pair<std::size_t, Error>> refused;

  void read(const TextLimits& limits) {
    ComparableReader reader;
    for (std::size_t at = 0; at < names.size(); ++at) {
      if (const auto read = reader.read(names[at].words, limits); !read) {
        refused.emplace_back(at, read.error());
        continue;
      }
      const NameView name = reader.name().view();
      rows.push_back({skeleton_hash(name), append_name(texts, name)});
    }
  }
};

void NameCollector::add(EntryId id, const NameView& name, const Fingerprint* logo, const Right& right) {
  if (logo != nullptr && logo->version == current_fingerprint_version()) logos_.add(static_cast<std::uint32_t>(names_.size()), *logo);
  add_row(id, skeleton_hash(name), append_name(texts_, name), right);
}

/// While one round is made comparable, the one before it is added.
void NameCollector::add_each(std::span<const WrittenName> names, const RefusedName& refused, unsigned threads, const TextLimits& limits) {
  std::vector<Run> ready;
  for (std::size_t first = 0; first < names.size() || !ready.empty();) {
    std::vector<Run> coming;
    for (const std::size_t end = std::min(first + names_a_round, names.size()); first < end; first += coming.back().names.size())
      coming.push_back({first, names.subspan(first, std::min(names_a_run, end - first)), {}, {}, {}});
    in_parallel(threads, coming.size() + 1, [&](const auto& next) {
      for (std::size_t task; next(task);) {
        if (task > 0) coming[task - 1].read(limits);
        else for (const Run& run : ready) add_run(run, refused);
      }
    });
    ready = std::move(coming);
  }
}

void NameCollector::add_run(const Run& run, const RefusedName& refused) {
  const std::size_t texts_before = texts_.size();
  texts_ += run.texts;
  auto row = run.rows.begin();
  auto bad = run.refused.begin();
  for (std::size_t at = 0; at < run.names.size(); ++at) {
    if (bad != run.refused.end() && bad->first == at) {
      if (refused) refused(run.first + at, bad->second);
      ++bad;
      continue;
    }
    const WrittenName& name = run.names[at];
    add_row(name.id, row->skeleton, moved_text(row->text, texts_before), {name.classes, name.label, name.facts});
    ++row;
  }
}

void NameCollector::add_row(EntryId id, std::optional<std::uint32_t> skeleton, std::uint64_t text, const Right& right) {
  assert(ids_.empty() || ids_.back() <= id.value);
  assert(names_.size() < layout::most_names);
  const bool first = ids_.empty() || ids_.back() != id.value;
  if (first) ++entries_;
  if (skeleton) skeletons_.push_back({*skeleton, static_cast<std::uint32_t>(names_.size())});
  add_label(right.label, first);
  add_facts(right.facts);
  ids_.push_back(id.value);
  names_.push_back({right.classes.bits(), text});
}

void NameCollector::add_label(std::string_view label, bool first_of_entry) {
  if (names_.size() % layout::labels_a_block == 0) label_places_.push_back(labels_.size());
  if (!first_of_entry) label = {};
  append_length(labels_, label.size());
  labels_ += label;
}

void NameCollector::add_facts(const RightFacts& facts) {
  std::vector<std::uint16_t> groups;
  for (const SimilarGroup group : facts.groups) groups.push_back(static_cast<std::uint16_t>(group.number()));
  groups_.add(names_.size(), std::move(groups));
  std::vector<std::uint32_t> vienna;
  for (const ViennaCode& code : facts.vienna) vienna.push_back(number_of(code));
  vienna_.add(names_.size(), std::move(vienna));
  const RowStanding standing = RowStanding::of(facts.status, facts.stands_until);
  if (standing.bits == 0) return;
  standings_.resize(names_.size() + 1);
  standings_.back() = standing.bits;
}

std::vector<std::uint64_t> NameCollector::ids() const {
  std::vector<std::uint64_t> each;
  std::unique_copy(ids_.begin(), ids_.end(), std::back_inserter(each));
  return each;
}

std::vector<std::uint64_t> NameCollector::removed() const {
  if (removed_.empty()) return {};
  auto sorted = removed_;
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  const auto added = ids();
  std::vector<std::uint64_t> gone;
  std::set_difference(sorted.begin(), sorted.end(), added.begin(), added.end(), std::back_inserter(gone));
  return gone;
}

SegmentParts NameCollector::finish(unsigned threads) {
  SegmentParts parts;
  parts.put(Section::removed, removed());
  const std::size_t rows = names_.size();
  if (!standings_.empty()) standings_.resize(rows);
  parts.put(Section::ids, std::exchange(ids_, {}));
  parts.put(Section::names, std::exchange(names_, {}));
  parts.put(Section::texts, std::exchange(texts_, {}));
  parts.put(Section::labels, std::exchange(labels_, {}));
  parts.put(Section::label_places, std::exchange(label_places_, {}));
  parts.put(Section::group_places, groups_.take_places(rows));
  parts.put(Section::groups, groups_.take_lists());
  parts.put(Section::standings, std::exchange(standings_, {}));
  parts.put(Section::vienna_places, vienna_.take_places(rows));
  parts.put(Section::vienna, vienna_.take_lists());
  parts.put(Section::logo_rows, std::exchange(logos_.rows, {}));
  parts.put(Section::logo_starts, std::exchange(logos_.starts, {}));
  parts.put(Section::logo_signs, std::exchange(logos_.signs, {}));
  parts.put(Section::logo_views, std::exchange(logos_.views, {}));
  add_tables(parts, std::exchange(skeletons_, {}), threads);
  return parts;
}

}  // namespace marque
