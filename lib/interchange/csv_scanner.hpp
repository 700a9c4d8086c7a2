#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/error.hpp"
#include "marque/base/limits.hpp"
#include "marque/text/encoding.hpp"

namespace marque {

/// One record of a delimited text, as found at the start of some bytes.
struct CsvScan {
  enum class End {
    record,      ///< at a line break or at the end of the source
    unfinished,  ///< the bytes ran out, the source may go on
  };
  End end = End::unfinished;
  std::size_t length = 0;           ///< bytes of the record, without its line break
  std::size_t line_break = 0;       ///< bytes of the line break behind it
  std::vector<std::string> fields;  ///< unquoted, in the source's character set
  std::optional<Error> error;       ///< why the record is bad; the scan went on to its end all the same
  bool lost = false;                ///< bad quoting: where the record ends cannot be told
};

/// RFC 4180 as a state machine, with what registers send besides: LF, CR or CRLF, any of four delimiters, quotes
/// inside an unquoted field taken literally, GB 18030 whose second byte may look like a delimiter.
class CsvScanner {
 public:
  CsvScanner(char delimiter, Charset charset, const DocumentLimits& limits)
      : delimiter_(delimiter), charset_(charset), limits_(limits) {}

  char delimiter() const noexcept { return delimiter_; }
  Charset charset() const noexcept { return charset_; }

  /// Scans the record at the start of `bytes`; `last` says that nothing follows them.
  void scan(std::string_view bytes, bool last, CsvScan& to) const;

 private:
  char delimiter_;
  Charset charset_;
  DocumentLimits limits_;
};

/// Length of the line break at `at`: 0 for none, 2 for CRLF.
std::size_t line_break_at(std::string_view bytes, std::size_t at) noexcept;

}  // namespace marque
