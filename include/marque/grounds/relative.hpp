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
  elsewhere,           ///< the mark of another office, without effect in China
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

/// Directed, `earlier` against `filing`. Takes the signs as examined. By article of 2019:
///
/// - 30, 31: the risk is that of the signs on like goods, one step less where only classes could be compared, where goods
///   are merely searched together or protected across groups, or were placed by search; medium at most for two filings of one day.
///   Signs that no rule calls similar, or that an exception frees, are low where they are close all the same, unless one side names no
///   goods: PY5 lets homophones pass as a rule, not always.
/// - 50: in the year after the earlier right ended, medium at most; from 2027 (Art. 49) only after a surrender.
/// - 13(3): a mark recognised as well known reaches other goods while registered here; from 2027 (Art. 21) registered or not.
///   13(2): one not registered here reaches like goods.
/// - 15(1): an applicant that is the earlier mark's agent on record. 15(2): one that stands in its record as licensee, pledgee or
///   former owner, or has the same address, against a mark still unregistered.
/// - 32: a mark filed later but used before, where its record names the day of first use. The trade name 字号 of an earlier mark's owner,
///   where the words filed are that, medium at most. A picture that is almost an earlier one, as copyright, low, also where
///   goods are dissimilar or the earlier mark has ended.
/// - 4 (filing without intent to use) is no ground here: neither an applicant's need nor its intent stands in the records.
///
/// Goods that ended and goods that are left are told apart: a partial cancellation bars the goods cancelled for the year, not the class.
///
/// An unknown filing date is taken as earlier and the explanation says so; the numbers stand in lib/grounds/weights.hpp.
/// Precondition: `earlier` is no indication.
RelativeFinding relative_grounds(const Filing& filing, const Entry& earlier, const Examination& examination,
                                 const AspectScores& scores);

}  // namespace marque
