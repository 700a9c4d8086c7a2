// check

#include <CLI/CLI.hpp>
#include <atomic>
#include <memory>
#include <thread>

#include "commands.hpp"
#include "marque/clearance/clearance.hpp"
#include "marque/interchange/csv.hpp"
#include "marque/interchange/html.hpp"
#include "marque/interchange/json.hpp"
#include "marque/interchange/report_table.hpp"
#include "marque/interchange/text.hpp"
#include "marque/interchange/xlsx.hpp"
#include "marque/logo/alignment.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/registry/registry.hpp"
#include "output_file.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

constexpr std::uint64_t batch_bytes = 1ull << 30;

struct CheckRequest {
  std::string path, name, logo, applicant, uscc, filed, kind = "ordinary", min_risk = "low", batch, explain, address, country, registered;
  std::vector<std::string> classes, goods, groups, signs, vienna;
  unsigned threads = std::max(1u, std::thread::hardware_concurrency());
};

ClassScope& scope_in(std::vector<ClassScope>& scope, NiceClass nice_class) {
  const auto place = std::find_if(scope.begin(), scope.end(), [&](const ClassScope& known) { return known.nice_class >= nice_class; });
  if (place != scope.end() && place->nice_class == nice_class) return *place;
  return *scope.insert(place, ClassScope{nice_class, {}, {}});
}

/// Splits the values of a repeatable option at commas, too.
std::vector<std::string> split_all(const std::vector<std::string>& values) {
  std::vector<std::string> parts;
  for (const std::string& value : values) {
    const auto more = parts_of(value, ',');
    parts.insert(parts.end(), more.begin(), more.end());
  }
  return parts;
}

/// Goods and groups given in equal number belong together in order; other goods belong to the one class named,
/// or to the class written before a colon (`25:服装`).
std::vector<ClassScope> scope_of_request(const CheckRequest& request) {
  std::vector<ClassScope> scope;
  for (const std::string& text : split_all(request.classes)) scope_in(scope, need(NiceClass::parse(text)));
  const auto groups = split_all(request.groups), goods = split_all(request.goods);
  const bool paired = !groups.empty() && groups.size() == goods.size();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const SimilarGroup group = need(SimilarGroup::parse(groups[i]));
    scope_in(scope, group.nice_class()).goods.push_back({paired ? goods[i] : "", group, ""});
  }
  if (paired) return scope;
  for (const std::string& item : goods) {
    const std::size_t colon = item.find(':');
    if (colon != std::string::npos) {
      scope_in(scope, need(NiceClass::parse(item.substr(0, colon)))).goods.push_back({item.substr(colon + 1), {}, ""});
    } else if (scope.size() == 1) {
      scope.front().goods.push_back({item, {}, ""});
    } else {
      throw Failure{{ErrorCode::invalid_argument, "goods \"" + item + "\": say of which class, as in --goods 25:" + item, {}}};
    }
  }
  return scope;
}

Risk risk_of(const std::string& text) {
  for (const Risk risk : {Risk::low, Risk::medium, Risk::high}) {
    if (name_of(risk) == text) return risk;
  }
  throw Failure{{ErrorCode::invalid_argument, "--min-risk is low, medium or high", {}}};
}

Date day_of(const std::string& text, const char* option) {
  const auto day = Date::parse(text);
  if (!day) throw Failure{day.error().in_field(option)};
  return *day;
}

/// The picture is a file to whoever gave it, and a field of the application to the library.
Error naming_picture(Error error, const std::string& path) {
  if (error.where.field != "logo" || path.empty()) return error;
  error.where.field.clear();
  return error.in_file(path);
}

