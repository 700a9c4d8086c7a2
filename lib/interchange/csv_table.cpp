#include "interchange/csv_table.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "interchange/entry_members.hpp"
#include "interchange/entry_parts.hpp"
#include "interchange/record_merge.hpp"

MARQUE_EMBEDDED(marque_csv_headers)

namespace marque {
namespace {

/// What a column may hold. The order is that of `column_names`.
enum Column : int {
  kind,
  number,
  mark,
  owner,
  owner_foreign_name,
  owner_uscc,
  owner_country,
  owner_address,
  owner_area,
  co_owners,
  classes,
  status,
  filed,
  accepted,
  published,
  registered,
  expires,
  ended,
  final_on,
  term,
  mark_kind,
  signs,
  image,
  image_digest,
  vienna,
  translation,
  transliteration,
  colours,
  disclaimer,
  description,
  goods,
  groups,
  nice_edition,
  agent,
  priority_date,
  priority_country,
  priority_number,
  publication_issue,
  registration_issue,
  divided_from,
  irn,
  note,
  source,
  generated,
  gi_name,
  gi_number,
  gi_date,
  system_,
  authority,
  location,
  area,
  area_codes,
  product,
  quality,
  standard,
  test_body,
  users,
  related,
  gi_names,
  gi_transcription,
  gi_type,
  column_count
};

constexpr std::array<std::string_view, column_count> column_names = {"kind",
                                                                     "number",
                                                                     "mark",
                                                                     "owner",
                                                                     "owner_foreign_name",
                                                                     "owner_uscc",
                                                                     "owner_country",
                                                                     "owner_address",
                                                                     "owner_area",
                                                                     "co_owners",
                                                                     "classes",
                                                                     "status",
                                                                     "filed",
                                                                     "accepted",
                                                                     "published",
                                                                     "registered",
                                                                     "expires",
                                                                     "ended",
                                                                     "final_on",
                                                                     "term",
                                                                     "mark_kind",
                                                                     "signs",
                                                                     "image",
                                                                     "image_digest",
                                                                     "vienna",
                                                                     "translation",
                                                                     "transliteration",
                                                                     "colours",
                                                                     "disclaimer",
                                                                     "description",
                                                                     "goods",
                                                                     "groups",
                                                                     "nice_edition",
                                                                     "agent",
                                                                     "priority_date",
                                                                     "priority_country",
                                                                     "priority_number",
                                                                     "publication_issue",
                                                                     "registration_issue",
                                                                     "divided_from",
                                                                     "irn",
                                                                     "note",
                                                                     "source",
                                                                     "generated",
                                                                     "gi_name",
                                                                     "gi_number",
                                                                     "gi_date",
                                                                     "system",
                                                                     "authority",
                                                                     "location",
                                                                     "area",
                                                                     "area_codes",
                                                                     "product",
                                                                     "quality",
                                                                     "standard",
                                                                     "test_body",
                                                                     "users",
                                                                     "related",
                                                                     "gi_names",
                                                                     "gi_transcription",
                                                                     "gi_type"};

/// Columns whose cell is the member of the same name.
constexpr std::array plain_columns = {
    accepted,          published,          expires,         ended,   final_on,   mark_kind,   image,
    image_digest,      translation,        transliteration, colours, disclaimer, description, nice_edition,
    publication_issue, registration_issue, divided_from,    irn,     note,       source,      product,
    quality,           standard,           test_body};

/// Columns whose cell may say that there is nothing of the kind, and the member that is then empty; of a part of the owner or of an
/// indication, nothing.
constexpr std::array<std::pair<Column, std::string_view>, 28> possibly_none = {{{owner_foreign_name, {}},
                                                                                {owner_uscc, {}},
                                                                                {owner_address, {}},
                                                                                {co_owners, {}},
                                                                                {filed, "filed"},
                                                                                {accepted, "accepted"},
                                                                                {published, "published"},
                                                                                {registered, "registered"},
                                                                                {expires, "expires"},
                                                                                {ended, "ended"},
                                                                                {final_on, "final_on"},
                                                                                {vienna, "vienna"},
                                                                                {translation, "translation"},
                                                                                {transliteration, "transliteration"},
                                                                                {colours, "colours"},
                                                                                {disclaimer, "disclaimer"},
                                                                                {description, "description"},
                                                                                {agent, "agent"},
                                                                                {priority_date, "priorities"},
                                                                                {priority_country, "priorities"},
                                                                                {priority_number, "priorities"},
                                                                                {publication_issue, "publication_issue"},
                                                                                {registration_issue, "registration_issue"},
                                                                                {divided_from, "divided_from"},
                                                                                {irn, {}},
                                                                                {note, "note"},
                                                                                {users, "users"},
                                                                                {related, "related"}}};

/// Columns that stand for a member which has none of its own, in messages.
constexpr std::array<std::pair<std::string_view, Column>, 9> stand_ins = {{{"owners", owner},
                                                                           {"priorities", priority_date},
                                                                           {"registrations", gi_date},
                                                                           {"registered", gi_date},
                                                                           {"registered", term},
                                                                           {"expires", term},
                                                                           {"number", gi_number},
                                                                           {"number", irn},
                                                                           {"mark", gi_name}}};

constexpr std::array<std::string_view, 10> list_separators = {",", ";", "|", "/", " ", "\n", "、", "，", "；", "　"};
constexpr std::array<std::string_view, 4> item_separators = {";", "；", "\n", "\r"};
constexpr std::array<std::string_view, 6> name_separators = {";", "；", "、", "|", "\n", "\r"};
constexpr std::array<std::string_view, 5> loose_item_separators = {"、", "，", ",", "\n", "\r"};

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

/// The pieces between separators, trimmed, without empty ones. Separators inside brackets do not count.
template <std::size_t N>
std::vector<std::string_view> split(std::string_view text, const std::array<std::string_view, N>& separators) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  int depth = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view piece = trimmed(text.substr(begin, end - begin));
    if (!piece.empty()) pieces.push_back(piece);
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.front() == '(' || rest.starts_with("（")) ++depth;
    if (rest.front() == ')' || rest.starts_with("）")) depth = std::max(0, depth - 1);
    const auto separator = std::find_if(separators.begin(), separators.end(), [&](std::string_view s) {
      return depth == 0 && s.front() == rest.front() && rest.starts_with(s);
    });
    if (separator == separators.end()) {
      ++at;
      continue;
    }
    add(at);
    at += separator->size();
    begin = at;
  }
  add(text.size());
  return pieces;
}

