#pragma once

#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace marque {

/// Words of dictionary glosses that translate nothing (data/gloss_words.tsv).
struct GlossWords {
  std::set<std::string_view> functions;  ///< the, of …
  std::set<std::string_view> labels;     ///< what stands in brackets and says how a word is used, not what it means: coll., loanword
  std::map<char, std::vector<std::string_view>> notes;   ///< how a sense begins that explains (`variant of`), by first letter
};

const GlossWords& gloss_words();

}  // namespace marque
