#pragma once

#include <optional>
#include <vector>

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
/// registration nothing follows, because they are not final on their day, unless that is the mark's day of finality. `basic` may be as before or as after `end`. The three months for a
/// transformation run from the cancellation by the International Bureau, whose day may be later than the event given here.
Ceasing ceasing_with(const InternationalRegistration& mark, const Trademark& basic, const Event& end);

/// What a record tells of the end of a mark that others may rest on.
struct EndsOnRecord {
  std::vector<Event> ends{};   ///< by their days: whole, or of the classes and goods named
  bool undated = false;        ///< something has ended on a day that the record does not give
};

/// The ends of a national mark, from its events and, where those do not tell what its state does, from the state and its day. An event
/// whose end the state does not confirm, because the office took it back, is none.
EndsOnRecord ends_on_record(const Trademark& basic);

/// A Madrid registration in step with its basic mark.
struct InStep {
  InternationalRegistration mark;
  std::vector<Event> ceased{};   ///< `basic_mark_ceased` events that it did not tell before
  bool goods_differ = false;     ///< as of Ceasing
  bool undated = false;          ///< the basic mark ended on a day nobody recorded, within the five years or after: a person has to find out
};

/// The registration after all that its basic mark has lost, as ceasing_with() tells of each end: for records that a source told anew,
/// where `record` knows the event itself. Ceasings that it tells already are told anew, so that a source which does not know of them
/// takes none back, and are gone where the basic mark stands again and the registration is told to. Twice is as once.
InStep in_step(const InternationalRegistration& mark, const Trademark& basic);

}  // namespace marque
