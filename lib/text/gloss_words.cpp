#include "text/gloss_words.hpp"

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_gloss_words)

namespace marque {

const GlossWords& gloss_words() {
  static const GlossWords words = [] {
    GlossWords read;
    for_each_row(embedded(marque_gloss_words, marque_gloss_words_end), [&](const auto& row) {
      if (row[1] == "note") read.notes[row[0].front()].push_back(row[0]);
      else if (row[1] == "label") read.labels.insert(row[0]);
      else read.functions.insert(row[0]);
    });
    return read;
  }();
  return words;
}

}  // namespace marque
