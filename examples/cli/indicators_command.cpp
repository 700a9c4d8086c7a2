// The command indicators.

#include <CLI/CLI.hpp>
#include <memory>

#include "commands.hpp"
#include "marque/interchange/indicators.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

constexpr std::uint64_t plan_bytes = 1u << 20;

struct IndicatorsRequest {
  std::string path, plan, drill;
  int year = 0;
};

std::vector<Indicator> counted(const Program& program, const Plan& plan, const IndicatorsRequest& request) {
  const auto store = open_store(request.path, Access::read);
  IndicatorBuilder builder(plan, as_of(program), request.year != 0 ? std::optional(request.year) : std::nullopt);
  const std::uint64_t total = need(store->size());
  const Progress progress = progress_bar(program, program.say({"统计", "counting"}), program.say({"条", "records"}));
  std::uint64_t count = 0;
  need(store->for_each([&](EntryId, const Entry& entry) {
    builder.add(entry);
    return progress.advance(++count, total);
  }));
  if (was_interrupted()) throw Failure{{ErrorCode::cancelled, "interrupted", {}}};
  return std::move(builder).finish();
}

int drill_down(const Program& program, Format format, const Plan& plan, std::vector<Indicator> indicators, const std::string& id) {
  std::erase_if(indicators, [&](const Indicator& one) { return name_of(one.plan.kind) != id && chinese_of(one.plan.kind) != id; });
  if (indicators.empty()) throw Failure{{ErrorCode::not_found, "the plan has no indicator \"" + id + "\"", {}}};
  switch (format) {
    case Format::json: print(to_json(indicators, plan, as_of(program), program.language, true) + "\n"); break;
    case Format::tsv: print(to_tsv(indicators.front(), program.language)); break;
    default: print(to_text(indicators.front(), program.language));
  }
  return done;
}

int show_indicators(const Program& program, const IndicatorsRequest& request) {
  const Format format = format_of(program, "text json tsv");
  const Plan plan = request.plan.empty() ? default_plan() : need(parse_plan(read_file(request.plan, plan_bytes), request.plan));
  std::vector<Indicator> indicators = counted(program, plan, request);
  if (!request.drill.empty()) return drill_down(program, format, plan, std::move(indicators), request.drill);
  switch (format) {
    case Format::json: print(to_json(indicators, plan, as_of(program), program.language, false) + "\n"); break;
    case Format::tsv: print(to_tsv(indicators)); break;
    default: print(to_text(indicators, plan, as_of(program), program.language));
  }
  return done;
}

}  // namespace

void add_indicators_command(CLI::App& app, Program& program, const Chosen& chosen) {
  auto request = std::make_shared<IndicatorsRequest>();
  auto* command = app.add_subcommand("indicators", "A plan's targets against what the records say, as of a day");
  command->add_option("R", request->path, "The register")->required();
  command->add_option("--plan", request->plan, "The plan: lines of indicator, baseline, target, by, source, with tabs between (default: every indicator but holders_per_10000, which needs the number of enterprises; no targets)");
  command->add_option("--drill", request->drill, "The records one indicator is made of, and those that lack the figure");
  command->add_option("--year", request->year, "Year of the yearly figures (default: sales of the last full year, pledges of this year)")->check(CLI::Range(1980, 2200));
  command->footer("Examples:\n  marque indicators haimen.marque --plan plan.tsv --as-of 2026-11-22 --lang zh\n"
                  "  marque indicators haimen.marque --plan plan.tsv --drill pledge_sum --format tsv\n"
                  "Indicators: marks madrid well_known indications gi_users gi_sales pledge_sum pledges_in_force holders holders_per_10000.\n"
                  "In tsv: id value unit baseline target by progress missing bound; with --drill: id number mark value why. bound is exact, at_least (some\n"
                  "records lack the figure) or unknown (all that belong to it do; the value is then empty, never 0).\n"
                  "Values are computed from records, never read from the plan. The number of enterprises is the plan's own (row enterprises).");
  command->callback([&program, chosen, request] { chosen([&program, request] { return show_indicators(program, *request); }); });
}

}  // namespace marque::cli
