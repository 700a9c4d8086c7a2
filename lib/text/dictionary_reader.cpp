#include "text/dictionary_contents.hpp"

#include <algorithm>
#include <utility>

#include "marque/text/encoding.hpp"
#include "marque/text/meaning.hpp"
#include "text/gloss_form.hpp"
#include "text/gloss_words.hpp"
#include "text/lexicon.hpp"
#include "text/variants.hpp"

namespace marque {

namespace {

constexpr std::size_t longest_head = 3;      // words; longer glosses explain instead of translating
constexpr std::size_t longest_sense = 80;    // letters; likewise
constexpr std::size_t most_glosses = 24;     // of one word
constexpr std::size_t longest_headword = 16;
constexpr std::size_t most_head_letters = 80;

bool is_han(char32_t point) {
  return (point >= 0x3400 && point < 0xA000) || point == 0x3007 || (point >= 0x20000 && point < 0x32400);
}

/// The headword as names hold it; empty where it is not of Chinese characters alone.
std::u32string headword(std::string_view simplified) {
  auto points = decode_utf8(simplified);
  if (!points) return {};
  std::erase_if(*points, [](char32_t point) { return point == 0xB7 || point == 0x30FB || point == 0xFF0C; });
  if (points->size() > longest_headword || !std::all_of(points->begin(), points->end(), is_han)) return {};
  standardize(*points);
  return *std::move(points);
}

/// What stands outside brackets.
std::string without_brackets(std::string_view sense) {
  std::string text;
  int depth = 0;
  for (const char c : sense) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) text += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return text;
}

/// Whether the note is a word of its own at the beginning, or ends itself: `CL:个`.
bool begins_with(std::string_view sense, std::string_view note) {
  if (!sense.starts_with(note)) return false;
  const bool ends_itself = note.back() == ':' || note.back() == '.' || note.back() == ')';
  return ends_itself || sense.size() == note.size() || sense[note.size()] == ' ' || sense[note.size()] == ':';
}

bool is_note(std::string_view sense) {
  if (sense.empty()) return false;
  const auto& notes = gloss_words().notes;
  const auto alike = notes.find(sense.front());
  return alike != notes.end() && std::any_of(alike->second.begin(), alike->second.end(), [&](std::string_view note) { return begins_with(sense, note); });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool is_silent(char c) { return c == '\'' || c == '.' || c == '!' || c == '?' || c == '"'; }

/// Calls `take` for each word of a gloss, lower case; whether the gloss holds nothing but English words.
template <class Take>
bool for_each_word(std::string_view gloss, Take&& take) {
  std::string word;
  for (const char c : gloss) {
    if (is_letter(c)) {
      word += lower(c);
    } else if (c == ' ' || c == '-') {
      if (!word.empty()) take(std::string_view(word));
      word.clear();
    } else if (!is_silent(c)) {
      return false;
    }
  }
  if (!word.empty()) take(std::string_view(word));
  return true;
}

template <class Take>
void for_each_piece(std::string_view text, char separator, Take&& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
}

/// The glosses of a sense, which semicolons part outside brackets.
template <class Take>
void for_each_gloss(std::string_view sense, Take&& take) {
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= sense.size(); ++at) {
    const char c = at < sense.size() ? sense[at] : ';';
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    if (at < sense.size() && (c != ';' || depth > 0)) continue;
    take(sense.substr(begin, at - begin));
    begin = at + 1;
  }
}

/// Whether all of a note in brackets says how the word is used, as in (Tw, coll.).
bool is_usage(std::string_view note) {
  bool usage = true;
  for_each_piece(note, ',', [&](std::string_view label) { usage = usage && gloss_words().labels.contains(trimmed(label)); });
  return usage;
}

/// Whether a note in brackets says of what the gloss is said.
bool is_narrowed(std::string_view gloss) {
  std::size_t open = 0, close = 0;
  while ((open = gloss.find('(', close)) != gloss.npos) {
    close = std::min(gloss.find(')', open), gloss.size());
    const std::string_view note = gloss.substr(open + 1, close - (open + 1));
    if (!is_note(note) && !is_usage(note)) return true;
  }
  return false;
}

/// Of a gloss as it stands in the file, and without its brackets (gloss_form.hpp).
std::uint8_t form_of(std::string_view gloss, std::string_view text) {
  const auto starts_word = [&](std::size_t at) { return at == 0 || text[at - 1] == ' ' || text[at - 1] == '-'; };
  std::uint8_t form = text.starts_with("to ") ? gloss_form::verb : gloss_form::plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] >= 'A' && text[at] <= 'Z' && starts_word(at)) form = gloss_form::proper;
  }
  return is_narrowed(gloss) ? form | gloss_form::narrowed : form;
}

