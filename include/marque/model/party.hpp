#pragma once

#include <optional>
#include <string>
#include <vector>

#include "marque/model/area_code.hpp"
#include "marque/model/uscc.hpp"

namespace marque {

/// A person or body in a record: applicant, owner, agent, licensee, pledgee, lawful user.
/// Unknown parts are empty. The name is kept as registered.
struct Party {
  std::string name{};
  std::string foreign_name{};  ///< the name in Latin letters beside a Chinese one
  std::optional<Uscc> uscc{};  ///< 统一社会信用代码
  std::string country{};       ///< ISO 3166-1 alpha-2, or empty
  std::string address{};
  std::optional<AreaCode> area{};  ///< the division of the address, by the code in force when recorded

  bool operator==(const Party&) const = default;
};

/// Whether two parties are the same: by USCC where both have one, else by foreign or registered name, in whichever
/// of the two places it stands, without regard to spaces, hyphens, full-width forms and letter case. Names alone
/// cannot tell namesakes apart; a party without any name is nobody's same.
bool same_party(const Party& a, const Party& b);

/// Whether one of `a` is the same as one of `b`, as same_party() tells; every one is compared with every other.
bool share_party(const std::vector<Party>& a, const std::vector<Party>& b);

}  // namespace marque
