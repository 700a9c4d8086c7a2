#include "import_report.hpp"

#include <algorithm>

#include "marque/base/limits.hpp"
#include "marque/interchange/json_writer.hpp"

namespace marque::cli {

namespace {

constexpr std::size_t listed_at_most = 20;

}  // namespace

std::string count_line(const Program& program, const std::string& file, const ImportSummary& summary) {
  const auto count = [](std::uint64_t value) { return std::to_string(value); };
  return program.language == Language::zh
             ? file + ": 导入批次" + count(summary.import) + "，读取" + count(summary.read) + "条，新增" + count(summary.inserted) + "，更新" +
                   count(summary.updated) + "，未变" + count(summary.unchanged) + "，隔离" + count(summary.quarantined_count) + "，提醒" +
                   count(summary.warning_count) + "\n"
             : file + ": import " + count(summary.import) + ", " + count(summary.read) + " read, " + count(summary.inserted) +
                   " inserted, " + count(summary.updated) + " updated, " + count(summary.unchanged) + " unchanged, " +
                   count(summary.quarantined_count) + " quarantined, " + count(summary.warning_count) + " warnings\n";
}

std::string json_line(const std::string& file, const ImportSummary& summary) {
  JsonWriter out;
  const auto count = [&](std::string_view name, std::uint64_t value) { out.key(name).integer(static_cast<std::int64_t>(value)); };
  out.begin_object().key("file").string(file);
  count("import", summary.import);
  count("read", summary.read);
  count("inserted", summary.inserted);
  count("updated", summary.updated);
  count("unchanged", summary.unchanged);
  count("quarantined", summary.quarantined_count);
  count("warnings", summary.warning_count);
  out.key("reasons").begin_object();
  for (const auto& [reason, number] : summary.reasons) count(reason, number);
  out.end_object();
  if (summary.stopped_by) out.key("stopped_by").string(to_string(*summary.stopped_by));
  out.key("records").begin_array();
  for (const QuarantinedRecord& bad : summary.quarantined) {
    out.begin_object();
    count("row", bad.error.where.record.value_or(0));
    out.key("field").string(bad.error.where.field).key("code").string(name_of(bad.error.code));
    if (const std::string_view limit = limit_in(bad.error); !limit.empty()) out.key("limit").string(limit);
    out.key("reason").string(bad.error.message).end_object();
  }
  out.end_array().end_object();
  return std::move(out).text() + "\n";
}

void remark_faults(const Program& program, const ImportSummary& summary) {
  for (std::size_t i = 0; i < std::min(summary.quarantined.size(), listed_at_most); ++i)
    remark(program, program.say({"隔离 ", "quarantined "}) + to_string(summary.quarantined[i].error, program.language));
  for (std::size_t i = 0; i < std::min(summary.warnings.size(), listed_at_most); ++i)
    remark(program, program.say({"提醒 ", "warning "}) + to_string(summary.warnings[i], program.language));
  if (summary.quarantined_count > listed_at_most || summary.warning_count > listed_at_most)
    remark(program, program.say({"其余见 marque show R --quarantine", "more: marque show R --quarantine"}));
  std::string reasons;
  for (const auto& [reason, number] : summary.reasons) reasons += (reasons.empty() ? "" : ", ") + reason + " " + std::to_string(number);
  if (!reasons.empty()) remark(program, program.say({"隔离原因：", "quarantined by reason: "}) + reasons);
  if (summary.stopped_by) remark(program, program.say({"导入中止：", "the import stopped: "}) + to_string(*summary.stopped_by, program.language));
}

}  // namespace marque::cli
