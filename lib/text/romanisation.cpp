#include "marque/text/romanisation.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "text/code_point_map.hpp"
#include "text/romanisation_spellings.hpp"

MARQUE_EMBEDDED(marque_cantonese)
MARQUE_EMBEDDED(marque_pinyin_spellings)
MARQUE_EMBEDDED(marque_romanisation_places)
MARQUE_EMBEDDED(marque_romanisation_spellings)

namespace marque {

namespace {

constexpr std::size_t systems = 4;
constexpr std::array<std::string_view, systems> system_keys{"pinyin", "wade_giles", "postal", "cantonese"};
constexpr std::size_t longest_text = 16;
constexpr std::string_view pinyin_vowels = "aeiouv";
constexpr std::string_view jyutping_vowels = "aeiouy";

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> split;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    split.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return split;
}

/// The letters before the first vowel, and the rest; a syllable without vowel (m, ng) is all rhyme.
SyllableParts split(std::string_view syllable, std::string_view vowels) {
  const std::size_t vowel = syllable.find_first_of(vowels);
  if (vowel == std::string_view::npos) return {{}, syllable};
  return {syllable.substr(0, vowel), syllable.substr(vowel)};
}

struct Cantonese {
  struct Span {
    std::uint32_t first : 24;
    std::uint32_t count : 8;
  };

  Cantonese();

  std::vector<std::string_view> spellings;  // a CantoneseSyllable is a position here
  std::vector<CantoneseSyllable> readings;
  CodePointMap<Span> of_character;
};

Cantonese::Cantonese() {
  std::unordered_map<std::string_view, std::uint16_t> numbers;
  for_each_row(embedded(marque_cantonese, marque_cantonese_end), [&](const auto& row) {
    const auto first = static_cast<std::uint32_t>(readings.size());
    for (const std::string_view spelled : words(row[1])) {
      const auto [found, added] = numbers.try_emplace(spelled, static_cast<std::uint16_t>(spellings.size()));
      if (added) spellings.push_back(spelled);
      readings.push_back(CantoneseSyllable{found->second});
    }
    const std::size_t count = readings.size() - first;
    of_character.set((*decode_utf8(row[0]))[0], {first & 0xFFFFFF, static_cast<std::uint8_t>(count)});
  });
}

const Cantonese& cantonese() {
  static const Cantonese loaded;
  return loaded;
}

std::size_t number_of(CantoneseSyllable syllable) { return static_cast<std::size_t>(syllable); }

// The spellings of every syllable in every system.
class Spellings {
 public:
  Spellings();

  const std::vector<std::string>& mandarin(Romanisation system, Syllable syllable) const {
    return mandarin_[static_cast<std::size_t>(system)][syllable];
  }
  const std::vector<std::string>& cantonese(CantoneseSyllable syllable) const { return cantonese_[number_of(syllable)]; }

 private:
  using Key = std::pair<std::string_view, std::string_view>;  // part, syllable or onset or rhyme
  using Rules = std::map<Key, std::vector<std::string_view>>;

  static std::vector<std::string> spell(const Rules& rules, std::string_view syllable, std::string_view vowels);

