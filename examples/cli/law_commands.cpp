// deadline, docket

#include <CLI/CLI.hpp>
#include <memory>

#include "commands.hpp"
#include "marque/base/limits.hpp"
#include "marque/docket/docket.hpp"
#include "marque/interchange/docket.hpp"
#include "marque/interchange/holidays.hpp"
#include "marque/interchange/json_writer.hpp"
#include "marque/interchange/text.hpp"
#include "marque/law/deadline.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

// --- deadline

constexpr std::uint64_t longest_table = 1 << 20;

struct DeadlineRequest {
  std::vector<std::string> words;   ///< KIND, of one word or more, and DATE
  std::vector<std::string> holidays;
};

Holidays holidays_of(const std::vector<std::string>& paths) {
  Holidays holidays = Holidays::of_china();
  for (const std::string& path : paths) holidays = holidays.joined_with(need(read_holidays(read_file(path, longest_table), path)));
  return holidays;
}

const Period& period_of(const DeadlineRequest& request) {
  std::string kind;
  for (std::size_t i = 0; i + 1 < request.words.size(); ++i) kind += (i > 0 ? " " : "") + request.words[i];
  const Period* period = find_period(kind);
  if (period == nullptr)
    throw Failure{Error{ErrorCode::invalid_argument, "no period \"" + kind + "\"; `marque deadline --help` lists them"}.in_field("KIND")};
  return *period;
}

Date start_of(const DeadlineRequest& request) {
  const auto date = Date::parse(request.words.back());
  if (!date) throw Failure{date.error().in_field("DATE")};
  return *date;
}

std::string text_of(const std::optional<Date>& date) { return date ? date->to_string() : std::string(); }

std::string json_of(const Program& program, const Deadline& found, const Holidays& holidays) {
  JsonWriter out;
  const auto day = [&](std::string_view name, const std::optional<Date>& date) {
    if (date) out.key(name).string(date->to_string());
  };
  out.begin_object().key("end");
  if (found.end) out.string(found.end->to_string());
  else out.null();
  out.key("rule").string(found.period->id).key("law").string(law_of(found));
  if (found.moved()) out.key("moved_by").string(program.say(moved_by(found, holidays)));
  day("opens", found.opens);
  day("grace_end", found.grace_end);
  out.key("conservative_end");
  if (found.conservative_end) out.string(found.conservative_end->to_string());
  else out.null();
  out.key("calendar").string(found.calendar_known ? "known" : "unknown");
  if (found.caution != Caution::none) out.key("caution").string(name_of(found.caution));
  out.key("name").string(found.period->names.front()).key("name_zh").string(found.period->chinese);
  out.key("kind").string(name_of(found.period->kind)).key("start").string(found.start.to_string());
  out.key("starts").string(program.language == Language::zh ? found.rule->starts_zh : found.rule->starts);
  out.key("provision").string(provision_of(found));
  out.key("verified").string(found.assumed ? "assumed" : name_of(found.rule->verified)).key("source").string(found.rule->source);
  out.key("explanation").string(program.say(explain(found, holidays))).end_object();
  return std::move(out).text() + "\n";
}

Bilingual kind_text(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::hard: return {"不可错过，逾期失权", "hard: missed, a right is lost"};
    case PeriodKind::window: return {"可选，无所谓逾期", "optional window: nobody need use it"};
    case PeriodKind::effect: return {"法律效果之日，无须办理", "an effect of the law: nobody need act"};
  }
  return {};
}

std::string text_of(const Program& program, const Deadline& found, const Holidays& holidays) {
  std::vector<std::vector<std::string>> rows;
  const auto row = [&](const Bilingual& name, std::string value) {
    if (!value.empty()) rows.push_back({program.say(name), std::move(value)});
  };
  row({"起算", "from"}, found.start.to_string() + "  " + std::string(program.language == Language::zh ? found.rule->starts_zh : found.rule->starts));
  row({"最早", "opens"}, text_of(found.opens));
  row({"届满", "end"}, found.end ? found.end->to_string() : program.say({"无期限", "no limit"}));
  row({"宽展/延长至", "grace or extension to"}, text_of(found.grace_end));
  row({"稳妥日", "safe day"}, text_of(found.conservative_end));
  row({"因节假日顺延", "moved by"}, program.say(moved_by(found, holidays)));
  row({"日历", "calendar"}, found.calendar_known ? "" : program.say({"未知", "unknown"}));
  row({"性质", "kind"}, program.say(kind_text(found.period->kind)));
  row({"依据", "provision"}, provision_of(found));
  const std::string title = std::string(found.period->id) + " " + std::string(program.language == Language::zh ? found.period->chinese : found.period->names.front());
  return to_table({title, ""}, rows) + "\n" + program.say(explain(found, holidays)) + "\n";
}

int count_deadline(const Program& program, const DeadlineRequest& request) {
  const Format format = format_of(program, "text json tsv");
  const Period& period = period_of(request);
  const Holidays holidays = holidays_of(request.holidays);
  const Deadline found = deadline(period, start_of(request), holidays);
  if (format == Format::json) {
    print(json_of(program, found, holidays));
  } else if (format == Format::tsv) {
    print(std::string(period.id) + "\t" + found.start.to_string() + "\t" + text_of(found.opens) + "\t" + text_of(found.end) + "\t" +
          text_of(found.grace_end) + "\t" + text_of(found.conservative_end) + "\t" + (found.calendar_known ? "known" : "unknown") + "\n");
  } else {
    print(text_of(program, found, holidays));
  }
  return done;
}

