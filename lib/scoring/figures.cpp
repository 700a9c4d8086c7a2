#include "marque/scoring/figures.hpp"

#include <algorithm>
#include <string>

namespace marque {

namespace {

// The classification's own levels: goats are a section of four-footed animals, which are a division of animals.
constexpr float same_division = 0.6f, same_category = 0.3f;

ViennaCode division_of(const ViennaCode& code) { return {code.category, code.division, 0}; }
ViennaCode category_of(const ViennaCode& code) { return {code.category, 0, 0}; }

/// What two codes have in common, and what that is worth.
struct Common {
  float worth = 0;
  ViennaCode level;
};

Common common(const ViennaCode& a, const ViennaCode& b) {
  if (a == b) return {1, a};
  if (a.category != b.category) return {};
  if (a.division == b.division && a.division != 0) return {same_division, division_of(a)};
  return {same_category, category_of(a)};
}

std::vector<ViennaCode> distinct(std::span<const ViennaCode> codes) {
  std::vector<ViennaCode> sorted(codes.begin(), codes.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

/// The mean over `codes` of what each has in common with the closest of `others`.
FigureComparison compared(const std::vector<ViennaCode>& codes, const std::vector<ViennaCode>& others) {
  FigureComparison result;
  for (const ViennaCode& code : codes) {
    Common best;
    for (const ViennaCode& other : others) {
      if (const Common found = common(code, other); found.worth > best.worth) best = found;
    }
    result.score += best.worth;
    if (best.worth == 1) result.shared.push_back(code);
    else if (best.worth > 0) result.divisions.push_back(best.level);
  }
  result.score /= static_cast<float>(codes.size());
  result.divisions = distinct(result.divisions);
  return result;
}

std::string list_of(const std::vector<ViennaCode>& codes, std::string_view comma) {
  std::string list;
  for (const ViennaCode& code : codes) list += (list.empty() ? "" : std::string(comma)) + code.to_string();
  return list;
}

}  // namespace

std::optional<FigureComparison> compare_figures(std::span<const ViennaCode> a, std::span<const ViennaCode> b) {
  if (a.empty() || b.empty()) return {};
  const auto own = distinct(a), other = distinct(b);
  if (own.size() != other.size()) return own.size() < other.size() ? compared(own, other) : compared(other, own);
  const FigureComparison forth = compared(own, other), back = compared(other, own);
  return forth.score > back.score || (forth.score == back.score && forth.divisions <= back.divisions) ? forth : back;
}

Bilingual sentence_of(const FigureComparison& figures) {
  if (figures.score <= 0) return {"图形要素不同", "what they depict differs"};
  Bilingual sentence;
  if (!figures.shared.empty())
    sentence = {"图形要素相同：" + list_of(figures.shared, "、"), "both depict " + list_of(figures.shared, ", ")};
  if (!figures.divisions.empty()) {
    const bool more = !figures.shared.empty();
    sentence.zh += std::string(more ? "；" : "") + "图形要素同类：" + list_of(figures.divisions, "、");
    sentence.en += std::string(more ? "; " : "both depict something ") + (more ? "something else " : "") + "of " + list_of(figures.divisions, ", ");
  }
  return sentence;
}

}  // namespace marque
