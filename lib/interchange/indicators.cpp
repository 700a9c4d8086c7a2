#include "marque/interchange/indicators.hpp"

#include <algorithm>

#include "interchange/escape.hpp"
#include "marque/interchange/json_writer.hpp"
#include "marque/interchange/text.hpp"

namespace marque {
namespace {

std::string shown(const std::optional<std::int64_t>& value, IndicatorKind kind) {
  return value ? value_text(*value, unit_of(kind)) : std::string();
}

std::string grouped(std::string digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t at = point; at > 3 && digits[at - 4] != '-';) digits.insert(at -= 3, ",");
  return digits;
}

/// A value as people read it: `1,500,000,000 元`.
std::string readable(std::int64_t value, IndicatorUnit unit, Language language) {
  const std::string text = value_text(value, unit);
  if (unit != IndicatorUnit::yuan) return text;
  return grouped(text) + (language == Language::zh ? " 元" : " yuan");
}

std::string readable(const std::optional<std::int64_t>& value, IndicatorUnit unit, Language language) {
  return value ? readable(*value, unit, language) : std::string();
}

/// The figure and how far it is known: `at least 2,000,000 yuan (1 record lacking)`.
std::string figure(const Indicator& indicator, Language language) {
  const bool zh = language == Language::zh;
  const std::size_t lacking = indicator.missing.size();
  std::string text = indicator.value ? readable(*indicator.value, unit_of(indicator.plan.kind), language) : std::string(zh ? "不明" : "unknown");
  if (indicator.bound() == FigureBound::at_least) text.insert(0, zh ? "至少 " : "at least ");
  if (lacking > 0)
    text += zh ? "（" + std::to_string(lacking) + " 项缺数据）" : " (" + std::to_string(lacking) + (lacking == 1 ? " record lacking)" : " records lacking)");
  return text;
}

std::string title(const Indicator& indicator, Language language) {
  const IndicatorKind kind = indicator.plan.kind;
  std::string text(language == Language::zh ? chinese_of(kind) : english_of(kind));
  if (indicator.year) text += (language == Language::zh ? "（" : " (") + std::to_string(*indicator.year) + (language == Language::zh ? "）" : ")");
  return text;
}

void write_value(JsonWriter& out, std::string_view name, const std::optional<std::int64_t>& value, IndicatorUnit unit) {
  if (!value) return;
  out.key(name);
  if (unit == IndicatorUnit::count) out.integer(*value);
  else out.string(value_text(*value, unit));
}

void write_records(JsonWriter& out, std::string_view name, const std::vector<Contribution>& records, IndicatorUnit unit, bool with_value,
                   Language language) {
  out.key(name).begin_array();
  for (const Contribution& record : records) {
    out.begin_object();
    out.key("number").string(record.number);
    out.key("mark").string(record.mark);
    if (with_value) write_value(out, "value", record.value, unit);
    out.key("why").string(record.why.in(language));
    out.end_object();
  }
  out.end_array();
}

/// Of a ratio the records are holders, each one whole.
IndicatorUnit unit_of_records(IndicatorKind kind) {
  return unit_of(kind) == IndicatorUnit::yuan ? IndicatorUnit::yuan : IndicatorUnit::count;
}

}  // namespace

std::string to_text(const std::vector<Indicator>& indicators, const Plan& plan, Date as_of, Language language) {
  const bool zh = language == Language::zh;
  const std::vector<std::string> header = zh ? std::vector<std::string>{"指标", "现值", "基数", "目标", "期限", "完成", "代号"}
                                             : std::vector<std::string>{"Indicator", "Value", "Baseline", "Target", "By", "Way", "Id"};
  std::vector<std::vector<std::string>> rows;
  for (const Indicator& one : indicators) {
    const IndicatorKind kind = one.plan.kind;
    const auto progress = one.progress();
    const IndicatorUnit unit = unit_of(kind);
    rows.push_back({title(one, language), figure(one, language), readable(one.plan.baseline, unit, language), readable(one.plan.target, unit, language),
                    one.plan.by ? one.plan.by->to_string() : std::string(), progress ? std::to_string(*progress) + "%" : std::string(),
                    std::string(name_of(kind))});
  }
  std::string text = (zh ? "截至 " : "As of ") + as_of.to_string() + (zh ? "，现值均由登记记录算出\n\n" : "; every value is computed from the records\n\n");
  text += to_table(header, rows);
  if (plan.enterprises)
    text += std::string(zh ? "\n企业数 " : "\nEnterprises: ") + std::to_string(*plan.enterprises) + (zh ? "（由规划给出，不来自记录" : " (given by the plan, not by the records") +
            (plan.enterprises_source.empty() ? "" : (zh ? "：" : ": ") + visible(plan.enterprises_source)) + (zh ? "）\n" : ")\n");
  return text;
}

