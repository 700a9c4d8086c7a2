#include "marque/grounds/proper_use.hpp"

#include <algorithm>
#include <array>

#include "grounds/indication_parts.hpp"
#include "marque/law/law_version.hpp"
#include "marque/law/standing.hpp"

namespace marque {
namespace {

constexpr std::string_view admission = "CN-REG-2014 Art.4";

/// Of the law of 2026 the number of the article is known, those of its paragraphs are not.
std::string fair_use(Date on) {
  return law_in_force(on) == LawVersion::cn_tml_2026 ? cited(LawVersion::cn_tml_2026, "59") : cited(LawVersion::cn_tml_2019, "59(1)");
}

/// The words mention the indication's place.
bool names_place(const OutsideUse& use, const IndicationParts& parts) {
  const auto mentions = place_mentions(use.words.name);
  return std::any_of(mentions.begin(), mentions.end(), [&](const PlaceMention& m) { return in_area(parts, m); });
}

}  // namespace

std::string_view name_of(UseVerdict verdict) noexcept {
  constexpr std::array<std::string_view, 4> names{"not_recalled", "proper", "open", "barred"};
  return names[static_cast<std::size_t>(verdict)];
}

UseFinding judge_use(const OutsideUse& use, const GeographicalIndication& indication, Date on) {
  const auto parts = parts_of(indication);
  const EvocationFinding evocation = evokes(indication, use.words);
  if (evocation.kind == Evocation::none) {
    if (parts && !use.as_mark && names_place(use, *parts))
      return {UseVerdict::proper, Limb::none, fair_use(on),
              {"仅使用其中的地名说明产地，属正当使用。", "It uses only the place's name, to tell where the goods come from: proper use."}};
    return {UseVerdict::not_recalled, Limb::none, {}, {"不使人联想到该地理标志。", "It does not recall the indication."}};
  }
  const Standing standing = standing_on(indication, on);
  if (standing == Standing::dead)
    return {UseVerdict::proper, Limb::none, {}, {"该地理标志已不受保护。", "The indication is no longer protected."}};
  if (standing == Standing::pending)
    return {UseVerdict::open, Limb::none, {},
            {"该地理标志尚在申请中，未受保护；误导产地的使用仍可能不当。",
             "The indication is only applied for and not protected yet; a use that misleads about the origin may be wrong all the same."}};
  const bool near = compare_goods(use.goods, indication.scope).relation != GoodsRelation::presumed_dissimilar;
  if (use.from_area == false)
    return {UseVerdict::barred, limb_of(evocation.kind, near, false), {},
            {"商品并非来自该地区；即使标明真实产地，也不得这样使用该名称。" , "The goods are not from the area; the name may not be so used even where their true origin is told."}};
  if (use.from_area == true && use.to_requirement == false)
    return {UseVerdict::barred, Limb::below_requirement, {},
            {"商品来自该地区但不符合质量要求。", "The goods are from the area but do not meet its requirements."}};
  if (use.from_area == true && use.to_requirement == true) {
    if (use.as_mark)
      return {UseVerdict::open, Limb::none, std::string(admission),
              {"作为自己的标志使用：须先请求加入或者许可，权利人应当允许。", "Used as a sign of one's own: admission must be asked for first, and must be given."}};
    return {UseVerdict::proper, Limb::none, std::string(admission) + "; " + fair_use(on),
            {"商品来自该地区并符合质量要求，以说明性方式使用，属正当使用，不因未经许可而构成问题。",
             "The goods come from the area and meet its requirements, and the name tells what they are: proper use, not wrong for want of a licence."}};
  }
  return {UseVerdict::open, limb_of(evocation.kind, near, use.from_area.value_or(false)), {},
          {"须先查明商品是否来自该地区、是否符合质量要求。", "Whether the goods come from the area and meet its requirements must be found out first."}};
}

}  // namespace marque
