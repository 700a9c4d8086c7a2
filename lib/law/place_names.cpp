#include "marque/law/place_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "law/division_table.hpp"
#include "law/table_text.hpp"
#include "law/words.hpp"
#include "marque/text/readings.hpp"
#include "text/generic_words.hpp"

MARQUE_EMBEDDED(marque_foreign_places)
MARQUE_EMBEDDED(marque_other_meanings)
MARQUE_EMBEDDED(marque_pinyin_places)

namespace marque {
namespace {

constexpr std::size_t longest_latin_name = 5;  // words: "Bosnia and Herzegovina" has three

struct OtherMeaning {
  Bilingual meaning;
  bool in_practice = false;
};

const std::unordered_map<std::u32string, OtherMeaning>& other_meanings() {
  static const auto table = [] {
    std::unordered_map<std::u32string, OtherMeaning> meanings;
    for_each_row(embedded(marque_other_meanings, marque_other_meanings_end), [&](const auto& fields) {
      meanings[points_of(fields[0])] = {{std::string(fields[1]), std::string(fields[2])}, fields[3] == "practice"};
    });
    return meanings;
  }();
  return table;
}

const std::unordered_map<std::u32string, AreaCode>& pinyin_places() {
  static const auto table = [] {
    std::unordered_map<std::u32string, AreaCode> places;
    for_each_row(embedded(marque_pinyin_places, marque_pinyin_places_end), [&](const auto& fields) {
      if (const auto code = AreaCode::parse(fields[1])) places.emplace(points_of(fields[0]), *code);
    });
    return places;
  }();
  return table;
}

struct ForeignPlaces {
  std::unordered_map<std::u32string, Bilingual> han, letters;

  static const ForeignPlaces& get() {
    static const ForeignPlaces places;
    return places;
  }

 private:
  ForeignPlaces() {
    for_each_row(embedded(marque_foreign_places, marque_foreign_places_end), [&](const auto& fields) {
      const Bilingual what{std::string(fields[2]), std::string(fields[3])};
      for_each_part(fields[0], '|', [&](std::string_view name) { han.emplace(points_of(name), what); });
      for_each_part(fields[1], '|', [&](std::string_view name) { letters.emplace(points_of(name), what); });
    });
  }
};

void add_han_mentions(const NormalForm& name, std::vector<PlaceMention>& mentions) {
  const DivisionTable& table = DivisionTable::get();
  const std::vector<Piece> pieces = cut_words(name);
  const auto distinctive = std::count_if(pieces.begin(), pieces.end(),
                                         [](const Piece& piece) { return !is_generic(piece.text); });
  for (const Piece& piece : pieces) {
    const auto rows = table.named(piece.text);
    if (rows.empty()) continue;
    PlaceMention mention{std::u32string(piece.text), piece.position, table[rows.front()].division};
    mention.full_name = std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
      return points_of(table[row].division.name) == piece.text;
    });
    mention.whole = is_whole_han(name, piece.text) || (distinctive == 1 && name.skeleton == name.han);
    const auto meaning = other_meanings().find(mention.text);
    if (meaning != other_meanings().end()) {
      mention.other_meaning = meaning->second.meaning;
      mention.meaning_in_practice = meaning->second.in_practice;
    }
    for (const std::uint32_t row : rows)
      if (table[row].division.to == 0 && table[row].division.code != mention.division.code)
        mention.namesakes.push_back(table[row].division.code);
    mentions.push_back(std::move(mention));
  }
}

void add_pinyin_mentions(const NormalForm& name, std::vector<PlaceMention>& mentions) {
  const auto& places = pinyin_places();
  const auto known = [&](const std::u32string& text) { return places.contains(text); };
  for (const LetterRun& run : letter_runs(name, longest_latin_name, known)) {
    const auto division = division_of(places.at(run.text));
    if (!division) continue;
    PlaceMention mention{run.text, run.position, *division};
    mention.in_pinyin = true;
    mention.whole = is_whole_letters(name, run.text);
    mentions.push_back(std::move(mention));
  }
}

/// Rows reached from `start` over `next`, without the start itself, nearest first.
template <class Next>
std::vector<std::uint32_t> reached(const std::vector<std::uint32_t>& start, Next&& next) {
  std::vector<std::uint32_t> found = start;
  std::set<std::uint32_t> seen(start.begin(), start.end());
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const std::uint32_t row : next(found[i]))
      if (seen.insert(row).second) found.push_back(row);
  found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(start.size()));
  return found;
}

const std::multimap<std::uint32_t, std::uint32_t>& ancestors() {
  static const auto map = [] {
    std::multimap<std::uint32_t, std::uint32_t> parents;
    const auto rows = DivisionTable::get().rows();
    for (std::uint32_t row = 0; row < rows.size(); ++row)
      for (const std::uint32_t heir : rows[row].heirs) parents.emplace(heir, row);
    return parents;
  }();
  return map;
}

std::vector<std::uint32_t> rows_with(AreaCode code) {
  const auto rows = DivisionTable::get().with_code(code);
  return {rows.begin(), rows.end()};
}

