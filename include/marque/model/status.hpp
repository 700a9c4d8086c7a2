#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "marque/base/result.hpp"

namespace marque {

/// State of an application or registration (domain terms of the Trademark Law 2019, Arts. 28–55).
enum class Status : std::uint8_t {
  unknown,         ///< the register's wording could not be placed; it is kept raw beside
  filed,           ///< 申请收文
  correction,      ///< 补正
  not_accepted,    ///< 不予受理
  accepted,        ///< 受理
  examination,     ///< 实质审查
  refused,         ///< 驳回
  partly_refused,  ///< 部分驳回
  refusal_review,  ///< 驳回复审
  published,       ///< 初步审定公告
  opposed,         ///< 异议中
  not_registered,  ///< 不予注册
  registered,      ///< 核准注册
  in_grace,        ///< 宽展期
  lapsed,          ///< 期满未续展注销
  surrendered,     ///< 申请注销
  cancelled,       ///< 撤销
  invalidated,     ///< 宣告无效
  withdrawn,       ///< 撤回申请
  same_day,        ///< 同日申请: like marks filed on one day, use, agreement or lots decide (REG Art. 19)
};

/// All of them, in the order above.
std::span<const Status> all_statuses() noexcept;

std::string_view name_of(Status status) noexcept;     ///< `registered`
std::string_view chinese_of(Status status) noexcept;  ///< `核准注册`

/// Reads the names above and the wordings that registers and agencies use for them (已注册, 注册, 有效,
/// 等待实质审查, 初审公告, 商标无效 …: lib/model/data/wordings.tsv), in any case and width; ErrorCode::invalid_argument
/// for others. So do the other parse_… functions of the model's enumerations.
Result<Status> parse_status(std::string_view text);

}  // namespace marque