/// Gives the numbers 0 … in the order of their owners; `owner_of(number)` is below `owners`.
template <class OwnerOf>
void group(std::size_t numbers, std::size_t owners, OwnerOf&& owner_of, std::vector<std::uint32_t>& first, std::vector<std::uint32_t>& grouped) {
  first.assign(owners + 1, 0);
  for (std::uint32_t number = 0; number < numbers; ++number) ++first[owner_of(number) + 1];
  for (std::size_t owner = 0; owner < owners; ++owner) first[owner + 1] += first[owner];
  std::vector<std::uint32_t> next = first;
  grouped.resize(numbers);
  for (std::uint32_t number = 0; number < numbers; ++number) grouped[next[owner_of(number)]++] = number;
}

/// A gloss that a word has twice is narrowed if it is so both times.
void add_form(std::uint8_t& form, std::uint8_t other) {
  const std::uint8_t narrowed = form & other & gloss_form::narrowed;
  form = static_cast<std::uint8_t>(((form | other) & ~gloss_form::narrowed) | narrowed);
}

}  // namespace

Result<void> DictionaryReader::read_lines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
    if (line.empty()) continue;
    if (line.front() == '#') {
      read_comment(line);
    } else if (line.size() > limits_.line_bytes || !read_line(line)) {
      ++bad_lines_;
    } else {
      ++good_lines_;
    }
    if (blocks_->words.size() > limits_.words)
      return Error{ErrorCode::limit_exceeded, "more than " + std::to_string(limits_.words) + " words"}.in_record(good_lines_ + bad_lines_);
  }
  if (good_lines_ == 0)
    return Error{ErrorCode::malformed, "no line reads “traditional simplified [pinyin] /translation/”"};
  return {};
}

void DictionaryReader::read_comment(std::string_view line) {
  constexpr std::size_t longest_edition = 40;
  constexpr std::size_t length_of_day = 10;
  if (publisher_.empty() && line.size() > 2 && line.size() < longest_edition && line[1] == ' ' && check_utf8(line))
    publisher_ = line.substr(2);
  constexpr std::string_view date = "#! date=";
  if (!line.starts_with(date)) return;
  const std::string_view day = line.substr(date.size(), length_of_day);
  if (std::all_of(day.begin(), day.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; }))
    edition_ = (publisher_.empty() ? "" : publisher_ + " ") + std::string(day);
}

bool DictionaryReader::read_line(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == line.npos || space == 0) return false;
  const std::size_t second = line.find(' ', space + 1);
  if (second == line.npos || second == space + 1) return false;
  const std::size_t bracket = line.find_first_not_of(' ', second);
  if (bracket == line.npos || line[bracket] != '[') return false;
  const std::size_t closing = line.find("] /", bracket);
  if (closing == line.npos || line.back() != '/' || closing + 3 >= line.size()) return false;
  if (line.find('\0') != line.npos || !check_utf8(line)) return false;
  const std::u32string word = headword(line.substr(space + 1, second - space - 1));
  const char first = line[bracket + 1] == '[' ? line[bracket + 2] : line[bracket + 1];  // version 2 writes [[pinyin]]
  if (word.empty()) return true;
  longest_word_ = std::max(longest_word_, word.size());
  read_senses(blocks_->words.add(word), line.substr(closing + 3), first >= 'A' && first <= 'Z' ? Kind::proper : Kind::common);
  return true;
}

void DictionaryReader::read_senses(std::uint32_t word, std::string_view senses, Kind kind) {
  for_each_piece(senses, '/', [&](std::string_view sense) {
    if (is_note(sense) || is_note(trimmed(without_brackets(sense)))) return;
    for_each_gloss(sense, [&](std::string_view gloss) {
      const std::string text = without_brackets(gloss);
      add_gloss(word, trimmed(text), kind, form_of(gloss, trimmed(text)));
    });
  });
}

void DictionaryReader::add_gloss(std::uint32_t word, std::string_view gloss, Kind kind, std::uint8_t form) {
  if (gloss.empty() || gloss.size() > longest_sense || is_note(gloss)) return;
  constexpr std::string_view of = "of";
  std::size_t noun = 0, noun_length = 0, count = 0;
  bool noun_found = false;
  head_.clear();
  const bool english = for_each_word(gloss, [&](std::string_view part) {
    if (part == of) noun_found = noun_length > 0;
    const std::string_view word_base = base(part);
    if (word_base.empty() || ++count > longest_head) return;
    if (!head_.empty()) head_ += ' ';
    if (!noun_found) noun = head_.size(), noun_length = word_base.size();
    head_ += word_base;
  });
  if (!english || count > longest_head || noun_length < 2 || head_.size() > most_head_letters) return;
  const std::uint32_t head = blocks_->heads.add(head_);
  if (head == blocks_->noun_of.size())
    blocks_->noun_of.push_back({blocks_->nouns.add(std::string_view(head_).substr(noun, noun_length)),
                                  static_cast<std::uint8_t>(noun), static_cast<std::uint8_t>(noun_length)});
  (kind == Kind::proper ? proper_ : common_).push_back({word, head, form});
}

/// The base form, worked out once a word; empty for a function word.
std::string_view DictionaryReader::base(std::string_view word) {
  const std::uint32_t form = forms_.add(word);
  if (form == base_of_.size()) base_of_.push_back(is_function_word(word) ? bases_.none : bases_.add(base_form(word)));
  return base_of_[form] == bases_.none ? std::string_view{} : bases_[base_of_[form]];
}

