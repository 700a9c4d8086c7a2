#include "words_dictionary.hpp"

#include <cstdio>
#include <cstdlib>

namespace bench {

marque::Dictionary dictionary_in(const std::string& path) {
  if (path.empty()) return marque::Dictionary::built_in();
  auto dictionary = marque::Dictionary::open(path);
  if (dictionary) return *dictionary;
  std::fprintf(stderr, "%s\n", dictionary.error().message.c_str());
  std::exit(1);
}

}  // namespace bench
