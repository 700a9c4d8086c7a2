#include "scoring/meaning_meeting.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "scoring/meaning_weights.hpp"
#include "text/gloss_form.hpp"

namespace marque {

namespace {

constexpr std::uint8_t common = gloss_form::verb | gloss_form::plain;

/// x to a power, for whole x below `size` over `one`.
template <std::size_t size>
class Powers {
 public:
  Powers(float power, float one) {
    for (std::size_t x = 0; x < size; ++x) values_[x] = std::pow(static_cast<float>(std::max<std::size_t>(x, 1)) / one, power);
  }
  float operator[](std::size_t x) const { return values_[std::min(x, size - 1)]; }

 private:
  std::array<float, size> values_;
};

/// In hundredths.
std::size_t clarity(DictionaryNumbers::Number head, std::uint8_t form, const DictionaryNumbers& book) {
  constexpr std::size_t certain = 100;
  const Lexicon::WordId lemma = book.lemma(head);
  if (lemma == Lexicon::unknown) return certain;
  const auto [noun, verb] = Lexicon::get().clarity(lemma);
  switch (form & common) {
    case gloss_form::verb: return verb;
    case gloss_form::plain: return noun;
    case common: return std::min(noun, verb);
    default: return certain;   // the lexicon counts common words
  }
}

/// Whether a gloss holds the words of another.
bool holds(std::string_view gloss, std::string_view words) {
  const std::size_t at = gloss.find(words);
  if (at == gloss.npos) return false;
  const std::size_t end = at + words.size();
  const bool whole = (at == 0 || gloss[at - 1] == ' ') && (end == gloss.size() || gloss[end] == ' ');
  return whole || holds(gloss.substr(at + 1), words);
}

bool says(DictionaryNumbers::Number word, std::string_view head, const DictionaryNumbers& book) {
  const auto own = book.glosses(word);
  return std::any_of(own.begin(), own.end(), [&](const auto gloss) { return holds(book.head(gloss), head); });
}

bool looser(const Meeting& a, const Meeting& b) { return a.link < b.link; }

float odds(const PartWord& x, std::size_t i, const PartWord& y, std::size_t j, float agreement, const DictionaryNumbers& book) {
  return meeting::sureness(x.heads()[i], i, x.heads().size(), x.form(i), book) * meeting::sureness(y.heads()[j], j, y.heads().size(), y.form(j), book) *
         agreement * meeting::part_odds(x.taken_apart(i) || y.taken_apart(j));
}

Meeting in_shared_glosses(const PartWord& x, const PartWord& y, const DictionaryNumbers& book) {
  Meeting best, apart;
  float best_odds = 0;
  std::size_t shared = 0;
  for (std::size_t i = 0; i < x.heads().size(); ++i) {
    const auto there = std::find(y.heads().begin(), y.heads().end(), x.heads()[i]);
    const auto j = static_cast<std::size_t>(there - y.heads().begin());
    if (there == y.heads().end()) continue;
    const float both = odds(x, i, y, j, meeting::agreement(x.form(i), y.form(j)), book);
    const Meeting here{*there, *there, {Kinship::synonym, meeting::likeness(both, 1)}};
    if (x.taken_apart(i) || y.taken_apart(j)) {
      apart = std::max(apart, here, looser);
    } else if (both > 0) {
      ++shared;
      best_odds = std::max(best_odds, both);
      best = std::max(best, here, looser);
    }
  }
  if (shared > 1) best.link.likeness = meeting::likeness(best_odds, shared);
  return std::max(best, apart, looser);
}

/// By the first glosses of each.
Meeting in_kin(const PartWord& x, const PartWord& y, bool whole, const DictionaryNumbers& book) {
  const auto own = x.heads().first(std::min<std::size_t>(x.heads().size(), weights::kin_ranks_within));
  const auto other = y.heads().first(std::min<std::size_t>(y.heads().size(), weights::kin_ranks_within));
  Meeting best;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const Lexicon::WordId lemma = book.lemma(own[i]);
    if (lemma == Lexicon::unknown) continue;
    const KinOf kin(lemma);
    for (std::size_t j = 0; j < other.size(); ++j) {
      const Lexicon::WordId there = book.lemma(other[j]);
      if (there == Lexicon::unknown || there == lemma) continue;
      KinLink link = kin(there);
      const float agreement = link.kinship >= meeting::least_kinship(whole) ? meeting::kin_agreement(x.form(i), y.form(j)) : 0;
      if (agreement <= 0) continue;
      link.likeness = meeting::kin_likeness(link.likeness, odds(x, i, y, j, agreement, book), !whole && !x.taken_apart(i) && !y.taken_apart(j));
      best = std::max(best, {own[i], other[j], link}, looser);
    }
  }
  return best;
}

}  // namespace

