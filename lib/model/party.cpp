#include "marque/model/party.hpp"

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

}  // namespace marque
