#pragma once

#include <cstdint>
#include <functional>

namespace marque {

/// How long work tells its caller how far it is, and asks whether to go on.
///
/// The function is called from the working thread, at least every few thousand records. It returns
/// false to stop; the work then ends with ErrorCode::cancelled and leaves nothing half done.
class Progress {
 public:
  /// `total` is 0 where it is not known beforehand.
  using Report = std::function<bool(std::uint64_t done, std::uint64_t total)>;

  Progress() = default;
  explicit Progress(Report report) : report_(std::move(report)) {}

  /// Reports, and returns whether to go on.
  bool advance(std::uint64_t done, std::uint64_t total = 0) const { return !report_ || report_(done, total); }

 private:
  Report report_;
};

}  // namespace marque
