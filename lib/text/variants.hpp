#pragma once

#include <string>

namespace marque {

/// The standard simplified form of one character, without regard to its neighbours.
char32_t standard_form(char32_t point);

/// Each character in its standard form, except where a phrase keeps another (乾隆). One for one, so positions
/// hold; idempotent, because phrases are looked for in the standard forms, which a second pass finds unchanged.
void standardize(std::u32string& text);

}  // namespace marque
