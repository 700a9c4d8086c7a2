#include "marque/interchange/report_table.hpp"

#include "interchange/report_terms.hpp"
#include "interchange/wording.hpp"

namespace marque {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
  return text;
}

std::vector<std::string> row_of(const Report& report, const Finding& finding, Language language) {
  const bool chinese = language == Language::zh;
  std::vector<std::string> provisions, reasons, classes;
  for (const Ground& ground : finding.grounds) {
    provisions.push_back(ground.provision);
    reasons.push_back(ground.explanation.in(language));
  }
  const EntrySummary* entry = finding.entry ? &*finding.entry : nullptr;
  if (entry)
    for (const NiceClass c : entry->classes) classes.push_back(c.to_string());
  return {report.application.words,
          risk_term(finding.risk, language),
          entry ? std::string(chinese ? chinese_of(entry->kind) : name_of(entry->kind)) : std::string(wording("absolute", language)),
          entry ? entry->number : std::string{},
          entry ? entry->mark : std::string{},
          entry ? entry->owner : std::string{},
          joined(classes, ";"),
          entry ? label(entry->status, language) : std::string{},
          shown_score(finding.scores.overall),
          verdict_term(finding.examination.verdict, language),
          joined(provisions, "; "),
          joined(reasons, chinese ? "" : " ")};
}

}  // namespace

std::vector<std::string> report_table_header(Language language) {
  if (language == Language::zh)
    return {"申请商标", "风险", "种类", "注册号", "商标名称", "权利人", "类别", "状态", "总体相似度", "审查结论", "法律依据", "理由"};
  return {"applied_for", "risk", "kind", "number", "mark", "owner", "classes", "status", "overall", "verdict", "provisions", "reasons"};
}

std::vector<std::vector<std::string>> report_table_rows(const Report& report, Language language) {
  std::vector<std::vector<std::string>> rows;
  for (const Finding& finding : report.findings) rows.push_back(row_of(report, finding, language));
  return rows;
}

}  // namespace marque
