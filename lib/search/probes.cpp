#include "search/probes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

#include "scoring/across.hpp"
#include "scoring/characters.hpp"
#include "scoring/letters.hpp"
#include "scoring/meaning_weights.hpp"
#include "scoring/weights.hpp"
#include "search/letter_walk.hpp"
#include "text/character_code.hpp"

namespace marque {

namespace {

constexpr float rounding = 1e-5f;

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

LetterLikeness letter_floors(const Floors& floors) {
  return {floors[Likeness::letters_look], floors[Likeness::letters_sound], floors[Likeness::letters_mixed], floors[Likeness::letters_part]};
}

/// A probe of rows by length: those that reach a least measure.
class LengthProbe : public Probe {
 public:
  void scan(const PartTables& tables, std::span<const std::size_t> lengths, RowSink& sink) const override {
    Relay relay(*this, sink);
    scan_rows(tables, lengths, relay);
  }

 protected:
  /// The least measure of rows of a length without which none of the ways that this table answers for reaches its
  /// floor; unset where none can.
  virtual std::optional<unsigned> least(const Floors& floors, std::size_t length) const = 0;
  virtual void scan_rows(const PartTables& tables, std::span<const std::size_t> lengths, ScanSink& sink) const = 0;

 private:
  class Relay final : public ScanSink {
   public:
    Relay(const LengthProbe& probe, RowSink& sink) : probe_(probe), sink_(sink) {}

    std::optional<unsigned> least(std::size_t length) override { return probe_.least(sink_.floors(), length); }
    void take(std::span<const TableHit> hits) override {
      std::array<std::uint32_t, scan_batch> rows;
      std::transform(hits.begin(), hits.end(), rows.begin(), [](const TableHit& hit) { return hit.reference; });
      sink_.take(std::span(rows).first(hits.size()));
    }

   private:
    const LengthProbe& probe_;
    RowSink& sink_;
  };
};

/// Chinese characters by look and sound, whole names and their cores.
class CharacterProbe final : public LengthProbe {
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
  std::string_view name() const noexcept override { return "characters"; }
  std::vector<std::size_t> pieces(const PartTables& tables) const override {
    return nearest_first(tables.characters.lengths(), whole_.length());
  }
  void scan_rows(const PartTables& tables, std::span<const std::size_t> lengths, ScanSink& sink) const override {
    tables.characters.scan(best_, lengths, sink);
  }

 private:
  CharacterMatcher whole_, core_;
  std::vector<std::uint8_t> best_;   // of both
};

/// Hands rows of a table of letters on.
class LetterRelay final : public LetterSink {
 public:
  LetterRelay(RowSink& sink, int (*least_of)(const LetterLikeness&)) : sink_(sink), least_of_(least_of) {}

  int least() override { return least_of_(letter_floors(sink_.floors())); }
  void take(std::span<const std::uint32_t> references) override { sink_.take(references); }

 private:
  RowSink& sink_;
  int (*least_of_)(const LetterLikeness&);
};

/// Letters by look, whole names and their cores.
class LookProbe final : public Probe {
 public:
  explicit LookProbe(const NameView& query) : whole_(query.latin), core_(query.core_latin) {}

  std::string_view name() const noexcept override { return "letters by look"; }
  std::vector<std::size_t> pieces(const PartTables& tables) const override {
    return nearest_first(tables.look.lengths(), letter_units(LetterView::look, whole_));
  }
  void scan(const PartTables& tables, std::span<const std::size_t> lengths, RowSink& sink) const override {
    LetterRelay relay(sink, least_look);
    tables.look.scan(whole_, lengths, relay);
    if (core_ != whole_) tables.look.scan(core_, lengths, relay);
  }

 private:
  std::u32string whole_, core_;
};

/// Letters by sound.
class SoundProbe final : public Probe {
 public:
  explicit SoundProbe(const NameView& query) : phones_(query.phones) {}

  std::string_view name() const noexcept override { return "letters by sound"; }
  std::vector<std::size_t> pieces(const PartTables& tables) const override {
    return nearest_first(tables.sound.lengths(), letter_units(LetterView::sound, phones_));
  }
  void scan(const PartTables& tables, std::span<const std::size_t> lengths, RowSink& sink) const override {
    LetterRelay relay(sink, least_sound);
    tables.sound.scan(phones_, lengths, relay);
  }

