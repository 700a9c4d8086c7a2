#include "search/probes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

#include "scoring/across.hpp"
#include "scoring/characters.hpp"
#include "scoring/letters.hpp"
#include "scoring/weights.hpp"
#include "search/letter_walk.hpp"
#include "search/meaning_probe.hpp"
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

void hand_on(std::span<const TableHit> hits, RowSink& sink) {
  std::array<std::uint32_t, scan_batch> rows;
  std::transform(hits.begin(), hits.end(), rows.begin(), [](const TableHit& hit) { return hit.reference; });
  sink.take(std::span(rows).first(hits.size()));
}

CharacterLikeness character_floors(const Floors& floors) {
  return {floors[Likeness::characters_look], floors[Likeness::characters_sound], floors[Likeness::characters_mixed],
          floors[Likeness::characters_part]};
}

/// What characters count for where names have to reach some floors: each by the characters of the query, or of its core, that it
/// can be aligned with.
class AlignedScores final : public CharacterScores {
 public:
  AlignedScores(const CharacterMatcher& whole, const CharacterMatcher* core, const CharacterLikeness& floors)
      : whole_(whole), core_(core), floors_(floors) {}

  std::size_t list(std::size_t length, std::size_t place) override {
    Key key{whole_.partners(floors_, length, place), {}};
    if (core_ != nullptr) key.core = core_->partners(floors_, length, place);
    const auto known = std::find(keys_.begin(), keys_.end(), key);
    if (known == keys_.end()) {
      keys_.push_back(key);
      lists_.push_back(made(key));
      return lists_.size() - 1;
    }
    return static_cast<std::size_t>(known - keys_.begin());
  }
  std::span<const std::uint8_t> likenesses(std::size_t list) const override { return lists_[list]; }

 private:
  struct Key {
    CharacterMatcher::Partners whole, core;
    bool operator==(const Key&) const = default;
  };

  std::vector<std::uint8_t> made(const Key& key) const {
    std::vector<std::uint8_t> likenesses(whole_.laid_out());
    whole_.raise_to(key.whole, likenesses);
    if (core_ != nullptr) core_->raise_to(key.core, likenesses);
    if (!likenesses.empty()) likenesses[0] = 255;   // the code of whatever has none
    return likenesses;
  }

  const CharacterMatcher& whole_;
  const CharacterMatcher* core_;
  CharacterLikeness floors_;
  std::vector<Key> keys_;
  std::vector<std::vector<std::uint8_t>> lists_;
};

/// Chinese characters by look and sound, whole names and their cores.
class CharacterProbe final : public Probe {
 public:
  explicit CharacterProbe(const NameView& query) : whole_(query.han) {
    whole_.prepare();
    if (query.core_han.empty() || query.core_han == query.han) return;
    core_.emplace(query.core_han);
    core_->prepare();
  }

  std::string_view name() const noexcept override { return "characters"; }
  Element element() const noexcept override { return Element::characters; }
  std::vector<std::size_t> pieces(const PartTables& tables) const override {
    return nearest_first(tables.characters.lengths(), whole_.length());
  }
  void scan(const PartTables& tables, std::span<const std::size_t> lengths, RowSink& sink) const override {
    AlignedScores scores(whole_, core_ ? &*core_ : nullptr, character_floors(sink.floors()));
    Relay relay(*this, sink);
    tables.characters.scan(scores, lengths, relay);
  }

 private:
  class Relay final : public ScanSink {
   public:
    Relay(const CharacterProbe& probe, RowSink& sink) : probe_(probe), sink_(sink) {}

    std::optional<unsigned> least(std::size_t length) override {
      const CharacterLikeness floors = character_floors(sink_.floors());
      const auto whole = probe_.whole_.least_sum(floors, length);
      return probe_.core_ ? lesser(whole, probe_.core_->least_sum(floors, length)) : whole;
    }
    void take(std::span<const TableHit> hits) override { hand_on(hits, sink_); }

   private:
    const CharacterProbe& probe_;
    RowSink& sink_;
  };

