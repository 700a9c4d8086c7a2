#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"

namespace marque {

/// What a stretch of a name is made of.
enum class PartKind {
  han,      ///< Chinese characters 汉字
  letters,  ///< one word of an alphabet or syllabary: Latin, Cyrillic, kana, Hangul …
  digits,   ///< numerals 数字, any script's digits as 0-9
};

std::string_view name_of(PartKind kind) noexcept;

/// A stretch of one kind, in its comparable form.
struct NamePart {
  PartKind kind;
  std::u32string text;
  bool generic = false;  ///< says what or who, not whose: 牌, 有限公司, Co., Ltd. (text/data/generic_words.tsv)

  bool operator==(const NamePart&) const = default;
};

/// The comparable spellings of one name, each coarser than the one before. The name itself is kept byte for
/// byte: matching never changes a record.
struct NormalForm {
  std::string original;

  /// NFKC, case folded, default ignorables removed (Unicode NFKC_Casefold), one space between words.
  std::u32string folded;

  /// `folded` with traditional, Japanese and variant characters as their simplified standard form
  /// (phrases first: 乾隆 stays, 徳 becomes 德), accents of Latin, Greek and Cyrillic removed, digits of any
  /// script as 0-9; punctuation, symbols (™ too) and spaces dropped.
  std::u32string skeleton;

  /// The stretches of `skeleton` in order; a word of letters ends where the name had a space or punctuation other
  /// than an apostrophe. Chinese characters and digits run on: 海·门 is one stretch.
  std::vector<NamePart> parts;

  std::u32string han;      ///< all Chinese characters of `skeleton` in order
  std::u32string letters;  ///< all letters of `skeleton` in order
  std::u32string digits;   ///< all digits of `skeleton` in order

  /// `han` and `letters` without generic parts; equal to them where nothing else would be left.
  std::u32string distinctive_han;
  std::u32string distinctive_letters;

  bool operator==(const NormalForm&) const = default;

  /// True where nothing can be compared: the name is empty or of punctuation and symbols only.
  bool empty() const noexcept { return skeleton.empty(); }
};

/// The views of a name (商标文字). Strict UTF-8 is asked for: bad bytes are ErrorCode::invalid_text with the
/// offset; U+0000 and the other control characters likewise (tab and line ends count as spaces); more than
/// `limits.name_bytes`, more combining marks on a base than `limits.marks_per_base`, or more growth than the limits
/// allow is ErrorCode::limit_exceeded. Linear in the length of the name. Idempotent: normalising encode_utf8(skeleton)
/// gives the same skeleton. Source of the folding: UAX #15, Unicode 15 NFKC_Casefold (ICU); OpenCC and Unihan for
/// characters.
Result<NormalForm> normalize(std::string_view name, const TextLimits& limits = {});

}  // namespace marque
