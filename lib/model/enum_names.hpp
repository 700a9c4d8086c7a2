#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "marque/base/result.hpp"
#include "model/spelling.hpp"
#include "model/wordings.hpp"

namespace marque {

/// Names of one enumerator, in English and Chinese.
template <class Enum>
struct EnumName {
  Enum value;
  std::string_view english;
  std::string_view chinese;
};

/// Whether a table names every enumerator in the enumeration's order, so that it can be indexed by value.
template <class Enum, std::size_t N>
constexpr bool in_order(const std::array<EnumName<Enum>, N>& names) {
  for (std::size_t i = 0; i < N; ++i) {
    if (static_cast<std::size_t>(names[i].value) != i) return false;
  }
  return true;
}

template <class Enum, std::size_t N>
constexpr std::array<Enum, N> values_of(const std::array<EnumName<Enum>, N>& names) {
  std::array<Enum, N> values{};
  for (std::size_t i = 0; i < N; ++i) values[i] = names[i].value;
  return values;
}

/// The enumerator that a text names: by either name, by a wording of wordings.tsv under `what`, or by its
/// English name in any case, with spaces or hyphens for underscores.
template <class Enum, std::size_t N>
Result<Enum> parse_enum(const std::array<EnumName<Enum>, N>& names, std::string_view what, std::string_view text) {
  for (const auto& name : names) {
    if (text == name.english || text == name.chinese) return name.value;
  }
  const std::string key = wording_key(text);
  const std::string_view meant = meaning_of_wording(what, key);
  for (const auto& name : names) {
    if (meant == name.english || key == wording_key(name.english) || key == name.chinese) return name.value;
  }
  return Error{ErrorCode::invalid_argument, "unknown " + std::string(what) + ' ' + quoted(text)};
}

}  // namespace marque
