#pragma once

#include <vector>

#include "marque/grounds/filing.hpp"
#include "marque/model/area_code.hpp"

namespace marque {

/// Where the applicants of a filing sit, as far as their records tell.
enum class Seat { unknown, there, elsewhere };

/// Whether one of them sits in one of these divisions (or a part of it, under any code of its history), by the code or the words of
/// the address, or the code inside the USCC. An applicant abroad sits elsewhere. No areas stand for a place abroad.
Seat sits_in(const Filing& filing, const std::vector<AreaCode>& areas);

/// The divisions an applicant's record names, widest first; empty where it names none.
std::vector<AreaCode> areas_of(const Party& party);

/// Whether a name says that its bearer acts as a trademark agency 商标代理机构.
bool is_trademark_agency(const Party& party);

}  // namespace marque
