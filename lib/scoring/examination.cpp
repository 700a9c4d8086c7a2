#include "marque/scoring/examination.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "law/words.hpp"
#include "marque/text/distance.hpp"
#include "marque/text/encoding.hpp"
#include "marque/text/meaning.hpp"
#include "marque/text/readings.hpp"
#include "scoring/characters.hpp"
#include "scoring/judging.hpp"
#include "scoring/letter_text.hpp"
#include "scoring/letters.hpp"
#include "scoring/meaning_words.hpp"
#include "scoring/weak_words.hpp"
#include "scoring/weights.hpp"
#include "text/number_words.hpp"

MARQUE_EMBEDDED(marque_rules)

namespace marque {

namespace {

const std::map<std::string, Bilingual, std::less<>>& rules() {
  static const auto table = [] {
    std::map<std::string, Bilingual, std::less<>> read;
    for_each_row(embedded(marque_rules, marque_rules_end), [&](const auto& fields) {
      read.emplace(fields[0], Bilingual{std::string(fields[2]), std::string(fields[3])});
    });
    return read;
  }();
  return table;
}

/// What one text has and the other lacks at its front or back; empty where it is not just that.
std::u32string_view addition(std::u32string_view longer, std::u32string_view shorter) {
  if (longer.size() <= shorter.size() || shorter.empty()) return {};
  if (longer.ends_with(shorter)) return longer.substr(0, longer.size() - shorter.size());
  if (longer.starts_with(shorter)) return longer.substr(shorter.size());
  return {};
}

/// The rules of what stands before and after a part of a text; none where some of that distinguishes.
std::vector<std::string> rules_beside(std::u32string_view text, std::u32string_view part) {
  const std::size_t at = text.find(part);
  if (at == text.npos) return {};
  const std::u32string_view before = text.substr(0, at), after = text.substr(at + part.size());
  std::vector<std::string> rules = rules_of_weak(before), more = rules_of_weak(after);
  if (rules.empty() != before.empty() || more.empty() != after.empty()) return {};
  rules.insert(rules.end(), more.begin(), more.end());
  return rules;
}

/// What is left of the words of a name without weak ones at either end; its core where that is too short to distinguish.
std::u32string distinctive_letters(const NameView& name) {
  const auto says_nothing = [](std::u32string_view word) { return !rules_of_weak(word).empty(); };
  auto words = split_words(name.words);
  while (!words.empty() && says_nothing(words.back())) words.pop_back();
  while (!words.empty() && says_nothing(words.front())) words.erase(words.begin());
  std::u32string letters;
  for (const std::u32string_view word : words) letters += word;
  return letters.size() < weights::contained_letters_least ? std::u32string(name.core_latin) : letters;
}

/// Whether letters can be read as pinyin of two syllables or more, and are no English word.
bool in_pinyin(std::u32string_view letters) {
  static const auto syllables = [] {
    std::set<std::u32string, std::less<>> all;
    for (std::size_t i = 0; i < syllable_count(); ++i) {
      const std::string_view syllable = spelling(static_cast<Syllable>(i));
      if (syllable.find_first_of("aeiouv") != syllable.npos) all.emplace(syllable.begin(), syllable.end());
    }
    return all;
  }();
  constexpr std::size_t longest = 6;
  std::vector<std::size_t> least(letters.size() + 1, 0);   // syllables to here, from 1; 0: none reaches
  for (std::size_t end = 1; end <= letters.size(); ++end) {
    for (std::size_t length = 1; length <= std::min(longest, end); ++length) {
      const std::size_t begin = end - length;
      if (begin > 0 && least[begin] == 0) continue;
      if (syllables.contains(letters.substr(begin, length)) && (least[end] == 0 || least[begin] + 1 < least[end]))
        least[end] = least[begin] + 1;
    }
  }
  return least.back() > 1 && !is_english(encode_utf8(letters));
}

/// Letters, and how many pairs of them were read as one.
struct LettersRead {
  std::u32string text;
  std::size_t joined = 0;
};

/// As they are, and with those that stand close read together: rn as m, vv as w.
std::vector<LettersRead> readings_of(std::u32string_view letters) {
  LettersRead together;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const LetterCode one = at + 1 < letters.size() ? joined_of(code_of(letters[at]), code_of(letters[at + 1])) : LetterCode{0};
    together.text += one == 0 ? letters[at] : letter_of(one);
    if (one != 0) ++together.joined, ++at;
  }
  std::vector<LettersRead> all{{std::u32string(letters), 0}};
  if (together.joined > 0) all.push_back(std::move(together));
  return all;
}

/// Collects the rules that two marks meet, element by element.
class Examiner {
 public:
  Examiner(const NameView& a, const NameView& b, const AspectScores& scores, const MeaningMatcher& meaning)
      : a_(a), b_(b), scores_(scores), meaning_(meaning) {}

