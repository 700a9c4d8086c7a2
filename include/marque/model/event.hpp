#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/model/date.hpp"
#include "marque/model/nice_class.hpp"
#include "marque/model/party.hpp"
#include "marque/model/yuan.hpp"

namespace marque {

/// What can happen to a record. Which event a state admits, and where it leads, is law/lifecycle's table.
enum class EventKind : std::uint8_t {
  filing,                ///< 申请
  correction_notice,     ///< 补正通知
  acceptance,            ///< 受理
  non_acceptance,        ///< 不予受理
  examination,           ///< 进入实质审查
  publication,           ///< 初步审定公告
  refusal,               ///< 驳回
  partial_refusal,       ///< 部分驳回
  refusal_review,        ///< 驳回复审申请
  opposition,            ///< 异议
  opposition_rejected,   ///< 异议不成立: the mark is to be registered
  non_registration,      ///< 不予注册
  registration,          ///< 核准注册
  change,                ///< 变更 (name or address)
  assignment,            ///< 转让
  transmission,          ///< 移转 (succession, merger)
  licence,               ///< 许可备案
  licence_end,           ///< 许可终止
  pledge,                ///< 质权登记
  pledge_release,        ///< 质权登记注销
  renewal,               ///< 续展
  expiry,                ///< 期满进入宽展期
  lapse,                 ///< 期满未续展注销
  surrender,             ///< 申请注销
  partial_surrender,     ///< 部分注销
  cancellation,          ///< 撤销
  partial_cancellation,  ///< 部分撤销
  invalidation,          ///< 宣告无效
  partial_invalidation,  ///< 部分宣告无效
  withdrawal,            ///< 撤回申请
  correction,            ///< 更正
  well_known,            ///< 驰名商标认定 (with date and instrument)
  note,                  ///< 记事: a remark that changes nothing
  division,                  ///< 分割: the classes or goods named go to a record of their own (REG Art. 22)
  same_day,                  ///< 同日申请通知
  suit,                      ///< 起诉: against the last decision
  subsequent_designation,    ///< 后期指定: Madrid, as are those below
  limitation,                ///< 删减: the goods or classes named are no longer covered where designated
  renunciation,              ///< 放弃: of the designated parties
  basic_mark_ceased,         ///< 基础商标失效: for the goods or classes named, else for all (Protocol Art. 6)
  transformation,            ///< 国际注册转国家申请: Protocol Art. 9quinquies
  replacement,               ///< 国际注册代替国家注册: Protocol Art. 4bis; the national number is the instrument
  tacit_protection,          ///< 视为给予保护: no refusal was notified in time
  further_decision,          ///< 后续决定: Rule 18ter(4)
  transfer_without_effect,   ///< 转让无效: declared by a designated party, Rule 27(4)
  limitation_without_effect, ///< 删减无效: declared by a designated party, Rule 27(5)
  merger,                    ///< 国际注册合并: Rule 27ter
  first_use,                 ///< 首次使用: the day of first use, as record or evidence tells; may lie before the filing
  fee_notice,                ///< 缴费通知: of the Office as office of origin, to a Madrid applicant (REG Art. 41)
  invalidation_request,      ///< 无效宣告请求: by another, Arts. 44, 45
  non_use_request,           ///< 撤销三年不使用申请: by another, Art. 49(2)
  generic_request,           ///< 撤销通用名称申请: by another, Art. 49(2)
  reply,                     ///< 答复: the owner's answer to the last notice or request: defence, evidence of use, correction, payment
  maintained,                ///< 维持注册: the request was rejected, the registration stays
  service_by_notice,         ///< 公告送达: a paper that could not be handed over was served by public notice (REG Art. 10)
};

std::span<const EventKind> all_event_kinds() noexcept;
std::string_view name_of(EventKind kind) noexcept;          ///< `assignment`
std::string_view chinese_of(EventKind kind) noexcept;       ///< `转让`
Result<EventKind> parse_event_kind(std::string_view text);  ///< either name

/// One thing that happened to a record.
struct Event {
  EventKind kind = EventKind::note;
  Date date;                         ///< the day it takes effect or was announced
  std::string instrument{};          ///< gazette issue, decision or contract number
  std::optional<Party> party{};      ///< assignee, licensee, pledgee, opponent, …; for `change` the new name
  std::optional<Date> until{};       ///< end of a licence or pledge
  std::optional<Yuan> amount{};      ///< secured or paid sum
  std::vector<NiceClass> classes{};  ///< empty: all classes of the record
  std::string note{};
  std::vector<std::string> goods{};       ///< items concerned, named as in the record; empty: all of the classes
  std::vector<std::string> designated{};  ///< Madrid: ST.3 codes of the parties concerned; empty: China
  std::optional<Date> received{};         ///< the day the notice or decision was received 收到日, from which most answers count

  bool operator==(const Event&) const = default;
};

/// The first of these recognitions as well known 驰名商标认定 that is of this day or before; null where none is. As long as the events live.
const Event* recognition_by(std::span<const Event> events, Date day) noexcept;

}  // namespace marque
