#pragma once

#include <string>
#include <string_view>

#include "marque/base/result.hpp"

namespace marque {

bool is_gzip(std::string_view bytes) noexcept;

/// Unpacks gzip, all members. Errors: corrupt where the data is damaged or cut off, limit_exceeded where it unpacks to
/// more than `most` bytes.
Result<std::string> gunzip(std::string_view bytes, std::size_t most);

}  // namespace marque