  Examination verdict() {
    if (!a_.skeleton.empty() && !b_.skeleton.empty()) words();
    if (scores_.logo && *scores_.logo >= weights::similar_picture) meets("F01");
    if (result_.verdict == Verdict::similar && combined()) result_.rules.emplace_back("C01");
    return std::move(result_);
  }

 private:
  void words() {
    if (a_.skeleton == b_.skeleton) {
      result_.verdict = Verdict::identical;
      result_.rules.emplace_back("W00");
      return;
    }
    if (!a_.han.empty() && !b_.han.empty() && !(a_.figures_alone() && b_.figures_alone())) characters();
    if (!a_.latin.empty() && !b_.latin.empty()) letters();
    pinyin();
    if (scores_.meaning >= weights::same_meaning && means_in_other_words()) meets("W08");
  }

  void characters() {
    const auto x = a_.core_han, y = b_.core_han;
    if (x == y) return a_.han == b_.han ? meets("W01") : weak_words_beside(a_.han, b_.han, x);
    if (reordered(x, y)) meets("W01");
    if (repeats(x, y) || repeats(y, x)) meets("W09");
    individual_characters(x, y);
    alike(x, y);
    if (result_.verdict == Verdict::similar) meets_all(rules_beside(a_.han, x)), meets_all(rules_beside(b_.han, y));
    weak_addition(a_.han, b_.han);
    distinctive_parts(a_.han, b_.han);
    modified(x, y);
    contained(x, y, 2, true);
  }

  void letters() {
    const auto x = a_.core_latin, y = b_.core_latin;
    if (x == y) return same_letters();
    if (words_reordered(a_, b_)) meets("W03");
    else other_order(x, y);
    if (scores_.appearance > 0 && (repeats_letters(x, y) || repeats_letters(y, x))) meets("W09");
    if (inflected(x, y) || inflected(y, x) || other_forms()) meets("W10");
    individual_letters(x, y);
    heard_alike(x, y);
    if (result_.verdict == Verdict::similar) meets_all(rules_beside(a_.latin, x)), meets_all(rules_beside(b_.latin, y));
    weak_addition(x, y);
    distinctive_letters_alike();
    contained(x, y, weights::contained_letters_least, false);
    distinctive_word();
  }

  /// W02: the same letters in another order are freed where they sound otherwise.
  void other_order(std::u32string_view x, std::u32string_view y) {
    if (x.size() < weights::w02_letters || !reordered(x, y)) return;
    if (phone_likeness(a_.phones, b_.phones) < weights::sound_alike) freed("W02x");
  }

  /// W15: the first word of one mark is the whole of the other, and no weak word.
  void distinctive_word() {
    const auto x = split_words(a_.words), y = split_words(b_.words);
    if (x.empty() || y.empty() || (x.size() > 1) == (y.size() > 1) || x.front() != y.front()) return;
    if (x.front().size() < weights::contained_letters_least || weak_rule(x.front()) != nullptr) return;
    meets("W15");
  }

  void same_letters() {
    if (!a_.latin.empty() && a_.latin != b_.latin) return weak_words_beside(a_.latin, b_.latin, a_.core_latin);
    const bool one_has_characters = a_.han.empty() != b_.han.empty();
    if (one_has_characters && spells(a_.han.empty() ? b_.core_han : a_.core_han, a_.core_latin)) return meets("PY3");
    if (spells(a_.core_han, a_.core_latin) && spells(b_.core_han, b_.core_latin)) return freed("PY5");
    if (a_.latin.size() > 1) meets("C01");
  }

