#include "interchange/table_columns.hpp"

#include <array>
#include <functional>
#include <optional>

#include "interchange/wording.hpp"

namespace marque {
namespace {

std::string text_of(const std::optional<Date>& date) { return date ? date->to_string() : std::string{}; }

std::string owner_part(const Entry& entry, const std::function<std::string(const Party&)>& part) {
  return owners_of(entry).empty() ? std::string{} : part(owners_of(entry).front());
}

std::string co_owners(const Entry& entry) {
  std::string names;
  for (std::size_t i = 1; i < owners_of(entry).size(); ++i) names += (i > 1 ? ";" : "") + owners_of(entry)[i].name;
  return names;
}

std::string classes_cell(const Entry& entry) {
  std::string cell;
  for (const NiceClass c : classes_of(scope_of(entry)).classes()) cell += (cell.empty() ? "" : ";") + c.to_string();
  return cell;
}

// The group stands in brackets behind its item, where the reader looks for it.
std::string goods_cell(const Entry& entry) {
  std::string cell;
  for (const ClassScope& in_class : scope_of(entry))
    for (const GoodsItem& item : in_class.goods) {
      if (item.name.empty()) continue;
      cell += item.name;
      if (item.group)
        cell += "(" + item.group->to_string() + ")";
      else if (!item.item_code.empty())
        cell += "(" + item.item_code + ")";
      cell += ";";
    }
  return cell;
}

std::string groups_cell(const Entry& entry) {
  std::string cell;
  for (const ClassScope& in_class : scope_of(entry))
    for (const GoodsItem& item : in_class.goods)
      if (item.name.empty() && item.group) cell += (cell.empty() ? "" : ";") + item.group->to_string();
  return cell;
}

TrademarkDates dates_of(const Entry& entry) {
  if (const auto* mark = std::get_if<Trademark>(&entry)) return mark->dates;
  TrademarkDates dates;
  if (const auto* mark = std::get_if<InternationalRegistration>(&entry)) {
    dates.registered = mark->registered;
    dates.expires = mark->expires;
  } else {
    dates.registered = priority_date_of(entry);
  }
  return dates;
}

std::string agent_cell(const Entry& entry) {
  if (const auto* mark = std::get_if<Trademark>(&entry)) return mark->agent ? mark->agent->name : std::string{};
  if (const auto* mark = std::get_if<InternationalRegistration>(&entry))
    return mark->agent ? mark->agent->name : std::string{};
  return {};
}

std::string mark_kind_cell(const Entry& entry, Language language) {
  if (const auto* mark = std::get_if<Trademark>(&entry)) return label(mark->kind, language);
  if (const auto* mark = std::get_if<InternationalRegistration>(&entry)) return label(mark->kind, language);
  return {};
}

template <class Part>
std::string of_indication(const Entry& entry, Part&& part) {
  const auto* indication = std::get_if<GeographicalIndication>(&entry);
  return indication ? std::string(part(*indication)) : std::string{};
}

template <class Part>
std::string of_trademark(const Entry& entry, Part&& part) {
  const auto* mark = std::get_if<Trademark>(&entry);
  return mark ? std::string(part(*mark)) : std::string{};
}

/// One column: its headers, and its cell. The headers are among those of data/csv_headers.tsv.
struct Column {
  std::string_view zh, en;
  std::string (*cell)(const Entry&, Language);
};

constexpr auto columns = std::to_array<Column>({
    {"种类", "kind",
     [](const Entry& e, Language l) {
       return l == Language::zh ? std::string(chinese_of(kind_of(e))) : std::string(name_of(kind_of(e)));
     }},
    {"注册号", "number", [](const Entry& e, Language) { return number_of(e); }},
    {"商标名称", "mark", [](const Entry& e, Language) { return words_of(e); }},
    {"权利人", "owner", [](const Entry& e, Language) { return owner_part(e, [](const Party& p) { return p.name; }); }},
    {"类别", "classes", [](const Entry& e, Language) { return classes_cell(e); }},
    {"状态", "status",
     [](const Entry& e, Language l) {
       return l == Language::zh ? std::string(chinese_of(status_of(e))) : std::string(name_of(status_of(e)));
     }},
    {"申请日期", "filed", [](const Entry& e, Language) { return text_of(dates_of(e).filed); }},
    {"注册日期", "registered", [](const Entry& e, Language) { return text_of(dates_of(e).registered); }},
    {"初审公告日", "published", [](const Entry& e, Language) { return text_of(dates_of(e).published); }},
    {"有效期至", "expires", [](const Entry& e, Language) { return text_of(dates_of(e).expires); }},
    {"商标类型", "mark_kind", [](const Entry& e, Language l) { return mark_kind_cell(e, l); }},
    {"商品/服务项目", "goods", [](const Entry& e, Language) { return goods_cell(e); }},
    {"类似群", "similar_groups", [](const Entry& e, Language) { return groups_cell(e); }},
    {"统一社会信用代码", "uscc",
     [](const Entry& e, Language) {
       return owner_part(e, [](const Party& p) { return p.uscc ? p.uscc->to_string() : std::string{}; });
     }},
    {"申请人地址", "owner_address",
     [](const Entry& e, Language) { return owner_part(e, [](const Party& p) { return p.address; }); }},
    {"共有人", "co_owners", [](const Entry& e, Language) { return co_owners(e); }},
    {"代理机构", "agent", [](const Entry& e, Language) { return agent_cell(e); }},
    {"初审公告期号", "publication_issue",
     [](const Entry& e, Language) { return of_trademark(e, [](const auto& t) { return t.publication_issue; }); }},
    {"注册公告期号", "registration_issue",
     [](const Entry& e, Language) { return of_trademark(e, [](const auto& t) { return t.registration_issue; }); }},
    {"商标图样", "image", [](const Entry& e, Language) { return image_of(e) ? image_of(e)->path : std::string{}; }},
    {"产品", "product",
     [](const Entry& e, Language) { return of_indication(e, [](const auto& g) { return g.product; }); }},
    {"保护范围", "area",
     [](const Entry& e, Language) { return of_indication(e, [](const auto& g) { return g.area.text; }); }},
    {"质量技术要求", "quality",
     [](const Entry& e, Language) { return of_indication(e, [](const auto& g) { return g.quality; }); }},
    {"标准号", "standard",
     [](const Entry& e, Language) { return of_indication(e, [](const auto& g) { return g.standard; }); }},
    {"备注", "note", [](const Entry& e, Language) { return provenance_of(e).note; }},
});

}  // namespace

std::vector<std::string> table_header(Language language) {
  std::vector<std::string> header;
  for (const Column& column : columns) header.emplace_back(language == Language::zh ? column.zh : column.en);
  return header;
}

std::vector<std::string> table_cells(const Entry& entry, Language language) {
  std::vector<std::string> cells;
  for (const Column& column : columns) cells.push_back(column.cell(entry, language));
  return cells;
}

}  // namespace marque
