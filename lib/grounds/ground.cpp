#include "marque/grounds/ground.hpp"

#include <array>
#include <map>
#include <utility>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_objectors)
MARQUE_EMBEDDED(marque_provisions)

namespace marque {
namespace {

using Names = std::pair<std::string_view, std::string_view>;

constexpr std::array<Names, 20> ground_names{{
    {"identical_mark", "在先相同商标"},
    {"similar_mark", "在先近似商标"},
    {"earlier_application", "在先申请"},
    {"well_known_mark", "驰名商标"},
    {"gap_year", "注销撤销后一年内"},
    {"gi_misleading", "误导公众的地理标志"},
    {"deceptive_origin", "产地误认"},
    {"place_name", "地名"},
    {"barred_sign", "禁用标志"},
    {"unregistered_well_known", "未注册驰名商标"},
    {"agent_filing", "代理人抢注"},
    {"related_party", "特定关系人抢注"},
    {"prior_use", "抢注在先使用商标"},
    {"agency_filing", "代理机构申请"},
    {"generic_name", "商品通用名称"},
    {"descriptive", "直接表示商品特点"},
    {"not_distinctive", "缺乏显著特征"},
    {"functional_shape", "功能性形状"},
    {"deceptive_quality", "品质误认"},
    {"adverse_influence", "不良影响"},
}};

constexpr std::array<Names, 4> risk_names{{{"none", "无"}, {"low", "低"}, {"medium", "中"}, {"high", "高"}}};

struct Provision {
  std::string_view article;
  Verification verified = Verification::memory;
};

using Provisions = std::map<std::pair<std::string_view, std::string_view>, Provision>;

const Provisions& provisions() {
  static const Provisions table = [] {
    Provisions rows;
    for_each_row(embedded(marque_provisions, marque_provisions_end), [&](const auto& fields) {
      rows[{fields[0], fields[1]}] = {fields[2], verification_named(fields[3])};
    });
    return rows;
  }();
  return table;
}

struct Objection {
  Objector objector = Objector::prior_right_holder;
  Bilingual question;
};

const std::map<std::string_view, Objection>& objections() {
  static const auto table = [] {
    std::map<std::string_view, Objection> rows;
    for_each_row(embedded(marque_objectors, marque_objectors_end), [&](const auto& fields) {
      const Objector objector = fields[1] == "anyone"   ? Objector::anyone
                                : fields[1] == "office" ? Objector::office
                                                        : Objector::prior_right_holder;
      rows[fields[0]] = {objector, {std::string(fields[2]), std::string(fields[3])}};
    });
    return rows;
  }();
  return table;
}

std::string cited(std::string_view law, std::string_view article) {
  return std::string(law) + " Art." + std::string(article);
}

/// The row that states a ground under a version, where its number is known there.
const Provision* known_under(GroundCode code, LawVersion version, std::string_view item) {
  if (!item.empty() && version != LawVersion::cn_tml_2019) return nullptr;  // items were not verified
  const auto found = provisions().find({name_of(code), name_of(version)});
  return found == provisions().end() ? nullptr : &found->second;
}

}  // namespace

std::string_view name_of(GroundCode code) noexcept { return ground_names[static_cast<std::size_t>(code)].first; }
std::string_view chinese_of(GroundCode code) noexcept { return ground_names[static_cast<std::size_t>(code)].second; }
std::string_view name_of(Risk risk) noexcept { return risk_names[static_cast<std::size_t>(risk)].first; }
std::string_view chinese_of(Risk risk) noexcept { return risk_names[static_cast<std::size_t>(risk)].second; }

std::string_view name_of(Objector objector) noexcept {
  constexpr std::array<std::string_view, 3> names{"anyone", "prior_right_holder", "office"};
  return names[static_cast<std::size_t>(objector)];
}

Ground make_ground(GroundCode code, Risk risk, LawVersion version, Bilingual explanation, std::string_view item) {
  return {code, risk, provision_of(code, version, item), std::move(explanation), verification_of(code, version, item)};
}

std::string provision_of(GroundCode code, LawVersion version, std::string_view item) {
  const std::string_view law = name_of(version), known = name_of(LawVersion::cn_tml_2019);
  if (const Provision* row = known_under(code, version, item)) return cited(law, item.empty() ? row->article : item);
  const std::string_view article = item.empty() ? provisions().at({name_of(code), known}).article : item;
  return std::string(law) + " (" + cited(known, article) + ")";
}

Verification verification_of(GroundCode code, LawVersion version, std::string_view item) noexcept {
  const Provision* row = known_under(code, version, item);
  return row != nullptr ? row->verified : Verification::memory;
}

Objector objector_of(GroundCode code) noexcept { return objections().at(name_of(code)).objector; }

Bilingual objection_sentence(const Ground& ground) {
  // Numbers of 2026 as far as accounts of that law name them: opposition is Art. 36, absolute invalidation Art. 50.
  const bool revised = ground.provision.starts_with(name_of(LawVersion::cn_tml_2026));
  const std::string opposition = revised ? "Art.36" : "Art.33";
  switch (objector_of(ground.code)) {
    case Objector::anyone: {
      const std::string invalidation = revised ? "Art.50" : "Art.44";
      return {"任何人可提出异议（" + opposition + "），并可随时请求宣告无效（" + invalidation + "）",
              "anyone may oppose (" + opposition + ") and ask for invalidation at any time (" + invalidation + ")"};
    }
    case Objector::prior_right_holder: {
      const std::string invalidation = revised ? "CN-TML-2019 Art.45" : "Art.45";
      return {"在先权利人、利害关系人可提出异议（" + opposition + "），或者自注册之日起五年内请求宣告无效（" + invalidation + "）",
              "the holder of the earlier right or an interested party may oppose (" + opposition +
                  ") or, within five years of registration, ask for invalidation (" + invalidation + ")"};
    }
    case Objector::office: break;
  }
  return {"由商标局在审查中依职权适用，不属异议理由", "applied by the Office in examination; no ground of opposition"};
}

Bilingual open_question(GroundCode code) { return objections().at(name_of(code)).question; }

}  // namespace marque
