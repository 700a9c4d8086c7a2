#include "marque/scoring/comparable_name.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/text/encoding.hpp"

MARQUE_EMBEDDED(marque_latin_sounds)

namespace marque {

namespace {

using SoundRow = std::pair<std::u32string, std::u32string>;

std::u32string points(std::string_view ascii) { return {ascii.begin(), ascii.end()}; }

const std::vector<SoundRow>& sound_rows() {
  static const std::vector<SoundRow> rows = [] {
    std::vector<SoundRow> read;
    for_each_row(embedded(marque_latin_sounds, marque_latin_sounds_end),
                 [&](const auto& fields) { read.emplace_back(points(fields[0]), points(fields[1])); });
    std::stable_sort(read.begin(), read.end(),
                     [](const SoundRow& a, const SoundRow& b) { return a.first.size() > b.first.size(); });
    return read;
  }();
  return rows;
}

const SoundRow* row_at(std::u32string_view letters) {
  for (const SoundRow& row : sound_rows()) {
    if (letters.starts_with(row.first)) return &row;
  }
  return nullptr;
}

}  // namespace

std::array<std::u32string_view, 7> NameView::fields() const noexcept {
  return {skeleton, han, core_han, latin, core_latin, words, phones};
}

NameView NameView::from(const std::array<std::u32string_view, 7>& fields) noexcept {
  return {fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]};
}

std::u32string phones_of(std::u32string_view letters) {
  std::u32string phones;
  const auto append = [&](char32_t phone) {
    if (phones.empty() || phones.back() != phone) phones += phone;
  };
  while (!letters.empty()) {
    if (const SoundRow* row = row_at(letters)) {
      for (const char32_t phone : row->second) append(phone);
      letters.remove_prefix(row->first.size());
    } else {
      append(letters.front());
      letters.remove_prefix(1);
    }
  }
  return phones;
}

ComparableName owned(const NameView& name) {
  return {std::u32string(name.skeleton), std::u32string(name.han), std::u32string(name.core_han), std::u32string(name.latin),
          std::u32string(name.core_latin), std::u32string(name.words), std::u32string(name.phones)};
}

ComparableName comparable(const NormalForm& name) {
  ComparableName result;
  result.skeleton = name.skeleton;
  result.han = name.han;
  result.core_han = name.distinctive_han;
  for (const NamePart& part : name.parts) {
    if (part.kind == PartKind::han) continue;
    result.latin += part.text;
    if (!part.generic) result.core_latin += part.text;
    if (part.kind == PartKind::letters) {
      if (!result.words.empty()) result.words += U' ';
      result.words += part.text;
    }
  }
  if (result.core_latin.empty()) result.core_latin = result.latin;
  result.phones = phones_of(result.core_latin);
  return result;
}

}  // namespace marque
