#pragma once

#include <string>
#include <string_view>

#include "marque/base/error.hpp"
#include "marque/law/lifecycle.hpp"

namespace marque {

/// The row for a kind, state and event; null where the state does not admit it.
const Transition* transition(EntryKind kind, Status from, EventKind event);

/// The refusal of an event that a state does not admit, with the article that governs it.
Error unlawful(EntryKind kind, Status from, EventKind event);

}  // namespace marque
