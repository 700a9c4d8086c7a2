#pragma once

#include <string>
#include <vector>

#include "marque/model/date.hpp"
#include "marque/model/party.hpp"
#include "names.hpp"
#include "random.hpp"

/// A made-up company of the district. Those founded under the old name of the place are renamed when it becomes 海门区.
struct Owner {
  marque::Party party;                    ///< as of its founding
  std::optional<marque::Party> renamed;   ///< as of `renamed_on`
  std::optional<marque::Date> renamed_on;
  marque::Date founded;
  std::size_t trade = 0;                  ///< index into trades()
  CoinedName house_name;

  /// Its name and address on a day.
  const marque::Party& on(marque::Date day) const { return renamed_on && *renamed_on <= day ? *renamed : party; }
};

/// In order of founding.
std::vector<Owner> found_owners(Random& random, std::size_t count);

/// Trade mark agencies 商标代理机构, made up.
std::vector<marque::Party> found_agents(Random& random, std::size_t count);

/// A bank for pledges, whose name says that it is made up.
marque::Party made_up_bank(Random& random);
