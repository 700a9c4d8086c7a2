#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/grounds/filing.hpp"
#include "marque/law/goods_relation.hpp"

namespace marque {

/// What a word says of goods, from lib/grounds/data/descriptive_words.tsv or the goods themselves.
enum class WordSense : std::uint8_t { product, quality, material, function, use, weight, greeting };

/// A row of descriptive_words.tsv.
struct DescriptiveWord {
  WordSense sense;
  ClassSet classes;         ///< empty: every class

  bool in(NiceClass c) const { return classes.empty() || classes.contains(c); }
};

/// Null where the word is in no row.
const DescriptiveWord* descriptive_word(std::u32string_view word);

/// Whether a filing has one of the classes that a table's row is for; none in the row are all, none in the filing may be any.
bool reaches(const Filing& filing, const ClassSet& classes);

/// The names of the goods a filing names in a class, comparable: Chinese as `han`, letters as `letters`.
std::vector<std::u32string> goods_names(const Filing& filing, NiceClass in_class);

/// Whether a word is the name of goods, or its last words: 服装 of 儿童服装, 山羊 of 活山羊.
bool names_goods(std::u32string_view word, const std::vector<std::u32string>& names);

/// The goods that were compared, of both sides where both are named: `羊肉 / 山羊肉`.
Bilingual compared_goods(const GoodsComparison& goods);

/// Reads the classes column of the tables: `*` or numbers.
ClassSet classes_of_column(std::string_view column);

}  // namespace marque
