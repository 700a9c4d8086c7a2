#pragma once

#include <string>

#include "marque/base/result.hpp"

namespace marque {

/// The right to write one register, held by flock on `PATH.lock`, whose content names the holder. The kernel frees it
/// with the process, however that ends; the file stays, because removing it would let two processes hold it at once.
class WriterLock {
 public:
  /// ErrorCode::busy names who holds it.
  static Result<WriterLock> take(const std::string& path);
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

 private:
  explicit WriterLock(int descriptor) noexcept : descriptor_(descriptor) {}
  int descriptor_;
};

/// Now, in UTC, as ISO 8601 to the second.
std::string time_now();

}  // namespace marque
