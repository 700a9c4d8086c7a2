// init, add, record, convert, undo

#include <CLI/CLI.hpp>
#include <memory>

#include "commands.hpp"
#include "import_report.hpp"
#include "marque/interchange/import.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"
#include "marque/interchange/text.hpp"
#include "marque/interchange/visible.hpp"
#include "marque/law/division.hpp"
#include "marque/law/indication.hpp"
#include "marque/law/lifecycle.hpp"
#include "marque/law/linked_records.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

// --- add, record, undo

std::string changes_text(const Program& program, const Change& change) {
  const Entry& entry = change.after ? *change.after : *change.before;
  std::string text = visible(number_of(entry) + " " + words_of(entry)) + "\n";
  if (!change.before) return text + program.say({"  新增\n", "  new\n"});
  if (!change.after) return text + program.say({"  撤回新增\n", "  taken out again\n"});
  for (const FieldChange& field : change.fields()) text += "  " + visible(field.field + ": " + field.before + " → " + field.after) + "\n";
  return text;
}

struct AddRequest {
  std::string path, json, kind = "trademark", number, mark, status = "registered";
  std::string owner, uscc, classes, goods, groups, filed, registered, expires, image, area;
};

/// The options as a row under the headers that import reads: one way in for what is typed and what is imported.
std::string as_csv(const AddRequest& request) {
  const std::vector<std::pair<std::string, std::string>> fields = {
      {"kind", request.kind},     {"number", request.number}, {"mark", request.mark},   {"owner", request.owner},
      {"uscc", request.uscc},     {"classes", request.classes}, {"goods", request.goods}, {"group", request.groups},
      {"status", request.status}, {"filed", request.filed},   {"registered", request.registered},
      {"expires", request.expires}, {"image", request.image}, {"area", request.area}};
  std::string header, row;
  for (const auto& [name, value] : fields) {
    if (value.empty()) continue;
    std::string quoted = "\"";
    for (const char c : value) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    header += (header.empty() ? "" : ",") + name;
    row += (row.empty() ? "" : ",") + quoted + "\"";
  }
  return header + "\n" + row + "\n";
}

std::unique_ptr<RecordReader> reader_of(const AddRequest& request) {
  return need(request.json.empty() ? read_records(as_csv(request), "command line", RecordFormat::csv)
                                   : read_records(request.json + "\n", "command line", RecordFormat::json_lines));
}

int add_record(const Program& program, const AddRequest& request) {
  const Format format = format_of(program, "text json");
  const auto store = open_store(request.path, Access::write);
  const auto record = need(reader_of(request)->next());
  if (!record) throw Failure{{ErrorCode::missing_field, "no record given", {}}};
  const Entry entry = need(record->entry);
  const std::string number = number_of(entry);
  if (need(store->find(number, kind_of(entry)))) throw Failure{{ErrorCode::duplicate, "there is a record with number \"" + number + "\" already", {}}};
  ImportOptions options;
  options.source = "add";
  options.folder = ".";
  options.as_of = as_of(program);
  options.fingerprinter = opencv_fingerprinter(LogoUse::keeping, program.limits.image);
  options.image_limits = program.limits.image;
  const ImportSummary summary = need(import_records(*reader_of(request), *store, options));
  remark_faults(program, summary);
  print(format == Format::json ? json_line("command line", summary) : count_line(program, number, summary));
  return summary.quarantined_count > 0 ? quarantined : done;
}

struct RecordRequest {
  std::string path, number, event, date, party, uscc, until, amount, instrument, classes, goods, designated, received, note;
};

Event event_of(const RecordRequest& request) {
  Event event{need(parse_event_kind(request.event)), need(Date::parse(request.date)), request.instrument, {}, {}, {}, {}, request.note};
  if (!request.party.empty()) {
    Party party;
    party.name = request.party;
    if (!request.uscc.empty()) party.uscc = need(Uscc::parse(request.uscc));
    event.party = party;
  }
  if (!request.until.empty()) event.until = need(Date::parse(request.until));
  if (!request.amount.empty()) event.amount = need(Yuan::parse(request.amount));
  for (const std::string& part : parts_of(request.classes, ',')) event.classes.push_back(need(NiceClass::parse(part)));
  event.goods = parts_of(request.goods, ';');
  event.designated = parts_of(request.designated, ',');
  if (!request.received.empty()) event.received = need(Date::parse(request.received));
  return event;
}

