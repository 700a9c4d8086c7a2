#include "search/across_walk.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

#include "scoring/across.hpp"
#include "search/voices.hpp"
#include "text/romanisation_spellings.hpp"

namespace marque {

namespace {

using transcription::Speech;

using Cost = std::int16_t;

constexpr Cost never = std::numeric_limits<Cost>::max() / 4;
constexpr std::size_t lanes = 16;

// A slot before the first phone of every reading, after each of its phones, and after the last character.
constexpr std::size_t most_slots = 208;
static_assert(most_slots > transcription::most_syllables * transcription::most_readings * (transcription::longest_syllable + 1));
static_assert(most_slots % lanes == 0);

using Slots = std::array<Cost, most_slots>;
using Phone = transcription::Phone;

Cost sum(Cost cost, unsigned more) { return static_cast<Cost>(std::min(cost + static_cast<int>(more), int{never})); }

Phone phone_of(std::uint16_t symbol) {
  return {static_cast<std::uint8_t>(symbol % transcription::most_sounds), static_cast<std::uint8_t>(symbol >> 8)};
}

/// Every phone of every name in letters.
std::vector<Phone> phones_of(AcrossBuckets buckets) {
  std::vector<std::uint16_t> symbols;
  for (const AcrossTable::Bucket& bucket : buckets) {
    if (bucket.kind == AcrossTable::Kind::phones)
      symbols.insert(symbols.end(), bucket.trie.alphabet().begin(), bucket.trie.alphabet().end());
  }
  std::sort(symbols.begin(), symbols.end());
  symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
  std::vector<Phone> phones;
  std::transform(symbols.begin(), symbols.end(), std::back_inserter(phones), phone_of);
  return phones;
}

/// What the alignment costs in each slot, after some of the letters.
struct Column {
  Slots slots{};
  std::array<Cost, transcription::most_syllables + 1> bounds{};   // before the first character, after each
  std::array<Cost, transcription::most_syllables> within{};       // the least slot of each character
  std::size_t first = 0, last = 0;                                // the slots that matter lie in [first, last)
  unsigned weight = 0;                                            // of the letters so far
};

/// The syllables of a query, ready to be aligned phone by phone.
class SpokenQuery {
 public:
  SpokenQuery(const Speech& speech, std::span<const Phone> phones) : weight_(weight(speech)) {
    std::size_t from = 0;
    for (const std::uint16_t end : speech.ends) {
      const std::size_t first = readings_.size();
      for (; from < end; ++from) add_reading(speech.syllables[from], first == 0);
      characters_.push_back({first, readings_.size(), slot_});
    }
    find_most_met();
    find_unwritten(phones);
  }

  unsigned own_weight() const { return weight_; }

  /// The most weight of letters that the query can stand for.
  unsigned most_met() const { return most_met_[0]; }

  void start(Column& column) const {
    Column before;
    before.slots.fill(never);
    before.bounds.fill(never);
    before.within.fill(never);
    align(before, column, {}, 0, never);
    column.first = 0;
    column.last = most_slots;
  }

  /// The least that a phone of the letters adds in each slot.
  void find_steps(Phone phone, Slots& steps) const {
    steps.fill(never);
    for (const Reading& reading : readings_) {
      for (std::size_t p = 0; p <= reading.size; ++p) {
        const unsigned stay = p > 0 ? phone.weight : phone.weight - std::min(phone.weight, reading.price);
        const unsigned go = p < reading.size ? slots_[reading.slot + p].change[phone.sound] : stay;
        steps[reading.slot + p] = static_cast<Cost>(std::min(stay, go));
      }
    }
    steps[slot_] = phone.weight;
  }

  /// False where a phone of these steps leaves nothing within the limit.
  static bool may_advance(const Column& from, const Slots& steps, unsigned limit) {
    std::array<Cost, lanes> least;
    least.fill(2 * never);
    for (std::size_t slot = from.first; slot < from.last; slot += lanes) {
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        const auto cost = static_cast<Cost>(from.slots[slot + lane] + steps[slot + lane]);
        least[lane] = least[lane] < cost ? least[lane] : cost;
      }
    }
    Cost any = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane) any = static_cast<Cost>(any | -(least[lane] <= static_cast<Cost>(limit)));
    return any != 0;
  }

