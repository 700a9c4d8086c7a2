#pragma once

#include <optional>
#include <string>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/indicators/indicators.hpp"

namespace marque {

/// Figures of a plan for a terminal: value (`at least …` where records lack it, `unknown` where all do), baseline, target, day, per cent of the way.
std::string to_text(const std::vector<Indicator>& indicators, const Plan& plan, Date as_of, Language language);

/// The records a figure is made of, and those that lack it.
std::string to_text(const Indicator& indicator, Language language);

/// `{"as_of","indicators":[{"id","name","unit","value","bound","baseline","target","by","progress","year","source","records":[{number,mark,value,why}],
/// "missing":[…]}],"enterprises":{"count","source"}}`; unknown members absent, `records` and `missing` only where `with_records`, their
/// counts always (`record_count`, `missing_count`). Sums are texts in yuan, ratios texts with two decimals, counts integers.
std::string to_json(const std::vector<Indicator>& indicators, const Plan& plan, Date as_of, Language language, bool with_records);

/// Rows `id value unit baseline target by progress missing bound`, empty where unknown; `bound` is a name of FigureBound.
std::string to_tsv(const std::vector<Indicator>& indicators);

/// Rows `id number mark value why` of one figure; of records that lack it, the value is empty.
std::string to_tsv(const Indicator& indicator, Language language);

}  // namespace marque
