#pragma once

#include <string>
#include <string_view>

namespace marque {

/// The library's version, `major.minor.patch`.
std::string_view version() noexcept;

/// The notices of everything a shipped table is derived from: one paragraph a source, with its
/// edition, licence and what was made of it.
std::string notices();

}  // namespace marque
