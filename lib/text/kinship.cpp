#include "text/kinship.hpp"

#include <algorithm>
#include <span>
#include <string>

namespace marque {

namespace {

// The senses of a word are set against each other only while their places in the two lists add up to at most this:
// beyond, almost any two common words have something in common.
constexpr std::size_t rarest_senses = 4;
constexpr std::size_t rarest_siblings = 2;
constexpr float per_sense = 0.03F;        // a rarer sense is thought of less often
constexpr float synonym_likeness = 0.95F;
constexpr float near_likeness = 0.75F;    // a reader has them side by side, and knows them apart

// A thing and its kind, or two kinds of a thing, are the more alike the fewer kinds the thing has.
struct Family {
  std::size_t most_kinds;
  float kind, sibling;
};
constexpr std::array<Family, 3> families{{{12, 0.80F, 0.55F}, {60, 0.65F, 0.40F}, {SIZE_MAX, 0.50F, 0}}};

const Family& family_of(Lexicon::SenseId parent) {
  return *std::find_if(families.begin(), families.end(), [&](const Family& family) {
    return Lexicon::get().kinds(parent).size() <= family.most_kinds;
  });
}

bool holds(std::span<const Lexicon::SenseId> senses, Lexicon::SenseId sense) {
  return std::find(senses.begin(), senses.end(), sense) != senses.end();
}

KinLink sense_link(Lexicon::SenseId a, Lexicon::SenseId b) {
  const Lexicon& lexicon = Lexicon::get();
  if (a == b) return {Kinship::synonym, synonym_likeness};
  KinLink best;
  if (holds(lexicon.kinds_of(a), b)) best = {Kinship::kind, family_of(b).kind};
  if (holds(lexicon.kinds_of(b), a)) best = std::max(best, {Kinship::kind, family_of(a).kind});
  if (holds(lexicon.near(a), b)) best = std::max(best, {Kinship::near, near_likeness});
  if (best.kinship != Kinship::none) return best;
  for (const Lexicon::SenseId parent : lexicon.kinds_of(a)) {
    const float likeness = holds(lexicon.kinds_of(b), parent) ? family_of(parent).sibling : 0;
    if (likeness > 0) best = std::max(best, {Kinship::sibling, likeness});
  }
  return best;
}

/// A word of another language says what the English one says; of what that is a kind, it does not speak.
bool only_synonyms(Lexicon::WordId a, Lexicon::WordId b) { return !Lexicon::get().is_english(a) || !Lexicon::get().is_english(b); }

KinLink word_link(Lexicon::WordId a, Lexicon::WordId b) {
  const bool synonyms = only_synonyms(a, b);
  const auto x = Lexicon::get().senses(a), y = Lexicon::get().senses(b);
  KinLink best;
  for (std::size_t i = 0; i < x.size() && i <= rarest_senses; ++i) {
    for (std::size_t j = 0; j < y.size() && i + j <= rarest_senses; ++j) {
      KinLink link = sense_link(x[i], y[j]);
      if (link.kinship == Kinship::none || (synonyms && link.kinship != Kinship::synonym) || (link.kinship == Kinship::sibling && i + j > rarest_siblings)) continue;
      link.likeness -= per_sense * static_cast<float>(i + j);
      best = std::max(best, link);
    }
  }
  return best;
}

struct Bits {
  std::uint64_t senses = 0, parents = 0;
};

/// The senses that word_link() looks at, and what they are kinds of or near.
Bits bits_of(Lexicon::WordId word) {
  const auto bit = [](Lexicon::SenseId sense) { return std::uint64_t{1} << (sense * 0x9E3779B1U >> 26); };
  const Lexicon& lexicon = Lexicon::get();
  const auto senses = lexicon.senses(word);
  Bits bits;
  for (const Lexicon::SenseId sense : senses.first(std::min(senses.size(), rarest_senses + 1))) {
    bits.senses |= bit(sense);
    for (const Lexicon::SenseId parent : lexicon.kinds_of(sense)) bits.parents |= bit(parent);
    for (const Lexicon::SenseId near : lexicon.near(sense)) bits.parents |= bit(near);
  }
  return bits;
}

/// Collects the words next to a sense of one word, by its place among the senses of that.
class Neighbours {
 public:
  Neighbours(Lexicon::WordId own, Kinship least, float least_likeness) : own_(own), least_(least), least_likeness_(least_likeness) {}

