#include "text/icu.hpp"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace marque::icu {

namespace {

UChar32 to_icu(char32_t point) { return static_cast<UChar32>(point); }

std::u16string to_utf16(std::u32string_view points) {
  std::u16string units;
  units.reserve(points.size() + 8);
  for (const char32_t point : points) {
    if (point < 0x10000) {
      units.push_back(static_cast<char16_t>(point));
    } else {
      units.push_back(static_cast<char16_t>(U16_LEAD(point)));
      units.push_back(static_cast<char16_t>(U16_TRAIL(point)));
    }
  }
  return units;
}

// Joins surrogates; `lead` carries one over to the next call.
template <class Take>
void for_each_point(std::u16string_view units, char16_t& lead, Take&& take) {
  for (const char16_t unit : units) {
    if (U16_IS_LEAD(unit)) {
      lead = unit;
    } else {
      take(U16_IS_TRAIL(unit) ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, unit)) : char32_t{unit});
    }
  }
}

std::u32string to_utf32(std::u16string_view units) {
  std::u32string points;
  points.reserve(units.size());
  char16_t lead = 0;
  for_each_point(units, lead, [&](char32_t point) { points.push_back(point); });
  return points;
}

// Two passes at most: the second where the first guess at the length was too small.
std::optional<std::u16string> run(const UNormalizer2* form, std::u16string_view in, std::size_t most_units) {
  std::u16string out(std::min(most_units, in.size() + in.size() / 2 + 16), u'\0');
  for (;;) {
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = unorm2_normalize(form, in.data(), static_cast<int32_t>(in.size()), out.data(),
                                            static_cast<int32_t>(out.size()), &status);
    if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(status)) return std::nullopt;
    const auto needed = static_cast<std::size_t>(length);
    if (needed > most_units) return std::nullopt;
    const bool fits = needed <= out.size();
    out.resize(needed);
    if (fits) return out;
  }
}

const UNormalizer2* nfkc_casefold() {
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_getNFKCCasefoldInstance(&status);
}

const UNormalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_getNFCInstance(&status);
}

const UNormalizer2* nfd() {
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_getNFDInstance(&status);
}

std::u32string run(const UNormalizer2* form, std::u32string_view points) {
  if (is_inert(points)) return std::u32string(points);
  const auto units = run(form, to_utf16(points), points.size() * 18 + 64);
  return units ? to_utf32(*units) : std::u32string(points);
}

UScriptCode script_of(char32_t point) noexcept {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(to_icu(point), &status);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_gb18030() {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open("gb18030", &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

std::size_t bad_length(UConverter* converter) {
  std::array<char, 32> bytes{};
  auto length = static_cast<int8_t>(bytes.size());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, bytes.data(), &length, &status);
  return U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0;
}

}  // namespace

std::optional<Fault> read_gb18030(std::string_view bytes, const std::function<void(char32_t)>& take) {
  const Converter converter = open_gb18030();
  if (!converter) return Fault{0, 0};
  std::array<char16_t, 4096> units;
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  char16_t lead = 0;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char16_t* target = units.data();
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, source_end, nullptr, true, &status);
    for_each_point({units.data(), target}, lead, take);
  }
  if (U_SUCCESS(status)) return std::nullopt;
  const std::size_t length = bad_length(converter.get());
  return Fault{static_cast<std::size_t>(source - bytes.data()) - length, length};
}

std::string write_gb18030(std::u32string_view points) {
  const Converter converter = open_gb18030();
  const std::u16string units = to_utf16(points);
  std::string bytes(points.size() * 4, '\0');  // the longest sequence
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = converter ? ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()), units.data(),
                                                     static_cast<int32_t>(units.size()), &status)
                                   : 0;
  bytes.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
  return bytes;
}

std::optional<std::u32string> fold(std::u32string_view points, std::size_t most_units) {
  const auto units = run(nfkc_casefold(), to_utf16(points), most_units);
  if (!units) return std::nullopt;
  return to_utf32(*units);
}

std::u32string compose(std::u32string_view points) { return run(nfc(), points); }
std::u32string decompose(std::u32string_view points) { return run(nfd(), points); }

bool joins_backwards(char32_t point) noexcept {
  return point >= 0x300 && !is_unified_ideograph(point) && !unorm2_hasBoundaryBefore(nfc(), to_icu(point));
}

bool is_mark(char32_t point) noexcept { return (U_GET_GC_MASK(to_icu(point)) & U_GC_M_MASK) != 0; }

bool is_ignorable(char32_t point) noexcept {
  return u_hasBinaryProperty(to_icu(point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

CharacterClass class_in_tables(char32_t point) noexcept {
  const uint32_t category = U_GET_GC_MASK(to_icu(point));
  if ((category & U_GC_CC_MASK) != 0) return CharacterClass::control;
  if ((category & U_GC_ND_MASK) != 0) return CharacterClass::digit;
  if ((category & U_GC_M_MASK) != 0) return CharacterClass::mark;
  if ((category & (U_GC_L_MASK | U_GC_NL_MASK)) == 0) return CharacterClass::other;
  return script_of(point) == USCRIPT_HAN ? CharacterClass::han : CharacterClass::letter;
}

bool takes_accents(char32_t point) noexcept {
  if (is_unified_ideograph(point)) return false;
  const UScriptCode script = script_of(point);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

unsigned digit_value(char32_t point) noexcept { return static_cast<unsigned>(u_charDigitValue(to_icu(point))); }

std::optional<double> numeral_value(char32_t point) noexcept {
  const double value = u_getNumericValue(to_icu(point));
  return value == U_NO_NUMERIC_VALUE || class_of(point) != CharacterClass::han ? std::nullopt : std::optional(value);
}

}  // namespace marque::icu
