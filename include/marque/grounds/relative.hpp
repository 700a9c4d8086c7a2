#pragma once

#include <vector>

#include "marque/grounds/filing.hpp"
#include "marque/grounds/ground.hpp"
#include "marque/law/goods_relation.hpp"
#include "marque/law/standing.hpp"
#include "marque/model/entry.hpp"
#include "marque/scoring/examination.hpp"

namespace marque {

/// Why an earlier mark founds no ground: printed by `--explain`.
enum class NoGround : std::uint8_t {
  none,                ///< it does found one
  own,                 ///< belongs to the applicant
  dead,                ///< ended and past the gap year
  not_earlier,         ///< filed on a later day
  goods_dissimilar,
  signs_not_similar,
};

std::string_view name_of(NoGround reason) noexcept;
Bilingual sentence_of(NoGround reason);

/// What an earlier mark or Madrid designation of China stands for against a filing.
struct RelativeFinding {
  std::vector<Ground> grounds;       ///< most serious first
  NoGround reason = NoGround::none;  ///< why there are none
  GoodsComparison goods;
  Standing standing = Standing::unknown;
};

/// Arts. 30, 31, 13(3) and 50 (2019): directed, `earlier` against `filing`. Takes the signs as examined. The risk is
/// that of the signs on like goods, one step less where only classes could be compared, medium at most in the gap
/// year and for two filings of one day. An unknown filing date is taken as earlier and the explanation says so; the
/// numbers stand in lib/grounds/weights.hpp. Precondition: `earlier` is no indication.
RelativeFinding relative_grounds(const Filing& filing, const Entry& earlier, const Examination& examination,
                                 const AspectScores& scores);

}  // namespace marque
