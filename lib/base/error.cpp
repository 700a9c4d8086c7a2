#include "marque/base/error.hpp"

#include <array>
#include <utility>

#include "base/sentences.hpp"
#include "marque/base/redaction.hpp"
#include "marque/base/sentence.hpp"

namespace marque {

namespace {

/// A code's name, and what it means.
struct CodeText {
  ErrorCode code;
  std::string_view name;
  Bilingual meaning;
};

const std::array<CodeText, 21>& code_texts() {
  static const std::array<CodeText, 21> texts{{
      {ErrorCode::invalid_argument, "invalid_argument", {"参数不在可接受的范围内", "a value outside what is accepted"}},
      {ErrorCode::invalid_text, "invalid_text", {"文字编码不正确，或含有不允许的字符", "not well-formed text, or a character that may not stand there"}},
      {ErrorCode::invalid_identifier, "invalid_identifier", {"号码或代码不符合格式", "a number or code that is not of its form"}},
      {ErrorCode::invalid_date, "invalid_date", {"日期不存在，或先后不可能", "no day of the calendar, or an impossible order of days"}},
      {ErrorCode::invalid_class, "invalid_class", {"类别或类似群不存在", "no such class or similar group"}},
      {ErrorCode::missing_field, "missing_field", {"缺少必需的内容", "something that cannot be done without is missing"}},
      {ErrorCode::malformed, "malformed", {"内容不符合其格式", "not of its format"}},
      {ErrorCode::limit_exceeded, "limit_exceeded", {"超过限度", "larger, deeper or longer than allowed"}},
      {ErrorCode::unsupported, "unsupported", {"不支持这种格式、版本或环境", "a format, version or place that is not supported"}},
      {ErrorCode::duplicate, "duplicate", {"已经存在", "it is there already"}},
      {ErrorCode::not_found, "not_found", {"没有找到", "there is none"}},
      {ErrorCode::unlawful, "unlawful", {"现有状态不允许", "the present state does not admit it"}},
      {ErrorCode::corrupt, "corrupt", {"存储的数据已损坏", "stored data are damaged"}},
      {ErrorCode::storage, "storage", {"磁盘或数据库出错", "the disk or the database failed"}},
      {ErrorCode::storage_full, "storage_full", {"磁盘空间不足", "no space is left"}},
      {ErrorCode::busy, "busy", {"正被占用", "it is in use"}},
      {ErrorCode::newer_version, "newer_version", {"由更新版本的 marque 写成", "written by a later marque"}},
      {ErrorCode::cancelled, "cancelled", {"已中止", "it was stopped"}},
      {ErrorCode::no_fingerprint, "no_fingerprint", {"图样空白或只有一种颜色，无可比较", "a blank or single-coloured picture"}},
      {ErrorCode::out_of_memory, "out_of_memory", {"内存不足", "no memory is left"}},
      {ErrorCode::internal, "internal", {"marque 自身的错误", "a fault of marque itself"}},
  }};
  return texts;
}

const CodeText& text_of(ErrorCode code) noexcept {
  for (const CodeText& text : code_texts())
    if (text.code == code) return text;
  return code_texts().back();
}

}  // namespace

std::string_view name_of(ErrorCode code) noexcept { return text_of(code).name; }

const Bilingual& meaning_of(ErrorCode code) noexcept { return text_of(code).meaning; }

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

std::string sentence_of(const Error& error, Language language) {
  if (language == Language::en) return error.message;
  if (!error.chinese.empty()) return error.chinese;
  std::string chinese = in_chinese(error.message);
  return chinese.empty() ? meaning_of(error.code).zh + ": " + error.message : chinese;
}

std::string to_string(const Error& error, Language language) {
  const bool zh = language == Language::zh;
  std::string line;
  if (!error.where.file.empty()) line += error.where.file + ": ";
  if (error.where.record) line += (zh ? "记录 " : "record ") + std::to_string(*error.where.record) + ": ";
  if (!error.where.field.empty()) line += error.where.field + ": ";
  line += redacted(sentence_of(error, language));
  if (error.where.offset) line += (zh ? " 字节 " : " at byte ") + std::to_string(*error.where.offset);
  line += " (";
  line += name_of(error.code);
  line += ')';
  return line;
}

}  // namespace marque
