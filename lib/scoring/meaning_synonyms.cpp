#include "scoring/meaning_synonyms.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "marque/text/encoding.hpp"
#include "scoring/meaning_meeting.hpp"
#include "scoring/meaning_weights.hpp"

namespace marque {

namespace swapping {

float swapped(float likeness, std::size_t differing, std::size_t total) {
  const float share = static_cast<float>(differing) / static_cast<float>(total);
  return std::pow(likeness, std::min(1.0F, weights::difference_counts * share));
}

}  // namespace swapping

namespace {

using namespace swapping;

constexpr std::size_t most_swapped = 3;  // words of an English name

bool enough(Kinship kinship, bool whole) { return kinship >= meeting::least_kinship(whole); }

std::string through(const Meeting& met, const DictionaryNumbers& book) {
  const std::string_view a = book.head(met.a), b = book.head(met.b);
  return met.a == met.b ? std::string(a) : std::string(a) + " ~ " + std::string(b);
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
  while (after < shorter && a[a.size() - 1 - after] == b[b.size() - 1 - after]) ++after;
  std::optional<Swap> best;
  for (std::size_t front = 0; front <= before; ++front) {
    for (std::size_t back = 0; back <= after && front + back < shorter; ++back) {
      const std::size_t x = a.size() - front - back, y = b.size() - front - back;
      if (std::max(x, y) > weights::longest_swapped_word) continue;
      const PartWord own(a, front, x, book);
      if (own.heads().empty()) continue;
      const Meeting met = best_meeting(own, PartWord(b, front, y, book), front + back == 0, book);
      if (met.link.likeness < weights::least_swap) continue;
      const float score = swapped(met.link.likeness, x + y, a.size() + b.size());
      if (!best || score > best->score) best = Swap{score, encode_utf8(a.substr(front, x)), encode_utf8(b.substr(front, y)), through(met, book), met.link.kinship};
    }
  }
  return best;
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
