#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"

namespace marque {

/// Which part of a picture a view shows.
enum class LogoView : std::uint8_t {
  whole = 0,    ///< everything that stands out from the background
  peeled = 1,   ///< what a tile, ring or frame encloses
  block = 2,    ///< one block of a lock-up: the device beside or above the words
  part = 3,     ///< a group of what lies close together, of one colour or any; only in probes
  filling = 4,  ///< everything that is not white, where a mark fills the picture to its border and its own colour passes for the background
};

std::string_view name_of(LogoView view) noexcept;

/// How a probe was altered before it was described.
enum class LogoAlteration : std::uint8_t {
  none = 0,
  rotated = 1,    ///< clockwise, `amount` in steps of 11.25°
  stretched = 2,  ///< to `amount` per cent of its width
  completed = 3,  ///< by `amount` per cent of empty space at a side that may have been cut off
};

std::string_view name_of(LogoAlteration alteration) noexcept;

/// One view of a logo as numbers: where it lies in the picture, and its code.
struct ViewCode {
  LogoView view = LogoView::whole;
  LogoAlteration alteration = LogoAlteration::none;
  std::uint8_t amount = 0;
  std::uint8_t x = 0, y = 0, width = 0, height = 0;  ///< the view's box in the picture, in 1/255 of its longer side
  std::array<std::uint8_t, 72> code{};               ///< 192 coordinates of three bits (lib/logo/code.hpp)

  bool operator==(const ViewCode&) const = default;
};

/// What a picture looks like, as plain bytes: comparable without OpenCV, the same on every machine.
/// Immutable once made; any number of threads may read it.
struct Fingerprint {
  std::uint16_t version = 0;     ///< fingerprints of different versions are not comparable
  std::vector<ViewCode> views;   ///< 1 … 4, the whole first: what a register keeps
  std::vector<ViewCode> probes;  ///< 0 … 60: what a picture is asked with besides; empty in a register

  /// The views, then the probes: the number that LogoMatch gives.
  const ViewCode& seen(std::size_t i) const { return i < views.size() ? views[i] : probes[i - views.size()]; }

  bool operator==(const Fingerprint&) const = default;
};

/// A fingerprint as bytes and back. Reading checks version, lengths and ranges: ErrorCode::corrupt,
/// ErrorCode::newer_version, or ErrorCode::unsupported for an older version, which is to be made anew from the picture.
std::vector<std::byte> to_bytes(const Fingerprint& fingerprint);
Result<Fingerprint> fingerprint_from_bytes(std::span<const std::byte> bytes);

/// The version that this library makes and compares.
std::uint16_t current_fingerprint_version() noexcept;

}  // namespace marque
