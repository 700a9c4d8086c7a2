#pragma once

#include <optional>
#include <string>
#include <vector>

#include "marque/model/nice_class.hpp"
#include "marque/model/status.hpp"

namespace marque {

/// One item of the goods or services 商品/服务项目 a mark covers.
struct GoodsItem {
  std::string name{};                   ///< as registered, e.g. 服装
  std::optional<SimilarGroup> group{};  ///< similar group 类似群, where the record names it
  std::string item_code{};              ///< code in the goods table (`250045`, `C250001`), or empty
  std::optional<Status> status{};       ///< its own state, where that differs from the class's (refused, cancelled, ceased)

  bool operator==(const GoodsItem&) const = default;
};

/// What a registration covers in one class, and its state there where it differs from the record's
/// (partly refused, partly cancelled).
struct ClassScope {
  NiceClass nice_class;
  std::vector<GoodsItem> goods{};  ///< empty where the register names only the class
  std::optional<Status> status{};  ///< unset: the record's own status holds

  bool operator==(const ClassScope&) const = default;
};

/// The classes of a scope list.
ClassSet classes_of(const std::vector<ClassScope>& scope) noexcept;

}  // namespace marque
