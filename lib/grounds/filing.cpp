#include "marque/grounds/filing.hpp"

#include <algorithm>

namespace marque {

bool filed_by_any(const Filing& filing, const std::vector<Party>& parties) {
  return std::any_of(filing.applicants.begin(), filing.applicants.end(), [&](const Party& applicant) {
    return std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return same_party(applicant, p); });
  });
}

}  // namespace marque
