#pragma once

#include "marque/registry/registry.hpp"

namespace marque::test {

/// What tests/compat/snapshot_v1.bin holds: one record of each kind, every field set. Never to be changed.
Registry compat_v1();

/// What tests/compat/snapshot_v2.bin holds: the same with every member that record version 2 added. Never to be changed.
Registry compat_v2();

}  // namespace marque::test
