#pragma once

#include <optional>
#include <string>

#include "marque/model/entry.hpp"

namespace marque::sqlite {

/// The columns of a record beside its bytes: `number` and `kind` to find it, the others for people who look into the
/// file with a database browser.
struct Columns {
  std::string kind, number, mark, owner, status;
  std::optional<std::string> expires;

  bool operator==(const Columns&) const = default;
};

Columns columns_of(const Entry& entry);

}  // namespace marque::sqlite
