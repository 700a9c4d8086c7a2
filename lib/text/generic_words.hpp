#pragma once

#include <cstddef>
#include <string_view>

namespace marque {

/// Length of the generic word that ends a run of Chinese characters and leaves something before it; else 0.
std::size_t generic_tail(std::u32string_view han);

/// Whether a word of letters is generic where it ends a name: co, ltd, brand.
bool is_generic(std::u32string_view word);

}  // namespace marque
