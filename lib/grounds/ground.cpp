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

constexpr std::array<Names, 22> ground_names{{
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
    {"prior_name", "在先字号"},
    {"prior_work", "在先著作权"},
}};

constexpr std::array<Names, 4> risk_names{{{"none", "无"}, {"low", "低"}, {"medium", "中"}, {"high", "高"}}};

/// The article of 2019 that states a ground, or the item of Art. 10(1) that is named.
std::string_view article_of(GroundCode code, std::string_view item) {
  static const auto table = [] {
    std::map<std::string_view, std::string_view> rows;
    for_each_row(embedded(marque_provisions, marque_provisions_end), [&](const auto& fields) { rows[fields[0]] = fields[1]; });
    return rows;
  }();
  return item.empty() ? table.at(name_of(code)) : item;
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

/// `Art.33`, or `CN-TML-2019 Art.45` where its number under the law is not known.
std::string short_cited(LawVersion law, std::string_view article_2019) {
  const ArticleMapping* row = mapping_of(article_2019);
  if (law == LawVersion::cn_tml_2019) return "Art." + std::string(article_2019);
  if (row == nullptr || row->article_2026.empty()) return std::string(name_of(LawVersion::cn_tml_2019)) + " Art." + std::string(article_2019);
  return "Art." + std::string(row->article_2026);
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
  return cited(version, article_of(code, item));
}

Verification verification_of(GroundCode code, LawVersion version, std::string_view item) noexcept {
  return verification_of_article(version, article_of(code, item));
}

Objector objector_of(GroundCode code) noexcept { return objections().at(name_of(code)).objector; }

Bilingual objection_sentence(const Ground& ground) {
  const LawVersion law = ground.provision.starts_with(name_of(LawVersion::cn_tml_2026)) ? LawVersion::cn_tml_2026
                                                                                          : LawVersion::cn_tml_2019;
  const std::string opposition = short_cited(law, "33");
  switch (objector_of(ground.code)) {
    case Objector::anyone: {
      const std::string invalidation = short_cited(law, "44");
      return {"任何人可提出异议（" + opposition + "），并可随时请求宣告无效（" + invalidation + "）",
              "Anyone may oppose (" + opposition + ") and ask for invalidation at any time (" + invalidation + ")"};
    }
    case Objector::prior_right_holder: {
      const std::string invalidation = short_cited(law, "45");
      return {"在先权利人、利害关系人可提出异议（" + opposition + "），或者自注册之日起五年内请求宣告无效（" + invalidation + "）",
              "The holder of the earlier right or an interested party may oppose (" + opposition +
                  ") or, within five years of registration, ask for invalidation (" + invalidation + ")"};
    }
    case Objector::office: break;
  }
  return {"由商标局在审查中依职权适用，不属异议理由", "Applied by the Office in examination; no ground of opposition"};
}

Bilingual open_question(GroundCode code) { return objections().at(name_of(code)).question; }

}  // namespace marque
