#include "scoring/transcription.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <map>
#include <string>
#include <utility>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/readings.hpp"
#include "marque/text/romanisation.hpp"

MARQUE_EMBEDDED(marque_across_classes)
MARQUE_EMBEDDED(marque_across_letters)
MARQUE_EMBEDDED(marque_across_sounds)
MARQUE_EMBEDDED(marque_across_weights)
MARQUE_EMBEDDED(marque_across_costs)

namespace marque::transcription {

namespace {

constexpr unsigned unrelated = 105;      // more than any row of the table, less than leaving out both
constexpr unsigned first_numerator = 3;  // the first onset counts half as much again
constexpr unsigned first_denominator = 2;
constexpr std::uint8_t southern_price = 12;  // a Cantonese reading: most transcriptions are Mandarin
constexpr std::uint8_t rare_price = 12;      // a reading that is not the usual one: a transcriber takes the usual one

enum class Side : std::uint8_t { han, letters };
enum class Place : std::uint8_t { onset, medial, nucleus, bare, off, first, rest };
constexpr std::array<std::string_view, 7> place_names{"onset", "medial", "nucleus", "bare", "off", "first", "rest"};

unsigned number(std::string_view text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

template <class Word>
void for_each_word(std::string_view words, Word&& word) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    word(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

// Every sound has a number; those written with one letter or two of the Latin alphabet.
class Sounds {
 public:
  std::uint8_t of(std::string_view name) {
    const auto [found, added] = numbers_.try_emplace(name, static_cast<std::uint8_t>(numbers_.size()));
    return found->second;
  }

 private:
  std::map<std::string_view, std::uint8_t> numbers_;
};

bool is_vowel(char32_t letter) {
  return letter == U'a' || letter == U'e' || letter == U'i' || letter == U'o' || letter == U'u' || letter == U'y';
}
bool is_front(char32_t letter) { return letter == U'e' || letter == U'i' || letter == U'y'; }

bool vowel_sound(std::string_view name) {
  constexpr std::array<std::string_view, 9> vowels{"a", "e", "i", "o", "u", "v", "ih", "oe", "E"};
  return name == "er" || std::find(vowels.begin(), vowels.end(), name) != vowels.end();
}

enum class Follower : std::uint8_t { any, front, vowel, other, end };

struct Rule {
  std::string_view letters;
  bool first;
  Follower follower;
  std::array<std::uint8_t, 3> sounds;
  std::uint8_t count;
};

using SoundSet = std::uint64_t;  // a bit for each sound

bool holds(SoundSet set, std::uint8_t sound) { return (set >> sound & 1) != 0; }

// Consonants that signatures do not tell apart, and what the other side meets them with.
struct Class {
  unsigned bits;
  std::uint64_t mask;                      // of the class in either half of a signature, at the bottom
  unsigned shift;
  SoundSet han, letters;                   // the members
  SoundSet han_that_meet, letters_that_meet;  // cheaper than least_unmet
  SoundSet onsets_that_open;               // a text whose first phone is of the class, cheaper than least_first
};

class Table {
 public:
  Table();

  unsigned substitution(std::uint8_t han, std::uint8_t letters) const { return costs_[han * most_sounds + letters]; }
  const std::uint16_t* row(std::uint8_t han) const { return &costs_[han * most_sounds]; }
  std::uint8_t weight(Side side, Place place, std::uint8_t sound) const {
    return weights_[static_cast<std::size_t>(side)][static_cast<std::size_t>(place)][sound];
  }
  bool vowel(std::uint8_t sound) const { return vowels_[sound]; }
  const Rule* rule(std::u32string_view letters, bool first) const;
  const std::vector<Class>& classes() const { return classes_; }
  std::vector<Phone> letter_phones() const;
  const Syllable& mandarin(marque::Syllable syllable) const { return mandarin_[syllable]; }
  const Syllable& cantonese(std::size_t syllable) const { return cantonese_[syllable]; }

 private:
  void read_letters();
  void read_weights();
  void read_costs();
  void read_classes();
  Syllable syllable(std::string_view onset, std::string_view rhyme, bool southern) const;

  mutable Sounds sounds_;
  std::array<std::uint16_t, most_sounds * most_sounds> costs_;
  std::array<std::array<std::array<std::uint8_t, most_sounds>, place_names.size()>, 2> weights_{};
  std::array<bool, most_sounds> vowels_{};
  std::array<std::array<std::vector<Rule>, 27>, 26> rules_;   // by the first letter and the one that follows (26: none), the longest first
  std::vector<Class> classes_;
  std::map<std::pair<std::string_view, std::string_view>, std::string_view> southern_;
  std::vector<Syllable> mandarin_, cantonese_;
};

Follower follower(std::string_view name) {
  if (name == "front") return Follower::front;
  if (name == "vowel") return Follower::vowel;
  if (name == "other") return Follower::other;
  return name == "end" ? Follower::end : Follower::any;
}

void Table::read_letters() {
  std::vector<Rule> rules;
  for_each_row(embedded(marque_across_letters, marque_across_letters_end), [&](const auto& row) {
    Rule rule{row[0], row[0].front() == '^', follower(row[1]), {}, 0};
    if (rule.first) rule.letters.remove_prefix(1);
    for_each_word(row[2], [&](std::string_view name) { rule.sounds[rule.count++] = sounds_.of(name); });
    rules.push_back(rule);
  });
  static constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t at = 0; at < alphabet.size(); ++at)
    rules.push_back({alphabet.substr(at, 1), false, Follower::any, {sounds_.of(alphabet.substr(at, 1))}, 1});
  std::stable_sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) {
    return std::pair(a.letters.size(), a.first) > std::pair(b.letters.size(), b.first);
  });
  for (const Rule& rule : rules) {
    auto& of_letter = rules_[static_cast<std::size_t>(rule.letters[0] - 'a')];
    for (std::size_t follower = 0; follower < of_letter.size(); ++follower) {
      if (rule.letters.size() == 1 || rule.letters[1] == static_cast<char>('a' + follower)) of_letter[follower].push_back(rule);
    }
  }
}

void Table::read_weights() {
  // `*` rows stand before those of single sounds in each place or are filled in first.
  for (const bool general : {true, false}) {
    for_each_row(embedded(marque_across_weights, marque_across_weights_end), [&](const auto& row) {
      if ((row[1] == "*") != general) return;
      const std::size_t side = row[0] == "han" ? 0 : 1;
      const auto place = static_cast<std::size_t>(std::find(place_names.begin(), place_names.end(), row[2]) - place_names.begin());
      const auto cost = static_cast<std::uint8_t>(number(row[3]));
      if (general) weights_[side][place].fill(cost);
      else weights_[side][place][sounds_.of(row[1])] = cost;
    });
  }
}

void Table::read_costs() {
  costs_.fill(unrelated);
  for (std::size_t sound = 0; sound < most_sounds; ++sound) costs_[sound * most_sounds + sound] = 0;
  for_each_row(embedded(marque_across_costs, marque_across_costs_end), [&](const auto& row) {
    for_each_word(row[0], [&](std::string_view han) {
      for_each_word(row[1], [&](std::string_view letters) {
        costs_[sounds_.of(han) * most_sounds + sounds_.of(letters)] = static_cast<std::uint16_t>(number(row[2]));
      });
    });
  });
}

void Table::read_classes() {
  unsigned shift = 0;
  const auto set_of = [&](std::string_view names) {
    SoundSet set = 0;
    for_each_word(names, [&](std::string_view name) { set |= SoundSet{1} << sounds_.of(name); });
    return set;
  };
  for_each_row(embedded(marque_across_classes, marque_across_classes_end), [&](const auto& row) {
    Class read{number(row[0]), 0, shift, set_of(row[1]), set_of(row[2]), 0, 0, 0};
    read.mask = (std::uint64_t{1} << read.bits) - 1;
    shift += read.bits;
    for (std::uint8_t han = 0; han < most_sounds; ++han) {
      for (std::uint8_t letter = 0; letter < most_sounds; ++letter) {
        const unsigned change = substitution(han, letter);
        if (change < least_unmet && holds(read.letters, letter)) read.han_that_meet |= SoundSet{1} << han;
        if (change < least_unmet && holds(read.han, han)) read.letters_that_meet |= SoundSet{1} << letter;
        if (change * first_numerator / first_denominator < least_first && holds(read.letters, letter))
          read.onsets_that_open |= SoundSet{1} << han;
      }
    }
    classes_.push_back(read);
  });
}

Syllable Table::syllable(std::string_view onset, std::string_view rhyme, bool southern) const {
  Syllable result;
  const auto add = [&](std::string_view name, Place place) {
    if (result.size == longest_syllable) return;
    const std::uint8_t sound = sounds_.of(name);
    result.phones[result.size++] = {sound, weight(Side::han, place, sound)};
  };
  std::vector<std::string_view> vowels;
  const std::size_t close = std::min(rhyme.find_first_not_of("aeiouvy"), rhyme.size());
  std::string_view open = rhyme.substr(0, close);
  if (const auto special = southern_.find({"rhyme", open.substr(0, 2)}); southern && special != southern_.end()) {
    vowels.push_back(special->second);
    open.remove_prefix(2);
  }
  for (; !open.empty(); open.remove_prefix(1)) vowels.push_back(open.substr(0, 1));
  if (rhyme == "er" || rhyme == "ih") vowels = {rhyme};
  if (const auto special = southern_.find({"onset", onset}); southern && special != southern_.end()) {
    std::size_t parts = 0;
    for_each_word(special->second, [&](std::string_view name) { add(name, parts++ == 0 ? Place::onset : Place::medial); });
  } else if (!onset.empty()) {
    add(onset, Place::onset);
  } else if (vowels.size() > 1 && (vowels[0] == "i" || vowels[0] == "u")) {  // yao, wei
    add(vowels[0] == "i" ? "y" : "w", Place::onset);
    vowels.erase(vowels.begin());
  } else if (!vowels.empty() && vowels[0] == "v") {
    add("y", Place::onset);
  }
  result.has_onset = result.size > 0;
  const auto is_open = [](std::string_view vowel) { return vowel == "a" || vowel == "e" || vowel == "o"; };
  auto nucleus = std::find_if(vowels.begin(), vowels.end(), is_open);
  if (nucleus == vowels.end()) nucleus = vowels.begin();
  for (auto vowel = vowels.begin(); vowel != vowels.end(); ++vowel)
    add(*vowel, vowel < nucleus ? Place::medial : vowel > nucleus ? Place::off : result.size == 0 ? Place::bare : Place::nucleus);
  if (vowels.empty()) add(rhyme, Place::nucleus);
  else if (close < rhyme.size() && vowels[0] != rhyme) add(rhyme.substr(close), Place::off);
  return result;
}

std::vector<Phone> Table::letter_phones() const {
  SoundSet sounds = 0;
  for (const auto& of_letter : rules_) {
    for (const auto& rules : of_letter) {
      for (const Rule& rule : rules) {
        for (std::size_t at = 0; at < rule.count; ++at) sounds |= SoundSet{1} << rule.sounds[at];
      }
    }
  }
  std::vector<Phone> phones;
  for (std::uint8_t sound = 0; sound < most_sounds; ++sound) {
    if (!holds(sounds, sound)) continue;
    const auto places = vowel(sound) ? std::vector{Place::nucleus, Place::off} : std::vector{Place::first, Place::onset, Place::rest};
    for (const Place place : places) phones.push_back({sound, weight(Side::letters, place, sound)});
  }
  return phones;
}

Table::Table() {
  read_letters();
  read_weights();
  read_costs();
  read_classes();
  for_each_row(embedded(marque_across_sounds, marque_across_sounds_end),
               [&](const auto& row) { southern_[{row[0], row[1]}] = row[2]; });
  for (const char* name : {"a", "e", "i", "o", "u", "v", "ih", "oe", "E", "er"}) vowels_[sounds_.of(name)] = vowel_sound(name);
  for (std::size_t number = 0; number < syllable_count(); ++number) {
    const SyllableParts parts = pinyin_parts(static_cast<marque::Syllable>(number));
    mandarin_.push_back(syllable(parts.onset, parts.rhyme, false));
  }
  for (std::size_t number = 0; number < cantonese_syllable_count(); ++number) {
    const SyllableParts parts = cantonese_parts(static_cast<CantoneseSyllable>(number));
    cantonese_.push_back(syllable(parts.onset, parts.rhyme, true));
  }
}

const Table& table() {
  static const Table loaded;
  return loaded;
}

bool follows(Follower follower, std::u32string_view rest) {
  switch (follower) {
    case Follower::any: return true;
    case Follower::front: return !rest.empty() && is_front(rest.front());
    case Follower::vowel: return !rest.empty() && is_vowel(rest.front());
    case Follower::other: return rest.empty() || !is_vowel(rest.front());
    case Follower::end: return rest.empty();
  }
  return false;
}

const Rule* Table::rule(std::u32string_view letters, bool first) const {
  const auto is_letter = [](char32_t letter) { return letter >= U'a' && letter <= U'z'; };
  if (!is_letter(letters.front())) return nullptr;
  const auto& of_letter = rules_[letters[0] - U'a'];
  for (const Rule& rule : of_letter[letters.size() > 1 && is_letter(letters[1]) ? letters[1] - U'a' : of_letter.size() - 1]) {
    if (rule.first && !first) continue;
    const std::size_t size = rule.letters.size();
    if (letters.size() < size) continue;
    if (!std::equal(rule.letters.begin(), rule.letters.end(), letters.begin(),
                    [](char a, char32_t b) { return static_cast<char32_t>(a) == b; }))
      continue;
    if (follows(rule.follower, letters.substr(size))) return &rule;
  }
  return nullptr;
}

void weigh(Letters& letters) {
  const Table& known = table();
  for (std::size_t at = 0; at < letters.size; ++at) {
    Phone& phone = letters.phones[at];
    Place place = Place::rest;
    const bool before = at > 0 && known.vowel(letters.phones[at - 1].sound);
    const bool after = at + 1 < letters.size && known.vowel(letters.phones[at + 1].sound);
    if (known.vowel(phone.sound)) place = before ? Place::off : Place::nucleus;
    else if (at == 0) place = Place::first;
    else if (after) place = Place::onset;
    phone.weight = known.weight(Side::letters, place, phone.sound);
  }
}

using Row = std::array<std::uint16_t, most_letters + 1>;

void advance(Row& row, const Phone& phone, const Letters& letters, const std::uint16_t* costs, bool first) {
  const unsigned numerator = first ? first_numerator : first_denominator, weight = phone.weight;
  unsigned diagonal = row[0], left = diagonal + weight;
  row[0] = static_cast<std::uint16_t>(left);
  for (std::size_t j = 0; j < letters.size; ++j) {
    const Phone letter = letters.phones[j];
    const unsigned change = diagonal + costs[letter.sound] * numerator / first_denominator;
    diagonal = row[j + 1];
    left = std::min(std::min(change, diagonal + weight), left + letter.weight);
    row[j + 1] = static_cast<std::uint16_t>(left);
  }
}

bool same_phones(const Syllable& a, const Syllable& b) {
  return std::equal(a.phones.begin(), a.phones.begin() + a.size, b.phones.begin(), b.phones.begin() + b.size,
                    [](const Phone& x, const Phone& y) { return x.sound == y.sound; });
}

}  // namespace

