#include "search/across_walk.hpp"

#include <algorithm>
#include <limits>

#include "scoring/across.hpp"
#include "search/voices.hpp"

namespace marque {

namespace {

using transcription::Letters;
using Cost = std::uint16_t;

constexpr Cost never = std::numeric_limits<Cost>::max() / 4;
constexpr std::size_t most_places = transcription::most_letters + 1;   // between the phones

using Row = std::array<Cost, most_places>;

/// What any syllable makes of any part of the letters.
class SyllableCosts {
 public:
  explicit SyllableCosts(const Letters& letters)
      : letters_(letters), width_(letters.size + std::size_t{1}), syllables_(Voices::known().syllables()) {
    for (std::size_t at = letters.size; at > 0; --at) rest_[0][at - 1] = static_cast<Cost>(rest_[0][at] + letters.phones[at - 1].weight);
    for (std::uint8_t sound = 0; sound < transcription::most_sounds; ++sound) {
      for (std::size_t at = 0; at < letters.size; ++at) {
        changes_[0][sound][at] = static_cast<std::uint8_t>(transcription::change(sound, letters.phones[at].sound, false));
        changes_[1][sound][at] = static_cast<std::uint8_t>(transcription::change(sound, letters.phones[at].sound, true));
      }
    }
    costs_.resize(syllables_.size() * width_ * width_);
    for (std::size_t s = 0; s < syllables_.size(); ++s) {
      for (std::size_t from = 0; from < width_; ++from) align(syllables_[s], false, from, &costs_[place(s, from)]);
    }
    openings_.resize(syllables_.size() * width_);
    for (std::size_t s = 0; s < syllables_.size(); ++s) align(syllables_[s], true, 0, &openings_[s * width_]);
  }

  std::size_t width() const { return width_; }

  /// The cost of a syllable for the letters from one place to each later one.
  const Cost* costs(std::size_t syllable, std::size_t from) const { return &costs_[place(syllable, from)]; }

  /// The same for the first syllable of a text, from the first letter.
  const Cost* opening(std::size_t syllable) const { return &openings_[syllable * width_]; }

  /// The least that the letters from a place on cost when any `count` syllables follow. Those of fewer must have been
  /// prepared.
  Cost rest(std::size_t count, std::size_t from) const { return rest_[count][from]; }

  /// The least cost of a syllable and of any `count` after it for the letters from a place on.
  Cost with_rest(std::size_t count, std::size_t syllable, std::size_t from) const {
    return with_rest_[count][syllable * width_ + from];
  }
  Cost opening_with_rest(std::size_t count, std::size_t syllable) const {
    return least_sum(opening(syllable), rest_[count].data(), 0);
  }

  void prepare(std::size_t count) {
    std::vector<Cost>& sums = with_rest_[count];
    if (!sums.empty()) return;
    sums.resize(syllables_.size() * width_);
    rest_[count + 1].fill(never);
    for (std::size_t s = 0; s < syllables_.size(); ++s) {
      for (std::size_t from = 0; from < width_; ++from) {
        const Cost sum = least_sum(costs(s, from), rest_[count].data(), from);
        sums[s * width_ + from] = sum;
        rest_[count + 1][from] = std::min(rest_[count + 1][from], sum);
      }
    }
  }

 private:
  std::size_t place(std::size_t syllable, std::size_t from) const { return (syllable * width_ + from) * width_; }

  Cost least_sum(const Cost* a, const Cost* b, std::size_t from) const {
    Cost least = never;
    for (std::size_t to = from; to < width_; ++to) least = std::min(least, static_cast<Cost>(a[to] + b[to]));
    return least;
  }

  void align(const transcription::Syllable& syllable, bool first, std::size_t from, Cost* row) const {
    std::fill(row, row + from, never);
    row[from] = 0;
    for (std::size_t to = from; to < letters_.size; ++to) row[to + 1] = static_cast<Cost>(row[to] + letters_.phones[to].weight);
    for (std::size_t p = 0; p < syllable.size; ++p) {
      const transcription::Phone phone = syllable.phones[p];
      unsigned diagonal = row[from], left = diagonal + phone.weight;
      row[from] = static_cast<Cost>(left);
      const auto& changes = changes_[first && p == 0 && syllable.has_onset ? 1 : 0][phone.sound];
      for (std::size_t to = from; to < letters_.size; ++to) {
        const transcription::Phone letter = letters_.phones[to];
        const unsigned change = diagonal + changes[to];
        diagonal = row[to + 1];
        left = std::min({change, diagonal + phone.weight, left + letter.weight});
        row[to + 1] = static_cast<Cost>(left);
      }
    }
  }

