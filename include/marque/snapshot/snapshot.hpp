#pragma once

#include <cstdint>
#include <string>

#include "marque/base/limits.hpp"
#include "marque/base/progress.hpp"
#include "marque/base/result.hpp"
#include "marque/registry/registry.hpp"

namespace marque {

/// Writes a registry as one framed file (magic, version, lengths, record count, SHA-256; FORMAT.md), replacing
/// `path` atomically: a reader sees the old file or the new one. ErrorCode::limit_exceeded where load_snapshot() would not take it.
Result<void> save_snapshot(const Registry& registry, const std::string& path, const Progress& progress = {}, const SnapshotLimits& limits = {});

/// Reads it back, ids kept. Lengths and digest are checked before any record is looked at: ErrorCode::corrupt,
/// newer_version, or limit_exceeded.
Result<Registry> load_snapshot(const std::string& path, const Progress& progress = {}, const SnapshotLimits& limits = {});

/// Reads the whole file and compares header, lengths and digest, in constant memory, without looking at a record: how many
/// there are, or the errors of load_snapshot().
Result<std::uint64_t> verify_snapshot(const std::string& path, const Progress& progress = {}, const SnapshotLimits& limits = {});

}  // namespace marque
