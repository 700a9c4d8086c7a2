#include <marque.h>

#include <cstring>

#include "require.hpp"

namespace {

/// Frees what a call gave (by reference: the call stands in the same argument list), and checks that text was given exactly where it succeeded.
void settle(marque_status status, char* const& text, const std::size_t& length) {
  marque::fuzz::require((status == MARQUE_OK) == (text != nullptr));
  if (text) marque::fuzz::require(text[length] == '\0');
  marque_text_free(text);
}

}  // namespace

// A sequence of calls, one a line: its first byte says which, the rest is the argument.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  marque_register* held = nullptr;
  marque_register_open_memory(&held, nullptr);
  const char* const end = reinterpret_cast<const char*>(data) + size;
  for (const char* at = end - size; at < end;) {
    const auto* stop = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
    const char call = *at;
    const char* text = call == '\n' ? at : at + 1;
    const auto length = static_cast<std::size_t>((stop ? stop : end) - text);
    at = stop ? stop + 1 : end;
    char* out = nullptr;
    std::size_t given = 0;
    marque_error* error = nullptr;
    if (call == 'n') settle(marque_normalize(text, length, &out, &given, &error), out, given);
    if (call == 'c') settle(marque_compare(text, length, text, length / 2, nullptr, &out, &given, &error), out, given);
    if (call == 'a') settle(marque_register_add(held, text, length, nullptr, 0, &out, &given, &error), out, given);
    if (call == 'f') settle(marque_register_find(held, text, length, &out, &given, &error), out, given);
    if (call == 'q') settle(marque_register_check(held, text, length, MARQUE_EN, &out, &given, &error), out, given);
    if (call == 'i') marque_register_build_index(held, &error);
    if (call == 'u') marque_check_uscc(text, length, &error);
    if (call == '0') marque_register_find(nullptr, text, length, &out, &given, &error);
    marque_error_free(error);
  }
  marque_register_free(held);
  return 0;
}