  /// The next phone of the letters. False where nothing can lead to a whole alignment within `limit`, when the letters
  /// weigh at least `least` and below `most` in all.
  bool advance(const Column& from, Column& to, Phone phone, unsigned limit, unsigned least, unsigned most) const {
    to.weight = from.weight + phone.weight;
    align(from, to, phone, sum(from.bounds[0], phone.weight), static_cast<Cost>(limit));
    const unsigned rest = least > to.weight ? least - to.weight : 0;
    const std::size_t most_rest = std::min<std::size_t>((most > to.weight ? most - to.weight : 0) / unit, most_units);
    const auto may_end = [&](Cost cost, std::size_t met, std::size_t written) {
      const unsigned unmet = rest > most_met_[met] ? rest - most_met_[met] : 0;
      return static_cast<unsigned>(cost) + std::max(unmet, static_cast<unsigned>(unwritten_[written][most_rest])) <= limit;
    };
    to.first = most_slots;
    to.last = 0;
    for (std::size_t at = 0; at < characters_.size(); ++at) {
      if (!may_end(to.bounds[at], at, at) && !may_end(to.within[at], at, at + 1)) continue;
      to.first = std::min(to.first, (at == 0 ? 0 : characters_[at - 1].end_slot) / lanes * lanes);
      to.last = (characters_[at].end_slot + lanes - 1) / lanes * lanes;
    }
    if (may_end(whole(to), characters_.size(), characters_.size())) {
      to.first = std::min(to.first, slot_ / lanes * lanes);
      to.last = (slot_ + lanes) / lanes * lanes;
    }
    return to.first < to.last;
  }

  Cost whole(const Column& column) const { return column.bounds[characters_.size()]; }

 private:
  struct Reading {
    std::size_t slot;
    std::uint8_t size, price;
  };
  struct Character {
    std::size_t first, last;   // readings
    std::size_t end_slot;
  };
  /// The phone of the syllable that stands after a slot.
  struct Slot {
    std::uint8_t weight = 0;
    std::array<std::uint8_t, transcription::most_sounds> change{};
  };

  void add_reading(const transcription::Syllable& syllable, bool first) {
    readings_.push_back({slot_, syllable.size, syllable.price});
    for (std::size_t p = 0; p < syllable.size; ++p) {
      Slot& slot = slots_[slot_++];
      slot.weight = syllable.phones[p].weight;
      for (std::uint8_t sound = 0; sound < transcription::most_sounds; ++sound)
        slot.change[sound] = static_cast<std::uint8_t>(transcription::change(syllable.phones[p].sound, sound, first && p == 0 && syllable.has_onset));
    }
    ++slot_;
  }

  // What costs more than the limit may be left at `never`.
  void align(const Column& from, Column& to, Phone phone, Cost start, Cost limit) const {
    to.bounds[0] = start;
    for (std::size_t at = 0; at < characters_.size(); ++at) {
      Cost best = never, within = never;
      if (std::min({from.bounds[at], to.bounds[at], from.within[at]}) > limit) {
        const std::size_t begin = readings_[characters_[at].first].slot;
        std::fill(&to.slots[begin], &to.slots[characters_[at].end_slot], never);
      } else {
        for (std::size_t r = characters_[at].first; r < characters_[at].last; ++r) {
          const Cost end = align(readings_[r], from.slots, to.slots, phone, sum(to.bounds[at], readings_[r].price), within);
          best = std::min(best, end);
        }
      }
      to.within[at] = within;
      to.bounds[at + 1] = best;
    }
    to.slots[slot_] = to.bounds[characters_.size()];
  }

  Cost align(const Reading& reading, const Slots& from, Slots& to, Phone phone, Cost start, Cost& within) const {
    int diagonal = from[reading.slot], above = start;
    to[reading.slot] = start;
    for (std::size_t slot = reading.slot; slot < reading.slot + reading.size; ++slot) {
      const int before = from[slot + 1];
      above = std::min({diagonal + slots_[slot].change[phone.sound], before + phone.weight, above + slots_[slot].weight, int{never}});
      diagonal = before;
      to[slot + 1] = static_cast<Cost>(above);
      within = std::min(within, to[slot + 1]);
    }
    return static_cast<Cost>(above);
  }

  // A phone of a syllable is written by one of the letters at most, and what is left of that one's weight is then saved.
  void find_most_met() {
    std::array<unsigned, transcription::most_sounds> heaviest{};
    for (std::uint8_t sound = 0; sound < heaviest.size(); ++sound) heaviest[sound] = transcription::heaviest(sound);
    for (std::size_t at = characters_.size(); at > 0; --at) {
      unsigned most = 0;
      for (std::size_t r = characters_[at - 1].first; r < characters_[at - 1].last; ++r) {
        unsigned met = 0;
        for (std::size_t slot = readings_[r].slot; slot < readings_[r].slot + readings_[r].size; ++slot) {
          unsigned saved = 0;
          for (std::size_t sound = 0; sound < heaviest.size(); ++sound)
            saved = std::max(saved, heaviest[sound] - std::min<unsigned>(heaviest[sound], slots_[slot].change[sound]));
          met += saved;
        }
        most = std::max(most, met);
      }
      most_met_[at - 1] = most_met_[at] + most;
    }
  }

