#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace marque {

/// Runs `work(next)` in several threads, the caller's among them; `next(item)` hands out the numbers below `count` one by one,
/// and false when none is left.
template <class Work>
void in_parallel(unsigned threads, std::size_t count, Work&& work) {
  std::atomic<std::size_t> given = 0;
  const auto next = [&](std::size_t& item) { return (item = given++) < count; };
  std::vector<std::jthread> helpers;
  for (unsigned helper = 1; helper < threads && helper < count; ++helper) helpers.emplace_back([&] { work(next); });
  work(next);
}

/// Runs each of the tasks once, those that come first begun first.
inline void run_all(unsigned threads, const std::vector<std::function<void()>>& tasks) {
  in_parallel(threads, tasks.size(), [&](const auto& next) {
    for (std::size_t task; next(task);) tasks[task]();
  });
}

}  // namespace marque
