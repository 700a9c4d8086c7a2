#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/grounds/filing.hpp"
#include "marque/grounds/ground.hpp"
#include "marque/law/goods_relation.hpp"
#include "marque/model/geographical_indication.hpp"

namespace marque {

/// How a mark recalls an indication.
enum class Evocation : std::uint8_t {
  none,
  name,             ///< the name itself, in any spelling (traditional, spaces, full width)
  contains_name,    ///< the name with other words
  transliteration,  ///< its pinyin or Latin form
  translation,      ///< its translation, whole or in part (HAIMEN GOAT)
  look_alike,       ///< a name that differs in look-alike characters or sounds the same
  place_and_product,///< the place and the product apart (海门…羊肉)
};

std::string_view name_of(Evocation kind) noexcept;

/// An evocation with what shows it.
struct EvocationFinding {
  Evocation kind = Evocation::none;
  std::string name;          ///< the name of the indication that is recalled
  Bilingual sentence;
};

/// Whether a mark's words recall an indication: its name and other names, their pinyin, a translation by dictionary,
/// names that look or sound like them, its place and product together.
EvocationFinding evokes(const GeographicalIndication& indication, const Subject& mark);

/// What an indication stands for against a filing.
struct GeographicalFinding {
  EvocationFinding evocation;
  std::vector<Ground> grounds;    ///< most serious first; empty: see `reason`
  Bilingual reason;               ///< why there are none, where there are none
  GoodsComparison goods;
  bool own = false;               ///< recalled by one of its own holders or lawful users, who are free to file it
};

/// Arts. 16(1), 10(1)(7) and 10(2) (2019), in this order: holders and lawful users are free to file; an indication no
/// longer protected founds nothing; the same class or unnamed goods weigh fully, classes that the public links
/// (lib/grounds/data/linked_classes.tsv) one step less, others not at all (SPC grant provisions Art. 17: the ground may
/// reach goods that are not identical where the public would still take them to come from the area). Art. 10(1)(7)
/// falls away, and Art. 16(1) weighs one step less, where an applicant sits in the area.
GeographicalFinding geographical_grounds(const Filing& filing, const GeographicalIndication& indication);

}  // namespace marque
