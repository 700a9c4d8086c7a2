// The commands goods and bundle, and the goods table of every command that compares goods.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "commands.hpp"
#include "marque/grounds/assignment.hpp"
#include "marque/interchange/goods_table.hpp"
#include "marque/interchange/json_writer.hpp"
#include "marque/interchange/text.hpp"
#include "marque/law/law_version.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

constexpr std::uint64_t table_bytes = 64u << 20;
constexpr std::size_t errors_shown = 20;

GoodsTable read_tables(const Program& program, const std::vector<std::string>& paths, bool told) {
  std::vector<GoodsEdition> editions;
  for (const std::string& path : paths) {
    GoodsTableRead read = need(read_goods_table(read_file(path, table_bytes), path));
    if (read.bad_count > 0 && told) {
      for (std::size_t i = 0; i < std::min(errors_shown, read.bad.size()); ++i) remark(program, to_string(read.bad[i], program.language));
      remark(program, path + ": " + std::to_string(read.bad_count) + program.say({" 行或注未能读取，已略过", " rows or notes could not be read and were left out"}));
    }
    editions.push_back(std::move(read.edition));
  }
  return GoodsTable(std::move(editions));
}

// --- goods

struct GoodsRequest {
  std::vector<std::string> texts;
  std::string nice_class, compare;
  std::size_t top = 5;
};

std::vector<std::string> match_row(const std::string& text, const GoodsMatch& match) {
  char score[16];
  std::snprintf(score, sizeof score, "%.2f", static_cast<double>(match.score));
  return {text, match.item.code, match.item.group.to_string(), match.item.section != 0 ? std::to_string(match.item.section) : "",
          match.item.name, score};
}

/// Rows as `format` has them: the JSON that says the same, rows for scripts, or a table.
void print_rows(Format format, JsonWriter json, const std::vector<std::vector<std::string>>& rows, const std::vector<std::string>& titles) {
  if (format == Format::json) return print(std::move(json).text() + "\n");
  if (format != Format::tsv) return print(to_table(titles, rows));
  for (const auto& row : rows) print(tsv_row(row));
}

int find_goods(const Program& program, const GoodsRequest& request) {
  const Format format = format_of(program, "text tsv json");
  const GoodsTable table = goods_table_of(program);
  if (table.empty()) throw Failure{{ErrorCode::invalid_argument, "no goods table: give one with --goods-table FILE or MARQUE_GOODS_TABLE", {}}};
  std::optional<NiceClass> in_class;
  if (!request.nice_class.empty()) in_class = need(NiceClass::parse(request.nice_class));
  std::vector<std::vector<std::string>> rows;
  JsonWriter out;
  out.begin_array();
  for (const std::string& text : request.texts)
    for (const GoodsMatch& match : table.find(text, in_class, request.top)) {
      rows.push_back(match_row(text, match));
      out.begin_object().key("text").string(text).key("code").string(match.item.code).key("group").string(match.item.group.to_string());
      if (match.item.section != 0) out.key("section").integer(match.item.section);
      out.key("name").string(match.item.name).key("score").score(match.score).key("certain").boolean(match.score >= 1).end_object();
    }
  out.end_array();
  print_rows(format, std::move(out), rows,
             program.language == Language::zh ? std::vector<std::string>{"查", "编码", "类似群", "部分", "项目", "接近"}
                                              : std::vector<std::string>{"Text", "Code", "Group", "Section", "Item", "Closeness"});
  if (format == Format::text)
    print(program.say({"接近为1的是规范项目，其余为按文字检索所得，须人工确认。\n",
                       "1.00 is an item of the table; everything below was found by its words and needs a person's look.\n"}));
  return rows.empty() ? done : listed;
}

// --- bundle

struct BundleRequest {
  std::string path, number;
};