  // Every phone of a syllable is left out or written by one of the letters, which together weigh no more than are left.
  void find_unwritten(std::span<const Phone> phones) {
    unwritten_[characters_.size()] = {};
    for (std::size_t at = characters_.size(); at > 0; --at) {
      Units& least = unwritten_[at - 1];
      least.fill(never);
      for (std::size_t r = characters_[at - 1].first; r < characters_[at - 1].last; ++r) {
        Units units = unwritten_[at];
        for (std::size_t slot = readings_[r].slot + readings_[r].size; slot > readings_[r].slot; --slot)
          units = written(slots_[slot - 1], units, phones);
        for (std::size_t left = 0; left < units.size(); ++left) least[left] = std::min(least[left], sum(units[left], readings_[r].price));
      }
    }
  }

  static constexpr unsigned unit = 8;               // of weight
  static constexpr std::size_t most_units = 127;    // more are as many
  using Units = std::array<Cost, most_units + 1>;   // the least cost, by the weight of the letters that are left

  static Units written(const Slot& slot, const Units& after, std::span<const Phone> phones) {
    constexpr std::size_t most_weight = 255 / unit + 1;
    std::array<Cost, most_weight> change;
    change.fill(never);
    for (const Phone phone : phones) change[phone.weight / unit] = std::min<Cost>(change[phone.weight / unit], slot.change[phone.sound]);
    Units units;
    for (std::size_t left = 0; left < units.size(); ++left) units[left] = sum(after[left], slot.weight);
    for (std::size_t used = 0; used < most_weight; ++used) {
      if (change[used] == never) continue;
      for (std::size_t left = used; left < units.size(); ++left)
        units[left] = std::min(units[left], sum(after[left - used], static_cast<unsigned>(change[used])));
    }
    return units;
  }

  unsigned weight_;
  std::size_t slot_ = 0;   // the last one, when all are there
  std::vector<Reading> readings_;
  std::vector<Character> characters_;
  std::array<Slot, most_slots> slots_{};
  std::array<unsigned, transcription::most_syllables + 1> most_met_{};
  std::array<Units, transcription::most_syllables + 1> unwritten_{};
};

/// The names in letters, a range of weights at a time.
class PhonesWalk {
 public:
  PhonesWalk(const SpokenQuery& query, AcrossHits& hits) : query_(query), columns_(transcription::most_letters + 1), hits_(hits) {
    query_.start(columns_[0]);
  }

  void run(const AcrossTable::Bucket& bucket) {
    least_ = bucket.least;
    set_limit();
    if (least_ > limit_ + query_.most_met()) return;
    phones_.clear();
    steps_.resize(std::max(steps_.size(), bucket.trie.alphabet().size()));
    for (const std::uint16_t symbol : bucket.trie.alphabet()) {
      phones_.push_back(phone_of(symbol));
      query_.find_steps(phones_.back(), steps_[phones_.size() - 1]);
    }
    bucket.trie.walk(*this);
  }

  bool may_step(std::size_t depth, std::uint16_t code) const {
    return depth < transcription::most_letters && SpokenQuery::may_advance(columns_[depth], steps_[code], limit_);
  }

  bool step(std::size_t depth, std::uint16_t code) {
    return may_step(depth, code) &&
           query_.advance(columns_[depth], columns_[depth + 1], phones_[code], limit_, least_, next_range(least_));
  }

  void rows(std::size_t depth, const References& references) {
    const Column& column = columns_[depth];
    const float likeness = across_likeness(static_cast<unsigned>(query_.whole(column)), std::max(query_.own_weight(), column.weight));
    if (likeness > 0 && likeness >= hits_.floor() && hits_.add(references, likeness)) set_limit();
  }

 private:
  void set_limit() { limit_ = across_limit(std::max(query_.own_weight(), next_range(least_)), hits_.floor()); }

  const SpokenQuery& query_;
  std::vector<Column> columns_;
  AcrossHits& hits_;
  std::vector<Phone> phones_;   // of the alphabet
  std::vector<Slots> steps_;
  unsigned limit_ = 0, least_ = 0;
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

  bool may_step(std::size_t depth, std::uint16_t code) const {
    const char32_t letter = U'a' + alphabet_[code];
    return std::any_of(at_[depth].open.begin(), at_[depth].open.end(),
                       [&](const Piece& piece) { return spells(piece.letters.front(), letter); });
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
  const SpokenQuery query(speech, phones_of(buckets));
  PhonesWalk phones(query, hits);
  SpellingsWalk spellings(han, hits);
  for (const AcrossTable::Bucket& bucket : buckets) {
    if (bucket.kind == AcrossTable::Kind::phones) phones.run(bucket);
    if (bucket.kind == AcrossTable::Kind::letters) spellings.run(bucket);
  }
}

}  // namespace marque
