#pragma once

#include <string_view>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"
#include "marque/clearance/application.hpp"

namespace marque {

/// Limits of an application: a record's, but for strings, because a logo stands in one.
constexpr DocumentLimits application_limits() {
  DocumentLimits limits;
  limits.string_bytes = 12u << 20;
  return limits;
}

/// Reads what is asked of a clearance check from one JSON object:
///
///     {"mark":"海门山羊","classes":[31],"goods":[{"class":31,"group":"3104","name":"活动物"}],
///      "applicant":{"name":"示例公司","uscc":"…"},"filed":"2026-11-01","as_of":"2026-11-22"}
///
/// - `as_of` must be there: it is the clock of the check;
/// - `mark` (words) or `logo` (a PNG or JPEG in base64) must be there, or both;
/// - `classes`: whole classes; `goods`: items, each with `class`, `group` or both, and `name`, `item`; both lists may stand
///   together, without either every class is meant;
/// - `applicant`: an object of `name`, `uscc`, `foreign_name`, `country`, `address`, `area`; or `applicants`, a list of such;
/// - `mark_kind`: `ordinary`, `collective` or `certification`; `filed`: the filing or priority date; `registered`: the day, where
///   it is a registration already;
/// - `signs`: what the sign consists of, e.g. `three_dimensional`;
/// - `vienna`: what the logo shows, in codes of the Vienna Classification (图形要素), e.g. `5.3.11`.
///
/// Stricter than a record: what cannot be read, and any other member, is an Error that names it, because it must not change
/// a check in silence.
Result<Application> application_from_json(std::string_view json, const DocumentLimits& limits = application_limits());

}  // namespace marque
