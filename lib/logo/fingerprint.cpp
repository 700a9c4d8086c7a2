#include "marque/logo/fingerprint.hpp"

#include <algorithm>
#include <string>

#include "logo/layout.hpp"
#include "marque/base/digest.hpp"

namespace marque {

static_assert(sizeof(ViewCode::code) == code_bytes);

namespace {

// Little-endian: version (2 bytes), number of views (1), of probes (1), then each view and probe: kind, alteration,
// amount, box (4 × 1), code (72); at the end the CRC-32C of all before it. Of every version the first two bytes are
// its number and the last four the checksum.
constexpr std::size_t head_bytes = 4, checksum_bytes = 4, view_head_bytes = 7, view_bytes = view_head_bytes + code_bytes;

void append(std::vector<std::byte>& bytes, std::uint32_t value, int width) {
  for (int i = 0; i < width; ++i) bytes.push_back(static_cast<std::byte>(value >> 8 * i));
}

void append(std::vector<std::byte>& bytes, const ViewCode& view) {
  for (const std::uint8_t value : {static_cast<std::uint8_t>(view.view), static_cast<std::uint8_t>(view.alteration), view.amount, view.x, view.y,
                                   view.width, view.height})
    bytes.push_back(std::byte{value});
  for (const std::uint8_t value : view.code) bytes.push_back(std::byte{value});
}

std::uint32_t number(std::span<const std::byte> bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) value |= std::to_integer<std::uint32_t>(bytes[i]) << 8 * i;
  return value;
}

Error corrupt(std::string what) { return {ErrorCode::corrupt, "a fingerprint " + std::move(what)}; }

/// Precondition: `bytes` are view_bytes long.
ViewCode read_view(std::span<const std::byte> bytes) {
  const auto byte = [&](std::size_t i) { return std::to_integer<std::uint8_t>(bytes[i]); };
  ViewCode view{static_cast<LogoView>(byte(0)), static_cast<LogoAlteration>(byte(1)), byte(2), byte(3), byte(4), byte(5), byte(6), {}};
  for (std::size_t i = 0; i < code_bytes; ++i) view.code[i] = byte(view_head_bytes + i);
  return view;
}

bool is_sound(const ViewCode& view, std::size_t place, bool probe) {
  const bool known = view.view <= LogoView::filling && view.alteration <= LogoAlteration::completed;
  const bool plain = view.view != LogoView::part && view.alteration == LogoAlteration::none;
  return known && (probe || plain) && (place == 0) == (view.view == LogoView::whole && !probe) && view.x + view.width <= 255 && view.y + view.height <= 255;
}

}  // namespace

std::string_view name_of(LogoView view) noexcept {
  constexpr std::array<std::string_view, 5> names{"whole", "peeled", "block", "part", "filling"};
  const auto index = static_cast<std::size_t>(view);
  return index < names.size() ? names[index] : "whole";
}

std::string_view name_of(LogoAlteration alteration) noexcept {
  constexpr std::array<std::string_view, 4> names{"none", "rotated", "stretched", "completed"};
  const auto index = static_cast<std::size_t>(alteration);
  return index < names.size() ? names[index] : "none";
}

std::vector<std::byte> to_bytes(const Fingerprint& fingerprint) {
  std::vector<std::byte> bytes;
  append(bytes, fingerprint.version, 2);
  append(bytes, static_cast<std::uint32_t>(fingerprint.views.size()), 1);
  append(bytes, static_cast<std::uint32_t>(fingerprint.probes.size()), 1);
  for (const ViewCode& view : fingerprint.views) append(bytes, view);
  for (const ViewCode& probe : fingerprint.probes) append(bytes, probe);
  append(bytes, crc32c(bytes), checksum_bytes);
  return bytes;
}

Result<Fingerprint> fingerprint_from_bytes(std::span<const std::byte> bytes) {
  if (bytes.size() < head_bytes + checksum_bytes) return corrupt("of " + std::to_string(bytes.size()) + " bytes");
  Fingerprint fingerprint;
  fingerprint.version = static_cast<std::uint16_t>(number(bytes.first(2)));
  if (fingerprint.version > fingerprint_version)
    return Error{ErrorCode::newer_version, "a fingerprint of version " + std::to_string(fingerprint.version)};
  if (number(bytes.last(checksum_bytes)) != crc32c(bytes.first(bytes.size() - checksum_bytes))) return corrupt("whose checksum is wrong");
  if (fingerprint.version == 0) return corrupt("of version 0");
  if (fingerprint.version < fingerprint_version) {
    return Error{ErrorCode::unsupported, "a fingerprint of version " + std::to_string(fingerprint.version) + ", which is no longer compared: to be made anew"};
  }
  const std::size_t views = number(bytes.subspan(2, 1)), probes = number(bytes.subspan(3, 1));
  if (views == 0 || views > max_views || probes > max_probes)
    return corrupt("with " + std::to_string(views) + " views and " + std::to_string(probes) + " probes");
  if (bytes.size() != head_bytes + (views + probes) * view_bytes + checksum_bytes) return corrupt("whose length is wrong");
  for (std::size_t i = 0; i < views + probes; ++i) {
    const ViewCode view = read_view(bytes.subspan(head_bytes + i * view_bytes, view_bytes));
    if (!is_sound(view, i, i >= views)) return corrupt("whose view has a kind or a box out of range");
    (i < views ? fingerprint.views : fingerprint.probes).push_back(view);
  }
  return fingerprint;
}

std::uint16_t current_fingerprint_version() noexcept { return fingerprint_version; }

}  // namespace marque
