#include "law/transitions.hpp"

#include <array>
#include <string>
#include <vector>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "law/law_error.hpp"

MARQUE_EMBEDDED(marque_transitions)

namespace marque {

namespace {

/// The cells of one row of transitions.tsv.
struct Cells {
  std::string_view kind, from, event, to, classes, china, needs, article, note;
};

std::string_view unless_dash(std::string_view cell) noexcept { return cell == "-" ? std::string_view{} : cell; }

bool lists(std::string_view list, std::string_view name) noexcept {
  if (list == "*") return true;
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    if (list.substr(0, comma) == name) return true;
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
  return false;
}

/// One row stands for every state that it lists.
void append_transitions(std::vector<Transition>& table, const Cells& cells) {
  for (const Status from : all_statuses()) {
    if (!lists(cells.from, name_of(from))) continue;
    Transition row{*parse_entry_kind(cells.kind),
                   from,
                   *parse_event_kind(cells.event),
                   cells.to == "=" ? from : *parse_status(cells.to),
                   {},
                   {},
                   unless_dash(cells.needs),
                   unless_dash(cells.article),
                   unless_dash(cells.note)};
    if (cells.classes != "-") row.classes = *parse_status(cells.classes);
    if (cells.china != "-") row.china = *parse_designation_status(cells.china);
    table.push_back(row);
  }
}

std::vector<Transition> read_transitions() {
  std::vector<Transition> table;
  for_each_row(embedded(marque_transitions, marque_transitions_end), [&](const auto& row) {
    append_transitions(
        table, {row.at(0), row.at(1), row.at(2), row.at(3), row.at(4), row.at(5), row.at(6), row.at(7), row.at(8)});
  });
  return table;
}

/// What cannot happen to a right, in the order of EventKind.
constexpr std::array<std::string_view, 55> passives{"be filed",
                                                    "be sent back for correction",
                                                    "be accepted",
                                                    "be turned away",
                                                    "be examined",
                                                    "be published",
                                                    "be refused",
                                                    "be refused in part",
                                                    "go to review",
                                                    "be opposed",
                                                    "prevail over an opposition",
                                                    "be denied registration",
                                                    "be registered",
                                                    "change its owner's name or address",
                                                    "be assigned",
                                                    "be transmitted",
                                                    "be licensed",
                                                    "have a licence ended",
                                                    "be pledged",
                                                    "have a pledge released",
                                                    "be renewed",
                                                    "expire",
                                                    "lapse",
                                                    "be surrendered",
                                                    "be surrendered in part",
                                                    "be cancelled",
                                                    "be cancelled in part",
                                                    "be invalidated",
                                                    "be invalidated in part",
                                                    "be withdrawn",
                                                    "be corrected",
                                                    "be found well known",
                                                    "be remarked on",
                                                    "be divided",
                                                    "compete with filings of the same day",
                                                    "go to court",
                                                    "be designated subsequently",
                                                    "be limited",
                                                    "be renounced",
                                                    "lose its basic mark",
                                                    "be transformed",
                                                    "replace a national mark",
                                                    "be protected tacitly",
                                                    "be decided on further",
                                                    "have a transfer declared without effect",
                                                    "have a limitation declared without effect",
                                                    "be merged",
                                                    "have a first use told",
                                                    "be sent a notice to pay",
                                                    "be asked to be declared invalid",
                                                    "be asked to be cancelled for non-use",
                                                    "be asked to be cancelled as a generic name",
                                                    "have a reply filed",
                                                    "be maintained",
                                                    "be served a paper by public notice"};

/// A right in each state, in the order of Status; `@` stands for the kind of right.
constexpr std::array<std::string_view, 20> bearers{"a @ of unknown state",
                                                   "a filed @",
                                                   "a @ under correction",
                                                   "a @ that was not accepted",
                                                   "an accepted @",
                                                   "a @ under examination",
                                                   "a refused @",
                                                   "a partly refused @",
                                                   "a @ whose refusal is under review",
                                                   "a published @",
                                                   "an opposed @",
                                                   "a @ that was denied registration",
                                                   "a registered @",
                                                   "a @ in its grace",
                                                   "a lapsed @",
                                                   "a surrendered @",
                                                   "a cancelled @",
                                                   "an invalidated @",
                                                   "a withdrawn @",
                                                   "a @ filed on one day with others"};

/// In the order of EntryKind.
constexpr std::array<std::string_view, 3> nouns{"mark", "Madrid registration", "GI"};
constexpr std::array<std::string_view, 3> nouns_zh{"商标", "国际注册", "地理标志"};

/// The article that governs an event, read off the states that do admit it; of what no state of the kind admits, the one that says so.
std::string_view article_of(EntryKind kind, EventKind event) {
  if (kind == EntryKind::international && event == EventKind::division) return "REG Art.50";
  for (const Transition& row : transitions()) {
    if (row.kind == kind && row.event == event) return row.article;
  }
  return {};
}

}  // namespace

std::span<const Transition> transitions() {
  static const std::vector<Transition> table = read_transitions();
  return table;
}

EventEffect effect_of(EventKind kind) noexcept {
  switch (kind) {
    case EventKind::surrender:
    case EventKind::partial_surrender:
      return {EffectFrom::request, "REG Art.73"};
    case EventKind::cancellation:
    case EventKind::partial_cancellation:
      return {EffectFrom::announcement, "Art.55"};
    case EventKind::assignment:
      return {EffectFrom::announcement, "Art.42"};
    case EventKind::invalidation:
    case EventKind::partial_invalidation:
      return {EffectFrom::beginning, "Art.47"};
    default:
      return {};
  }
}

const Transition* transition(EntryKind kind, Status from, EventKind event) {
  for (const Transition& row : transitions()) {
    if (row.kind == kind && row.from == from && row.event == event) return &row;
  }
  return nullptr;
}

Error unlawful(EntryKind kind, Status from, EventKind event) {
  std::string message(bearers[static_cast<std::size_t>(from)]);
  message.replace(message.find('@'), 1, nouns[static_cast<std::size_t>(kind)]);
  message += " cannot " + std::string(passives[static_cast<std::size_t>(event)]);
  const std::string zh = "状态为“" + std::string(chinese_of(from)) + "”的" + std::string(nouns_zh[static_cast<std::size_t>(kind)]) +
                         "不能发生“" + std::string(chinese_of(event)) + "”";
  return law_error(ErrorCode::unlawful, {zh, message}, article_of(kind, event));
}

}  // namespace marque