std::string header_key(std::string_view header) {
  std::string key;
  for (std::size_t at = 0; at < header.size(); ++at) {
    const std::string_view rest = header.substr(at);
    const bool wide_open = rest.starts_with("（");
    if (wide_open || rest.starts_with("）")) {
      key.push_back(wide_open ? '(' : ')');
      at += 2;
    } else if (rest.starts_with("　")) {
      at += 2;
    } else if (const char c = header[at]; c != ' ' && c != '_' && c != '-' && c != '\t' && c != '\n' && c != '\r') {
      key.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
  }
  return key;
}

const std::unordered_map<std::string_view, int>& headers() {
  static const auto table = [] {
    std::unordered_map<std::string_view, int> known;
    for_each_row(embedded(marque_csv_headers, marque_csv_headers_end), [&](const auto& fields) {
      const auto name = std::find(column_names.begin(), column_names.end(), fields[1]);
      known.emplace(fields[0], static_cast<int>(name - column_names.begin()));
    });
    return known;
  }();
  return table;
}

int meaning_of(std::string_view header) {
  const auto found = headers().find(header_key(header));
  return found == headers().end() ? -1 : found->second;
}

JsonValue text(std::string_view value) { return JsonValue(std::string(value)); }

JsonValue texts(const std::vector<std::string_view>& values) {
  JsonValue::Array items;
  for (const std::string_view value : values) items.push_back(text(value));
  return JsonValue(std::move(items));
}

// Registers fill unknown days with zeros or dashes.
bool says_unknown(std::string_view day) { return day.find_first_not_of("0-/.: T") == std::string_view::npos; }

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool says_none(std::string_view cell) { return cell == "无" || cell == "無" || cell == "N/A" || cell == "n/a"; }

bool says_nothing(std::string_view cell) {
  return cell == "-" || cell == "--" || cell == "—" || cell == "——" || cell == "/" || cell == "／";
}

/// Makes the members of a record from the cells of one row.
class Row {
 public:
  std::array<std::string_view, column_count> cells{};
  JsonValue::Array raw;
  std::vector<std::string> emptied;  ///< members that a cell says there is none of

  /// A second column of the same meaning is kept raw where it says something else.
  void put(int column, std::string_view header, std::string_view cell) {
    if (cell.empty() || is_filler(column, cell)) return;
    if (column < 0 || (!cells[at(column)].empty() && cells[at(column)] != cell))
      raw.push_back(JsonValue(JsonValue::Array{text(header), text(cell)}));
    else
      cells[at(column)] = cell;
  }

  explicit Row(bool day_first) : day_first_(day_first) {}

  JsonValue::Object members() {
    members_.reserve(24);
    take_first_name();
    read_kind();
    add("kind", text(kind_));
    add("number", text(number_text()));
    add("mark", text(name()));
    add("owner", text(cells[owner]));
    add("classes", texts(split(cells[classes], list_separators)));
    add("status", text(cells[status]));
    add_dates();
    for (const Column column : plain_columns) add_text(column_names[at(column)], cells[at(column)]);
    add_list("signs", signs);
    add_list("vienna", vienna);
    add_list("related", related);
    if (is_gi()) place_country();
    add_owners();
    add_goods();
    if (!cells[agent].empty()) add("agent", object({{"name", cells[agent]}}));
    add_priority();
    if (!cells[generated].empty()) add("generated", JsonValue(cells[generated] != "0" && cells[generated] != "false"));
    if (is_gi()) add_indication();
    if (!raw.empty()) add("raw", JsonValue(std::move(raw)));
    return std::move(members_);
  }

 private:
  /// Whether a cell only says that there is nothing, or nothing known.
  bool is_filler(int column, std::string_view cell) {
    if (!says_none(cell) && !says_nothing(cell)) return false;
    const auto found = std::ranges::find(possibly_none, column, [](const auto& possible) { return static_cast<int>(possible.first); });
    if (found == possibly_none.end()) return false;
    if (says_none(cell) && !found->second.empty()) emptied.emplace_back(found->second);
    return true;
  }

  static std::size_t at(int column) { return static_cast<std::size_t>(column); }
  bool is_gi() const { return kind_ == name_of(EntryKind::gi); }

  void add(std::string_view name, JsonValue value) { members_.push_back({std::string(name), std::move(value)}); }
  void add_text(std::string_view name, std::string_view value) {
    if (!value.empty()) add(name, text(value));
  }
  void add_list(std::string_view name, Column column) {
    if (!cells[at(column)].empty()) add(name, texts(split(cells[at(column)], list_separators)));
  }
  static JsonValue object(std::initializer_list<std::pair<std::string_view, std::string_view>> pairs) {
    JsonValue::Object made;
    for (const auto& [name, value] : pairs)
      if (!value.empty()) made.push_back({std::string(name), text(value)});
    return JsonValue(std::move(made));
  }

  void read_kind() {
    const Result<EntryKind> said = parse_entry_kind(cells[kind]);
    if (said) {
      kind_ = name_of(*said);
    } else if (!cells[kind].empty() && !parse_mark_kind(cells[kind])) {
      kind_ = cells[kind];
    } else {
      if (cells[mark_kind].empty()) cells[mark_kind] = cells[kind];
      kind_ = name_of(kind_by_number());
    }
  }

  /// Several protected names stand one a line; the first is the indication's.
  void take_first_name() {
    const std::string_view names = cells[gi_names];
    if (names.empty()) return;
    const std::size_t end = std::min(names.find('\n'), names.size());
    if (cells[gi_name].empty()) cells[gi_name] = trimmed(names.substr(0, end));
    cells[gi_names] = names.substr(std::min(end + 1, names.size()));
  }

  /// `05/10/2011`, day first, as `2011-10-05`; anything else as it is.
  std::string_view in_order(std::string_view day, std::string& to) const {
    if (!day_first_ || day.size() != 10 || day[2] != '/' || day[5] != '/') return day;
    to = std::string(day.substr(6)) + '-' + std::string(day.substr(3, 2)) + '-' + std::string(day.substr(0, 2));
    return to;
  }

  EntryKind kind_by_number() {
    if (cells[number].empty() && !cells[irn].empty()) {
      std::swap(cells[number], cells[irn]);
      return EntryKind::international;
    }
    if (!NationalNumber::parse(cells[number]) && ChinaDesignationNumber::parse(cells[number]))
      return EntryKind::international;
    const bool names_indication = !cells[gi_name].empty() || !cells[gi_number].empty() || !cells[gi_type].empty();
    return names_indication || AgiNumber::parse(cells[number]) ? EntryKind::gi : EntryKind::trademark;
  }

  std::string_view name() const { return cells[mark].empty() ? cells[gi_name] : cells[mark]; }

  // An indication without a number is found by its name, under a reference that says that it is ours.
  std::string number_text() const {
    if (!cells[number].empty()) return std::string(cells[number]);
    if (!is_gi() || !cells[gi_number].empty() || name().empty()) return std::string(cells[gi_number]);
    return "local:" + std::string(name());
  }

  void add_dates() {
    for (const Column column :
         {filed, registered, accepted, published, expires, ended, final_on, gi_date, priority_date})
      if (says_unknown(cells[at(column)])) cells[at(column)] = {};
    read_term();
    if (is_gi() && cells[registered].empty()) cells[registered] = cells[gi_date];
    cells[registered] = in_order(cells[registered], ordered_day_);
    // An indication has one day, that of its registration; the others are kept as they are.
    if (is_gi())
      for (const Column column : {filed, accepted, published, expires, ended, final_on}) {
        keep_raw(column);
        cells[at(column)] = {};
      }
    add_text("filed", cells[filed]);
    add_text("registered", cells[registered]);
  }

  /// A term holds its last day, or its first and its last, whatever stands between them. A day that has a column
  /// of its own stands above the term's.
  void read_term() {
    if (says_unknown(cells[term])) return;
    const std::vector<std::string> days = days_in(cells[term]);
    if (days.empty() || days.size() > 2) return keep_raw(term);
    last_day_ = days.back();
    if (cells[expires].empty()) cells[expires] = last_day_;
    if (days.size() == 1) return;
    first_day_ = days.front();
    if (cells[registered].empty()) cells[registered] = first_day_;
  }

  void keep_raw(Column column) {
    if (!cells[at(column)].empty())
      raw.push_back(JsonValue(JsonValue::Array{text(column_names[at(column)]), text(cells[at(column)])}));
  }

  /// Days told by their digits alone: eight in a row, or three numbers. Nothing where other numbers stand between.
  static std::vector<std::string> days_in(std::string_view cell) {
    std::vector<std::string> days;
    int parts = 0;
    for (;;) {
      const std::size_t begin = cell.find_first_of("0123456789");
      if (begin == std::string_view::npos) break;
      cell.remove_prefix(begin);
      const std::string_view run = cell.substr(0, cell.find_first_not_of("0123456789"));
      cell.remove_prefix(run.size());
      if (parts == 0)
        days.emplace_back(run);
      else
        days.back().append("-").append(run);
      parts = run.size() == 8 ? 0 : (parts + 1) % 3;
    }
    return parts == 0 ? days : std::vector<std::string>{};
  }

  /// The EU's tables say no more of the area than the country, and name no owner.
  void place_country() {
    if (cells[gi_type].empty() || !cells[owner].empty()) return;
    if (cells[area].empty() && cells[location].empty()) cells[area] = cells[owner_country];
    cells[owner_country] = {};
  }

  void add_owners() {
    const std::vector<std::string_view> others = split(cells[co_owners], name_separators);
    JsonValue first = object({{"name", cells[owner]},
                              {"foreign_name", cells[owner_foreign_name]},
                              {"uscc", cells[owner_uscc]},
                              {"country", cells[owner_country]},
                              {"address", cells[owner_address]},
                              {"area", cells[owner_area]}});
    if (others.empty() && first.object()->size() < 2 && !cells[owner].empty()) return;
    if (others.empty() && first.object()->empty()) return;
    JsonValue::Array owners;
    owners.push_back(std::move(first));
    for (const std::string_view name : others)
      if (name != cells[owner]) owners.push_back(object({{"name", name}}));
    add("owners", JsonValue(std::move(owners)));
  }

  void add_goods() {
    const bool clear =
        cells[goods].find(';') != std::string_view::npos || cells[goods].find("；") != std::string_view::npos;
    const std::vector<std::string_view> names =
        clear ? split(cells[goods], item_separators) : split(cells[goods], loose_item_separators);
    const std::vector<std::string_view> codes = split(cells[groups], list_separators);
    const std::string_view only = codes.size() == 1 ? codes.front() : std::string_view{};
    JsonValue::Array items;
    for (const std::string_view name : names) items.push_back(item(name, only));
    // Which item is of which group cannot be told where there are several: the groups stand for themselves.
    if (only.empty() || names.empty())
      for (const std::string_view group : codes) items.push_back(object({{"group", group}}));
    if (!items.empty()) add("goods", JsonValue(std::move(items)));
  }

  /// `服装(2501)` names its group, `服装（250045）` its code in the goods table.
  static JsonValue item(std::string_view name, std::string_view group) {
    std::string_view code;
    const std::size_t open = name.rfind('('), wide_open = name.rfind("（");
    const bool wide = name.ends_with("）") && wide_open != std::string_view::npos;
    if (wide || (name.ends_with(")") && open != std::string_view::npos)) {
      const std::size_t bracket = wide ? 3 : 1, begin = wide ? wide_open : open;
      const std::string_view inside = name.substr(begin + bracket, name.size() - begin - 2 * bracket);
      const bool china_only = inside.size() == 7 && inside.front() == 'C';
      if (inside.size() == 4 && all_digits(inside))
        group = inside;
      else if (all_digits(inside.substr(china_only ? 1 : 0)) && (inside.size() == 6 || china_only))
        code = inside;
      if (!inside.empty() && (group == inside || code == inside)) name = trimmed(name.substr(0, begin));
    }
    return object({{"group", group}, {"name", name}, {"item", code}});
  }

  void add_priority() {
    if (cells[priority_date].empty()) return;
    JsonValue priority = object(
        {{"date", cells[priority_date]}, {"country", cells[priority_country]}, {"number", cells[priority_number]}});
    add("priorities", JsonValue(JsonValue::Array{std::move(priority)}));
  }

  void add_indication() {
    if (cells[area].empty())
      cells[area] = cells[location];
    else if (cells[location] != cells[area])
      keep_raw(location);

    JsonValue::Object place;
    if (!cells[area].empty()) place.push_back({"text", text(cells[area])});
    if (!cells[area_codes].empty()) place.push_back({"codes", texts(split(cells[area_codes], list_separators))});
    if (!place.empty()) add("area", JsonValue(std::move(place)));
    add_registration();
    add_other_names();
    JsonValue::Array list;
    for (const std::string_view name : split(cells[users], name_separators)) {
      JsonValue::Object user;
      user.push_back({"party", object({{"name", name}})});
      list.push_back(JsonValue(std::move(user)));
    }
    if (!list.empty()) add("users", JsonValue(std::move(list)));
  }

  void add_other_names() {
    JsonValue::Array names;
    if (!cells[gi_transcription].empty())
      names.push_back(object({{"text", cells[gi_transcription]}, {"kind", "transliteration"}}));
    std::string_view rest = cells[gi_names];
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      if (const std::string_view name = trimmed(rest.substr(0, end)); !name.empty()) names.push_back(object({{"text", name}}));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!names.empty()) add("other_names", JsonValue(std::move(names)));
  }

  // Without a column for the system it is read off the number, by the reader of the members. PDO, PGI and GI are kinds
  // of the EU's registers.
  void add_registration() {
    keep_raw(gi_type);
    if (cells[system_].empty() && !cells[gi_type].empty()) cells[system_] = name_of(GiSystem::foreign);
    if (cells[system_].empty()) return keep_raw(authority);
    JsonValue registration = object({{"system", cells[system_]},
                                     {"number", cells[gi_number].empty() ? cells[number] : cells[gi_number]},
                                     {"authority", cells[authority]},
                                     {"date", cells[registered]},
                                     {"status", cells[status]}});
    add("registrations", JsonValue(JsonValue::Array{std::move(registration)}));
  }

  std::string_view kind_;
  std::string first_day_, last_day_, ordered_day_;
  bool day_first_;
  JsonValue::Object members_;
};

}  // namespace