/// A division leaves two records, which are stored together or not at all.
int record_division(const Program& program, Store& store, const Trademark& mark, const Event& event) {
  const DividedApplication division = need(divided(mark, event));
  const std::string part = division.part.number.to_string();
  if (need(store.find(part, EntryKind::trademark))) throw Failure{{ErrorCode::duplicate, "there is a record with number \"" + part + "\" already", {}}};
  const std::vector<NewRecord> records{{division.rest}, {division.part}};
  need(store.put(records, cause_of(program, "record", "division")));
  print(program.language == Language::zh ? mark.number.to_string() + " 分割出 " + part + "\n" : mark.number.to_string() + " divided: " + part + " goes on\n");
  return done;
}

/// Stores records that one event changed, all or none, and tells what it did to each.
int put_linked(const Program& program, Store& store, const std::vector<Change>& changes, const std::string& event) {
  std::vector<NewRecord> records;
  for (const Change& change : changes) records.push_back({*change.after});
  need(store.put(records, cause_of(program, "record", event)));
  for (const Change& change : changes) print(changes_text(program, change));
  return done;
}

int record_transformation(const Program& program, Store& store, EntryId id, const InternationalRegistration& mark, const Event& event) {
  LinkedRecords linked = need(transformed_into(mark, event));
  const std::string number = linked.national.number.to_string();
  if (need(store.find(number, EntryKind::trademark))) throw Failure{{ErrorCode::duplicate, "there is a record with number \"" + number + "\" already", {}}};
  return put_linked(program, store, {{id, mark, std::move(linked.international)}, {{}, {}, std::move(linked.national)}}, "transformation");
}

int record_replacement(const Program& program, Store& store, EntryId id, const InternationalRegistration& mark, const Event& event) {
  const EntryId national = need_record(store, event.instrument);
  const Entry entry = need(store.entry(national));
  const auto* known = std::get_if<Trademark>(&entry);
  if (known == nullptr) throw Failure{Error{ErrorCode::invalid_argument, "\"" + event.instrument + "\" is no national mark"}.in_field("instrument")};
  LinkedRecords linked = need(replaced_by(mark, *known, event));
  return put_linked(program, store, {{id, mark, std::move(linked.international)}, {national, entry, std::move(linked.national)}}, "replacement");
}

/// What the Madrid registrations that rest on a national mark lose with it (Protocol Art. 6(3)).
std::vector<Change> ceasing_here(const Program& program, const Store& store, const Trademark& basic, const Entry& after, const Event& end) {
  std::vector<Change> changes;
  if (status_of(after) == basic.status && scope_of(after) == basic.scope) return changes;
  need(store.for_each(EntryKind::international, [&](EntryId id, const Entry& entry) {
    const auto* mark = std::get_if<InternationalRegistration>(&entry);
    if (mark == nullptr || !rests_on(*mark, basic)) return true;
    const Ceasing ceasing = ceasing_with(*mark, basic, end);
    if (ceasing.event) changes.push_back({id, entry, need(amended(entry, *ceasing.event))});
    if (ceasing.goods_differ)
      remark(program, mark->number.to_string() +
                          program.say({": 失效的商品在国际注册中名称不同，须人工比对（议定书第6条第3款）",
                                       ": goods that ended go by other names here and have to be compared by hand (Protocol Art. 6(3))"}));
    return true;
  }));
  return changes;
}

int record_event(const Program& program, const RecordRequest& request) {
  format_of(program, "text");
  const auto store = open_store(request.path, Access::write);
  const EntryId id = need_record(*store, request.number);
  const Event event = event_of(request);
  const Entry entry = need(store->entry(id));
  const auto* international = std::get_if<InternationalRegistration>(&entry);
  if (international != nullptr && event.kind == EventKind::transformation)
    return record_transformation(program, *store, id, *international, event);
  if (international != nullptr && event.kind == EventKind::replacement)
    return record_replacement(program, *store, id, *international, event);
  if (const auto* mark = std::get_if<Trademark>(&entry)) {
    if (event.kind == EventKind::division) return record_division(program, *store, *mark, event);
    std::vector<Change> changes{{id, entry, need(amended(entry, event))}};
    for (Change& change : ceasing_here(program, *store, *mark, *changes.front().after, event)) changes.push_back(std::move(change));
    if (changes.size() > 1) return put_linked(program, *store, changes, request.event);
  }
  print(changes_text(program, need(store->amend(id, event, cause_of(program, "record", request.event)))));
  return done;
}

