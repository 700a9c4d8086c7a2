#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace marque {

/// An encoded picture 图样 as it came: bytes, not pixels. `media_type` is what the bytes' signature says
/// (`image/png`, `image/jpeg`), empty where not yet looked at.
struct Image {
  std::vector<std::byte> bytes{};
  std::string media_type{};

  bool operator==(const Image&) const = default;
};

/// Gives a picture by its digest (ImageReference); nothing where there is none.
using PictureSource = std::function<std::optional<Image>(const std::string& digest)>;

}  // namespace marque
