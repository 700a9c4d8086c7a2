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
  word_starts_ = image.next<std::uint32_t>();
  word_text_ = image.next<char>();
  english_ = image.next<std::uint32_t>().front();
  foreign_ = image.next<std::uint32_t>();
  slots_ = image.next<std::uint32_t>();
  for (Lists* lists : {&senses_, &holders_, &parents_, &children_}) {
    lists->starts = image.next<std::uint32_t>();
    lists->items = image.next<std::uint32_t>();
  }
  form_starts_ = image.next<std::uint32_t>();
  form_text_ = image.next<char>();
  form_bases_ = image.next<std::uint32_t>();
  forms_by_base_ = image.next<std::uint32_t>();
}

Lexicon::WordId Lexicon::find(std::string_view text) const noexcept {
  std::size_t slot = table_image::hash(text) & (slots_.size() - 1);
  while (slots_[slot] != unknown && word(slots_[slot]) != text) slot = (slot + 1) & (slots_.size() - 1);
  return slots_[slot];
}

bool Lexicon::is_foreign(WordId id) const noexcept { return std::binary_search(foreign_.begin(), foreign_.end(), id); }

std::string_view Lexicon::irregular(std::string_view text) const noexcept {
  std::uint32_t first = 0, last = static_cast<std::uint32_t>(form_bases_.size());
  while (first < last) {
    const std::uint32_t middle = first + (last - first) / 2;
    if (form(middle) < text) first = middle + 1;
    else last = middle;
  }
  return first < form_bases_.size() && form(first) == text ? word(form_bases_[first]) : std::string_view{};
}

std::span<const std::uint32_t> Lexicon::irregular_forms(WordId base) const noexcept {
  const auto first = std::partition_point(forms_by_base_.begin(), forms_by_base_.end(), [&](std::uint32_t form) { return form_bases_[form] < base; });
  const auto last = std::find_if(first, forms_by_base_.end(), [&](std::uint32_t form) { return form_bases_[form] != base; });
  return {first, last};
}

}  // namespace marque
