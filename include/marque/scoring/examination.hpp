#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/scoring/aspect_scores.hpp"
#include "marque/scoring/subject.hpp"
#include "marque/text/dictionary.hpp"

namespace marque {

/// The outcome of comparing two signs under the examination guide.
enum class Verdict : std::uint8_t { not_similar, similar, identical };

std::string_view name_of(Verdict verdict) noexcept;     ///< `not`, `similar`, `identical`
std::string_view chinese_of(Verdict verdict) noexcept;

/// A verdict with the rules that carry it, strongest first (ids of lib/scoring/data/rules.tsv: W00 … C03, PY1 …).
struct Examination {
  Verdict verdict = Verdict::not_similar;
  std::vector<std::string> rules;      ///< rules met
  std::vector<std::string> exceptions; ///< rules met whose exception freed the mark

  bool operator==(const Examination&) const = default;
};

/// What a rule says, in our own words; empty for an unknown id.
Bilingual rule_text(std::string_view id);

/// Examines two signs (商标审查审理指南, relative grounds). Symmetric. The verdict is guidance for a person,
/// never a legal finding. The dictionary says where different clear meanings free a mark (W04, W05).
Examination examine(const Subject& a, const Subject& b, const AspectScores& scores,
                    const Dictionary& dictionary = Dictionary::built_in());

}  // namespace marque
