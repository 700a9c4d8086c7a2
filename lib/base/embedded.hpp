#pragma once

#include <cstddef>
#include <string_view>

/// Declares a file that CMake's marque_embed() put into the library.
#define MARQUE_EMBEDDED(symbol) extern "C" const char symbol[], symbol##_end[];

namespace marque {

/// The embedded file's bytes; they live as long as the program.
inline std::string_view embedded(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace marque
