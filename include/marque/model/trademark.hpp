#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/model/date.hpp"
#include "marque/model/event.hpp"
#include "marque/model/goods.hpp"
#include "marque/model/identifiers.hpp"
#include "marque/model/mark.hpp"
#include "marque/model/party.hpp"
#include "marque/model/provenance.hpp"
#include "marque/model/status.hpp"

namespace marque {

/// Kind of a mark by its function (Trademark Law 2019 Arts. 3, 4).
enum class MarkKind : std::uint8_t {
  ordinary,       ///< goods or service mark 商品商标/服务商标, as its classes say
  collective,     ///< 集体商标
  certification,  ///< 证明商标
};

std::string_view name_of(MarkKind kind) noexcept;
std::string_view chinese_of(MarkKind kind) noexcept;
Result<MarkKind> parse_mark_kind(std::string_view text);

/// A claimed priority 优先权: Paris (Art. 25) or exhibition (Art. 26).
struct Priority {
  Date date;
  std::string country{};  ///< ISO 3166-1 alpha-2, or the exhibition's name
  std::string number{};

  bool operator==(const Priority&) const = default;
};

/// Every date of a national mark that registers give; unknown ones are unset.
struct TrademarkDates {
  std::optional<Date> filed{};       ///< 申请日
  std::optional<Date> accepted{};    ///< 受理日
  std::optional<Date> published{};   ///< preliminary approval gazette 初步审定公告日
  std::optional<Date> registered{};  ///< 注册公告日, the first day of the term
  std::optional<Date> expires{};     ///< last day of the present term 专用权期限止
  std::optional<Date> ended{};       ///< the day the right ended, by whatever cause
  std::optional<Date> final_on{};    ///< the day the last decision became final

  bool operator==(const TrademarkDates&) const = default;
};

/// A national trademark application or registration 国家商标: one record, 1..n classes.
struct Trademark {
  NationalNumber number;
  MarkKind kind = MarkKind::ordinary;
  Mark mark{};
  std::vector<ClassScope> scope{};  ///< ascending by class, each class once
  std::optional<NiceEdition> nice_edition{};
  std::vector<Party> owners{};   ///< the first is the representative of co-owners
  std::optional<Party> agent{};  ///< 代理机构
  std::vector<Priority> priorities{};
  TrademarkDates dates{};
  std::string publication_issue{};   ///< 初步审定公告期号
  std::string registration_issue{};  ///< 注册公告期号
  Status status = Status::unknown;
  std::vector<Event> events{};  ///< in order of date
  std::optional<NationalNumber> divided_from{};
  Provenance provenance{};
  std::optional<InternationalNumber> transformed_from{};  ///< the Madrid registration whose dates it keeps (Protocol Art. 9quinquies)

  bool operator==(const Trademark&) const = default;

  /// The day that counts against a later applicant: the earliest priority, else the filing date (Art. 31).
  std::optional<Date> priority_date() const;

  /// The state in one class.
  Status status_in(NiceClass nice_class) const noexcept;

  /// The well-known recognitions 驰名商标认定 among its events.
  bool recognised_as_well_known() const noexcept;
};

}  // namespace marque
