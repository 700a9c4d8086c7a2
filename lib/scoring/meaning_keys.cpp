#include "scoring/meaning_keys.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "marque/text/meaning.hpp"
#include "scoring/meaning_meeting.hpp"
#include "scoring/meaning_synonyms.hpp"
#include "scoring/meaning_translation.hpp"
#include "scoring/meaning_weights.hpp"
#include "text/dictionary_numbers.hpp"
#include "text/kinship.hpp"
#include "text/number_words.hpp"

namespace marque {

/// Fills the keys of one name.
class MeaningKeyMaker {
 public:
  MeaningKeyMaker(MeaningKeys& keys, std::u32string_view han, const std::vector<std::string>& words, const Dictionary& dictionary)
      : keys_(keys), han_(han), words_(words), book_(dictionary) {}

  void make() {
    if (!han_.empty() && han_.size() <= weights::longest_meaning_han) {
      translate_characters();
      add_name(han_, 1);
      swap_characters();
    }
    if (!words_.empty()) {
      translate_words();
      swap_words();
    }
    settle(keys_.translations_);
    settle(keys_.synonyms_);
  }

 private:
  using Number = DictionaryNumbers::Number;
  using Use = DictionaryNumbers::Use;

  /// A word that meets a part of the name in a gloss, with the odds of that, or in one that speaks for itself alone, with the likeness.
  struct Met {
    Number word;
    float odds, likeness;
  };

  void translate_characters();
  void characters_written_solid();
  void swap_characters();
  void swap_part(std::size_t begin, std::size_t length);
  std::vector<Met> words_met(const PartWord& own, bool whole, float least) const;
  float sureness_of(Number head, const Use& use) const;
  std::uint8_t form_of(const Use& use) const { return book_.forms(use.word)[use.rank]; }
  static float likeness_of(std::span<const Met> met);
  void translate_words();
  void add_uses(Number head, std::uint8_t words, float likeness, bool as_kin);
  void add_chinese(std::u32string_view text, std::uint8_t words, float likeness);
  void say_numbers();
  void words_written_solid();
  void swap_words();
  void add_name(std::u32string_view text, float score);

  static void add_words(std::vector<MeaningKeys::Word>& to, std::string_view head, float gain) {
    translation::for_each_word(head, [&](std::string_view word) { to.push_back({std::string(word), gain, false}); });
  }

  /// Each word once, with the most it has.
  static void settle(std::vector<MeaningKeys::Word>& words) {
    std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) {
      return a.text != b.text ? a.text < b.text : a.own != b.own ? a.own : a.gain > b.gain;
    });
    words.erase(std::unique(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.text == b.text; }), words.end());
  }

  template <class Take>
  static void for_each_close_kin(const DictionaryNumbers& book, Number head, Take&& take) {
    const Lexicon::WordId lemma = book.lemma(head);
    if (lemma == Lexicon::unknown) return;
    for (const auto& [word, link] : KinOf(lemma).words(Kinship::kind, weights::least_kin_across)) take(word, link.likeness);
  }

  MeaningKeys& keys_;
  std::u32string_view han_;
  const std::vector<std::string>& words_;
  DictionaryNumbers book_;
};

/// A part gains its share of the characters at most, and the whole its likeness (translation_score()).
void MeaningKeyMaker::translate_characters() {
  for (std::size_t begin = 0; begin < han_.size(); ++begin) {
    for (std::size_t end = begin + 1; end <= han_.size(); ++end) {
      const float share = static_cast<float>(end - begin) / static_cast<float>(han_.size());
      const float most = share < 1 ? share * weights::composed : 1;
      if (const std::string number = number_of_numerals(han_.substr(begin, end - begin)); !number.empty()) keys_.translations_.push_back({number, most, false});
      unsigned rank = 0;
      for (const Number head : book_.glosses(han_.substr(begin, end - begin))) {
        const float gain = most * translation::rank_likeness(rank);
        add_words(keys_.translations_, book_.head(head), gain);
        if (rank++ >= weights::kin_ranks) continue;
        for_each_close_kin(book_, head, [&](Lexicon::WordId word, float likeness) {
          add_words(keys_.translations_, Lexicon::get().word(word), gain * likeness);
        });
      }
    }
  }
  characters_written_solid();
}

void MeaningKeyMaker::characters_written_solid() {
  using translation::rank_likeness;
  const auto first_senses = [&](std::u32string_view part) {
    const auto glosses = book_.glosses(part);
    return glosses.first(std::min<std::size_t>(glosses.size(), translation::solid_ranks));
  };
  const auto add = [&](std::string_view first, std::string_view second, float likeness) {
    if (translation::is_half(first) && translation::is_half(second))
      keys_.translations_.push_back({std::string(first) + std::string(second), likeness, false});
  };
  unsigned rank = 0;
  for (const Number head : first_senses(han_)) {
    const std::string_view text = book_.head(head);
    const std::size_t space = text.find(' ');
    if (space != text.npos) add(text.substr(0, space), text.substr(space + 1), rank_likeness(rank));
    ++rank;
  }
  for (std::size_t cut = 1; cut < han_.size(); ++cut) {
    const auto left = first_senses(han_.substr(0, cut)), right = first_senses(han_.substr(cut));
    for (unsigned i = 0; i < left.size(); ++i) {
      for (unsigned j = 0; j < right.size(); ++j)
        add(book_.head(left[i]), book_.head(right[j]), weights::composed * rank_likeness(i) * rank_likeness(j));
    }
  }
}

