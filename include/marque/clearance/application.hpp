#pragma once

#include <optional>
#include <string>
#include <vector>

#include "marque/model/date.hpp"
#include "marque/model/goods.hpp"
#include "marque/model/image.hpp"
#include "marque/model/party.hpp"
#include "marque/model/trademark.hpp"

namespace marque {

/// What is asked of a clearance check: may this be filed?
struct Application {
  std::string words;                   ///< the mark's words; empty for a figurative mark
  std::optional<Image> logo;
  std::vector<ClassScope> scope;       ///< goods and services; empty: every class
  std::vector<Party> applicants;       ///< empty: not said
  MarkKind kind = MarkKind::ordinary;
  std::optional<Date> filed;           ///< filing or priority date; unset: the clock's day
  Date as_of;                          ///< the clock: law, states and periods follow from it
  std::vector<SignType> signs{};       ///< what the sign consists of; empty: words and figures
  std::optional<Date> registered{};    ///< where it is a registration already, to be opposed or defended: the day
  std::vector<ViennaCode> vienna{};    ///< what it depicts 图形要素; empty: not said
};

}  // namespace marque
