#include "words_names.hpp"

#include "marque/scoring/subject.hpp"

namespace bench {

bool NamePool::add(const std::string& text) {
  const auto subject = marque::make_subject(text);
  if (!subject || subject->empty()) return false;
  Place place{pool_.size(), {}};
  const auto fields = subject->comparable.view().fields();
  for (std::size_t i = 0; i < field_count; ++i) {
    place.lengths[i] = static_cast<std::uint32_t>(fields[i].size());
    pool_.insert(pool_.end(), fields[i].begin(), fields[i].end());
  }
  places_.push_back(place);
  texts_.push_back(text);
  if (with_peers_) peers_.push_back(peer_name(text));
  return true;
}

PreparedName NamePool::operator[](std::size_t index) const {
  const Place& place = places_[index];
  std::array<std::u32string_view, field_count> fields;
  const char32_t* at = pool_.data() + place.begin;
  for (std::size_t i = 0; i < field_count; ++i) {
    fields[i] = {at, place.lengths[i]};
    at += place.lengths[i];
  }
  return {marque::NameView::from(fields), with_peers_ ? &peers_[index] : nullptr};
}

}  // namespace bench
