#include "interchange/report_terms.hpp"

#include "interchange/wording.hpp"

namespace marque {
namespace {

std::string_view comma(Language language) { return language == Language::zh ? "、" : ", "; }

void append(std::string& list, std::string_view item, std::string_view separator) {
  if (item.empty()) return;
  if (!list.empty()) list += separator;
  list += item;
}

}  // namespace

std::string figures_term(const FigureComparison& figures, Language language) {
  return std::string(wording("vienna", language)) + ' ' + shown_score(figures.score) + "  " + sentence_of(figures).in(language);
}

std::string alignment_term(const LogoAlignment& alignment, Language language) {
  const auto box = [](const PixelBox& b) {
    return std::to_string(b.width) + "×" + std::to_string(b.height) + '+' + std::to_string(b.x) + '+' + std::to_string(b.y);
  };
  return std::string(wording("region", language)) + ' ' + box(alignment.a) + " ↔ " + box(alignment.b) + " · " +
         wording("outlines", language, shown_score(alignment.outlines));
}

std::string risk_term(Risk risk, Language language) {
  return std::string(wording("risk." + std::string(name_of(risk)), language));
}

std::string verdict_term(Verdict verdict, Language language) {
  return std::string(wording("verdict." + std::string(name_of(verdict)), language));
}

std::string standing_term(Standing standing, Language language) {
  return std::string(wording("standing." + std::string(name_of(standing)), language));
}

std::string mark_term(const std::string& words, Language language) {
  return words.empty() ? std::string(wording("figurative", language)) : words;
}

std::string classes_term(const std::vector<NiceClass>& classes, Language language, std::string_view none) {
  std::string list;
  for (const NiceClass c : classes) append(list, wording("class_n", language, c.to_string()), comma(language));
  return list.empty() ? std::string(wording(none, language)) : list;
}

std::string goods_term(const std::vector<ClassScope>& scope) {
  std::string list;
  for (const ClassScope& in_class : scope)
    for (const GoodsItem& item : in_class.goods)
      append(list, item.name.empty() && item.group ? item.group->to_string() : item.name, "; ");
  return list;
}

std::string applicants_term(const std::vector<Party>& parties) {
  std::string list;
  for (const Party& party : parties) append(list, party.name, "; ");
  return list;
}

std::string relation_term(const GoodsComparison& goods, Language language) {
  std::string text = label(goods.relation, language);
  std::string compared;
  append(compared, goods.a.in(language), "");
  append(compared, goods.b.in(language), " / ");
  if (!compared.empty()) text += (language == Language::zh ? "：" : ": ") + compared;
  if (goods.group) {
    const Bilingual titles = title_of(*goods.group);
    const std::string& title = titles.in(language);
    text += (language == Language::zh ? "（" : " (") + std::string(wording("group", language)) + ' ' +
            goods.group->to_string() + (title.empty() ? "" : " " + title) + (language == Language::zh ? "）" : ")");
  }
  return text;
}

std::string provision_term(const Ground& ground, Language language) {
  if (ground.verified != Verification::secondary) return ground.provision;
  return ground.provision + ' ' + std::string(wording("secondary", language));
}

std::string objection_term(const Ground& ground, Language language) {
  return objection_sentence(ground).in(language) + (language == Language::zh ? "。" : ". ") +
         std::string(wording("to_be_asked", language)) + (language == Language::zh ? "：" : ": ") +
         open_question(ground.code).in(language) + (language == Language::zh ? "。" : ".");
}

std::string shown_score(float score) {
  const int hundredths = static_cast<int>(score * 100 + 0.001F);
  const std::string digits = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (digits.size() < 2 ? "0" : "") + digits;
}

std::string rule_term(const std::string& id, Language language) {
  const Bilingual text = rule_text(id);
  return text.in(language).empty() ? id : id + ' ' + text.in(language);
}

}  // namespace marque
