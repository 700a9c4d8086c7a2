#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "marque/scoring/comparable_name.hpp"

namespace bench {

/// Names made comparable once, in flat memory.
class NamePool {
 public:
  /// False where the name has nothing to compare.
  bool add(const std::string& text);

  std::size_t size() const noexcept { return texts_.size(); }
  const std::string& text(std::size_t index) const { return texts_[index]; }
  marque::NameView view(std::size_t index) const;

 private:
  static constexpr std::size_t field_count = 7;

  struct Place {
    std::size_t begin;
    std::array<std::uint32_t, field_count> lengths;
  };

  std::vector<std::string> texts_;
  std::vector<Place> places_;
  std::vector<char32_t> pool_;
};

}  // namespace bench
