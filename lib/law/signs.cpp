#include "marque/law/signs.hpp"

#include <unordered_map>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "law/table_text.hpp"
#include "law/words.hpp"

MARQUE_EMBEDDED(marque_barred_names)
MARQUE_EMBEDDED(marque_barred_exceptions)

namespace marque {
namespace {

constexpr std::size_t longest_latin_name = 5;      // words: "People's Republic of China" has four
constexpr std::size_t own_characters = 2;          // a name of fewer characters is not independent of the State's
constexpr std::string_view own_state = "10(1)(1)";

struct BarredName {
  std::string article;
  Bilingual why;
};

Bilingual why_of(std::string_view name, std::string_view kind) {
  const std::string n = "“" + std::string(name) + "”";
  if (kind == "state") return {n + "是国家名称", n + " is the name of a State"};
  if (kind == "organ") return {n + "是中央国家机关的名称", n + " is the name of a central State organ"};
  if (kind == "landmark") return {n + "是中央国家机关所在地或标志性建筑物的名称",
                                  n + " names the seat or a landmark building of central State organs"};
  if (kind == "anthem") return {n + "是国歌", n + " is the national anthem"};
  if (kind == "flag") return {n + "是国旗、军旗或者军徽的名称", n + " names the national flag, or the flag or emblem of the army"};
  if (kind == "igo") return {n + "是政府间国际组织的名称", n + " is the name of an intergovernmental organisation"};
  if (kind == "control") return {n + "是表明实施控制、予以保证的官方标志、检验印记的名称", n + " names an official mark of control or warranty"};
  if (kind == "ethnic") return {n + "带有民族歧视性", n + " discriminates against a people"};
  if (kind == "vice") return {n + "有害于社会主义道德风尚", n + " offends good morals"};
  if (kind == "religion") return {n + "用作商标易伤害宗教感情", n + " as a mark may hurt religious feelings"};
  if (kind == "politics") return {n + "用作商标易产生政治上的不良影响", n + " as a mark may have an adverse political influence"};
  return {n + "是红十字运动的标志名称", n + " is a name of the Red Cross movement"};
}

struct BarredNames {
  std::unordered_map<std::u32string, BarredName> han, letters;

  static const BarredNames& get() {
    static const BarredNames names;
    return names;
  }

 private:
  BarredNames() {
    for_each_row(embedded(marque_barred_names, marque_barred_names_end), [&](const auto& fields) {
      const std::string_view kind = fields[3];
      const auto add = [&](auto& map, std::string_view name) {
        map.emplace(points_of(name), BarredName{std::string(fields[2]), why_of(name, kind)});
      };
      for_each_part(fields[0], '|', [&](std::string_view name) { add(han, name); });
      for_each_part(fields[1], '|', [&](std::string_view name) { add(letters, name); });
    });
  }
};

struct Exception {
  std::u32string name;
  Bilingual what;
};

const std::vector<Exception>& exceptions() {
  static const auto table = [] {
    std::vector<Exception> rows;
    for_each_row(embedded(marque_barred_exceptions, marque_barred_exceptions_end), [&](const auto& fields) {
      rows.push_back({points_of(fields[0]), {std::string(fields[1]), std::string(fields[2])}});
    });
    return rows;
  }();
  return table;
}

/// The barred name inside the name of an objective thing (中华 in 中华鲟), reported with that exception.
void add_objective(const Piece& piece, std::vector<BarredSign>& signs) {
  for (const Exception& exception : exceptions()) {
    if (piece.text != exception.name) continue;
    for (std::size_t length = piece.text.size() - 1; length > 1; --length) {
      const auto found = BarredNames::get().han.find(std::u32string(piece.text.substr(0, length)));
      if (found == BarredNames::get().han.end()) continue;
      const std::string name = encode_utf8(exception.name);
      signs.push_back({found->first, found->second.article,
                       {found->second.why.zh + "；但“" + name + "”是" + exception.what.zh,
                        found->second.why.en + ", but " + name + " is " + exception.what.en},
                       false, SignException::objective_thing});
      return;
    }
  }
}

SignException exception_for(const NormalForm& name, std::u32string_view text, const BarredName& barred) {
  if (barred.article != own_state) return SignException::none;
  const std::size_t rest = name.distinctive_han.size() > text.size() ? name.distinctive_han.size() - text.size() : 0;
  const bool leads = name.han.starts_with(text);
  return leads && rest >= own_characters ? SignException::nationality : SignException::none;
}

}  // namespace

std::vector<BarredSign> barred_signs(const NormalForm& name) {
  const BarredNames& barred = BarredNames::get();
  std::vector<BarredSign> signs;
  for (const Piece& piece : cut_words(name)) {
    const auto found = barred.han.find(std::u32string(piece.text));
    if (found == barred.han.end()) {
      add_objective(piece, signs);
      continue;
    }
    const auto& [text, row] = *found;
    signs.push_back({text, row.article, row.why, is_whole_han(name, text), exception_for(name, text, row)});
  }
  const auto known = [&](const std::u32string& text) { return barred.letters.contains(text); };
  for (const LetterRun& run : letter_runs(name, longest_latin_name, known)) {
    const BarredName& row = barred.letters.at(run.text);
    signs.push_back({run.text, row.article, row.why, is_whole_letters(name, run.text), SignException::none});
  }
  return signs;
}

}  // namespace marque