/// The territory of a code of any year, in the codes by which it may be compared.
std::vector<AreaCode> today_or_itself(AreaCode code) {
  std::vector<AreaCode> codes = successors(code);
  if (codes.empty()) codes.push_back(code);
  return codes;
}

bool contains(AreaCode a, AreaCode b) { return a == b || a == b.prefecture() || a == b.province(); }

}  // namespace

std::vector<PlaceMention> place_mentions(const NormalForm& name) {
  std::vector<PlaceMention> mentions;
  add_han_mentions(name, mentions);
  add_pinyin_mentions(name, mentions);
  return mentions;
}

std::vector<Division> spelled_places(const NormalForm& name) {
  constexpr std::size_t least_letters = 4, longest_syllable = 6;
  const std::u32string& letters = name.distinctive_letters;
  std::vector<Division> places;
  if (!name.han.empty() || !name.digits.empty() || letters.size() < least_letters) return places;
  const DivisionTable& table = DivisionTable::get();
  for (const auto& [text, rows] : table.names()) {
    const Division& division = table[rows.front()].division;
    if (division.to != 0 || text.size() * longest_syllable < letters.size() || text.size() > letters.size()) continue;
    if (points_of(division.name) == text && short_form(std::u32string_view(text)) != text) continue;  // a full name
    if (!spells(text, letters)) continue;
    for (const std::uint32_t row : rows)
      if (table[row].division.to == 0) places.push_back(table[row].division);
  }
  std::sort(places.begin(), places.end(), [](const Division& a, const Division& b) { return a.code < b.code; });
  return places;
}

std::vector<ForeignPlaceMention> foreign_place_mentions(const NormalForm& name) {
  const ForeignPlaces& places = ForeignPlaces::get();
  std::vector<ForeignPlaceMention> mentions;
  for (const Piece& piece : cut_words(name))
    if (const auto found = places.han.find(std::u32string(piece.text)); found != places.han.end())
      mentions.push_back({std::u32string(piece.text), piece.position, found->second, is_whole_han(name, piece.text)});
  const auto known = [&](const std::u32string& text) { return places.letters.contains(text); };
  for (const LetterRun& run : letter_runs(name, longest_latin_name, known))
    mentions.push_back({run.text, run.position, places.letters.at(run.text), is_whole_letters(name, run.text)});
  return mentions;
}

std::optional<Division> resolve_place(std::string_view name, int year) {
  const auto points = decode_utf8(name);
  if (!points) return std::nullopt;
  const DivisionTable& table = DivisionTable::get();
  const Division* best = nullptr;
  for (const std::uint32_t row : table.named(*points)) {
    const Division& division = table[row].division;
    if (table[row].in_force(year) && (!best || division.level < best->level)) best = &division;
  }
  return best ? std::optional(*best) : std::nullopt;
}

std::optional<Division> division_of(AreaCode code, std::optional<int> year) {
  const DivisionTable& table = DivisionTable::get();
  const auto rows = table.with_code(code);
  if (!year) return rows.empty() ? std::nullopt : std::optional(table[rows.back()].division);
  for (const std::uint32_t row : rows)
    if (table[row].in_force(*year)) return table[row].division;
  return std::nullopt;
}

std::vector<AreaCode> successors(AreaCode code) {
  const DivisionTable& table = DivisionTable::get();
  std::vector<std::uint32_t> rows = rows_with(code);
  const auto later = reached(rows, [&](std::uint32_t row) { return table[row].heirs; });
  rows.insert(rows.end(), later.begin(), later.end());
  std::set<AreaCode> today;
  for (const std::uint32_t row : rows)
    if (table[row].division.to == 0) today.insert(table[row].division.code);
  return {today.begin(), today.end()};
}

std::vector<AreaCode> predecessors(AreaCode code) {
  const DivisionTable& table = DivisionTable::get();
  auto rows = reached(rows_with(code), [](std::uint32_t row) {
    std::vector<std::uint32_t> parents;
    const auto [first, last] = ancestors().equal_range(row);
    for (auto i = first; i != last; ++i) parents.push_back(i->second);
    return parents;
  });
  std::stable_sort(rows.begin(), rows.end(),
                   [&](auto a, auto b) { return table[a].division.to > table[b].division.to; });
  std::vector<AreaCode> codes;
  for (const std::uint32_t row : rows) {
    const AreaCode earlier = table[row].division.code;
    if (earlier != code && std::find(codes.begin(), codes.end(), earlier) == codes.end()) codes.push_back(earlier);
  }
  return codes;
}

bool same_area(AreaCode a, AreaCode b) {
  if (contains(a, b) || contains(b, a)) return true;
  for (const AreaCode left : today_or_itself(a))
    for (const AreaCode right : today_or_itself(b))
      if (contains(left, right) || contains(right, left)) return true;
  return false;
}

std::string short_form(std::string_view name) {
  const auto points = decode_utf8(name);
  return points ? encode_utf8(short_form(std::u32string_view(*points))) : std::string(name);
}

}  // namespace marque
