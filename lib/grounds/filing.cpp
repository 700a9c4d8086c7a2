#include "marque/grounds/filing.hpp"

namespace marque {

bool filed_by_any(const Filing& filing, const std::vector<Party>& parties) {
  return share_party(filing.applicants, parties);
}

}  // namespace marque
