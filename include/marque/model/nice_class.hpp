#pragma once

#include <bit>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "marque/base/result.hpp"

namespace marque {

/// A class of the Nice Classification 国际分类: 1–34 goods, 35–45 services.
class NiceClass {
 public:
  static Result<NiceClass> make(int number);
  /// Reads `25`, `025`, `第25类`, `第二十五类` is not read. ErrorCode::invalid_class outside 1…45.
  static Result<NiceClass> parse(std::string_view text);

  int number() const noexcept { return number_; }
  bool is_service() const noexcept { return number_ >= 35; }
  std::string to_string() const { return std::to_string(number_); }

  auto operator<=>(const NiceClass&) const = default;

 private:
  explicit NiceClass(std::uint8_t number) : number_(number) {}
  std::uint8_t number_;
};

/// A set of classes, in one word.
class ClassSet {
 public:
  void insert(NiceClass c) noexcept { bits_ |= bit(c); }
  bool contains(NiceClass c) const noexcept { return (bits_ & bit(c)) != 0; }
  bool intersects(ClassSet other) const noexcept { return (bits_ & other.bits_) != 0; }
  bool empty() const noexcept { return bits_ == 0; }
  int size() const noexcept { return std::popcount(bits_); }
  std::vector<NiceClass> classes() const;  ///< ascending
  std::uint64_t bits() const noexcept { return bits_; }
  static ClassSet from_bits(std::uint64_t bits) noexcept;  ///< bits outside 1…45 are dropped

  bool operator==(const ClassSet&) const = default;

 private:
  static std::uint64_t bit(NiceClass c) noexcept { return std::uint64_t{1} << c.number(); }
  std::uint64_t bits_ = 0;
};

/// A similar group 类似群 of the Chinese goods table 区分表: four digits, of which two are the class.
class SimilarGroup {
 public:
  /// ErrorCode::invalid_class where the first two digits are no class.
  static Result<SimilarGroup> parse(std::string_view text);

  int number() const noexcept { return number_; }
  NiceClass nice_class() const noexcept;
  std::string to_string() const;  ///< `0304`

  auto operator<=>(const SimilarGroup&) const = default;

 private:
  explicit SimilarGroup(std::uint16_t number) : number_(number) {}
  std::uint16_t number_;
};

/// Edition of the classification that governs a filing, e.g. the 13th in its 2026 text.
struct NiceEdition {
  int edition = 0;
  int year = 0;

  /// Reads `13-2026` and `NCL13-2026`.
  static Result<NiceEdition> parse(std::string_view text);
  std::string to_string() const;  ///< `13-2026`

  auto operator<=>(const NiceEdition&) const = default;
};

}  // namespace marque