bool speak(std::u32string_view han, Speech& speech) {
  const Table& known = table();
  speech.syllables.clear();
  speech.ends.clear();
  if (han.empty() || han.size() > most_syllables) return false;
  for (const char32_t character : han) {
    const std::size_t from = speech.syllables.size();
    const auto add = [&](const Syllable& syllable, std::uint8_t price) {
      const auto first = speech.syllables.begin() + static_cast<std::ptrdiff_t>(from);
      const auto same = [&](const Syllable& other) { return same_phones(syllable, other); };
      if (speech.syllables.size() == from + most_readings || std::any_of(first, speech.syllables.end(), same)) return;
      speech.syllables.push_back(syllable);
      speech.syllables.back().price = price;
    };
    const std::span<const Reading> mandarin = readings(character);
    if (!mandarin.empty()) add(known.mandarin(mandarin.front().syllable), 0);
    const std::span<const CantoneseSyllable> cantonese = cantonese_readings(character);
    if (!cantonese.empty()) add(known.cantonese(static_cast<std::size_t>(cantonese.front())), southern_price);
    for (const Reading reading : mandarin) add(known.mandarin(reading.syllable), rare_price);
    if (speech.syllables.size() == from) return false;
    speech.ends.push_back(static_cast<std::uint16_t>(speech.syllables.size()));
  }
  return true;
}

