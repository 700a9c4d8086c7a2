#pragma once

#include <string>
#include <vector>

#include "marque/scoring/evidence.hpp"

namespace marque::c {

/// The JSON that marque.h promises for marque_compare().
std::string to_json(const std::vector<Evidence>& evidence);

}  // namespace marque::c
