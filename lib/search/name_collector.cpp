#include "search/name_collector.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "search/name_text.hpp"
#include "search/part_tables.hpp"
#include "search/varint.hpp"

namespace marque {

using layout::Section;

void NameCollector::add(EntryId id, const Subject& subject, ClassSet classes, std::string_view label,
                        const RightFacts& facts) {
  assert(ids_.empty() || ids_.back() <= id.value);
  assert(names_.size() < layout::most_names);
  const bool first = ids_.empty() || ids_.back() != id.value;
  if (first) ++entries_;
  const NameView name = subject.comparable.view();
  const auto row = static_cast<std::uint32_t>(names_.size());
  if (!name.skeleton.empty()) skeletons_.push_back({text_hash(name.skeleton), row});
  add_label(label, first);
  add_facts(facts);
  if (subject.logo && subject.logo->version == current_fingerprint_version()) logos_.add(row, *subject.logo);
  ids_.push_back(id.value);
  names_.push_back({classes.bits(), append_name(texts_, name)});
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
  auto skeletons = make_postings(std::exchange(skeletons_, {}));
  parts.put(Section::skeleton_starts, std::move(skeletons.starts));
  parts.put(Section::skeleton_rows, std::move(skeletons.rows));
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
  add_tables(parts, threads);
  return parts;
}

}  // namespace marque
