#pragma once

#include <string>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/model/geographical_indication.hpp"

namespace marque {

/// The registrations that protect an indication on a day: registered, made by then, and not superseded by another that was.
/// A registration without a day counts as made.
std::vector<GiRegistration> registrations_on(const GeographicalIndication& indication, Date day);

/// Whether it is protected under a system on a day.
bool protected_under(const GeographicalIndication& indication, GiSystem system, Date day);

/// Whether a lawful user 合法使用人 is one on a day: within its time, open where the record names no first or last day.
bool is_lawful_on(const LawfulUser& user, Date day) noexcept;

/// The indication after it was converted 转换认定 into another system, as agricultural indications are into GI products under the
/// unified recognition scheme of 2024-12: the new registration names in `supersedes` the one it takes the place of, which must be
/// on record and in force on its day. A mark is not converted, it stands beside (Order 79): from or into `trademark` is unlawful; so is
/// a new agricultural registration after March 2022, when they stopped. ErrorCode::unlawful, missing_field, not_found, invalid_date;
/// Where::field is the member at fault. The record keeps its number: what it is found by does not change with the system.
/// Sources: CNIPA Order 80; the scheme of SAMR and CNIPA of 2024-12-10, known from accounts of it only.
Result<GeographicalIndication> converted(const GeographicalIndication& indication, const GiRegistration& into);

}  // namespace marque
