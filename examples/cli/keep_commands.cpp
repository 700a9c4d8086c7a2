// verify, backup, restore, doctor, erase: a register kept sound

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "commands.hpp"
#include "marque/base/version.hpp"
#include "marque/interchange/text.hpp"
#include "marque/store/durability.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

/// How the index beside a register stands: a cache, so that being stale or of an older make is no fault of the register.
enum class IndexState { none, stale, sound, corrupt };

struct IndexFacts {
  IndexState state = IndexState::none;
  std::string fault{};
};

/// Reads the whole index and compares its checksums.
IndexFacts index_of(const Program& program, const Store& store, const std::string& path) {
  const auto index = CandidateIndex::open(path + ".index");
  if (!index && index.error().code == ErrorCode::not_found) return {};
  if (!index && index.error().code != ErrorCode::corrupt) return {IndexState::stale, {}};
  const auto sound = index ? index->verify() : Result<void>(index.error());
  if (!sound) return {IndexState::corrupt, to_string(sound.error(), program.language)};
  return {index->key() == need(store.stamp()) ? IndexState::sound : IndexState::stale, {}};
}

std::string index_text(const Program& program, const IndexFacts& facts) {
  switch (facts.state) {
    case IndexState::none:
      return program.say({"尚无，首次查询时建立", "none yet; made at the first check"});
    case IndexState::stale:
      return program.say({"完好，下次查询时更新", "sound; to be brought up to date at the next check"});
    case IndexState::sound:
      return program.say({"完好、最新", "sound and up to date"});
    case IndexState::corrupt:
      break;
  }
  return program.say({"已损坏，请删除该文件，下次查询时重建：", "damaged: remove the file, and the next check makes it anew: "}) + facts.fault;
}

int verify_register(const Program& program, const std::string& path) {
  format_of(program, "text");
  const auto store = open_store(path, Access::read);
  need(store->verify(progress_bar(program, program.say({"核验", "verifying"}), program.say({"条", "records"}))));
  print(path + ": " + std::to_string(need(store->size())) +
        program.say({" 条记录，页面、记录、图样与历史链完好\n", " records; pages, records, pictures and history chain are sound\n"}));
  const IndexFacts index = index_of(program, *store, path);
  if (index.state != IndexState::none) print(path + ".index: " + index_text(program, index) + "\n");
  return index.state == IndexState::corrupt ? damaged : done;
}

// --- doctor

using Rows = std::vector<std::vector<std::string>>;

/// What is beside the register, and whether it may stay there.
void add_files(const Program& program, const std::string& path, Rows& rows) {
  std::error_code absent;
  const auto log = std::filesystem::file_size(path + "-wal", absent);
  if (!absent && log > 0)
    rows.push_back({program.say({"日志", "log"}), std::to_string(log) + program.say({" 字节待并入登记库（下次写入时）", " bytes, moved into the register by the next writer"})});
  const auto mode = std::filesystem::status(path).permissions();
  using enum std::filesystem::perms;
  if ((mode & (group_read | others_read)) != none)
    rows.push_back({program.say({"权限", "rights"}), program.say({"其他用户可读", "other users can read it"})});
}

void add_imports(const Program& program, const Store& store, Rows& rows) {
  std::uint64_t quarantined_records = 0;
  std::string open;
  for (const ImportInfo& info : need(store.imports())) {
    quarantined_records += info.quarantined;
    if (!info.finished && !info.undone) open += " " + std::to_string(info.number);
  }
  if (quarantined_records > 0)
    rows.push_back({program.say({"隔离", "quarantined"}), std::to_string(quarantined_records) + program.say({" (marque show R --quarantine)", " (marque show R --quarantine)"})});
  if (!open.empty()) rows.push_back({program.say({"未完成的导入", "unfinished imports"}), open.substr(1)});
}

int add_register(const Program& program, const std::string& path, Rows& rows) {
  const auto store = open_store(path, Access::read);
  rows.push_back({program.say({"登记库", "register"}), path});
  rows.push_back({program.say({"记录", "records"}), std::to_string(need(store->size()))});
  rows.push_back({program.say({"修订号", "revision"}), std::to_string(need(store->revision()))});
  add_imports(program, *store, rows);
  add_files(program, path, rows);
  const auto sound = store->verify();
  rows.push_back({program.say({"核验", "verify"}), sound ? program.say({"完好", "sound"}) : to_string(sound.error(), program.language)});
  const IndexFacts index = index_of(program, *store, path);
  rows.push_back({program.say({"索引", "index"}), index_text(program, index)});
  if (!sound) return exit_code_of(sound.error());
  return index.state == IndexState::corrupt ? damaged : done;
}

int list_limits(const Program& program) {
  format_of(program, "text");
  Rows rows;
  for (const LimitInfo& info : limit_table())
    rows.push_back({std::string(info.name), std::to_string(limit_value(program.limits, info.name)), std::to_string(info.standard),
                    std::to_string(info.ceiling), info.what.in(program.language)});
  print(to_table({program.say({"限度", "limit"}), program.say({"现值", "now"}), program.say({"缺省", "standard"}), program.say({"最大", "at most"}),
                  program.say({"含义", "of"})},
                 rows));
  return done;
}

