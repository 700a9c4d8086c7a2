#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace marque {

/// Short lists of numbers by row, each distinct list kept once.
template <class Number>
class ListColumn {
 public:
  /// The list of the row with this number, none having been added for later ones. Empty: not known.
  void add(std::size_t row, std::vector<Number> list) {
    if (list.empty()) return;
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    if (lists_.empty()) lists_.push_back(0);   // place 0 says that none are known
    places_.resize(row + 1);
    const auto [place, fresh] = known_.try_emplace(list, static_cast<std::uint32_t>(lists_.size()));
    places_.back() = place->second;
    if (!fresh) return;
    lists_.push_back(static_cast<Number>(list.size()));
    lists_.insert(lists_.end(), list.begin(), list.end());
  }

  /// Where the lists of so many rows begin among lists(); empty where none is known. Leaves the column empty.
  std::vector<std::uint32_t> take_places(std::size_t rows) {
    if (!places_.empty()) places_.resize(rows);
    return std::exchange(places_, {});
  }
  std::vector<Number> take_lists() { return std::exchange(lists_, {}); }

 private:
  std::vector<std::uint32_t> places_;
  std::vector<Number> lists_;
  std::map<std::vector<Number>, std::uint32_t> known_;
};

/// A row's list, where it lies in the index; empty where it is not known, or out of bounds.
template <class Number>
std::span<const Number> list_of(std::span<const std::uint32_t> places, std::span<const Number> lists, std::uint32_t row) noexcept {
  if (row >= places.size() || places[row] == 0 || places[row] >= lists.size()) return {};
  const auto list = lists.subspan(places[row]);
  return list.subspan(1, std::min<std::size_t>(list[0], list.size() - 1));
}

}  // namespace marque