bool spell(std::u32string_view letters, Letters& phones) {
  phones.size = 0;
  bool first = true;
  while (!letters.empty()) {
    const Rule* rule = table().rule(letters, first);
    if (rule == nullptr) return false;
    for (std::size_t at = 0; at < rule->count; ++at) {
      if (phones.size == most_letters) return false;
      phones.phones[phones.size++].sound = rule->sounds[at];
    }
    letters.remove_prefix(rule->letters.size());
    first = false;
  }
  weigh(phones);
  return phones.size > 0;
}

const std::vector<Phone>& letter_phones() {
  static const std::vector<Phone> all = table().letter_phones();
  return all;
}

bool is_vowel_sound(std::uint8_t sound) { return table().vowel(sound); }

unsigned cost(const Speech& speech, const Letters& letters, unsigned limit) {
  const Table& known = table();
  const std::size_t width = letters.size + std::size_t{1};
  Row row, best, next;
  row[0] = 0;
  for (std::size_t j = 0; j < letters.size; ++j) row[j + 1] = static_cast<std::uint16_t>(row[j] + letters.phones[j].weight);
  std::size_t from = 0;
  for (const std::uint16_t end : speech.ends) {
    for (std::size_t at = from; at < end; ++at) {
      const Syllable& syllable = speech.syllables[at];
      Row& written = at == from ? best : next;
      for (std::size_t j = 0; j < width; ++j) written[j] = static_cast<std::uint16_t>(row[j] + syllable.price);
      for (std::size_t p = 0; p < syllable.size; ++p)
        advance(written, syllable.phones[p], letters, known.row(syllable.phones[p].sound), from == 0 && p == 0 && syllable.has_onset);
      if (at != from) std::transform(best.begin(), best.begin() + width, next.begin(), best.begin(), [](auto x, auto y) { return std::min(x, y); });
    }
    std::swap(row, best);
    if (*std::min_element(row.begin(), row.begin() + width) > limit) return limit + 1;
    from = end;
  }
  return row[letters.size];
}

