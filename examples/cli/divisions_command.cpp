// divisions: a list of administrative divisions against the one that marque carries

#include <CLI/CLI.hpp>
#include <memory>

#include "commands.hpp"
#include "marque/interchange/division_list.hpp"
#include "marque/interchange/text.hpp"

namespace marque::cli {

namespace {

constexpr std::uint64_t list_bytes = 64u << 20;
constexpr std::size_t errors_shown = 20;

/// How a division of the list stands to what marque carries; empty where it is the same.
std::string news_in(const Program& program, const Division& division) {
  const auto known = division.to == 0 ? division_of(division.code) : division_of(division.code, division.to - 1);
  if (!known) return program.say({"未收录", "not carried"});
  if (known->name != division.name) return program.say({"所收名称为 ", "carried as "}) + known->name;
  if (known->to != division.to) return program.say({"所收止年为 ", "carried until "}) + (known->to == 0 ? program.say({"今", "today"}) : std::to_string(known->to));
  return {};
}

int compare_divisions(const Program& program, const std::string& path) {
  const Format format = format_of(program, "text tsv");
  const DivisionsRead read = need(read_division_list(read_file(path, list_bytes), path, program.limits.document));
  for (std::size_t i = 0; i < std::min(errors_shown, read.bad.size()); ++i) remark(program, to_string(read.bad[i], program.language));
  std::vector<std::vector<std::string>> rows;
  for (const Division& division : read.divisions) {
    const std::string news = news_in(program, division);
    if (news.empty()) continue;
    const auto year = [](int value) { return value == 0 ? std::string() : std::to_string(value); };
    rows.push_back({division.code.to_string(), division.name, year(division.from), year(division.to), news});
  }
  if (format == Format::tsv) {
    for (const auto& row : rows) print(tsv_row(row));
  } else if (!rows.empty()) {
    print(to_table({program.say({"代码", "code"}), program.say({"名称", "name"}), program.say({"启用", "from"}), program.say({"弃用", "to"}), ""}, rows));
  }
  const auto count = [](std::uint64_t value) { return std::to_string(value); };
  remark(program, program.language == Language::zh
                      ? path + ": 读取" + count(read.divisions.size()) + "个区划，与所收不同" + count(rows.size()) + "个，县级以下" + count(read.below_county) + "个，未能读取" + count(read.bad_count) + "行"
                      : path + ": " + count(read.divisions.size()) + " divisions read, " + count(rows.size()) + " other than carried, " + count(read.below_county) +
                            " below the county, " + count(read.bad_count) + " rows not read");
  return read.bad_count > 0 ? quarantined : done;
}

}  // namespace

void add_divisions_command(CLI::App& app, Program& program, const Chosen& chosen) {
  auto path = std::make_shared<std::string>();
  auto* command = app.add_subcommand("divisions", "Read a list of administrative divisions 行政区划 and say where it differs from the one that marque carries");
  command->add_option("FILE", *path, "A table with the columns 代码 (code) and 名称 (name), and 启用时间, 变更/弃用时间, 新代码 where it has them")->required();
  command->footer("Place names in marks, areas of indications and codes of parties are looked up in the list that marque carries (1981-2024). Exit 3\n"
                  "where a row could not be read.");
  command->callback([&program, chosen, path] { chosen([&program, path] { return compare_divisions(program, *path); }); });
}

}  // namespace marque::cli
