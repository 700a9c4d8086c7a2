#pragma once

#include <vector>

#include "marque/grounds/filing.hpp"
#include "marque/grounds/ground.hpp"

namespace marque {

/// Words that deceive about the goods themselves (Trademark Law 2019 Art. 10(1)(7), quality and other features 质量等特点):
/// words of lib/grounds/data/deceptive_words.tsv (特供, 抗癌 on food); 国 before the name of the goods (国酒); and a mark that
/// names one kind of a material or product for goods named after another (牛皮 for 猪皮鞋: lib/grounds/data/materials.tsv).
/// Words count where they begin and end with words of the mark. Origin is the places' business (absolute_grounds) and
/// that of indications.
std::vector<Ground> deception_grounds(const Filing& filing);

}  // namespace marque
