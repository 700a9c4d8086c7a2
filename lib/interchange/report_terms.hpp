#pragma once

#include <string>

#include "marque/base/bilingual.hpp"
#include "marque/clearance/report.hpp"

namespace marque {

/// Terms that the reports for people share.
std::string risk_term(Risk risk, Language language);
std::string verdict_term(Verdict verdict, Language language);
std::string standing_term(Standing standing, Language language);

/// The mark's words, or that it is figurative.
std::string mark_term(const std::string& words, Language language);

/// `第25类、第35类`, `classes 25, 35`; a phrase where there are none.
std::string classes_term(const std::vector<NiceClass>& classes, Language language, std::string_view none);

/// The goods of an application: names, or groups where no name is given.
std::string goods_term(const std::vector<ClassScope>& scope);

std::string applicants_term(const std::vector<Party>& parties);

/// `同一种:服装 / 服装(类似群 2501)`.
std::string relation_term(const GoodsComparison& goods, Language language);

/// The provision, and where its number is known from accounts of the law only, that.
std::string provision_term(const Ground& ground, Language language);

/// Who may rely on a ground, and what a lawyer would have to be asked.
std::string objection_term(const Ground& ground, Language language);

/// A score with two decimals for people, cut and not rounded: 1.00 is for the same sign alone.
std::string shown_score(float score);

/// What both depict, with its score.
std::string figures_term(const FigureComparison& figures, Language language);

/// Where pictures agree, in pixels, and how much of their outlines coincides: `120×80+10+12 ↔ 64×64+0+0 …`.
std::string alignment_term(const LogoAlignment& alignment, Language language);

/// `W01 规则 …` for each rule met.
std::string rule_term(const std::string& id, Language language);

}  // namespace marque
