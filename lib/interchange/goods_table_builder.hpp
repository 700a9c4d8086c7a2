#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "marque/interchange/goods_table.hpp"

namespace marque {

/// Gathers the rows of a goods table, in any order.
class GoodsTableBuilder {
 public:
  /// A class (two digits), a group (four) or an item (six, or C and six); what is none of them is bad.
  void row(std::string_view code, std::string_view name, std::string_view parent, int section, std::uint64_t record);

  /// A note with the class or group it stands with.
  void note(std::string_view text, std::string_view home, std::uint64_t record);

  void bad(ErrorCode code, std::string message, std::uint64_t record, std::string field);
  void bad(Error error);

  GoodsTableRead finish() &&;

 private:
  void item(std::string_view code, std::string_view name, std::string_view parent, int section, std::uint64_t record);

  GoodsTableRead made_;
  std::set<std::tuple<std::string, std::string, int>> seen_;  ///< code, name, group
};

/// The table as it is printed.
void read_printed_table(GoodsTableBuilder& builder, std::string_view text);

}  // namespace marque
