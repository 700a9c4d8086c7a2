#include "marque/law/verification.hpp"

#include <array>

namespace marque {

std::string_view name_of(Verification verification) noexcept {
  constexpr std::array<std::string_view, 3> names{"V", "V2", "M"};
  return names[static_cast<std::size_t>(verification)];
}

Bilingual sentence_of(Verification verification) {
  switch (verification) {
    case Verification::primary:
      return {"已核对法律原文（V）", "read in the text of the law (V)"};
    case Verification::secondary:
      return {"仅见于公开解读，未核对原文（V2）", "from published accounts, not read in the text (V2)"};
    case Verification::memory:
      return {"凭记忆，未核实，依赖前请查原文或咨询律师（M）",
              "from memory, not verified: see the text or ask a lawyer before relying on it (M)"};
  }
  return {};
}

Verification verification_named(std::string_view tag) noexcept {
  if (tag == "V") return Verification::primary;
  return tag == "V2" ? Verification::secondary : Verification::memory;
}

}  // namespace marque