template <class T>
T need_checked(Result<T> checked, const CheckRequest& request) {
  if (!checked) throw Failure{naming_picture(checked.error(), request.logo)};
  return *std::move(checked);
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

/// What every name of a request has in common: all but its words and its goods. Classes and groups are read, so that
/// a batch fails before its first line.
Application frame_of(const Program& program, const CheckRequest& request) {
  for (const std::string& text : split_all(request.classes)) need(NiceClass::parse(text));
  for (const std::string& text : split_all(request.groups)) need(SimilarGroup::parse(text));
  Application application{{}, {}, {}, {}, need(parse_mark_kind(request.kind)), {}, as_of(program), {}};
  if (!request.logo.empty()) application.logo = read_image(program, request.logo);
  for (const std::string& sign : split_all(request.signs)) application.signs.push_back(need(parse_sign_type(sign)));
  for (const std::string& code : split_all(request.vienna)) application.vienna.push_back(need(ViennaCode::parse(code)));
  if (!request.applicant.empty() || !request.uscc.empty() || !request.address.empty() || !request.country.empty()) {
    Party applicant;
    applicant.address = request.address;
    applicant.country = request.country;
    applicant.name = request.applicant;
    if (!request.uscc.empty()) applicant.uscc = need(Uscc::parse(request.uscc));
    application.applicants.push_back(applicant);
  }
  if (!request.filed.empty()) application.filed = day_of(request.filed, "--filed");
  if (!request.registered.empty()) application.registered = day_of(request.registered, "--registered");
  return application;
}

Application application_of(Application frame, const CheckRequest& request) {
  frame.words = request.name;
  frame.scope = scope_of_request(request);
  return frame;
}

/// What needs the register's pictures besides: laying them over the applicant's.
CheckOptions with_pictures(const Program& program, CheckOptions options, const Store& store) {
  options.aligner = opencv_aligner(program.limits.image);
  options.pictures = [&store](const std::string& digest) -> std::optional<Image> {
    auto image = store.image(digest);
    return image ? std::optional(*std::move(image)) : std::nullopt;
  };
  return options;
}

CheckOptions options_of(const Program& program, const CheckRequest& request) {
  CheckOptions options;
  options.dictionary = dictionary_of(program);
  options.goods_table = goods_table_of(program, request.path);
  options.min_risk = risk_of(request.min_risk);
  options.threads = request.threads;
  return options;
}

std::string finding_row(const std::string& name, const Finding& finding) {
  std::string provisions;
  for (const Ground& ground : finding.grounds) provisions += (provisions.empty() ? "" : "; ") + ground.provision;
  char overall[16];
  std::snprintf(overall, sizeof overall, "%.4f", static_cast<double>(finding.scores.overall));
  const auto field = [&](auto member) { return finding.entry ? std::string(member(*finding.entry)) : std::string(); };
  return name + "\t" + std::string(name_of(finding.risk)) + "\t" + field([](const EntrySummary& e) { return name_of(e.kind); }) + "\t" +
         field([](const EntrySummary& e) { return e.number; }) + "\t" + field([](const EntrySummary& e) { return e.mark; }) + "\t" +
         field([](const EntrySummary& e) { return e.owner; }) + "\t" + overall + "\t" + std::string(name_of(finding.examination.verdict)) +
         "\t" + provisions + "\n";
}

std::string rows_of(const Report& report) {
  std::string rows;
  for (const Finding& finding : report.findings) rows += finding_row(report.application.words, finding);
  return rows;
}

std::string csv_of(const Program& program, const Report& report) {
  std::string table = std::string(csv_byte_order_mark) + to_csv_line(report_table_header(program.language));
  for (const auto& row : report_table_rows(report, program.language)) table += to_csv_line(row);
  return table;
}

void print_workbook(const Program& program, const Report& report) {
  const OutputFile file("report.xlsx");
  XlsxWriter writer = need(XlsxWriter::create(file.path(), report_table_header(program.language)));
  for (const auto& row : report_table_rows(report, program.language)) need(writer.add(row));
  need(writer.finish());
  file.print();
}

std::string html_of(const Program& program, const Report& report, const Store& store) {
  const PictureSource pictures = [&](const std::string& digest) -> std::optional<Image> {
    const auto image = store.image(digest);
    return image ? thumbnail(program, *image) : std::nullopt;
  };
  return to_html(report, program.language, report.application.logo ? thumbnail(program, *report.application.logo) : std::nullopt, pictures);
}

int check_one(const Program& program, const CheckRequest& request) {
  const Format format = format_of(program, "text json tsv csv html xlsx");
  const Application application = application_of(frame_of(program, request), request);
  const Session session = open_session(program, request.path);
  const CheckOptions options = with_pictures(program, options_of(program, request), *session.store);
  const Clearance clearance(session.index, *session.store, opencv_fingerprinter(LogoUse::asking, program.limits.image));
  const Report report = need_checked(clearance.check(application, options, Progress([](auto, auto) { return !was_interrupted(); })), request);
  switch (format) {
    case Format::json: print(to_json(report, program.language) + "\n"); break;
    case Format::tsv: print(rows_of(report)); break;
    case Format::csv: print(csv_of(program, report)); break;
    case Format::xlsx: print_workbook(program, report); break;
    case Format::html: print(html_of(program, report, *session.store)); break;
    default: print(to_text(report, program.language));
  }
  return report.findings.empty() ? done : listed;
}

int explain_one(const Program& program, const CheckRequest& request) {
  const Format format = format_of(program, "text json");
  const Application application = application_of(frame_of(program, request), request);
  const Session session = open_session(program, request.path);
  const Clearance clearance(session.index, *session.store, opencv_fingerprinter(LogoUse::asking, program.limits.image));
  const EntryId id = need_record(*session.store, request.explain);
  const auto explained = need_checked(clearance.explain(application, id, with_pictures(program, options_of(program, request), *session.store)), request);
  print(format == Format::json ? to_json(explained, program.language) + "\n" : to_text(explained, program.language));
  return explained.finding.grounds.empty() ? done : listed;
}

// --- batch

Registry loaded(const Store& store) {
  Registry::Builder registry;
  need(store.for_each([&](EntryId id, const Entry& entry) {
    need(registry.add(id, entry));
    return true;
  }));
  return need(std::move(registry).build());
}

/// One line of a batch: a name, and its own classes after a tab.
CheckRequest request_of_line(const CheckRequest& request, const std::string& line) {
  CheckRequest own = request;
  const std::size_t tab = line.find('\t');
  own.name = line.substr(0, tab);
  if (tab != std::string::npos) own.classes = {line.substr(tab + 1)};
  return own;
}

/// Checks names on all threads and prints the reports in the order of the file.
class Batch {
 public:
  Batch(const Program& program, const CheckRequest& request)
      : program_(program), request_(request), format_(format_of(program, "text json tsv")), frame_(frame_of(program, request)),
        options_(options_of(program, request)),
        lines_(lines_of(read_file(request.batch, batch_bytes))), session_(open_session(program, request.path)),
        registry_(loaded(*session_.store)), clearance_(session_.index, registry_, opencv_fingerprinter(LogoUse::asking, program.limits.image)), results_(lines_.size()) {
    options_.threads = 1;  // the names are shared out among the threads
  }

  int run() {
    const Progress progress = progress_bar(program_, program_.say({"查询", "checking"}), program_.say({"个名称", "names"}));
    std::vector<std::jthread> helpers;
    for (unsigned thread = 0; thread < std::min<std::size_t>(request_.threads, lines_.size()); ++thread)
      helpers.emplace_back([&] { work(); });
    for (std::size_t line = 0; line < lines_.size() && !was_interrupted(); ++line) {
      results_[line].ready.wait(false);
      if (!results_[line].text.empty()) print(results_[line].text);
      progress.advance(line + 1, lines_.size());
    }
    helpers.clear();
    if (was_interrupted()) return interrupted;
    if (any_refused_) return quarantined;
    return any_listed_ ? listed : done;
  }

 private:
  struct Checked {
    std::string text;
    std::atomic<bool> ready = false;
  };

  void work() {
    for (std::size_t line; (line = next_++) < lines_.size();) {
      if (!was_interrupted()) results_[line].text = checked(line);
      results_[line].ready = true;
      results_[line].ready.notify_one();
    }
  }

  std::string checked(std::size_t line) {
    try {
      const CheckRequest own = request_of_line(request_, lines_[line]);
      const Report report = need(clearance_.check(application_of(frame_, own), options_));
      if (!report.findings.empty()) any_listed_ = true;
      if (format_ == Format::json) return to_json(report, program_.language) + "\n";
      if (format_ == Format::tsv) return rows_of(report);
      return summary(own.name, report);
    } catch (const Failure& failure) {
      any_refused_ = true;
      remark(program_, to_string(failure.error.in_file(request_.batch).in_record(line + 1), program_.language));
      return format_ == Format::json ? "null\n" : "";
    }
  }

  std::string summary(const std::string& name, const Report& report) const {
    std::string text = name + "\n";
    if (report.findings.empty()) return text + program_.say({"  未见冲突\n", "  nothing found\n"});
    for (const Finding& finding : report.findings) {
      const bool chinese = program_.language == Language::zh;
      text += "  " + std::string(chinese ? chinese_of(finding.risk) : name_of(finding.risk)) + "  ";
      if (finding.entry) text += finding.entry->mark + " " + finding.entry->number + "  " + finding.entry->owner + "  ";
      text += finding.grounds.front().provision + "\n";
    }
    return text;
  }

  const Program& program_;
  const CheckRequest& request_;
  Format format_;
  Application frame_;
  CheckOptions options_;
  std::vector<std::string> lines_;
  Session session_;
  Registry registry_;
  Clearance clearance_;
  std::vector<Checked> results_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> any_listed_ = false, any_refused_ = false;
};

}  // namespace

