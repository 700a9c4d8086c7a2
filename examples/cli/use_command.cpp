// The command use: what an outsider may do with an indication's name without filing anything.

#include <CLI/CLI.hpp>
#include <memory>

#include "commands.hpp"
#include "marque/grounds/proper_use.hpp"
#include "marque/interchange/json_writer.hpp"
#include "session.hpp"

namespace marque::cli {

namespace {

struct UseRequest {
  std::string path, number, words, nice_class, from_area = "unknown", to_requirement = "unknown";
  bool as_mark = false;
};

std::optional<bool> known(const std::string& answer) { return answer == "unknown" ? std::nullopt : std::optional(answer == "yes"); }

Bilingual term_of(UseVerdict verdict) {
  switch (verdict) {
    case UseVerdict::not_recalled: return {"不涉及", "not recalled"};
    case UseVerdict::proper: return {"正当使用", "proper use"};
    case UseVerdict::open: return {"待查明", "open"};
    case UseVerdict::barred: break;
  }
  return {"不得使用", "barred"};
}

int judge(const Program& program, const UseRequest& request) {
  const Format format = format_of(program, "text json");
  const auto store = open_store(request.path, Access::read);
  const Entry entry = need(store->entry(need_record(*store, request.number)));
  const auto* indication = std::get_if<GeographicalIndication>(&entry);
  if (indication == nullptr) throw Failure{{ErrorCode::invalid_argument, "\"" + request.number + "\" is no indication", {}}};
  OutsideUse use{need(make_subject(request.words)), {}, request.as_mark, known(request.from_area), known(request.to_requirement)};
  if (!request.nice_class.empty()) use.goods.push_back({need(NiceClass::parse(request.nice_class)), {}, {}});
  const UseFinding found = judge_use(use, *indication, as_of(program));
  if (format == Format::json) {
    JsonWriter out;
    out.begin_object().key("verdict").string(name_of(found.verdict)).key("limb").string(name_of(found.limb));
    if (!found.provision.empty()) out.key("provision").string(found.provision);
    out.key("reason").string(found.reason.in(program.language)).end_object();
    print(std::move(out).text() + "\n");
  } else {
    print(program.say(term_of(found.verdict)) + (found.provision.empty() ? "" : "  " + found.provision) + "\n" +
          found.reason.in(program.language) + "\n");
    if (found.limb != Limb::none)
      print(program.say({"参照中欧地理标志协定第4条第1款（", "Compare Art. 4(1)("}) + std::string(name_of(found.limb)) +
            program.say({"）项；第80号令相应条款未核实。\n", ") of the EU-China Agreement; the article of CNIPA Order 80 was not verified.\n"}));
  }
  return found.verdict == UseVerdict::barred || found.verdict == UseVerdict::open ? listed : done;
}

}  // namespace

void add_use_command(CLI::App& app, Program& program, const Chosen& chosen) {
  auto request = std::make_shared<UseRequest>();
  auto* command = app.add_subcommand("use", "May somebody without a right in an indication use these words? Exit 1 if barred or open");
  command->add_option("R", request->path, "The register")->required();
  command->add_option("NUMBER", request->number, "The indication's number")->required();
  command->add_option("WORDS", request->words, "The words as used")->required();
  command->add_option("--class", request->nice_class, "Class of the goods");
  command->add_flag("--as-mark", request->as_mark, "As a sign of one's own, rather than to tell place or kind");
  const auto answers = CLI::IsMember({"yes", "no", "unknown"});
  command->add_option("--from-area", request->from_area, "Whether the goods come from the area")->check(answers)->capture_default_str();
  command->add_option("--meets", request->to_requirement, "Whether they meet the indication's requirements")->check(answers)->capture_default_str();
  command->footer("Example:\n  marque use haimen.marque local:海门山羊 海门山羊 --class 31 --from-area yes --meets yes\n"
                  "Guidance for a person, not legal advice.");
  command->callback([&program, chosen, request] { chosen([&program, request] { return judge(program, *request); }); });
}

}  // namespace marque::cli
