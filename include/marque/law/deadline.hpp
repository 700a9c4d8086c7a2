#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/law/calendar.hpp"
#include "marque/law/law_version.hpp"
#include "marque/law/verification.hpp"

namespace marque {

/// What missing a period means. A grace 宽展期 is no period of its own: it follows the end of one that has it.
enum class PeriodKind : std::uint8_t {
  hard,    ///< a right is lost
  window,  ///< an opportunity for whoever wants it; never overdue
  effect,  ///< the law does something on that day, nobody need act
};

/// How the days are counted.
enum class Counting : std::uint8_t {
  ordinary,     ///< first day not counted, moved off holidays (REG Art. 12)
  term,         ///< first day counted, not moved (Art. 39)
  plain,        ///< as ordinary, not moved for China's holidays
  opens_after,  ///< opens on the day after so long, without an end
  expiry,       ///< the given day is the last of a term: opens before it, has a grace after it
  month_after,  ///< ordinary, from the first day of the next month (REG Art. 45)
  none,         ///< no limit
};

std::string_view name_of(PeriodKind kind) noexcept;
std::string_view name_of(Counting counting) noexcept;

/// One dated row: the period under one version of the law.
struct PeriodRule {
  std::string_view law;            ///< `CN-TML-2019`, or `MADRID`, `CN-GI`: of other instruments
  Length length;
  std::optional<Length> safe;      ///< counted too where the end falls under the 2026 text, whose transition is unknown
  std::string_view starts, starts_zh;
  std::string_view provision;      ///< `Art.33`, `REG Art.27`, `MP Art.5(2)(b)`
  Verification verified;
  std::string_view source;         ///< keys of lib/law/data/README.md
  std::string_view note, note_zh;
};

/// A period of the law (lib/law/data/periods.tsv).
struct Period {
  std::string_view id;                    ///< `P01`, `P06a`, `M09`
  std::vector<std::string_view> names;    ///< English; the first is shown
  std::string_view chinese;
  PeriodKind kind;
  Counting counting;
  Length opens, grace;                    ///< of `expiry` periods; of others grace is how far the office may extend
  std::vector<PeriodRule> rules;          ///< by law, ascending; never empty
};

/// All of them, in the order of the table.
std::span<const Period> periods();

/// By id, in any case (`P08` is `P08a`, the first of two), or by an English or Chinese name, in any case, with hyphens or underscores for
/// spaces; null where there is none. Keep the pointer where many are asked for: it lives as long as the program.
const Period* find_period(std::string_view id_or_name);

/// Why another, earlier end is given beside the end.
enum class Caution : std::uint8_t {
  none,
  law_transition_unknown,  ///< the period reaches into 2027, and whether the 2026 text shortens it is not known
  counting_disputed,       ///< practice counts a day less than the rule read literally
};

std::string_view name_of(Caution caution) noexcept;   ///< `LAW_TRANSITION_UNKNOWN`

/// A period counted from a day. Holds no text of its own: what it points to lives as long as the program.
struct Deadline {
  const Period* period = nullptr;
  const PeriodRule* rule = nullptr;
  LawVersion law = LawVersion::cn_tml_2019;  ///< in force on the day it starts
  bool assumed = false;                      ///< the rule is that of an earlier version; the one in force is not verified
  Date start;
  std::optional<Date> opens{};      ///< first day on which the step can be taken, where it is not the start
  std::optional<Date> end{};        ///< last day; unset: no limit
  std::optional<Date> grace_end{};  ///< last day of the grace, or of an extension
  std::optional<Date> nominal_end{};        ///< the end, or where that is fixed the grace's, before it was moved
  std::optional<Date> conservative_end{};   ///< the safe day, where it is earlier than the end
  Caution caution = Caution::none;
  bool calendar_known = true;       ///< false: days off there are not known yet, the end may be later, never earlier

  /// Whether a day off moved the end (or, of a renewal, the end of its grace).
  bool moved() const noexcept;

  /// The last day one should rely on.
  std::optional<Date> safe_end() const noexcept { return conservative_end ? conservative_end : end; }
};

/// Counts a period from the day that `starts` names. Under 1 µs; no allocation.
Deadline deadline(const Period& period, Date start, const Holidays& holidays = Holidays::of_china()) noexcept;

/// The provision a deadline rests on, under the law of its start: `CN-TML-2026 Art.36`, `CN-REG-2014 Art.27`,
/// `CN-TML-2026 (CN-TML-2019 Art.35(3))`.
std::string provision_of(const Deadline& deadline);

/// The name of the law it falls under: `CN-TML-2019`, `Madrid Protocol`, `CN-GI`.
std::string_view law_of(const Deadline& deadline) noexcept;

/// The day off that moved it: `2026-10-06, Tuesday, National Day`; empty where none did.
Bilingual moved_by(const Deadline& deadline, const Holidays& holidays = Holidays::of_china());

/// What the period is, how it was counted, what moved it, how far it is verified: a few sentences.
Bilingual explain(const Deadline& deadline, const Holidays& holidays = Holidays::of_china());

}  // namespace marque