unsigned change(std::uint8_t han, std::uint8_t letter, bool first) {
  return table().substitution(han, letter) * (first ? first_numerator : first_denominator) / first_denominator;
}

unsigned weight(const Speech& speech) { return static_cast<unsigned>(speech.ends.size()) * syllable_weight; }

unsigned weight(const Letters& letters) {
  unsigned sum = 0;
  for (std::size_t at = 0; at < letters.size; ++at) sum += letters.phones[at].weight;
  return sum;
}

namespace {

constexpr unsigned letters_ask_shift = 0, han_asks_shift = 24, first_shift = 48;
constexpr std::uint64_t other_first = std::uint64_t{1} << 15;  // a text that begins with a vowel or a weak consonant

std::uint64_t unary(const Class& folded, std::size_t count) {
  return ((std::uint64_t{1} << std::min<std::size_t>(count, folded.bits)) - 1) << folded.shift;
}

// How often the phones of one way to say a character meet a class.
std::size_t meets(const Class& folded, const Syllable& syllable) {
  return static_cast<std::size_t>(std::count_if(syllable.phones.begin(), syllable.phones.begin() + syllable.size,
                                                [&](const Phone& phone) { return holds(folded.han_that_meet, phone.sound); }));
}

bool strong_onset(const Syllable& syllable, unsigned least) { return syllable.has_onset && syllable.phones[0].weight >= least; }

std::uint64_t first_of(const Speech& speech) {
  const auto first = speech.syllables.begin(), end = first + speech.ends.front();
  if (!std::all_of(first, end, [](const Syllable& s) { return strong_onset(s, least_first); })) return first_bits;
  std::uint64_t bits = other_first;
  for (std::size_t at = 0; at < table().classes().size(); ++at) {
    const SoundSet open = table().classes()[at].onsets_that_open;
    if (std::any_of(first, end, [&](const Syllable& s) { return holds(open, s.phones[0].sound); })) bits |= std::uint64_t{1} << at;
  }
  return bits << first_shift;
}

}  // namespace

