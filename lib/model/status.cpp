#include "marque/model/status.hpp"

#include <array>

#include "model/enum_names.hpp"

namespace marque {

namespace {

constexpr std::array<EnumName<Status>, 20> names{{
    {Status::unknown, "unknown", "状态不明"},
    {Status::filed, "filed", "申请收文"},
    {Status::correction, "correction", "补正"},
    {Status::not_accepted, "not_accepted", "不予受理"},
    {Status::accepted, "accepted", "受理"},
    {Status::examination, "examination", "实质审查"},
    {Status::refused, "refused", "驳回"},
    {Status::partly_refused, "partly_refused", "部分驳回"},
    {Status::refusal_review, "refusal_review", "驳回复审"},
    {Status::published, "published", "初步审定公告"},
    {Status::opposed, "opposed", "异议中"},
    {Status::not_registered, "not_registered", "不予注册"},
    {Status::registered, "registered", "核准注册"},
    {Status::in_grace, "in_grace", "宽展期"},
    {Status::lapsed, "lapsed", "期满未续展注销"},
    {Status::surrendered, "surrendered", "申请注销"},
    {Status::cancelled, "cancelled", "撤销"},
    {Status::invalidated, "invalidated", "宣告无效"},
    {Status::withdrawn, "withdrawn", "撤回申请"},
    {Status::same_day, "same_day", "同日申请"},
}};
static_assert(in_order(names));
constexpr auto values = values_of(names);

}  // namespace

std::span<const Status> all_statuses() noexcept { return values; }
std::string_view name_of(Status status) noexcept { return names[static_cast<std::size_t>(status)].english; }
std::string_view chinese_of(Status status) noexcept { return names[static_cast<std::size_t>(status)].chinese; }
Result<Status> parse_status(std::string_view text) { return parse_enum(names, "status", text); }

}  // namespace marque
