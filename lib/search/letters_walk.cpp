#include <algorithm>
#include <limits>
#include <string_view>

#include "scoring/across.hpp"
#include "search/across_walk.hpp"
#include "search/voices.hpp"
#include "text/romanisation_spellings.hpp"

namespace marque {

namespace {

using transcription::Speech;

constexpr unsigned never = std::numeric_limits<unsigned>::max() / 4;

/// What each state of the alignment has cost: before the first character and after each one, and within the readings.
struct Column {
  std::array<unsigned, transcription::most_syllables + 1> bounds{};
  std::array<unsigned, transcription::most_syllables> within{};   // the least state of each character
  std::array<unsigned, transcription::most_syllables * transcription::most_readings * transcription::longest_syllable> states{};
  unsigned weight = 0;                                            // of the letters so far
};

/// The syllables of a query, ready to be aligned phone by phone.
class SpokenQuery {
 public:
  explicit SpokenQuery(const Speech& speech) : speech_(speech), weight_(weight(speech)) {
    for (const transcription::Syllable& syllable : speech.syllables) {
      for (std::size_t p = 0; p < syllable.size; ++p) {
        const bool first = states_.size() < first_states() && p == 0 && syllable.has_onset;
        State& state = states_.emplace_back();
        state.weight = syllable.phones[p].weight;
        for (std::uint8_t sound = 0; sound < transcription::most_sounds; ++sound)
          state.change[sound] = static_cast<std::uint16_t>(transcription::change(syllable.phones[p].sound, sound, first));
      }
    }
    find_most_met();
  }

  unsigned own_weight() const { return weight_; }

  /// The most weight of letters that the characters from this one on can stand for.
  unsigned most_met(std::size_t character) const { return most_met_[character]; }

  void start(Column& column) const {
    std::size_t state = 0;
    for_each_character([&](std::size_t at, auto readings) {
      unsigned best = never, within = never;
      for (const transcription::Syllable& syllable : readings) {
        unsigned cost = column.bounds[at] + syllable.price;
        for (std::size_t p = 0; p < syllable.size; ++p, ++state) {
          cost += states_[state].weight;
          column.states[state] = cost;
          within = std::min(within, cost);
        }
        best = std::min(best, cost);
      }
      column.bounds[at + 1] = best;
      column.within[at] = within;
    });
  }

  /// The next phone of the letters. False where no state can lead to a whole alignment within `limit` when the letters weigh
  /// at least `least` in all.
  bool advance(const Column& from, Column& to, std::uint8_t sound, std::uint8_t phone_weight, unsigned limit, unsigned least) const {
    to.weight = from.weight + phone_weight;
    to.bounds[0] = from.bounds[0] + phone_weight;
    const unsigned rest = least > to.weight ? least - to.weight : 0;
    bool alive = false;
    std::size_t state = 0;
    for (std::size_t at = 0; at < speech_.ends.size(); ++at) {
      step(from, to, at, state, sound, phone_weight, limit);
      const unsigned unmet = rest > most_met_[at] ? rest - most_met_[at] : 0;
      alive = alive || std::min(to.bounds[at], to.within[at]) + unmet <= limit;
    }
    return alive || to.bounds[speech_.ends.size()] + rest <= limit;
  }

  unsigned whole(const Column& column) const { return column.bounds[speech_.ends.size()]; }

 private:
  struct State {
    unsigned weight = 0;
    std::array<std::uint16_t, transcription::most_sounds> change{};
  };

  std::size_t first_states() const {
    std::size_t states = 0;
    for (std::size_t at = 0; at < speech_.ends.front(); ++at) states += speech_.syllables[at].size;
    return states;
  }

  template <class Character>
  void for_each_character(Character&& character) const {
    std::size_t from = 0;
    for (std::size_t at = 0; at < speech_.ends.size(); ++at) {
      character(at, std::span(speech_.syllables).subspan(from, speech_.ends[at] - from));
      from = speech_.ends[at];
    }
  }

  void step(const Column& from, Column& to, std::size_t at, std::size_t& state, std::uint8_t sound, unsigned phone_weight,
            unsigned limit) const {
    const std::size_t first = at == 0 ? 0 : speech_.ends[at - 1];
    const std::size_t last = speech_.ends[at];
    unsigned best = never, within = never;
    if (std::min({from.bounds[at], to.bounds[at], from.within[at]}) > limit) {
      for (std::size_t reading = first; reading < last; ++reading) {
        const std::size_t size = speech_.syllables[reading].size;
        std::fill_n(to.states.begin() + static_cast<std::ptrdiff_t>(state), size, never);
        state += size;
      }
    } else {
      for (std::size_t reading = first; reading < last; ++reading) {
        const transcription::Syllable& syllable = speech_.syllables[reading];
        unsigned diagonal = from.bounds[at] + syllable.price, above = to.bounds[at] + syllable.price;
        for (std::size_t p = 0; p < syllable.size; ++p, ++state) {
          const unsigned before = from.states[state];
          above = std::min({diagonal + states_[state].change[sound], before + phone_weight, above + states_[state].weight});
          diagonal = before;
          to.states[state] = above;
          within = std::min(within, above);
        }
        best = std::min(best, above);
      }
    }
    to.within[at] = std::min(within, never);
    to.bounds[at + 1] = std::min(best, never);
  }

