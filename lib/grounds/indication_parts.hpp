#pragma once

#include <optional>
#include <string>
#include <vector>

#include "marque/law/place_names.hpp"
#include "marque/model/geographical_indication.hpp"

namespace marque {

/// What an indication's name is made of: its place and its product. Works from the name alone where the record
/// gives neither area codes nor product.
struct IndicationParts {
  NormalForm name;
  std::u32string place;              ///< 海门; empty where the name mentions none
  std::u32string product;            ///< 山羊肉
  std::vector<AreaCode> area;        ///< of the record, else of the place in the name
  PlaceLevel level = PlaceLevel::county;  ///< of the widest division among them
};

/// Unset where the name cannot be read.
std::optional<IndicationParts> parts_of(const GeographicalIndication& indication);

/// Whether a mention lies in the area (or is it), rather than around it.
bool in_area(const IndicationParts& parts, const Division& division);

/// The same of a mention, which may mean any division of its name.
bool in_area(const IndicationParts& parts, const PlaceMention& mention);

}  // namespace marque
