#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marque/base/bilingual.hpp"
#include "marque/text/normalize.hpp"

namespace marque {

/// A sign that must not be used as a mark (Trademark Law 2019 Art. 10(1)), found in a name.
struct BarredSign {
  std::u32string text;     ///< as it stands in the name
  std::string article;     ///< `10(1)(1)`: item of the 2019 text
  Bilingual why;           ///< what it names: 中华人民共和国 is the name of the State
  bool identical = false;  ///< the mark is nothing but this sign
  bool exempt = false;     ///< an exception speaks for it (中华鲟 is an animal, 中国长城 only shows nationality)

  bool operator==(const BarredSign&) const = default;
};

/// Barred names in a mark: of States, intergovernmental organisations, the Red Cross, central organs.
/// Table: lib/law/data/barred_names.tsv, each row with its article and source.
std::vector<BarredSign> barred_signs(const NormalForm& name);

}  // namespace marque
