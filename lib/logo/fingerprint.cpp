#include "marque/logo/fingerprint.hpp"

#include <array>
#include <bit>
#include <string>

#include "logo/layout.hpp"
#include "marque/base/digest.hpp"

namespace marque {

namespace {

// Little-endian: version (2 bytes), number of views (1), then each view: kind (1), box (4 × binary32), length of
// `shape` (2), of `polar` (2), both codes; at the end the CRC-32C of all before it.
constexpr std::size_t checksum_bytes = 4;

void append(std::vector<std::byte>& bytes, std::uint32_t value, int width) {
  for (int i = 0; i < width; ++i) bytes.push_back(static_cast<std::byte>(value >> 8 * i));
}

void append(std::vector<std::byte>& bytes, const std::vector<std::uint8_t>& code) {
  for (const std::uint8_t value : code) bytes.push_back(static_cast<std::byte>(value));
}

/// Takes numbers off the front; once the bytes run out it gives zeros and says so.
class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : rest_(bytes) {}

  std::uint32_t number(std::size_t width) {
    if (!enough(width)) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value |= std::to_integer<std::uint32_t>(rest_[i]) << 8 * i;
    rest_ = rest_.subspan(width);
    return value;
  }

  std::vector<std::uint8_t> code(std::size_t length) {
    if (!enough(length)) return {};
    std::vector<std::uint8_t> values;
    values.reserve(length);
    for (const std::byte byte : rest_.first(length)) values.push_back(std::to_integer<std::uint8_t>(byte));
    rest_ = rest_.subspan(length);
    return values;
  }

  bool complete() const { return !short_ && rest_.empty(); }

 private:
  bool enough(std::size_t length) {
    short_ = short_ || rest_.size() < length;
    return !short_;
  }

  std::span<const std::byte> rest_;
  bool short_ = false;
};

Error corrupt(std::string what) { return {ErrorCode::corrupt, "a fingerprint " + std::move(what)}; }

bool is_share(float value) { return value >= 0 && value <= 1; }

bool is_sound(const ViewCode& view) {
  return is_share(view.x) && is_share(view.y) && is_share(view.width) && is_share(view.height) &&
         view.shape.size() == shape_length && view.polar.size() == polar_length;
}

Result<ViewCode> read_view(Reader& reader) {
  const std::uint32_t kind = reader.number(1);
  if (kind > static_cast<std::uint32_t>(LogoView::block)) return corrupt("with a view of kind " + std::to_string(kind));
  ViewCode view{static_cast<LogoView>(kind), 0, 0, 0, 0, {}, {}};
  for (float* side : {&view.x, &view.y, &view.width, &view.height}) *side = std::bit_cast<float>(reader.number(4));
  const std::uint32_t shape = reader.number(2), polar = reader.number(2);
  view.shape = reader.code(shape);
  view.polar = reader.code(polar);
  if (!is_sound(view)) return corrupt("whose view has a box or a code out of range");
  return view;
}

}  // namespace

std::string_view name_of(LogoView view) noexcept {
  constexpr std::array<std::string_view, 3> names{"whole", "peeled", "block"};
  const auto index = static_cast<std::size_t>(view);
  return index < names.size() ? names[index] : "whole";
}

std::vector<std::byte> to_bytes(const Fingerprint& fingerprint) {
  std::vector<std::byte> bytes;
  append(bytes, fingerprint.version, 2);
  append(bytes, static_cast<std::uint32_t>(fingerprint.views.size()), 1);
  for (const ViewCode& view : fingerprint.views) {
    append(bytes, static_cast<std::uint32_t>(view.view), 1);
    for (const float side : {view.x, view.y, view.width, view.height})
      append(bytes, std::bit_cast<std::uint32_t>(side), 4);
    append(bytes, static_cast<std::uint32_t>(view.shape.size()), 2);
    append(bytes, static_cast<std::uint32_t>(view.polar.size()), 2);
    append(bytes, view.shape);
    append(bytes, view.polar);
  }
  append(bytes, crc32c(bytes), checksum_bytes);
  return bytes;
}

Result<Fingerprint> fingerprint_from_bytes(std::span<const std::byte> bytes) {
  if (bytes.size() < 3 + checksum_bytes) return corrupt("of " + std::to_string(bytes.size()) + " bytes");
  Reader reader(bytes.first(bytes.size() - checksum_bytes));
  Fingerprint fingerprint;
  fingerprint.version = static_cast<std::uint16_t>(reader.number(2));
  if (fingerprint.version > fingerprint_version) {
    return Error{ErrorCode::newer_version, "a fingerprint of version " + std::to_string(fingerprint.version)};
  }
  const std::uint32_t checksum = Reader(bytes.last(checksum_bytes)).number(checksum_bytes);
  if (checksum != crc32c(bytes.first(bytes.size() - checksum_bytes))) return corrupt("whose checksum is wrong");
  const std::uint32_t views = reader.number(1);
  if (fingerprint.version == 0 || views == 0 || views > max_views)
    return corrupt("with " + std::to_string(views) + " views");
  for (std::uint32_t i = 0; i < views; ++i) {
    auto view = read_view(reader);
    if (!view) return view.error();
    fingerprint.views.push_back(*std::move(view));
  }
  if (!reader.complete()) return corrupt("whose length is wrong");
  return fingerprint;
}

}  // namespace marque
