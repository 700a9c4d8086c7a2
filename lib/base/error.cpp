#include "marque/base/error.hpp"

#include <array>
#include <utility>

#include "marque/base/redaction.hpp"

namespace marque {

namespace {

constexpr std::array<std::pair<ErrorCode, std::string_view>, 21> code_names{{
    {ErrorCode::invalid_argument, "invalid_argument"},
    {ErrorCode::invalid_text, "invalid_text"},
    {ErrorCode::invalid_identifier, "invalid_identifier"},
    {ErrorCode::invalid_date, "invalid_date"},
    {ErrorCode::invalid_class, "invalid_class"},
    {ErrorCode::missing_field, "missing_field"},
    {ErrorCode::malformed, "malformed"},
    {ErrorCode::limit_exceeded, "limit_exceeded"},
    {ErrorCode::unsupported, "unsupported"},
    {ErrorCode::duplicate, "duplicate"},
    {ErrorCode::not_found, "not_found"},
    {ErrorCode::unlawful, "unlawful"},
    {ErrorCode::corrupt, "corrupt"},
    {ErrorCode::storage, "storage"},
    {ErrorCode::storage_full, "storage_full"},
    {ErrorCode::busy, "busy"},
    {ErrorCode::newer_version, "newer_version"},
    {ErrorCode::cancelled, "cancelled"},
    {ErrorCode::no_fingerprint, "no_fingerprint"},
    {ErrorCode::out_of_memory, "out_of_memory"},
    {ErrorCode::internal, "internal"},
}};

}  // namespace

std::string_view name_of(ErrorCode code) noexcept {
  for (const auto& [known, name] : code_names) {
    if (known == code) return name;
  }
  return "internal";
}

Error Error::in_file(std::string file) const {
  Error narrowed = *this;
  if (narrowed.where.file.empty()) narrowed.where.file = std::move(file);
  return narrowed;
}

Error Error::in_record(std::uint64_t record) const {
  Error narrowed = *this;
  if (!narrowed.where.record) narrowed.where.record = record;
  return narrowed;
}

Error Error::in_field(std::string field) const {
  Error narrowed = *this;
  if (narrowed.where.field.empty()) narrowed.where.field = std::move(field);
  return narrowed;
}

Error Error::at_offset(std::uint64_t offset) const {
  Error narrowed = *this;
  if (!narrowed.where.offset) narrowed.where.offset = offset;
  return narrowed;
}

std::string to_string(const Error& error, Language language) {
  const bool zh = language == Language::zh && !error.chinese.empty();
  std::string line;
  if (!error.where.file.empty()) line += error.where.file + ": ";
  if (error.where.record) line += (zh ? "记录 " : "record ") + std::to_string(*error.where.record) + ": ";
  if (!error.where.field.empty()) line += error.where.field + ": ";
  line += redacted(zh ? error.chinese : error.message);
  if (error.where.offset) line += (zh ? " 字节 " : " at byte ") + std::to_string(*error.where.offset);
  line += " (";
  line += name_of(error.code);
  line += ')';
  return line;
}

}  // namespace marque