std::uint64_t signature(const Speech& speech) {
  std::uint64_t bits = first_of(speech);
  for (const Class& folded : table().classes()) {
    std::size_t met = 0, asked = 0;
    auto from = speech.syllables.begin();
    for (const std::uint16_t to : speech.ends) {
      const auto end = speech.syllables.begin() + to;
      std::size_t most = 0;
      bool always = true;
      for (; from != end; ++from) {
        most = std::max(most, meets(folded, *from));
        always = always && strong_onset(*from, least_unmet) && holds(folded.han, from->phones[0].sound);
      }
      met += most;
      asked += always;
    }
    bits |= unary(folded, met) << letters_ask_shift | unary(folded, asked) << han_asks_shift;
  }
  return bits;
}

std::uint64_t signature(const Letters& letters) {
  std::uint64_t bits = 0, first = other_first;
  const std::vector<Class>& classes = table().classes();
  for (std::size_t at = 0; at < classes.size(); ++at) {
    std::size_t met = 0, asked = 0;
    for (std::size_t p = 0; p < letters.size; ++p) {
      const Phone& phone = letters.phones[p];
      met += holds(classes[at].letters_that_meet, phone.sound);
      asked += phone.weight >= least_unmet && holds(classes[at].letters, phone.sound);
    }
    bits |= unary(classes[at], asked) << letters_ask_shift | unary(classes[at], met) << han_asks_shift;
    if (letters.phones[0].weight >= least_first && holds(classes[at].letters, letters.phones[0].sound)) first = std::uint64_t{1} << at;
  }
  return bits | first << first_shift;
}

}  // namespace marque::transcription