int doctor(const Program& program, const std::string& path) {
  format_of(program, "text");
  Rows rows;
  rows.push_back({"marque", std::string(version())});
  rows.push_back({"SQLite", sqlite_version() + program.say({"（单一写入连接，避开WAL重置缺陷）", " (one writing connection: clear of the WAL-reset fault)"})});
  rows.push_back({program.say({"时钟", "clock"}), as_of(program).to_string()});
  const int code = path.empty() ? static_cast<int>(done) : add_register(program, path, rows);
  print(to_table({program.say({"项目", "what"}), program.say({"情况", "state"})}, rows));
  print(program.say({"\n登记库的承诺：\n", "\nWhat a register promises:\n"}));
  int number = 0;
  for (const Bilingual& clause : durability_contract()) print(std::to_string(++number) + ". " + clause.in(program.language) + "\n");
  return code;
}

// --- erase

int erase(const Program& program, const std::string& path, const std::string& person) {
  format_of(program, "text");
  const auto store = open_store(path, Access::write);
  const Erased erased = need(store->erase_restricted(person, cause_of(program, "erase")));
  const auto count = [](std::uint64_t value) { return std::to_string(value); };
  print(program.language == Language::zh
            ? "已从" + count(erased.records) + "条记录（历史" + count(erased.history_rows) + "行）和" + count(erased.quarantined) + "条隔离记录中删除\n"
            : "erased from " + count(erased.records) + " records (" + count(erased.history_rows) + " rows of their history) and " +
                  count(erased.quarantined) + " quarantined records\n");
  if (!erased.log_emptied)
    remark(program, program.say({"有读者在用，旧页面留在日志中，直到下次写入结束", "a reader keeps older pages in the log until the next writer closes"}));
  remark(program, program.say({"备份和原始文件不受影响，请一并处理", "backups and the files that were imported are not reached: see to them, too"}));
  return done;
}

}  // namespace

void add_keep_commands(CLI::App& app, Program& program, const Chosen& chosen) {
  const auto with_path = [&](const char* name, const char* text, auto body) {
    auto path = std::make_shared<std::string>();
    auto* command = app.add_subcommand(name, text);
    command->add_option("R", *path, "The register")->required();
    command->callback([&program, chosen, path, body] { chosen([&program, path, body] { return body(program, *path); }); });
  };
  with_path("verify", "Check pages, records, pictures, the history's hash chain, and the index beside it. Exit 4 if damaged", verify_register);
  auto examined = std::make_shared<std::string>();
  auto limits = std::make_shared<bool>(false);
  auto* doctor_command = app.add_subcommand("doctor", "Say what this program is, in what state a register is, and what registers promise");
  doctor_command->add_option("R", *examined, "The register");
  doctor_command->add_flag("--limits", *limits, "List the bounds on untrusted input instead, as --limit NAME=VALUE sets them");
  doctor_command->callback(
      [&program, chosen, examined, limits] { chosen([&program, examined, limits] { return *limits ? list_limits(program) : doctor(program, *examined); }); });
  const auto with_two = [&](const char* name, const char* text, const char* option, const char* what, auto body) {
    auto path = std::make_shared<std::string>(), other = std::make_shared<std::string>();
    auto* command = app.add_subcommand(name, text);
    command->add_option("R", *path, "The register")->required();
    command->add_option(option, *other, what)->required();
    command->callback([&program, chosen, path, other, body] {
      chosen([&program, path, other, body] { return body(program, *path, *other); });
    });
    return command;
  };
  with_two("backup", "Copy a register while others read and write it", "FILE", "The copy to make; must not exist",
           [](const Program& given, const std::string& path, const std::string& to) {
             format_of(given, "text");
             need(open_store(path, Access::read)->backup(to));
             return static_cast<int>(done);
           })
      ->footer("The copy is a register. `marque restore R FILE` puts it in R's place.");
  with_two("restore", "Put a copy made by backup in a register's place", "FILE", "The copy; it stays",
           [](const Program& given, const std::string& path, const std::string& from) {
             format_of(given, "text");
             const std::string kept =
                 need(restore_sqlite_store(path, from, progress_bar(given, given.say({"核验", "verifying"}), given.say({"条", "records"}))));
             if (!kept.empty()) remark(given, given.say({"原登记库保存为 ", "the former register is kept as "}) + kept);
             return static_cast<int>(done);
           })
      ->footer("The copy is verified first. R may be damaged or missing. What stands beside R (R-wal, R-shm) is dealt with: never put a copy\n"
               "there by cp or mv, because a log that stayed would be taken for the copy's. Refused (exit 5) while somebody reads or writes R.");
  with_two("erase", "Erase what is restricted (telephones, e-mail, identity numbers) of one person", "--person",
           "Name, as it stands in the records", erase)
      ->footer("The records and their history stay, and the hash chain still holds; what was restricted is gone from records, history,\n"
               "quarantine and the file's pages. Names, addresses and agents are gazetted and stay. Before it, `marque export R --person NAME\n"
               "--restricted` gives that person what is held.");
}

}  // namespace marque::cli
