#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "scoring/letter_alignment.hpp"
#include "scoring/letter_text.hpp"
#include "search/letter_table.hpp"
#include "search/prefix_trie.hpp"

namespace marque {

/// The length of a text in units, by which tries of letters are told apart: by look a letter is one; by sound a light phone is
/// one, another two. What has more letters than a trie holds is of `longest_units`.
std::uint32_t letter_units(LetterView view, std::u32string_view letters) noexcept;
inline constexpr std::uint32_t longest_units = 2 * PrefixTrieBuilder::most_symbols + 1;

/// A letter as a trie keeps it. The rare ones beyond the first plane are one.
constexpr std::uint16_t letter_symbol(char32_t letter) noexcept { return static_cast<std::uint16_t>(letter < 0xFFFF ? letter : 0xFFFF); }

/// A query going through tries of letters: its alignment with every beginning that can still lead to enough.
class LetterWalk {
 public:
  LetterWalk(LetterView view, std::u32string_view text, LetterSink& sink);

  /// The rows of one length in units.
  void run(std::size_t length, const PrefixTrie& trie);
  void flush();

  // What PrefixTrie::walk() asks.
  bool may_step(std::size_t depth, std::uint16_t code);
  bool step(std::size_t depth, std::uint16_t code);
  void rows(std::size_t depth, const References& references);

 private:
  bool advance(std::size_t depth, std::uint16_t code, AlignmentRow& row);
  void find_rest(std::size_t length);
  void set_needed();

  using Rest = std::array<std::int16_t, compared_letters + 1>;

  LetterView view_;
  LetterText text_;
  int whole_;
  std::array<int, compared_letters + 1> units_after_{};   // of the query, from a letter on
  LetterAlignment alignment_;
  LetterSink& sink_;
  std::vector<AlignmentRow> rows_;
  AlignmentRow tried_;
  std::array<DownLetter, PrefixTrieBuilder::most_symbols + 1> letters_{};   // before the first; by depth
  std::array<int, PrefixTrieBuilder::most_symbols + 1> units_{};            // of the letters so far
  std::vector<DownLetter> alphabet_;
  std::vector<int> alphabet_units_;
  std::vector<Rest> rest_;   // by units so far
  int least_ = 0, least_whole_ = 0;
  AlignmentLimit limit_;
  std::vector<std::uint32_t> found_;
};

}  // namespace marque
