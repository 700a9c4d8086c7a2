// import, export

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <memory>

#include "commands.hpp"
#include "import_report.hpp"
#include "marque/interchange/csv.hpp"
#include "marque/interchange/import.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/record_reader.hpp"
#include "marque/interchange/st96.hpp"
#include "marque/interchange/xlsx.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/model/privacy.hpp"
#include "marque/store/table_file.hpp"
#include "output_file.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

std::string folder_of(const std::string& file) {
  const auto folder = std::filesystem::path(file).parent_path();
  return folder.empty() ? "." : folder.string();
}

// --- import

struct ImportRequest {
  std::string path, from;
  std::vector<std::string> files;
  bool strict = false, resume = false;
};

ImportSummary import_file(const Program& program, Store& store, const std::string& file, const ImportRequest& request) {
  std::optional<RecordFormat> format;
  if (!request.from.empty()) format = need(parse_record_format(request.from));
  auto reader = need(open_records(file, format, program.limits.document));
  ImportOptions options;
  options.source = file;
  options.folder = folder_of(file);
  options.as_of = as_of(program);
  options.fingerprinter = opencv_fingerprinter(LogoUse::keeping, program.limits.image);
  options.image_limits = program.limits.image;
  options.batch = program.limits.store.transaction_records;
  options.strict = request.strict;
  options.content = content_of(file);
  if (request.resume) {
    options.resume = need(unfinished_import(store, options.content));
    if (!options.resume)
      throw Failure{Error{ErrorCode::not_found, "no import of this file was stopped, so there is nothing to go on with"}.in_file(file)};
    remark(program, file + program.say({": 从第 ", ": going on behind record "}) + std::to_string(options.resume->read) +
                        program.say({" 条记录之后继续", ""}));
  }
  return need(import_records(*reader, store, options, progress_bar(program, file, program.say({"字节", "bytes"}))));
}

int import_all(const Program& program, const ImportRequest& request) {
  const Format format = format_of(program, "text json");
  const auto store = open_store(request.path, Access::write);
  bool any_lost = false;
  for (const std::string& file : request.files) {
    const ImportSummary summary = import_file(program, *store, file, request);
    print(format == Format::json ? json_line(file, summary) : count_line(program, file, summary));
    remark_faults(program, summary);
    any_lost |= summary.quarantined_count > 0 || summary.stopped_by;
    if (summary.stopped_by && request.strict) break;
  }
  return any_lost ? quarantined : done;
}

// --- export

struct ExportRequest {
  std::string path, person;
  bool no_bom = false, no_guard = false;
};

/// Hands every record, or those of one person, as it may be shown to `write`, with progress.
int each_record(const Program& program, const Store& store, const std::string& person, const std::function<void(const Entry&)>& write) {
  const Progress progress = progress_bar(program, program.say({"导出", "exporting"}), program.say({"条记录", "records"}));
  const std::uint64_t total = need(store.size());
  std::uint64_t count = 0;
  need(store.for_each([&](EntryId, const Entry& entry) {
    if (person.empty() || concerns(entry, person)) write(shown(program, entry));
    progress.advance(++count, total);
    return !was_interrupted();
  }));
  return was_interrupted() ? interrupted : done;
}

int export_json(const Program& program, const Store& store, const ExportRequest& request) {
  return each_record(program, store, request.person, [](const Entry& entry) { print(to_json(entry) + "\n"); });
}

int export_csv(const Program& program, const Store& store, const ExportRequest& request) {
  if (!request.no_bom) print(csv_byte_order_mark);
  print(to_csv_header(program.language));
  const FormulaGuard guard = request.no_guard ? FormulaGuard::off : FormulaGuard::on;
  return each_record(program, store, request.person, [&](const Entry& entry) { print(to_csv_row(entry, program.language, guard)); });
}

int export_xlsx(const Program& program, const Store& store, const ExportRequest& request) {
  OutputFile file("export.xlsx");
  XlsxWriter writer = need(XlsxWriter::create(file.path(), record_table_header(program.language)));
  const int ended = each_record(program, store, request.person, [&](const Entry& entry) { need(writer.add(entry, program.language)); });
  if (ended != done) return ended;
  need(writer.finish());
  if (writer.cut_cells() > 0)
    remark(program, std::to_string(writer.cut_cells()) +
                        program.say({" 个单元格超过 32767 字，已截断", " cells were longer than 32,767 characters and were cut"}));
  file.print();
  return done;
}

