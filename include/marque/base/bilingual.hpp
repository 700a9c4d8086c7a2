#pragma once

#include <string>

namespace marque {

/// The languages reports come in.
enum class Language { zh, en };

/// A sentence for people, in both. Made where the facts are known, chosen where it is printed.
struct Bilingual {
  std::string zh;
  std::string en;

  const std::string& in(Language language) const noexcept { return language == Language::zh ? zh : en; }
  bool operator==(const Bilingual&) const = default;
};

}  // namespace marque
