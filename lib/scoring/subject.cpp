#include "marque/scoring/subject.hpp"

#include <utility>

namespace marque {

Result<Subject> make_subject(std::string_view words, std::optional<Fingerprint> logo, const TextLimits& limits) {
  auto name = normalize(words, limits);
  if (!name) return name.error();
  Subject subject{*std::move(name), {}, std::move(logo)};
  subject.comparable = comparable(subject.name);
  return subject;
}

}  // namespace marque
