#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The labelled pairs and the names that word similarity is judged on.
namespace bench {

/// Which elements a pair sets against each other.
enum class Script : std::uint8_t { chinese, latin, across };

std::string_view name_of(Script script) noexcept;  ///< `zh`, `latin`, `mixed`, as in the pairs file

/// One row of the pairs file: mark_a, mark_b, label, ground, script, source.
struct LabelledPair {
  std::string a, b;
  bool similar = false;
  std::string ground, source;
  Script script = Script::chinese;
  std::size_t row = 0;  ///< 1 is the first row after the header

  bool constructed() const noexcept { return source == "constructed"; }
};

/// The two marks of a pair that no one labelled.
struct NamePair {
  std::string a, b;
};

/// Exits with a message where the file cannot be read or a row is short.
std::vector<LabelledPair> read_pairs(const std::string& path);

/// The lines of a file that are not empty. Exits with a message where it cannot be read.
std::vector<std::string> read_names(const std::string& path);

/// The names in an order that depends on the seed alone.
void shuffle(std::vector<std::string>& names, std::uint64_t seed);

/// Pairs of real names that look related at first sight and are nobody's conflict:
///   zh     two names of 2 to 8 characters that share one; lengths differ by at most one;
///   latin  two names of 4 to 16 letters that share three in a row; lengths differ by at most two;
///   mixed  a Chinese name, and a Latin one that shares three letters in a row with its pinyin (the commonest reading
///          of each character); lengths differ by at most two.
/// The first name, the shared part and the second are drawn evenly and independently; a draw without a partner is
/// repeated. The same for the same names and seed, on every machine.
std::vector<NamePair> hard_negatives(Script script, const std::vector<std::string>& chinese,
                                     const std::vector<std::string>& latin, std::size_t count, std::uint64_t seed);

}  // namespace bench
