#include "marque/model/nice_class.hpp"

#include "model/spelling.hpp"

namespace marque {

namespace {

constexpr std::uint64_t all_class_bits = ((std::uint64_t{1} << 45) - 1) << 1;

}  // namespace

Result<NiceClass> NiceClass::make(int number) {
  if (number < 1 || number > 45) {
    return Error{ErrorCode::invalid_class, "no class " + std::to_string(number) + ": classes are 1 to 45"};
  }
  return NiceClass(static_cast<std::uint8_t>(number));
}

Result<NiceClass> NiceClass::parse(std::string_view text) {
  const std::string dense = without_spaces(text);
  std::string_view digits = dense;
  if (digits.starts_with("第")) digits.remove_prefix(std::string_view("第").size());
  if (digits.ends_with("类")) digits.remove_suffix(std::string_view("类").size());
  const int number = digits.size() <= 3 ? decimal(digits) : -1;
  if (number < 0) return Error{ErrorCode::invalid_class, "not a class: " + quoted(text)};
  return make(number);
}

std::vector<NiceClass> ClassSet::classes() const {
  std::vector<NiceClass> classes;
  for (std::uint64_t rest = bits_; rest != 0; rest &= rest - 1) {
    classes.push_back(*NiceClass::make(std::countr_zero(rest)));
  }
  return classes;
}

ClassSet ClassSet::from_bits(std::uint64_t bits) noexcept {
  ClassSet set;
  set.bits_ = bits & all_class_bits;
  return set;
}

Result<SimilarGroup> SimilarGroup::parse(std::string_view text) {
  const std::string digits = without_spaces(text);
  const int number = digits.size() == 4 ? decimal(digits) : -1;
  if (number < 0) return Error{ErrorCode::invalid_class, "a similar group has four digits: " + quoted(text)};
  if (!NiceClass::make(number / 100) || number % 100 == 0) {
    return Error{ErrorCode::invalid_class, "no similar group " + quoted(text)};
  }
  return SimilarGroup(static_cast<std::uint16_t>(number));
}

NiceClass SimilarGroup::nice_class() const noexcept { return *NiceClass::make(number_ / 100); }

std::string SimilarGroup::to_string() const {
  std::string digits = std::to_string(number_);
  return digits.insert(0, 4 - digits.size(), '0');
}

Result<NiceEdition> NiceEdition::parse(std::string_view text) {
  const std::string key = without_spaces(text);
  std::string_view rest = key;
  if (rest.starts_with("NCL")) rest.remove_prefix(3);
  const std::size_t dash = rest.find('-');
  if (dash != std::string_view::npos && dash <= 2) {
    const int edition = decimal(rest.substr(0, dash));
    const int year = rest.size() == dash + 5 ? decimal(rest.substr(dash + 1)) : -1;
    if (edition >= 1 && year >= 1963) return NiceEdition{edition, year};
  }
  return Error{ErrorCode::invalid_argument, "not an edition of the Nice Classification: " + quoted(text)};
}

std::string NiceEdition::to_string() const { return std::to_string(edition) + '-' + std::to_string(year); }

}  // namespace marque
