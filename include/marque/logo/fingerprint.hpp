#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"

namespace marque {

/// Which part of a picture a view shows.
enum class LogoView : std::uint8_t {
  whole = 0,   ///< everything that stands out from the background
  peeled = 1,  ///< what a tile, ring or frame encloses
  block = 2,   ///< one block of a lock-up: the device beside or above the words
};

std::string_view name_of(LogoView view) noexcept;

/// One view of a logo as numbers: where it lies in the picture, and its codes.
struct ViewCode {
  LogoView view;
  float x, y, width, height;        ///< the view's box in the picture, as shares of its sides
  std::vector<std::uint8_t> shape;  ///< where which edges lie, in the upright view; version 1: 512 values
  std::vector<std::uint8_t> polar;  ///< the same, unchanged by rotation; version 1: 576 values

  bool operator==(const ViewCode&) const = default;
};

/// What a picture looks like, as plain bytes: comparable without OpenCV, the same on every machine.
/// Immutable once made; any number of threads may read it.
struct Fingerprint {
  std::uint16_t version = 0;    ///< fingerprints of different versions are not comparable
  std::vector<ViewCode> views;  ///< 1 … 4, the whole first

  bool operator==(const Fingerprint&) const = default;
};

/// A fingerprint as bytes and back. Reading checks version, lengths and ranges: ErrorCode::corrupt or
/// ErrorCode::newer_version.
std::vector<std::byte> to_bytes(const Fingerprint& fingerprint);
Result<Fingerprint> fingerprint_from_bytes(std::span<const std::byte> bytes);

}  // namespace marque
