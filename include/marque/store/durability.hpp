#pragma once

#include <span>

#include "marque/base/bilingual.hpp"

namespace marque {

/// What a register promises, clause by clause, as `marque doctor` prints it:
///
/// 1. When a writing call returns success, what it wrote survives kill -9, a crash of the system and loss of power, if the disk
///    honours flushes: SQLite in WAL mode with synchronous FULL, which every writer sets and checks.
/// 2. When it returns an error, nothing of it is visible, with one exception: after a failure of the disk (storage) the change is
///    there as a whole or not at all; open the register again and read back.
/// 3. A full disk is storage_full: the transaction is rolled back, the register stays readable, and the next call may succeed. After
///    storage nothing more is written on that connection: it must be opened again.
/// 4. A snapshot, a backup and an index are written beside their final name, flushed, renamed, and the folder is flushed: a reader
///    sees the old file or the new one. What is torn, cut or altered is refused as corrupt, never read in part.
/// 5. One process writes at a time, held by a lock that the system frees with the process; any number read. Registers are not
///    written on network file systems. Copies are made by `marque backup`, never by cp.
/// 6. Every change leaves a row in an append-only history whose rows are chained by SHA-256; `marque verify` checks the chain.
///
/// tests/robustness shows each of them true: kill -9 at random moments, the nth call to the system failing for every n, the
/// states that a disk can be in when the power goes, full disks, and processes that contend.
std::span<const Bilingual> durability_contract();

}  // namespace marque
