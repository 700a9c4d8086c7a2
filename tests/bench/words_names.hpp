#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "marque/scoring/comparable_name.hpp"
#include "words_peers.hpp"

namespace bench {

/// Whether names are made comparable for the generic measures, too.
enum class Peers : std::uint8_t { left_out, included };

/// What one name is compared by.
struct PreparedName {
  marque::NameView view;
  const PeerName* peer;  ///< null where peers are left out
};

/// Names made comparable once, in flat memory.
class NamePool {
 public:
  explicit NamePool(Peers peers) : with_peers_(peers == Peers::included) {}

  /// False where the name has nothing to compare.
  bool add(const std::string& text);

  std::size_t size() const noexcept { return texts_.size(); }
  const std::string& text(std::size_t index) const { return texts_[index]; }
  PreparedName operator[](std::size_t index) const;

 private:
  static constexpr std::size_t field_count = 7;

  struct Place {
    std::size_t begin;
    std::array<std::uint32_t, field_count> lengths;
  };

  bool with_peers_;
  std::vector<std::string> texts_;
  std::vector<Place> places_;
  std::vector<char32_t> pool_;
  std::vector<PeerName> peers_;
};

}  // namespace bench
