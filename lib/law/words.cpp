#include "law/words.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "law/division_table.hpp"
#include "law/table_text.hpp"
#include "marque/text/readings.hpp"

MARQUE_EMBEDDED(marque_common_words)
MARQUE_EMBEDDED(marque_foreign_places)
MARQUE_EMBEDDED(marque_barred_names)
MARQUE_EMBEDDED(marque_barred_exceptions)

namespace marque {
namespace {

enum class WordKind : std::uint8_t { word, wide_place };

class Dictionary {
 public:
  static const Dictionary& get() {
    static const Dictionary dictionary;
    return dictionary;
  }

  std::size_t longest() const { return longest_; }
  const WordKind* find(const std::u32string& text) const {
    const auto found = words_.find(text);
    return found == words_.end() ? nullptr : &found->second;
  }

 private:
  Dictionary() {
    const DivisionTable& divisions = DivisionTable::get();
    for (const auto& [name, rows] : divisions.names())
      add(name, divisions[rows.front()].division.level == PlaceLevel::county ? WordKind::word : WordKind::wide_place);
    add_table(embedded(marque_common_words, marque_common_words_end));
    add_table(embedded(marque_foreign_places, marque_foreign_places_end));
    add_table(embedded(marque_barred_names, marque_barred_names_end));
    add_table(embedded(marque_barred_exceptions, marque_barred_exceptions_end));
  }

  void add(const std::u32string& word, WordKind kind) {
    words_.emplace(word, kind);
    longest_ = std::max(longest_, word.size());
  }

  void add_table(std::string_view table) {
    for_each_row(table, [&](const auto& fields) {
      for_each_part(fields[0], '|', [&](std::string_view word) { add(points_of(word), WordKind::word); });
    });
  }

  std::unordered_map<std::u32string, WordKind> words_;
  std::size_t longest_ = 0;
};

struct Cut {
  std::size_t loose = 0, pieces = 0, narrow = 0;  // narrow: pieces that name no province or prefecture
  std::size_t last = 0;                           // length of the last piece
  bool known = false;

  auto cost() const { return std::tuple(loose, pieces, narrow); }
};

using Words = std::vector<std::u32string>;

/// The best way to end a cut at `end`; of equals the longest last piece, which comes first.
Cut best_cut(std::u32string_view han, std::size_t end, const std::vector<Cut>& cuts, const Words& generic) {
  const Dictionary& dictionary = Dictionary::get();
  Cut best;
  for (std::size_t length = std::min(end, dictionary.longest()); length > 0; --length) {
    const std::u32string text(han.substr(end - length, length));
    const WordKind* word = dictionary.find(text);
    const bool known = word || std::find(generic.begin(), generic.end(), text) != generic.end();
    if (!known && length > 1) continue;
    Cut cut = cuts[end - length];
    cut.loose += known ? 0 : 1;
    cut.pieces += 1;
    cut.narrow += word && *word == WordKind::wide_place ? 0 : 1;
    cut.last = length;
    cut.known = known;
    if (best.last == 0 || cut.cost() < best.cost()) best = cut;
  }
  return best;
}

std::vector<Piece> cut(std::u32string_view han, const Words& generic) {
  std::vector<Cut> cuts(han.size() + 1);
  for (std::size_t end = 1; end <= han.size(); ++end) cuts[end] = best_cut(han, end, cuts, generic);
  std::vector<Piece> pieces;
  for (std::size_t end = han.size(); end > 0; end -= cuts[end].last)
    pieces.push_back({end - cuts[end].last, han.substr(end - cuts[end].last, cuts[end].last), cuts[end].known});
  std::reverse(pieces.begin(), pieces.end());
  return pieces;
}

/// Letters of the words from `first` on, `count` of them at most, none where a part between is no word of letters.
std::u32string joined_letters(const NormalForm& name, std::size_t first, std::size_t count) {
  std::u32string text;
  for (std::size_t i = first; i < first + count; ++i) {
    if (i >= name.parts.size() || name.parts[i].kind != PartKind::letters) return {};
    text += name.parts[i].text;
  }
  return text;
}

}  // namespace

std::vector<Piece> cut_words(std::u32string_view han) { return cut(han, {}); }

std::vector<Piece> cut_words(const NormalForm& name) {
  std::vector<Piece> pieces;
  std::size_t start = 0, end = 0;
  Words generic;
  const auto close = [&] {
    for (Piece piece : cut(std::u32string_view(name.han).substr(start, end - start), generic)) {
      piece.position += start;
      pieces.push_back(piece);
    }
    start = end;
    generic.clear();
  };
  for (const NamePart& part : name.parts) {
    if (part.kind != PartKind::han) {
      close();
      continue;
    }
    end += part.text.size();
    if (part.generic) generic.push_back(part.text);
  }
  close();
  return pieces;
}

std::vector<LetterRun> letter_runs(const NormalForm& name, std::size_t most,
                                   const std::function<bool(const std::u32string&)>& known) {
  std::vector<LetterRun> runs;
  std::size_t position = 0;
  for (std::size_t first = 0; first < name.parts.size();) {
    std::size_t words = most;
    while (words > 0 && !known(joined_letters(name, first, words))) --words;
    if (words > 0) runs.push_back({position, joined_letters(name, first, words)});
    for (const std::size_t next = first + std::max<std::size_t>(words, 1); first < next; ++first)
      if (name.parts[first].kind == PartKind::letters) position += name.parts[first].text.size();
  }
  return runs;
}

bool is_whole_han(const NormalForm& name, std::u32string_view text) {
  return (name.distinctive_han == text || name.han == text) && name.digits.empty() &&
         (name.distinctive_letters.empty() || spells(text, name.letters));
}

bool is_whole_letters(const NormalForm& name, std::u32string_view text) {
  return (name.distinctive_letters == text || name.letters == text) && name.han.empty() && name.digits.empty();
}

}  // namespace marque
