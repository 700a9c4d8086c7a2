#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "logo_set.hpp"

/// The questions of a set (logo_set.hpp) asked of all its drawings.
namespace marque::logo_trial {

/// Which questions, and by which projection.
struct Choice {
  static constexpr const char* usage = "FOLDER [--table FILE] [--half [--exchanged]] [--every N] [--kind KIND]";

  std::filesystem::path folder;
  std::string table;       ///< a file instead of the built-in projection
  bool half = false;       ///< only about brands that `logo_projection --half` does not train on,
  bool exchanged = false;  ///< or, the halves exchanged, about those that it does
  std::size_t every = 1;   ///< each Nth question of a real redrawing
  std::string kind;        ///< only of this kind
};

/// None where the words are not as `usage` says.
std::optional<Choice> choice_from(int argc, char** argv);

/// One question's ranking; drawings are told by their place in the set.
struct Answer {
  const logo_set::Question& question;
  const std::vector<float>& closeness;      ///< of each drawing
  const std::vector<std::size_t>& relevant;
  const std::set<std::size_t>& left_out;    ///< do not count: the question's own drawing, and those to be ignored
};

/// Sums of milliseconds and counts.
struct Costs {
  double kept = 0, keeping = 0, views = 0;                ///< drawings, their fingerprints, and views of these
  double asked = 0, asking = 0, ways = 0, comparing = 0;  ///< questions, their fingerprints, views and probes of these, and comparisons
};

/// Asks, in the set's order. Throws std::runtime_error where a file cannot be read; pictures without a fingerprint are told on stderr.
Costs run(const Choice& choice, const std::function<void(const Answer&)>& visit);

/// The text of the chosen projection's table, empty for the built-in one.
std::string table_text(const Choice& choice);

}  // namespace marque::logo_trial
