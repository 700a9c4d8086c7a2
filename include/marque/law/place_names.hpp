#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/model/area_code.hpp"
#include "marque/text/normalize.hpp"

namespace marque {

/// Level of an administrative division.
enum class PlaceLevel : std::uint8_t { province, prefecture, county };

/// A division under one code, with the years it was in force (year ends; data end in 2024).
struct Division {
  AreaCode code;
  std::string name;                    ///< official name, e.g. 海门区
  PlaceLevel level;
  int from = 0;                        ///< first year
  int to = 0;                          ///< first year no longer in force; 0 while in force
  std::vector<AreaCode> successors;    ///< codes that took over what was left of it at its end

  bool operator==(const Division&) const = default;
};

/// A place name standing in a mark.
struct PlaceMention {
  std::u32string text;        ///< as it stands in the name's han (海门) or letters (haimen)
  std::size_t position = 0;   ///< index of its first character there
  Division division;          ///< the division meant; of several with that name, one in force before an abolished one
  bool full_name = false;     ///< 海门区 rather than 海门
  bool in_pinyin = false;
  bool whole = false;         ///< the mark's distinctive words are nothing but this name (and its pinyin)
  Bilingual other_meaning{};  ///< the short form's meaning other than the place (凤凰: phoenix), or empty
  bool meaning_in_practice = false;     ///< trademark practice is known to weigh that meaning as the stronger
  std::vector<AreaCode> namesakes{};    ///< other divisions of that name in force: 鼓楼区 of four cities
};

/// A foreign place known to the public 公众知晓的外国地名 standing in a mark.
struct ForeignPlaceMention {
  std::u32string text;        ///< as it stands in the name's han (波尔多) or letters (bordeaux)
  std::size_t position = 0;   ///< index of its first character there
  Bilingual what;             ///< 法国首都, capital of France
  bool whole = false;         ///< the mark's distinctive words are nothing but this name (and its pinyin)
};

/// The places at county level and above 县级以上行政区划 that a name mentions (Trademark Law 2019 Art. 10(2)): full
/// names and short forms, cut by words and not by mere characters: 上海门窗 mentions 上海, never 海门; 江海门户
/// is rivers and seas and a gateway, in which 江海 (a district of 江门) is seen with its other meaning. Pinyin only
/// of the places whose pinyin counts (provinces, capitals, cities under separate plan). In order of position,
/// Chinese before letters. Source: divisions 1981–2024, yescallop/areacodes (CC0).
std::vector<PlaceMention> place_mentions(const NormalForm& name);

/// The divisions in force whose short form the letters of a name without Chinese spell in pinyin, all of them: HAIMEN is 海门. This
/// pinyin is no place name under Art. 10(2) unless place_mentions() gives it, but may deceive about origin. Four letters at least;
/// O(divisions).
std::vector<Division> spelled_places(const NormalForm& name);

/// The foreign places of lib/law/data/foreign_places.tsv that a name mentions: Chinese cut by words, Latin names
/// by whole words.
std::vector<ForeignPlaceMention> foreign_place_mentions(const NormalForm& name);

/// The division that had a name in a year; a short form will do. The highest level first where several did.
std::optional<Division> resolve_place(std::string_view name, int year);

/// The division a code meant in a year, or at any time where `year` is unset.
std::optional<Division> division_of(AreaCode code, std::optional<int> year = {});

/// Today's codes for a code of any year, followed through all changes: 320625 → 320614.
std::vector<AreaCode> successors(AreaCode code);

/// All other codes whose territory came to a division, newest first, found by walking the changes back:
/// 320614 → 320684, 320625, 322525. Parts passed over while a division stayed are not followed.
std::vector<AreaCode> predecessors(AreaCode code);

/// Whether two codes, each of any year, mean the same territory or one containing the other.
bool same_area(AreaCode a, AreaCode b);

/// The short form of a division's name: 海门区 → 海门; names of one character before the suffix stay whole.
std::string short_form(std::string_view name);

}  // namespace marque
