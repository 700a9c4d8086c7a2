#include "marque/text/readings.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "text/code_point_map.hpp"
#include "text/icu.hpp"

MARQUE_EMBEDDED(marque_readings)
MARQUE_EMBEDDED(marque_sound_costs)
MARQUE_EMBEDDED(marque_pinyin_spellings)

namespace marque {

namespace {

constexpr float other_tone = 0.98F;
constexpr unsigned exact = 255;  // likenesses are kept in bytes

struct Span {
  std::uint32_t first : 24;
  std::uint32_t count : 8;
};

struct Readings {
  std::vector<std::string_view> spellings;  // sorted; a Syllable is a position here
  std::vector<Reading> readings;
  CodePointMap<Span> of_character;
};

// Numbers the syllables as they come; they are put in order at the end.
class ReadingsLoader {
 public:
  void take(std::string_view character, std::string_view list) {
    const auto first = static_cast<std::uint32_t>(built_.readings.size());
    while (!list.empty()) {
      const std::string_view reading = list.substr(0, list.find(' '));
      list.remove_prefix(std::min(list.size(), reading.size() + 1));
      built_.readings.push_back(
          {number_of(reading.substr(0, reading.size() - 1)), static_cast<std::uint8_t>(reading.back() - '0')});
    }
    const std::size_t count = built_.readings.size() - first;
    built_.of_character.set((*decode_utf8(character))[0], {first & 0xFFFFFF, static_cast<std::uint8_t>(count)});
  }

  Readings finish() {
    std::vector<Syllable> order(built_.spellings.size());
    std::vector<std::string_view> sorted = built_.spellings;
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t number = 0; number < order.size(); ++number) {
      const auto at = std::lower_bound(sorted.begin(), sorted.end(), built_.spellings[number]);
      order[number] = static_cast<Syllable>(at - sorted.begin());
    }
    for (Reading& reading : built_.readings) reading.syllable = order[reading.syllable];
    built_.spellings = std::move(sorted);
    return std::move(built_);
  }

 private:
  Syllable number_of(std::string_view spelled) {
    const auto [found, added] = numbers_.try_emplace(spelled, static_cast<Syllable>(built_.spellings.size()));
    if (added) built_.spellings.push_back(spelled);
    return found->second;
  }

  Readings built_;
  std::unordered_map<std::string_view, Syllable> numbers_;
};

const Readings& table() {
  static const Readings loaded = [] {
    ReadingsLoader loader;
    for_each_row(embedded(marque_readings, marque_readings_end), [&](const auto& row) { loader.take(row[0], row[1]); });
    return loader.finish();
  }();
  return loaded;
}

struct Sounds {
  std::string_view onset;  // "-" where there is none
  std::string_view rhyme;
};

// Takes syllables apart as they sound, not as they are spelled: yue is üe, jun is j and ün.
class SyllableSplitter {
 public:
  SyllableSplitter() {
    for_each_row(embedded(marque_pinyin_spellings, marque_pinyin_spellings_end), [&](const auto& row) {
      special_.emplace(row[0], Sounds{row[1], row[2]});
    });
  }

  Sounds split(std::string_view syllable) const {
    if (const auto found = special_.find(syllable); found != special_.end()) return found->second;
    const std::size_t vowel = syllable.find_first_of("aeiouv");
    if (vowel == 0 || vowel == std::string_view::npos) return {"-", syllable};
    const std::string_view rhyme = syllable.substr(vowel);
    const auto hidden = special_.find(rhyme);
    return {syllable.substr(0, vowel), hidden == special_.end() ? rhyme : hidden->second.rhyme};
  }

 private:
  std::unordered_map<std::string_view, Sounds> special_;
};

// Graded likenesses of onsets or of rhymes.
class Grades {
 public:
  void add(std::string_view one, std::string_view other, float likeness) {
    grades_[{one, other}] = likeness;
    grades_[{other, one}] = likeness;
  }

  float between(std::string_view one, std::string_view other) const {
    if (one == other) return 1;
    const auto found = grades_.find({one, other});
    return found != grades_.end() ? found->second : grades_.at({"*", "*"});
  }

