#include "marque/interchange/html.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "base/embedded.hpp"
#include "interchange/escape.hpp"
#include "interchange/report_terms.hpp"
#include "interchange/wording.hpp"
#include "marque/logo/media_type.hpp"

MARQUE_EMBEDDED(marque_report_css)

namespace marque {
namespace {

constexpr float alike = 0.999F;  // pairs below are shown as differing

/// Writes the page. Markup goes through html(), everything from a record through text(), which escapes.
class Page {
 public:
  Page(const Report& report, Language language, const PictureSource& pictures)
      : report_(report), language_(language), pictures_(pictures) {}

  std::string of(const std::optional<Image>& applicant_picture) {
    applicant_ = picture(applicant_picture);
    opening();
    findings();
    searched();
    footer();
    return std::move(out_);
  }

 private:
  void html(std::string_view markup) { out_.append(markup); }
  void text(std::string_view value) { out_.append(html_escaped(value)); }
  void phrase(std::string_view key) { text(wording(key, language_)); }
  void tagged(std::string_view tag, std::string_view value) {
    html("<" + std::string(tag) + ">");
    text(value);
    html("</" + std::string(tag.substr(0, tag.find(' '))) + ">\n");
  }
  void row(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    tagged("dt", wording(key, language_));
    tagged("dd", value);
  }

  /// A picture as a figure. Its type is read off its bytes, so that nothing but PNG and JPEG gets into the page.
  std::string picture(const std::optional<Image>& image) const {
    const Result<std::string> type =
        image ? sniff_media_type(*image) : Result<std::string>(Error{ErrorCode::not_found, "no picture"});
    if (!type) return "<figure>" + html_escaped(wording("no_picture", language_)) + "</figure>\n";
    const std::string_view bytes(reinterpret_cast<const char*>(image->bytes.data()), image->bytes.size());
    return "<figure><img alt=\"" + html_escaped(wording("image", language_)) + "\" src=\"data:" + *type + ";base64," +
           base64(bytes) + "\"></figure>\n";
  }

  // The grade is told by a word and by filled squares, the colour only repeats it.
  void badge(Risk risk) {
    static constexpr std::string_view squares[] = {"□□□", "■□□", "■■□", "■■■"};
    html("<span class=\"badge " + std::string(name_of(risk)) + "\"><i aria-hidden=\"true\">");
    html(squares[std::min<std::size_t>(static_cast<std::size_t>(risk), 3)]);
    html("</i>");
    text(std::string(wording("risk", language_)) + (language_ == Language::zh ? "：" : ": ") +
         risk_term(risk, language_));
    html("</span>");
  }

  void opening();
  void findings();
  void finding(const Finding& found, std::size_t rank);
  void sides(const EntrySummary& entry);
  void scores(const Finding& found);
  void score(std::string_view name, float value);
  void grounds(const std::vector<Ground>& grounds);
  void evidence(const std::vector<Evidence>& pieces);
  void aligned(const std::vector<AlignedPair>& pairs);
  void rules(const Examination& examination);
  void searched();
  void footer();

