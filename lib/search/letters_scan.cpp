#include "search/across_walk.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <span>
#include <vector>

#include "scoring/across.hpp"
#include "search/phone_kernel.hpp"
#include "search/simd.hpp"

namespace marque {

namespace {

using transcription::most_sounds;
using transcription::Phone;
using transcription::Speech;
using transcription::Syllable;

constexpr unsigned never = std::numeric_limits<std::int16_t>::max() / 4;

AlignPhones alignment() {
#if defined(__x86_64__)
  if (best_isa() == Isa::avx512) return align_phones_avx512;
  if (best_isa() == Isa::avx2) return align_phones_avx2;
#endif
  return nullptr;
}

/// Calls `visit(number of the character, reading)`.
template <class Visit>
void for_each_reading(const Speech& speech, Visit&& visit) {
  std::size_t from = 0;
  for (std::size_t character = 0; character < speech.ends.size(); ++character) {
    for (; from < speech.ends[character]; ++from) visit(character, speech.syllables[from]);
  }
}

unsigned change(std::size_t character, const Syllable& syllable, std::size_t phone, std::uint8_t sound) {
  return transcription::change(syllable.phones[phone].sound, sound, character == 0 && phone == 0 && syllable.has_onset);
}

/// What names in letters cost at least, by their weight and by how they begin. It all follows from this: a phone of the letters is left
/// out or written by one phone of the syllables, and every phone of these is left out or writes one of the letters.
class SpokenBounds {
 public:
  explicit SpokenBounds(const Speech& speech) : speech_(speech) {
    find_most_met();
    find_unwritten();
    find_beginnings();
  }

  /// The most weight of letters that the query can stand for.
  unsigned most_met() const { return most_met_; }

  /// The least cost against letters of this weight or less.
  unsigned least_for(unsigned letters) const { return unwritten_[std::min<std::size_t>(letters / unit, most_units)]; }

  /// The least cost against letters whose first phone that is not light has this code.
  unsigned beginning_with(std::uint8_t first) { return opened(first % phone_codes).least; }

  /// The least cost against letters whose first two phones that are not light have these codes.
  unsigned beginning_with(std::uint8_t first, std::uint8_t second) {
    unsigned& least = beginnings_[first % phone_codes][second % phone_codes];
    if (least == unknown) least = beginning(first % phone_codes, second % phone_codes);
    return least;
  }

 private:
  // A phone of a syllable is written by one of the letters at most, and what is left of that one's weight is then saved.
  void find_most_met() {
    std::array<unsigned, transcription::most_syllables> most{};
    for_each_reading(speech_, [&](std::size_t character, const Syllable& syllable) {
      unsigned met = 0;
      for (std::size_t p = 0; p < syllable.size; ++p) {
        unsigned saved = 0;
        for (std::size_t code = 1; code < codes_in_use(); ++code) {
          const Phone phone = phone_of_code(code);
          saved = std::max(saved, phone.weight - std::min<unsigned>(phone.weight, change(character, syllable, p, phone.sound)));
        }
        met += saved;
      }
      most[character] = std::max(most[character], met);
    });
    for (const unsigned met : most) most_met_ += met;
  }

  static constexpr unsigned unit = 8;                   // of weight
  static constexpr std::size_t most_units = 127;        // more are as many
  using Units = std::array<unsigned, most_units + 1>;   // the least cost, by the weight of the letters that are left

  // Every phone of a syllable is left out or written by one of the letters, which together weigh no more than are left.
  void find_unwritten() {
    std::size_t from = speech_.syllables.size();
    for (std::size_t character = speech_.ends.size(); character > 0; --character) {
      const std::size_t first = character > 1 ? speech_.ends[character - 2] : 0;
      Units least;
      least.fill(never);
      for (; from > first; --from) {
        const Syllable& syllable = speech_.syllables[from - 1];
        Units units = unwritten_;
        for (std::size_t p = syllable.size; p > 0; --p) units = written(character - 1, syllable, p - 1, units);
        for (std::size_t left = 0; left < units.size(); ++left) least[left] = std::min(least[left], units[left] + syllable.price);
      }
      unwritten_ = least;
    }
  }

  static Units written(std::size_t character, const Syllable& syllable, std::size_t p, const Units& after) {
    constexpr std::size_t most_weight = 255 / unit + 1;
    std::array<unsigned, most_weight> cheapest;
    cheapest.fill(never);
    for (std::size_t code = 1; code < codes_in_use(); ++code) {
      const Phone phone = phone_of_code(code);
      cheapest[phone.weight / unit] = std::min(cheapest[phone.weight / unit], change(character, syllable, p, phone.sound));
    }
    Units units;
    for (std::size_t left = 0; left < units.size(); ++left) units[left] = after[left] + syllable.phones[p].weight;
    for (std::size_t used = 0; used < most_weight; ++used) {
      if (cheapest[used] == never) continue;
      for (std::size_t left = used; left < units.size(); ++left) units[left] = std::min(units[left], after[left - used] + cheapest[used]);
    }
    return units;
  }

