#include "marque/base/version.hpp"

#include "base/embedded.hpp"

MARQUE_EMBEDDED(marque_notices_text)

namespace marque {

std::string_view version() noexcept { return MARQUE_VERSION; }

std::string notices() { return std::string(embedded(marque_notices_text, marque_notices_text_end)); }

}  // namespace marque
