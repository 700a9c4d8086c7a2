#include "marque/model/event.hpp"

#include <algorithm>
#include <array>

#include "model/enum_names.hpp"

namespace marque {

namespace {

constexpr std::array<EnumName<EventKind>, 55> names{{
    {EventKind::filing, "filing", "申请"},
    {EventKind::correction_notice, "correction_notice", "补正通知"},
    {EventKind::acceptance, "acceptance", "受理"},
    {EventKind::non_acceptance, "non_acceptance", "不予受理"},
    {EventKind::examination, "examination", "进入实质审查"},
    {EventKind::publication, "publication", "初步审定公告"},
    {EventKind::refusal, "refusal", "驳回"},
    {EventKind::partial_refusal, "partial_refusal", "部分驳回"},
    {EventKind::refusal_review, "refusal_review", "驳回复审申请"},
    {EventKind::opposition, "opposition", "异议"},
    {EventKind::opposition_rejected, "opposition_rejected", "异议不成立"},
    {EventKind::non_registration, "non_registration", "不予注册"},
    {EventKind::registration, "registration", "核准注册"},
    {EventKind::change, "change", "变更"},
    {EventKind::assignment, "assignment", "转让"},
    {EventKind::transmission, "transmission", "移转"},
    {EventKind::licence, "licence", "许可备案"},
    {EventKind::licence_end, "licence_end", "许可终止"},
    {EventKind::pledge, "pledge", "质权登记"},
    {EventKind::pledge_release, "pledge_release", "质权登记注销"},
    {EventKind::renewal, "renewal", "续展"},
    {EventKind::expiry, "expiry", "期满"},
    {EventKind::lapse, "lapse", "期满未续展注销"},
    {EventKind::surrender, "surrender", "申请注销"},
    {EventKind::partial_surrender, "partial_surrender", "部分注销"},
    {EventKind::cancellation, "cancellation", "撤销"},
    {EventKind::partial_cancellation, "partial_cancellation", "部分撤销"},
    {EventKind::invalidation, "invalidation", "宣告无效"},
    {EventKind::partial_invalidation, "partial_invalidation", "部分宣告无效"},
    {EventKind::withdrawal, "withdrawal", "撤回申请"},
    {EventKind::correction, "correction", "更正"},
    {EventKind::well_known, "well_known", "驰名商标认定"},
    {EventKind::note, "note", "记事"},
    {EventKind::division, "division", "分割"},
    {EventKind::same_day, "same_day", "同日申请通知"},
    {EventKind::suit, "suit", "起诉"},
    {EventKind::subsequent_designation, "subsequent_designation", "后期指定"},
    {EventKind::limitation, "limitation", "删减"},
    {EventKind::renunciation, "renunciation", "放弃"},
    {EventKind::basic_mark_ceased, "basic_mark_ceased", "基础商标失效"},
    {EventKind::transformation, "transformation", "国际注册转国家申请"},
    {EventKind::replacement, "replacement", "国际注册代替国家注册"},
    {EventKind::tacit_protection, "tacit_protection", "视为给予保护"},
    {EventKind::further_decision, "further_decision", "后续决定"},
    {EventKind::transfer_without_effect, "transfer_without_effect", "转让无效"},
    {EventKind::limitation_without_effect, "limitation_without_effect", "删减无效"},
    {EventKind::merger, "merger", "国际注册合并"},
    {EventKind::first_use, "first_use", "首次使用"},
    {EventKind::fee_notice, "fee_notice", "缴费通知"},
    {EventKind::invalidation_request, "invalidation_request", "无效宣告请求"},
    {EventKind::non_use_request, "non_use_request", "撤销三年不使用申请"},
    {EventKind::generic_request, "generic_request", "撤销通用名称申请"},
    {EventKind::reply, "reply", "答复"},
    {EventKind::maintained, "maintained", "维持注册"},
    {EventKind::service_by_notice, "service_by_notice", "公告送达"},
}};
static_assert(in_order(names));
constexpr auto values = values_of(names);

}  // namespace

std::span<const EventKind> all_event_kinds() noexcept { return values; }
std::string_view name_of(EventKind kind) noexcept { return names[static_cast<std::size_t>(kind)].english; }
std::string_view chinese_of(EventKind kind) noexcept { return names[static_cast<std::size_t>(kind)].chinese; }
Result<EventKind> parse_event_kind(std::string_view text) { return parse_enum(names, "event", text); }

const Event* recognition_by(std::span<const Event> events, Date day) noexcept {
  const auto found = std::find_if(events.begin(), events.end(), [&](const Event& e) { return e.kind == EventKind::well_known && e.date <= day; });
  return found == events.end() ? nullptr : &*found;
}

}  // namespace marque