  // Of the letters only those that are not light; a light one may stand anywhere, so that a phone of a syllable is left out for no
  // more than writing one costs.
  struct Slot {
    unsigned without = 0;
    std::array<std::uint8_t, phone_codes> with{};
  };
  struct Reading {
    unsigned price = 0;
    std::size_t first = 0, last = 0;   // slots
  };
  // The cost after some letters: before each character and at the end, and after each phone.
  struct Column {
    std::vector<unsigned> bounds, slots;
    unsigned least = 0;
  };

  void find_beginnings() {
    for_each_reading(speech_, [&](std::size_t character, const Syllable& syllable) {
      if (readings_.size() <= character) readings_.emplace_back();
      const std::size_t first = slots_.size();
      for (std::size_t p = 0; p < syllable.size; ++p) {
        Slot slot{syllable.phones[p].weight, {}};
        for (std::size_t code = 1; code < codes_in_use(); ++code) {
          const Phone phone = phone_of_code(code);
          const unsigned cost = change(character, syllable, p, phone.sound);
          slot.with[code] = static_cast<std::uint8_t>(std::min(cost, 255u));
          if (is_light(phone)) slot.without = std::min(slot.without, cost);
        }
        slots_.push_back(slot);
      }
      readings_[character].push_back({syllable.price, first, slots_.size()});
    });
    for (auto& least : beginnings_) least.fill(unknown);
    opened_.resize(phone_codes);
    Column none;
    none.bounds.assign(readings_.size() + 1, never);
    none.slots.assign(slots_.size(), never);
    opened_[0] = after(none, 0, 0);
  }

  Column after(const Column& from, std::size_t code, unsigned start) const {
    const unsigned weight = phone_of_code(code).weight;
    Column to;
    to.bounds.assign(from.bounds.size(), never);
    to.slots.resize(from.slots.size());
    to.bounds[0] = to.least = start;
    for (std::size_t character = 0; character < readings_.size(); ++character) {
      for (const Reading& reading : readings_[character]) {
        unsigned diagonal = from.bounds[character] + reading.price, above = to.bounds[character] + reading.price;
        for (std::size_t slot = reading.first; slot < reading.last; ++slot) {
          const unsigned before = from.slots[slot];
          above = std::min({diagonal + slots_[slot].with[code], before + weight, above + slots_[slot].without, never});
          diagonal = before;
          to.slots[slot] = above;
          to.least = std::min(to.least, above);
        }
        to.bounds[character + 1] = std::min(to.bounds[character + 1], above);
      }
    }
    return to;
  }

  const Column& opened(std::size_t first) {
    if (opened_[first].bounds.empty()) opened_[first] = after(opened_[0], first, phone_of_code(first).weight);
    return opened_[first];
  }

  unsigned beginning(std::size_t first, std::size_t second) {
    if (first == 0) return opened_[0].bounds.back();
    const Column& begun = opened(first);
    if (second == 0) return begun.bounds.back();
    return after(begun, second, begun.bounds[0] + phone_of_code(second).weight).least;
  }

  static constexpr unsigned unknown = 0xffffffffu;

  const Speech& speech_;
  unsigned most_met_ = 0;
  Units unwritten_{};
  std::vector<Slot> slots_;
  std::vector<std::vector<Reading>> readings_;   // by character
  std::vector<Column> opened_;                   // after each first code, where it was asked for
  std::array<std::array<unsigned, phone_codes>, phone_codes> beginnings_;
};

/// Which phone of the plan each phone of a reading is: the onset, vowels one after the other, what closes the syllable.
std::array<std::size_t, transcription::longest_syllable> parts_of(const Syllable& syllable) {
  constexpr std::size_t vowel = 1, close = 3;
  std::array<std::size_t, transcription::longest_syllable> parts{};
  std::size_t next = 0;
  for (std::size_t p = 0; p < syllable.size; ++p) {
    const bool onset = p == 0 && syllable.has_onset;
    const std::size_t own = onset ? 0 : transcription::is_vowel_sound(syllable.phones[p].sound) ? vowel : close;
    parts[p] = std::max(own, next);
    next = parts[p] + 1;
  }
  return parts;
}

SpokenPlan plan_of(const Speech& speech, unsigned limit) {
  constexpr std::size_t most_parts = 2 * transcription::longest_syllable;
  const unsigned divisor = limit / 255 + 1;
  const auto shared = [&](unsigned cost) { return static_cast<std::uint8_t>(std::min(cost / divisor, 255u)); };
  SpokenPlan plan;
  plan.allowed = shared(limit);
  for (std::size_t code = 1; code < codes_in_use(); ++code) plan.weights[code] = shared(phone_of_code(code).weight);
  std::size_t from = 0;
  for (std::size_t character = 0; character < speech.ends.size(); ++character) {
    const std::span readings = std::span(speech.syllables).subspan(from, speech.ends[character] - from);
    from = speech.ends[character];
    for (std::size_t part = 0; part < most_parts; ++part) {
      SpokenPlan::Phone phone;
      phone.with.fill(255);
      phone.without = 255;
      bool any = false;
      for (const Syllable& reading : readings) {
        const auto parts = parts_of(reading);
        const std::size_t at = static_cast<std::size_t>(std::find(parts.begin(), parts.begin() + reading.size, part) - parts.begin());
        const unsigned price = part == 0 ? reading.price : 0u;   // paid once
        if (at == reading.size) {
          phone.without = std::min(phone.without, shared(price));
          continue;
        }
        any = true;
        phone.without = std::min(phone.without, shared(price + reading.phones[at].weight));
        for (std::size_t code = 1; code < codes_in_use(); ++code)
          phone.with[code] = std::min(phone.with[code], shared(price + change(character, reading, at, phone_of_code(code).sound)));
      }
      if (any) plan.phones.push_back(phone);
    }
    plan.ends.push_back(plan.phones.size());
  }
  return plan;
}

/// The names in letters whose sound is like the query's.
class LettersScan {
 public:
  LettersScan(const Speech& speech, AcrossHits& hits)
      : speech_(speech), own_weight_(weight(speech)), bounds_(speech), align_(alignment()), hits_(hits) {}