  CharacterMatcher whole_;
  std::optional<CharacterMatcher> core_;   // where it is another
};

/// Hands rows of a table of letters on.
class LetterRelay final : public LetterSink {
 public:
  using Least = int (*)(const LetterLikeness&, std::size_t own, std::size_t other);

  /// `own` is the length of what is looked for.
  LetterRelay(RowSink& sink, Least least_of, std::size_t own) : sink_(sink), least_of_(least_of), own_(own) {}

  int least(std::size_t length) override {
    const bool known = own_ != longest_units && length != longest_units;
    return least_of_(letter_floors(sink_.floors()), own_, known ? length : own_);
  }
  void take(std::span<const std::uint32_t> references) override { sink_.take(references); }

 private:
  RowSink& sink_;
  Least least_of_;
  std::size_t own_;
};

constexpr std::size_t glanced_lengths = 7;   // the query's own and three on either side

/// Letters by look or by sound.
class LetterProbe final : public Probe {
 public:
  LetterProbe(LetterView view, LetterTable PartTables::*table, LetterRelay::Least least_of, std::u32string_view whole, std::u32string_view core)
      : view_(view), table_(table), least_of_(least_of), whole_(whole), core_(core) {}

  std::string_view name() const noexcept override { return view_ == LetterView::look ? "letters by look" : "letters by sound"; }
  Element element() const noexcept override { return Element::letters; }
  std::vector<std::size_t> pieces(const PartTables& tables) const override {
    return nearest_first((tables.*table_).lengths(), letter_units(view_, whole_));
  }
  void scan(const PartTables& tables, std::span<const std::size_t> lengths, RowSink& sink) const override {
    scan(tables, lengths, whole_, sink);
    if (core_ != whole_) scan(tables, lengths, core_, sink);
  }
  void glance(const PartTables& tables, std::span<const std::size_t> lengths, RowSink& sink) const override {
    LetterRelay relay(sink, least_of_, letter_units(view_, core_));
    (tables.*table_).glance(core_, lengths.first(std::min(lengths.size(), glanced_lengths)), relay);
  }

 private:
  void scan(const PartTables& tables, std::span<const std::size_t> lengths, std::u32string_view letters, RowSink& sink) const {
    LetterRelay relay(sink, least_of_, letter_units(view_, letters));
    (tables.*table_).scan(letters, lengths, relay);
  }

  LetterView view_;
  LetterTable PartTables::*table_;
  LetterRelay::Least least_of_;
  std::u32string whole_, core_;
};

/// Letters by parts, and by distinctive words in common, with which `mixed` needs little else. The table is one piece.
class PartProbe final : public Probe {
 public:
  explicit PartProbe(const NameView& query) : query_(owned(query)) {}

  std::string_view name() const noexcept override { return "letters by parts"; }
  Element element() const noexcept override { return Element::letters; }
  std::vector<std::size_t> pieces(const PartTables&) const override { return {0}; }
  void scan(const PartTables& tables, std::span<const std::size_t>, RowSink& sink) const override {
    LetterRelay relay(sink, least_part, std::min(query_.core_latin.size(), compared_letters));
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
  Element element() const noexcept override { return Element::across; }
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

}  // namespace

std::vector<std::unique_ptr<Probe>> probes_of(const NameView& query, const MeaningMatcher& meaning) {
  // The cheapest first for what it finds: that rules out more of what the others look at.
  std::vector<std::unique_ptr<Probe>> probes;
  const auto add = [&]<class P>(P&& probe) { probes.push_back(std::make_unique<P>(std::forward<P>(probe))); };
  probes.push_back(meaning_probe(meaning.keys()));
  if (!query.han.empty()) add(CharacterProbe(query));
  if (query.han.empty() != query.latin.empty()) add(AcrossProbe(query));
  if (!query.latin.empty()) {
    add(PartProbe(query));
    add(LetterProbe(LetterView::sound, &PartTables::sound, least_sound, query.phones, query.phones));
    add(LetterProbe(LetterView::look, &PartTables::look, least_look, query.latin, query.core_latin));
  }
  return probes;
}

}  // namespace marque