PartWord::PartWord(std::u32string_view name, std::size_t begin, std::size_t length, const DictionaryNumbers& book) {
  const Number word = book.find_word(name.substr(begin, length));
  if (word == DictionaryNumbers::none) return;
  heads_ = book.glosses(word);
  forms_ = book.forms(word);
  if (heads_.empty()) return;
  const std::size_t end = begin + length;
  for (std::size_t first = 0; first < end; ++first) {
    for (std::size_t last = first + length + 1; last <= name.size(); ++last) {
      const bool across = (first < begin && begin < last) || (first < end && end < last);
      const Number longer = across ? book.find_word(name.substr(first, last - first)) : DictionaryNumbers::none;
      if (longer != DictionaryNumbers::none) take_from(longer, book);
    }
  }
}

void PartWord::take_from(Number longer, const DictionaryNumbers& book) {
  for (std::size_t rank = 0; rank < heads_.size(); ++rank) {
    if (!says(longer, book.head(heads_[rank]), book)) taken_apart_ |= 1U << rank;
  }
}

Meeting best_meeting(const PartWord& x, const PartWord& y, bool whole, const DictionaryNumbers& book) {
  if (x.heads().empty() || y.heads().empty()) return {};
  return std::max(in_shared_glosses(x, y, book), in_kin(x, y, whole, book), looser);
}

namespace meeting {

float sureness(DictionaryNumbers::Number head, std::size_t rank, std::size_t glosses, std::uint8_t form, const DictionaryNumbers& book) {
  constexpr std::size_t most = 33;
  static const Powers<101> clarities(weights::shared_gloss.clarity_power, 100);
  static const Powers<most> ranks(weights::shared_gloss.rank_power, 1), others(weights::shared_gloss.glosses_power, 1);
  return clarities[clarity(head, form, book)] * ranks[rank + 1] * others[glosses];
}

float agreement(std::uint8_t a, std::uint8_t b) {
  if ((a & b & gloss_form::proper) == 0 && ((a & common) == 0 || (b & common) == 0)) return 0;
  const float narrowed = ((a | b) & gloss_form::narrowed) != 0 ? weights::shared_gloss.narrowed : 1;
  return (a & b & (common | gloss_form::proper)) != 0 ? narrowed : narrowed * weights::shared_gloss.verb_and_noun;
}

float kin_agreement(std::uint8_t a, std::uint8_t b) { return (a & common) == 0 || (b & common) == 0 ? 0 : agreement(a, b); }

float part_odds(bool taken_apart) { return taken_apart ? weights::taken_apart : 1; }

float likeness(float odds, std::size_t shared) {
  for (std::size_t more = 1; more < shared && more <= weights::shared_gloss.most_more; ++more) odds *= weights::shared_gloss.each_more;
  return 1 - std::exp(-weights::odds_scale * odds);
}

float kin_likeness(float kin, float odds, bool beside) {
  return kin * (1 - std::exp(-weights::odds_scale * (beside ? weights::kin_gloss_beside : weights::kin_gloss) * odds));
}

}  // namespace meeting

}  // namespace marque
