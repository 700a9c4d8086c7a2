#pragma once

#include <cstddef>

#include "marque/model/international_registration.hpp"
#include "random.hpp"

/// A Madrid registration that rests on a national mark, with what became of its designations until `today`. `index`,
/// from 1, keeps the numbers of several apart.
marque::InternationalRegistration extend_abroad(const marque::Trademark& basic, marque::Date today, std::size_t index, Random& random);
