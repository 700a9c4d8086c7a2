#pragma once

#include <vector>

#include "marque/grounds/filing.hpp"
#include "marque/grounds/ground.hpp"

namespace marque {

/// Lack of distinctive character 缺乏显著特征 (Trademark Law 2019 Arts. 11, 12), as far as words and records tell:
///
/// - generic_name: nothing stands in the mark but what the goods are called (山羊 for 活山羊, 苹果 in class 31);
/// - descriptive: nothing but words for quality, material, function, use or weight of the goods, alone or with that name;
/// - not_distinctive: one or two plain letters, a plain number, a common phrase of trade or courtesy;
/// - functional_shape: any three-dimensional sign, because the words say nothing of its shape.
///
/// A place beside such words distinguishes no more and lowers the ground to medium, its weight being in Art. 10(2). Words
/// that describe only goods of other classes found nothing: 苹果 in class 9. Names of goods come from the filing, the user's
/// goods table and lib/grounds/data/descriptive_words.tsv. Where the filing names no goods of a class, the table's judgement of the
/// class stands and the risk is medium at most. Collective and certification marks are left to Art. 3 and founded on place
/// and product by their nature. Acquired distinctiveness (Art. 11(2)) is the question left open.
std::vector<Ground> distinctiveness_grounds(const Filing& filing);

}  // namespace marque
