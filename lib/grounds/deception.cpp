#include "marque/grounds/deception.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "grounds/goods_words.hpp"
#include "grounds/order.hpp"
#include "law/table_text.hpp"
#include "law/words.hpp"

MARQUE_EMBEDDED(marque_deceptive_words)
MARQUE_EMBEDDED(marque_materials)

namespace marque {
namespace {

struct DeceptiveWord {
  std::u32string word;
  ClassSet classes;   // empty: every class
  Bilingual why;
};

/// Longest first.
const std::vector<DeceptiveWord>& deceptive_words() {
  static const auto table = [] {
    std::vector<DeceptiveWord> rows;
    for_each_row(embedded(marque_deceptive_words, marque_deceptive_words_end), [&](const auto& fields) {
      rows.push_back({points_of(fields[0]), classes_of_column(fields[1]), {std::string(fields[2]), std::string(fields[3])}});
    });
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.word.size() > b.word.size(); });
    return rows;
  }();
  return table;
}

struct Material {
  std::u32string word;
  std::string_view family;
};

const std::vector<Material>& materials() {
  static const auto table = [] {
    std::vector<Material> rows;
    for_each_row(embedded(marque_materials, marque_materials_end),
                 [&](const auto& fields) { rows.push_back({points_of(fields[0]), fields[1]}); });
    return rows;
  }();
  return table;
}

/// Whether `word` stands in the mark from the beginning of one of its words to the end of one: 中国药业 holds no 国药.
bool stands_in(const std::vector<Piece>& pieces, std::u32string_view han, std::u32string_view word) {
  for (std::size_t at = han.find(word); at != std::u32string_view::npos; at = han.find(word, at + 1)) {
    const bool begins = std::any_of(pieces.begin(), pieces.end(), [&](const Piece& p) { return p.position == at; });
    const bool ends = std::any_of(pieces.begin(), pieces.end(), [&](const Piece& p) {
      return p.position + p.text.size() == at + word.size();
    });
    if (begins && ends) return true;
  }
  return false;
}

void add(const Filing& filing, Risk risk, const std::u32string& word, const Bilingual& why, std::vector<Ground>& grounds) {
  const std::string quoted = "“" + encode_utf8(word) + "”";
  grounds.push_back(make_ground(GroundCode::deceptive_quality, risk, filing.law,
                                {quoted + why.zh + "。", quoted + " " + why.en + "."}));
}

/// 国 and the name of the goods says that they are the nation's own.
void add_national(const Filing& filing, std::vector<Ground>& grounds) {
  const std::u32string& han = filing.subject.name.distinctive_han;
  if (han.size() < 2 || han.front() != U'国') return;
  const std::u32string rest = han.substr(1);
  const DescriptiveWord* known = descriptive_word(rest);
  const bool product = known != nullptr && known->sense == WordSense::product && reaches(filing, known->classes);
  const bool named = std::any_of(filing.scope.begin(), filing.scope.end(), [&](const ClassScope& scope) {
    return names_goods(rest, goods_names(filing, scope.nice_class));
  });
  if (product || named)
    add(filing, Risk::medium, han, {"以“国”字加商品名称，夸大宣传并带有欺骗性", "puts 国 (national) before the name of the goods, which overstates them so as to deceive"}, grounds);
}

/// The material a mark names, for goods named after another of its family.
void add_materials(const Filing& filing, const std::vector<Piece>& pieces, std::vector<Ground>& grounds) {
  const std::u32string& han = filing.subject.name.han;
  for (const Material& mine : materials()) {
    if (!stands_in(pieces, han, mine.word)) continue;
    for (const ClassScope& scope : filing.scope)
      for (const std::u32string& goods : goods_names(filing, scope.nice_class)) {
        if (goods.find(mine.word) != std::u32string::npos) continue;
        const auto other = std::find_if(materials().begin(), materials().end(), [&](const Material& m) {
          return m.family == mine.family && goods.find(m.word) != std::u32string::npos &&
                 mine.word.find(m.word) == std::u32string::npos;
        });
        if (other == materials().end()) continue;
        add(filing, Risk::medium, mine.word,
            {"用于“" + encode_utf8(goods) + "”，易使公众对商品的种类或者原料误认",
             "on " + encode_utf8(goods) + " may deceive about the kind or the material of the goods"}, grounds);
        return;
      }
  }
}

}  // namespace

std::vector<Ground> deception_grounds(const Filing& filing) {
  std::vector<Ground> grounds;
  const NormalForm& name = filing.subject.name;
  const std::vector<Piece> pieces = cut_words(name);
  std::vector<std::u32string_view> told;
  for (const DeceptiveWord& row : deceptive_words()) {
    const bool part = std::any_of(told.begin(), told.end(), [&](auto longer) { return longer.find(row.word) != longer.npos; });
    if (part || !reaches(filing, row.classes) || !stands_in(pieces, name.han, row.word)) continue;
    told.push_back(row.word);
    add(filing, filing.scope.empty() && !row.classes.empty() ? Risk::low : Risk::medium, row.word, row.why, grounds);
  }
  if (grounds.empty()) add_national(filing, grounds);
  add_materials(filing, pieces, grounds);
  most_serious_first(grounds);
  return grounds;
}

}  // namespace marque
