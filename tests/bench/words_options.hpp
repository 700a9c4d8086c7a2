#pragma once

#include <cstddef>
#include <string>

#include "words_data.hpp"
#include "words_names.hpp"
#include "words_output.hpp"

namespace bench {

/// Which rows are judged.
struct Choice {
  std::string script = "all", half = "all", ground = "all";

  bool takes(Script wanted) const { return script == "all" || script == name_of(wanted); }

  /// A ground chooses among similar pairs alone: the others are what they are measured against.
  bool takes(const LabelledPair& pair) const {
    if (half != "all" && (pair.row % 2 == 0) != (half == "even")) return false;
    return ground == "all" || pair.ground == ground || !pair.similar;
  }
};

/// What is read. Only the pairs must be given.
struct Files {
  std::string pairs, chinese, latin, dictionary;
};

/// What the evaluation was asked for.
struct Options {
  Files files;
  Choice choice;
  std::size_t sample = 0;             ///< 0: all names
  unsigned threads = 1;
  enum class Misses { counted, listed } misses = Misses::counted;
  Peers peers = Peers::left_out;
  Layout layout = Layout::aligned;
};

/// Exits with the usage where they make no sense.
Options parse_options(int argc, char** argv);

}  // namespace bench
