#include "marque/model/international_registration.hpp"

#include <algorithm>
#include <array>

#include "model/enum_names.hpp"

namespace marque {

namespace {

using enum DesignationStatus;

constexpr std::array<EnumName<DesignationStatus>, 19> names{{
    {unknown, "unknown", "状态不明"},
    {pending, "pending", "审查中"},
    {opposition_open, "opposition_open", "依职权审查完毕，异议期内"},
    {provisional_refusal, "provisional_refusal", "临时驳回"},
    {partial_provisional_refusal, "partial_provisional_refusal", "部分临时驳回"},
    {refusal_confirmed, "refusal_confirmed", "确认驳回"},
    {granted, "granted", "给予保护"},
    {granted_in_part, "granted_in_part", "部分给予保护"},
    {tacitly_protected, "tacitly_protected", "视为给予保护"},
    {invalidated, "invalidated", "宣告无效"},
    {renounced, "renounced", "放弃"},
    {cancelled, "cancelled", "撤销"},
    {ceased_with_basic_mark, "ceased_with_basic_mark", "因基础商标失效而终止"},
    {not_renewed, "not_renewed", "未续展"},
    {granted_after_refusal, "granted_after_refusal", "驳回后给予保护"},
    {further_decision, "further_decision", "后续决定"},
    {limited, "limited", "删减后保护"},
    {transfer_without_effect, "transfer_without_effect", "转让在华无效"},
    {limitation_without_effect, "limitation_without_effect", "删减在华无效"},
}};
static_assert(in_order(names));
constexpr auto values = values_of(names);

}  // namespace

std::span<const DesignationStatus> all_designation_statuses() noexcept { return values; }

std::string_view name_of(DesignationStatus status) noexcept { return names[static_cast<std::size_t>(status)].english; }

std::string_view chinese_of(DesignationStatus status) noexcept {
  return names[static_cast<std::size_t>(status)].chinese;
}

Result<DesignationStatus> parse_designation_status(std::string_view text) {
  return parse_enum(names, "designation status", text);
}

const Designation* InternationalRegistration::designation_of(std::string_view party) const noexcept {
  const auto found = std::find_if(designations.begin(), designations.end(),
                                  [&](const Designation& designation) { return designation.party == party; });
  return found == designations.end() ? nullptr : &*found;
}

}  // namespace marque
