#pragma once

#include <cstdint>
#include <optional>
#include <span>
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
#include "marque/model/trademark.hpp"

namespace marque {

/// State of a designation 指定 in one Contracting Party (names after the Madrid Regulations' rules).
enum class DesignationStatus : std::uint8_t {
  unknown,
  pending,
  opposition_open,      ///< examined ex officio, opposition still possible (Rule 18bis)
  provisional_refusal,  ///< total (Rule 17)
  partial_provisional_refusal,
  refusal_confirmed,  ///< Rule 18ter(3)
  granted,            ///< Rule 18ter(1)
  granted_in_part,    ///< Rule 18ter(2)
  tacitly_protected,  ///< no notice within the refusal period (Protocol Art. 5(5))
  invalidated,        ///< Rule 19
  renounced,
  cancelled,
  ceased_with_basic_mark,  ///< Protocol Art. 6(3), Rule 22
  not_renewed,
  granted_after_refusal,       ///< for all goods, Rule 18ter(2)(i)
  further_decision,            ///< Rule 18ter(4): protection changed again by the party, which way the record does not say
  limited,                     ///< protected for less than was asked (Rule 25)
  transfer_without_effect,     ///< protected; a change of holder was declared without effect (Rule 27(4))
  limitation_without_effect,   ///< protected; a limitation was declared without effect (Rule 27(5))
};

std::span<const DesignationStatus> all_designation_statuses() noexcept;
std::string_view name_of(DesignationStatus status) noexcept;
std::string_view chinese_of(DesignationStatus status) noexcept;
Result<DesignationStatus> parse_designation_status(std::string_view text);

/// Protection asked for in one Contracting Party.
struct Designation {
  std::string party{};               ///< WIPO ST.3 code: `CN`, `EM`, `US`
  std::optional<Date> designated{};  ///< international date, or that of a subsequent designation 后期指定
  std::optional<Date> notified{};    ///< when the refusal period started to run
  DesignationStatus status = DesignationStatus::unknown;
  std::vector<ClassScope> scope{};  ///< where limited to less than the registration; else empty
  bool by_article_9sexies = false;  ///< INID 834: between States bound by both treaties

  bool operator==(const Designation&) const = default;
};

/// The basic mark an international registration rests on.
struct BasicMark {
  std::string office{};  ///< ST.3 code of the Office of origin
  std::string number{};  ///< its national number there
  std::optional<Date> date{};   ///< of the basic application or registration
  bool is_application = false;  ///< INID 821 rather than 822
  bool operator==(const BasicMark&) const = default;
};

/// A Madrid international registration 马德里国际注册.
struct InternationalRegistration {
  InternationalNumber number;
  std::optional<ChinaDesignationNumber> china_number{};  ///< `G…`, where the record came under it
  std::optional<BasicMark> basic_mark{};
  Mark mark{};
  MarkKind kind = MarkKind::ordinary;
  std::vector<ClassScope> scope{};
  std::optional<NiceEdition> nice_edition{};
  std::vector<Party> holders{};
  std::optional<Party> agent{};
  std::vector<Priority> priorities{};
  std::optional<Date> registered{};         ///< international date, INID 151
  std::optional<Date> expires{};            ///< INID 180
  Status status = Status::unknown;          ///< of the registration as a whole
  std::vector<Designation> designations{};  ///< empty: not known, not none
  std::vector<Event> events{};
  Provenance provenance{};

  bool operator==(const InternationalRegistration&) const = default;

  /// The designation of a party, or null.
  const Designation* designation_of(std::string_view party) const noexcept;
};

}  // namespace marque
