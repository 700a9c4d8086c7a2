#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "marque/base/progress.hpp"
#include "marque/base/result.hpp"
#include "search/segment.hpp"

namespace marque {

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

/// The parts of an index file, found by their headers.
struct IndexParts {
  std::vector<Segment> segments;   ///< at least one
  std::uint64_t end = 0;           ///< of the last whole part; what follows was never finished
};

Result<IndexParts> read_parts(std::span<const std::byte> file);

/// Compares every checksum; the first part that fails is named. Also ErrorCode::corrupt where bytes follow the last part.
Result<void> verify_parts(std::span<const std::byte> file, const Progress& progress);

/// Writes parts as a new file that takes the place of `path` at once.
Result<void> write_index(std::span<const Segment> segments, const std::string& path);

/// Adds a part to a file under a lock: `make` gets the parts that are there. Durable when it returns; whatever fails, the file
/// reads as before.
Result<void> append_part(const std::string& path, const std::function<Result<Segment>(const IndexParts&)>& make);

}  // namespace marque
