#pragma once

#include "marque/model/trademark.hpp"
#include "random.hpp"

/// Lets a filed mark live until `today`: acceptance, examination, gazette, opposition, registration, renewals, end.
/// Sets its status, dates and the events that its dates do not tell. Precondition: dates.filed is set and not after
/// `today`, and the scope is not empty.
///
/// Registration follows three months and a day after the publication (Trademark Law 2019 Arts. 33, 36), the term is
/// ten years with its first day counted (Art. 39; Implementing Regulations Art. 12), the grace six months (Art. 40).
void live(marque::Trademark& mark, marque::Date today, const marque::Party& opponent, Random& random);
