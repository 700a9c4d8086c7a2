#include "scoring/meaning_translation.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "scoring/meaning_weights.hpp"
#include "text/number_words.hpp"

namespace marque {

namespace translation {

float rank_likeness(unsigned rank) {
  return std::max(weights::least_of_rank, 1 - weights::per_rank * static_cast<float>(rank));
}

float partial_likeness(std::size_t family) {
  for (const auto& step : weights::partial_gloss) {
    if (family <= step.most_glosses) return step.likeness;
  }
  return 0;
}

bool is_half(std::string_view word) { return word.size() >= shortest_half && word.find(' ') == word.npos; }

std::uint8_t places(std::string_view head, const std::vector<std::string>& words) {
  std::uint8_t mask = 0;
  bool all = true;
  for_each_word(head, [&](std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    all = all && found != words.end();
    if (all) mask = static_cast<std::uint8_t>(mask | 1U << (found - words.begin()));
  });
  return all ? mask : std::uint8_t{0};
}

}  // namespace translation

namespace {

using namespace translation;

/// Collects the parts of one name.
class PartFinder {
 public:
  PartFinder(std::u32string_view han, const std::vector<std::string>& words, const DictionaryNumbers& book)
      : han_(han), words_(words), book_(book), lemmas_(lemmas_of(words)) {}

  std::vector<TranslatedPart> find() {
    for (std::size_t begin = 0; begin < han_.size(); ++begin) {
      for (std::size_t end = begin + 1; end <= han_.size(); ++end) by_glosses(begin, end);
    }
    for (std::size_t at = 0; at < words_.size(); ++at) by_number(at);
    if (words_.size() == 1 && words_[0].size() >= 2 * shortest_half) written_solid();
    return std::move(parts_);
  }

 private:
  void by_glosses(std::size_t begin, std::size_t end) {
    unsigned rank = 0;
    for (const auto head : book_.glosses(han_.substr(begin, end - begin))) {
      const float likeness = rank_likeness(rank);
      const auto add = [&](std::uint8_t words, float by) {
        parts_.push_back({static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(end), words, by, std::string(book_.head(head))});
      };
      if (const std::uint8_t all = places(book_.head(head), words_)) add(all, likeness);
      else by_noun(head, [&](std::uint8_t word, float partial) { add(word, likeness * partial); });
      if (rank++ < weights::kin_ranks) by_kin(head, [&](std::uint8_t words, float kin) { add(words, likeness * kin); });
    }
  }

  void by_number(std::size_t word) {
    for (const std::u32string& said : chinese_numerals(figures_of(words_[word]))) {
      for (std::size_t at = han_.find(said); at != han_.npos; at = han_.find(said, at + 1))
        parts_.push_back({static_cast<std::uint8_t>(at), static_cast<std::uint8_t>(at + said.size()), static_cast<std::uint8_t>(1U << word), 1, words_[word]});
    }
  }

  template <class Add>
  void by_noun(DictionaryNumbers::Number head, Add&& add) {
    const std::string_view noun = book_.noun(head);
    if (noun.size() == book_.head(head).size()) return;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (words_[at] != noun) continue;
      if (const float partial = partial_likeness(book_.family(head)); partial > 0) add(static_cast<std::uint8_t>(1U << at), partial);
    }
  }

  template <class Add>
  void by_kin(DictionaryNumbers::Number head, Add&& add) {
    const Lexicon::WordId lemma = book_.lemma(head);
    if (lemma == Lexicon::unknown) return;
    for (const NameLemma& own : lemmas_) {
      if (own.word == lemma) continue;
      const KinLink link = own.kin(lemma);
      if (link.kinship >= Kinship::kind && link.likeness >= weights::least_kin_across) add(own.places, link.likeness);
    }
  }

  void written_solid() {
    const std::string_view word = words_[0];
    TranslatedPart best{0, static_cast<std::uint8_t>(han_.size()), 1, 0, {}};
    const auto meet = [&](std::string_view first, std::string_view second, float likeness) {
      if (likeness <= best.likeness || first.size() + second.size() != word.size()) return;
      if (!word.starts_with(first) || !word.ends_with(second) || !is_half(first) || !is_half(second)) return;
      best.likeness = likeness;
      best.gloss = std::string(first) + ' ' + std::string(second);
    };
    const auto first_senses = [&](std::u32string_view part) {
      const auto glosses = book_.glosses(part);
      return glosses.first(std::min<std::size_t>(glosses.size(), solid_ranks));
    };
    unsigned rank = 0;
    for (const auto head : first_senses(han_)) {
      const std::string_view text = book_.head(head);
      const std::size_t space = std::min(text.find(' '), text.size() - 1);
      meet(text.substr(0, space), text.substr(space + 1), rank_likeness(rank++));
    }
    for (std::size_t cut = 1; cut < han_.size(); ++cut) {
      const auto left = first_senses(han_.substr(0, cut)), right = first_senses(han_.substr(cut));
      for (unsigned i = 0; i < left.size(); ++i) {
        for (unsigned j = 0; j < right.size(); ++j)
          meet(book_.head(left[i]), book_.head(right[j]), weights::composed * rank_likeness(i) * rank_likeness(j));
      }
    }
    if (best.likeness > 0) parts_.push_back(std::move(best));
  }

  std::u32string_view han_;
  const std::vector<std::string>& words_;
  const DictionaryNumbers& book_;
  std::vector<NameLemma> lemmas_;
  std::vector<TranslatedPart> parts_;
};

/// No cover by these parts scores higher.
float most_cover(const std::vector<TranslatedPart>& parts, std::size_t characters, std::size_t words) {
  std::uint32_t characters_met = 0, words_met = 0;
  for (const TranslatedPart& part : parts) {
    characters_met |= (1U << part.end) - (1U << part.begin);
    words_met |= part.words;
  }
  return static_cast<float>(std::popcount(characters_met)) / static_cast<float>(characters) *
         static_cast<float>(std::popcount(words_met)) / static_cast<float>(words);
}

}  // namespace

std::vector<TranslatedPart> translated_parts(std::u32string_view han, const std::vector<std::string>& words, const DictionaryNumbers& book) {
  if (han.empty() || han.size() > weights::longest_meaning_han || words.empty()) return {};
  return PartFinder(han, words, book).find();
}

Cover translation_score(const std::vector<TranslatedPart>& parts, std::size_t characters, std::size_t words) {
  Cover best;
  if (most_cover(parts, characters, words) * weights::composed > weights::least_meaning) {
    best = best_cover(parts, characters, words);
    best.score *= weights::composed;
  }
  for (std::size_t index = 0; index < parts.size(); ++index) {
    const TranslatedPart& part = parts[index];
    if (part.begin != 0 || part.end != characters) continue;
    const float score = part.likeness * static_cast<float>(std::popcount(part.words)) / static_cast<float>(words);
    if (score >= best.score) best = {score, {index}};
  }
  return best;
}

}  // namespace marque
