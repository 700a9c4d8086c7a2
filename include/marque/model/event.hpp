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

  bool operator==(const Event&) const = default;
};

}  // namespace marque
