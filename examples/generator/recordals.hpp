#pragma once

#include "bodies.hpp"
#include "marque/model/trademark.hpp"
#include "random.hpp"

/// Puts an event where its date belongs.
void add_in_order(std::vector<marque::Event>& events, marque::Event event);

/// What the office recorded beside a mark's own life: its owner's new name, an assignment to `other`, a licence, a pledge.
void record_changes(marque::Trademark& mark, const Owner& owner, const Owner& other, marque::Date today, Random& random);