  std::array<std::vector<std::vector<std::string>>, systems> mandarin_;
  std::vector<std::vector<std::string>> cantonese_;
};

std::vector<std::string> Spellings::spell(const Rules& rules, std::string_view syllable, std::string_view vowels) {
  const auto look_up = [&](std::string_view part, std::string_view text) {
    const auto found = rules.find({part, text});
    return found == rules.end() ? std::vector<std::string_view>{text} : found->second;
  };
  if (const auto whole = rules.find({"syllable", syllable}); whole != rules.end())
    return {whole->second.begin(), whole->second.end()};
  std::vector<std::string> spelled;
  const SyllableParts parts = split(syllable, vowels);
  for (const std::string_view rhyme : look_up("rhyme", parts.rhyme)) {
    for (const std::string_view onset : look_up("onset", parts.onset)) spelled.push_back(std::string(onset).append(rhyme));
  }
  return spelled;
}

Spellings::Spellings() {
  std::array<Rules, systems> rules;
  for_each_row(embedded(marque_romanisation_spellings, marque_romanisation_spellings_end), [&](const auto& row) {
    const auto system = std::find(system_keys.begin(), system_keys.end(), row[0]) - system_keys.begin();
    rules[static_cast<std::size_t>(system)][{row[1], row[2]}] = words(row[3]);
  });
  for (std::size_t system = 0; system + 1 < systems; ++system) {
    for (std::size_t number = 0; number < syllable_count(); ++number)
      mandarin_[system].push_back(spell(rules[system], spelling(static_cast<Syllable>(number)), pinyin_vowels));
  }
  for (const std::string_view spelled : marque::cantonese().spellings)
    cantonese_.push_back(spell(rules.back(), spelled, jyutping_vowels));
}

const Spellings& spellings() {
  static const Spellings loaded;
  return loaded;
}

using Places = std::map<std::u32string, std::vector<std::string_view>, std::less<>>;

const Places& places() {
  static const Places loaded = [] {
    Places read;
    for_each_row(embedded(marque_romanisation_places, marque_romanisation_places_end),
                 [&](const auto& row) { read[*decode_utf8(row[0])] = words(row[1]); });
    return read;
  }();
  return loaded;
}

template <class Spelled>
void for_each_spelling(Romanisation system, char32_t character, Spelled&& spelled) {
  if (system == Romanisation::cantonese) {
    for (const CantoneseSyllable reading : cantonese_readings(character)) {
      for (const std::string& letters : spellings().cantonese(reading)) spelled(letters);
    }
    return;
  }
  for (const Reading reading : readings(character)) {
    for (const std::string& letters : spellings().mandarin(system, reading.syllable)) spelled(letters);
  }
}

bool same_letter(char spelled, char32_t letter) {
  return static_cast<char32_t>(spelled) == letter || (spelled == 'v' && letter == U'u');
}

bool spelled_at(std::u32string_view letters, std::string_view syllable) {
  return letters.size() >= syllable.size() && std::equal(syllable.begin(), syllable.end(), letters.begin(), same_letter);
}

// Which places in the letters the spellings of the text so far may end at.
class Reach {
 public:
  explicit Reach(std::u32string_view letters) : letters_(letters), at_(letters.size() + 1) {}

  void start() { at_[0] = true; }

  void extend(const Reach& from, std::string_view spelled) {
    for (std::size_t at = 0; at + spelled.size() < at_.size(); ++at) {
      if (from.at_[at] && spelled_at(letters_.substr(at), spelled)) at_[at + spelled.size()] = true;
    }
  }

  bool whole() const { return at_.back(); }
  bool none() const { return std::find(at_.begin(), at_.end(), true) == at_.end(); }

 private:
  std::u32string_view letters_;
  std::vector<bool> at_;
};

bool spells_in(Romanisation system, std::u32string_view han, std::u32string_view letters) {
  std::vector<Reach> reach(han.size() + 1, Reach(letters));
  reach[0].start();
  for (std::size_t i = 0; i < han.size(); ++i) {
    if (reach[i].none()) continue;
    for_each_spelling(system, han[i], [&](std::string_view spelled) { reach[i + 1].extend(reach[i], spelled); });
    if (system != Romanisation::postal) continue;
    for (const auto& [place, names] : places()) {
      if (!han.substr(i).starts_with(place)) continue;
      for (const std::string_view spelled : names) reach[i + place.size()].extend(reach[i], spelled);
    }
  }
  return reach.back().whole();
}

// The spellings of a text in one system: those of a place that stands at its front, then each choice of a syllable
// in turn with the usual one elsewhere, so that every reading is seen before two rare ones meet.
void enumerate(Romanisation system, std::u32string_view han, std::size_t most, std::vector<std::string>& found) {
  std::vector<std::vector<std::string>> choices;
  for (std::size_t i = 0; i < han.size();) {
    std::vector<std::string> choice;
    std::size_t length = 1;
    for (const auto& [place, names] : places()) {
      if (system != Romanisation::postal || !han.substr(i).starts_with(place)) continue;
      choice.assign(names.begin(), names.end());
      length = place.size();
    }
    if (choice.empty()) for_each_spelling(system, han[i], [&](const std::string& spelled) { choice.push_back(spelled); });
    if (choice.empty()) return;
    choices.push_back(std::move(choice));
    i += length;
  }
  const auto add = [&](std::size_t other, std::size_t which) {
    std::string spelled;
    for (std::size_t i = 0; i < choices.size(); ++i) spelled += choices[i][i == other ? which : 0];
    if (found.size() < most && std::find(found.begin(), found.end(), spelled) == found.end()) found.push_back(spelled);
  };
  add(choices.size(), 0);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    for (std::size_t which = 1; which < choices[i].size(); ++which) add(i, which);
  }
}