void MeaningKeyMaker::swap_characters() {
  for (std::size_t begin = 0; begin < han_.size(); ++begin) {
    for (std::size_t length = 1; length <= std::min(weights::longest_swapped_word, han_.size() - begin); ++length) swap_part(begin, length);
  }
}

/// The names that have another word in the place of a part (chinese_swap()).
void MeaningKeyMaker::swap_part(std::size_t begin, std::size_t length) {
  // No name is alike enough by a word less alike than this: the longest makes up most.
  const float share = static_cast<float>(length + 1) / static_cast<float>(2 * han_.size() - length + 1);
  constexpr float rounding = 1e-5F;
  const float least = std::max(weights::least_swap, std::pow(weights::least_meaning, 1 / std::min(1.0F, weights::difference_counts * share))) - rounding;
  const PartWord own(han_, begin, length, book_);
  const std::vector<Met> met = words_met(own, length == han_.size(), least);
  std::u32string name;
  for (auto at = met.begin(); at != met.end();) {
    const auto next = std::find_if(at, met.end(), [&](const Met& one) { return one.word != at->word; });
    const auto word = book_.word(at->word);
    const float likeness = likeness_of(std::span(at, next));
    at = next;
    if (likeness < least || word.size() > weights::longest_swapped_word || word == han_.substr(begin, length)) continue;
    name.assign(han_.substr(0, begin)).append(word).append(han_.substr(begin + length));
    add_name(name, swapping::swapped(likeness, length + word.size(), han_.size() + name.size()));
  }
}

/// In the order of the words.
std::vector<MeaningKeyMaker::Met> MeaningKeyMaker::words_met(const PartWord& own, bool whole, float least) const {
  std::vector<Met> met;
  for (std::size_t rank = 0; rank < own.heads().size(); ++rank) {
    const Number head = own.heads()[rank];
    const float sureness = meeting::sureness(head, rank, own.heads().size(), own.form(rank), book_) * meeting::part_odds(own.taken_apart(rank));
    for (const Use& use : book_.uses(head)) {
      const float odds = sureness * sureness_of(head, use) * meeting::agreement(own.form(rank), form_of(use));
      if (odds <= 0) continue;
      if (own.taken_apart(rank)) met.push_back({use.word, 0, meeting::likeness(odds, 1)});
      else met.push_back({use.word, odds, 0});
    }
    if (rank >= weights::kin_ranks_within || book_.lemma(head) == Lexicon::unknown) continue;
    for (const auto& [kin, link] : KinOf(book_.lemma(head)).words(meeting::least_kinship(whole), least)) {
      const Number there = book_.head_of(kin);
      if (there == DictionaryNumbers::none) continue;
      for (const Use& use : book_.uses(there)) {
        if (use.rank >= weights::kin_ranks_within) continue;
        const float odds = sureness * sureness_of(there, use) * meeting::kin_agreement(own.form(rank), form_of(use));
        const float likeness = meeting::kin_likeness(link.likeness, odds, !whole && !own.taken_apart(rank));
        if (likeness >= least) met.push_back({use.word, 0, likeness});
      }
    }
  }
  std::sort(met.begin(), met.end(), [](const Met& a, const Met& b) { return a.word < b.word; });
  return met;
}

float MeaningKeyMaker::sureness_of(Number head, const Use& use) const {
  return meeting::sureness(head, use.rank, book_.glosses(use.word).size(), form_of(use), book_);
}

/// Of one word with the part it meets.
float MeaningKeyMaker::likeness_of(std::span<const Met> met) {
  float odds = 0, likeness = 0;
  for (const Met& one : met) {
    odds = std::max(odds, one.odds);
    likeness = std::max(likeness, one.likeness);
  }
  const auto shared = std::count_if(met.begin(), met.end(), [](const Met& one) { return one.odds > 0; });
  return std::max(likeness, meeting::likeness(odds, static_cast<std::size_t>(shared)));
}

void MeaningKeyMaker::translate_words() {
  for (std::size_t at = 0; at < words_.size(); ++at) {
    for (const Number head : book_.heads_with(words_[at])) {
      const bool several = book_.noun(head).size() < book_.head(head).size();
      const std::uint8_t all = translation::places(book_.head(head), words_);
      const float partial = several ? translation::partial_likeness(book_.family(head)) : 0;
      if (all != 0) add_uses(head, all, 1, false);
      else if (partial > 0) add_uses(head, static_cast<std::uint8_t>(1U << at), partial, false);
    }
  }
  for (const NameLemma& lemma : lemmas_of(words_)) {
    for (const auto& [kin, link] : lemma.kin.words(Kinship::kind, weights::least_kin_across)) {
      if (book_.head_of(kin) != DictionaryNumbers::none) add_uses(book_.head_of(kin), lemma.places, link.likeness, true);
    }
  }
  say_numbers();
  if (words_.size() == 1) words_written_solid();
}

