#pragma once

#include <string>
#include <vector>

#include "marque/scoring/evidence.hpp"
#include "marque/text/normalize.hpp"

namespace marque::c {

/// The JSON that marque.h promises for marque_normalize() and marque_compare().
std::string to_json(const NormalForm& name);
std::string to_json(const std::vector<Evidence>& evidence);

}  // namespace marque::c
