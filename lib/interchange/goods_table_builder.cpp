#include "interchange/goods_table_builder.hpp"

#include <algorithm>

#include "marque/text/encoding.hpp"
#include "model/spelling.hpp"

namespace marque {
namespace {

constexpr std::size_t most_told = 1'000;
constexpr std::size_t longest_name = 1'024;  // bytes of an item; longer ones are two columns run together

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_item_code(std::string_view code) {
  if (code.size() == 7 && (code.front() == 'C' || code.front() == 'c')) code.remove_prefix(1);
  return code.size() == 6 && all_digits(code);
}

/// Without the marks the table sets beside names.
std::string cleaned(std::string_view name) {
  std::string text(trimmed(name));
  for (const std::string_view mark : {std::string_view("*"), std::string_view("＊"), std::string_view("※"), std::string_view("△"),
                                      std::string_view("○"), std::string_view("☆")})
    for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.erase(at, mark.size());
  return std::string(trimmed(text));
}

/// Names of one code, cut at `，` outside brackets.
std::vector<std::string> names_in(const std::string& cell) {
  std::vector<std::string> names;
  const auto points = decode_utf8(cell);
  if (!points) return names;
  int depth = 0;
  std::u32string name;
  const auto close = [&] {
    std::string one = cleaned(encode_utf8(name));
    if (!one.empty()) names.push_back(std::move(one));
    name.clear();
  };
  for (const char32_t c : *points) {
    if (c == U'（' || c == U'(') ++depth;
    if (c == U'）' || c == U')') --depth;
    if (c == U'，' && depth <= 0) close();
    else name += c;
  }
  close();
  return names;
}

}  // namespace

void GoodsTableBuilder::bad(Error error) {
  ++made_.bad_count;
  if (made_.bad.size() < most_told) made_.bad.push_back(std::move(error));
}

void GoodsTableBuilder::bad(ErrorCode code, std::string message, std::uint64_t record, std::string field) {
  bad(Error{code, std::move(message), {{}, record, std::move(field), {}}});
}

void GoodsTableBuilder::row(std::string_view code, std::string_view name, std::string_view parent, int section,
                            std::uint64_t record) {
  const std::string plain = half_width(trimmed(code));
  const std::string shown = cleaned(name);
  if (shown.empty()) return bad(ErrorCode::missing_field, "no name", record, "name");
  if (plain.size() <= 2 && all_digits(plain)) {
    const auto nice_class = NiceClass::parse(plain);
    if (!nice_class) return bad(nice_class.error().in_record(record).in_field("code"));
    made_.edition.headings.emplace(*nice_class, shown);
  } else if (plain.size() == 4 && all_digits(plain)) {
    const auto group = SimilarGroup::parse(plain);
    if (!group) return bad(group.error().in_record(record).in_field("code"));
    made_.edition.groups.emplace(*group, shown);
  } else if (is_item_code(plain)) {
    item(plain, shown, parent, section, record);
  } else {
    bad(ErrorCode::invalid_identifier, "no code of a class, group or item: " + quoted(plain), record, "code");
  }
}

void GoodsTableBuilder::item(std::string_view code, std::string_view name, std::string_view parent, int section, std::uint64_t record) {
  const auto group = SimilarGroup::parse(half_width(trimmed(parent)));
  if (!group) return bad(group.error().in_record(record).in_field("parentCode"));
  if (name.size() > longest_name) return bad(ErrorCode::limit_exceeded, "a name of " + std::to_string(name.size()) + " bytes", record, "name");
  std::string plain(code);
  if (plain.front() == 'c') plain.front() = 'C';
  for (std::string& one : names_in(std::string(name))) {
    if (wording_key(one).empty()) {
      bad(ErrorCode::missing_field, "no name", record, "name");
      continue;
    }
    if (!seen_.emplace(plain, one, group->number()).second) continue;
    made_.edition.items.push_back({std::move(one), plain, *group, section});
  }
}

void GoodsTableBuilder::note(std::string_view text, std::string_view home, std::uint64_t record) {
  NoteSide side;
  const std::string plain = half_width(trimmed(home));
  if (const auto group = SimilarGroup::parse(plain); group && plain.size() == 4) {
    side.group = *group;
    side.nice_class = group->nice_class();
  } else if (const auto nice_class = NiceClass::parse(plain)) {
    side.nice_class = *nice_class;
  } else {
    return bad(ErrorCode::invalid_identifier, "a note with no class or group: " + quoted(plain), record, "parentCode");
  }
  std::vector<Error> unread;
  std::vector<GoodsNote> notes = parse_goods_note(text, side, unread);
  std::move(notes.begin(), notes.end(), std::back_inserter(made_.edition.notes));
  for (const Error& error : unread) bad(error.in_record(record).in_field("notes"));
}

GoodsTableRead GoodsTableBuilder::finish() && { return std::move(made_); }

}  // namespace marque
