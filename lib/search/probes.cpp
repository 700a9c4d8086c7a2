#include "search/probes.hpp"

#include <algorithm>
#include <cstdint>

#include "scoring/characters.hpp"
#include "scoring/letters.hpp"

namespace marque {

namespace {

std::size_t distance(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

std::vector<std::size_t> nearest_first(std::vector<std::size_t> lengths, std::size_t own) {
  std::stable_sort(lengths.begin(), lengths.end(),
                   [&](std::size_t a, std::size_t b) { return distance(a, own) < distance(b, own); });
  return lengths;
}

std::optional<unsigned> lesser(std::optional<unsigned> a, std::optional<unsigned> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

/// Chinese characters by look and sound, whole names and their cores.
class CharacterProbe final : public Probe {
 public:
  explicit CharacterProbe(const NameView& query) : whole_(query.han), core_(query.core_han), best_(whole_.best_likenesses()) {
    if (query.core_han == query.han) return;
    const auto core = core_.best_likenesses();
    std::transform(best_.begin(), best_.end(), core.begin(), best_.begin(), [](auto a, auto b) { return std::max(a, b); });
  }

  std::optional<unsigned> least(const Floors& floors, std::size_t length) const override {
    const CharacterLikeness floor{floors[Likeness::characters_look], floors[Likeness::characters_sound],
                                  floors[Likeness::characters_mixed], floors[Likeness::characters_part]};
    return lesser(whole_.least_sum(floor, length), core_.least_sum(floor, length));
  }
  std::vector<std::size_t> lengths(const PartTables& tables) const override {
    return nearest_first(tables.characters.lengths(), whole_.length());
  }
  void scan(const PartTables& tables, std::span<const std::size_t> lengths, ScanSink& sink) const override {
    tables.characters.scan(best_, lengths, sink);
  }

 private:
  CharacterMatcher whole_, core_;
  std::vector<std::uint8_t> best_;   // of both
};

/// Letters by look, whole names and their cores.
class LookProbe final : public Probe {
 public:
  explicit LookProbe(const NameView& query)
      : whole_(query.latin), core_(query.core_latin), signature_(look_signature(query.latin)) {}

  std::optional<unsigned> least(const Floors& floors, std::size_t length) const override {
    if (length == longest_letters) return 0;
    const LetterLikeness floor{floors[Likeness::letters_look], floors[Likeness::letters_sound], floors[Likeness::letters_mixed],
                               floors[Likeness::letters_part]};
    return lesser(least_common_look(floor, whole_, length), least_common_look(floor, core_, length));
  }
  std::vector<std::size_t> lengths(const PartTables& tables) const override {
    return nearest_first(tables.look.lengths(), whole_.size());
  }
  void scan(const PartTables& tables, std::span<const std::size_t> lengths, ScanSink& sink) const override {
    tables.look.scan(signature_, lengths, sink);
  }

 private:
  std::u32string whole_, core_;
  std::uint64_t signature_;   // of the whole, which has all letters of the core
};

/// Letters by sound.
class SoundProbe final : public Probe {
 public:
  explicit SoundProbe(const NameView& query) : phones_(query.phones), signature_(sound_signature(query.phones)) {}

  std::optional<unsigned> least(const Floors& floors, std::size_t length) const override {
    if (length == longest_letters) return 0;
    return least_common_sound(floors[Likeness::letters_sound], phones_, length);
  }
  std::vector<std::size_t> lengths(const PartTables& tables) const override {
    return nearest_first(tables.sound.lengths(), phones_.size());
  }
  void scan(const PartTables& tables, std::span<const std::size_t> lengths, ScanSink& sink) const override {
    tables.sound.scan(signature_, lengths, sink);
  }

 private:
  std::u32string phones_;
  std::uint64_t signature_;
};

/// Every name that has characters, for a query of letters, and every name that has letters, for one of characters: what is known
/// of sound and meaning across the two rules none out.
class OtherScriptProbe final : public Probe {
 public:
  explicit OtherScriptProbe(const NameView& query) : characters_(query.han.empty()) {}

  std::optional<unsigned> least(const Floors& floors, std::size_t) const override {
    const bool within_reach = floors[Likeness::across_sound] <= 1 || floors[Likeness::meaning] <= 1;
    return within_reach ? std::optional(0u) : std::nullopt;
  }
  std::vector<std::size_t> lengths(const PartTables& tables) const override {
    return characters_ ? tables.characters.lengths() : tables.look.lengths();
  }
  void scan(const PartTables& tables, std::span<const std::size_t> lengths, ScanSink& sink) const override {
    if (characters_) {
      tables.characters.scan({}, lengths, sink);
    } else {
      tables.look.scan(0, lengths, sink);
    }
  }

 private:
  bool characters_;
};

}  // namespace

std::vector<std::unique_ptr<Probe>> probes_of(const NameView& query) {
  std::vector<std::unique_ptr<Probe>> probes;
  if (!query.han.empty()) probes.push_back(std::make_unique<CharacterProbe>(query));
  if (!query.latin.empty()) {
    probes.push_back(std::make_unique<LookProbe>(query));
    probes.push_back(std::make_unique<SoundProbe>(query));
  }
  probes.push_back(std::make_unique<OtherScriptProbe>(query));
  return probes;
}

}  // namespace marque
