#include "marque/model/inid.hpp"

#include <vector>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(marque_inid)

namespace marque {

namespace {

std::vector<InidCode> read_codes() {
  std::vector<InidCode> codes;
  for_each_row(embedded(marque_inid, marque_inid_end),
               [&](const auto& row) { codes.push_back({row.at(0), row.at(1), row.at(2), row.at(3), row.at(4)}); });
  return codes;
}

}  // namespace

std::span<const InidCode> inid_codes() {
  static const std::vector<InidCode> codes = read_codes();
  return codes;
}

std::string_view inid_of(std::string_view field) {
  for (const InidCode& row : inid_codes())
    if (row.field == field) return row.code;
  return {};
}

const InidCode* inid(std::string_view code) {
  for (const InidCode& row : inid_codes())
    if (row.code == code) return &row;
  return nullptr;
}

}  // namespace marque
