// show, query

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "commands.hpp"
#include "marque/base/digest.hpp"
#include "marque/base/sentence.hpp"
#include "marque/interchange/csv.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/json_writer.hpp"
#include "marque/interchange/text.hpp"
#include "marque/interchange/visible.hpp"
#include "marque/law/place_names.hpp"
#include "marque/registry/query.hpp"
#include "marque/text/encoding.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

// --- show

struct ShowRequest {
  std::string path, number;
  bool history = false, imports = false, quarantine = false;
  std::uint64_t import = 0;
};

std::string history_text(const std::vector<HistoryRow>& rows) {
  std::string text;
  for (const HistoryRow& row : rows) {
    text += "#" + std::to_string(row.revision) + "  " + row.time + "  " + row.cause.action + " " + row.cause.detail;
    if (!row.cause.actor.empty()) text += "  (" + row.cause.actor + ")";
    text += "\n";
    if (!row.change.before || !row.change.after) continue;
    for (const FieldChange& field : row.change.fields()) text += "    " + field.field + ": " + field.before + " → " + field.after + "\n";
  }
  return text;
}

int show_imports(const Program& program, const Store& store) {
  std::vector<std::vector<std::string>> rows;
  for (const ImportInfo& info : need(store.imports()))
    rows.push_back({std::to_string(info.number), info.time, info.source, std::to_string(info.stored), std::to_string(info.quarantined),
                    info.undone     ? program.say({"已撤回", "undone"})
                    : info.finished ? ""
                                    : program.say({"未完成", "unfinished"})});
  print(to_table({program.say({"批次", "import"}), program.say({"时间", "time"}), program.say({"来源", "source"}),
                  program.say({"入库", "stored"}), program.say({"隔离", "quarantined"}), ""},
                 rows));
  return done;
}

/// One line of JSON for a quarantined record: where, why, and its bytes in hexadecimal, as text too where they are UTF-8.
std::string quarantine_json(const Program& program, std::uint64_t import, const QuarantinedRecord& bad) {
  const auto& [error, bytes] = bad;
  JsonWriter out;
  out.begin_object().key("import").integer(static_cast<std::int64_t>(import)).key("file").string(error.where.file);
  if (error.where.record) out.key("record").integer(static_cast<std::int64_t>(*error.where.record));
  if (!error.where.field.empty()) out.key("field").string(error.where.field);
  if (error.where.offset) out.key("offset").integer(static_cast<std::int64_t>(*error.where.offset));
  out.key("code").string(name_of(error.code)).key("reason").string(shown(program, sentence_of(error, program.language)));
  const std::string kept = shown(program, bytes);
  if (check_utf8(kept)) out.key("text").string(kept);
  out.key("bytes").string(to_hex(std::as_bytes(std::span(kept))));
  return std::move(out.end_object()).text() + "\n";
}

