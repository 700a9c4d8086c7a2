#include <string>

#include "marque/interchange/goods_table.hpp"
#include "marque/law/goods_relation.hpp"
#include "require.hpp"

using namespace marque;

// Any bytes as a goods table: it ends; every item has a name, a code of its form and a class of its group; every note has words and a
// side with a group or class; and what was read can be searched and compared with itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = read_goods_table(fuzz::text(data, size), "fuzz-13-2026");
  if (!read) {
    fuzz::require(!read.error().message.empty());
    return 0;
  }
  fuzz::require(!read->edition.items.empty() && read->bad_count >= read->bad.size());
  for (const TableItem& item : read->edition.items) fuzz::require(!item.name.empty() && (item.code.size() == 6 || item.code.size() == 7));
  for (const GoodsNote& note : read->edition.notes) fuzz::require(!note.text.empty() && (note.a.group || note.a.nice_class));
  const TableItem first = read->edition.items.front();
  const GoodsTable table({read->edition});
  const auto found = table.find(first.name, {}, 3);
  fuzz::require(!found.empty() && found.front().score <= 1);
  const std::vector<ClassScope> scope{{first.group.nice_class(), {{first.name, {}, {}}}, {}}};
  fuzz::require(compare_goods(scope, scope, table).relation == GoodsRelation::same);
  return 0;
}
