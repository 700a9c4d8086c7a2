#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace bench {

/// As many marks as wanted, out of real names: first the names themselves, then recombined ones: the first half of one
/// name with the second half of another of the same script (by characters; of an odd length the middle one goes with
/// the first half). Which mark a number stands for depends on the names alone.
class MadeMarks {
 public:
  MadeMarks(const std::vector<std::string>& chinese, const std::vector<std::string>& latin);

  std::string mark(std::uint64_t number) const;
  std::size_t real() const noexcept { return chinese_.size() + latin_.size(); }

 private:
  const std::string& name(std::size_t number) const;

  const std::vector<std::string>& chinese_;
  const std::vector<std::string>& latin_;
};

}  // namespace bench
