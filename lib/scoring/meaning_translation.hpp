#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "marque/text/dictionary.hpp"
#include "scoring/meaning_cover.hpp"

namespace marque {

/// The words of a name that carry meaning: base forms of its words of Latin letters, without function words and
/// generic endings where something else is left. Empty where there are none, or more than most_meaning_words.
std::vector<std::string> meaning_words(std::u32string_view words);

/// How well parts translate a name of `characters` by `words`: as a whole, or part by part.
Cover translation_score(const std::vector<TranslatedPart>& parts, std::size_t characters, std::size_t words);

/// One Chinese name against many names of English words.
class ChineseTranslator {
 public:
  ChineseTranslator() = default;
  ChineseTranslator(std::u32string_view han, const Dictionary& dictionary);

  /// How the words translate the name.
  std::vector<TranslatedPart> parts(const std::vector<std::string>& words) const;

  /// What a name of words must hold one of for parts() to give something: words, or two with a space.
  std::vector<std::string> keys() const;

 private:
  struct Hit {
    std::uint8_t begin, end;
    float likeness;                  // of the gloss, or of a kin of it
    float partial;                   // where only the noun is there
    std::vector<std::string> words;  // of the gloss; empty for a kin, which is met as it stands
    std::string gloss;
  };

  void add_part(std::u32string_view han, std::size_t begin, std::size_t end, const Dictionary& dictionary);
  void add_solid(std::u32string_view han, const Dictionary& dictionary);
  static void meet(const Hit& hit, std::uint8_t met, const std::vector<std::string>& words,
                   std::vector<TranslatedPart>& parts);

  std::unordered_map<std::string, std::vector<Hit>> hits_;
  std::unordered_map<std::string, TranslatedPart> solid_;  // redbull
};

/// The same from the other side: one name of English words against many Chinese names.
class EnglishTranslator {
 public:
  EnglishTranslator() = default;
  EnglishTranslator(const std::vector<std::string>& words, const Dictionary& dictionary);

  std::vector<TranslatedPart> parts(std::u32string_view han) const;

  /// What a Chinese name must hold one of for parts() to give something.
  std::vector<std::u32string> keys() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view text) const noexcept { return std::hash<std::u32string_view>{}(text); }
  };
  struct Match {
    std::uint8_t words;
    float likeness;
    std::string gloss;
  };
  template <class Value>
  using Map = std::unordered_map<std::u32string, Value, Hash, std::equal_to<>>;

  void add_glosses(std::size_t word, const Dictionary& dictionary);
  void add_kin(const std::string& lemma, std::uint8_t mask, const Dictionary& dictionary);
  void add_solid(const Dictionary& dictionary);
  void add(const std::u32string& han, Match match);

  std::vector<std::string> words_;
  Map<std::vector<Match>> matches_;
  Map<Match> solid_;
  std::size_t longest_ = 0;
};

}  // namespace marque
