#include "marque/model/party.hpp"

#include <algorithm>

#include "model/spelling.hpp"

namespace marque {

namespace {

/// Hyphens and underscores count in no name; letter case does not either.
bool same_name(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && (a == b || wording_key(a) == wording_key(b));
}

}  // namespace

bool same_party(const Party& a, const Party& b) {
  if (a.uscc && b.uscc) return a.uscc == b.uscc;
  return same_name(a.name, b.name) || same_name(a.foreign_name, b.foreign_name) || same_name(a.name, b.foreign_name) ||
         same_name(a.foreign_name, b.name);
}

bool share_party(const std::vector<Party>& a, const std::vector<Party>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Party& one) {
    return std::any_of(b.begin(), b.end(), [&](const Party& other) { return same_party(one, other); });
  });
}

}  // namespace marque