  /// W04: three characters and more of which only individual ones differ, unless the first clearly does.
  void individual_characters(std::u32string_view x, std::u32string_view y) {
    const std::size_t longer = std::max(x.size(), y.size());
    if (std::min(x.size(), y.size()) < weights::w04_characters_per_difference) return;
    if (edit_distance(x, y) > longer / weights::w04_characters_per_difference) return;
    if (!clearly_differ(x.front(), y.front()) && !mean_otherwise()) return meets("W04");
    if (!contains(x, y) && !contains(y, x)) freed("W04x");
  }

  /// W06 and W07, character by character.
  void alike(std::u32string_view x, std::u32string_view y) {
    if (x.size() == y.size() && every_pair(x, y, look_of, weights::look_alike)) meets("W06");
    if (x.size() != y.size() || !every_pair(x, y, sound_of, weights::sound_alike)) return;
    const bool looks_alike = mean_look(x, y) >= (x.size() > 2 ? weights::sound_needs_look : weights::look_alike);
    looks_alike ? meets("W07") : freed("PY5");
  }

  void individual_letters(std::u32string_view x, std::u32string_view y) {
    if (std::min(x.size(), y.size()) < weights::w05_letters_per_difference) return;
    bool found = false, first_alike = a_.phones == b_.phones;
    for (const LettersRead& own : readings_of(x)) {
      for (const LettersRead& other : readings_of(y)) {
        if (!only_some_differ(own, other)) continue;
        found = true;
        const char32_t first = own.text.front(), opposite = other.text.front();
        first_alike |= first == opposite || look_of(first, opposite) > weights::clearly_different;
      }
    }
    if (!found) return;
    if (first_alike && !mean_otherwise()) meets("W05");
    else if (!contains(x, y) && !contains(y, x)) freed("W05x");
    if (result_.verdict == Verdict::similar && in_pinyin(x) != in_pinyin(y)) meets("PY4");
  }

  /// W07 of letters. Marks of one or two are strict (W02).
  void heard_alike(std::u32string_view x, std::u32string_view y) {
    if (std::min(x.size(), y.size()) < weights::w02_letters || letter_look(x, y) <= weights::sound_needs_look) return;
    if (phone_likeness(a_.phones, b_.phones) >= weights::sound_alike && !mean_otherwise()) meets("W07");
  }

  /// At most one letter in four; two that are read as one count as half a letter that differs.
  static bool only_some_differ(const LettersRead& x, const LettersRead& y) {
    constexpr float rounding = 0.01f;
    const std::size_t longer = std::max(x.text.size(), y.text.size()), joined = std::max(x.joined, y.joined) - std::min(x.joined, y.joined);
    const float distance = (1 - letter_look(x.text, y.text)) * static_cast<float>(longer) + weights::joined_letters * static_cast<float>(joined);
    return distance <= static_cast<float>(longer / weights::w05_letters_per_difference) + rounding;
  }

  /// W11–W14: one mark is the other with weak words about it.
  void weak_addition(std::u32string_view x, std::u32string_view y) {
    const auto [shorter, longer] = std::minmax(x, y, [](auto a, auto b) { return a.size() < b.size(); });
    if (shorter.size() > 1 && shorter.size() < longer.size()) meets_all(rules_beside(longer, shorter));
  }

  /// The distinctive parts are the same or alike, beside weak words of either mark (W11–W14). Places about the same word distinguish where
  /// that may be what is sold.
  void distinctive_parts(std::u32string_view x, std::u32string_view y) {
    const auto own = distinctive_part(x), other = distinctive_part(y);
    if (own.size() == x.size() && other.size() == y.size()) return;
    if (own == other) {
      const bool both_in_places = !x.starts_with(own) && !y.starts_with(own);
      if (contains(x, y) || contains(y, x) || (both_in_places && own.size() < weights::w04_characters_per_difference)) return;
    } else {
      const Examination before = result_;
      individual_characters(own, other);
      alike(own, other);
      if (before.verdict == Verdict::similar) result_.exceptions = before.exceptions;   // of the marks as wholes
      if (result_.rules == before.rules) return;
    }
    meets_all(rules_beside(x, own));
    meets_all(rules_beside(y, other));
  }

