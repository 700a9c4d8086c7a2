#include "tables.hpp"

#include <algorithm>
#include <string_view>

#include "base/embedded.hpp"
#include "base/tsv.hpp"

MARQUE_EMBEDDED(sample_coined)
MARQUE_EMBEDDED(sample_goods)
MARQUE_EMBEDDED(sample_owners)

namespace {

int number(std::string_view text) { return std::stoi(std::string(text)); }

Trade& trade_of(std::vector<Trade>& trades, std::string_view field) {
  const auto found = std::find_if(trades.begin(), trades.end(), [&](const Trade& trade) { return trade.field == field; });
  if (found != trades.end()) return *found;
  return trades.emplace_back(Trade{std::string(field), 1, {}, {}, {}});
}

std::vector<Trade> read_trades() {
  std::vector<Trade> trades;
  marque::for_each_row(marque::embedded(sample_owners, sample_owners_end), [&](const auto& row) {
    Trade& trade = trade_of(trades, row.at(1));
    if (row[0] == "field") trade.weight = number(row.at(2));
    if (row[0] == "industry") trade.industries.emplace_back(row.at(2));
    if (row[0] == "suffix") trade.suffixes.emplace_back(row.at(2));
  });
  marque::for_each_row(marque::embedded(sample_goods, sample_goods_end), [&](const auto& row) {
    const marque::SimilarGroup group = *marque::SimilarGroup::parse(row.at(2));
    trade_of(trades, row[0]).goods.push_back({{std::string(row.at(3)), group, {}}, number(row.at(4))});
  });
  return trades;
}

Coinage read_coinage() {
  Coinage coinage;
  marque::for_each_row(marque::embedded(sample_coined, sample_coined_end), [&](const auto& row) {
    const std::string_view kind = row[0];
    const std::string text(row.at(1)), reading(row.at(2));
    if (kind == "first") coinage.first.push_back({text, reading});
    if (kind == "last") coinage.last.push_back({text, reading});
    if (kind == "place") coinage.place.push_back({text, reading});
    if (kind == "kin") coinage.kin.emplace(text, reading);
    if (kind == "onset") coinage.onsets.push_back(text);
    if (kind == "nucleus") coinage.nuclei.push_back(text);
    if (kind == "coda") coinage.codas.push_back(text);
  });
  return coinage;
}

}  // namespace

const std::vector<Trade>& trades() {
  static const std::vector<Trade> value = read_trades();
  return value;
}

const Coinage& coinage() {
  static const Coinage value = read_coinage();
  return value;
}