std::size_t CsvTable::known_headers(const std::vector<std::string>& header) {
  return static_cast<std::size_t>(
      std::count_if(header.begin(), header.end(), [](const auto& h) { return meaning_of(h) >= 0; }));
}

Result<CsvTable> CsvTable::under(std::vector<std::string> header) {
  CsvTable table;
  table.headers_ = std::move(header);
  for (const std::string& name : table.headers_) {
    table.meanings_.push_back(meaning_of(name));
    if (header_key(name) == "dossiernumber") table.day_first_ = true;
  }
  for (std::size_t i = 0; table.day_first_ && i < table.headers_.size(); ++i)
    if (header_key(table.headers_[i]) == "type") table.meanings_[i] = gi_type;
  const auto has = [&](std::initializer_list<int> columns) {
    return std::find_first_of(table.meanings_.begin(), table.meanings_.end(), columns.begin(), columns.end()) !=
           table.meanings_.end();
  };
  if (!has({number, gi_number, irn, gi_name, gi_names}))
    return Error{ErrorCode::malformed, "the header names no column for a number (such as 注册号 or number)"};
  if (!has({mark, gi_name, gi_names, image}))
    return Error{ErrorCode::malformed, "the header names no column for a mark (such as 商标名称 or mark)"};
  return table;
}

