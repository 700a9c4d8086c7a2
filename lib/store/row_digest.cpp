#include "store/row_digest.hpp"

#include <cstdint>
#include <span>

#include "store/feed.hpp"

namespace marque::sqlite {

namespace {

using sqlite::feed;

void feed(Sha256& hash, sqlite3_value* value) {
  const int type = sqlite3_value_type(value);
  feed(hash, static_cast<std::uint64_t>(type));
  if (type == SQLITE_NULL) return;
  if (type == SQLITE_INTEGER) return feed(hash, static_cast<std::uint64_t>(sqlite3_value_int64(value)));
  const void* const bytes = sqlite3_value_blob(value);  // a text as it is stored, in UTF-8
  feed(hash, std::span(static_cast<const std::byte*>(bytes), bytes ? static_cast<std::size_t>(sqlite3_value_bytes(value)) : 0));
}

void row_digest(sqlite3_context* context, int count, sqlite3_value** values) {
  Sha256 hash;
  for (sqlite3_value* value : std::span(values, static_cast<std::size_t>(count))) feed(hash, value);
  const Sha256Digest digest = hash.finish();
  sqlite3_result_blob(context, digest.data(), static_cast<int>(digest.size()), SQLITE_TRANSIENT);
}

}  // namespace

int add_row_digest(sqlite3* database) noexcept {
  return sqlite3_create_function_v2(database, "row_digest", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                    row_digest, nullptr, nullptr, nullptr);
}

}  // namespace marque::sqlite
