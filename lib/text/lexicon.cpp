#include "text/lexicon.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/table_image.hpp"
#include "text/lexicon_image.hpp"

MARQUE_EMBEDDED(marque_lexicon)

namespace marque {

const Lexicon& Lexicon::get() {
  static const Lexicon lexicon;
  return lexicon;
}

/// In the order of lexicon_image::Block.
Lexicon::Lexicon() {
  table_image::Reader image(embedded(marque_lexicon, marque_lexicon_end));
  edition_ = image.next<std::uint32_t>().front();
  words_.starts = image.next<std::uint32_t>();
  words_.text = image.next<char>();
  english_ = image.next<std::uint32_t>().front();
  foreign_ = image.next<std::uint32_t>();
  languages_ = image.next<std::uint32_t>();
  words_.slots = image.next<std::uint32_t>();
  sieve_ = image.next<std::uint32_t>();
  const auto read = [&](Lists& lists) {
    lists.starts = image.next<std::uint32_t>();
    lists.items = image.next<std::uint32_t>();
  };
  read(senses_);
  clarity_ = image.next<std::uint8_t>();
  for (Lists* lists : {&holders_, &parents_, &children_, &near_}) read(*lists);
  forms_.starts = image.next<std::uint32_t>();
  forms_.text = image.next<char>();
  forms_.slots = image.next<std::uint32_t>();
  form_bases_ = image.next<std::uint32_t>();
  forms_by_base_ = image.next<std::uint32_t>();
}

Lexicon::WordId Lexicon::find(std::string_view text) const noexcept {
  const std::uint32_t hash = table_image::hash(text), place = lexicon_image::sieve_place(hash);
  if ((sieve_[place / 32] >> place % 32 & 1) == 0) return unknown;
  return lexicon_image::find(text, hash, words_.slots, words_);
}

std::uint32_t Lexicon::languages(WordId id) const noexcept {
  const auto found = std::lower_bound(foreign_.begin(), foreign_.end(), id);
  return found == foreign_.end() || *found != id ? 0 : languages_[static_cast<std::size_t>(found - foreign_.begin())];
}

std::string_view Lexicon::irregular(std::string_view text) const noexcept {
  const std::uint32_t form = lexicon_image::find(text, table_image::hash(text), forms_.slots, forms_);
  return form == lexicon_image::unknown ? std::string_view{} : word(form_bases_[form]);
}

std::span<const std::uint32_t> Lexicon::irregular_forms(WordId base) const noexcept {
  const auto first = std::partition_point(forms_by_base_.begin(), forms_by_base_.end(), [&](std::uint32_t form) { return form_bases_[form] < base; });
  const auto last = std::find_if(first, forms_by_base_.end(), [&](std::uint32_t form) { return form_bases_[form] != base; });
  return {first, last};
}

}  // namespace marque