 private:
  std::u32string phones_;
};

/// Letters by parts. The table is one piece.
class PartProbe final : public Probe {
 public:
  explicit PartProbe(const NameView& query) : query_(owned(query)) {}

  std::string_view name() const noexcept override { return "letters by parts"; }
  std::vector<std::size_t> pieces(const PartTables&) const override { return {0}; }
  void scan(const PartTables& tables, std::span<const std::size_t>, RowSink& sink) const override {
    LetterRelay relay(sink, least_part);
    tables.parts.scan(query_.view(), relay);
  }

 private:
  ComparableName query_;
};

/// Characters against letters, by sound. The table is one piece.
class AcrossProbe final : public Probe {
 public:
  explicit AcrossProbe(const NameView& query) : query_(owned(query)) {}

  std::string_view name() const noexcept override { return "across"; }
  std::vector<std::size_t> pieces(const PartTables&) const override { return {0}; }
  void scan(const PartTables& tables, std::span<const std::size_t>, RowSink& sink) const override {
    if (floor_of(sink) > 1) return;
    Relay relay(sink);
    tables.across.scan(query_.view(), relay);
  }

 private:
  static float floor_of(const RowSink& sink) {
    return std::max(sink.floors()[Likeness::across_sound] / weights::romanised - rounding, static_cast<float>(across_least_percent) / 100);
  }

  class Relay final : public AcrossSink {
   public:
    explicit Relay(RowSink& sink) : sink_(sink) {}

    float floor() override { return floor_of(sink_); }
    void take(std::span<const AcrossHit> hits) override {
      std::array<std::uint32_t, scan_batch> rows;
      std::transform(hits.begin(), hits.end(), rows.begin(), [](const AcrossHit& hit) { return hit.reference; });
      sink_.take(std::span(rows).first(hits.size()));
    }

   private:
    RowSink& sink_;
  };

  ComparableName query_;
};

/// Characters by meaning: names that hold one of some Chinese words.
class ChineseMeaningProbe final : public LengthProbe {
 public:
  ChineseMeaningProbe(const NameView& query, const MeaningMatcher& meaning)
      : known_(character_codes()), translates_(!query.words.empty()) {
    const auto mark = [&](std::u32string_view text) {
      for (const char32_t character : text) known_[character_code(character)] = whole;
    };
    for (const std::u32string& word : meaning.chinese()) mark(word);
    mark(query.core_han);
    known_[0] = whole;
  }

  /// Of a translation at least as great a share of the characters is translated (meaning_cover.hpp); of two Chinese names, what
  /// does not stand in both is a word and its synonym (meaning_synonyms.hpp).
  std::optional<unsigned> least(const Floors& floors, std::size_t length) const override {
    const float floor = std::max(floors[Likeness::meaning], weights::least_meaning);
    if (floor > 1 || length > weights::longest_meaning_han) return {};
    const float known = translates_ ? std::ceil(floor * static_cast<float>(length) - rounding) : static_cast<float>(length);
    return whole * static_cast<unsigned>(known);
  }
  std::string_view name() const noexcept override { return "meaning"; }
  std::vector<std::size_t> pieces(const PartTables& tables) const override { return tables.characters.lengths(); }
  void scan_rows(const PartTables& tables, std::span<const std::size_t> lengths, ScanSink& sink) const override {
    tables.characters.scan(known_, lengths, sink);
  }

 private:
  static constexpr std::uint8_t whole = 255;
  std::vector<std::uint8_t> known_;   // by character code
  bool translates_;                   // the query has words that Chinese ones may translate
};

}  // namespace

std::vector<std::unique_ptr<Probe>> probes_of(const NameView& query, const MeaningMatcher& meaning) {
  std::vector<std::unique_ptr<Probe>> probes;
  if (!query.han.empty()) probes.push_back(std::make_unique<CharacterProbe>(query));
  if (!query.latin.empty()) {
    probes.push_back(std::make_unique<LookProbe>(query));
    probes.push_back(std::make_unique<SoundProbe>(query));
    probes.push_back(std::make_unique<PartProbe>(query));
  }
  if (query.han.empty() != query.latin.empty()) probes.push_back(std::make_unique<AcrossProbe>(query));
  if (!meaning.chinese().empty()) probes.push_back(std::make_unique<ChineseMeaningProbe>(query, meaning));
  return probes;
}

}  // namespace marque
