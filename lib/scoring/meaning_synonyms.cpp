#include "scoring/meaning_synonyms.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "marque/text/encoding.hpp"
#include "scoring/meaning_weights.hpp"

namespace marque {

namespace {

constexpr std::size_t most_swapped = 3;  // words of an English name

float rank_likeness(unsigned rank) {
  return std::max(weights::least_of_rank_within, 1 - weights::per_rank_within * static_cast<float>(rank));
}

/// The names' likeness from that of what differs and from how much of both it makes up.
float swapped(float likeness, std::size_t differing, std::size_t total) {
  const float share = static_cast<float>(differing) / static_cast<float>(total);
  return std::pow(likeness, std::min(1.0F, weights::difference_counts * share));
}

/// Two kinds of one thing are different things, unless the rest of the names is the same.
bool enough(Kinship kinship, bool whole) { return kinship >= (whole ? Kinship::kind : Kinship::sibling); }

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

ChineseSynonyms::ChineseSynonyms(std::u32string_view han, const Dictionary& dictionary) {
  if (han.size() > weights::longest_meaning_han) return;
  han_ = han;
  for (std::size_t begin = 0; begin < han.size(); ++begin) {
    for (std::size_t length = 1; length <= std::min(weights::longest_swapped_word, han.size() - begin); ++length)
      add_word(begin, length, dictionary);
  }
}

void ChineseSynonyms::add(const std::u32string& word, Meeting meeting) {
  if (word.size() > weights::longest_swapped_word || meeting.likeness < weights::least_swap) return;
  std::vector<Meeting>& known = meetings_[word];
  const auto same = std::find_if(known.begin(), known.end(), [&](const Meeting& one) {
    return one.begin == meeting.begin && one.length == meeting.length;
  });
  if (same == known.end()) {
    known.push_back(std::move(meeting));
  } else if (std::pair(meeting.likeness, meeting.kinship) > std::pair(same->likeness, same->kinship)) {
    *same = std::move(meeting);
  }
}

void ChineseSynonyms::add_word(std::size_t begin, std::size_t length, const Dictionary& dictionary) {
  const bool whole = length == han_.size();
  for (const Gloss& gloss : dictionary.glosses(std::u32string_view(han_).substr(begin, length))) {
    const float own = rank_likeness(gloss.rank);
    for (const Translation& other : dictionary.words_for(gloss.head))
      add(other.word, {begin, length, own * rank_likeness(other.gloss.rank), Kinship::synonym, gloss.head});
    if (gloss.rank >= weights::kin_ranks_within) continue;
    for (const Kin& kin : kin_of(gloss.head, whole ? Kinship::kind : Kinship::sibling)) {
      for (const Translation& other : dictionary.words_for(kin.word)) {
        if (other.gloss.rank < weights::kin_ranks_within)
          add(other.word, {begin, length, own * rank_likeness(other.gloss.rank) * kin.likeness, kin.kinship, gloss.head + " ~ " + kin.word});
      }
    }
  }
}

std::optional<Swap> ChineseSynonyms::match(std::u32string_view other) const {
  if (han_.empty() || other.size() > weights::longest_meaning_han) return std::nullopt;
  if (other == han_) return Swap{1, {}, {}, {}, Kinship::same};
  const std::size_t shorter = std::min(han_.size(), other.size());
  std::size_t before = 0, after = 0;
  while (before < shorter && han_[before] == other[before]) ++before;
  while (after < shorter - before && han_[han_.size() - 1 - after] == other[other.size() - 1 - after]) ++after;
  const std::size_t length = han_.size() - before - after, other_length = other.size() - before - after;
  if (length == 0 || other_length == 0) return std::nullopt;

  const auto found = meetings_.find(other.substr(before, other_length));
  if (found == meetings_.end()) return std::nullopt;
  const auto meeting = std::find_if(found->second.begin(), found->second.end(), [&](const Meeting& one) {
    return one.begin == before && one.length == length;
  });
  if (meeting == found->second.end() || !enough(meeting->kinship, before + after == 0)) return std::nullopt;
  return Swap{swapped(meeting->likeness, length + other_length, han_.size() + other.size()), encode_utf8(std::u32string_view(han_).substr(before, length)),
              encode_utf8(found->first), meeting->through, meeting->kinship};
}

std::vector<std::u32string> ChineseSynonyms::keys() const {
  std::vector<std::u32string> keys;
  if (!han_.empty()) keys.push_back(han_);
  for (const auto& [word, meetings] : meetings_) keys.push_back(word);
  return keys;
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

std::vector<std::string> english_keys(const std::vector<std::string>& words) {
  std::vector<std::string> keys;
  const Kinship least = words.size() == 1 ? Kinship::kind : Kinship::sibling;
  const auto add = [&](const std::string& lemma) {
    for (const Kin& kin : kin_of(lemma, least)) keys.push_back(kin.word);
  };
  for (std::size_t first = 0; first < words.size(); ++first) {
    add(words[first]);
    for (std::size_t second = first + 1; second < words.size(); ++second) add(words[first] + ' ' + words[second]);
  }
  if (!words.empty()) {
    keys.push_back(*std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); }));
  }
  return keys;
}

}  // namespace marque