struct ConvertRequest {
  std::string path, number, system, registration, authority, date, supersedes;
};

/// The registration that a conversion takes the place of: the one named, else the only one in force that has a number.
std::string superseded_by(const ConvertRequest& request, const GeographicalIndication& indication, Date day) {
  if (!request.supersedes.empty()) return request.supersedes;
  std::vector<std::string> numbers;
  for (const GiRegistration& live : registrations_on(indication, day))
    if (!live.number.empty()) numbers.push_back(live.number);
  return numbers.size() == 1 ? numbers.front() : std::string();
}

int convert_indication(const Program& program, const ConvertRequest& request) {
  format_of(program, "text");
  const auto store = open_store(request.path, Access::write);
  const EntryId id = need_record(*store, request.number);
  const Entry entry = need(store->entry(id));
  const auto* indication = std::get_if<GeographicalIndication>(&entry);
  if (indication == nullptr)
    throw Failure{{ErrorCode::invalid_argument, "\"" + request.number + "\" is no indication", {}, "“" + request.number + "”不是地理标志"}};
  const Date day = need(Date::parse(request.date));
  const GiRegistration into{need(parse_gi_system(request.system)), request.registration, request.authority, day, Status::registered,
                            superseded_by(request, *indication, day)};
  return put_linked(program, *store, {{id, entry, need(converted(*indication, into))}}, "conversion");
}

/// Gives a record the content it had before its last change by hand. The history keeps both the change and its undoing.
int undo_change(const Program& program, const std::string& path, const std::string& number) {
  format_of(program, "text");
  const auto store = open_store(path, Access::write);
  const EntryId id = need_record(*store, number);
  const std::vector<HistoryRow> history = need(store->history(id));
  const HistoryRow& last = history.back();
  if (last.cause.import != 0)
    throw Failure{{ErrorCode::unlawful, "the last change of \"" + number + "\" came with import " + std::to_string(last.cause.import) +
                                            ": marque undo R " + std::to_string(last.cause.import), {},
                   "“" + number + "”的最后一次变动来自导入批次" + std::to_string(last.cause.import) + ": marque undo R " +
                       std::to_string(last.cause.import)}};
  if (!last.change.before || last.cause.action != "record")
    throw Failure{{ErrorCode::unlawful, "the last change of \"" + number + "\" is no event recorded by hand", {},
                   "“" + number + "”的最后一次变动不是人工登记的事件"}};
  const std::vector<NewRecord> records{{*last.change.before}};
  need(store->put(records, cause_of(program, "undo", number + " " + last.cause.detail)));
  print(changes_text(program, {id, last.change.after, last.change.before}));
  return done;
}

int undo_import(const Program& program, const std::string& path, std::uint64_t import) {
  format_of(program, "text");
  const auto store = open_store(path, Access::write);
  const auto changes = need(store->undo(import, cause_of(program, "undo", std::to_string(import))));
  print(program.language == Language::zh ? "撤回导入批次" + std::to_string(import) + "，涉及" + std::to_string(changes.size()) + "条\n"
                                         : "import " + std::to_string(import) + " undone, " + std::to_string(changes.size()) + " records\n");
  return done;
}

}  // namespace

