#include "words_marks.hpp"

#include <string_view>

namespace bench {

namespace {

/// A number as good as drawn, from another (SplitMix64, Steele et al. 2014).
std::uint64_t scattered(std::uint64_t number) {
  number += 0x9e3779b97f4a7c15;
  number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9;
  number = (number ^ (number >> 27)) * 0x94d049bb133111eb;
  return number ^ (number >> 31);
}

/// Where the second half of a name begins, in bytes.
std::size_t middle_of(std::string_view name) {
  const auto starts_character = [&](std::size_t at) { return (static_cast<unsigned char>(name[at]) & 0xc0) != 0x80; };
  std::size_t characters = 0, at = 0;
  for (std::size_t i = 0; i < name.size(); ++i) characters += starts_character(i) ? 1u : 0u;
  for (std::size_t passed = 0; at < name.size(); ++at) {
    if (starts_character(at) && passed++ == (characters + 1) / 2) break;
  }
  return at;
}

}  // namespace

MadeMarks::MadeMarks(const std::vector<std::string>& chinese, const std::vector<std::string>& latin)
    : chinese_(chinese), latin_(latin) {}

const std::string& MadeMarks::name(std::size_t number) const {
  return number < chinese_.size() ? chinese_[number] : latin_[number - chinese_.size()];
}

std::string MadeMarks::mark(std::uint64_t number) const {
  if (number < real()) return name(number);
  const std::size_t first = scattered(2 * number) % real();
  const auto& partners = first < chinese_.size() ? chinese_ : latin_;
  const std::string& start = name(first);
  const std::string& end = partners[scattered(2 * number + 1) % partners.size()];
  return start.substr(0, middle_of(start)) + end.substr(middle_of(end));
}

}  // namespace bench
