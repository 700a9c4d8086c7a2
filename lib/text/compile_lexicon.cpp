// Makes the image of the lexicon (lexicon_image.hpp) from its tables, when the library is built:
//
//     marque_compile_lexicon synonyms.tsv synonym_kinds.tsv synonym_near.tsv synonym_forms.tsv foreign_words.tsv IMAGE
#include "text/lexicon_image.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "base/table_image.hpp"
#include "base/tsv.hpp"
#include "text/homographs.hpp"

namespace {

using namespace marque;
using lexicon_image::unknown;
using Numbers = std::vector<std::uint32_t>;

std::string contents(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Numbers in base 36 with spaces between.
template <class Take>
void for_each_number(std::string_view list, Take&& take) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    std::uint32_t value = 0;
    std::from_chars(list.data(), list.data() + end, value, 36);
    take(value);
    list.remove_prefix(std::min(list.size(), end + 1));
  }
}

/// Calls take(owner, number) for each number of a row that begins with its owner.
template <class Take>
void for_each_pair(const std::string& table, Take&& take) {
  for_each_row(table, [&](const auto& row) {
    for_each_number(row[0], [&](std::uint32_t owner) { for_each_number(row[1], [&](std::uint32_t number) { take(owner, number); }); });
  });
}

struct Texts {
  Numbers starts{0}, slots;
  std::string text;

  std::uint32_t size() const { return static_cast<std::uint32_t>(starts.size() - 1); }
  std::string_view operator[](std::uint32_t number) const { return std::string_view(text).substr(starts[number], starts[number + 1] - starts[number]); }
  void add(std::string_view more) {
    text += more;
    starts.push_back(static_cast<std::uint32_t>(text.size()));
  }

  /// Of those that stood here at the last make_slots().
  std::uint32_t find(std::string_view wanted) const { return lexicon_image::find(wanted, table_image::hash(wanted), slots, *this); }
  void make_slots() {
    slots.assign(std::bit_ceil(std::size_t{2} * size()), unknown);
    for (std::uint32_t number = 0; number < size(); ++number) {
      const std::string_view own = (*this)[number];
      const std::uint32_t hash = table_image::hash(own);
      slots[lexicon_image::slot_of(own, hash, slots, *this)] = lexicon_image::slot_with(number, hash);
    }
  }
};

/// Lists of numbers by the number of their owner, in the order they were added.
struct Lists {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  Numbers starts, items;

  void add(std::uint32_t owner, std::uint32_t item) { pairs.emplace_back(owner, item); }
  std::uint32_t first(std::uint32_t owner) const {
    return std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == owner; })->second;
  }
  void close(std::size_t owners) {
    starts.assign(owners + 1, 0);
    for (const auto& [owner, item] : pairs) ++starts[owner + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    Numbers next = starts;
    items.resize(pairs.size());
    for (const auto& [owner, item] : pairs) items[next[owner]++] = item;
  }
};

class Compiler {
 public:
  void read(const std::string& words, const std::string& kinds, const std::string& near, const std::string& forms, const std::string& foreign) {
    edition_ = {table_image::hash(words + kinds + near + forms + foreign)};
    for_each_row(words, [&](const auto& row) { add_word(row[0], row[1], row.size() > 2 ? row[2] : std::string_view{}); });
    words_.make_slots();
    add_foreign(foreign);
    for_each_pair(kinds, [&](std::uint32_t sense, std::uint32_t parent) { add_kind(sense, parent); });
    for_each_pair(near, [&](std::uint32_t sense, std::uint32_t other) { near_.add(sense, other); });
    senses_.close(words_.size());
    clarity_.resize(2 * words_.size(), certain);
    for (Lists* lists : {&holders_, &parents_, &children_, &near_}) lists->close(sense_count_);
    add_forms(forms);
  }

  bool complete() const {
    const bool all_known = std::find(bases_.begin(), bases_.end(), unknown) == bases_.end() && std::find(meanings_.begin(), meanings_.end(), unknown) == meanings_.end();
    return words_.size() > 0 && words_.size() <= lexicon_image::most_texts && forms_.size() > 0 && foreign_.size() > 0 && all_known;
  }

  std::string image() const {
    table_image::Writer image;
    image.put(edition_).put(words_.starts).put(words_.text).put(english_).put(foreign_).put(languages_).put(words_.slots).put(sieve());
    image.put(senses_.starts).put(senses_.items).put(clarity_);
    for (const Lists* lists : {&holders_, &parents_, &children_, &near_}) image.put(lists->starts).put(lists->items);
    return image.put(forms_.starts).put(forms_.text).put(forms_.slots).put(bases_).put(by_base_).bytes();
  }

 private:
  static constexpr std::uint8_t certain = 100;

