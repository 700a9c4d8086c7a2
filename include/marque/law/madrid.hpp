#pragma once

#include <optional>
#include <vector>

#include "marque/base/result.hpp"
#include "marque/model/international_registration.hpp"
#include "marque/model/trademark.hpp"

namespace marque {

/// Whether a designation has come to an end, or never to protection.
bool is_over(DesignationStatus status) noexcept;

/// The last day on which China can notify a refusal: eighteen months after the International Bureau's notification, twelve where
/// INID 834 says that the States are bound by both treaties (Protocol Arts. 5(2), 9sexies(1)(b)). Unset for other parties,
/// whose periods differ, and where the notification is not known. A refusal upon an opposition may follow later (Art. 5(2)(c)).
std::optional<Date> refusal_limit(const Designation& designation);

/// Whether a designation of China is protected by silence on a day: no refusal on record, and the period has run
/// (Protocol Art. 5(5); Implementing Regulations Art. 42).
bool is_tacitly_protected(const Designation& designation, Date day);

/// The last day of the five years in which the registration falls with its basic mark (Protocol Art. 6(2), (3)).
std::optional<Date> dependent_until(const InternationalRegistration& mark);

/// The last day on which it can be transformed into national applications, of the latest cancellation (Art. 9quinquies).
std::optional<Date> transformable_until(const InternationalRegistration& mark);

/// The national application that takes its place: filed as of the international date or that of its later designation of
/// China, with its priorities, for what it covered in China. ErrorCode::unlawful after the three months or without a
/// designation of China, with the article.
Result<Trademark> transformed(const InternationalRegistration& mark, const NationalNumber& number, Date filed);

/// The classes and goods for which an international registration replaces a national one of the same mark and owner, of earlier
/// date (Protocol Art. 4bis, Rule 21); the national right stays. Empty where it replaces nothing. Signs are the same where their
/// words are, written alike.
std::vector<ClassScope> replaced_goods(const Trademark& national, const InternationalRegistration& international);

}  // namespace marque