std::string CsvTable::header_of(std::string_view member) const {
  const std::string_view base = member.substr(0, member.find_first_of(".["));
  const auto headed_by = [&](std::string_view column) -> const std::string* {
    for (std::size_t i = 0; i < headers_.size(); ++i)
      if (meanings_[i] >= 0 && column_names[static_cast<std::size_t>(meanings_[i])] == column) return &headers_[i];
    return nullptr;
  };
  if (const std::string* header = headed_by(base)) return *header;
  for (const auto& [name, column] : stand_ins)
    if (name == base)
      if (const std::string* header = headed_by(column_names[static_cast<std::size_t>(column)])) return *header;
  return std::string(member);
}

Result<Entry> CsvTable::entry(const std::vector<std::string>& fields, std::vector<Error>& warnings, std::vector<std::string>& emptied,
                              const DocumentLimits& limits) const {
  Row row(day_first_);
  for (std::size_t i = 0; i < fields.size(); ++i) row.put(meanings_[i], headers_[i], trimmed(fields[i]));
  std::vector<Error> found;
  emptied = std::move(row.emptied);
  Result<Entry> entry = entry_from_members(row.members(), found);
  if (!entry)
    return Error{entry.error().code, entry.error().message, {{}, {}, header_of(entry.error().where.field), {}}};
  for (Error& warning : found) {
    warning.where.field = header_of(warning.where.field);
    warnings.push_back(std::move(warning));
  }
  for (auto& [name, value] : provenance_in(*entry).raw)
    if (std::find(headers_.begin(), headers_.end(), name) == headers_.end()) name = header_of(name);
  keep_within(entry, limits);
  return entry;
}

bool joined_rows(const CsvTable& table, ReadRecord& record, const ReadRecord& row, const std::string& source,
                 const DocumentLimits& limits) {
  if (!record.entry || !row.entry || !rows_of_one_record(*record.entry, *row.entry)) return false;
  if (record.bytes.size() + row.bytes.size() > limits.dom_bytes) return false;
  std::vector<Error> differing;
  add_row(*record.entry, *row.entry, differing);
  for (Error& warning : differing) {
    warning.where.field = table.header_of(warning.where.field);
    record.warnings.push_back(warning.in_file(source).in_record(row.row));
  }
  record.warnings.insert(record.warnings.end(), row.warnings.begin(), row.warnings.end());
  record.bytes.append("\n").append(row.bytes);
  return true;
}

}  // namespace marque