void MeaningKeyMaker::say_numbers() {
  for (std::size_t at = 0; at < words_.size(); ++at) {
    for (std::u32string& said : chinese_numerals(figures_of(words_[at]))) {
      if (said.size() > weights::longest_meaning_han) continue;
      keys_.numerals_.push_back(std::move(said));
      add_chinese(keys_.numerals_.back(), static_cast<std::uint8_t>(1U << at), 1);
    }
  }
}

void MeaningKeyMaker::add_uses(Number head, std::uint8_t words, float likeness, bool as_kin) {
  keys_.words_a_part_ = std::max<std::size_t>(keys_.words_a_part_, static_cast<std::size_t>(std::popcount(words)));
  for (const auto& [word, rank] : book_.uses(head)) {
    const auto text = book_.word(word);
    if (text.size() > weights::longest_meaning_han || (as_kin && rank >= weights::kin_ranks)) continue;
    add_chinese(text, words, translation::rank_likeness(rank) * likeness);
  }
}

void MeaningKeyMaker::add_chinese(std::u32string_view text, std::uint8_t words, float likeness) {
  keys_.chinese_.push_back({text, words, likeness});
  add_name(text, likeness * static_cast<float>(std::popcount(words)) / static_cast<float>(words_.size()));
}

void MeaningKeyMaker::words_written_solid() {
  using translation::rank_likeness;
  const std::string& word = words_[0];
  for (std::size_t cut = translation::shortest_half; cut + translation::shortest_half <= word.size(); ++cut) {
    const std::string first = word.substr(0, cut), second = word.substr(cut);
    for (const auto& [whole, rank] : book_.uses(first + ' ' + second)) {
      if (rank < translation::solid_ranks) add_name(book_.word(whole), rank_likeness(rank));
    }
    const auto left = book_.uses(first);
    if (left.empty()) continue;
    for (const auto& [y, rank_y] : book_.uses(second)) {
      for (const auto& [x, rank_x] : left) {
        if (std::max(rank_x, rank_y) >= translation::solid_ranks) continue;
        add_name(std::u32string(book_.word(x)).append(book_.word(y)), weights::composed * rank_likeness(rank_x) * rank_likeness(rank_y));
      }
    }
  }
}

/// The own words and their kin, of which other names are made up (english_swap()).
void MeaningKeyMaker::swap_words() {
  for (const std::string& word : words_) keys_.synonyms_.push_back({word, 1, true});
  const auto add = [&](std::string_view text) {
    const Lexicon::WordId lemma = Lexicon::get().find(text);
    if (lemma == Lexicon::unknown) return;
    for (const auto& [kin, link] : KinOf(lemma).words(meeting::least_kinship(words_.size() == 1)))
      add_words(keys_.synonyms_, Lexicon::get().word(kin), link.likeness);
  };
  for (std::size_t first = 0; first < words_.size(); ++first) {
    add(words_[first]);
    for (std::size_t second = first + 1; second < words_.size(); ++second) add(words_[first] + ' ' + words_[second]);
  }
}

void MeaningKeyMaker::add_name(std::u32string_view text, float score) {
  if (score <= weights::least_meaning || text.empty() || text.size() > weights::longest_meaning_han) return;
  keys_.names_.push_back({static_cast<std::uint32_t>(keys_.texts_.size()), static_cast<std::uint32_t>(text.size()), score});
  keys_.texts_ += text;
}

MeaningKeys::MeaningKeys(const NameView& query, const std::vector<std::string>& query_words, const Dictionary& dictionary)
    : dictionary_(dictionary), query_words_(query_words.size()) {
  MeaningKeyMaker(*this, query.core_han, query_words, dictionary_).make();
}

float MeaningKeys::translation_bound(float gains, std::size_t met, std::size_t words) noexcept {
  return std::min(1.0F, gains) * static_cast<float>(met) / static_cast<float>(words);
}

float MeaningKeys::synonym_bound(float likeness, std::size_t own, std::size_t words) const noexcept {
  if (own >= std::min(words, query_words_)) return 1;
  const std::size_t total = words + query_words_;
  return swapping::swapped(likeness, total - 2 * own, total);
}

float MeaningKeys::chinese_bound(float likenesses, std::size_t met, std::size_t characters) const noexcept {
  const float words = static_cast<float>(std::min(met * words_a_part_, query_words_)) / static_cast<float>(query_words_);
  return weights::composed * likenesses / static_cast<float>(characters) * words;
}

}  // namespace marque
