#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "scoring/transcription.hpp"

namespace marque {

/// Characters that no comparison with letters tells apart are one voice: the same syllables at the same prices, the same
/// romanisations. Numbers hold for one edition of the tables, as character codes do.
class Voices {
 public:
  struct Reading {
    std::uint16_t syllable = 0;
    std::uint8_t price = 0;
    auto operator<=>(const Reading&) const = default;
  };

  /// An old spelling of a whole place name may stand for these voices.
  struct Place {
    std::vector<std::uint16_t> voices;
    auto operator<=>(const Place&) const = default;
  };

  static const Voices& known();

  /// 0 where it has no reading.
  std::uint16_t of(char32_t character) const noexcept;

  std::size_t size() const noexcept { return reading_ends_.size(); }
  std::span<const Reading> readings(std::size_t voice) const {
    const std::uint32_t from = voice == 0 ? 0 : reading_ends_[voice - 1];
    return {readings_.data() + from, reading_ends_[voice] - from};
  }

  /// Every syllable of any reading, without price.
  const std::vector<transcription::Syllable>& syllables() const noexcept { return syllables_; }
  const std::vector<Place>& places() const noexcept { return places_; }

  /// Calls `spelled(length, voices, places)` for every spelling that stands in the letters at this place.
  template <class Spelled>
  void spelled_at(std::u32string_view letters, std::size_t at, Spelled&& spelled) const {
    std::size_t node = 0;
    for (std::size_t end = at; end < letters.size(); ++end) {
      if (letters[end] < U'a' || letters[end] > U'z') return;
      node = nodes_[node].next[letters[end] - U'a'];
      if (node == 0) return;
      const Node& reached = nodes_[node];
      if (!reached.voices.empty() || !reached.places.empty()) spelled(end + 1 - at, std::span(reached.voices), std::span(reached.places));
    }
  }

  /// Whether the letters are a row of spellings from end to end, in any systems.
  bool romanised(std::u32string_view letters) const;

  /// Letters that spell a text which can be compared are fewer.
  static constexpr std::size_t most_spelled = 64;

 private:
  struct Node {
    std::array<std::uint16_t, 26> next{};
    std::vector<std::uint16_t> voices, places;
  };

  Voices();
  void read_characters();
  void read_places();
  void insert(std::size_t node, std::string_view spelling, std::uint16_t which, std::vector<std::uint16_t> Node::*list);

  std::vector<std::uint16_t> of_code_;
  std::vector<Reading> readings_;   // of all voices, one after another
  std::vector<std::uint32_t> reading_ends_;
  std::vector<transcription::Syllable> syllables_;
  std::vector<Place> places_;
  std::vector<Node> nodes_;
};

}  // namespace marque
