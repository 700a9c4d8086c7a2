#include "words_data.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "marque/text/encoding.hpp"
#include "marque/text/readings.hpp"

namespace bench {

namespace {

constexpr std::size_t part_length = 3;       // letters that two names must share
constexpr std::size_t draws_per_pair = 1000;  // so that files without any partner end, too

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  std::exit(1);
}

std::ifstream opened(const std::string& path) {
  std::ifstream in(path);
  if (!in) fail("cannot read " + path);
  return in;
}

Script script_of(const std::string& name) {
  for (const Script script : {Script::chinese, Script::latin, Script::across}) {
    if (name == name_of(script)) return script;
  }
  fail("unknown script " + name);
}


bool is_letter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }

std::u32string letters_of(const std::string& name) {
  std::u32string letters;
  for (const char c : name) {
    const auto point = static_cast<char32_t>(static_cast<unsigned char>(c));
    if (is_letter(point)) letters += point | 0x20;
  }
  return letters;
}

std::u32string characters_of(const std::string& name) {
  std::u32string characters;
  const auto points = marque::decode_utf8(name);
  if (!points) return characters;
  for (const char32_t c : *points) {
    if (!marque::readings(c).empty()) characters += c;
  }
  return characters;
}

std::u32string pinyin_of(const std::string& name) {
  std::u32string pinyin;
  for (const char32_t c : characters_of(name)) {
    for (const char letter : marque::spelling(marque::readings(c)[0].syllable)) pinyin += static_cast<char32_t>(letter);
  }
  return pinyin;
}

struct Protocol {
  std::u32string (*first)(const std::string&);
  std::u32string (*second)(const std::string&);
  std::size_t part, shortest, longest, apart;
};

Protocol protocol_of(Script script) {
  switch (script) {
    case Script::chinese: return {characters_of, characters_of, 1, 2, 8, 1};
    case Script::latin: return {letters_of, letters_of, part_length, 4, 16, 2};
    case Script::across: return {pinyin_of, letters_of, part_length, 4, 16, 2};
  }
  return {};
}

using Sharing = std::unordered_map<std::u32string, std::vector<std::size_t>>;

/// Every part of a name, with the names that have it.
Sharing sharing_of(const std::vector<std::u32string>& texts, const Protocol& protocol) {
  Sharing sharing;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::u32string& text = texts[i];
    if (text.size() < protocol.shortest || text.size() > protocol.longest) continue;
    for (std::size_t at = 0; at + protocol.part <= text.size(); ++at) {
      auto& holders = sharing[text.substr(at, protocol.part)];
      if (holders.empty() || holders.back() != i) holders.push_back(i);
    }
  }
  return sharing;
}

bool near_in_length(const std::u32string& a, const std::u32string& b, std::size_t apart) {
  return std::max(a.size(), b.size()) - std::min(a.size(), b.size()) <= apart;
}

}  // namespace

std::string_view name_of(Script script) noexcept {
  switch (script) {
    case Script::chinese: return "zh";
    case Script::latin: return "latin";
    case Script::across: return "mixed";
  }
  return {};
}

std::vector<LabelledPair> read_pairs(const std::string& path) {
  std::ifstream in = opened(path);
  std::string line;
  std::getline(in, line);
  std::vector<LabelledPair> pairs;
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    LabelledPair pair;
    std::string label, script;
    for (std::string* field : {&pair.a, &pair.b, &label, &pair.ground, &script}) {
      if (!std::getline(fields, *field, '\t')) fail(path + ": short row: " + line);
    }
    std::getline(fields, pair.source, '\t');
    pair.similar = label == "similar";
    pair.script = script_of(script);
    pair.row = pairs.size() + 1;
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::vector<std::string> read_names(const std::string& path) {
  std::ifstream in = opened(path);
  std::vector<std::string> names;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) names.push_back(line);
  }
  return names;
}

void shuffle(std::vector<std::string>& names, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  for (std::size_t left = names.size(); left > 1; --left) std::swap(names[left - 1], names[random() % left]);
}

std::vector<NamePair> hard_negatives(Script script, const std::vector<std::string>& chinese,
                                     const std::vector<std::string>& latin, std::size_t count, std::uint64_t seed) {
  const Protocol protocol = protocol_of(script);
  const auto& firsts = script == Script::latin ? latin : chinese;
  const auto& seconds = script == Script::chinese ? chinese : latin;
  std::vector<std::u32string> texts;
  texts.reserve(seconds.size());
  for (const std::string& name : seconds) texts.push_back(protocol.second(name));
  const Sharing sharing = sharing_of(texts, protocol);

  std::mt19937_64 random(seed);
  std::vector<NamePair> pairs;
  for (std::size_t draw = 0; !firsts.empty() && pairs.size() < count && draw < count * draws_per_pair; ++draw) {
    const std::string& first = firsts[random() % firsts.size()];
    const std::u32string text = protocol.first(first);
    if (text.size() < protocol.shortest || text.size() > protocol.longest) continue;
    const auto found = sharing.find(text.substr(random() % (text.size() - protocol.part + 1), protocol.part));
    if (found == sharing.end()) continue;
    const std::size_t second = found->second[random() % found->second.size()];
    if (texts[second] == text || !near_in_length(texts[second], text, protocol.apart)) continue;
    pairs.push_back({first, seconds[second]});
  }
  return pairs;
}

}  // namespace bench
