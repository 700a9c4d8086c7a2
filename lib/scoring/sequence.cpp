#include "scoring/sequence.hpp"

#include <algorithm>

#include "marque/text/glyph.hpp"
#include "marque/text/readings.hpp"
#include "scoring/weights.hpp"

namespace marque {

namespace {

/// What a text standing inside another scores, by its share of the longer one.
float contained_score(const Containment& found, std::size_t shorter, std::size_t longer) {
  if (shorter < 2 || found.likeness < weights::contained_match) return 0;
  const float floor = shorter == 2 ? weights::contained_two : weights::contained_more;
  return found.likeness * (floor + (1 - floor) * static_cast<float>(shorter) / static_cast<float>(longer));
}

float text_score(const PairTable& pairs, std::vector<float>& scratch) {
  const auto [shorter, longer] = std::minmax({pairs.rows(), pairs.columns()});
  return std::max(aligned_share(pairs, scratch), contained_score(best_containment(pairs), shorter, longer));
}

float window_likeness(const PairTable& pairs, std::size_t offset) {
  const bool rows_shorter = pairs.rows() < pairs.columns();
  const std::size_t length = std::min(pairs.rows(), pairs.columns());
  float sum = 0;
  for (std::size_t i = 0; i < length; ++i) sum += rows_shorter ? pairs.at(i, offset + i) : pairs.at(offset + i, i);
  return sum / static_cast<float>(length);
}

}  // namespace

float aligned_share(const PairTable& pairs, std::vector<float>& scratch) {
  const std::size_t columns = pairs.columns();
  scratch.assign(columns + 1, 0.0f);
  for (std::size_t i = 0; i < pairs.rows(); ++i) {
    float diagonal = 0;
    for (std::size_t j = 0; j < columns; ++j) {
      const float above = scratch[j + 1];
      scratch[j + 1] = std::max({above, scratch[j], diagonal + pairs.at(i, j)});
      diagonal = above;
    }
  }
  return 2 * scratch[columns] / static_cast<float>(pairs.rows() + columns);
}

Containment best_containment(const PairTable& pairs) {
  const auto [shorter, longer] = std::minmax({pairs.rows(), pairs.columns()});
  Containment best;
  if (shorter == longer || shorter == 0) return best;
  for (std::size_t offset = 0; offset + shorter <= longer; ++offset) {
    const float likeness = window_likeness(pairs, offset);
    if (likeness > best.likeness) best = {likeness, offset};
  }
  return best;
}

std::vector<std::pair<std::size_t, std::size_t>> best_alignment(const PairTable& pairs) {
  PairTable sums;
  sums.resize(pairs.rows() + 1, pairs.columns() + 1);
  for (std::size_t i = pairs.rows(); i-- > 0;) {
    for (std::size_t j = pairs.columns(); j-- > 0;)
      sums.at(i, j) = std::max({sums.at(i + 1, j), sums.at(i, j + 1), sums.at(i + 1, j + 1) + pairs.at(i, j)});
  }
  std::vector<std::pair<std::size_t, std::size_t>> path;
  std::size_t i = 0, j = 0;
  while (i < pairs.rows() || j < pairs.columns()) {
    const bool both = i < pairs.rows() && j < pairs.columns();
    if (both && sums.at(i, j) == sums.at(i + 1, j + 1) + pairs.at(i, j)) {
      path.emplace_back(i++, j++);
    } else if (i < pairs.rows() && (j == pairs.columns() || sums.at(i, j) == sums.at(i + 1, j))) {
      path.emplace_back(i++, no_index);
    } else {
      path.emplace_back(no_index, j++);
    }
  }
  return path;
}

bool reordered(std::u32string_view a, std::u32string_view b) {
  if (a.size() != b.size() || a == b) return false;
  return std::is_permutation(a.begin(), a.end(), b.begin());
}

float look_of(char32_t a, char32_t b) noexcept {
  const float likeness = glyph_similarity(a, b);
  return likeness < weights::glyph_floor ? 0 : likeness;
}

float sound_of(char32_t a, char32_t b) noexcept {
  const float likeness = sound_similarity(a, b);
  return likeness < weights::sound_floor ? 0 : likeness;
}

HanMatcher::HanMatcher(std::u32string_view query) : query_(query) {}

const HanMatcher::Row& HanMatcher::row_of(char32_t character) {
  const auto [place, fresh] = rows_.try_emplace(character);
  Row& row = place->second;
  if (!fresh) return row;
  row.first = cells_.size();
  for (const char32_t own : query_) {
    cells_.push_back(look_of(own, character));
    row.best_look = std::max(row.best_look, cells_.back());
  }
  for (const char32_t own : query_) {
    cells_.push_back(sound_of(own, character));
    row.best_sound = std::max(row.best_sound, cells_.back());
  }
  return row;
}

SequenceScores HanMatcher::score(std::u32string_view other) {
  SequenceScores scores;
  if (query_.empty() || other.empty()) return scores;
  bool look = false, sounds = false;
  firsts_.clear();
  for (const char32_t character : other) {
    const Row& row = row_of(character);
    look |= row.best_look > 0;
    sounds |= row.best_sound > 0;
    firsts_.push_back(row.first);
  }
  if (look) scores.appearance = appearance(other);
  if (sounds) scores.sound = sound();
  return scores;
}

float HanMatcher::appearance(std::u32string_view other) {
  pairs_.resize(query_.size(), other.size());
  for (std::size_t j = 0; j < other.size(); ++j) {
    for (std::size_t i = 0; i < query_.size(); ++i) pairs_.at(i, j) = cells_[firsts_[j] + i];
  }
  const float in_order = text_score(pairs_, scratch_);
  return other.size() > 1 && reordered(query_, other) ? std::max(in_order, weights::reordered) : in_order;
}

float HanMatcher::sound() {
  pairs_.resize(query_.size(), firsts_.size());
  for (std::size_t j = 0; j < firsts_.size(); ++j) {
    for (std::size_t i = 0; i < query_.size(); ++i) pairs_.at(i, j) = cells_[firsts_[j] + query_.size() + i];
  }
  return text_score(pairs_, scratch_);
}

}  // namespace marque
