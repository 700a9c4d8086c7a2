#include "search/syllable_costs.hpp"

#include "search/voices.hpp"

namespace marque {

using transcription::Phone;
using transcription::Syllable;

namespace {

/// Syllables beside the letters.
class Aligner {
 public:
  explicit Aligner(const transcription::Letters& letters) : letters_(letters) {
    for (std::uint8_t sound = 0; sound < transcription::most_sounds; ++sound) {
      for (std::size_t at = 0; at < letters.size; ++at) {
        changes_[0][sound][at] = static_cast<std::uint8_t>(transcription::change(sound, letters.phones[at].sound, false));
        changes_[1][sound][at] = static_cast<std::uint8_t>(transcription::change(sound, letters.phones[at].sound, true));
      }
    }
  }

  /// What the syllable costs for the letters from one place to each later one; where it opens a text.
  void align(const Syllable& syllable, bool opens, std::size_t from, PlaceCosts& row) const {
    row[from] = 0;
    for (std::size_t to = from; to < letters_.size; ++to) row[to + 1] = static_cast<Cost>(row[to] + letters_.phones[to].weight);
    for (std::size_t p = 0; p < syllable.size; ++p) {
      const Phone phone = syllable.phones[p];
      int diagonal = row[from], left = diagonal + phone.weight;
      row[from] = static_cast<Cost>(left);
      const auto& changes = changes_[opens && p == 0 && syllable.has_onset ? 1 : 0][phone.sound];
      for (std::size_t to = from; to < letters_.size; ++to) {
        const int change = diagonal + changes[to];
        diagonal = row[to + 1];
        left = std::min({change, diagonal + phone.weight, left + letters_.phones[to].weight});
        row[to + 1] = static_cast<Cost>(left);
      }
    }
  }

 private:
  using Changes = std::array<std::array<std::uint8_t, transcription::most_letters>, transcription::most_sounds>;

  const transcription::Letters& letters_;
  std::array<Changes, 2> changes_{};   // of a phone for each of the letters; where it opens the text
};

std::size_t syllable_count() { return Voices::known().syllables().size(); }

}  // namespace

SyllableCosts::SyllableCosts(const transcription::Letters& letters)
    : width_(letters.size + std::size_t{1}), stride_(whole_costs(width_)), all_(whole_costs(syllable_count())) {
  costs_.resize(syllable_count() * width_ * stride_, never);
  between_.resize(width_ * width_ * all_, never);
  openings_.resize(syllable_count() * stride_, never);
  const Aligner aligner(letters);
  const std::size_t last = width_ - 1;
  PlaceCosts row;
  for (std::size_t s = 0; s < syllable_count(); ++s) {
    const Syllable& syllable = Voices::known().syllables()[s];
    for (std::size_t from = 0; from < width_; ++from) {
      aligner.align(syllable, false, from, row);
      std::copy(&row[from], &row[width_], &costs_[(s * width_ + from) * stride_ + from]);
      for (std::size_t to = from; to < width_; ++to) between_[(from * width_ + to) * all_ + s] = row[to];
    }
    aligner.align(syllable, true, 0, row);
    std::copy_n(row.begin(), width_, &openings_[s * stride_]);
  }
  opening_with_rest_[0].resize(all_, never);
  for (std::size_t s = 0; s < syllable_count(); ++s) opening_with_rest_[0][s] = opening(s)[last];
  with_rest_[0].resize(width_ * all_);
  for (std::size_t from = 0; from < width_; ++from) std::copy_n(between(from, last), all_, &with_rest_[0][from * all_]);
  find_rest(1);
}

/// With `count` syllables, of those of one less.
void SyllableCosts::find_rest(std::size_t count) {
  for (std::size_t from = 0; from < width_; ++from) {
    const Cost* const costs = with_rest(count - 1, from);
    rest_[count][from] = *std::min_element(costs, costs + all_);
  }
}

void SyllableCosts::prepare(std::size_t count) {
  std::vector<Cost>& sums = with_rest_[count];
  if (!sums.empty()) return;
  sums.resize(width_ * all_, never);
  for (std::size_t from = 0; from < width_; ++from) {
    for (std::size_t to = from; to < width_; ++to) lower(&sums[from * all_], between(from, to), rest_[count][to], all_);
  }
  find_rest(count + 1);
  std::vector<Cost>& openings = opening_with_rest_[count];
  openings.resize(all_, never);
  for (std::size_t s = 0; s < syllable_count(); ++s) {
    for (std::size_t to = 0; to < width_; ++to) openings[s] = std::min(openings[s], static_cast<Cost>(opening(s)[to] + rest_[count][to]));
  }
}

}  // namespace marque
