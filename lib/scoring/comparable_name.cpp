#include "marque/scoring/comparable_name.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"
#include "scoring/comparable_reader.hpp"
#include "scoring/weak_words.hpp"
#include "text/code_point_map.hpp"
#include "text/number_words.hpp"

MARQUE_EMBEDDED(marque_latin_sounds)

namespace marque {

namespace {

struct SoundRow {
  std::u32string letters, phones;
  bool at_begin = false, at_end = false;   // only there
};

SoundRow row_of(std::string_view letters, std::string_view phones) {
  SoundRow row{{}, phones == "-" ? std::u32string() : *decode_utf8(phones), letters.starts_with('^'), letters.ends_with('$')};
  if (row.at_begin) letters.remove_prefix(1);
  if (row.at_end) letters.remove_suffix(1);
  row.letters = *decode_utf8(letters);
  return row;
}

/// The rows, the longest first under each first letter, those of a place before others, and where those of a letter begin.
struct SoundRows {
  std::vector<SoundRow> rows;
  CodePointMap<std::uint16_t> first;   // from 1; 0 is a letter that stands for itself
};

const SoundRows& sound_rows() {
  static const SoundRows sounds = [] {
    SoundRows read;
    for_each_row(embedded(marque_latin_sounds, marque_latin_sounds_end), [&](const auto& fields) {
      read.rows.push_back(row_of(fields[0], fields[1]));
    });
    std::sort(read.rows.begin(), read.rows.end(), [](const SoundRow& a, const SoundRow& b) {
      const auto key = [](const SoundRow& row, const SoundRow& other) {
        return std::tuple(row.letters[0], other.letters.size(), !row.at_begin && !row.at_end, std::u32string_view(row.letters));
      };
      return key(a, b) < key(b, a);
    });
    for (std::size_t row = read.rows.size(); row-- > 0;)
      read.first.set(read.rows[row].letters[0], static_cast<std::uint16_t>(row + 1));
    return read;
  }();
  return sounds;
}

/// `letters` is what is left of the name.
const SoundRow* row_at(std::u32string_view letters, bool begins) {
  const SoundRows& sounds = sound_rows();
  const std::size_t first = sounds.first[letters[0]];
  if (first == 0) return nullptr;
  for (auto row = sounds.rows.begin() + static_cast<std::ptrdiff_t>(first - 1);
       row != sounds.rows.end() && row->letters[0] == letters[0]; ++row) {
    if (row->letters.size() > 1 && (letters.size() < 2 || row->letters[1] != letters[1])) continue;   // most differ here
    if ((row->at_begin && !begins) || (row->at_end && letters.size() != row->letters.size())) continue;
    if (letters.starts_with(row->letters)) return &*row;
  }
  return nullptr;
}

/// A last e after a consonant is not heard in words longer than a syllable of pinyin.
bool ends_in_silent_e(std::u32string_view letters, std::u32string_view phones) {
  constexpr std::size_t short_word = 3;
  constexpr std::u32string_view vowels = U"aeiou";
  return letters.ends_with(U'e') && phones.size() > short_word && phones.back() == U'e' &&
         vowels.find(phones[phones.size() - 2]) == std::u32string_view::npos;
}

constexpr bool is_hangul(char32_t point) { return point >= 0xAC00 && point <= 0xD7A3; }

/// Each syllable as its jamo (Unicode, 3.12).
std::u32string in_jamo(std::u32string_view letters) {
  constexpr char32_t vowels = 21, lasts = 28;
  std::u32string jamo;
  for (const char32_t point : letters) {
    if (!is_hangul(point)) {
      jamo += point;
      continue;
    }
    const char32_t at = point - 0xAC00, last = at % lasts;
    jamo += 0x1100 + at / (vowels * lasts);
    jamo += 0x1161 + at / lasts % vowels;
    if (last > 0) jamo += 0x11A7 + last;
  }
  return jamo;
}

/// Writes over `phones`.
void find_phones(std::u32string_view letters, std::u32string& phones) {
  phones.clear();
  if (std::any_of(letters.begin(), letters.end(), is_hangul)) return find_phones(in_jamo(letters), phones);
  if (std::all_of(letters.begin(), letters.end(), is_figure)) {
    phones = letters;
    return;
  }
  const auto append = [&](char32_t phone) {
    if (phones.empty() || phones.back() != phone) phones += phone;
  };
  for (std::u32string_view rest = letters; !rest.empty();) {
    if (const SoundRow* row = row_at(rest, rest.size() == letters.size())) {
      for (const char32_t phone : row->phones) append(phone);
      rest.remove_prefix(row->letters.size());
    } else {
      append(rest.front());
      rest.remove_prefix(1);
    }
  }
  if (ends_in_silent_e(letters, phones)) phones.pop_back();
}

/// Whether digits are read in Chinese: they are the whole name, or stand beside characters and beside no letters.
template <class Parts>
bool read_as_numerals(const Parts& parts, std::size_t at) {
  if (parts[at].kind != PartKind::digits) return false;
  if (parts.size() == 1) return true;
  const auto neighbour = [&](PartKind kind) { return (at > 0 && parts[at - 1].kind == kind) || (at + 1 < parts.size() && parts[at + 1].kind == kind); };
  return neighbour(PartKind::han) && !neighbour(PartKind::letters);
}

void append_numerals(std::u32string_view digits, std::u32string& han) {
  constexpr std::u32string_view numerals = U"零一二三四五六七八九";
  for (const char32_t digit : digits) han += numerals[digit - U'0'];
}

constexpr std::size_t distinctive_least = 3;   // letters of a word that distinguishes

/// How many parts come before the words of letters that end a name and say what is sold (W13), where a word of its own is left
/// before them: COFFEE of NORVEX COFFEE, not of BLACK COFFEE.
template <class Parts>
std::size_t before_what_is_sold(const Parts& parts) {
  std::size_t end = parts.size();
  while (end > 0 && parts[end - 1].kind == PartKind::letters && (parts[end - 1].generic || says_what_is_sold(parts[end - 1].text))) --end;
  const bool distinctive = end < parts.size() && std::any_of(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(end), [](const auto& part) {
    return part.kind == PartKind::letters && part.text.size() >= distinctive_least && weak_rule(part.text) == nullptr;
  });
  return distinctive ? end : parts.size();
}

/// Writes over `name` what the parts of a skeleton make comparable.
template <class Parts>
void gather(std::u32string_view skeleton, const Parts& parts, ComparableName& name) {
  name.skeleton = skeleton;
  for (std::u32string* text : {&name.han, &name.core_han, &name.latin, &name.core_latin, &name.words}) text->clear();
  const std::size_t own = before_what_is_sold(parts);
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const auto& part = parts[at];
    const bool is_han = part.kind == PartKind::han;
    const bool numerals = read_as_numerals(parts, at);
    if (numerals) {
      append_numerals(part.text, name.han);
      append_numerals(part.text, name.core_han);
    }
    (is_han ? name.han : name.latin) += part.text;
    if (!part.generic && at < own) (is_han ? name.core_han : name.core_latin) += part.text;
    if (is_han || (numerals && parts.size() > 1)) continue;
    if (!name.words.empty()) name.words += U' ';
    name.words += part.text;
  }
  if (name.core_han.empty()) name.core_han = name.han;
  if (name.core_latin.empty()) name.core_latin = name.latin;
  find_phones(name.core_latin, name.phones);
}

}  // namespace

std::array<std::u32string_view, 7> NameView::fields() const noexcept {
  return {skeleton, han, core_han, latin, core_latin, words, phones};
}

NameView NameView::from(const std::array<std::u32string_view, 7>& fields) noexcept {
  return {fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]};
}

bool NameView::figures_alone() const noexcept { return !han.empty() && latin.size() == skeleton.size(); }

std::u32string phones_of(std::u32string_view letters) {
  std::u32string phones;
  find_phones(letters, phones);
  return phones;
}

ComparableName owned(const NameView& name) {
  return {std::u32string(name.skeleton), std::u32string(name.han), std::u32string(name.core_han), std::u32string(name.latin),
          std::u32string(name.core_latin), std::u32string(name.words), std::u32string(name.phones)};
}

ComparableName comparable(const NormalForm& name) {
  ComparableName result;
  gather(name.skeleton, name.parts, result);
  return result;
}

Result<void> ComparableReader::read(std::string_view words, const TextLimits& limits) {
  if (const auto read = normalizer_.read(words, limits); !read) return read.error();
  gather(normalizer_.skeleton(), normalizer_.parts(), name_);
  return {};
}

}  // namespace marque
