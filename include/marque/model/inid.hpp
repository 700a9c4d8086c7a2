#pragma once

#include <span>
#include <string_view>

namespace marque {

/// A code of WIPO Standard ST.60 that names a field of a mark in gazettes and registers whatever their language.
struct InidCode {
  std::string_view code;       ///< `151`
  std::string_view english;    ///< in marque's own words
  std::string_view chinese;
  std::string_view field;      ///< `registered`: as in the JSON form of a record, where the model has such a member
  std::string_view verified;   ///< `V2`: in accounts of the standard; `M`: from memory, to be confirmed
};

/// All of them, ascending (lib/model/data/inid.tsv).
std::span<const InidCode> inid_codes();

/// The code of a field; empty where it has none.
std::string_view inid_of(std::string_view field);

/// The row of a code; null where there is none.
const InidCode* inid(std::string_view code);

}  // namespace marque
