#pragma once

#include <boost/mpl/bool.hpp>
#include <boost/serialization/serialization.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace marque {

/// Bytes that do not follow the format. Thrown and caught inside marque only.
struct DamagedRecord : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <class T>
concept WireInteger = std::integral<T> && !std::same_as<T, bool>;

template <class T>
concept WireStruct = std::is_class_v<T>;

/// A member that the format has from a version on.
template <class T>
struct Since {
  unsigned version;
  T& member;
};

/// `archive& name& since<2>(colour)`: records of version 1 end with the name, and are read with the colour as it is by default.
template <unsigned Version, class T>
Since<T> since(T& member) noexcept {
  return {Version, member};
}

/// Boost.Serialization's Saving Archive over bytes that are the same on every machine: integers little-endian in
/// their own width, sizes as LEB128 varints, an optional as a 0 or 1 and its value. It knows value types only:
/// there are no pointers to follow or share, and no class names in the stream; one version, told to the archive, holds for
/// all that is in it.
class PortableWriter {
 public:
  using is_saving = boost::mpl::bool_<true>;
  using is_loading = boost::mpl::bool_<false>;

  PortableWriter() = default;  ///< of version 1
  explicit PortableWriter(unsigned version) noexcept : version_(version) {}

  const std::vector<std::byte>& bytes() const noexcept { return bytes_; }
  std::vector<std::byte> take() noexcept { return std::move(bytes_); }

  template <class T>
  PortableWriter& operator&(const T& value) {
    return *this << value;
  }
  template <class T>
  PortableWriter& operator&(Since<T> later) {
    return version_ >= later.version ? *this << later.member : *this;
  }

  template <WireStruct T>
  PortableWriter& operator<<(const T& value) {
    boost::serialization::serialize_adl(*this, const_cast<T&>(value), 0u);  // Boost serializes both ways through T&
    return *this;
  }
  template <WireInteger T>
  PortableWriter& operator<<(T value) {
    auto rest = static_cast<std::make_unsigned_t<T>>(value);
    for (std::size_t i = 0; i < sizeof(T); ++i, rest = static_cast<decltype(rest)>(std::uint64_t{rest} >> 8))
      bytes_.push_back(static_cast<std::byte>(rest & 0xff));
    return *this;
  }
  PortableWriter& operator<<(bool value) { return *this << static_cast<std::uint8_t>(value); }
  PortableWriter& operator<<(const std::string& text) {
    save_size(text.size());
    save_binary(text.data(), text.size());
    return *this;
  }
  template <class T>
  PortableWriter& operator<<(const std::vector<T>& values) {
    save_size(values.size());
    for (const T& value : values) *this << value;
    return *this;
  }
  template <class T>
  PortableWriter& operator<<(const std::optional<T>& value) {
    *this << value.has_value();
    if (value) *this << *value;
    return *this;
  }

  void save_binary(const void* data, std::size_t size) {
    const auto* begin = static_cast<const std::byte*>(data);
    bytes_.insert(bytes_.end(), begin, begin + size);
  }

 private:
  void save_size(std::size_t size) {
    for (; size >= 0x80; size >>= 7) bytes_.push_back(static_cast<std::byte>((size & 0x7f) | 0x80));
    bytes_.push_back(static_cast<std::byte>(size));
  }

  unsigned version_ = 1;
  std::vector<std::byte> bytes_;
};

/// How few bytes a T can take in any version: those of its empty value in the first, since whatever varies in length is
/// empty there, and later versions only add.
template <class T>
std::size_t least_size() {
  static const std::size_t size = (PortableWriter(1) << T{}).bytes().size();
  return size;
}

/// The Loading Archive for what PortableWriter wrote. Every count and length is checked against the bytes left before
/// anything is allocated; each value has one form only, so that what is read writes back to the same bytes.
class PortableReader {
 public:
  using is_saving = boost::mpl::bool_<false>;
  using is_loading = boost::mpl::bool_<true>;

  explicit PortableReader(std::span<const std::byte> bytes, unsigned version = 1) noexcept
      : version_(version), bytes_(bytes) {}

  std::size_t left() const noexcept { return bytes_.size(); }

  template <class T>
  PortableReader& operator&(T& value) {
    return *this >> value;
  }
  template <class T>
  PortableReader& operator&(Since<T> later) {
    return version_ >= later.version ? *this >> later.member : *this;
  }

  template <WireStruct T>
  PortableReader& operator>>(T& value) {
    boost::serialization::serialize_adl(*this, value, 0u);
    return *this;
  }
  template <WireInteger T>
  PortableReader& operator>>(T& value) {
    const auto raw = take(sizeof(T));
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) sum |= std::to_integer<std::uint64_t>(raw[i]) << 8 * i;
    value = static_cast<T>(sum);
    return *this;
  }
  PortableReader& operator>>(bool& value) {
    std::uint8_t raw = 0;
    *this >> raw;
    if (raw > 1) throw DamagedRecord("a flag is " + std::to_string(raw));
    value = raw == 1;
    return *this;
  }
  PortableReader& operator>>(std::string& text) {
    const auto raw = take(load_size(1));
    text.assign(reinterpret_cast<const char*>(raw.data()), raw.size());
    return *this;
  }
  template <class T>
  PortableReader& operator>>(std::vector<T>& values) {
    values.clear();
    values.resize(load_size(least_size<T>()));
    for (T& value : values) *this >> value;
    return *this;
  }
  template <class T>
  PortableReader& operator>>(std::optional<T>& value) {
    bool present = false;
    *this >> present;
    value.reset();
    if (present) *this >> value.emplace();
    return *this;
  }

  std::span<const std::byte> take(std::size_t size) {
    if (size > left()) throw DamagedRecord("it ends in the middle of a value");
    const auto taken = bytes_.first(size);
    bytes_ = bytes_.subspan(size);
    return taken;
  }

 private:
  std::size_t load_size(std::size_t element) {
    std::uint64_t size = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = std::to_integer<std::uint64_t>(take(1).front());
      if (shift > 56 || (byte == 0 && shift > 0)) throw DamagedRecord("a size is not in its shortest form");
      size |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    if (size > left() / element) throw DamagedRecord("it names more values than it can hold");
    return static_cast<std::size_t>(size);
  }

  unsigned version_;
  std::span<const std::byte> bytes_;
};

}  // namespace marque
