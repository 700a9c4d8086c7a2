#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/text/normalize.hpp"

namespace marque {

/// What may speak for a mark that contains a barred name.
enum class SignException : std::uint8_t {
  none,
  objective_thing,  ///< the name belongs to the name of something else: 中华鲟 is an animal
  nationality,      ///< the State's name stands beside distinctive words and may only show nationality: 中国长城
};

/// A sign that must not be used as a mark (Trademark Law 2019 Art. 10(1)), found in a name.
struct BarredSign {
  std::u32string text;     ///< as it stands in the name
  std::string article;     ///< `10(1)(1)`: item of the 2019 text
  Bilingual why;           ///< what it names: 中华人民共和国 is the name of the State
  bool identical = false;  ///< the mark is nothing but this sign
  SignException exception = SignException::none;

  bool operator==(const BarredSign&) const = default;
};

/// Barred names and words in a mark: of States, intergovernmental organisations, the Red Cross, central organs, official marks of
/// control, and a few that discriminate or have an adverse influence (items (1)–(6) and (8)).
/// Chinese is cut by words, Latin names are matched by whole words. Tables: lib/law/data/barred_names.tsv and
/// barred_exceptions.tsv.
std::vector<BarredSign> barred_signs(const NormalForm& name);

}  // namespace marque
