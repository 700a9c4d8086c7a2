#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marque {

/// One of 0-9.
constexpr bool is_figure(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }

/// What a word says of a number: data/number_words.tsv, or figures themselves.
struct NumberWord {
  enum class Kind { figures, value, scale, ordinal };

  std::string figures;   ///< 0-9: "20" of twenty
  Kind kind = Kind::value;

  std::size_t zeros() const noexcept;   ///< that end it, as it is spoken: twenty one fills the one of 20
};

/// Whether two Chinese characters stand for one number: 三 and 叁, 零 and 〇.
bool same_numeral(char32_t a, char32_t b);

/// Of a word in small letters, a Chinese numeral 数字 or a run of the figures 0-9.
std::optional<NumberWord> number_word(std::string_view word);

/// A number said in one word or several, or in figures: twenty one is 21, seven eleven is 711.
class SpokenNumber {
 public:
  bool empty() const noexcept { return parts_.empty(); }
  void add(const NumberWord& word);

  /// All of it in figures.
  std::string figures() const;

  /// Whether letters make a place in a row of figures that were added last: the nd of 2nd.
  bool takes_ending(std::string_view letters) const;

 private:
  struct Part {
    std::string figures;
    std::size_t zeros = 0;   // to be filled by what follows
    bool written = false;    // in figures
  };

  static void join(Part& front, const Part& back);

  std::vector<Part> parts_;
};

/// How a number is compared: the one English word for it (eleven of 11, second of 2 in a row), else its figures (21, 21st).
std::string comparable_number(const std::string& figures, bool ordinal);

/// Whether that gives a word, of a number or of a place in a row.
bool is_number(std::string_view comparable);

/// Calls take(word) for each English word of numbers.
void for_each_number_word(const std::function<void(std::string_view)>& take);

/// The figures of such a word; empty where it is no number, or a place in a row.
std::string figures_of(std::string_view comparable);

/// How figures of two digits and more are said in Chinese 汉字数字, one by one and as one number of up to four: 二一 and 二十一 of 21.
std::vector<std::u32string> chinese_numerals(std::string_view figures);

/// The comparable number that is said so by two numerals and more; empty where there is none.
std::string number_of_numerals(std::u32string_view han);

}  // namespace marque