  void run(const AcrossTable::Bucket& bucket) {
    bucket_ = &bucket;
    set_limit();
    if (bucket.least > limit_ + bounds_.most_met() || bounds_.least_for(next_range(bucket.least)) > limit_) return;
    constexpr std::size_t blocks_ahead = 4;   // so that their bytes come from memory while others are aligned
    list_blocks();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (i + blocks_ahead < blocks_.size()) {
        const auto next = bucket.phones.block(blocks_[i + blocks_ahead]);
        for (std::size_t at = 0; at < next.size(); at += block_rows) __builtin_prefetch(next.data() + at);
      }
      scan(blocks_[i]);
    }
  }

 private:
  void set_limit() {
    const unsigned limit = across_limit(std::max(own_weight_, next_range(bucket_->least)), hits_.floor());
    if (limit != limit_) plan_ = plan_of(speech_, limit_ = limit);
  }

  /// The blocks that hold rows whose beginning costs no more than the limit.
  void list_blocks() {
    const PhoneRows& phones = bucket_->phones;
    const auto run_begin = [&](std::size_t run) { return run < phones.runs.size() ? std::min<std::size_t>(phones.runs[run].begin, phones.rows) : phones.rows; };
    blocks_.clear();
    std::size_t hopeless = phone_codes;   // the first phone of the runs that need no look
    for (std::size_t run = 0; run < phones.runs.size(); ++run) {
      const auto [first, second, zero, begin] = phones.runs[run];
      if (first == hopeless) continue;
      if (bounds_.beginning_with(first) > limit_) {
        hopeless = first;
        continue;
      }
      if (bounds_.beginning_with(first, second) > limit_) continue;
      std::size_t block = run_begin(run) / block_rows;
      if (!blocks_.empty()) block = std::max(block, blocks_.back() + 1);
      for (; block * block_rows < run_begin(run + 1); ++block) blocks_.push_back(block);
    }
  }

  void scan(std::size_t block) {
    const auto columns = bucket_->phones.block(block);
    std::uint64_t rows = align_ == nullptr ? ~std::uint64_t{0} : align_(columns, plan_);
    const std::size_t first = block * block_rows;
    if (bucket_->phones.rows - first < block_rows) rows &= (std::uint64_t{1} << (bucket_->phones.rows - first)) - 1;
    for (; rows != 0; rows &= rows - 1) check(columns, first, static_cast<std::size_t>(std::countr_zero(rows)));
  }

  void check(std::span<const std::uint8_t> columns, std::size_t first, std::size_t row) {
    letters_.size = 0;
    for (std::size_t at = row; at < columns.size() && columns[at] != 0; at += block_rows)
      letters_.phones[letters_.size++] = phone_of_code(columns[at] % phone_codes);
    const unsigned cost = transcription::cost(speech_, letters_, limit_);
    if (cost > limit_) return;
    const float likeness = across_likeness(cost, std::max(own_weight_, weight(letters_)));
    if (likeness > 0 && likeness >= hits_.floor() && hits_.add(bucket_->phones.references[first + row], likeness)) set_limit();
  }

  const Speech& speech_;
  unsigned own_weight_;
  SpokenBounds bounds_;
  AlignPhones align_;
  AcrossHits& hits_;
  const AcrossTable::Bucket* bucket_ = nullptr;
  SpokenPlan plan_;
  unsigned limit_ = never;
  std::vector<std::size_t> blocks_;
  transcription::Letters letters_;
};

}  // namespace

void scan_letters(AcrossBuckets buckets, const Speech& speech, AcrossHits& hits) {
  LettersScan scan(speech, hits);
  for (const AcrossTable::Bucket& bucket : buckets) {
    if (bucket.kind == AcrossTable::Kind::phones) scan.run(bucket);
  }
}

}  // namespace marque
