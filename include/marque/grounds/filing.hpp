#pragma once

#include <optional>
#include <string>
#include <vector>

#include "marque/law/goods_table.hpp"
#include "marque/law/law_version.hpp"
#include "marque/model/date.hpp"
#include "marque/model/goods.hpp"
#include "marque/model/mark.hpp"
#include "marque/model/party.hpp"
#include "marque/model/trademark.hpp"
#include "marque/scoring/subject.hpp"

namespace marque {

/// The later mark as the grounds see it: what is to be filed, by whom, when.
struct Filing {
  Subject subject;
  std::vector<ClassScope> scope;       ///< empty: all classes
  std::vector<Party> applicants;       ///< empty: not said, an outsider to every right
  MarkKind kind = MarkKind::ordinary;
  Date filed;                          ///< or the priority date, if earlier
  Date as_of;                          ///< the clock
  LawVersion law = LawVersion::cn_tml_2019;
  GoodsTable goods_table{};            ///< the user's goods table 区分表, or none
  std::vector<SignType> signs{};       ///< what the sign consists of; empty: words and figures
  std::optional<Date> registered{};    ///< where it is a registration already: the day, Art. 16(1) spares old ones
};

/// Whether one of the applicants is one of `parties`.
bool filed_by_any(const Filing& filing, const std::vector<Party>& parties);

}  // namespace marque
