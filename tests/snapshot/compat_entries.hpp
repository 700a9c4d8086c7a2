#pragma once

#include "marque/registry/registry.hpp"

namespace marque::test {

/// What tests/compat/snapshot_v1.bin holds: one record of each kind, every field set. Never to be changed.
Registry compat_v1();

}  // namespace marque::test