int export_st96(const Program& program, const Store& store, const ExportRequest& request) {
  std::uint64_t left_out = 0;
  print(st96_header());
  const int ended = each_record(program, store, request.person, [&](const Entry& entry) {
    const Result<std::string> element = to_st96(entry);
    if (element) return print(*element);
    ++left_out;
    remark(program, to_string(element.error(), program.language));
  });
  print(st96_footer());
  if (left_out > 0)
    remark(program, std::to_string(left_out) + program.say({" 条记录无法用 ST.96 表达，未导出", " records cannot stand in ST.96, and were left out"}));
  return ended;
}

int export_sqlite(const Program& program, const Store& store, const ExportRequest& request) {
  if (!request.person.empty()) throw Failure{{ErrorCode::invalid_argument, "one person's records are given as json, csv, xlsx or st96", {}}};
  const OutputFile file("export.sqlite");
  need(write_table_file(store, file.path(),
                        progress_bar(program, program.say({"导出", "exporting"}), program.say({"条记录", "records"})),
                        program.restricted ? Disclosure::restricted : Disclosure::none));
  file.print();
  return done;
}

int export_all(const Program& program, const ExportRequest& request) {
  const Format format = format_of(program, "json csv xlsx st96 sqlite", Format::json);
  const auto store = open_store(request.path, Access::read);
  switch (format) {
    case Format::csv: return export_csv(program, *store, request);
    case Format::xlsx: return export_xlsx(program, *store, request);
    case Format::st96: return export_st96(program, *store, request);
    case Format::sqlite: return export_sqlite(program, *store, request);
    default: return export_json(program, *store, request);
  }
}

}  // namespace

void add_exchange_commands(CLI::App& app, Program& program, const Chosen& chosen) {
  {
    auto request = std::make_shared<ImportRequest>();
    auto* command = app.add_subcommand("import", "Take in records: JSON Lines, tables (CSV, XLSX), agencies' JSON, USPTO, WIPO ST.96 and ST.66; also in a ZIP");
    command->add_option("R", request->path, "The register")->required();
    command->add_option("FILE", request->files, "Files to import")->required();
    command->add_option("--from", request->from, "Format of the files, where it should not be guessed: json csv xlsx agency uspto st96 st66");
    command->add_flag("--strict", request->strict, "Stop at the first record that cannot be stored; what came before it stays");
    command->add_flag("--resume", request->resume, "Go on with an import of the same, unchanged file that was stopped, interrupted or killed, behind what it committed");
    command->footer("Bad records are quarantined one by one with row, field, reason and bytes; good ones are kept. Exit 3 if any was.\n"
                    "Tables may have Chinese or English headers, in UTF-8 or GB18030. A later import changes what it gives, empties what\n"
                    "it gives as empty (\"\" or [] in JSON, an empty element in XML; 无 or N/A in a table, whose empty cells say nothing), and leaves what\n"
                    "it does not give.\n"
                    "Importing the same file again changes nothing; `marque undo R IMPORT` takes an import back.");
    command->callback([&program, chosen, request] { chosen([&program, request] { return import_all(program, *request); }); });
  }
  {
    auto request = std::make_shared<ExportRequest>();
    auto* command = app.add_subcommand("export", "Write every record: --format json (JSON Lines, the default), csv, xlsx, st96 or sqlite");
    command->add_option("R", request->path, "The register")->required();
    command->add_option("--person", request->person, "Only the records that a person or body of this name is party to; with --restricted all that is held of them");
    command->add_flag("--no-bom", request->no_bom, "CSV without the byte order mark that spreadsheets need for Chinese");
    command->add_flag("--no-formula-guard", request->no_guard, "CSV for programs: no apostrophe before cells that a spreadsheet would run");
    command->footer("Examples:\n  marque export haimen.marque > haimen.jsonl\n  marque export haimen.marque --format xlsx --lang zh > haimen.xlsx");
    command->callback([&program, chosen, request] { chosen([&program, request] { return export_all(program, *request); }); });
  }
}

}  // namespace marque::cli
