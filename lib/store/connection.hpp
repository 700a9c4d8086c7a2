#pragma once

#include <memory>
#include <string>

#include "store/sqlite.hpp"

namespace marque::sqlite {

/// Throws not_found or what else the system says, and invalid_argument for what is no regular file.
void require_regular_file(const std::string& path);

/// Throws unsupported: locks cannot be relied on there.
void refuse_network_file_system(const std::string& path);

/// To read a register. One of an older schema stays as it is: a temporary copy of it is brought up to date and read. In a folder that cannot be
/// written, a register without a log beside it is taken for one that does not change.
std::unique_ptr<Database> reading_connection(const std::string& path);

/// A write-ahead log, every commit flushed. Throws storage where the file system does not admit that.
void use_log(Database& database);

}  // namespace marque::sqlite