std::string to_text(const Indicator& indicator, Language language) {
  const bool zh = language == Language::zh;
  const IndicatorUnit unit = unit_of_records(indicator.plan.kind);
  std::string text = title(indicator, language) + (zh ? "：" : ": ") + figure(indicator, language) + "\n\n";
  const std::vector<std::string> header = zh ? std::vector<std::string>{"号", "名称", "计入", "依据"} : std::vector<std::string>{"Number", "Name", "Counts", "Why"};
  std::vector<std::vector<std::string>> rows;
  for (const Contribution& record : indicator.records) rows.push_back({record.number, record.mark, readable(record.value, unit, language), record.why.in(language)});
  for (const Contribution& record : indicator.missing) rows.push_back({record.number, record.mark, "–", record.why.in(language)});
  return text + to_table(header, rows);
}

std::string to_json(const std::vector<Indicator>& indicators, const Plan& plan, Date as_of, Language language, bool with_records) {
  JsonWriter out;
  out.begin_object();
  out.key("as_of").string(as_of.to_string());
  out.key("indicators").begin_array();
  for (const Indicator& one : indicators) {
    const IndicatorUnit unit = unit_of(one.plan.kind);
    out.begin_object();
    out.key("id").string(name_of(one.plan.kind));
    out.key("name").string(language == Language::zh ? chinese_of(one.plan.kind) : english_of(one.plan.kind));
    out.key("unit").string(name_of(unit));
    write_value(out, "value", one.value, unit);
    out.key("bound").string(name_of(one.bound()));
    write_value(out, "baseline", one.plan.baseline, unit);
    write_value(out, "target", one.plan.target, unit);
    if (one.plan.by) out.key("by").string(one.plan.by->to_string());
    if (const auto progress = one.progress()) out.key("progress").integer(*progress);
    if (one.year) out.key("year").integer(*one.year);
    if (!one.plan.source.empty()) out.key("source").string(one.plan.source);
    out.key("record_count").integer(static_cast<std::int64_t>(one.records.size()));
    out.key("missing_count").integer(static_cast<std::int64_t>(one.missing.size()));
    if (with_records) {
      write_records(out, "records", one.records, unit_of_records(one.plan.kind), true, language);
      write_records(out, "missing", one.missing, unit, false, language);
    }
    out.end_object();
  }
  out.end_array();
  if (plan.enterprises) {
    out.key("enterprises").begin_object();
    out.key("count").integer(*plan.enterprises);
    if (!plan.enterprises_source.empty()) out.key("source").string(plan.enterprises_source);
    out.end_object();
  }
  out.end_object();
  return std::move(out).text();
}

std::string to_tsv(const std::vector<Indicator>& indicators) {
  std::string text;
  for (const Indicator& one : indicators) {
    const IndicatorKind kind = one.plan.kind;
    const auto progress = one.progress();
    text += std::string(name_of(kind)) + '\t' + shown(one.value, kind) + '\t' + std::string(name_of(unit_of(kind))) + '\t' +
            shown(one.plan.baseline, kind) + '\t' + shown(one.plan.target, kind) + '\t' + (one.plan.by ? one.plan.by->to_string() : "") + '\t' +
            (progress ? std::to_string(*progress) : "") + '\t' + std::to_string(one.missing.size()) + '\t' + std::string(name_of(one.bound())) + '\n';
  }
  return text;
}

std::string to_tsv(const Indicator& indicator, Language language) {
  const std::string id(name_of(indicator.plan.kind));
  const IndicatorUnit unit = unit_of_records(indicator.plan.kind);
  std::string text;
  for (const Contribution& record : indicator.records)
    text += id + '\t' + tsv_cell(record.number) + '\t' + tsv_cell(record.mark) + '\t' + value_text(record.value, unit) + '\t' + tsv_cell(record.why.in(language)) + '\n';
  for (const Contribution& record : indicator.missing)
    text += id + '\t' + tsv_cell(record.number) + '\t' + tsv_cell(record.mark) + "\t\t" + tsv_cell(record.why.in(language)) + '\n';
  return text;
}

}  // namespace marque