// Every pinyin syllable, for a walk along letters.
const std::vector<std::vector<std::string_view>>& pinyin_by_letter() {
  static const auto sorted = [] {
    std::vector<std::vector<std::string_view>> read(26);
    for (std::size_t number = 0; number < syllable_count(); ++number) {
      const std::string_view spelled = spelling(static_cast<Syllable>(number));
      if (spelled.find_first_of(pinyin_vowels) != std::string_view::npos)
        read[static_cast<std::size_t>(spelled.front() - 'a')].push_back(spelled);
    }
    return read;
  }();
  return sorted;
}

}  // namespace

std::vector<std::string_view> spellings_of(char32_t character) {
  std::vector<std::string_view> found;
  for (std::size_t system = 0; system < systems; ++system)
    for_each_spelling(static_cast<Romanisation>(system), character, [&](const std::string& letters) { found.push_back(letters); });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

const std::map<std::u32string, std::vector<std::string_view>, std::less<>>& place_spellings() { return places(); }

bool spells(char spelled, char32_t letter) noexcept { return same_letter(spelled, letter); }

std::string_view name(Romanisation system) noexcept {
  constexpr std::array<std::string_view, systems> names{"pinyin", "Wade–Giles", "postal", "Cantonese"};
  return names[static_cast<std::size_t>(system)];
}

std::vector<RomanisedText> romanisations(std::u32string_view han, std::size_t most) {
  std::vector<RomanisedText> all;
  if (han.empty()) return all;
  for (std::size_t system = 0; system < systems; ++system) {
    std::vector<std::string> found;
    enumerate(static_cast<Romanisation>(system), han.substr(0, longest_text), most, found);
    for (std::string& letters : found) {
      const auto same = [&](const RomanisedText& known) { return known.letters == letters; };
      if (std::none_of(all.begin(), all.end(), same)) all.push_back({std::move(letters), static_cast<Romanisation>(system)});
    }
  }
  return all;
}

std::optional<Romanisation> romanised_as(std::u32string_view han, std::u32string_view letters) {
  if (han.empty()) return std::nullopt;
  for (std::size_t system = 0; system < systems; ++system) {
    if (spells_in(static_cast<Romanisation>(system), han, letters)) return static_cast<Romanisation>(system);
  }
  return std::nullopt;
}

bool reads_as_pinyin(std::u32string_view letters) {
  constexpr std::size_t longest = 63;
  if (letters.empty() || letters.size() > longest) return false;
  std::uint64_t reached = 1;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if ((reached >> at & 1) == 0 || letters[at] < U'a' || letters[at] > U'z') continue;
    for (const std::string_view syllable : pinyin_by_letter()[letters[at] - U'a']) {
      if (spelled_at(letters.substr(at), syllable)) reached |= std::uint64_t{1} << (at + syllable.size());
    }
  }
  return (reached >> letters.size() & 1) != 0;
}

SyllableParts pinyin_parts(Syllable syllable) noexcept {
  static const auto parts = [] {
    std::map<std::string_view, SyllableParts> special;
    for_each_row(embedded(marque_pinyin_spellings, marque_pinyin_spellings_end),
                 [&](const auto& row) { special[row[0]] = {row[1] == "-" ? std::string_view{} : row[1], row[2]}; });
    std::vector<SyllableParts> all;
    for (std::size_t number = 0; number < syllable_count(); ++number) {
      const std::string_view spelled = spelling(static_cast<Syllable>(number));
      SyllableParts read = split(spelled, pinyin_vowels);
      if (const auto whole = special.find(spelled); whole != special.end()) read = whole->second;
      else if (const auto rhyme = special.find(read.rhyme); rhyme != special.end()) read.rhyme = rhyme->second.rhyme;
      all.push_back(read);
    }
    return all;
  }();
  return parts[syllable];
}

std::span<const CantoneseSyllable> cantonese_readings(char32_t character) noexcept {
  const Cantonese& known = cantonese();
  const Cantonese::Span span = known.of_character[character];
  return {known.readings.data() + span.first, span.count};
}

std::size_t cantonese_syllable_count() noexcept { return cantonese().spellings.size(); }

std::string_view spelling(CantoneseSyllable syllable) noexcept { return cantonese().spellings[number_of(syllable)]; }

SyllableParts cantonese_parts(CantoneseSyllable syllable) noexcept {
  const std::string_view spelled = spelling(syllable);
  return split(spelled, jyutping_vowels);
}

}  // namespace marque
