#include "grounds/goods_words.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "grounds/weights.hpp"
#include "law/table_text.hpp"

MARQUE_EMBEDDED(marque_descriptive_words)

namespace marque {
namespace {

WordSense sense_of(std::string_view name) {
  constexpr std::pair<std::string_view, WordSense> senses[] = {
      {"product", WordSense::product}, {"quality", WordSense::quality}, {"material", WordSense::material},
      {"function", WordSense::function}, {"use", WordSense::use},       {"weight", WordSense::weight}};
  for (const auto& [known, sense] : senses)
    if (known == name) return sense;
  return WordSense::greeting;
}

const std::unordered_map<std::u32string, DescriptiveWord>& words() {
  static const auto table = [] {
    std::unordered_map<std::u32string, DescriptiveWord> rows;
    for_each_row(embedded(marque_descriptive_words, marque_descriptive_words_end), [&](const auto& fields) {
      rows.emplace(points_of(fields[0]),
                   DescriptiveWord{sense_of(fields[1]), classes_of_column(fields[2])});
    });
    return rows;
  }();
  return table;
}

}  // namespace

ClassSet classes_of_column(std::string_view column) {
  ClassSet classes;
  if (column == "*") return classes;
  for_each_part(column, ' ', [&](std::string_view number) {
    if (const auto c = NiceClass::parse(number)) classes.insert(*c);
  });
  return classes;
}

const DescriptiveWord* descriptive_word(std::u32string_view word) {
  const auto found = words().find(std::u32string(word));
  return found == words().end() ? nullptr : &found->second;
}

bool reaches(const Filing& filing, const ClassSet& classes) {
  return classes.empty() || filing.scope.empty() || classes.intersects(classes_of(filing.scope));
}

std::vector<std::u32string> goods_names(const Filing& filing, NiceClass in_class) {
  std::vector<std::u32string> names;
  for (const ClassScope& scope : filing.scope) {
    if (scope.nice_class != in_class) continue;
    for (const GoodsItem& item : scope.goods) {
      const auto name = normalize(item.name);
      if (name && !name->empty()) names.push_back(name->han.empty() ? name->letters : name->han);
    }
  }
  return names;
}

bool names_goods(std::u32string_view word, const std::vector<std::u32string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::u32string& name) {
    return name == word || (word.size() >= weights::least_head && name.ends_with(word));
  });
}

Bilingual compared_goods(const GoodsComparison& goods) {
  const auto both = [](const std::string& a, const std::string& b) { return a.empty() || b.empty() ? a + b : a + " / " + b; };
  return {both(goods.a.zh, goods.b.zh), both(goods.a.en, goods.b.en)};
}

}  // namespace marque
