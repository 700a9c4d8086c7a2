#pragma once

#include <span>
#include <string>
#include <vector>

#include "marque/law/goods_relation.hpp"
#include "marque/model/entry.hpp"
#include "marque/scoring/examination.hpp"

namespace marque {

/// A mark that has to be assigned together with another 一并转让.
struct BundledMark {
  std::string number, mark;
  Verdict verdict = Verdict::similar;
  GoodsComparison goods;
  bool certain = true;    ///< false: goods could be compared by class only, or one of the marks has no words to compare

  bool operator==(const BundledMark&) const = default;
};

/// Every registered mark of the assigned mark's owners that is identical or similar to it on identical or similar goods and must
/// move with it (Trademark Law 2019 Art. 42(2)); without them the Office asks for correction (Implementing Regulations Art. 31). In
/// order of number. `others` may hold anything; only living national marks of one of the owners count, not the mark
/// itself. Marks that may belong are listed as uncertain, because one left out stops the assignment. Words are compared under the
/// examination guide, pictures not at all. O(others).
std::vector<BundledMark> assignment_bundle(const Trademark& assigned, std::span<const Entry> others, Date on,
                                           const GoodsTable& table = {});

}  // namespace marque
