#include "search/meaning_probe.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "scoring/meaning_weights.hpp"
#include "search/meaning_table.hpp"
#include "search/postings.hpp"

namespace marque {

namespace {

constexpr float rounding = 1e-5f;

/// What the elements of a name are worth, by as many bits of their hashes as a tag has: of several that share them the most.
/// In 255ths, rounded up; 0 is unknown.
class Worths {
 public:
  void add(std::uint32_t hash, float worth) {
    const auto whole = static_cast<std::uint8_t>(std::min(255.0f, std::ceil(worth * 255)));
    for (unsigned bits = 1; bits <= meaning_tag::other_bits; ++bits) {
      std::uint8_t& known = worths_[first(bits) + meaning_tag::kept(hash, bits)];
      known = std::max(known, whole);
    }
  }

  std::uint8_t operator()(unsigned bits, std::uint32_t kept) const { return worths_[first(bits) + kept]; }

 private:
  static constexpr std::size_t first(unsigned bits) { return std::size_t{1} << bits; }

  std::vector<std::uint8_t> worths_ = std::vector<std::uint8_t>(first(meaning_tag::other_bits + 1));
};

constexpr float share(unsigned worth) { return static_cast<float>(worth) / 255; }

/// Rows by the most they can score, in steps.
class Bounded {
 public:
  explicit Bounded(float floor) : floor_(floor) {}

  void add(float bound, std::uint32_t row) {
    if (bound < floor_ - rounding) return;
    steps_[static_cast<std::size_t>(std::clamp(bound, 0.0f, 1.0f) * most)].push_back(row);
  }

  /// The highest first, while the floor lets them in.
  void give(RowSink& sink) const {
    for (std::size_t step = most + 1; step-- > 0;) {
      std::span<const std::uint32_t> rows = steps_[step];
      while (!rows.empty()) {
        if (static_cast<float>(step + 1) / most < sink.floors()[Likeness::meaning]) return;
        sink.take(rows.first(std::min(scan_batch, rows.size())));
        rows = rows.subspan(std::min(scan_batch, rows.size()));
      }
    }
  }

 private:
  static constexpr std::size_t most = 128;
  float floor_;
  std::array<std::vector<std::uint32_t>, most + 1> steps_;
};

/// Words by hash, with what each is worth.
struct WordKeys {
  explicit WordKeys(std::span<const MeaningKeys::Word> words) {
    for (const auto& word : words) {
      const std::uint32_t hash = word_hash(word.text);
      hashes.push_back(hash);
      keys.push_back(&word);
      worths.add(hash, word.gain);
    }
  }

  std::vector<std::uint32_t> hashes;
  std::vector<const MeaningKeys::Word*> keys;
  Worths worths;
};

/// Pairs of characters that can both lie in translated words.
class CharacterPairs {
 public:
  explicit CharacterPairs(std::span<const MeaningKeys::Chinese> words) {
    std::vector<Group> groups;
    for (const auto& word : words) {
      inside(word);
      add_to_group(groups, word);
    }
    for (Group& group : groups) group.settle();
    for (const Group& one : groups) {
      for (const Group& other : groups) {
        if ((one.words & other.words) == 0) between(one, other);
      }
    }
  }

  std::vector<std::uint32_t> hashes;
  std::vector<float> likenesses;   // of both together
  Worths worths;

 private:
  struct Character {
    char32_t character;
    float likeness;
  };

  /// Characters of words that translate the same words of the query.
  struct Group {
    std::uint8_t words = 0;
    std::vector<Character> first, last, any;

    void settle() {
      for (auto* list : {&first, &last, &any}) {
        std::sort(list->begin(), list->end(), [](const Character& a, const Character& b) {
          return a.character != b.character ? a.character < b.character : a.likeness > b.likeness;
        });
        list->erase(std::unique(list->begin(), list->end(), [](const Character& a, const Character& b) { return a.character == b.character; }),
                    list->end());
      }
    }
  };

  void add(char32_t first, char32_t second, std::size_t apart, float likeness) {
    hashes.push_back(pair_hash(first, second, apart));
    likenesses.push_back(likeness);
  }

  void inside(const MeaningKeys::Chinese& word) {
    for (std::size_t at = 0; at < word.text.size(); ++at) {
      worths.add(character_hash(word.text[at]), word.likeness);
      for (std::size_t apart = 1; apart <= 2 && at + apart < word.text.size(); ++apart)
        add(word.text[at], word.text[at + apart], apart, 2 * word.likeness);
    }
  }

  static void add_to_group(std::vector<Group>& groups, const MeaningKeys::Chinese& word) {
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& one) { return one.words == word.words; });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{word.words, {}, {}, {}});
    group->first.push_back({word.text.front(), word.likeness});
    group->last.push_back({word.text.back(), word.likeness});
    for (const char32_t character : word.text) group->any.push_back({character, word.likeness});
  }

  void between(const Group& one, const Group& other) {
    for (const Character& x : one.last) {
      for (const Character& y : other.first) add(x.character, y.character, 1, x.likeness + y.likeness);
    }
    for (const Character& x : one.any) {
      for (const Character& y : other.any) add(x.character, y.character, 2, x.likeness + y.likeness);
    }
  }
};