std::string quarantine_row(const Program& program, std::uint64_t import, const QuarantinedRecord& bad) {
  const auto& [error, bytes] = bad;
  std::vector<std::string> fields{std::to_string(import), error.where.file, error.where.record ? std::to_string(*error.where.record) : "",
                                  error.where.field, std::string(name_of(error.code)), shown(program, sentence_of(error, program.language)), shown(program, bytes)};
  for (std::string& field : fields)
    std::ranges::replace_if(field, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return tsv_row(fields);
}

/// The bytes of a record for people: its text, whatever the file's encoding was. --format json has the bytes themselves.
std::string readable(const Program& program, const std::string& bytes) {
  const auto text = to_utf8(bytes, detect_charset(bytes));
  return visible(shown(program, text ? *text : bytes));
}

int show_quarantine(const Program& program, Format format, const Store& store, std::uint64_t import) {
  need(store.for_each_quarantined(import, [&](std::uint64_t of, const QuarantinedRecord& bad) {
    if (format == Format::json) print(quarantine_json(program, of, bad));
    else if (format == Format::tsv) print(quarantine_row(program, of, bad));
    else print(visible(to_string(bad.error, program.language)) + "\n    " + readable(program, bad.bytes) + "\n");
    return !was_interrupted();
  }));
  return was_interrupted() ? interrupted : done;
}

int show(const Program& program, const ShowRequest& request) {
  const Format format = format_of(program, request.quarantine                    ? "text json tsv"
                                           : request.imports || request.history ? "text"
                                                                                 : "text json");
  const auto store = open_store(request.path, Access::read);
  if (request.imports) return show_imports(program, *store);
  if (request.quarantine) return show_quarantine(program, format, *store, request.import);
  const EntryId id = need_record(*store, request.number);
  const Entry entry = shown(program, need(store->entry(id)));
  print(format == Format::json ? to_json(entry) + "\n" : to_text(entry, program.language, as_of(program)));
  if (request.history) print("\n" + history_text(need(store->history(id))));
  return done;
}

// --- query

struct QueryRequest {
  std::string path, kind, owner, mark, classes, group, statuses, expires_from, expires_to, area;
  std::size_t limit = 0;
};

/// `320614`, or a name such as 海门 as the division of the clock's year.
AreaCode area_of(const Program& program, const std::string& text) {
  if (auto code = AreaCode::parse(text)) return *code;
  const auto division = resolve_place(text, as_of(program).year());
  if (!division) throw Failure{{ErrorCode::invalid_argument, "no division \"" + text + "\"", {}}};
  return division->code;
}

Query query_of(const Program& program, const QueryRequest& request) {
  Query query;
  if (!request.kind.empty()) query.kind = need(parse_entry_kind(request.kind));
  query.owner = request.owner;
  query.mark = request.mark;
  for (const std::string& part : parts_of(request.classes, ',')) query.classes.insert(need(NiceClass::parse(part)));
  if (!request.group.empty()) query.group = need(SimilarGroup::parse(request.group));
  for (const std::string& part : parts_of(request.statuses, ',')) query.statuses.push_back(need(parse_status(part)));
  if (!request.expires_from.empty()) query.expires_from = need(Date::parse(request.expires_from));
  if (!request.expires_to.empty()) query.expires_to = need(Date::parse(request.expires_to));
  if (!request.area.empty()) query.area = area_of(program, request.area);
  return query;
}

std::vector<std::string> summary_row(const Program& program, const Entry& entry) {
  std::string classes;
  for (const NiceClass nice : classes_of(scope_of(entry)).classes()) classes += (classes.empty() ? "" : ",") + nice.to_string();
  const auto expiry = expiry_of(entry);
  const auto& owners = owners_of(entry);
  const bool chinese = program.language == Language::zh;
  return {number_of(entry),
          std::string(chinese ? chinese_of(kind_of(entry)) : name_of(kind_of(entry))),
          words_of(entry),
          owners.empty() ? "" : owners.front().name,
          classes,
          std::string(chinese ? chinese_of(status_of(entry)) : name_of(status_of(entry))),
          expiry ? expiry->to_string() : ""};
}

/// An area asked for means every code the same territory ever had.
bool meets(const Query& query, const Entry& entry) {
  if (!query.area) return matches(query, entry);
  Query rest = query;
  rest.area.reset();
  const auto* indication = std::get_if<GeographicalIndication>(&entry);
  if (indication == nullptr || !matches(rest, entry)) return false;
  return std::any_of(indication->area.codes.begin(), indication->area.codes.end(),
                     [&](AreaCode code) { return same_area(code, *query.area); });
}

int query_register(const Program& program, const QueryRequest& request) {
  const Format format = format_of(program, "text json tsv csv");
  const Query query = query_of(program, request);
  const auto store = open_store(request.path, Access::read);
  std::vector<std::vector<std::string>> rows;
  std::size_t hits = 0;
  if (format == Format::csv) print("\xEF\xBB\xBF" + to_csv_header(program.language));
  need(store->for_each([&](EntryId, const Entry& entry) {
    if (!meets(query, entry)) return !was_interrupted();
    ++hits;
    if (format == Format::json) print(to_json(shown(program, entry)) + "\n");
    else if (format == Format::csv) print(to_csv_row(shown(program, entry), program.language));
    else if (format == Format::tsv) print(tsv_row(summary_row(program, entry)));
    else rows.push_back(summary_row(program, entry));
    return (request.limit == 0 || hits < request.limit) && !was_interrupted();
  }));
  if (format == Format::text && hits > 0)
    print(to_table({program.say({"号码", "number"}), program.say({"种类", "kind"}), program.say({"名称", "mark"}),
                    program.say({"权利人", "owner"}), program.say({"类别", "classes"}), program.say({"状态", "status"}),
                    program.say({"届满", "expires"})},
                   rows));
  remark(program, std::to_string(hits) + program.say({" 条", " records"}));
  return hits > 0 ? listed : done;
}

}  // namespace

void add_look_commands(CLI::App& app, Program& program, const Chosen& chosen) {
  {
    auto request = std::make_shared<ShowRequest>();
    auto* command = app.add_subcommand("show", "Show one record with its life as a timeline");
    command->add_option("R", request->path, "The register")->required();
    command->add_option("NUMBER", request->number, "Its number, in any spelling");
    command->add_flag("--history", request->history, "With every change made to it here");
    command->add_flag("--imports", request->imports, "List the imports instead");
    command->add_flag("--quarantine", request->quarantine, "List what was quarantined instead: reason, place and bytes (text, json, tsv)");
    command->add_option("--import", request->import, "With --quarantine: of this import only");
    command->footer("--quarantine --format json gives a line for each record: import, file, record, field, code, reason, and its bytes, in\n"
                    "hexadecimal and as text. Numbers and addresses that reach a person are masked unless --restricted is given.");
    command->callback([&program, chosen, request] {
      if (request->number.empty() && !request->imports && !request->quarantine) throw CLI::RequiredError("NUMBER");
      chosen([&program, request] { return show(program, *request); });
    });
  }
  {
    auto request = std::make_shared<QueryRequest>();
    auto* command = app.add_subcommand("query", "List records by number, owner, class, state, expiry or area. Exit 1 if any is listed");
    command->add_option("R", request->path, "The register")->required();
    command->add_option("--kind", request->kind, "trademark, international or gi");
    command->add_option("--owner", request->owner, "Part of an owner's name");
    command->add_option("--mark", request->mark, "Part of the mark's words");
    command->add_option("--class", request->classes, "Classes, separated by commas");
    command->add_option("--group", request->group, "Similar group, e.g. 2501");
    command->add_option("--status", request->statuses, "States, separated by commas, e.g. registered,in_grace");
    command->add_option("--expires-from", request->expires_from, "Term ends on or after this day");
    command->add_option("--expires-to", request->expires_to, "Term ends on or before this day");
    command->add_option("--area", request->area, "GIs of an area, by code (320614) or name (海门), through all changes of its code");
    command->add_option("--limit", request->limit, "At most so many");
    command->callback([&program, chosen, request] { chosen([&program, request] { return query_register(program, *request); }); });
  }
}

}  // namespace marque::cli