  Numbers sieve() const {
    Numbers bits((std::size_t{1} << lexicon_image::sieve_bits) / 32);
    for (std::uint32_t number = 0; number < words_.size(); ++number) {
      const std::uint32_t place = lexicon_image::sieve_place(table_image::hash(words_[number]));
      bits[place / 32] |= 1u << place % 32;
    }
    return bits;
  }

  void add_word(std::string_view word, std::string_view senses, std::string_view clarity) {
    const std::uint32_t number = words_.size();
    words_.add(word);
    for_each_number(senses, [&](std::uint32_t sense) {
      senses_.add(number, sense);
      holders_.add(sense, number);
      sense_count_ = std::max<std::size_t>(sense_count_, sense + 1);
    });
    const std::size_t space = std::min(clarity.find(' '), clarity.size());
    clarity_.push_back(hundredths(clarity.substr(0, space)));
    clarity_.push_back(hundredths(clarity.substr(std::min(clarity.size(), space + 1))));
  }

  static std::uint8_t hundredths(std::string_view text) {
    std::uint8_t value = certain;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  void add_kind(std::uint32_t sense, std::uint32_t parent) {
    parents_.add(sense, parent);
    children_.add(parent, sense);
    sense_count_ = std::max<std::size_t>(sense_count_, std::max(sense, parent) + std::size_t{1});
  }

  /// A word of another language has the first sense of each English word that it means, after senses of its own in English; one that
  /// English texts use stands apart from it, once a language.
  void add_foreign(const std::string& table) {
    english_ = {words_.size()};
    std::map<std::uint32_t, std::uint32_t> spoken;   // in which languages
    for_each_row(table, [&](const auto& row) {
      const std::uint32_t meaning = words_.find(row[1]);
      meanings_.push_back(meaning);
      if (meaning == unknown) return;
      const auto add = [&](std::string_view word, std::uint32_t languages) {
        const std::uint32_t number = number_of(word), sense = senses_.first(meaning);
        spoken[number] |= languages;
        senses_.add(number, sense);
        holders_.add(sense, number);
      };
      const std::uint32_t languages = languages_of(row[2]);
      if (row.size() < 4) return add(row[0], languages);
      for (std::size_t at = 0; at < lexicon_image::languages_known.size(); ++at) {
        if ((languages >> at & 1) != 0) add(in_language(lexicon_image::languages_known[at], row[0]), 1U << at);
      }
    });
    for (const auto& [word, languages] : spoken) foreign_.push_back(word), languages_.push_back(languages);
    words_.make_slots();
  }

  /// A bit for each of a list with spaces between.
  static std::uint32_t languages_of(std::string_view list) {
    std::uint32_t bits = 0;
    for (std::size_t at = 0; at < lexicon_image::languages_known.size(); ++at) {
      if (list.find(lexicon_image::languages_known[at]) != list.npos) bits |= 1u << at;
    }
    return bits;
  }

  /// Of an English word, or of one that is added.
  std::uint32_t number_of(std::string_view word) {
    const std::uint32_t known = words_.find(word);
    if (known != unknown) return known;
    const auto [added, fresh] = added_.try_emplace(std::string(word), words_.size());
    if (fresh) words_.add(word);
    return added->second;
  }

  void add_forms(const std::string& table) {
    std::vector<std::pair<std::string_view, std::string_view>> rows;
    for_each_row(table, [&](const auto& row) { rows.emplace_back(row[0], row[1]); });
    std::sort(rows.begin(), rows.end());
    for (const auto& [form, base] : rows) {
      forms_.add(form);
      bases_.push_back(words_.find(base));
    }
    forms_.make_slots();
    by_base_.resize(bases_.size());
    std::iota(by_base_.begin(), by_base_.end(), 0U);
    std::stable_sort(by_base_.begin(), by_base_.end(), [&](std::uint32_t a, std::uint32_t b) { return bases_[a] < bases_[b]; });
  }

  Numbers edition_;
  Texts words_, forms_;
  Numbers english_, foreign_, meanings_;   // how many words are English; of the other languages, and what each row means
  Numbers languages_;                      // of each of these words
  std::map<std::string, std::uint32_t> added_;   // words that are not English, by what they are
  Numbers bases_, by_base_;
  Lists senses_, holders_, parents_, children_, near_;
  std::vector<std::uint8_t> clarity_;
  std::size_t sense_count_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 7) return std::fputs("usage: marque_compile_lexicon SYNONYMS KINDS NEAR FORMS FOREIGN IMAGE\n", stderr), 2;
  Compiler compiler;
  compiler.read(contents(argv[1]), contents(argv[2]), contents(argv[3]), contents(argv[4]), contents(argv[5]));
  if (!compiler.complete()) return std::fputs("marque_compile_lexicon: a table is empty, or a form or a foreign word has none to stand for\n", stderr), 1;
  std::ofstream file(argv[6], std::ios::binary);
  file << compiler.image();
  return file.flush() ? 0 : 1;
}
