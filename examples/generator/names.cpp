#include "names.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace {

using marque::SignType;

void add(CoinedName& name, const Syllable& syllable) {
  name.text += syllable.text;
  name.reading += (name.reading.empty() ? "" : " ") + syllable.reading;
}

CoinedName coin_characters(Random& random, int count) {
  CoinedName name;
  for (int i = 1; i < count; ++i) add(name, random.pick(coinage().first));
  add(name, random.pick(coinage().last));
  return name;
}

/// Three syllables: short words of two would often be somebody's.
std::string coin_word(Random& random) {
  std::string word;
  while (word.size() < 7) {
    word += random.pick(coinage().onsets);
    word += random.pick(coinage().nuclei);
    if (random.chance(350)) word += random.pick(coinage().codas);
  }
  word.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(word.front())));
  return word;
}

std::string in_capitals(std::string_view reading) {
  std::string letters;
  for (const char c : reading)
    if (c != ' ') letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return letters;
}

CoinedName coin_long(Random& random, const Trade& trade) {
  CoinedName name;
  if (random.chance(300)) {
    add(name, random.pick(coinage().place));
    const CoinedName rest = coin_characters(random, 2);
    return {name.text + rest.text, name.reading + " " + rest.reading, name.signs};
  }
  name = coin_characters(random, 2);
  if (random.chance(450)) return {name.text + random.pick(trade.suffixes), {}, name.signs};
  const CoinedName rest = coin_characters(random, 2);
  return {name.text + rest.text, name.reading + " " + rest.reading, name.signs};
}

CoinedName coin_bilingual(Random& random) {
  CoinedName name = coin_characters(random, random.between(2, 3));
  name.text += " " + (random.chance(600) ? in_capitals(name.reading) : coin_word(random));
  name.signs.push_back(SignType::letters);
  return name;
}

/// The characters of a UTF-8 text.
std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> result;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (!continues) result.emplace_back();
    result.back() += c;
  }
  return result;
}

}  // namespace

CoinedName coin_house_name(Random& random) { return coin_characters(random, random.chance(600) ? 2 : 3); }

CoinedName coin_mark(Random& random, const Trade& trade) {
  constexpr std::array shares{35, 35, 15, 8, 7};
  switch (random.weighted(shares)) {
    case 0: return coin_characters(random, 2);
    case 1: return coin_characters(random, 3);
    case 2: return coin_long(random, trade);
    case 3: return coin_bilingual(random);
    default: return {coin_word(random), {}, {SignType::letters}};
  }
}

CoinedName coin_near(Random& random, const Trade& trade, const CoinedName& other) {
  std::vector<std::string> parts = characters(other.text);
  const bool latin = other.signs.front() == SignType::letters;
  if (latin) {
    parts[parts.size() - 1 - random.below(3)] = random.pick(coinage().nuclei);
  } else if (random.chance(300)) {
    return {other.text + random.pick(trade.suffixes), {}, other.signs};
  } else if (parts.size() == 2 && random.chance(200)) {
    std::swap(parts[0], parts[1]);
  } else {
    for (std::string& part : parts)
      if (const auto kin = coinage().kin.find(part); kin != coinage().kin.end()) {
        part = kin->second;
        break;
      }
  }
  CoinedName near{{}, {}, other.signs};
  for (const std::string& part : parts) near.text += part;
  return near;
}
