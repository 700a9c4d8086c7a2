#include "search/name_judge.hpp"

#include <algorithm>

namespace marque {

namespace {

bool have_common(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b) {
  return std::any_of(a.begin(), a.end(), [&](std::uint16_t group) { return std::binary_search(b.begin(), b.end(), group); });
}

}  // namespace

NameFilter::NameFilter(const SearchLimits& limits) : classes_(limits.classes.bits()), reach_(limits.reach), standing_on_(limits.standing_on) {
  for (const SimilarGroup group : limits.groups) groups_.push_back(static_cast<std::uint16_t>(group.number()));
  std::sort(groups_.begin(), groups_.end());
  for (const Status status : limits.statuses) statuses_ |= 1u << static_cast<unsigned>(status);
  for (const ViennaCode& code : limits.vienna) {
    const std::uint32_t below = code.division == 0 ? 0xffff : code.section == 0 ? 0xff : 0;
    vienna_.push_back({number_of(code) & ~below, number_of(code) | below});
  }
}

bool NameFilter::is_open() const {
  return classes_ == 0 && reach_ == Reach::every_entry && groups_.empty() && !standing_on_ && statuses_ == 0 && vienna_.empty();
}

bool NameFilter::passes(const Segment& part, std::uint32_t row) const {
  if (!passes_scope(part, row)) return false;
  if (standing_on_ || statuses_ != 0) {
    const RowStanding standing = part.standing(row);
    if (standing_on_ && !standing.stands_on(*standing_on_)) return false;
    if (statuses_ != 0 && (standing.status() >= 32 || (statuses_ >> standing.status() & 1) == 0)) return false;
  }
  if (vienna_.empty()) return true;
  const auto depicted = part.vienna(row);
  return std::any_of(vienna_.begin(), vienna_.end(), [&](const Codes& codes) {
    const auto found = std::lower_bound(depicted.begin(), depicted.end(), codes.first);
    return found != depicted.end() && *found <= codes.last;
  });
}

bool NameFilter::passes_scope(const Segment& part, std::uint32_t row) const {
  const std::uint64_t classes = part.names()[row].classes;
  if (classes == 0) return true;
  if (reach_ == Reach::any_class_only) return false;
  if (classes_ != 0 && (classes & classes_) == 0) return false;
  if (groups_.empty()) return true;
  const auto known = part.groups(row);
  return known.empty() || have_common(known, groups_);
}

Candidate NameJudge::scored(std::size_t part, std::uint32_t row) {
  const NameView name = index_.parts()[part].name(row, reader_);
  return scored(part, row, name, scorer_.likeness(name));
}

Candidate NameJudge::scored(std::size_t part, std::uint32_t row, const NameView& name, const WordLikeness& words, float least_logo) {
  std::optional<float> seen;
  if (const auto logo = logo_ ? index_.parts()[part].logo(row) : std::nullopt) seen = logo_->match(*logo, least_logo).score;
  return ranker_.candidate({index_.parts()[part].ids()[row]}, name, words, seen);
}

/// The score below which no picture brings a name among the best that its words do not.
float NameJudge::logo_floor(const NameView& name, const WordLikeness& words) {
  const float rank = best_.least_rank();
  if (rank > full_rank_) full_rank_ = rank, logo_needed_ = ranker_.floors(rank).logo;
  const bool low = !needed_.reached(words), outranked = rank > 0 && ranker_.candidate({}, name, words, {}).rank < rank;
  return std::max(low ? needed_.logo : 0, outranked ? logo_needed_ : 0);
}

void NameJudge::keep(std::size_t part, const Candidate& candidate) {
  if (candidate.scores.overall < at_least_ || !best_.wants(candidate)) return;
  if (index_.is_live(part, candidate.id.value)) best_.add(candidate);
}

void NameJudge::judge(std::size_t part, std::uint32_t row) {
  if (filter_.passes(index_.parts()[part], row)) keep(part, scored(part, row));
}

void NameJudge::judge_briefly(std::size_t part, std::uint32_t row) {
  if (!filter_.passes(index_.parts()[part], row)) return;
  const NameView name = index_.parts()[part].name(row, reader_);
  const WordLikeness words = scorer_.likeness(name);
  keep(part, scored(part, row, name, words, logo_ ? logo_floor(name, words) : 0));
}

void NameJudge::judge(std::size_t part, std::uint32_t row, Element element, const Floors& floors) {
  if (!filter_.passes(index_.parts()[part], row)) return;
  const NameView name = index_.parts()[part].name(row, reader_);
  if (floors.reached(scorer_.likeness(name, element))) keep(part, scored(part, row, name, scorer_.likeness(name)));
}

}  // namespace marque