  const Report& report_;
  Language language_;
  const PictureSource& pictures_;
  std::string applicant_;
  std::string out_;
};

void Page::opening() {
  const Application& application = report_.application;
  const std::string name = mark_term(application.words, language_);
  html(language_ == Language::zh ? "<!doctype html>\n<html lang=\"zh-Hans\">\n"
                                 : "<!doctype html>\n<html lang=\"en\">\n");
  html(
      "<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src "
      "data:\">\n");
  tagged("title", std::string(wording("title", language_)) + " · " + name);
  html("<style>\n");
  html(embedded(marque_report_css, marque_report_css_end));
  html("</style>\n</head>\n<body>\n<header>\n");
  tagged("h1", wording("title", language_));
  html("<div class=\"opening\"><div>\n");
  tagged("p class=\"name\"", name);
  html("<p>");
  badge(report_.risk());
  html("</p>\n<dl>\n");
  row("classes", classes_term(classes_of(application.scope).classes(), language_, "all_classes"));
  row("goods", goods_term(application.scope));
  row("applicants", applicants_term(application.applicants));
  if (application.kind != MarkKind::ordinary) row("mark_kind", label(application.kind, language_));
  row("filed", application.filed ? application.filed->to_string() : std::string{});
  row("as_of", application.as_of.to_string());
  row("law", name_of(report_.law));
  html("</dl>\n</div>\n");
  html(applicant_);
  html("</div>\n</header>\n<main>\n");
}

void Page::findings() {
  html("<section>\n<h2>");
  phrase("findings");
  html("<small>");
  text(wording("findings_n", language_, std::to_string(report_.findings.size())));
  html("</small></h2>\n");
  if (report_.findings.empty()) tagged("p", wording("no_findings", language_));
  std::size_t rank = 0;
  for (const Finding& found : report_.findings) finding(found, ++rank);
  html("</section>\n");
}

void Page::finding(const Finding& found, std::size_t rank) {
  html("<article class=\"risk-" + std::string(name_of(found.risk)) + "\">\n<div class=\"rank\"><b>" +
       std::to_string(rank) + "</b>");
  badge(found.risk);
  html("<span>");
  if (found.entry)
    text(std::string(wording("verdict", language_)) + (language_ == Language::zh ? "：" : ": ") +
         verdict_term(found.examination.verdict, language_));
  else
    phrase("absolute");
  html("</span></div>\n");
  if (found.entry) {
    sides(*found.entry);
    scores(found);
    html("<dl>\n");
    row("relation", relation_term(found.goods, language_));
    row("standing", standing_term(found.standing, language_));
    for (const Bilingual& alert : found.alerts) row("alert", alert.in(language_));
    html("</dl>\n");
  }
  grounds(found.grounds);
  evidence(found.evidence);
  if (found.figures) tagged("p class=\"evidence\"", figures_term(*found.figures, language_));
  rules(found.examination);
  html("</article>\n");
}

void Page::sides(const EntrySummary& entry) {
  html("<div class=\"pair\">\n<div class=\"side\">");
  html(applicant_);
  html("<div>");
  tagged("p class=\"label\"", wording("applied", language_));
  tagged("strong", mark_term(report_.application.words, language_));
  tagged("p", classes_term(classes_of(report_.application.scope).classes(), language_, "all_classes"));
  html("</div></div>\n<div class=\"side\">");
  html(picture(pictures_ && !entry.image_digest.empty() ? pictures_(entry.image_digest) : std::optional<Image>{}));
  html("<div>");
  tagged("p class=\"label\"", std::string(wording("earlier", language_)) + " · " + label(entry.kind, language_));
  tagged("strong", mark_term(entry.mark, language_));
  tagged("p", entry.number + " · " + label(entry.status, language_));
  if (!entry.owner.empty()) tagged("p", entry.owner);
  tagged("p", classes_term(entry.classes, language_, "no_classes"));
  for (const auto& [key, date] :
       {std::pair{"filed", entry.filed}, {"registered", entry.registered}, {"expires", entry.expires}})
    if (date) tagged("p", std::string(wording(key, language_)) + ' ' + date->to_string());
  if (entry.generated) tagged("p class=\"warning\"", wording("generated", language_));
  html("</div></div>\n</div>\n");
}

void Page::score(std::string_view name, float value) {
  const float share = std::isfinite(value) ? std::clamp(value, 0.0F, 1.0F) : 0.0F;
  html("<div>");
  text(name);
  html("<b>" + shown_score(value) + "</b><span class=\"bar\"><i style=\"width:" +
       std::to_string(std::lround(share * 100)) + "%\"></i></span></div>\n");
}

void Page::scores(const Finding& found) {
  html("<div class=\"scores\">\n");
  score(wording("overall", language_), found.scores.overall);
  score(label(Aspect::appearance, language_), found.scores.appearance);
  score(label(Aspect::sound, language_), found.scores.sound);
  score(label(Aspect::meaning, language_), found.scores.meaning);
  if (found.scores.logo) score(label(Aspect::logo, language_), *found.scores.logo);
  html("</div>\n");
}

void Page::grounds(const std::vector<Ground>& grounds) {
  if (grounds.empty()) return;
  tagged("h3", wording("grounds", language_));
  html("<ol class=\"grounds\">\n");
  for (const Ground& ground : grounds) {
    html("<li>");
    tagged("span class=\"provision\"", provision_term(ground, language_));
    text("· " + label(ground.code, language_) + " · " + risk_term(ground.risk, language_));
    html("<br>");
    text(ground.explanation.in(language_));
    html("<br>");
    tagged("small", objection_term(ground, language_));
    html("</li>\n");
  }
  html("</ol>\n");
}

void Page::evidence(const std::vector<Evidence>& pieces) {
  if (pieces.empty()) return;
  tagged("h3", wording("evidence", language_));
  for (const Evidence& piece : pieces) {
    html("<div class=\"evidence\"><p><b>");
    text(label(piece.aspect, language_) + ' ' + shown_score(piece.score));
    html("</b> ");
    text(piece.sentence.in(language_));
    html("</p>\n");
    aligned(piece.aligned);
    if (piece.picture && piece.picture->alignment) {
      html(picture(piece.picture->alignment->overlay));
      tagged("p class=\"label\"", alignment_term(*piece.picture->alignment, language_));
      tagged("p class=\"label\"", wording("overlay", language_));
    }
    html("</div>\n");
  }
}

void Page::aligned(const std::vector<AlignedPair>& pairs) {
  if (pairs.empty()) return;
  const auto line = [&](std::string_view key, std::string_view open, const std::string AlignedPair::*part) {
    html(open);
    tagged("th", wording(key, language_));
    for (const AlignedPair& pair : pairs) {
      const bool differs = pair.similarity < alike && part != &AlignedPair::reason;
      html(differs ? "<td class=\"differs\">" : "<td>");
      text(pair.*part);
      html("</td>");
    }
    html("</tr>\n");
  };
  html("<table class=\"aligned\">\n");
  line("applied", "<tr>", &AlignedPair::a);
  line("earlier", "<tr>", &AlignedPair::b);
  line("compared", "<tr class=\"why\">", &AlignedPair::reason);
  html("</table>\n");
}

void Page::rules(const Examination& examination) {
  const auto list = [&](std::string_view key, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    tagged("h3", wording(key, language_));
    html("<ul>\n");
    for (const std::string& id : ids) tagged("li", rule_term(id, language_));
    html("</ul>\n");
  };
  list("rules", examination.rules);
  list("exceptions", examination.exceptions);
}

void Page::searched() {
  const Searched& searched = report_.searched;
  html("<section>\n<h2>");
  phrase("searched");
  html("</h2>\n<ul>\n");
  tagged("li", wording("searched_n", language_, std::to_string(searched.entries)));
  tagged("li", wording("scored_n", language_, std::to_string(searched.scored)));
  tagged("li", wording("searched_as_of", language_, searched.as_of.to_string()));
  tagged("li", wording("threshold", language_, shown_score(report_.thresholds.judged)));
  html("</ul>\n");
  tagged("h3", wording("off", language_));
  html("<ul>\n");
  for (const Bilingual& sentence : searched.off) tagged("li", sentence.in(language_));
  if (searched.off.empty()) tagged("li", wording("nothing_off", language_));
  html("</ul>\n</section>\n</main>\n");
}

void Page::footer() {
  html("<footer>\n");
  for (const char* key : {"guidance", "risk_scale", "scores"}) tagged("p", wording(key, language_));
  tagged("p", std::string(wording("law", language_)) + ' ' + std::string(name_of(report_.law)) + " · " +
                  std::string(wording("as_of", language_)) + ' ' + report_.searched.as_of.to_string());
  html("</footer>\n</body>\n</html>\n");
}

}  // namespace

std::string to_html(const Report& report, Language language, const std::optional<Image>& applicant_picture,
                    const PictureSource& pictures) {
  return Page(report, language, pictures).of(applicant_picture);
}

}  // namespace marque