  /// W14: the same word after two modifying ones (大, 红), where the wholes are no words of other meanings.
  void modified(std::u32string_view x, std::u32string_view y) {
    constexpr std::size_t least = 3;
    if (std::min(x.size(), y.size()) < least || x.front() == y.front() || x.substr(1) != y.substr(1)) return;
    const std::string *own = weak_rule(x.substr(0, 1)), *other = weak_rule(y.substr(0, 1));
    const bool words = is_word(x) && is_word(y);
    if (own != nullptr && other != nullptr && *own == "W14" && *other == "W14" && !words && !mean_otherwise()) meets("W14");
  }

  /// W11–W14 of the words that stand beside what is the same in both.
  void weak_words_beside(std::u32string_view x, std::u32string_view y, std::u32string_view same) {
    meets_all(rules_beside(x, same));
    meets_all(rules_beside(y, same));
    if (result_.verdict == Verdict::not_similar) meets("W11");
  }

  /// The same of words of letters: those before and after which weak ones stand.
  void distinctive_letters_alike() {
    const std::u32string own = distinctive_letters(a_), other = distinctive_letters(b_);
    if (own == a_.core_latin && other == b_.core_latin) return;
    if (own != other) {
      const Examination before = result_;
      individual_letters(own, other);
      if (before.verdict == Verdict::similar) result_.exceptions = before.exceptions;
      if (result_.rules == before.rules) return;
    }
    meets_all(rules_beside(a_.latin, own));
    meets_all(rules_beside(b_.latin, other));
  }

  void meets_all(const std::vector<std::string>& rules) {
    for (const std::string& rule : rules) meets(rule);
  }

  /// W16: the shorter stands wholly in the longer and makes up enough of it.
  void contained(std::u32string_view x, std::u32string_view y, std::size_t least, bool by_share) {
    const bool first_longer = x.size() > y.size();
    const auto shorter = first_longer ? y : x, longer = first_longer ? x : y;
    if (shorter.size() < least || shorter.size() == longer.size()) return;
    if (longer.find(shorter) == std::u32string_view::npos) return;
    const float share = static_cast<float>(shorter.size()) / static_cast<float>(longer.size());
    if (share >= weights::part_of_longer || (by_share && shorter.size() > 2)) meets("W16");
  }

  void pinyin() {
    const bool only_characters = a_.latin.empty() || b_.latin.empty(), only_letters = a_.han.empty() || b_.han.empty();
    if (only_letters && only_characters && a_.han.empty() != b_.han.empty()) {
      const auto& han = a_.han.empty() ? b_ : a_;
      const auto& latin = a_.han.empty() ? a_ : b_;
      if (spells(han.core_han, latin.core_latin)) freed("PY1");
    }
    if (a_.core_han == b_.core_han && !a_.han.empty() && a_.latin.empty() != b_.latin.empty() &&
        spells(a_.core_han, a_.latin.empty() ? b_.core_latin : a_.core_latin))
      meets("PY2");
  }

  bool combined() const {
    return in_both_scripts(a_) != in_both_scripts(b_) &&
           std::find(result_.rules.begin(), result_.rules.end(), "C01") == result_.rules.end();
  }

  static bool in_both_scripts(const NameView& name) { return !name.han.empty() && !name.latin.empty() && !name.figures_alone(); }

  /// Whether both marks have clear meanings, and no word in common: the exception of W04, W05 and W07.
  bool mean_otherwise() const {
    const auto x = split_words(a_.words), y = split_words(b_.words);
    if (std::find_first_of(x.begin(), x.end(), y.begin(), y.end()) != x.end()) return false;
    return meaning_.explain(b_).relation == MeaningRelation::different_clear;
  }

  /// Whether the marks meet in meaning elsewhere than in a word that both have, and not by sound besides: what characters sound like in
  /// letters makes no mark similar by itself (PY1).
  bool means_in_other_words() const {
    const MeaningEvidence found = meaning_.explain(b_);
    const bool heard = std::any_of(found.links.begin(), found.links.end(), [](const MeaningLink& link) { return link.by_sound; });
    return !heard && std::any_of(found.links.begin(), found.links.end(), [](const MeaningLink& link) { return link.query != link.other; });
  }

  static bool is_word(std::u32string_view han) {
    const auto pieces = cut_words(han);
    return pieces.size() == 1 && pieces.front().known;
  }

  static bool contains(std::u32string_view longer, std::u32string_view part) { return longer.find(part) != longer.npos; }

