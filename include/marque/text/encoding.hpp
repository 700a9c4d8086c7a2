#pragma once

#include <string>
#include <string_view>

#include "marque/base/result.hpp"

namespace marque {

/// Strict UTF-8 (Unicode 15, table 3-7) to code points. Overlong forms, surrogates, values past
/// U+10FFFF and truncated sequences are ErrorCode::invalid_text with the byte offset of the fault.
/// Linear time.
Result<std::u32string> decode_utf8(std::string_view bytes);

/// Code points to UTF-8. Precondition: scalar values only (what decode_utf8 gives).
std::string encode_utf8(std::u32string_view points);
void append_utf8(std::string& bytes, std::u32string_view points);   ///< the same behind what is there
std::size_t utf8_size(std::u32string_view points) noexcept;         ///< the bytes that they take

/// Whether the bytes are strict UTF-8; on failure the Error names the offset. A BOM is a character.
Result<void> check_utf8(std::string_view bytes);

/// The character sets in which Chinese registers come.
enum class Charset {
  utf8,     ///< with or without byte order mark
  gb18030,  ///< GB 18030-2022; files labelled GBK or GB2312 are read as this superset
};

/// UTF-8 where the bytes are strict UTF-8 (a byte order mark settles it), else GB 18030. The bytes may be a
/// prefix of a file: a sequence cut off at their end does not count against UTF-8.
Charset detect_charset(std::string_view bytes) noexcept;

/// The bytes as UTF-8 without byte order mark. GB 18030 is converted strictly: an impossible sequence is
/// ErrorCode::invalid_text with its offset. The 24 two-byte cells that the edition of 2005 (ICU 72)
/// maps to private use get their characters: 18 by GB 18030-2022, six as the GNU C library reads them
/// (text/data/gb18030_2022.tsv), so that every machine reads the same.
Result<std::string> to_utf8(std::string_view bytes, Charset charset);

}  // namespace marque