class MeaningProbe final : public Probe {
 public:
  explicit MeaningProbe(const MeaningKeys& keys)
      : keys_(keys), translations_(keys.translations()), synonyms_(keys.synonyms()), pairs_(keys.chinese()) {}

  std::string_view name() const noexcept override { return "meaning"; }
  Element element() const noexcept override { return Element::meaning; }
  std::vector<std::size_t> pieces(const PartTables&) const override { return {0}; }

  void scan(const PartTables& tables, std::span<const std::size_t>, RowSink& sink) const override {
    const float floor = std::max(sink.floors()[Likeness::meaning], weights::least_meaning);
    if (floor > 1) return;
    Bounded rows(floor);
    translated_by_words(tables.meaning, rows);
    synonyms(tables.meaning, rows);
    whole_names(tables.meaning, floor, rows);
    translated_by_characters(tables.meaning, rows);
    rows.give(sink);
  }

 private:
  void translated_by_words(const MeaningTable& table, Bounded& rows) const {
    table.look_up(translations_.hashes, [&](std::size_t key, const MeaningEntry& entry) {
      const std::size_t words = meaning_tag::count(entry.tag);
      if (words == 0) return rows.add(1, entry.row);
      float gains = translations_.keys[key]->gain;
      std::size_t met = 1;
      meaning_tag::for_each_other(entry.tag, words - 1, [&](unsigned bits, std::uint32_t kept) {
        const unsigned worth = translations_.worths(bits, kept);
        gains += share(worth);
        met += worth > 0 ? 1 : 0;
      });
      rows.add(MeaningKeys::translation_bound(gains, met, words), entry.row);
    });
  }

  void synonyms(const MeaningTable& table, Bounded& rows) const {
    constexpr unsigned own_word = 255;
    table.look_up(synonyms_.hashes, [&](std::size_t key, const MeaningEntry& entry) {
      const std::size_t words = meaning_tag::count(entry.tag);
      if (words == 0) return rows.add(1, entry.row);
      std::size_t own = synonyms_.keys[key]->own ? 1 : 0;
      float likeness = own > 0 ? 0 : synonyms_.keys[key]->gain;
      bool all = true;
      meaning_tag::for_each_other(entry.tag, words - 1, [&](unsigned bits, std::uint32_t kept) {
        const unsigned worth = synonyms_.worths(bits, kept);
        all = all && worth > 0;
        if (worth == own_word) ++own;
        else likeness = std::max(likeness, share(worth));
      });
      if (all) rows.add(keys_.synonym_bound(likeness, own, words), entry.row);
    });
  }

  void whole_names(const MeaningTable& table, float floor, Bounded& rows) const {
    std::vector<std::uint32_t> hashes, tags;
    std::vector<float> scores;
    for (std::size_t number = 0; number < keys_.names(); ++number) {
      const auto [text, score] = keys_.name(number);
      if (score < floor - rounding) continue;
      const auto keys = character_keys(text);
      // Of pairs that all must be there, the one that the fewest names have; with a few to ask, any will do.
      const auto fewest = keys.size() < 2 ? keys.begin() : std::min_element(keys.begin(), keys.end(), [&](const TaggedKey& a, const TaggedKey& b) {
        return table.under(a.hash).size() < table.under(b.hash).size();
      });
      hashes.push_back(fewest->hash);
      tags.push_back(fewest->tag);
      scores.push_back(score);
    }
    table.look_up(hashes, [&](std::size_t key, const MeaningEntry& entry) {
      if (entry.tag == tags[key]) rows.add(scores[key], entry.row);
    });
  }

  void translated_by_characters(const MeaningTable& table, Bounded& rows) const {
    table.look_up(pairs_.hashes, [&](std::size_t key, const MeaningEntry& entry) {
      const std::size_t characters = meaning_tag::count(entry.tag);
      if (characters < 2) return;
      float likenesses = pairs_.likenesses[key];
      std::size_t met = 2;
      meaning_tag::for_each_other(entry.tag, characters - 2, [&](unsigned bits, std::uint32_t kept) {
        const unsigned worth = pairs_.worths(bits, kept);
        likenesses += share(worth);
        met += worth > 0 ? 1 : 0;
      });
      rows.add(keys_.chinese_bound(likenesses, met, characters), entry.row);
    });
  }

  const MeaningKeys& keys_;
  WordKeys translations_, synonyms_;
  CharacterPairs pairs_;
};

}  // namespace

std::unique_ptr<Probe> meaning_probe(const MeaningKeys& keys) { return std::make_unique<MeaningProbe>(keys); }

}  // namespace marque
