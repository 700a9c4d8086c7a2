#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/scoring/comparable_name.hpp"

namespace marque {

/// One name of an entry, as it lies in the file (FORMAT.md).
struct IndexRow {
  struct Slice {
    std::uint32_t offset = 0, length = 0;
  };
  std::uint64_t id = 0;
  std::uint64_t classes = 0;
  std::array<Slice, 7> texts{};
  Slice label{};
  std::uint32_t picture = 0xffffffffu;
  std::uint32_t reserved = 0;
};
static_assert(sizeof(IndexRow) == 88);

inline constexpr std::uint32_t no_picture = 0xffffffffu;

/// The sections of an index: in the builder's memory or in a mapped file, read alike.
struct IndexSections {
  std::uint64_t key = 0;
  std::uint64_t entries = 0;
  std::span<const IndexRow> rows;
  std::span<const char32_t> texts;
  std::span<const char> labels;
  std::span<const std::byte> pictures;

  NameView name(const IndexRow& row) const noexcept;
  std::string_view label(const IndexRow& row) const noexcept;
  std::size_t bytes() const noexcept;
};

/// A file mapped for reading.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();
  std::span<const std::byte> bytes() const noexcept { return {data_, size_}; }

 private:
  MappedFile(const std::byte* data, std::size_t size) noexcept : data_(data), size_(size) {}
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

Result<void> write_index(const IndexSections& sections, const std::string& path);

/// Checks header, checksums and every offset, and gives views into the bytes.
Result<IndexSections> read_index(std::span<const std::byte> bytes);

}  // namespace marque
