#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "marque/base/bilingual.hpp"

namespace marque {

/// What went wrong, as a stable number: codes are only ever added, never renumbered, because the
/// C ABI and every language binding hand them on.
enum class ErrorCode : std::uint16_t {
  invalid_argument = 1,    ///< a value outside what the function accepts
  invalid_text = 2,        ///< not strict UTF-8, or a character that may not stand here
  invalid_identifier = 3,  ///< a number that is not of its kind's form, or fails its check digit
  invalid_date = 4,        ///< no day of the calendar, or an impossible order of days
  invalid_class = 5,       ///< no class 1..45 or no similar group of that class
  missing_field = 6,       ///< a field the record cannot do without
  malformed = 7,           ///< a document that does not follow its format
  limit_exceeded = 8,      ///< larger, deeper or longer than `limits.hpp` allows
  unsupported = 9,         ///< a format or version this build does not read
  duplicate = 10,          ///< the number is taken
  not_found = 11,          ///< no such record, event or file
  unlawful = 12,           ///< an event that the record's state does not admit
  corrupt = 13,            ///< stored data whose checksum or structure is wrong
  storage = 14,            ///< the disk or the database refused
  storage_full = 15,       ///< no space left
  busy = 16,               ///< another process holds the writer's lock
  newer_version = 17,      ///< written by a later marque than this one
  cancelled = 18,          ///< the caller's Progress said stop
  no_fingerprint = 19,     ///< a blank or single-coloured picture
  out_of_memory = 20,
  internal = 21,           ///< a fault of marque itself
};

/// The code's name as used in messages and machine-readable output, e.g. `"invalid_date"`.
std::string_view name_of(ErrorCode code) noexcept;

/// Where in the input the fault lies. Every part is optional; what is unknown is left out.
struct Where {
  std::string file;                     ///< path as the caller gave it
  std::optional<std::uint64_t> record;  ///< 1-based row or line
  std::string field;                    ///< column or member name as it stands in the input
  std::optional<std::uint64_t> offset;  ///< byte offset inside the file, record or text

  bool operator==(const Where&) const = default;
};

/// An expected failure: bad input, a full disk, a missing record. Never thrown by marque.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;  ///< one English sentence without a full stop, quoting the offending part
  Where where{};
  std::string chinese{};  ///< the same sentence in Chinese; empty where there is none

  bool operator==(const Error&) const = default;

  /// The same error, its place narrowed down: parts already known are kept.
  [[nodiscard]] Error in_file(std::string file) const;
  [[nodiscard]] Error in_record(std::uint64_t record) const;
  [[nodiscard]] Error in_field(std::string field) const;
  [[nodiscard]] Error at_offset(std::uint64_t offset) const;
};

/// One line for people: `register.csv: record 12: 申请日期: no such day "2024-02-31" (invalid_date)`.
/// In Chinese where the error has its sentence in Chinese; the code stays as it is.
std::string to_string(const Error& error, Language language = Language::en);

}  // namespace marque