  const Letters& letters_;
  std::size_t width_;
  const std::vector<transcription::Syllable>& syllables_;
  using Changes = std::array<std::array<std::uint8_t, transcription::most_letters>, transcription::most_sounds>;
  std::array<Changes, 2> changes_{};   // of a phone for each of the letters; where it opens the text
  std::vector<Cost> costs_, openings_;
  std::array<Row, transcription::most_syllables + 1> rest_{};
  std::array<std::vector<Cost>, transcription::most_syllables> with_rest_;
};

/// Which places in the letters the spellings of a text so far may end at: a bit for each.
class Spelled {
 public:
  explicit Spelled(std::u32string_view letters) : moves_of_(Voices::known().size()), moves_(1), places_of_(Voices::known().places().size()) {
    if (letters.size() >= Voices::most_spelled) return;
    whole_ = std::uint64_t{1} << letters.size();
    for (std::size_t at = 0; at < letters.size(); ++at) {
      Voices::known().spelled_at(letters, at, [&](std::size_t length, auto voices, auto places) {
        for (const std::uint16_t voice : voices) moves(moves_of_[voice]).push_back({std::uint64_t{1} << at, length});
        for (const std::uint16_t place : places) places_of_[place].push_back({std::uint64_t{1} << at, length});
      });
    }
    for (std::size_t place = 0; place < places_of_.size(); ++place) {
      if (!places_of_[place].empty()) places_.push_back(place);
    }
    reached_[0] = 1;
  }

  /// False where no spelling goes on with this voice.
  bool step(std::size_t depth, std::uint16_t voice) {
    path_[depth] = voice;
    std::uint64_t reached = 0;
    if (reached_[depth] != 0) reached = moved(reached_[depth], moves_[moves_of_[voice]]);
    bool open = false;
    for (const std::size_t place : places_) open = along(depth + 1, place, reached) || open;
    reached_[depth + 1] = reached;
    return reached != 0 || open;
  }

  bool whole(std::size_t depth) const { return (reached_[depth] & whole_) != 0; }

 private:
  struct Move {
    std::uint64_t from;
    std::size_t length;
  };

  std::vector<Move>& moves(std::uint16_t& slot) {
    if (slot == 0) {
      slot = static_cast<std::uint16_t>(moves_.size());
      moves_.emplace_back();
    }
    return moves_[slot];
  }

  static std::uint64_t moved(std::uint64_t reached, const std::vector<Move>& moves) {
    std::uint64_t to = 0;
    for (const Move& move : moves) to |= (reached & move.from) << move.length;
    return to;
  }

  /// Whether the path is within the place; where it is at its end, what its spellings reach.
  bool along(std::size_t depth, std::size_t place, std::uint64_t& reached) const {
    const std::vector<std::uint16_t>& voices = Voices::known().places()[place].voices;
    bool open = false;
    for (std::size_t back = 1; back <= std::min(depth, voices.size()); ++back) {
      const std::uint64_t to = moved(reached_[depth - back], places_of_[place]);
      if (to == 0 || !std::equal(voices.begin(), voices.begin() + static_cast<std::ptrdiff_t>(back), path_.begin() + static_cast<std::ptrdiff_t>(depth - back)))
        continue;
      if (back == voices.size()) reached |= to;
      else open = true;
    }
    return open;
  }

  std::vector<std::uint16_t> moves_of_;
  std::vector<std::vector<Move>> moves_;       // the first one is none
  std::vector<std::vector<Move>> places_of_;
  std::vector<std::size_t> places_;
  std::uint64_t whole_ = 0;
  std::array<std::uint64_t, transcription::most_syllables + 1> reached_{};
  std::array<std::uint16_t, transcription::most_syllables> path_{};
};

/// Rows of one number of characters.
class VoicesWalk {
 public:
  VoicesWalk(const Letters& letters, SyllableCosts& costs, Spelled& spelled, AcrossHits& hits)
      : costs_(costs), spelled_(spelled), hits_(hits), own_weight_(weight(letters)) {
    open_[0].begin()[0] = {0, 0};
    counts_[0] = 1;
    aligned_[0] = true;
  }

