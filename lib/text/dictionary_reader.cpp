#include "text/dictionary_contents.hpp"

#include <algorithm>
#include <bit>
#include <cctype>
#include <utility>

#include "marque/text/encoding.hpp"
#include "marque/text/meaning.hpp"
#include "text/gloss_words.hpp"
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

bool is_note(std::string_view sense) {
  const auto& notes = gloss_words().notes;
  return std::any_of(notes.begin(), notes.end(), [&](std::string_view note) {
    return sense.starts_with(note) && (note.back() == ':' || note.back() == '.' || note.back() == ')' ||
                                       sense.size() == note.size() || sense[note.size()] == ' ' || sense[note.size()] == ':');
  });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// The words of a gloss, lower case; empty where it holds what is no English word.
std::vector<std::string> words_of(std::string_view gloss) {
  std::vector<std::string> words(1);
  for (const char c : gloss) {
    if (is_letter(c)) {
      words.back() += lower(c);
    } else if (c == ' ' || c == '-') {
      if (!words.back().empty()) words.emplace_back();
    } else if (c != '\'' && c != '.' && c != '!' && c != '?' && c != '"') {
      return {};
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

template <class Take>
void for_each_piece(std::string_view text, char separator, Take&& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
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
    if (words_.size() > limits_.words)
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
  if (!word.empty()) read_senses(word_number(word), line.substr(closing + 3), first >= 'A' && first <= 'Z');
  return true;
}

void DictionaryReader::read_senses(std::uint32_t word, std::string_view senses, bool proper) {
  for_each_piece(senses, '/', [&](std::string_view sense) {
    const std::string text = without_brackets(sense);
    if (is_note(trimmed(text)) || is_note(sense)) return;
    for_each_piece(text, ';', [&](std::string_view gloss) { add_gloss(word, trimmed(gloss), proper); });
  });
}

void DictionaryReader::add_gloss(std::uint32_t word, std::string_view sense, bool proper) {
  if (sense.empty() || sense.size() > longest_sense || is_note(sense)) return;
  constexpr std::string_view of = "of";
  std::string head;
  std::size_t noun = 0, noun_length = 0, count = 0;
  bool noun_found = false;
  for (const std::string& part : words_of(sense)) {
    if (part == of) noun_found = noun_length > 0;
    if (is_function_word(part)) continue;
    if (++count > longest_head) return;
    if (!head.empty()) head += ' ';
    const std::string& form = base(part);
    if (!noun_found) noun = head.size(), noun_length = form.size();
    head += form;
  }
  if (noun_length < 2 || head.size() > most_head_letters) return;
  entries_.push_back({word, head_number(head, noun, noun_length), proper});
}

const std::string& DictionaryReader::base(std::string_view word) {
  const auto [place, fresh] = bases_.try_emplace(std::string(word));
  if (fresh) place->second = base_form(word);
  return place->second;
}

std::uint32_t DictionaryReader::word_number(const std::u32string& word) {
  const auto [place, fresh] = word_numbers_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
  if (fresh) words_.push_back(word);
  return place->second;
}

std::uint32_t DictionaryReader::head_number(const std::string& head, std::size_t noun, std::size_t noun_length) {
  const auto [place, fresh] = head_numbers_.try_emplace(head, static_cast<std::uint32_t>(heads_.size()));
  if (fresh) heads_.push_back({head, noun, noun_length});
  return place->second;
}

void DictionaryReader::add_characters() {
  for (const char32_t character : glossed_characters()) {
    std::uint32_t word = Dictionary::Contents::none;
    for (const std::string_view gloss : glosses(character)) {
      const std::string form = base(gloss);
      if (is_function_word(form)) continue;
      if (word == Dictionary::Contents::none) word = word_number(std::u32string(1, character));
      entries_.push_back({word, head_number(form, 0, form.size()), false});
    }
  }
}

Dictionary DictionaryReader::finish(std::string edition, bool built_in) {
  auto contents = std::make_shared<Dictionary::Contents>();
  contents->edition = std::move(edition);
  contents->built_in = built_in;
  contents->bad_lines = bad_lines_;

  // By word; a name of a person or place after the common senses; else in the order of the file.
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return a.word != b.word ? a.word < b.word : a.proper < b.proper;
  });
  auto entry = entries_.begin();
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    const std::size_t first = contents->glosses.size();
    for (; entry != entries_.end() && entry->word == word; ++entry) {
      const bool full = contents->glosses.size() - first >= most_glosses;
      const auto begin = contents->glosses.begin() + static_cast<std::ptrdiff_t>(first);
      if (!full && std::find(begin, contents->glosses.end(), entry->head) == contents->glosses.end())
        contents->glosses.push_back(entry->head);
    }
    if (contents->glosses.size() == first && words_[word].size() == 1) continue;
    contents->words.push_back({static_cast<std::uint32_t>(contents->characters.size()), static_cast<std::uint32_t>(first)});
    contents->characters += words_[word];
    contents->longest_word = std::max(contents->longest_word, words_[word].size());
  }
  contents->words.push_back({static_cast<std::uint32_t>(contents->characters.size()),
                             static_cast<std::uint32_t>(contents->glosses.size())});
  add_heads(*contents);
  add_look_ups(*contents);
  return Dictionary(std::move(contents));
}

void DictionaryReader::add_heads(Dictionary::Contents& contents) const {
  std::size_t letters = 0;
  for (const HeadText& head : heads_) letters += head.text.size();
  contents.letters.reserve(letters);  // the views below must not move
  contents.heads.reserve(heads_.size());
  for (const HeadText& head : heads_) {
    contents.heads.push_back({static_cast<std::uint32_t>(contents.letters.size()), static_cast<std::uint8_t>(head.text.size()),
                              static_cast<std::uint8_t>(head.noun), static_cast<std::uint8_t>(head.noun_length)});
    contents.letters += head.text;
  }
}

void DictionaryReader::add_look_ups(Dictionary::Contents& contents) {
  contents.slots.assign(std::bit_ceil(contents.size() * 2 + 1), Dictionary::Contents::none);
  std::vector<std::uint32_t> noun_of(contents.heads.size());
  for (std::uint32_t head = 0; head < contents.heads.size(); ++head) {
    contents.head_numbers.emplace(contents.head(head), head);
    noun_of[head] = contents.noun_numbers.try_emplace(contents.noun(head), static_cast<std::uint32_t>(contents.noun_numbers.size())).first->second;
  }
  contents.uses_of.assign(contents.noun_numbers.size() + 1, 0);
  for (const std::uint32_t head : contents.glosses) ++contents.uses_of[noun_of[head] + 1];
  for (std::size_t noun = 1; noun < contents.uses_of.size(); ++noun) contents.uses_of[noun] += contents.uses_of[noun - 1];
  std::vector<std::uint32_t> next = contents.uses_of;
  contents.uses.resize(contents.glosses.size());
  for (std::uint32_t word = 0; word < contents.size(); ++word) {
    std::size_t slot = std::hash<std::u32string_view>{}(contents.word(word)) & (contents.slots.size() - 1);
    while (contents.slots[slot] != Dictionary::Contents::none) slot = (slot + 1) & (contents.slots.size() - 1);
    contents.slots[slot] = word;
    const std::uint32_t first = contents.words[word].first_gloss;
    for (std::uint32_t at = first; at < contents.words[word + 1].first_gloss; ++at)
      contents.uses[next[noun_of[contents.glosses[at]]]++] = {word, at - first};
  }
}

}  // namespace marque
