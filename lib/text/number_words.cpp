#include "text/number_words.hpp"

#include <algorithm>
#include <bitset>
#include <map>
#include <utility>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "text/icu.hpp"

MARQUE_EMBEDDED(marque_number_words)

namespace marque {

namespace {

constexpr std::size_t longest_word = 11;   // seventeenth
constexpr std::size_t sieve_size = 1024;
constexpr std::size_t longest_number = 4;   // of numerals that are read as one

bool in_figures(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_figure(static_cast<unsigned char>(c)); }); }

/// By length, beginning and end: most words are told by it to be no number.
std::size_t sieve_place(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front()), last = static_cast<unsigned char>(word.back());
  return (first * std::size_t{37} + last * std::size_t{5} + word.size()) % sieve_size;
}

struct NumberTable {
  std::bitset<sieve_size> sieve;
  std::map<std::string_view, NumberWord, std::less<>> by_word;
  std::map<std::string, std::string_view, std::less<>> words, ordinals;   // English, by figures
  std::map<std::string, char32_t, std::less<>> numerals;                  // Chinese, by figures
};

const NumberTable& number_table() {
  static const NumberTable table = [] {
    NumberTable read;
    for_each_row(embedded(marque_number_words, marque_number_words_end), [&](const auto& row) {
      using Kind = NumberWord::Kind;
      const Kind kind = row[2] == "ordinal" ? Kind::ordinal : row[2] == "scale" ? Kind::scale : Kind::value;
      const std::string figures(row[1]);
      read.sieve.set(sieve_place(row[0]));
      read.by_word.emplace(row[0], NumberWord{figures, kind});
      if (static_cast<unsigned char>(row[0].front()) >= 0x80) read.numerals.emplace(figures, (*decode_utf8(row[0]))[0]);
      else (kind == Kind::ordinal ? read.ordinals : read.words).emplace(figures, row[0]);
    });
    return read;
  }();
  return table;
}

char32_t numeral(const std::string& figures) { return number_table().numerals.find(figures)->second; }

std::string_view ordinal_ending(std::string_view figures) {
  const bool teen = figures.size() > 1 && figures[figures.size() - 2] == '1';
  if (teen) return "th";
  return figures.back() == '1' ? "st" : figures.back() == '2' ? "nd" : figures.back() == '3' ? "rd" : "th";
}

/// 三百零六 of 306, 十二 of 12. `figures` begin with no 0.
std::u32string as_one_number(std::string_view figures) {
  std::u32string said;
  bool gap = false;
  for (std::size_t at = 0; at < figures.size(); ++at) {
    const std::size_t zeros = figures.size() - 1 - at;
    if (figures[at] == '0') {
      gap = true;
      continue;
    }
    if (std::exchange(gap, false)) said += numeral("0");
    const bool ten = figures.size() == 2 && at == 0 && figures[at] == '1';
    if (!ten) said += numeral(std::string(1, figures[at]));
    if (zeros > 0) said += numeral('1' + std::string(zeros, '0'));
  }
  return said;
}

}  // namespace

std::size_t NumberWord::zeros() const noexcept {
  return kind == Kind::figures || figures == "0" ? 0 : figures.size() - 1 - std::min(figures.find_last_not_of('0'), figures.size() - 1);
}

bool same_numeral(char32_t a, char32_t b) {
  const auto value = icu::numeral_value(a);
  return value.has_value() && value == icu::numeral_value(b);
}

std::optional<NumberWord> number_word(std::string_view word) {
  if (in_figures(word)) return NumberWord{std::string(word), NumberWord::Kind::figures};
  const NumberTable& table = number_table();
  if (word.empty() || word.size() > longest_word || !table.sieve[sieve_place(word)]) return std::nullopt;
  const auto found = table.by_word.find(word);
  return found == table.by_word.end() ? std::nullopt : std::optional(found->second);
}

void SpokenNumber::add(const NumberWord& word) {
  Part part{word.figures, word.zeros(), word.kind == NumberWord::Kind::figures};
  if (word.kind == NumberWord::Kind::scale) {
    auto first = parts_.end();
    while (first != parts_.begin() && std::prev(first)->figures.size() <= word.zeros()) --first;
    if (first != parts_.end()) {
      Part times = *first;
      for (auto next = std::next(first); next != parts_.end(); ++next) join(times, *next);
      part.figures = times.figures + std::string(word.zeros(), '0');
      parts_.erase(first, parts_.end());
    }
  }
  parts_.push_back(std::move(part));
}

void SpokenNumber::join(Part& front, const Part& back) {
  if (front.zeros > 0 && back.figures == "0") return;   // 一百零八
  if (front.zeros >= back.figures.size()) front.figures.resize(front.figures.size() - back.figures.size());
  front.figures += back.figures;
  front.zeros = back.zeros;
}

std::string SpokenNumber::figures() const {
  Part all = parts_.front();
  std::for_each(parts_.begin() + 1, parts_.end(), [&](const Part& next) { join(all, next); });
  return all.figures;
}

bool SpokenNumber::takes_ending(std::string_view letters) const {
  return !parts_.empty() && parts_.back().written && letters == ordinal_ending(parts_.back().figures);
}

std::string comparable_number(const std::string& figures, bool ordinal) {
  const auto& words = ordinal ? number_table().ordinals : number_table().words;
  const auto found = words.find(figures);
  if (found != words.end()) return std::string(found->second);
  return ordinal ? figures + std::string(ordinal_ending(figures)) : figures;
}

bool is_number(std::string_view comparable) { return !comparable.empty() && (is_figure(static_cast<unsigned char>(comparable.front())) || number_word(comparable)); }

void for_each_number_word(const std::function<void(std::string_view)>& take) {
  for (const auto* list : {&number_table().words, &number_table().ordinals}) {
    for (const auto& [figures, word] : *list) take(word);
  }
}

std::string figures_of(std::string_view comparable) {
  const auto word = number_word(comparable);
  return word && word->kind != NumberWord::Kind::ordinal ? word->figures : std::string();
}

std::vector<std::u32string> chinese_numerals(std::string_view figures) {
  std::vector<std::u32string> forms;
  if (figures.size() < 2 || !in_figures(figures)) return forms;
  std::u32string one_by_one;
  for (const char figure : figures) one_by_one += numeral(std::string(1, figure));
  forms.push_back(std::move(one_by_one));
  if (figures.size() > longest_number || figures.front() == '0') return forms;
  if (auto one = as_one_number(figures); one.size() > 1) forms.push_back(std::move(one));
  return forms;
}

std::string number_of_numerals(std::u32string_view han) {
  SpokenNumber number;
  if (han.size() < 2) return {};
  for (const char32_t character : han) {
    const auto word = number_word(encode_utf8(std::u32string_view(&character, 1)));
    if (!word) return {};
    number.add(*word);
  }
  const std::string figures = number.figures();
  const auto forms = chinese_numerals(figures);
  return std::find(forms.begin(), forms.end(), han) == forms.end() ? std::string() : comparable_number(figures, false);
}

}  // namespace marque
