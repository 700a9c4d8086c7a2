#include "law/scope_changes.hpp"

#include <algorithm>
#include <string>

#include "law/ended.hpp"
#include "law/law_error.hpp"

namespace marque {

namespace {

ClassScope* find_class(std::vector<ClassScope>& scope, NiceClass named) {
  const auto part = std::find_if(scope.begin(), scope.end(), [&](const ClassScope& p) { return p.nice_class == named; });
  return part == scope.end() ? nullptr : &*part;
}

Error uncovered(NiceClass named) {
  return law_error(ErrorCode::invalid_class, {"记录不含第" + named.to_string() + "类", "the record does not cover class " + named.to_string()});
}

Error unlisted(const std::string& name) {
  return law_error(ErrorCode::invalid_argument, {"记录在所涉类别中没有“" + name + "”",
                                                 "the record does not list \"" + name + "\" in the classes concerned"})
      .in_field("goods");
}

Error gone_already(const Bilingual& what, Status status) {
  return law_error(ErrorCode::unlawful, {what.zh + "已处于“" + std::string(chinese_of(status)) + "”状态",
                                         what.en + " is " + std::string(name_of(status)) + " already"});
}

/// Whether what is in a state cannot enter another any more; what has ended may still turn out void.
bool is_final(Status before, Status to) { return before == to || (has_ended(before) && to != Status::invalidated); }

Result<void> change_class(ClassScope& part, Status record, Status to) {
  const Status before = status_in(part, record);
  if (is_final(before, to)) return gone_already({"第" + part.nice_class.to_string() + "类", "class " + part.nice_class.to_string()}, before);
  part.status = to;
  return {};
}

/// Every item of that name in the classes concerned.
std::vector<std::pair<ClassScope*, GoodsItem*>> items_named(std::vector<ClassScope>& scope, const Event& event,
                                                            const std::string& name) {
  std::vector<std::pair<ClassScope*, GoodsItem*>> found;
  for (ClassScope& part : scope)
    for (GoodsItem& item : part.goods)
      if (item.name == name && concerns(event, part.nice_class)) found.emplace_back(&part, &item);
  return found;
}

Result<void> change_items(std::vector<ClassScope>& scope, Status record, Status to, const Event& event) {
  for (const std::string& name : event.goods) {
    const auto items = items_named(scope, event, name);
    if (items.empty()) return unlisted(name);
    for (const auto& [part, item] : items) {
      const Status before = item->status.value_or(status_in(*part, record));
      if (is_final(before, to)) return gone_already({"“" + name + "”", "\"" + name + "\""}, before);
      item->status = to;
    }
  }
  for (ClassScope& part : scope) {
    const auto is_there = [](const GoodsItem& item) { return !item.status || !is_gone(*item.status); };
    if (!part.goods.empty() && std::none_of(part.goods.begin(), part.goods.end(), is_there)) part.status = to;
  }
  return {};
}

Result<void> check_classes(std::vector<ClassScope>& scope, const Event& event) {
  for (const NiceClass named : event.classes)
    if (find_class(scope, named) == nullptr) return uncovered(named);
  return {};
}

bool names(const Event& event, const GoodsItem& item) {
  return std::find(event.goods.begin(), event.goods.end(), item.name) != event.goods.end();
}

}  // namespace

Result<bool> change_scope(std::vector<ClassScope>& scope, Status record, Status to, const Event& event) {
  if (const auto covered = check_classes(scope, event); !covered) return covered.error();
  if (event.goods.empty()) {
    for (const NiceClass named : event.classes)
      if (const auto changed = change_class(*find_class(scope, named), record, to); !changed) return changed.error();
  } else if (const auto changed = change_items(scope, record, to, event); !changed) {
    return changed.error();
  }
  return std::any_of(scope.begin(), scope.end(), [&](const ClassScope& p) { return !is_gone(status_in(p, record)); });
}

void readmit(std::vector<ClassScope>& scope, const Event& event) {
  for (ClassScope& part : scope) {
    if (!concerns(event, part.nice_class)) continue;
    for (GoodsItem& item : part.goods)
      if (item.status == Status::refused && (event.goods.empty() || names(event, item))) item.status.reset();
    const bool any_item = part.goods.empty() || std::any_of(part.goods.begin(), part.goods.end(),
                                                            [](const GoodsItem& item) { return !item.status; });
    if (part.status == Status::refused && any_item) part.status.reset();
  }
}

void follow_record(std::vector<ClassScope>& scope) {
  for (ClassScope& part : scope)
    if (part.status && !is_gone(*part.status)) part.status.reset();
}

Result<std::vector<ClassScope>> taken_out(std::vector<ClassScope>& scope, const Event& event) {
  if (const auto covered = check_classes(scope, event); !covered) return covered.error();
  for (const std::string& name : event.goods)
    if (items_named(scope, event, name).empty()) return unlisted(name);
  std::vector<ClassScope> taken, left;
  for (const ClassScope& part : scope) {
    const bool whole = event.goods.empty() && concerns(event, part.nice_class);
    ClassScope out{part.nice_class, {}, part.status}, rest{part.nice_class, {}, part.status};
    for (const GoodsItem& item : part.goods) {
      const bool taking = whole || (concerns(event, part.nice_class) && names(event, item));
      (taking ? out : rest).goods.push_back(item);
    }
    if (whole || !out.goods.empty()) taken.push_back(std::move(out));
    if (!whole && (part.goods.empty() || !rest.goods.empty())) left.push_back(std::move(rest));
  }
  scope = std::move(left);
  return taken;
}

}  // namespace marque