int show_bundle(const Program& program, const BundleRequest& request) {
  const Format format = format_of(program, "text tsv json");
  const auto store = open_store(request.path, Access::read);
  const EntryId id = need_record(*store, request.number);
  const Entry entry = need(store->entry(id));
  const auto* assigned = std::get_if<Trademark>(&entry);
  if (assigned == nullptr) throw Failure{{ErrorCode::invalid_argument, "only a national mark is assigned under Art. 42", {}}};
  std::vector<Entry> others;
  need(store->for_each([&](EntryId other, const Entry& candidate) {
    const auto* mark = std::get_if<Trademark>(&candidate);
    if (mark != nullptr && other != id && share_party(mark->owners, assigned->owners)) others.push_back(candidate);
    return !was_interrupted();
  }));
  if (was_interrupted()) throw Failure{{ErrorCode::cancelled, "interrupted", {}}};
  const auto bundle = assignment_bundle(*assigned, others, as_of(program), goods_table_of(program, request.path));
  const bool zh = program.language == Language::zh;
  std::vector<std::vector<std::string>> rows;
  JsonWriter out;
  out.begin_array();
  for (const BundledMark& one : bundle) {
    rows.push_back({one.number, one.mark, std::string(name_of(one.verdict)), std::string(zh ? chinese_of(one.goods.relation) : name_of(one.goods.relation)),
                    one.certain ? (zh ? "是" : "yes") : (zh ? "待核" : "to be looked at")});
    out.begin_object().key("number").string(one.number).key("mark").string(one.mark).key("verdict").string(name_of(one.verdict));
    out.key("goods").string(name_of(one.goods.relation)).key("certain").boolean(one.certain).end_object();
  }
  out.end_array();
  print_rows(format, std::move(out), rows,
             zh ? std::vector<std::string>{"注册号", "商标", "标志", "商品", "须一并转让"}
                : std::vector<std::string>{"Number", "Mark", "Signs", "Goods", "Must move along"});
  if (format == Format::text) print(cited(law_in_force(as_of(program)), "42(2)") + "\n");
  return bundle.empty() ? done : listed;
}

}  // namespace

GoodsTable goods_table_of(const Program& program, const std::string& register_path) {
  std::vector<std::string> paths = program.goods_tables;
  if (paths.empty() && !register_path.empty()) {
    const std::string beside = register_path + ".goods";
    std::error_code error;
    if (std::filesystem::is_regular_file(beside, error)) paths.push_back(beside);
  }
  return read_tables(program, paths, !program.quiet);
}

void add_goods_commands(CLI::App& app, Program& program, const Chosen& chosen) {
  auto goods = std::make_shared<GoodsRequest>();
  auto* command = app.add_subcommand("goods", "Items of the goods table 区分表 nearest to a text. Exit 1 if any is listed");
  command->add_option("TEXT", goods->texts, "Goods or services, e.g. 服装")->required();
  command->add_option("--class", goods->nice_class, "In this class only");
  command->add_option("--top", goods->top, "Items for each text")->capture_default_str()->check(CLI::Range(1, 1000));
  command->footer("The table is yours: --goods-table FILE (JSON, JSON Lines or text as printed; several for several editions).\n"
                  "Example:\n  marque goods 山羊 羊肉 --goods-table ncl13-2026.jsonl --class 31\n"
                  "In tsv: text code group section name closeness.");
  command->callback([&program, chosen, goods] { chosen([&program, goods] { return find_goods(program, *goods); }); });

  auto bundle = std::make_shared<BundleRequest>();
  auto* bundled = app.add_subcommand("bundle", "What must be assigned together with a mark (Art. 42). Exit 1 if any is listed");
  bundled->add_option("R", bundle->path, "The register")->required();
  bundled->add_option("NUMBER", bundle->number, "The mark to be assigned")->required();
  bundled->footer("Example:\n  marque bundle haimen.marque 99980001 --as-of 2026-11-22\nIn tsv: number mark signs goods must-move-along.");
  bundled->callback([&program, chosen, bundle] { chosen([&program, bundle] { return show_bundle(program, *bundle); }); });
}

}  // namespace marque::cli
