#include "marque/interchange/goods_table.hpp"

#include <algorithm>
#include <cctype>

#include "interchange/goods_table_builder.hpp"
#include "interchange/json_value.hpp"
#include "interchange/record_sources.hpp"
#include "marque/text/encoding.hpp"

namespace marque {
namespace {

constexpr std::size_t tree_bytes = 64u << 20;   // the whole table as one JSON text

std::string text_of(const JsonValue& value, std::string_view name) {
  const JsonValue* found = value.member(name);
  const std::string* text = found != nullptr ? found->scalar() : nullptr;
  return text != nullptr ? *text : std::string();
}

/// `notes` or `note`: a text, or a list of texts.
void add_notes(GoodsTableBuilder& builder, const JsonValue& node, const std::string& home, std::uint64_t record) {
  for (const std::string_view name : {"notes", "note", "注"}) {
    const JsonValue* notes = node.member(name);
    if (notes == nullptr) continue;
    if (const std::string* text = notes->string()) builder.note(*text, home, record);
    if (const auto* list = notes->array())
      for (const JsonValue& one : *list)
        if (const std::string* text = one.string()) builder.note(*text, home, record);
  }
}

int section_of(const JsonValue& node) {
  const std::string text = text_of(node, "section");
  return !text.empty() && text.size() <= 2 && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); })
             ? std::stoi(text) : 0;
}

void add_node(GoodsTableBuilder& builder, const JsonValue& node, const std::string& parent, std::uint64_t& record) {
  const std::uint64_t own = ++record;
  if (node.object() == nullptr) return builder.bad(ErrorCode::malformed, "no JSON object", own, {});
  const std::string code = text_of(node, "code");
  builder.row(code, text_of(node, "name"), parent, section_of(node), own);
  add_notes(builder, node, code, own);
  if (const JsonValue* children = node.member("children"); children != nullptr && children->array() != nullptr)
    for (const JsonValue& child : *children->array()) add_node(builder, child, code, record);
}

Result<void> read_tree(GoodsTableBuilder& builder, std::string_view bytes, DocumentLimits limits) {
  limits.dom_bytes = std::max(limits.dom_bytes, tree_bytes);
  limits.string_bytes = std::max<std::size_t>(limits.string_bytes, 1u << 20);
  const auto tree = parse_json(bytes, limits);
  if (!tree) return tree.error();
  std::uint64_t record = 0;
  if (const auto* list = tree->array())
    for (const JsonValue& node : *list) add_node(builder, node, {}, record);
  else add_node(builder, *tree, {}, record);
  return {};
}

void read_lines(GoodsTableBuilder& builder, std::string_view bytes, const DocumentLimits& limits) {
  std::uint64_t record = 0;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end);
    bytes = end == std::string_view::npos ? std::string_view{} : bytes.substr(end + 1);
    ++record;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto value = parse_json(line, limits);
    if (!value) {
      builder.bad(value.error().in_record(record));
      continue;
    }
    const std::string parent = text_of(*value, "parentCode"), code = text_of(*value, "code");
    if (text_of(*value, "type") == "note") {
      builder.note(text_of(*value, "name"), parent, record);
      continue;
    }
    builder.row(code, text_of(*value, "name"), parent, section_of(*value), record);
    add_notes(builder, *value, code, record);
  }
}

/// `13-2026` in `ncl13-2026.jsonl`.
std::optional<NiceEdition> edition_in(std::string name) {
  if (const std::size_t slash = name.find_last_of('/'); slash != std::string::npos) name.erase(0, slash + 1);
  for (std::size_t i = 0; i + 6 <= name.size(); ++i) {
    if (!std::isdigit(static_cast<unsigned char>(name[i])) || (i > 0 && std::isdigit(static_cast<unsigned char>(name[i - 1])))) continue;
    for (const std::size_t length : {std::size_t{7}, std::size_t{6}}) {
      if (i + length > name.size() || name[i + length - 5] != '-') continue;
      if (const auto edition = NiceEdition::parse(name.substr(i, length))) return *edition;
    }
  }
  return {};
}

}  // namespace

Result<GoodsTableRead> read_goods_table(std::string_view bytes, const std::string& name, std::optional<NiceEdition> edition,
                                        const DocumentLimits& limits) {
  bytes = without_byte_order_mark(bytes);
  if (bytes.size() > limits.stream_bytes || bytes.size() > tree_bytes)
    return Error{ErrorCode::limit_exceeded, "the table is longer than " + std::to_string(tree_bytes) + " bytes"}.in_file(name);
  if (const auto checked = check_utf8(bytes); !checked) return checked.error().in_file(name);
  GoodsTableBuilder builder;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  const char begin = first == std::string_view::npos ? '\0' : bytes[first];
  if (begin == '[') {
    if (auto read = read_tree(builder, bytes.substr(first), limits); !read) return read.error().in_file(name);
  } else if (begin == '{') {
    read_lines(builder, bytes, limits);
  } else {
    read_printed_table(builder, bytes);
  }
  GoodsTableRead made = std::move(builder).finish();
  made.edition.edition = edition ? *edition : edition_in(name).value_or(NiceEdition{});
  for (Error& error : made.bad) error = error.in_file(name);
  if (made.edition.items.empty())
    return Error{ErrorCode::malformed, "no item of a goods table was found" +
                                           (made.bad.empty() ? std::string() : "; first of " + std::to_string(made.bad_count) +
                                                                                   " bad rows: " + made.bad.front().message)}.in_file(name);
  return made;
}

}  // namespace marque
