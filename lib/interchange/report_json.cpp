#include "marque/interchange/json.hpp"

#include <optional>

#include "marque/interchange/json_writer.hpp"
#include "marque/base/digest.hpp"

namespace marque {
namespace {

void write_date(JsonWriter& out, std::string_view name, const std::optional<Date>& date) {
  if (date) out.key(name).string(date->to_string());
}

void write_text(JsonWriter& out, std::string_view name, std::string_view text) {
  if (!text.empty()) out.key(name).string(text);
}

void write_texts(JsonWriter& out, std::string_view name, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  out.key(name).begin_array();
  for (const std::string& text : texts) out.string(text);
  out.end_array();
}

void write_entry(JsonWriter& out, const std::optional<EntrySummary>& entry) {
  out.key("entry");
  if (!entry) {
    out.null();
    return;
  }
  out.begin_object();
  out.key("number").string(entry->number);
  out.key("kind").string(name_of(entry->kind));
  out.key("mark").string(entry->mark);
  out.key("owner").string(entry->owner);
  out.key("classes").begin_array();
  for (const NiceClass c : entry->classes) out.integer(c.number());
  out.end_array();
  out.key("status").string(name_of(entry->status));
  write_date(out, "filed", entry->filed);
  write_date(out, "registered", entry->registered);
  write_date(out, "expires", entry->expires);
  write_text(out, "image_digest", entry->image_digest);
  if (entry->generated) out.key("generated").boolean(true);
  out.end_object();
}

std::optional<float> goods_score(const Finding& finding) {
  for (const Evidence& evidence : finding.evidence)
    if (evidence.aspect == Aspect::goods) return evidence.score;
  return {};
}

void write_aspects(JsonWriter& out, const AspectScores& scores, const std::optional<FigureComparison>& figures, std::optional<float> goods) {
  out.key("aspects").begin_object();
  out.key("appearance").score(scores.appearance);
  out.key("sound").score(scores.sound);
  out.key("meaning").score(scores.meaning);
  if (scores.logo) out.key("logo").score(*scores.logo);
  if (figures) out.key("figures").score(figures->score);
  if (goods) out.key("goods").score(*goods);
  out.end_object();
}

void write_goods(JsonWriter& out, const GoodsComparison& goods, Language language) {
  out.key("goods").begin_object();
  out.key("relation").string(name_of(goods.relation));
  write_text(out, "a", goods.a.in(language));
  write_text(out, "b", goods.b.in(language));
  if (goods.group) out.key("group").string(goods.group->to_string());
  write_text(out, "note", goods.note);
  if (!goods.certain) out.key("certain").boolean(false);
  out.end_object();
}

void write_grounds(JsonWriter& out, const std::vector<Ground>& grounds, Language language) {
  out.key("grounds").begin_array();
  for (const Ground& ground : grounds)
    out.begin_object()
        .key("code")
        .string(name_of(ground.code))
        .key("provision")
        .string(ground.provision)
        .key("explanation")
        .string(ground.explanation.in(language))
        .key("risk")
        .string(name_of(ground.risk))
        .key("verified")
        .string(name_of(ground.verified))
        .key("objector")
        .string(name_of(objector_of(ground.code)))
        .key("open")
        .string(open_question(ground.code).in(language))
        .end_object();
  out.end_array();
}

void write_part(JsonWriter& out, std::string_view name, const PicturePart& part) {
  out.key(name).begin_object();
  out.key("view").string(name_of(part.view));
  if (part.alteration != LogoAlteration::none) out.key("alteration").string(name_of(part.alteration)).key("amount").integer(part.amount);
  out.key("box").begin_array().score(part.x).score(part.y).score(part.width).score(part.height).end_array();
  out.end_object();
}

void write_box(JsonWriter& out, std::string_view name, const PixelBox& box) {
  out.key(name).begin_array().integer(box.x).integer(box.y).integer(box.width).integer(box.height).end_array();
}

void write_evidence(JsonWriter& out, const std::vector<Evidence>& evidence, Language language) {
  out.key("evidence").begin_array();
  for (const Evidence& piece : evidence) {
    out.begin_object();
    out.key("aspect").string(name_of(piece.aspect));
    out.key("score").score(piece.score);
    out.key("sentence").string(piece.sentence.in(language));
    if (!piece.aligned.empty()) {
      out.key("aligned").begin_array();
      for (const AlignedPair& pair : piece.aligned) {
        out.begin_object().key("a").string(pair.a).key("b").string(pair.b).key("similarity").score(pair.similarity);
        out.key("reason").string(pair.reason).end_object();
      }
      out.end_array();
    }
    if (piece.picture) write_picture(out, *piece.picture);
    out.end_object();
  }
  out.end_array();
}

void write_codes(JsonWriter& out, std::string_view name, const std::vector<ViennaCode>& codes) {
  out.key(name).begin_array();
  for (const ViennaCode& code : codes) out.string(code.to_string());
  out.end_array();
}

void write_figures(JsonWriter& out, const FigureComparison& figures, Language language) {
  out.key("figures").begin_object();
  out.key("score").score(figures.score);
  write_codes(out, "shared", figures.shared);
  write_codes(out, "divisions", figures.divisions);
  out.key("sentence").string(sentence_of(figures).in(language)).end_object();
}

void write_finding_members(JsonWriter& out, const Finding& finding, Language language) {
  write_entry(out, finding.entry);
  out.key("risk").string(name_of(finding.risk));
  out.key("overall").score(finding.scores.overall);
  out.key("verdict").string(name_of(finding.examination.verdict));
  write_aspects(out, finding.scores, finding.figures, goods_score(finding));
  write_grounds(out, finding.grounds, language);
  write_evidence(out, finding.evidence, language);
  if (finding.figures) write_figures(out, *finding.figures, language);
  write_texts(out, "rules", finding.examination.rules);
  write_texts(out, "exceptions", finding.examination.exceptions);
  if (!finding.entry) return;
  write_goods(out, finding.goods, language);
  out.key("standing").string(name_of(finding.standing));
  if (finding.alerts.empty()) return;
  out.key("alerts").begin_array();
  for (const Bilingual& alert : finding.alerts) out.string(alert.in(language));
  out.end_array();
}

void write_application(JsonWriter& out, const Application& application) {
  out.key("application").begin_object();
  out.key("mark").string(application.words);
  out.key("classes").begin_array();
  for (const NiceClass c : classes_of(application.scope).classes()) out.integer(c.number());
  out.end_array();
  std::vector<std::string> goods, applicants;
  for (const ClassScope& in_class : application.scope)
    for (const GoodsItem& item : in_class.goods)
      goods.push_back(item.name.empty() && item.group ? item.group->to_string() : item.name);
  for (const Party& party : application.applicants) applicants.push_back(party.name);
  write_texts(out, "goods", goods);
  write_texts(out, "applicants", applicants);
  if (application.kind != MarkKind::ordinary) out.key("mark_kind").string(name_of(application.kind));
  write_date(out, "filed", application.filed);
  write_date(out, "registered", application.registered);
  out.key("as_of").string(application.as_of.to_string());
  if (application.logo) out.key("logo_digest").string(to_hex(sha256(application.logo->bytes)));
  out.end_object();
}

void write_searched(JsonWriter& out, const Searched& searched, Language language) {
  out.key("searched").begin_object();
  out.key("entries").integer(static_cast<std::int64_t>(searched.entries));
  out.key("scored").integer(static_cast<std::int64_t>(searched.scored));
  out.key("as_of").string(searched.as_of.to_string());
  out.key("off").begin_array();
  for (const Bilingual& sentence : searched.off) out.string(sentence.in(language));
  out.end_array().end_object();
}

}  // namespace

void write_picture(JsonWriter& out, const PictureEvidence& picture) {
  out.key("picture").begin_object();
  out.key("turn").string(name_of(picture.match.turn));
  write_part(out, "a", picture.a);
  write_part(out, "b", picture.b);
  if (picture.alignment) {
    out.key("pixels").begin_object();
    write_box(out, "a", picture.alignment->a);
    write_box(out, "b", picture.alignment->b);
    out.key("outlines").score(picture.alignment->outlines).end_object();
  }
  out.end_object();
}

std::string to_json(const Report& report, Language language) {
  JsonWriter out;
  out.begin_object();
  out.key("findings").begin_array();
  for (const Finding& finding : report.findings) {
    out.begin_object();
    write_finding_members(out, finding, language);
    out.end_object();
  }
  out.end_array();
  write_searched(out, report.searched, language);
  out.key("risk").string(name_of(report.risk()));
  out.key("law").string(name_of(report.law));
  out.key("thresholds").begin_object().key("judged").score(report.thresholds.judged).end_object();
  write_application(out, report.application);
  out.end_object();
  return std::move(out).text();
}

std::string to_json(const Comparison& comparison, Language language) {
  JsonWriter out;
  out.begin_object();
  out.key("a").string(comparison.a.name.original);
  out.key("b").string(comparison.b.name.original);
  out.key("overall").score(comparison.scores.overall);
  out.key("verdict").string(name_of(comparison.examination.verdict));
  write_aspects(out, comparison.scores, {}, {});
  write_texts(out, "rules", comparison.examination.rules);
  write_texts(out, "exceptions", comparison.examination.exceptions);
  write_evidence(out, comparison.evidence, language);
  out.end_object();
  return std::move(out).text();
}

std::string to_json(const Clearance::Explained& explained, Language language) {
  JsonWriter out;
  out.begin_object();
  write_finding_members(out, explained.finding, language);
  write_text(out, "reason", explained.reason.in(language));
  out.end_object();
  return std::move(out).text();
}

}  // namespace marque
