#include "scoring/meaning_synonyms.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "marque/text/encoding.hpp"
#include "scoring/meaning_weights.hpp"
#include "text/kinship.hpp"

namespace marque {

namespace swapping {

float rank_likeness(unsigned rank) {
  return std::max(weights::least_of_rank_within, 1 - weights::per_rank_within * static_cast<float>(rank));
}

float swapped(float likeness, std::size_t differing, std::size_t total) {
  const float share = static_cast<float>(differing) / static_cast<float>(total);
  return std::pow(likeness, std::min(1.0F, weights::difference_counts * share));
}

}  // namespace swapping

namespace {

using namespace swapping;

constexpr std::size_t most_swapped = 3;  // words of an English name

bool enough(Kinship kinship, bool whole) { return kinship >= least_kinship(whole); }

/// The glosses in which two Chinese words meet best.
struct Meeting {
  DictionaryNumbers::Number a = DictionaryNumbers::none, b = DictionaryNumbers::none;
  KinLink link;
};

Meeting meeting(std::u32string_view x, std::u32string_view y, Kinship least, const DictionaryNumbers& book) {
  const auto own = book.glosses(x), other = own.empty() ? own : book.glosses(y);
  Meeting best;
  for (unsigned i = 0; i < own.size(); ++i) {
    for (unsigned j = 0; j < other.size(); ++j) {
      KinLink link;
      if (own[i] == other[j]) {
        link = {Kinship::synonym, 1};
      } else if (std::max(i, j) < weights::kin_ranks_within) {
        const Lexicon::WordId a = book.lemma(own[i]), b = book.lemma(other[j]);
        if (a == Lexicon::unknown || b == Lexicon::unknown) continue;
        link = KinOf(a)(b);
        if (link.kinship < least) continue;
      } else {
        continue;
      }
      link.likeness *= rank_likeness(i) * rank_likeness(j);
      if (best.link < link) best = {own[i], other[j], link};
    }
  }
  return best;
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// What is left of `words` when those of `others` are taken away, each once.
std::vector<std::string> without(std::vector<std::string> words, const std::vector<std::string>& others) {
  for (const std::string& other : others) {
    const auto found = std::find(words.begin(), words.end(), other);
    if (found != words.end()) words.erase(found);
  }
  return words;
}

/// The words of one against those of the other in their best order: the likenesses multiplied, the loosest kinship.
Kin best_pairing(const std::vector<std::string>& a, const std::vector<std::string>& b, bool whole) {
  std::vector<std::size_t> order(b.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  Kin best;
  do {
    Kin pairing{"", Kinship::same, 1};
    std::vector<float> likenesses;
    for (std::size_t at = 0; at < a.size(); ++at) {
      const Kin kin = kinship(a[at], b[order[at]]);
      likenesses.push_back(enough(kin.kinship, whole) ? kin.likeness : 0);
      pairing.kinship = std::min(pairing.kinship, kin.kinship);
    }
    std::sort(likenesses.begin(), likenesses.end());  // the product must not depend on the order
    for (const float likeness : likenesses) pairing.likeness *= likeness;
    if (pairing.likeness > best.likeness) best = pairing;
  } while (std::next_permutation(order.begin(), order.end()));
  best.likeness = std::pow(best.likeness, 1 / static_cast<float>(a.size()));
  return best;
}

}  // namespace

std::optional<Swap> chinese_swap(std::u32string_view a, std::u32string_view b, const DictionaryNumbers& book) {
  if (a.empty() || b.empty() || std::max(a.size(), b.size()) > weights::longest_meaning_han) return std::nullopt;
  if (a == b) return Swap{1, {}, {}, {}, Kinship::same};
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t before = 0, after = 0;
  while (before < shorter && a[before] == b[before]) ++before;
  while (after < shorter - before && a[a.size() - 1 - after] == b[b.size() - 1 - after]) ++after;
  const auto x = a.substr(before, a.size() - before - after), y = b.substr(before, b.size() - before - after);
  if (x.empty() || y.empty() || std::max(x.size(), y.size()) > weights::longest_swapped_word) return std::nullopt;
  const Meeting best = meeting(x, y, swapping::least_kinship(before + after == 0), book);
  if (best.link.likeness < weights::least_swap) return std::nullopt;
  std::string through(book.head(best.a));
  if (best.a != best.b) through += " ~ " + std::string(book.head(best.b));
  return Swap{swapped(best.link.likeness, x.size() + y.size(), a.size() + b.size()), encode_utf8(x), encode_utf8(y), std::move(through),
              best.link.kinship};
}

std::optional<Swap> english_swap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return std::nullopt;
  const auto x = without(a, b), y = without(b, a);
  if (x.empty() && y.empty()) return Swap{1, {}, {}, {}, Kinship::same};
  if (x.empty() || y.empty() || std::max(x.size(), y.size()) > most_swapped) return std::nullopt;
  const std::string one = join(x), other = join(y);
  const bool whole = x.size() == a.size() && y.size() == b.size();
  Kin best = kinship(one, other);
  if (!enough(best.kinship, whole)) best = {};
  if (x.size() == y.size() && x.size() > 1) {
    const Kin pairing = best_pairing(x, y, whole);
    if (pairing.likeness > best.likeness) best = pairing;
  }
  if (best.likeness < weights::least_swap) return std::nullopt;
  return Swap{swapped(best.likeness, x.size() + y.size(), a.size() + b.size()), one, other, one + " ~ " + other, best.kinship};
}

}  // namespace marque
