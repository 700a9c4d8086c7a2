#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "scoring/letter_alignment.hpp"
#include "scoring/letter_text.hpp"
#include "search/letter_kernel.hpp"
#include "search/letter_table.hpp"
#include "search/prefix_trie.hpp"

namespace marque {

/// The length of a text in units, by which tries of letters are told apart: by look a letter is one; by sound a light phone is
/// one, another two. What has more letters than a trie holds is of `longest_units`.
std::uint32_t letter_units(LetterView view, std::u32string_view letters) noexcept;
inline constexpr std::uint32_t longest_units = 2 * PrefixTrieBuilder::most_symbols + 1;

/// A letter as a trie keeps it. The rare ones beyond the first plane are one.
constexpr std::uint16_t letter_symbol(char32_t letter) noexcept { return static_cast<std::uint16_t>(letter < 0xFFFF ? letter : 0xFFFF); }

/// A query going through tries of letters of one order: its alignment with every beginning that can still lead to enough. What is alike enough
/// is so in its first half or in its second one with no more than a part of what may differ in the whole
/// (Baeza-Yates & Navarro 1999): a walk forwards finds the former, one backwards the latter.
class LetterWalk {
 public:
  LetterWalk(LetterView view, bool backwards, std::u32string_view text, LetterSink& sink);

  /// What may be missing up to `middle` units of a name, and in what is left of it after that: all that is alike enough lacks no more in one of
  /// the two.
  struct Halves {
    std::size_t middle = 0;
    int before = 0, after = 0;
  };
  Halves halves(std::size_t length);

  /// Almost nothing may be missing in either.
  static Halves strict_halves(std::size_t length);

  /// The rows of one length in units.
  void run(std::size_t length, const PrefixTrie& trie, const Halves& halves);

  // What PrefixTrie::walk() asks.
  void branch(std::size_t depth, std::size_t most_children);
  bool may_step(std::size_t depth, std::uint16_t code) const { return depth >= next_.size() || code >= told_apart || (next_[depth] >> code & 1) != 0; }
  bool step(std::size_t depth, std::uint16_t code);
  void rows(std::size_t depth, const References& references);

 private:
  /// A letter of the alphabet of a trie.
  struct Letter {
    char32_t point = 0;
    LetterCode code = 0;
    int units = 0;
    const LetterColumn* column = nullptr;
    std::uint64_t same = 0;     // lanes that have it
    std::uint64_t joined = 0;   // lanes whose letter and the one read before it are read as this one
  };

  /// A letter of the query and the one before it, should a name have them the other way round.
  struct Swap {
    int units = 0, credit = 0;   // of no units: cannot be
  };

  /// What a row has to come to.
  struct Wanted {
    LeastRow least;
    LetterLanes swapped;   // by the lane of the first of two letters that have changed places, two lanes before it
    bool any = false;   // nothing
  };

  bool hopeless(std::size_t length);
  void set_needed();
  void find_wanted();
  int missing() const;
  int potential(int both_units) const;
  int rest(int units_left, std::size_t at) const;
  void read_alphabet(const PrefixTrie& trie);
  void find_swapping();
  const LetterColumn* column_of(const Letter& letter);
  void fill(LetterColumn& column, const Letter& letter) const;
  bool may_be_odd_after(std::size_t depth, std::uint16_t code) const;
  bool next_row(std::size_t depth, std::uint16_t code, const LetterColumn& column, const Wanted& wanted);
  bool find_odd(std::size_t depth, std::uint16_t code, const LetterColumn& column);
  bool may_swap(std::size_t depth, const Letter& letter) const;
  int ahead_of(const LetterRow& row, std::size_t depth, std::size_t lane, std::size_t lanes_back) const;
  int match_at(std::size_t lane, const LetterColumn& column, const LetterRow& above) const;
  bool reaches(std::size_t depth) const;
  void flush();

  static constexpr std::size_t told_apart = 64;   // letters of a trie, the commonest, that are ruled out together

  LetterView view_;
  bool backwards_;
  LetterText text_;   // in the order of the walk
  std::u32string forwards_;
  const LetterCredits& credits_;
  LetterKernel kernel_;
  std::size_t lanes_;
  int whole_;
  std::array<int, compared_letters + 1> units_after_{}, doubled_after_{};   // of the query, from a letter on
  std::array<Swap, compared_letters> swaps_{};   // by lane
  std::uint64_t doubled_ = 0;   // lanes whose letter is that of the lane before
  LetterSink& sink_;
  std::array<const LetterColumn*, letter_codes> columns_{};
  std::deque<LetterColumn> made_;
  LetterColumn own_;   // each lane's letter beside itself

  // Of the trie walked through.
  std::vector<Letter> alphabet_;
  std::array<std::uint64_t, compared_letters> same_{}, matching_{}, vowels_{}, consonants_{};   // letters by lane
  std::vector<std::uint64_t> swapping_;                                                // letters by the one before
  std::uint64_t always_ = 0;
  std::size_t length_ = 0;
  Halves halves_;
  int least_ = 0, least_whole_ = 0, needed_ = 0;
  bool too_long_ = false;
  std::vector<Wanted> wanted_;   // by units so far

  // By depth.
  std::vector<LetterRow> rows_;
  std::array<std::uint16_t, PrefixTrieBuilder::most_symbols + 1> letters_{};   // codes of the trie; before the first, none
  std::array<int, PrefixTrieBuilder::most_symbols + 1> units_{};               // of the letters so far
  std::array<std::uint64_t, PrefixTrieBuilder::most_symbols + 1> next_{};      // letters that may follow
  OddMatches odd_;
  std::vector<std::uint32_t> found_;
};

}  // namespace marque
