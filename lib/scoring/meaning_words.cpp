#include "scoring/meaning_words.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "marque/text/encoding.hpp"
#include "scoring/letters.hpp"
#include "scoring/meaning_weights.hpp"
#include "text/generic_words.hpp"
#include "text/homographs.hpp"
#include "text/lexicon_image.hpp"

namespace marque {

namespace {

bool is_letter(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_word(std::u32string_view word) { return word.size() > 1 && std::all_of(word.begin(), word.end(), is_letter); }
bool is_initial(std::u32string_view word) { return word.size() == 1 && is_letter(word.front()); }

MeaningWordReader::Word word_of(std::u32string_view text) {
  MeaningWordReader::Word word;
  word.generic = is_generic(text);
  const bool figures = !text.empty() && is_figure(text.front());   // a run of them
  if (!is_word(text) && !figures) return word;
  const std::string letters(text.begin(), text.end());
  word.number = number_word(letters);
  if (figures) return word;
  word.function = is_function_word(letters);
  word.base = base_form(letters);
  if (const Lexicon::WordId lemma = Lexicon::get().find(word.base); lemma != Lexicon::unknown) word.languages = Lexicon::get().languages(lemma);
  return word;
}

/// The word as one of the language with this number; as it is where the lexicon does not know it at all, unset where it is only of others.
std::optional<std::string> read_in(std::size_t language, const std::string& word) {
  const Lexicon& lexicon = Lexicon::get();
  const Lexicon::WordId known = lexicon.find(word);
  if (known == Lexicon::unknown || (lexicon.languages(known) >> language & 1) != 0) return word;
  std::string homograph = in_language(lexicon_image::languages_known[language], word);
  return lexicon.find(homograph) == Lexicon::unknown ? std::nullopt : std::optional(std::move(homograph));
}

/// All of them as words of one of the languages, if they can be.
void read_in_one_of(std::uint32_t languages, std::vector<std::string>& words) {
  for (std::size_t language = 0; language < lexicon_image::languages_known.size(); ++language) {
    if ((languages >> language & 1) == 0) continue;
    std::vector<std::string> read;
    for (const std::string& word : words) {
      if (auto one = read_in(language, word)) read.push_back(*std::move(one));
    }
    if (read.size() == words.size()) return void(words = std::move(read));
  }
}

/// Cuts an unknown word that is joined of two English ones, where both are longest.
MeaningWordReader::Word joined_word_of(std::u32string_view text) {
  MeaningWordReader::Word word = word_of(text);
  if (word.base.empty() || word.function || word.generic || Lexicon::get().find(word.base) != Lexicon::unknown) return word;
  const std::string whole(text.begin(), text.end());
  std::size_t best = 0;
  for (std::size_t cut = shortest_joined_word; cut + shortest_joined_word <= whole.size(); ++cut) {
    const std::size_t shorter = std::min(cut, whole.size() - cut);
    if (shorter <= best || !is_english(std::string_view(whole).substr(0, cut))) continue;
    std::string second = base_form(std::string_view(whole).substr(cut));
    if (!is_english(second)) continue;
    best = shorter;
    word.base = whole.substr(0, cut);
    word.second = std::move(second);
  }
  return word;
}

/// Takes the words of a name one by one, those of a number or of initials together.
class WordCollector {
 public:
  explicit WordCollector(std::vector<std::string>& kept) : kept_(kept) { kept_.clear(); }

  void take(std::u32string_view text, const MeaningWordReader::Word& word) {
    languages_ |= word.languages;
    if (is_initial(text)) {
      end_number(false);
      initials_ += static_cast<char>(text.front());
    } else if (word.number) {
      end_initials();
      take_number(*word.number);
    } else if (!number_.empty() && number_.takes_ending(std::string(text.begin(), text.end()))) {
      end_number(true);
    } else if (!word.second.empty()) {
      end_initials();
      for (const std::string* half : {&word.base, &word.second}) take_half(*half);
    } else {
      end_number(false);
      if (!word.function) end_initials();
      if (!word.base.empty()) (word.function ? functions_ : kept_).push_back(word.base);
    }
  }

  void finish() {
    end_number(false);
    end_initials();
    if (kept_.empty()) kept_ = std::move(functions_);
    if (kept_.size() > weights::most_meaning_words) kept_.clear();
    if (languages_ != 0 && kept_.size() > 1) read_in_one_of(languages_, kept_);
  }

 private:
  void take_number(const NumberWord& number) {
    number_.add(number);
    if (number.kind == NumberWord::Kind::ordinal) end_number(true);
  }

  /// Of two joined words. It counts even where it is a function word.
  void take_half(const std::string& half) {
    const auto number = number_word(half);
    if (!number) end_number(false);
    joined_ = true;
    number ? take_number(*number) : kept_.push_back(half);
  }

  void end_number(bool ordinal) {
    const bool joined = std::exchange(joined_, false);
    if (number_.empty()) return;
    std::string word = comparable_number(std::exchange(number_, {}).figures(), ordinal);
    (is_function_word(word) && !joined ? functions_ : kept_).push_back(std::move(word));
  }

  void end_initials() {
    if (initials_.size() > 1) kept_.push_back(initials_);
    initials_.clear();
  }

  std::vector<std::string>& kept_;
  std::vector<std::string> functions_;
  std::uint32_t languages_ = 0;   // of words that English texts do not use
  SpokenNumber number_;
  std::string initials_;
  bool joined_ = false;   // one of the words of the number is half of a joined word
};

/// `look_up(text)` gives the Word of a text.
template <class LookUp>
void find_words(std::u32string_view words, LookUp&& look_up, std::vector<std::string>& kept) {
  std::vector<std::u32string_view> parts = split_words(words);
  while (parts.size() > 1 && look_up(parts.back()).generic) parts.pop_back();
  WordCollector collector(kept);
  for (const std::u32string_view part : parts) collector.take(part, look_up(part));
  collector.finish();
}

}  // namespace

std::vector<std::string> meaning_words(std::u32string_view words) {
  std::vector<std::string> found;
  find_words(words, joined_word_of, found);
  return found;
}

std::vector<WrittenNumber> written_numbers(std::u32string_view words) {
  std::vector<WrittenNumber> numbers;
  SpokenNumber number;
  std::string written;
  const auto end = [&](bool ordinal) {
    if (!number.empty()) numbers.push_back({comparable_number(std::exchange(number, {}).figures(), ordinal), std::exchange(written, {})});
  };
  for (const std::u32string_view part : split_words(words)) {
    const std::string text = encode_utf8(part);
    const auto word = number_word(text);
    const bool ending = !word && number.takes_ending(text);
    if (!word && !ending) {
      end(false);
      continue;
    }
    written += (written.empty() || ending ? "" : " ") + text;
    if (word) number.add(*word);
    if (ending || word->kind == NumberWord::Kind::ordinal) end(true);
  }
  end(false);
  return numbers;
}

bool in_english_words(std::u32string_view words) {
  std::vector<std::string> found;
  find_words(words, word_of, found);
  return !found.empty() && std::all_of(found.begin(), found.end(), [](const std::string& word) { return is_english(word); });
}

const std::vector<std::string>& MeaningWordReader::read(std::u32string_view words) {
  find_words(words, [&](std::u32string_view text) -> const Word& { return look_up(text); }, found_);
  return found_;
}

const MeaningWordReader::Word& MeaningWordReader::look_up(std::u32string_view text) {
  Known& known = known_[std::hash<std::u32string_view>{}(text) % known_.size()];
  if (known.text != text) {
    known.text = text;
    known.word = joined_word_of(text);
  }
  return known.word;
}

std::vector<NameLemma> lemmas_of(const std::vector<std::string>& words) {
  std::vector<NameLemma> lemmas;
  const auto add = [&](std::string_view text, unsigned places) {
    const Lexicon::WordId word = Lexicon::get().find(text);
    if (word != Lexicon::unknown) lemmas.push_back({word, static_cast<std::uint8_t>(places), KinOf(word)});
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    add(words[at], 1U << at);
    if (at + 1 < words.size()) add(words[at] + ' ' + words[at + 1], 3U << at);
  }
  return lemmas;
}

}  // namespace marque