  static bool clearly_differ(char32_t x, char32_t y) {
    return x != y && look_of(x, y) <= weights::clearly_different && sound_of(x, y) < weights::sound_alike;
  }

  template <class PairLikeness>
  static bool every_pair(std::u32string_view x, std::u32string_view y, PairLikeness likeness, float least) {
    return std::equal(x.begin(), x.end(), y.begin(),
                      [&](char32_t p, char32_t q) { return p == q || likeness(p, q) >= least; });
  }

  /// Of two texts of the same length.
  static float mean_look(std::u32string_view x, std::u32string_view y) {
    const float sum = std::transform_reduce(x.begin(), x.end(), y.begin(), 0.0f, std::plus<>(), [](char32_t p, char32_t q) { return p == q ? 1 : look_of(p, q); });
    return sum / static_cast<float>(x.size());
  }

  /// One element of letters, not of digits, said twice or more.
  static bool repeats_letters(std::u32string_view x, std::u32string_view y) {
    return y.size() > 1 && repeats(x, y) && std::none_of(y.begin(), y.end(), is_figure);
  }

  /// English plural, gerund, past tense and article: also with the last letter doubled (running) or a last e left out (baking).
  static bool inflected(std::u32string_view x, std::u32string_view y) {
    if (y.size() < 3) return false;
    if (const std::u32string_view more = addition(x, y); !more.empty() && !x.starts_with(y)) return more == U"the";
    const std::u32string stem(y);
    const auto is = [&](const std::u32string& before, std::u32string_view ending) { return x == before + std::u32string(ending); };
    const std::u32string shortened = y.ends_with(U'e') ? stem.substr(0, stem.size() - 1) : stem, doubled = stem + stem.back();
    return is(stem, U"s") || is(stem, U"es") || is(stem, U"ed") || is(shortened, U"ed") || is(doubled, U"ed") || is(shortened, U"ing") || is(doubled, U"ing");
  }

  /// The same English words in other forms: city and cities, happy and happier; or the same words but for articles and the like.
  bool other_forms() const {
    const auto meant = meaning_words(a_.words);
    if (a_.words != b_.words && !meant.empty() && meant == meaning_words(b_.words)) return true;
    const auto x = split_words(a_.words), y = split_words(b_.words);
    return x != y && std::equal(x.begin(), x.end(), y.begin(), y.end(), [](std::u32string_view p, std::u32string_view q) {
      const std::string base = base_form(encode_utf8(p));
      return p == q || (is_english(base) && base == base_form(encode_utf8(q)));
    });
  }

  void meets(std::string_view rule) {
    if (result_.verdict == Verdict::not_similar) result_.verdict = Verdict::similar;
    if (std::find(result_.rules.begin(), result_.rules.end(), rule) == result_.rules.end()) result_.rules.emplace_back(rule);
  }

  void freed(std::string_view rule) {
    if (std::find(result_.exceptions.begin(), result_.exceptions.end(), rule) == result_.exceptions.end()) result_.exceptions.emplace_back(rule);
  }

  NameView a_, b_;
  AspectScores scores_;
  const MeaningMatcher& meaning_;
  Examination result_;
};

struct VerdictNames {
  std::string_view en, zh;
};
constexpr std::array<VerdictNames, 3> verdict_names{{{"not", "不近似"}, {"similar", "近似"}, {"identical", "相同"}}};

}  // namespace

std::string_view name_of(Verdict verdict) noexcept { return verdict_names[static_cast<std::size_t>(verdict)].en; }
std::string_view chinese_of(Verdict verdict) noexcept { return verdict_names[static_cast<std::size_t>(verdict)].zh; }

Bilingual rule_text(std::string_view id) {
  const auto found = rules().find(id);
  return found == rules().end() ? Bilingual{} : found->second;
}

Examination examination_of(const Subject& a, const Subject& b, const AspectScores& scores, const MeaningMatcher& meaning) {
  return Examiner(a.comparable.view(), b.comparable.view(), scores, meaning).verdict();
}

Examination examine(const Subject& a, const Subject& b, const AspectScores& scores, const Dictionary& dictionary) {
  return examination_of(a, b, scores, MeaningMatcher(a.comparable.view(), dictionary));
}

}  // namespace marque