void add_register_commands(CLI::App& app, Program& program, const Chosen& chosen) {
  {
    auto path = std::make_shared<std::string>();
    auto* command = app.add_subcommand("init", "Make a new, empty register file");
    command->add_option("R", *path, "The register to make")->required();
    command->callback([&program, chosen, path] {
      chosen([&program, path] {
        format_of(program, "text");
        need(create_sqlite_store(*path));
        return static_cast<int>(done);
      });
    });
  }
  {
    auto request = std::make_shared<AddRequest>();
    auto* command = app.add_subcommand("add", "Add one record by hand");
    command->add_option("R", request->path, "The register")->required();
    command->add_option("--json", request->json, "The whole record as one line of JSON; else the options below");
    command->add_option("--kind", request->kind, "trademark, international or gi")->capture_default_str();
    command->add_option("--number", request->number, "Its number");
    command->add_option("--mark", request->mark, "The mark's words, or the indication's name");
    command->add_option("--owner", request->owner, "Owner");
    command->add_option("--uscc", request->uscc, "The owner's unified social credit code");
    command->add_option("--class", request->classes, "Classes, separated by commas");
    command->add_option("--goods", request->goods, "Goods, separated by semicolons");
    command->add_option("--group", request->groups, "Similar groups, separated by commas");
    command->add_option("--status", request->status, "State")->capture_default_str();
    command->add_option("--filed", request->filed, "Filing date");
    command->add_option("--registered", request->registered, "Registration date");
    command->add_option("--expires", request->expires, "Last day of the term");
    command->add_option("--image", request->image, "Picture of the mark");
    command->add_option("--area", request->area, "The area of an indication, in words");
    command->callback([&program, chosen, request] { chosen([&program, request] { return add_record(program, *request); }); });
  }
  {
    auto request = std::make_shared<RecordRequest>();
    auto* command = app.add_subcommand("record", "Record an event: assignment, renewal, pledge, cancellation … Nothing is ever deleted");
    command->add_option("R", request->path, "The register")->required();
    command->add_option("NUMBER", request->number, "The record")->required();
    command->add_option("EVENT", request->event, "Kind of event, e.g. renewal or 续展")->required();
    command->add_option("--date", request->date, "Its day")->required();
    command->add_option("--party", request->party, "Assignee, licensee, pledgee, opponent or new name");
    command->add_option("--uscc", request->uscc, "The party's unified social credit code");
    command->add_option("--until", request->until, "End of a licence or pledge");
    command->add_option("--amount", request->amount, "Sum in yuan");
    command->add_option("--instrument", request->instrument, "Gazette issue, decision or contract");
    command->add_option("--class", request->classes, "Only these classes");
    command->add_option("--goods", request->goods, "Only these goods, as the record names them, separated by semicolons");
    command->add_option("--designated", request->designated, "Madrid: the parties concerned, e.g. CN,JP (default: China)");
    command->add_option("--received", request->received, "The day the notice or decision was received, from which most answers count");
    command->add_option("--note", request->note, "A remark");
    std::string kinds =
        "The end of a national mark is recorded for the Madrid registrations that rest on it, too, where they still depend on it. A\n"
        "transformation makes the national application that --instrument numbers; a replacement is recorded with both marks.\n"
        "Events:";
    for (const EventKind kind : all_event_kinds()) kinds += " " + std::string(name_of(kind));
    command->footer(kinds);
    command->callback([&program, chosen, request] { chosen([&program, request] { return record_event(program, *request); }); });
  }
  {
    auto request = std::make_shared<ConvertRequest>();
    auto* command = app.add_subcommand("convert", "Record that an indication passed to another system 转换认定, e.g. from an agricultural one to a GI product");
    command->add_option("R", request->path, "The register")->required();
    command->add_option("NUMBER", request->number, "The indication")->required();
    command->add_option("--system", request->system, "The new system: product, agricultural or foreign")->required();
    command->add_option("--registration", request->registration, "Number of the new registration or announcement")->required();
    command->add_option("--date", request->date, "Its day")->required();
    command->add_option("--authority", request->authority, "Who registered it");
    command->add_option("--supersedes", request->supersedes, "Number of the registration it takes the place of (default: the only one in force)");
    command->footer("Example:\n  marque convert haimen.marque local:云溪银鱼 --system product --registration 第700号公告 --date 2026-03-02");
    command->callback([&program, chosen, request] { chosen([&program, request] { return convert_indication(program, *request); }); });
  }
  {
    auto path = std::make_shared<std::string>(), record = std::make_shared<std::string>();
    auto import = std::make_shared<std::uint64_t>(0);
    auto* command = app.add_subcommand("undo", "Take back an import, or the last event recorded of one record: former content comes back");
    command->add_option("R", *path, "The register")->required();
    auto* which = command->add_option("IMPORT", *import, "Number of the import (marque show R --imports)");
    command->add_option("--record", *record, "Instead: the record whose last recorded event was a mistake")->excludes(which);
    command->footer("Nothing is deleted: the history keeps what was taken back, and the taking back. Of an event that changed several records\n"
                    "(a division, a transformation, the end of a basic mark) each is taken back by itself; a record it made stays.");
    command->callback([&program, chosen, path, import, record, which] {
      if (record->empty() && which->count() == 0) throw CLI::RequiredError("IMPORT or --record");
      chosen([&program, path, import, record] {
        return record->empty() ? undo_import(program, *path, *import) : undo_change(program, *path, *record);
      });
    });
  }
}

}  // namespace marque::cli