void add_check_command(CLI::App& app, Program& program, const Chosen& chosen) {
  auto request = std::make_shared<CheckRequest>();
  auto* command = app.add_subcommand("check", "May this mark be filed? Earlier rights in the way, how badly, and why. Exit 1 if any is listed");
  command->add_option("R", request->path, "The register")->required();
  command->add_option("NAME", request->name, "The mark's words");
  command->add_option("--logo", request->logo, "Its picture (PNG or JPEG)");
  command->add_option("--class", request->classes, "Nice classes: 25 or 25,35; all classes where none is given");
  command->add_option("--goods", request->goods, "Goods, e.g. 服装; with several classes 25:服装");
  command->add_option("--group", request->groups, "Similar groups 类似群, e.g. 2501");
  command->add_option("--applicant", request->applicant, "Who files: own rights do not stand in the way");
  command->add_option("--applicant-uscc", request->uscc, "The applicant's unified social credit code");
  command->add_option("--address", request->address, "The applicant's address: whether a place in the mark is where it sits");
  command->add_option("--country", request->country, "The applicant's country, ISO 3166-1 alpha-2, e.g. CN");
  command->add_option("--sign", request->signs, "What the sign is, e.g. three_dimensional (repeatable; default: words and figures)");
  command->add_option("--vienna", request->vienna, "What it depicts: codes of the Vienna Classification 图形要素, e.g. 3.4.11");
  command->add_option("--filed", request->filed, "Filing or priority date (default: the clock's day)");
  command->add_option("--registered", request->registered,
                      "Where it is a registration already, to be attacked or defended: the day, on which Arts. 16(1) and 45 depend");
  command->add_option("--kind", request->kind, "ordinary, collective or certification")->capture_default_str();
  command->add_option("--min-risk", request->min_risk, "List from this risk on: low, medium, high")->capture_default_str();
  command->add_option("--batch", request->batch, "File with one name a line (a tab and classes may follow); - for stdin");
  command->add_option("--explain", request->explain, "Why the record with this number is or is not found");
  command->add_option("--threads", request->threads, "Threads to use")->check(CLI::Range(1, 256));
  command->footer("Examples:\n  marque check haimen.marque 海门山羊 --class 31 --goods 山羊 --lang zh\n"
                  "  marque check haimen.marque --logo emblem.png --class 24 --format html > report.html\n"
                  "  marque check haimen.marque --batch names.txt --class 25 --format tsv\n"
                  "A batch in tsv: name risk kind number mark owner overall verdict provisions; in json: one report a line.\n"
                  "A line that cannot be checked is named on stderr (null in json), and the batch ends in 3.\n"
                  "Guidance for a person, not legal advice.");
  command->callback([&program, chosen, request] {
    if (is_blank(request->name) && request->logo.empty() && request->batch.empty()) throw CLI::RequiredError("NAME, --logo or --batch");
    if (!request->name.empty() && !request->batch.empty()) throw CLI::ExcludesError("NAME", "--batch");
    chosen([&program, request] {
      if (!request->batch.empty()) return Batch(program, *request).run();
      return request->explain.empty() ? check_one(program, *request) : explain_one(program, *request);
    });
  });
}

}  // namespace marque::cli
