#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>

#include "marque/base/progress.hpp"

namespace marque {

/// How far work is over all its threads; the first to be told to stop stops all.
class SharedProgress {
 public:
  SharedProgress(const Progress& progress, std::uint64_t total) : progress_(progress), total_(total) {}

  /// Adds what was done, reports, and returns whether to go on.
  bool advance(std::uint64_t more) {
    const std::scoped_lock lock(mutex_);
    done_ += more;
    if (!stopped_ && !progress_.advance(done_, total_)) stopped_ = true;
    return !stopped_;
  }
  bool stopped() const { return stopped_; }

 private:
  const Progress& progress_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  std::mutex mutex_;
  std::atomic<bool> stopped_ = false;
};

}  // namespace marque
