#include "grounds/applicants.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "marque/law/place_names.hpp"

namespace marque {

std::vector<AreaCode> areas_of(const Party& party) {
  if (party.area) return {*party.area};
  std::vector<AreaCode> areas;
  if (const auto address = normalize(party.address))
    for (const PlaceMention& mention : place_mentions(*address))
      if (!mention.in_pinyin) areas.push_back(mention.division.code);
  if (areas.empty() && party.uscc && division_of(party.uscc->area())) areas.push_back(party.uscc->area());
  return areas;
}

Seat sits_in(const Filing& filing, const std::vector<AreaCode>& areas) {
  Seat seat = Seat::unknown;
  for (const Party& applicant : filing.applicants) {
    const bool abroad = !applicant.country.empty() && applicant.country != "CN";
    const std::vector<AreaCode> own = areas_of(applicant);
    if (own.empty() && !abroad) continue;
    if (areas.empty()) {  // a place abroad: an applicant in China sits elsewhere, one abroad may sit there
      seat = abroad ? Seat::unknown : Seat::elsewhere;
      continue;
    }
    // An address names province, city and county: its narrowest division decides.
    if (!own.empty()) {
      const AreaCode narrowest = own.back();
      const bool there = std::any_of(areas.begin(), areas.end(), [&](AreaCode area) { return same_area(area, narrowest); });
      if (there) return Seat::there;
    }
    seat = Seat::elsewhere;
  }
  return seat;
}

bool is_trademark_agency(const Party& party) {
  constexpr std::array<std::string_view, 6> words{"商标代理", "商标事务所", "知识产权代理", "知识产权事务所", "专利商标", "商标专利"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return party.name.find(word) != std::string::npos; });
}

}  // namespace marque
