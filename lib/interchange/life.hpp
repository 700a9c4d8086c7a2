#pragma once

#include <string>

#include "interchange/text_lines.hpp"
#include "marque/model/date.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// A party with all that is known of it, in one line.
std::string party_text(const Party& party);

/// The life of a record as a timeline: `●` what happened, `◆` the clock's day, `○` what lies ahead.
void add_life(TextLines& lines, const Entry& entry, Date as_of);

}  // namespace marque