 private:
  std::map<std::pair<std::string_view, std::string_view>, float> grades_;
};

float parse_float(std::string_view text) {
  float value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// One number for each distinct onset or rhyme, and the likeness of every two.
class Likenesses {
 public:
  std::size_t number_of(std::string_view part) {
    const auto [found, added] = numbers_.try_emplace(part, parts_.size());
    if (added) parts_.push_back(part);
    return found->second;
  }

  void grade(const Grades& grades) {
    likeness_.reserve(parts_.size() * parts_.size());
    for (const std::string_view one : parts_) {
      for (const std::string_view other : parts_) likeness_.push_back(grades.between(one, other));
    }
  }

  float between(std::size_t one, std::size_t other) const { return likeness_[one * parts_.size() + other]; }

 private:
  std::unordered_map<std::string_view, std::size_t> numbers_;
  std::vector<std::string_view> parts_;
  std::vector<float> likeness_;
};

std::vector<std::uint8_t> syllable_matrix() {
  Grades onset_grades;
  Grades rhyme_grades;
  for_each_row(embedded(marque_sound_costs, marque_sound_costs_end), [&](const auto& row) {
    (row[0] == "initial" ? onset_grades : rhyme_grades).add(row[1], row[2], parse_float(row[3]));
  });

  const SyllableSplitter splitter;
  Likenesses onsets;
  Likenesses rhymes;
  std::vector<std::pair<std::size_t, std::size_t>> syllables;
  for (const std::string_view syllable : table().spellings) {
    const Sounds sounds = splitter.split(syllable);
    syllables.emplace_back(onsets.number_of(sounds.onset), rhymes.number_of(sounds.rhyme));
  }
  onsets.grade(onset_grades);
  rhymes.grade(rhyme_grades);

  std::vector<std::uint8_t> matrix;
  matrix.reserve(syllables.size() * syllables.size());
  for (const auto& [onset, rhyme] : syllables) {
    for (const auto& [other_onset, other_rhyme] : syllables) {
      const float likeness = onsets.between(onset, other_onset) * rhymes.between(rhyme, other_rhyme);
      matrix.push_back(static_cast<std::uint8_t>(std::lround(likeness * exact)));
    }
  }
  return matrix;
}

std::size_t marked_letter(std::u32string_view letters) {
  for (const char32_t open : {U'a', U'e'}) {
    if (const auto at = letters.find(open); at != std::u32string_view::npos) return at;
  }
  if (const auto at = letters.find(U"ou"); at != std::u32string_view::npos) return at;
  const auto last = letters.find_last_of(U"iouü");
  return last == std::u32string_view::npos ? letters.find_first_of(U"mn") : last;
}

bool same_letter(char spelled, char32_t letter) {
  return static_cast<char32_t>(spelled) == letter || (spelled == 'v' && letter == U'u');
}

bool spelled_at(std::u32string_view letters, std::string_view syllable) {
  return std::equal(syllable.begin(), syllable.end(), letters.begin(), same_letter);
}

}  // namespace

std::span<const Reading> readings(char32_t character) noexcept {
  const Readings& known = table();
  const Span span = known.of_character[character];
  return {known.readings.data() + span.first, span.count};
}

std::size_t syllable_count() noexcept { return table().spellings.size(); }

std::string_view spelling(Syllable syllable) noexcept { return table().spellings[syllable]; }

std::string tone_marked(Reading reading) {
  constexpr std::u32string_view marks = U"\u0304\u0301\u030C\u0300";
  std::u32string letters;
  for (const char letter : spelling(reading.syllable))
    letters.push_back(letter == 'v' ? U'ü' : static_cast<char32_t>(static_cast<unsigned char>(letter)));
  const std::size_t at = marked_letter(letters);
  if (reading.tone >= 1 && reading.tone <= marks.size() && at != std::u32string::npos)
    letters.insert(at + 1, 1, marks[reading.tone - 1u]);
  return encode_utf8(icu::compose(letters));
}

float sound_similarity(Syllable a, Syllable b) noexcept {
  static const std::vector<std::uint8_t> matrix = syllable_matrix();
  return static_cast<float>(matrix[a * syllable_count() + b]) / static_cast<float>(exact);
}

float sound_similarity(Reading a, Reading b) noexcept {
  const float alike = sound_similarity(a.syllable, b.syllable);
  return a.tone == b.tone ? alike : alike * other_tone;
}

float sound_similarity(char32_t a, char32_t b) noexcept {
  if (a == b) return 1;
  float best = 0;
  for (const Reading one : readings(a)) {
    for (const Reading other : readings(b)) best = std::max(best, sound_similarity(one, other));
  }
  return best;
}

bool spells(std::u32string_view han, std::u32string_view letters) {
  std::vector<bool> reached(letters.size() + 1);
  reached[0] = true;
  for (const char32_t character : han) {
    std::vector<bool> next(reached.size());
    for (const Reading reading : readings(character)) {
      const std::string_view syllable = spelling(reading.syllable);
      for (std::size_t at = 0; at + syllable.size() <= letters.size(); ++at) {
        if (reached[at] && spelled_at(letters.substr(at), syllable)) next[at + syllable.size()] = true;
      }
    }
    reached = std::move(next);
  }
  return !han.empty() && reached.back();
}

}  // namespace marque
