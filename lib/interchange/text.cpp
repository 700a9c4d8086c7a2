#include "marque/interchange/text.hpp"

#include <algorithm>

#include "interchange/escape.hpp"
#include "interchange/report_terms.hpp"
#include "interchange/text_lines.hpp"
#include "interchange/wording.hpp"
#include "marque/text/display.hpp"

namespace marque {
namespace {

constexpr std::size_t row_width = 72;  // columns an alignment may take before it is folded

std::string padded(std::string text, std::size_t width) {
  const std::size_t taken = display_width(text);
  return text.append(width > taken ? width - taken : 0, ' ');
}

void strip_right(std::string& text) { text.erase(text.find_last_not_of(' ') + 1); }

/// Pairs below each other: one mark, the other, and what each pair rests on. Long names are folded.
std::string aligned_lines(const std::vector<AlignedPair>& pairs, const std::string& indent) {
  std::string text;
  std::string a = indent, b = indent, why = indent;
  const auto flush = [&] {
    for (std::string* line : {&a, &b, &why}) {
      strip_right(*line);
      if (!line->empty()) text += *line + '\n';
      *line = indent;
    }
  };
  for (const AlignedPair& pair : pairs) {
    const std::string left = visible(pair.a), right = visible(pair.b), reason = visible(pair.reason);
    const std::size_t width = std::max({display_width(left), display_width(right), display_width(reason)}) + 2;
    if (display_width(a) + width > row_width && a != indent) flush();
    a += padded(left.empty() ? "·" : left, width);
    b += padded(right.empty() ? "·" : right, width);
    why += padded(reason, width);
  }
  if (a != indent) flush();
  return text;
}

std::string scores_line(const AspectScores& scores, Verdict verdict, Language language) {
  std::string line(wording("overall", language));
  line += ' ' + shown_score(scores.overall) + " · " + verdict_term(verdict, language);
  line += " · " + label(Aspect::appearance, language) + ' ' + shown_score(scores.appearance);
  line += " · " + label(Aspect::sound, language) + ' ' + shown_score(scores.sound);
  line += " · " + label(Aspect::meaning, language) + ' ' + shown_score(scores.meaning);
  if (scores.logo) line += " · " + label(Aspect::logo, language) + ' ' + shown_score(*scores.logo);
  return line;
}

void add_entry(TextLines& lines, const EntrySummary& entry, Language language) {
  std::string line = label(entry.kind, language) + ' ' + visible(entry.number);
  if (!entry.owner.empty()) line += " · " + visible(entry.owner);
  line += " · " + classes_term(entry.classes, language, "no_classes") + " · " + label(entry.status, language);
  lines.line(line);
  if (entry.generated) lines.line(std::string(wording("generated", language)));
}

void add_evidence(TextLines& lines, const std::vector<Evidence>& evidence, Language language) {
  for (const Evidence& piece : evidence) {
    lines.line(label(piece.aspect, language) + ' ' + shown_score(piece.score) + "  " +
               visible(piece.sentence.in(language)));
    lines.raw(aligned_lines(piece.aligned, lines.indent() + "  "));
    if (piece.picture && piece.picture->alignment) lines.line("  " + alignment_term(*piece.picture->alignment, language));
  }
}

void add_rules(TextLines& lines, const Examination& examination, Language language) {
  for (const std::string& rule : examination.rules) lines.field("rules", rule_term(rule, language));
  for (const std::string& rule : examination.exceptions) lines.field("exceptions", rule_term(rule, language));
}

void add_finding_body(TextLines& lines, const Finding& finding, Language language) {
  if (finding.entry) {
    add_entry(lines, *finding.entry, language);
    lines.line(scores_line(finding.scores, finding.examination.verdict, language));
    lines.field("relation", relation_term(finding.goods, language));
    lines.field("standing", standing_term(finding.standing, language));
    for (const Bilingual& alert : finding.alerts) lines.field("alert", alert.in(language));
  }
  for (const Ground& ground : finding.grounds) {
    lines.line("▸ " + provision_term(ground, language) + "  " + label(ground.code, language) + " [" + risk_term(ground.risk, language) +
               ']');
    lines.line("  " + visible(ground.explanation.in(language)));
    lines.line("  " + visible(objection_term(ground, language)));
  }
  add_evidence(lines, finding.evidence, language);
  if (finding.figures) lines.line(figures_term(*finding.figures, language));
  add_rules(lines, finding.examination, language);
}

std::string heading(const Finding& finding, Language language) {
  return finding.entry ? visible(mark_term(finding.entry->mark, language)) : std::string(wording("absolute", language));
}

void add_application(TextLines& lines, const Report& report) {
  const Application& application = report.application;
  const Language language = lines.language();
  lines.field("mark", visible(mark_term(application.words, language)));
  lines.field("classes", classes_term(classes_of(application.scope).classes(), language, "all_classes"));
  lines.field("goods", visible(goods_term(application.scope)));
  lines.field("applicants", visible(applicants_term(application.applicants)));
  lines.field("filed", application.filed ? application.filed->to_string() : std::string{});
  lines.field("as_of", application.as_of.to_string());
  lines.field("law", std::string(name_of(report.law)));
  lines.field("risk", risk_term(report.risk(), language));
}

void add_searched(TextLines& lines, const Report& report) {
  const Language language = lines.language();
  const Searched& searched = report.searched;
  lines.title(std::string(wording("searched", language)));
  lines.line(wording("searched_n", language, std::to_string(searched.entries)));
  lines.line(wording("scored_n", language, std::to_string(searched.scored)));
  lines.line(wording("searched_as_of", language, searched.as_of.to_string()));
  lines.line(wording("threshold", language, shown_score(report.thresholds.judged)));
  lines.title(std::string(wording("off", language)));
  for (const Bilingual& sentence : searched.off) lines.line("– " + visible(sentence.in(language)));
  if (searched.off.empty()) lines.line(std::string(wording("nothing_off", language)));
}

}  // namespace

std::string to_table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::vector<std::string>> table{header};
  table.insert(table.end(), rows.begin(), rows.end());
  std::vector<std::size_t> widths(header.size(), 0);
  for (auto& row : table) {
    row.resize(header.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i] = visible(row[i]);
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  std::string text;
  for (const auto& row : table) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += padded(row[i], widths[i] + 2);
    strip_right(line);
    text += line + '\n';
  }
  return text;
}

