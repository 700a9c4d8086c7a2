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

/// What kind of use of a name is barred, after the pattern of Art. 4 of the EU–China Agreement on geographical indications
/// (OJ L 408I, 2020): the articles of CNIPA Order 80 on this were not verified, and the same pattern stands for them.
enum class Limb : std::uint8_t {
  none,
  misleading,         ///< (a) a designation or presentation that suggests another origin in a misleading way
  name_elsewhere,     ///< (b) the name on like goods not from the place, also translated, transliterated or with `kind`, `style`, even
                      ///< where the true origin is told
  below_requirement,  ///< (c) the name on like goods from the place that do not meet its requirements
};

std::string_view name_of(Limb limb) noexcept;    ///< `a`, `b`, `c`, or `none`

/// An evocation with what shows it.
struct EvocationFinding {
  Evocation kind = Evocation::none;
  std::string name;          ///< the name of the indication that is recalled
  Bilingual sentence;
};

/// Whether a mark's words recall an indication: its name and other names, their pinyin, a translation by dictionary,
/// names that look or sound like them, its place and product together.
EvocationFinding evokes(const GeographicalIndication& indication, const Subject& mark);

/// The limb that may apply to an evocation on goods that are near the indication's. A user from the area whose goods are not
/// known to meet its requirements falls under (c) at most.
Limb limb_of(Evocation kind, bool near_goods, bool from_area) noexcept;

/// Whether two indications are homonymous 同名: one name, other areas.
bool homonymous(const GeographicalIndication& a, const GeographicalIndication& b);

/// What an indication stands for against a filing.
struct GeographicalFinding {
  EvocationFinding evocation;
  std::vector<Ground> grounds;    ///< most serious first; empty: see `reason`
  Bilingual reason;               ///< why there are none, where there are none
  GoodsComparison goods;
  Limb limb = Limb::none;
  bool own = false;               ///< recalled by one of its own holders or lawful users, who are free to file it
  bool homonym = false;           ///< an applicant sits in another place of that name
};

/// A mark against an indication, in this order (2019):
///
/// 1. holders, and lawful users within their time, are free to file: no ground, `own`;
/// 2. an indication no longer protected founds nothing;
/// 3. the name or the place with the product recalled: Art. 16(1), and Art. 10(1)(7) unless an applicant sits in the area. The same
///    class or unnamed goods weigh fully, classes that the public links (lib/grounds/data/linked_classes.tsv) one step less,
///    others not at all (SPC grant provisions Art. 17: the ground may reach goods that are not identical where the public would still
///    take them to come from the area). Art. 16(1) weighs one step less where an applicant sits in the area or in another place
///    of the same name;
/// 4. the place's name in it: Art. 10(2). The product's name alone is distinctiveness_grounds()' business (Art. 11);
/// 5. an indication registered as collective or certification mark stands as an earlier mark, too: Art. 30;
/// 6. a mark registered before the indication is kept where it was obtained in good faith (Art. 16(1)): low, to be looked at.
///
/// What an outsider may do without filing is judge_use() in proper_use.hpp.
GeographicalFinding geographical_grounds(const Filing& filing, const GeographicalIndication& indication);

}  // namespace marque
