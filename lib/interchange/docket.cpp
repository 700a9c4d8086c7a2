#include "marque/interchange/docket.hpp"

#include <string_view>
#include <vector>

#include "interchange/escape.hpp"
#include "marque/interchange/json_writer.hpp"
#include "marque/interchange/text.hpp"

namespace marque {

namespace {

std::string shown(const std::optional<Date>& date) { return date ? date->to_string() : std::string(); }

Bilingual name_of_period(const Period& period) { return {std::string(period.chinese), std::string(period.names.front())}; }

Bilingual state_text(PeriodState state) {
  if (state == PeriodState::in_grace) return {std::string(chinese_of(state)), "in grace"};
  return {std::string(chinese_of(state)), std::string(name_of(state))};
}

std::string days_left(Date due, Date as_of, Language language) {
  const int left = due.days() - as_of.days();
  const std::string count = std::to_string(left < 0 ? -left : left);
  if (language == Language::zh) return left < 0 ? "过" + count + "日" : "余" + count + "日";
  return left < 0 ? count + " days ago" : "in " + count + " days";
}

bool has_grace_ahead(const DocketItem& item) {
  const Deadline& deadline = item.period.deadline;
  return deadline.period->kind == PeriodKind::hard && deadline.grace_end &&
         (item.state == PeriodState::ahead || item.state == PeriodState::open);
}

void write_item(JsonWriter& out, const DocketItem& item, Language language) {
  const Deadline& deadline = item.period.deadline;
  const auto day = [&](std::string_view name, const std::optional<Date>& date) {
    if (date) out.key(name).string(date->to_string());
  };
  out.begin_object().key("due").string(item.due.to_string()).key("state").string(name_of(item.state));
  out.key("entry").begin_object().key("kind").string(name_of(item.kind)).key("number").string(item.number);
  out.key("mark").string(item.mark).key("owner").string(item.owner).end_object();
  out.key("rule").string(deadline.period->id).key("name").string(deadline.period->names.front());
  out.key("name_zh").string(deadline.period->chinese).key("kind").string(name_of(deadline.period->kind));
  out.key("law").string(law_of(deadline)).key("provision").string(provision_of(deadline));
  out.key("verified").string(deadline.assumed ? "assumed" : name_of(deadline.rule->verified));
  day("start", deadline.start);
  if (item.period.event) out.key("event").string(name_of(*item.period.event));
  if (item.period.start_presumed) out.key("start_presumed").boolean(true);
  day("opens", deadline.opens);
  day("end", deadline.end);
  day("grace_end", deadline.grace_end);
  day("conservative_end", deadline.conservative_end);
  out.key("calendar").string(deadline.calendar_known ? "known" : "unknown");
  out.key("explanation").string(explain(deadline).in(language)).end_object();
}

}  // namespace

Bilingual summary_of(const DocketItem& item) {
  const Deadline& deadline = item.period.deadline;
  const Bilingual name = name_of_period(*deadline.period);
  Bilingual text{name.zh + " " + item.number + " " + item.mark, name.en + ", " + item.number + " " + item.mark};
  const Bilingual state = state_text(item.state);
  if (item.state != PeriodState::open) text = {text.zh + "（" + state.zh + "）", text.en + " (" + state.en + ")"};
  if (has_grace_ahead(item))
    text = {text.zh + "，宽展期至" + deadline.grace_end->to_string(), text.en + ", grace to " + deadline.grace_end->to_string()};
  if (item.period.start_presumed)
    text = {text.zh + "，自记录日起算，收到日不详", text.en + ", counted from the recorded day: the receipt is not known"};
  return text;
}

std::string to_text(std::span<const DocketItem> docket, Date as_of, Language language) {
  std::vector<std::vector<std::string>> rows;
  for (const DocketItem& item : docket) {
    const Deadline& deadline = item.period.deadline;
    std::string remarks;
    const auto remark = [&](const Bilingual& words) { remarks += (remarks.empty() ? "" : language == Language::zh ? "；" : "; ") + words.in(language); };
    if (has_grace_ahead(item))
      remark({"宽展期至" + deadline.grace_end->to_string(), "grace to " + deadline.grace_end->to_string()});
    if (item.period.start_presumed) remark({"收到日不详", "receipt not known"});
    if (deadline.conservative_end) remark({"计算存疑，届满或为" + deadline.end->to_string(), "uncertain, perhaps " + deadline.end->to_string()});
    if (!deadline.calendar_known) remark({"节假日未定", "holidays not set yet"});
    if (deadline.assumed || deadline.rule->verified != Verification::primary)
      remark({"依据未核实", "provision not verified"});
    rows.push_back({item.due.to_string(), days_left(item.due, as_of, language), state_text(item.state).in(language),
                    name_of_period(*deadline.period).in(language), item.number, item.mark, item.owner,
                    provision_of(deadline), remarks});
  }
  const auto say = [&](const Bilingual& words) { return words.in(language); };
  return to_table({say({"日期", "due"}), "", say({"状态", "state"}), say({"事项", "what"}), say({"号码", "number"}),
                   say({"名称", "mark"}), say({"权利人", "owner"}), say({"依据", "provision"}), ""},
                  rows);
}

std::string to_tsv(std::span<const DocketItem> docket) {
  std::string text;
  for (const DocketItem& item : docket) {
    const Deadline& deadline = item.period.deadline;
    for (const std::string& field :
         {item.due.to_string(), tsv_cell(item.number), tsv_cell(item.mark), tsv_cell(item.owner), std::string(deadline.period->id),
          std::string(name_of(item.state)), shown(deadline.end), shown(deadline.grace_end), shown(deadline.conservative_end)})
      text += field + "\t";
    text += provision_of(deadline) + "\t" + (item.period.start_presumed ? "presumed" : "") + "\n";
  }
  return text;
}

std::string to_json(std::span<const DocketItem> docket, Date as_of, Language language) {
  JsonWriter out;
  out.begin_object().key("as_of").string(as_of.to_string()).key("items").begin_array();
  for (const DocketItem& item : docket) write_item(out, item, language);
  out.end_array().end_object();
  return std::move(out).text();
}

}  // namespace marque