std::string to_text(const Report& report, Language language) {
  TextLines lines(language);
  lines.line(std::string(wording("title", language)));
  lines.indented([&] { add_application(lines, report); });
  lines.title(std::string(wording("findings", language)) + " · " +
              wording("findings_n", language, std::to_string(report.findings.size())));
  if (report.findings.empty()) lines.line(std::string(wording("no_findings", language)));
  std::size_t rank = 0;
  for (const Finding& finding : report.findings) {
    if (rank > 0) lines.line({});
    lines.line('[' + risk_term(finding.risk, language) + "] " + std::to_string(++rank) + ". " +
               heading(finding, language));
    lines.indented([&] { add_finding_body(lines, finding, language); });
  }
  add_searched(lines, report);
  lines.line({});
  for (const char* key : {"risk_scale", "scores", "guidance"}) lines.line(std::string(wording(key, language)));
  return std::move(lines).text();
}

std::string to_text(const Comparison& comparison, Language language) {
  TextLines lines(language);
  lines.line(visible(comparison.a.name.original) + " | " + visible(comparison.b.name.original));
  lines.indented([&] {
    lines.line(scores_line(comparison.scores, comparison.examination.verdict, language));
    add_evidence(lines, comparison.evidence, language);
    add_rules(lines, comparison.examination, language);
  });
  return std::move(lines).text();
}

std::string to_text(const LogoAlignment& alignment, Language language) { return alignment_term(alignment, language); }

std::string to_text(const Clearance::Explained& explained, Language language) {
  TextLines lines(language);
  const Finding& finding = explained.finding;
  lines.line('[' + risk_term(finding.risk, language) + "] " + heading(finding, language));
  lines.indented([&] {
    add_finding_body(lines, finding, language);
    lines.field("reason", visible(explained.reason.in(language)));
  });
  return std::move(lines).text();
}

}  // namespace marque