  void add(Lexicon::SenseId sense, std::size_t place) {
    add_words(sense, {Kinship::synonym, synonym_likeness}, place);
    if (least_ > Kinship::near) return;
    for (const Lexicon::SenseId near : lexicon_.near(sense)) add_words(near, {Kinship::near, near_likeness}, place);
    if (least_ > Kinship::kind) return;
    for (const Lexicon::SenseId kind : lexicon_.kinds(sense)) add_words(kind, {Kinship::kind, family_of(sense).kind}, place);
    for (const Lexicon::SenseId parent : lexicon_.kinds_of(sense)) {
      const Family& family = family_of(parent);
      add_words(parent, {Kinship::kind, family.kind}, place);
      if (least_ > Kinship::sibling || family.sibling <= 0 || place > rarest_siblings) continue;
      for (const Lexicon::SenseId sibling : lexicon_.kinds(parent)) {
        const bool closer = sibling == sense || holds(lexicon_.kinds_of(sibling), sense) || holds(lexicon_.kinds_of(sense), sibling) ||
                            holds(lexicon_.near(sense), sibling);
        if (!closer) add_words(sibling, {Kinship::sibling, family.sibling}, place);
      }
    }
  }

  /// Each once, by its closest kinship.
  std::vector<KinOf::Word> words() {
    std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.word != b.word ? a.word < b.word : b.link < a.link; });
    found_.erase(std::unique(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.word == b.word; }), found_.end());
    std::erase_if(found_, [&](const auto& one) { return one.word == own_; });
    return std::move(found_);
  }

 private:
  /// As word_link() weighs them.
  void add_words(Lexicon::SenseId sense, KinLink link, std::size_t place) {
    if (link.likeness - per_sense * static_cast<float>(place) < least_likeness_) return;
    const std::size_t rarest = link.kinship == Kinship::sibling ? rarest_siblings : rarest_senses;
    for (const Lexicon::WordId word : lexicon_.words(sense)) {
      if (link.kinship != Kinship::synonym && only_synonyms(own_, word)) continue;
      const auto senses = lexicon_.senses(word);
      const auto there = static_cast<std::size_t>(std::find(senses.begin(), senses.end(), sense) - senses.begin());
      const float likeness = link.likeness - per_sense * static_cast<float>(place + there);
      if (place + there <= rarest && likeness >= least_likeness_) found_.push_back({word, {link.kinship, likeness}});
    }
  }

  const Lexicon& lexicon_ = Lexicon::get();
  Lexicon::WordId own_;
  Kinship least_;
  float least_likeness_;
  std::vector<KinOf::Word> found_;
};

}  // namespace

KinOf::KinOf(Lexicon::WordId word) : word_(word) {
  const Bits bits = bits_of(word);
  senses_ = bits.senses;
  parents_ = bits.parents;
}

KinLink KinOf::operator()(Lexicon::WordId other) const {
  const Bits bits = bits_of(other);
  const bool strangers = ((senses_ | parents_) & (bits.senses | bits.parents)) == 0;
  return strangers ? KinLink{} : word_link(word_, other);
}

std::vector<KinOf::Word> KinOf::words(Kinship least, float least_likeness) const {
  const auto senses = Lexicon::get().senses(word_);
  Neighbours neighbours(word_, least, least_likeness);
  for (std::size_t place = 0; place < std::min(senses.size(), rarest_senses + 1); ++place) neighbours.add(senses[place], place);
  return neighbours.words();
}

std::string_view name_of(Kinship kinship) noexcept {
  constexpr std::array<std::string_view, 6> names{"none", "sibling", "kind", "near", "synonym", "same"};
  return names[static_cast<std::size_t>(kinship)];
}

Kin kinship(std::string_view a, std::string_view b) {
  if (a == b) return {std::string(b), Kinship::same, 1};
  const Lexicon::WordId x = Lexicon::get().find(a), y = Lexicon::get().find(b);
  if (x == Lexicon::unknown || y == Lexicon::unknown) return {std::string(b)};
  const KinLink link = word_link(x, y);
  return {std::string(b), link.kinship, link.likeness};
}

std::vector<Kin> kin_of(std::string_view word, Kinship least) {
  const Lexicon::WordId own = Lexicon::get().find(word);
  std::vector<Kin> kin;
  if (own == Lexicon::unknown) return kin;
  for (const auto& [other, any] : KinOf(own).words(least)) {
    const KinLink closest = word_link(own, other);
    if (closest.kinship >= least) kin.push_back({std::string(Lexicon::get().word(other)), closest.kinship, closest.likeness});
  }
  return kin;
}

}  // namespace marque
