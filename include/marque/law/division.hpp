#pragma once

#include "marque/base/result.hpp"
#include "marque/model/event.hpp"
#include "marque/model/trademark.hpp"

namespace marque {

/// An application after its division 分割: what was refused keeps the number, what was accepted goes on under its own.
struct DividedApplication {
  Trademark rest;
  Trademark part;
};

/// Divides a partly refused application (Implementing Regulations Art. 22): the classes or goods that the event names, or all that
/// were not refused where it names none, become a record of their own, number + `A`, with the same dates and history, which goes
/// on to publication; the rest stays refused. ErrorCode::unlawful for an application in another state or divided before, where what is named was
/// refused or leaves accepted goods behind, and after the fifteen days from a receipt on record; invalid_class or
/// invalid_argument for classes or goods it does not have.
Result<DividedApplication> divided(const Trademark& mark, const Event& event);

}  // namespace marque
