#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "logo/layout.hpp"
#include "marque/logo/fingerprint.hpp"
#include "search/layout.hpp"

namespace marque {

/// What lies in the index of one view besides its signs.
struct LogoViewRow {
  std::uint8_t view = 0, x = 0, y = 0, width = 0, height = 0;
  std::array<std::uint8_t, code_bytes - plane_bytes> magnitudes{};
};
static_assert(sizeof(LogoViewRow) == 53);

/// Signs of views, sixteen to a tile and within it word by word, so that one instruction compares one word of all.
inline constexpr std::size_t tile_views = 16, sign_words = plane_bytes / sizeof(std::uint32_t);
using SignTile = std::array<std::array<std::uint32_t, tile_views>, sign_words>;

/// The pictures of a part while they are collected, and then as sections.
class LogoColumns {
 public:
  void add(std::uint32_t row, const Fingerprint& logo);

  std::vector<std::uint32_t> rows;     ///< the names that have a picture, ascending
  std::vector<std::uint32_t> starts;   ///< where the views of each begin, and the end of the last
  std::vector<SignTile> signs;
  std::vector<LogoViewRow> views;
};

/// The same, read where they lie. Nothing is trusted: what is out of bounds has no views.
class LogoTable {
 public:
  LogoTable(std::span<const std::uint32_t> rows, std::span<const std::uint32_t> starts, std::span<const SignTile> signs,
            std::span<const LogoViewRow> views)
      : rows_(rows), starts_(starts), signs_(signs), views_(views) {}

  std::span<const std::uint32_t> rows() const noexcept { return rows_; }
  std::span<const SignTile> tiles() const noexcept { return signs_; }

  /// Views that have both signs and magnitudes.
  std::size_t views() const noexcept { return std::min(views_.size(), signs_.size() * tile_views); }

  /// The views of the picture with number `which` among the rows: first and one past the last.
  std::pair<std::size_t, std::size_t> views_of(std::size_t which) const noexcept;

  /// The number among the rows of the picture that a view belongs to; rows().size() where none is known. Looked for from the
  /// picture of a view before it.
  std::size_t picture_of(std::size_t view, std::size_t from = 0) const noexcept;

  ViewCode view(std::size_t number) const noexcept;
  Fingerprint picture(std::size_t which) const;

 private:
  std::span<const std::uint32_t> rows_, starts_;
  std::span<const SignTile> signs_;
  std::span<const LogoViewRow> views_;
};

}  // namespace marque
