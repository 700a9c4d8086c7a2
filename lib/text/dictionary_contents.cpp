#include "text/dictionary_contents.hpp"

#include <array>

namespace marque {

Dictionary::Contents::Contents(table_image::Reader image)
    : words(image),
      heads(image),
      nouns(image),
      first_gloss(image.next<std::uint32_t>()),
      glosses(image.next<std::uint32_t>()),
      forms(image.next<std::uint8_t>()),
      noun_of(image.next<Noun>()),
      first_use(image.next<std::uint32_t>()),
      uses(image.next<Use>()),
      first_head(image.next<std::uint32_t>()),
      heads_of(image.next<std::uint32_t>()),
      family(image.next<std::uint32_t>()),
      lemma_of(image.next<std::uint32_t>()),
      head_of(image.next<std::uint32_t>()),
      longest_word(image.next<std::uint32_t>().front()) {}

void Dictionary::Contents::put(table_image::Writer& image) const {
  words.put(image);
  heads.put(image);
  nouns.put(image);
  image.put(first_gloss).put(glosses).put(forms).put(noun_of).put(first_use).put(uses).put(first_head).put(heads_of).put(family).put(lemma_of).put(head_of);
  image.put(std::array{static_cast<std::uint32_t>(longest_word)});
}

}  // namespace marque