  void run(const AcrossTable::Bucket& bucket, std::size_t length) {
    alphabet_ = bucket.trie.alphabet();
    length_ = length;
    heavier_ = std::max(own_weight_, bucket.least);
    limit_ = across_limit(heavier_, hits_.floor());
    for (std::size_t count = 0; count < length; ++count) costs_.prepare(count);
    bucket.trie.walk(*this);
  }

  bool may_step(std::size_t depth, std::uint16_t code) {
    const std::uint16_t voice = alphabet_[code];
    if (depth >= length_ || voice >= voices_.size()) return false;
    return (aligned_[depth] && may_align(depth, voice, length_ - depth - 1)) || spelled_.step(depth, voice);
  }

  bool step(std::size_t depth, std::uint16_t code) {
    const std::uint16_t voice = alphabet_[code];
    if (depth >= length_ || voice >= voices_.size()) return false;
    const bool spelled = spelled_.step(depth, voice);
    const std::size_t after = length_ - depth - 1;
    aligned_[depth + 1] = aligned_[depth] && may_align(depth, voice, after) && align(depth, voice, after);
    return aligned_[depth + 1] || spelled;
  }

  void rows(std::size_t depth, const References& references) {
    if (depth != length_) return;
    float most = 0;
    if (aligned_[depth]) most = across_likeness(cost_, heavier_);
    if (spelled_.whole(depth)) most = 1;
    if (most > 0 && most >= hits_.floor() && hits_.add(references, most)) limit_ = across_limit(heavier_, hits_.floor());
  }

 private:
  /// A place in the letters that can be reached, and its cost.
  struct Open {
    std::uint16_t place;
    Cost cost;
  };

  bool may_align(std::size_t depth, std::uint16_t voice, std::size_t after) const {
    for (const Voices::Reading& reading : voices_.readings(voice)) {
      if (depth == 0) {
        if (static_cast<unsigned>(costs_.opening_with_rest(after, reading.syllable) + reading.price) <= limit_) return true;
        continue;
      }
      for (std::size_t i = 0; i < counts_[depth]; ++i) {
        const Open open = open_[depth][i];
        if (static_cast<unsigned>(open.cost + reading.price + costs_.with_rest(after, reading.syllable, open.place)) <= limit_) return true;
      }
    }
    return false;
  }

  bool align(std::size_t depth, std::uint16_t voice, std::size_t after) {
    const std::size_t width = costs_.width();
    Row row;
    std::fill_n(row.begin(), width, never);
    const auto extend = [&](const Cost* costs, std::size_t from, unsigned before) {
      for (std::size_t to = from; to < width; ++to) row[to] = std::min(row[to], static_cast<Cost>(costs[to] + before));
    };
    for (const Voices::Reading& reading : voices_.readings(voice)) {
      if (depth == 0) extend(costs_.opening(reading.syllable), 0, reading.price);
      for (std::size_t i = 0; i < counts_[depth] && depth > 0; ++i) {
        const Open open = open_[depth][i];
        extend(costs_.costs(reading.syllable, open.place), open.place, static_cast<unsigned>(open.cost + reading.price));
      }
    }
    std::size_t count = 0;
    for (std::size_t to = 0; to < width; ++to) {
      if (static_cast<unsigned>(row[to] + costs_.rest(after, to)) <= limit_) open_[depth + 1][count++] = {static_cast<std::uint16_t>(to), row[to]};
    }
    counts_[depth + 1] = count;
    cost_ = row[width - 1];
    return count > 0;
  }

  const Voices& voices_ = Voices::known();
  SyllableCosts& costs_;
  Spelled& spelled_;
  AcrossHits& hits_;
  std::span<const std::uint16_t> alphabet_;
  unsigned own_weight_, heavier_ = 0, limit_ = 0, cost_ = 0;
  std::size_t length_ = 0;
  std::array<std::array<Open, most_places>, transcription::most_syllables + 1> open_{};
  std::array<std::size_t, transcription::most_syllables + 1> counts_{};
  std::array<bool, transcription::most_syllables + 1> aligned_{};
};

}  // namespace

void walk_voices(AcrossBuckets buckets, std::u32string_view letters, const Letters& phones, AcrossHits& hits) {
  SyllableCosts costs(phones);
  Spelled spelled(letters);
  VoicesWalk walk(phones, costs, spelled, hits);
  for (const AcrossTable::Bucket& bucket : buckets) {
    const std::size_t length = bucket.least / transcription::syllable_weight;
    if (bucket.kind == AcrossTable::Kind::voices && length > 0 && length <= transcription::most_syllables) walk.run(bucket, length);
  }
}

}  // namespace marque