void DictionaryReader::add_characters() {
  constexpr std::uint8_t unmarked = gloss_form::verb | gloss_form::plain;
  for (const char32_t character : glossed_characters()) {
    const std::uint32_t word = blocks_->words.add({&character, 1});
    for (const std::string_view sense : senses(character)) add_gloss(word, sense, Kind::common, unmarked);
  }
  longest_word_ = std::max<std::size_t>(longest_word_, 1);
}

Dictionary::Contents DictionaryReader::contents() {
  order_glosses();
  order_uses();
  order_heads();
  find_lemmas();
  blocks_->words.shrink();
  blocks_->heads.shrink();
  blocks_->nouns.shrink();
  Dictionary::Contents made;
  made.words = blocks_->words.view();
  made.heads = blocks_->heads.view();
  made.nouns = blocks_->nouns.view();
  made.first_gloss = blocks_->first_gloss;
  made.glosses = blocks_->glosses;
  made.forms = blocks_->forms;
  made.noun_of = blocks_->noun_of;
  made.first_use = blocks_->first_use;
  made.uses = blocks_->uses;
  made.first_head = blocks_->first_head;
  made.heads_of = blocks_->heads_of;
  made.family = blocks_->family;
  made.lemma_of = blocks_->lemma_of;
  made.head_of = blocks_->head_of;
  made.bad_lines = bad_lines_;
  made.longest_word = longest_word_;
  return made;
}

Dictionary DictionaryReader::finish(std::string edition) {
  struct Kept {
    std::shared_ptr<const Dictionary::Contents::Blocks> blocks;
    Dictionary::Contents contents;
  };
  auto kept = std::make_shared<Kept>(Kept{blocks_, contents()});
  kept->contents.edition = std::move(edition);
  return Dictionary(std::shared_ptr<const Dictionary::Contents>(kept, &kept->contents));
}

/// Word by word, each gloss once in all its forms, in the order of the file.
void DictionaryReader::order_glosses() {
  common_.insert(common_.end(), proper_.begin(), proper_.end());
  const std::size_t words = blocks_->words.size();
  std::vector<std::uint32_t> first, order;
  group(common_.size(), words, [&](std::uint32_t number) { return common_[number].word; }, first, order);

  std::vector<std::uint32_t>& glosses = blocks_->glosses;
  blocks_->first_gloss.reserve(words + 1);
  for (std::size_t word = 0; word < words; ++word) {
    const auto begin = static_cast<std::ptrdiff_t>(glosses.size());
    blocks_->first_gloss.push_back(static_cast<std::uint32_t>(begin));
    for (std::uint32_t at = first[word]; at < first[word + 1]; ++at) {
      const Entry& entry = common_[order[at]];
      const auto known = std::find(glosses.begin() + begin, glosses.end(), entry.head);
      if (known != glosses.end()) {
        add_form(blocks_->forms[static_cast<std::size_t>(known - glosses.begin())], entry.form);
      } else if (glosses.size() < static_cast<std::size_t>(begin) + most_glosses) {
        glosses.push_back(entry.head);
        blocks_->forms.push_back(entry.form);
      }
    }
  }
  blocks_->first_gloss.push_back(static_cast<std::uint32_t>(glosses.size()));
}

void DictionaryReader::order_uses() {
  Dictionary::Contents::Blocks& book = *blocks_;
  std::vector<std::uint32_t> places;
  group(book.glosses.size(), book.heads.size(), [&](std::uint32_t place) { return book.glosses[place]; }, book.first_use, places);
  std::vector<std::uint32_t> word_of(book.glosses.size());
  for (std::uint32_t word = 0; word < book.words.size(); ++word)
    std::fill(word_of.begin() + book.first_gloss[word], word_of.begin() + book.first_gloss[word + 1], word);
  book.uses.reserve(places.size());
  for (const std::uint32_t place : places) book.uses.push_back({word_of[place], place - book.first_gloss[word_of[place]]});
}

void DictionaryReader::order_heads() {
  Dictionary::Contents::Blocks& book = *blocks_;
  group(book.heads.size(), book.nouns.size(), [&](std::uint32_t head) { return book.noun_of[head].number; }, book.first_head, book.heads_of);
  book.family.assign(book.nouns.size(), 0);
  for (const std::uint32_t head : book.glosses) ++book.family[book.noun_of[head].number];
}

void DictionaryReader::find_lemmas() {
  Dictionary::Contents::Blocks& book = *blocks_;
  const Lexicon& lexicon = Lexicon::get();
  book.lemma_of.resize(book.heads.size());
  book.head_of.assign(lexicon.size(), TextPool<char>::none);
  for (std::uint32_t head = 0; head < book.heads.size(); ++head) {
    const Lexicon::WordId lemma = book.lemma_of[head] = lexicon.find(book.heads[head]);
    if (lemma != Lexicon::unknown) book.head_of[lemma] = head;
  }
}

}  // namespace marque