// --- docket

struct DocketRequest {
  std::string path, until, since, owner;
  std::vector<std::string> holidays;
  bool everything = false;
};

DocketOptions options_of(const Program& program, const DocketRequest& request) {
  DocketOptions options = docket_around(as_of(program));
  const auto day = [](const std::string& text, const char* field) {
    const auto date = Date::parse(text);
    if (!date) throw Failure{date.error().in_field(field)};
    return *date;
  };
  if (!request.until.empty()) options.until = day(request.until, "--until");
  if (!request.since.empty()) options.since = day(request.since, "--since");
  options.everything = request.everything;
  return options;
}

bool is_owned_by(const Entry& entry, const std::string& owner) {
  if (owner.empty()) return true;
  const auto& owners = owners_of(entry);
  return std::any_of(owners.begin(), owners.end(), [&](const Party& party) { return party.name.find(owner) != std::string::npos; });
}

int list_docket(const Program& program, const DocketRequest& request) {
  const Format format = format_of(program, "text json tsv ics");
  const DocketOptions options = options_of(program, request);
  const Holidays holidays = holidays_of(request.holidays);
  const auto store = open_store(request.path, Access::read);
  Docket docket(options, holidays);
  need(store->for_each([&](EntryId id, const Entry& entry) {
    if (is_owned_by(entry, request.owner)) docket.add(id, entry);
    return !was_interrupted();
  }));
  if (was_interrupted()) return interrupted;
  const std::vector<DocketItem> items = std::move(docket).items();
  switch (format) {
    case Format::json: print(to_json(items, options.as_of, program.language) + "\n"); break;
    case Format::tsv: print(to_tsv(items)); break;
    case Format::ics: print(to_ics(items, options.as_of, program.language)); break;
    default:
      if (!items.empty()) print(to_text(items, options.as_of, program.language));
  }
  remark(program, std::to_string(items.size()) + program.say({" 项，至 ", " dates until "}) + options.until.to_string());
  return done;
}

std::string list_of_kinds() {
  std::string list = "KIND (id, name; DATE is the day named after \"from\"):\n";
  for (const Period& period : periods()) {
    list += "  " + std::string(period.id) + std::string(6 - period.id.size(), ' ') + std::string(period.names.front()) + " " +
            std::string(period.chinese) + ", from " + std::string(period.rules.front().starts) + "\n";
  }
  return list +
         "Ordinary periods leave out the first day and move off days off, make-up working days counted as worked; days off are known for " +
         std::to_string(Holidays::of_china().years().front()) + " to " + std::to_string(Holidays::of_china().years().back()) +
         ".\nBeyond, the calendar is unknown and nothing is moved; --holidays FILE adds years: JSON as NateScarlet/holiday-cn\npublishes it, or the form of lib/law/data/holidays.tsv; may be given several times.\n"
         "  marque deadline opposition 2026-06-27\n  marque deadline P10 2026-06-06 --format json";
}

void add_docket(CLI::App& app, Program& program, const Chosen& chosen) {
  auto request = std::make_shared<DocketRequest>();
  auto* command = app.add_subcommand("docket", "List everything due: renewals and graces, reviews, oppositions, answers, Madrid dates, ends of licences and pledges");
  command->add_option("R", request->path, "The register")->required();
  command->add_option("--until", request->until, "Up to this day (default: a year ahead of the clock)");
  command->add_option("--since", request->since, "What was missed before this day is left out (default: half a year back)");
  command->add_option("--owner", request->owner, "Only records with this in an owner's name");
  command->add_flag("--everything", request->everything,
                    "Also what asks nothing of anybody: the five and three years after registration, the office's own time, the year after an end …");
  command->add_option("--holidays", request->holidays, "More years of holidays and make-up working days, JSON or TSV (repeatable)");
  command->footer("Days are the safe ones; an optional window is never overdue. Where the law counts from a receipt that the record does not give,\n"
                  "the recorded day is taken and said (marque record … --received tells it). --format ics is for calendars: import it again and it updates what is there.\n"
                  "  marque docket district.marque --until 2027-03-31\n  marque docket district.marque --format ics > docket.ics");
  command->callback([&program, chosen, request] { chosen([&program, request] { return list_docket(program, *request); }); });
}

}  // namespace

void add_law_commands(CLI::App& app, Program& program, const Chosen& chosen) {
  add_docket(app, program, chosen);
  auto request = std::make_shared<DeadlineRequest>();
  auto* command = app.add_subcommand("deadline", "Count one period of the law from a day, and say by which rule and what moved its end");
  command->add_option("KIND DATE", request->words, "The period, by id or English name, and the day it starts")->required()->expected(2, 12);
  command->add_option("--holidays", request->holidays, "More years of holidays and make-up working days, JSON or TSV (repeatable)");
  command->footer(list_of_kinds());
  command->callback([&program, chosen, request] { chosen([&program, request] { return count_deadline(program, *request); }); });
}

}  // namespace marque::cli
