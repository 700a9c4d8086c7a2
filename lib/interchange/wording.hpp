#pragma once

#include <string>
#include <string_view>

#include "marque/base/bilingual.hpp"

namespace marque {

/// A phrase of the reports by its key, from lib/interchange/data/wording.tsv; the key itself where there is none.
std::string_view wording(std::string_view key, Language language);

/// A phrase with `{}` replaced by a value.
std::string wording(std::string_view key, Language language, std::string_view value);

/// The name of an enumerator: its Chinese term, or its English one (`term.…` of the table, else its name with spaces).
template <class Enum>
std::string label(Enum value, Language language) {
  if (language == Language::zh) return std::string(chinese_of(value));
  std::string name(name_of(value));
  const std::string key = "term." + name;
  if (const std::string_view term = wording(key, language); term != key) return std::string(term);
  for (char& c : name)
    if (c == '_') c = ' ';
  return name;
}

}  // namespace marque
