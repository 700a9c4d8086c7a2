#include "law/division_table.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "law/table_text.hpp"

MARQUE_EMBEDDED(marque_divisions)
MARQUE_EMBEDDED(marque_division_suffixes)
MARQUE_EMBEDDED(marque_peoples)

namespace marque {
namespace {

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

PlaceLevel level_of(std::string_view name) {
  if (name == "province") return PlaceLevel::province;
  return name == "prefecture" ? PlaceLevel::prefecture : PlaceLevel::county;
}

/// The column of one-word tables, longest first.
std::vector<std::u32string> words_of_table(std::string_view table) {
  std::vector<std::u32string> words;
  for_each_row(table, [&](const auto& fields) { words.push_back(points_of(fields[0])); });
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

const std::vector<std::u32string>& suffixes() {
  static const auto words = words_of_table(embedded(marque_division_suffixes, marque_division_suffixes_end));
  return words;
}

const std::vector<std::u32string>& peoples() {
  static const auto words = words_of_table(embedded(marque_peoples, marque_peoples_end));
  return words;
}

/// Drops the longest of `endings` that leaves at least two characters.
bool drop_ending(std::u32string_view& name, const std::vector<std::u32string>& endings) {
  for (const std::u32string& ending : endings) {
    if (!name.ends_with(ending) || name.size() < ending.size() + 2) continue;
    name.remove_suffix(ending.size());
    return true;
  }
  return false;
}

}  // namespace

std::u32string short_form(std::u32string_view name) {
  if (!drop_ending(name, suffixes())) return std::u32string(name);
  while (drop_ending(name, peoples())) {}
  return std::u32string(name);
}

const DivisionTable& DivisionTable::get() {
  static const DivisionTable table;
  return table;
}

DivisionTable::DivisionTable() {
  for_each_row(embedded(marque_divisions, marque_divisions_end), [&](const auto& fields) {
    Division division{AreaCode::from_digits(static_cast<std::uint32_t>(number_of(fields[0]))), std::string(fields[1]),
                      level_of(fields[2]), number_of(fields[3]), number_of(fields[4]), {}};
    for_each_part(fields[5], ';', [&](std::string_view code) {
      if (code.find('[') != std::string_view::npos) return;  // a part passed over, the division stayed
      division.successors.push_back(AreaCode::from_digits(static_cast<std::uint32_t>(number_of(code))));
    });
    by_code_[division.code.digits()].push_back(static_cast<std::uint32_t>(rows_.size()));
    rows_.push_back({std::move(division), {}});
  });
  for (auto& [code, rows] : by_code_)
    std::sort(rows.begin(), rows.end(),
              [this](auto a, auto b) { return rows_[a].division.from < rows_[b].division.from; });
  link_heirs();
  index_names();
}

void DivisionTable::link_heirs() {
  for (DivisionRow& row : rows_)
    for (const AreaCode code : row.division.successors)
      for (const std::uint32_t heir : with_code(code))
        if (&rows_[heir] != &row && rows_[heir].in_force(row.division.to)) row.heirs.push_back(heir);
}

void DivisionTable::index_names() {
  for (std::uint32_t row = 0; row < rows_.size(); ++row) {
    const std::u32string name = points_of(rows_[row].division.name);
    const std::u32string brief = short_form(std::u32string_view(name));
    by_name_[name].push_back(row);
    if (brief != name) by_name_[brief].push_back(row);
  }
  const auto rank = [this](std::uint32_t row) {
    const Division& d = rows_[row].division;
    return std::tuple(d.to != 0, d.level, -d.from, d.code);
  };
  for (auto& [name, rows] : by_name_)
    std::sort(rows.begin(), rows.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
}

std::span<const std::uint32_t> DivisionTable::with_code(AreaCode code) const {
  const auto found = by_code_.find(code.digits());
  return found == by_code_.end() ? std::span<const std::uint32_t>{} : std::span(found->second);
}

std::span<const std::uint32_t> DivisionTable::named(std::u32string_view name) const {
  const auto found = by_name_.find(std::u32string(name));
  return found == by_name_.end() ? std::span<const std::uint32_t>{} : std::span(found->second);
}

}  // namespace marque
