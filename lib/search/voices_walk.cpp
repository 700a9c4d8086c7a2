#include "search/across_walk.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "scoring/across.hpp"
#include "search/syllable_costs.hpp"
#include "search/voices.hpp"

namespace marque {

namespace {

using transcription::Letters;

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
  /// `spelled` is null where no text can be spelled by the letters.
  VoicesWalk(const Letters& letters, Spelled* spelled, AcrossHits& hits) : costs_(letters), spelled_(spelled), hits_(hits), own_weight_(weight(letters)) {
    open_[0][0] = {0, 0};
    counts_[0] = 1;
    aligned_[0] = true;
  }

  void run(const AcrossTable::Bucket& bucket, std::size_t length) {
    length_ = length;
    heavier_ = std::max(own_weight_, bucket.least);
    set_limit();
    for (std::size_t count = 0; count < length; ++count) costs_.prepare(count);
    read_alphabet(bucket.trie.alphabet());
    bucket.trie.walk(*this);
  }

  // What PrefixTrie::walk() asks.

  void branch(std::size_t depth, std::size_t most_children) {
    if (depth >= length_ || !aligned_[depth]) return;
    looked_up_[depth] = {};
    if (counts_[depth] == 1) looked_up_[depth] = {with_rest(depth, open_[depth][0].place), open_[depth][0].cost};
    else if (most_children >= worth_looking_up) looked_up_[depth] = {least_of_all(depth), 0};
  }

  bool may_step(std::size_t depth, std::uint16_t code) {
    if (depth >= length_) return false;
    if (aligned_[depth] && (looked_up_[depth].costs != nullptr ? least_cost(looked_up_[depth], code) : least_cost(depth, code)) <= limit_) return true;
    return spelled_ != nullptr && spelled_->step(depth, alphabet_[code].number);
  }

  bool step(std::size_t depth, std::uint16_t code) {
    if (depth >= length_) return false;
    const bool spelled = spelled_ != nullptr && spelled_->step(depth, alphabet_[code].number);
    aligned_[depth + 1] = aligned_[depth] && align(depth, code);
    return aligned_[depth + 1] || spelled;
  }

  void rows(std::size_t depth, const References& references) {
    if (depth != length_) return;
    float most = 0;
    if (aligned_[depth]) most = across_likeness(static_cast<unsigned>(cost_), heavier_);
    if (spelled_ != nullptr && spelled_->whole(depth)) most = 1;
    if (most > 0 && most >= hits_.floor() && hits_.add(references, most)) set_limit();
  }

 private:
  /// A voice of the alphabet, and its readings: those of most stand here.
  struct Voice {
    std::uint16_t number = 0, readings = 0;
    std::array<Voices::Reading, 3> first{};
  };

  /// A place in the letters that can be reached, and its cost.
  struct Open {
    std::uint16_t place;
    Cost cost;
  };

  /// By syllable, what an alignment costs at least that goes on with it, less what all have paid by then.
  struct Least {
    const Cost* costs = nullptr;
    int paid = 0;
  };

  void set_limit() { limit_ = static_cast<int>(across_limit(heavier_, hits_.floor())); }

  /// A voice that is not known has no reading: only where the table is damaged.
  void read_alphabet(std::span<const std::uint16_t> voices) {
    alphabet_.clear();
    for (const std::uint16_t voice : voices) {
      Voice known;
      if (voice < voices_.size()) {
        const auto readings = voices_.readings(voice);
        known.number = voice;
        known.readings = static_cast<std::uint16_t>(readings.size());
        std::copy_n(readings.begin(), std::min(readings.size(), known.first.size()), known.first.begin());
      }
      alphabet_.push_back(known);
    }
  }

  std::span<const Voices::Reading> readings(std::uint16_t code) const {
    const Voice& voice = alphabet_[code];
    return voice.readings <= voice.first.size() ? std::span(voice.first).first(voice.readings) : voices_.readings(voice.number);
  }

  std::size_t after(std::size_t depth) const { return length_ - depth - 1; }

  const Cost* with_rest(std::size_t depth, std::size_t place) const {
    return depth == 0 ? costs_.opening_with_rest(after(depth)) : costs_.with_rest(after(depth), place);
  }

  const Cost* least_of_all(std::size_t depth) {
    std::vector<Cost>& least = least_[depth];
    least.resize(costs_.all_syllables());
    for (std::size_t i = 0; i < counts_[depth]; ++i) {
      const Open open = open_[depth][i];
      if (i == 0) raise(with_rest(depth, open.place), open.cost, least.data(), least.size());
      else lower(least.data(), with_rest(depth, open.place), open.cost, least.size());
    }
    return least.data();
  }

  int least_cost(const Least& least, std::uint16_t code) const {
    int cost = never;
    for (const Voices::Reading& reading : readings(code)) cost = std::min(cost, least.paid + reading.price + least.costs[reading.syllable]);
    return cost;
  }

  int least_cost(std::size_t depth, std::uint16_t code) const {
    int least = never;
    for (std::size_t i = 0; i < counts_[depth]; ++i)
      least = std::min(least, least_cost({with_rest(depth, open_[depth][i].place), open_[depth][i].cost}, code));
    return least;
  }

  bool align(std::size_t depth, std::uint16_t code) {
    if (after(depth) == 0) {
      cost_ = least_cost(depth, code);
      return cost_ <= limit_;
    }
    PlaceCosts row;
    const std::size_t width = costs_.width(), stride = costs_.stride();
    std::fill_n(row.begin(), stride, never);
    for (const Voices::Reading& reading : readings(code)) {
      for (std::size_t i = 0; i < counts_[depth]; ++i) {
        const Open open = open_[depth][i];
        lower(row.data(), depth == 0 ? costs_.opening(reading.syllable) : costs_.costs(reading.syllable, open.place), open.cost + reading.price, stride);
      }
    }
    std::size_t count = 0;
    for (std::size_t to = 0; to < width; ++to) {
      if (row[to] + costs_.rest(after(depth), to) <= limit_) open_[depth + 1][count++] = {static_cast<std::uint16_t>(to), row[to]};
    }
    counts_[depth + 1] = count;
    return count > 0;
  }

  static constexpr std::size_t worth_looking_up = 8;   // children of a branch: of fewer, each is worked out by itself

  const Voices& voices_ = Voices::known();
  SyllableCosts costs_;
  Spelled* spelled_;
  AcrossHits& hits_;
  unsigned own_weight_, heavier_ = 0;
  int limit_ = 0, cost_ = 0;
  std::size_t length_ = 0;
  std::vector<Voice> alphabet_;
  std::array<std::array<Open, most_places>, transcription::most_syllables + 1> open_{};
  std::array<std::size_t, transcription::most_syllables + 1> counts_{};
  std::array<bool, transcription::most_syllables + 1> aligned_{};
  std::array<std::vector<Cost>, transcription::most_syllables> least_{};
  std::array<Least, transcription::most_syllables> looked_up_{};
};

}  // namespace

void walk_voices(AcrossBuckets buckets, std::u32string_view letters, const Letters& phones, AcrossHits& hits) {
  std::optional<Spelled> spelled;
  if (Voices::known().romanised(letters)) spelled.emplace(letters);
  VoicesWalk walk(phones, spelled ? &*spelled : nullptr, hits);
  for (const AcrossTable::Bucket& bucket : buckets) {
    const std::size_t length = bucket.least / transcription::syllable_weight;
    if (bucket.kind == AcrossTable::Kind::voices && length > 0 && length <= transcription::most_syllables) walk.run(bucket, length);
  }
}

}  // namespace marque
