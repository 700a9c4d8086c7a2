#pragma once

#include "marque/registry/registry.hpp"

namespace marque::test {

/// What tests/compat/snapshot_v1.bin holds: one record of each kind, every field set. Never to be changed.
Registry compat_v1();

/// The same with every member that came later: what a snapshot of the newest version holds.
Registry compat_newest();

}  // namespace marque::test
