#include "marque/grounds/ground.hpp"

#include <array>
#include <map>
#include <utility>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_provisions)

namespace marque {
namespace {

using Names = std::pair<std::string_view, std::string_view>;

constexpr std::array<Names, 9> ground_names{{
    {"identical_mark", "在先相同商标"},
    {"similar_mark", "在先近似商标"},
    {"earlier_application", "在先申请"},
    {"well_known_mark", "驰名商标"},
    {"gap_year", "注销撤销后一年内"},
    {"gi_misleading", "误导公众的地理标志"},
    {"deceptive_origin", "产地误认"},
    {"place_name", "地名"},
    {"barred_sign", "禁用标志"},
}};

constexpr std::array<Names, 4> risk_names{{{"none", "无"}, {"low", "低"}, {"medium", "中"}, {"high", "高"}}};

using Provisions = std::map<std::pair<std::string_view, std::string_view>, std::string_view>;

const Provisions& provisions() {
  static const Provisions table = [] {
    Provisions rows;
    for_each_row(embedded(marque_provisions, marque_provisions_end),
                 [&](const auto& fields) { rows[{fields[0], fields[1]}] = fields[2]; });
    return rows;
  }();
  return table;
}

std::string cited(std::string_view law, std::string_view article) {
  return std::string(law) + " Art." + std::string(article);
}

}  // namespace

std::string_view name_of(GroundCode code) noexcept { return ground_names[static_cast<std::size_t>(code)].first; }
std::string_view chinese_of(GroundCode code) noexcept { return ground_names[static_cast<std::size_t>(code)].second; }
std::string_view name_of(Risk risk) noexcept { return risk_names[static_cast<std::size_t>(risk)].first; }
std::string_view chinese_of(Risk risk) noexcept { return risk_names[static_cast<std::size_t>(risk)].second; }

std::string provision_of(GroundCode code, LawVersion version, std::string_view item) {
  const std::string_view law = name_of(version);
  const std::string_view known = name_of(LawVersion::cn_tml_2019);
  const std::string_view article = item.empty() ? provisions().at({name_of(code), known}) : item;
  if (version == LawVersion::cn_tml_2019) return cited(known, article);
  const auto verified = provisions().find({name_of(code), law});
  if (verified != provisions().end()) return cited(law, verified->second);
  return std::string(law) + " (" + cited(known, article) + ")";
}

}  // namespace marque
