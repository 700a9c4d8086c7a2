#pragma once

#include <string>
#include <string_view>

namespace marque {

/// A sentence of an error in Chinese, by lib/base/data/sentences.tsv: the row whose fixed words match most of it, with the values between them,
/// each again a sentence where it is one. Empty where no row matches. For messages to people: some microseconds.
std::string in_chinese(std::string_view english);

}  // namespace marque
