#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marque/model/entry.hpp"

namespace marque {

// The keys under which a record with several values of one kind is found; each once, ascending.
std::vector<std::string> owner_names_of(const Entry& entry);
std::vector<SimilarGroup> groups_of(const Entry& entry);
std::vector<AreaCode> areas_of(const Entry& entry);

/// Whether `text` has `part` in it, A–Z and a–z alike.
bool contains_ignoring_case(std::string_view text, std::string_view part) noexcept;

}  // namespace marque
