#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "marque/base/bilingual.hpp"
#include "marque/law/law_version.hpp"
#include "marque/law/verification.hpp"

namespace marque {

/// A ground on which a mark may be refused, opposed or invalidated (Trademark Law 2019 numbers in the comments).
enum class GroundCode : std::uint8_t {
  identical_mark,           ///< Art. 30: identical sign, same or similar goods
  similar_mark,             ///< Art. 30
  earlier_application,      ///< Art. 31: first to file
  well_known_mark,          ///< Art. 13(3): registered here, other goods; from 2027 (Art. 21) registration is not asked
  gap_year,                 ///< Art. 50
  gi_misleading,            ///< Art. 16(1)
  deceptive_origin,         ///< Art. 10(1)(7), place of production
  place_name,               ///< Art. 10(2)
  barred_sign,              ///< Art. 10(1)(1)–(6)
  unregistered_well_known,  ///< Art. 13(2): not registered here, like goods
  agent_filing,             ///< Art. 15(1): by the agent or representative of the mark's owner
  related_party,            ///< Art. 15(2): by one who knew the mark from contract, business or another relation
  prior_use,                ///< Art. 32: a mark already used with some influence
  agency_filing,            ///< Art. 19(4): by a trademark agency, for other than its own services
  generic_name,             ///< Art. 11(1)(1)
  descriptive,              ///< Art. 11(1)(2)
  not_distinctive,          ///< Art. 11(1)(3)
  functional_shape,         ///< Art. 12
  deceptive_quality,        ///< Art. 10(1)(7), quality, kind or other features
  adverse_influence,        ///< Art. 10(1)(8)
  prior_name,               ///< Art. 32, prior rights: the trade name 字号 of an owner on record
  prior_work,               ///< Art. 32, prior rights: copyright in a picture that may be a work
};

std::string_view name_of(GroundCode code) noexcept;     ///< `gi_misleading`
std::string_view chinese_of(GroundCode code) noexcept;

/// Refusal risk. `high`: refusal to be expected; `medium`: arguable; `low`: worth a look. Never "infringes".
enum class Risk : std::uint8_t { none, low, medium, high };

std::string_view name_of(Risk risk) noexcept;
std::string_view chinese_of(Risk risk) noexcept;

/// Who may rely on a ground in opposition and invalidation.
enum class Objector : std::uint8_t {
  anyone,              ///< Arts. 33, 44: without limit of time
  prior_right_holder,  ///< 在先权利人、利害关系人: Arts. 33, 45, within five years of registration
  office,              ///< looked at in examination only
};

std::string_view name_of(Objector objector) noexcept;

/// One ground, with the law it rests on and the reason in this case.
struct Ground {
  GroundCode code = GroundCode::similar_mark;
  Risk risk = Risk::none;
  std::string provision;     ///< `CN-TML-2019 Art.16(1)`
  Bilingual explanation;
  Verification verified = Verification::primary;   ///< the article's number; `memory` where the one of 2019 stands in brackets

  bool operator==(const Ground&) const = default;
};

/// A ground with its provision under a law. `item` narrows Art. 10(1) down as in provision_of().
Ground make_ground(GroundCode code, Risk risk, LawVersion version, Bilingual explanation, std::string_view item = {});

/// The provision of a ground under a law version: its article of 2019 (lib/grounds/data/provisions.tsv), cited by the article map (cited()
/// in law/law_version.hpp). Where the article's number
/// under that version is not verified: `CN-TML-2026 (CN-TML-2019 Art.16(1))`. `item` narrows Art. 10(1) down
/// to the item named by a BarredSign (`10(1)(1)`), else it is empty.
std::string provision_of(GroundCode code, LawVersion version, std::string_view item = {});

/// How the number in provision_of() was verified; `memory` where it is not known under that version.
Verification verification_of(GroundCode code, LawVersion version, std::string_view item = {}) noexcept;

/// Who may rely on a ground, from lib/grounds/data/objectors.tsv.
Objector objector_of(GroundCode code) noexcept;

/// The same as a sentence, with the articles of the law the ground rests on: `Anyone may oppose (Art.33) …`.
Bilingual objection_sentence(const Ground& ground);

/// What no record and no word of a mark can tell, so that a lawyer would have to be asked: `where the goods come from`.
Bilingual open_question(GroundCode code);

}  // namespace marque
