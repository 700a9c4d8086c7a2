#include "store/columns.hpp"

namespace marque::sqlite {

Columns columns_of(const Entry& entry) {
  const auto expiry = expiry_of(entry);
  const auto& owners = owners_of(entry);
  return {std::string(name_of(kind_of(entry))),
          canonical_number(number_of(entry)),
          words_of(entry),
          owners.empty() ? std::string() : owners.front().name,
          std::string(name_of(status_of(entry))),
          expiry ? std::optional(expiry->to_string()) : std::nullopt};
}

}  // namespace marque::sqlite
