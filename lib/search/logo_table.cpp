#include "search/logo_table.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace marque {

static_assert(std::endian::native == std::endian::little, "signs are mapped as they lie in the file");

void LogoColumns::add(std::uint32_t row, const Fingerprint& logo) {
  if (starts.empty()) starts.push_back(0);
  rows.push_back(row);
  for (const ViewCode& view : logo.views) {
    const std::size_t lane = views.size() % tile_views;
    if (lane == 0) signs.emplace_back();
    for (std::size_t word = 0; word < sign_words; ++word)
      std::memcpy(&signs.back()[word][lane], &view.code[word * sizeof(std::uint32_t)], sizeof(std::uint32_t));
    LogoViewRow kept{static_cast<std::uint8_t>(view.view), view.x, view.y, view.width, view.height, {}};
    std::copy(view.code.begin() + plane_bytes, view.code.end(), kept.magnitudes.begin());
    views.push_back(kept);
  }
  starts.push_back(static_cast<std::uint32_t>(views.size()));
}

std::pair<std::size_t, std::size_t> LogoTable::views_of(std::size_t which) const noexcept {
  if (which + 1 >= starts_.size()) return {0, 0};
  const std::size_t end = std::min<std::size_t>(starts_[which + 1], views());
  return {std::min<std::size_t>(starts_[which], end), std::min<std::size_t>(end, std::size_t{starts_[which]} + max_views)};
}

std::size_t LogoTable::picture_of(std::size_t view, std::size_t from) const noexcept {
  if (from >= starts_.size() || starts_[from] > view) return rows_.size();
  while (from + 1 < starts_.size() && starts_[from + 1] <= view) ++from;
  return std::min(from, rows_.size());
}

ViewCode LogoTable::view(std::size_t number) const noexcept {
  const LogoViewRow& kept = views_[number];
  ViewCode view{.view = static_cast<LogoView>(std::min<std::uint8_t>(kept.view, static_cast<std::uint8_t>(LogoView::filling))),
                .x = kept.x, .y = kept.y, .width = kept.width, .height = kept.height};
  const SignTile& tile = signs_[number / tile_views];
  for (std::size_t word = 0; word < sign_words; ++word)
    std::memcpy(&view.code[word * sizeof(std::uint32_t)], &tile[word][number % tile_views], sizeof(std::uint32_t));
  std::copy(kept.magnitudes.begin(), kept.magnitudes.end(), view.code.begin() + plane_bytes);
  return view;
}

Fingerprint LogoTable::picture(std::size_t which) const {
  Fingerprint logo{fingerprint_version, {}, {}};
  const auto [first, last] = views_of(which);
  for (std::size_t number = first; number < last; ++number) logo.views.push_back(view(number));
  return logo;
}

}  // namespace marque
