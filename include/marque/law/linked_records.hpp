#pragma once

#include <optional>

#include "marque/base/result.hpp"
#include "marque/model/event.hpp"
#include "marque/model/international_registration.hpp"
#include "marque/model/trademark.hpp"

namespace marque {

/// A Madrid registration and a national mark after an event that concerns both; each names the other in the event's instrument.
struct LinkedRecords {
  InternationalRegistration international;
  Trademark national;
};

/// After a transformation 国际注册转国家申请 (Protocol Art. 9quinquies): the registration's history tells it, and `national` is the new
/// application under the number that is the event's instrument (transformed() of madrid.hpp). ErrorCode::unlawful after the three months or without a designation of
/// China, missing_field or invalid_identifier for the number.
Result<LinkedRecords> transformed_into(const InternationalRegistration& mark, const Event& event);

/// After a replacement 国际注册代替国家注册 (Protocol Art. 4bis): both histories tell it, with the goods replaced; the national right stays.
/// ErrorCode::unlawful where it replaces nothing: another owner, other words, other goods, no protection in China, or a national date that is not the earlier one.
Result<LinkedRecords> replaced_by(const InternationalRegistration& mark, const Trademark& national, const Event& event);

/// Whether a Madrid registration rests on this national mark, by office and number of its basic mark.
bool rests_on(const InternationalRegistration& mark, const Trademark& basic);

/// What the end of a basic mark, whole or in part, means for a registration that rests on it.
struct Ceasing {
  std::optional<Event> event{};   ///< `basic_mark_ceased`, to be recorded for the registration; unset: nothing ceases of it
  std::optional<Date> begun{};    ///< the end came after the five years, by an action begun on this day within them
  bool goods_differ = false;      ///< goods that ended are not listed under that name here: a person has to compare them
};

/// The effect of Protocol Art. 6(3): what ends of the basic mark within five years of the international date, or later by an appeal,
/// opposition, request or suit on record since within them and not rejected, may be invoked no longer. Of refusals and denials of
/// registration nothing follows, because they are not final on their day. `basic` is as it was before `end`. The three months for a
/// transformation run from the cancellation by the International Bureau, whose day may be later than the event given here.
Ceasing ceasing_with(const InternationalRegistration& mark, const Trademark& basic, const Event& end);

}  // namespace marque
