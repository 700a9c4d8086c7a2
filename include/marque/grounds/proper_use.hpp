#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/grounds/geographical.hpp"

namespace marque {

/// How somebody who holds no right in an indication uses its words in trade.
struct OutsideUse {
  Subject words;
  std::vector<ClassScope> goods;
  bool as_mark = false;                ///< as a sign of one's own, rather than to tell place or kind of the goods
  std::optional<bool> from_area;       ///< whether the goods come from the area; unset: not known
  std::optional<bool> to_requirement;  ///< whether they meet the indication's requirements
};

enum class UseVerdict : std::uint8_t {
  not_recalled,  ///< the words do not recall the indication
  proper,        ///< 正当使用: no finding, and why
  open,          ///< depends on what is not known
  barred,        ///< one of the limbs applies
};

std::string_view name_of(UseVerdict verdict) noexcept;

struct UseFinding {
  UseVerdict verdict = UseVerdict::not_recalled;
  Limb limb = Limb::none;      ///< of a barred use, or of one that may be
  std::string provision{};     ///< `CN-REG-2014 Art.4`, `CN-TML-2019 Art.59(1)`; empty for none
  Bilingual reason;
};

/// Whether an outsider's use is proper (Implementing Regulations 2014 Art. 4: who is from the area and meets the requirements must
/// be admitted to a certification mark, and may go on using the place's name beside a collective mark without being a member;
/// Trademark Law 2019 Art. 59(1): the place's name contained in a mark, used as such): both are cited whatever system protects the
/// indication, because the articles of Order 80 on use were not verified. What has ended by the day, or is only applied for, bars nobody. Area and requirements are asked first: an
/// unlicensed user of the name is not a wrongdoer for that alone. The name as such on goods from elsewhere is barred even where the
/// true origin is told. Guidance, never `infringes`.
UseFinding judge_use(const OutsideUse& use, const GeographicalIndication& indication, Date on);

}  // namespace marque
