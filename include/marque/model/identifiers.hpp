#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "marque/base/result.hpp"

namespace marque {

/// A record's place in one registry: given by the registry, meaningless outside it.
struct EntryId {
  std::uint64_t value = 0;
  auto operator<=>(const EntryId&) const = default;
};

/// Number of a national application, which is the registration number too in China (申请号/注册号): 1–8 digits,
/// and a letter on a divided part (`12345678A`). Has no check digit.
/// parse() also takes `第12345678号`, `No. 12345678`, full-width digits and spaces; leading zeros are dropped.
/// Source: Implementing Regulations Art. 22; CNIPA practice.
///
/// A number of another office stands behind its ST.3 code and a hyphen (`US-60146682`, `EM-018123456`): up to 20 letters
/// and digits, at least one digit, leading zeros kept. `CN-12345678` is read as the Chinese number.
class NationalNumber {
 public:
  static Result<NationalNumber> parse(std::string_view text);

  /// The number as an office writes it; spaces, hyphens, slashes and dots are dropped. `office` is an ST.3 code.
  static Result<NationalNumber> of_office(std::string_view office, std::string_view number);

  bool is_chinese() const noexcept { return foreign_.empty(); }
  std::string_view office() const noexcept;             ///< `CN`, or the ST.3 code of another office
  std::string_view office_number() const noexcept;      ///< the number at another office; empty for a Chinese one
  std::uint32_t digits() const noexcept { return digits_; }  ///< 0 for a number of another office
  char division() const noexcept { return division_; }  ///< `A`…`Z`, or 0 where undivided
  std::string to_string() const;                        ///< `12345678A`, `US-60146682`
  std::string display() const;                          ///< `第12345678A号`, `US-60146682`

  auto operator<=>(const NationalNumber&) const = default;

 private:
  NationalNumber(std::uint32_t digits, char division) : digits_(digits), division_(division) {}
  explicit NationalNumber(std::string foreign) : foreign_(std::move(foreign)) {}
  std::uint32_t digits_ = 0;
  char division_ = 0;
  std::string foreign_;  ///< whole, where the office is another
};

/// Number in the International Register 国际注册号 (WIPO IRN): 1–7 digits, and a capital letter (two at most) on the
/// part split off by a partial transfer. The renewal prefixes `R`, `2R` … of old print are read and dropped, and
/// so are `国际注册第…号`, full width and spaces.
class InternationalNumber {
 public:
  static Result<InternationalNumber> parse(std::string_view text);

  std::uint32_t digits() const noexcept { return digits_; }
  const std::string& suffix() const noexcept { return suffix_; }
  std::string to_string() const;  ///< `1234567A`

  auto operator<=>(const InternationalNumber&) const = default;

 private:
  InternationalNumber(std::uint32_t digits, std::string suffix) : digits_(digits), suffix_(std::move(suffix)) {}
  std::uint32_t digits_;
  std::string suffix_;
};

/// The number under which CNIPA keeps the designation of China of an international registration: `G` before the
/// IRN, `H` behind it for a subsequent designation 后期指定, at most two letters and a digit in all.
class ChinaDesignationNumber {
 public:
  static Result<ChinaDesignationNumber> parse(std::string_view text);

  InternationalNumber international() const;  ///< the registration it belongs to: `H` and the digit are dropped
  std::string to_string() const;              ///< `G1234567H`

  auto operator<=>(const ChinaDesignationNumber&) const = default;

 private:
  ChinaDesignationNumber(std::uint32_t digits, std::string suffix) : digits_(digits), suffix_(std::move(suffix)) {}
  std::uint32_t digits_;
  std::string suffix_;
};

/// Certificate number of an agricultural product GI 农产品地理标志登记证书: `AGI` and 5 digits. The number of its
/// quality-control specification (`AGI2012-02-869`) is another thing and refused.
class AgiNumber {
 public:
  static Result<AgiNumber> parse(std::string_view text);
  std::uint32_t digits() const noexcept { return digits_; }
  std::string to_string() const;  ///< `AGI01459`
  auto operator<=>(const AgiNumber&) const = default;

 private:
  explicit AgiNumber(std::uint32_t digits) : digits_(digits) {}
  std::uint32_t digits_;
};

/// A public announcement 公告 that protects a GI product: authority, year where it counts by year, running number.
/// Reads `国家质检总局2010年第166号公告` and `国家知识产权局公告第354号`. One announcement may name several GIs, so it
/// is no key of a record.
class AnnouncementNumber {
 public:
  static Result<AnnouncementNumber> parse(std::string_view text);
  const std::string& authority() const noexcept { return authority_; }
  int year() const noexcept { return year_; }  ///< 0 where the authority does not count by year
  std::uint32_t number() const noexcept { return number_; }
  std::string to_string() const;
  auto operator<=>(const AnnouncementNumber&) const = default;

 private:
  AnnouncementNumber(std::string authority, int year, std::uint32_t number)
      : authority_(std::move(authority)), year_(year), number_(number) {}
  std::string authority_;
  int year_;
  std::uint32_t number_;
};

}  // namespace marque