  // A phone of a syllable is written by one of the letters at most, and what is left of that one's weight is then saved.
  void find_most_met() {
    std::array<unsigned, transcription::most_sounds> heaviest{};
    for (std::uint8_t sound = 0; sound < heaviest.size(); ++sound) heaviest[sound] = transcription::heaviest(sound);
    std::size_t state = 0;
    std::array<unsigned, transcription::most_syllables> of{};
    for_each_character([&](std::size_t at, auto readings) {
      for (const transcription::Syllable& syllable : readings) {
        unsigned sum = 0;
        for (std::size_t p = 0; p < syllable.size; ++p, ++state) {
          unsigned most = 0;
          for (std::size_t sound = 0; sound < heaviest.size(); ++sound)
            most = std::max(most, heaviest[sound] - std::min<unsigned>(heaviest[sound], states_[state].change[sound]));
          sum += most;
        }
        of[at] = std::max(of[at], sum);
      }
    });
    for (std::size_t at = speech_.ends.size(); at > 0; --at) most_met_[at - 1] = most_met_[at] + of[at - 1];
  }

  const Speech& speech_;
  unsigned weight_;
  std::vector<State> states_;
  std::array<unsigned, transcription::most_syllables + 1> most_met_{};
};

/// One range of weights of names in letters.
class PhonesWalk {
 public:
  PhonesWalk(const SpokenQuery& query, std::vector<Column>& columns, AcrossHits& hits) : query_(query), columns_(columns), hits_(hits) {}

  void run(const AcrossTable::Bucket& bucket) {
    least_ = bucket.least;
    alphabet_ = bucket.trie.alphabet();
    most_ = 0;
    set_limit();
    if (least_ <= limit_ + query_.most_met(0)) bucket.trie.walk(*this);
  }

  bool step(std::size_t depth, std::uint16_t code) {
    const std::uint16_t symbol = alphabet_[code];
    const std::size_t sound = (symbol & 0xff) % transcription::most_sounds;
    if (depth >= transcription::most_letters) return false;
    return query_.advance(columns_[depth], columns_[depth + 1], static_cast<std::uint8_t>(sound),
                          static_cast<std::uint8_t>(symbol >> 8), limit_, least_);
  }

  void rows(std::size_t depth, const References& references) {
    const Column& column = columns_[depth];
    const float likeness = across_likeness(query_.whole(column), std::max(query_.own_weight(), column.weight));
    if (likeness > 0 && likeness >= hits_.floor() && hits_.add(references, likeness)) set_limit();
  }

 private:
  // The heaviest name of the range weighs less than the lightest of the next one.
  void set_limit() {
    const unsigned heaviest = std::max(least_ + least_ / 5 + 1, 80u);
    limit_ = across_limit(std::max(query_.own_weight(), heaviest), hits_.floor());
  }

  const SpokenQuery& query_;
  std::vector<Column>& columns_;
  AcrossHits& hits_;
  std::span<const std::uint16_t> alphabet_;
  unsigned limit_ = 0, least_ = 0, most_ = 0;
};

/// The names whose letters are a row of spellings of the query's characters.
class SpellingsWalk {
 public:
  SpellingsWalk(std::u32string_view han, AcrossHits& hits) : han_(han), hits_(hits), pieces_(han.size()), at_(PrefixTrieBuilder::most_symbols + 1) {
    for (std::size_t i = 0; i < han.size(); ++i) {
      for (const std::string_view letters : spellings_of(han[i])) pieces_[i].push_back({letters, i + 1});
      for (const auto& [place, names] : place_spellings()) {
        if (!han.substr(i).starts_with(place)) continue;
        for (const std::string_view letters : names) pieces_[i].push_back({letters, i + place.size()});
      }
    }
    begin(0, 0);
  }

  void run(const AcrossTable::Bucket& bucket) {
    alphabet_ = bucket.trie.alphabet();
    bucket.trie.walk(*this);
  }

  bool step(std::size_t depth, std::uint16_t code) {
    const char32_t letter = U'a' + alphabet_[code];
    at_[depth + 1] = {};
    for (const Piece& piece : at_[depth].open) {
      if (!spells(piece.letters.front(), letter)) continue;
      if (piece.letters.size() > 1) at_[depth + 1].open.push_back({piece.letters.substr(1), piece.to});
      else begin(depth + 1, piece.to);
    }
    return at_[depth + 1].whole || !at_[depth + 1].open.empty();
  }

  void rows(std::size_t depth, const References& references) {
    if (at_[depth].whole) hits_.add(references, 1);
  }

 private:
  /// What is left to be read of a spelling that ends before a character.
  struct Piece {
    std::string_view letters;
    std::size_t to;
  };
  struct State {
    std::vector<Piece> open;
    std::uint32_t begun = 0;
    bool whole = false;
  };

  void begin(std::size_t depth, std::size_t character) {
    State& state = at_[depth];
    if ((state.begun >> character & 1) != 0) return;
    state.begun |= std::uint32_t{1} << character;
    if (character == han_.size()) state.whole = true;
    else state.open.insert(state.open.end(), pieces_[character].begin(), pieces_[character].end());
  }

  std::u32string_view han_;
  AcrossHits& hits_;
  std::vector<std::vector<Piece>> pieces_;
  std::vector<State> at_;
  std::span<const std::uint16_t> alphabet_;
};

}  // namespace

void walk_letters(AcrossBuckets buckets, std::u32string_view han, const Speech& speech, AcrossHits& hits) {
  const SpokenQuery query(speech);
  std::vector<Column> columns(transcription::most_letters + 1);
  query.start(columns[0]);
  PhonesWalk phones(query, columns, hits);
  SpellingsWalk spellings(han, hits);
  for (const AcrossTable::Bucket& bucket : buckets) {
    if (bucket.kind == AcrossTable::Kind::phones) phones.run(bucket);
    if (bucket.kind == AcrossTable::Kind::letters) spellings.run(bucket);
  }
}

}  // namespace marque
