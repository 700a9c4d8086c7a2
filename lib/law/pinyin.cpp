#include "law/pinyin.hpp"

#include "marque/text/readings.hpp"

namespace marque {
namespace {

/// Length of `syllable` where `letters` begin with it, else 0.
std::size_t begins_with(std::u32string_view letters, std::string_view syllable) {
  if (letters.size() < syllable.size()) return 0;
  for (std::size_t i = 0; i < syllable.size(); ++i) {
    const char32_t expected = static_cast<unsigned char>(syllable[i]);
    if (letters[i] != expected && !(expected == U'v' && letters[i] == U'u')) return 0;
  }
  return syllable.size();
}

}  // namespace

bool spells(std::u32string_view letters, std::u32string_view han) {
  if (han.empty()) return letters.empty();
  for (const Reading& reading : readings(han.front())) {
    const std::size_t length = begins_with(letters, spelling(reading.syllable));
    if (length != 0 && spells(letters.substr(length), han.substr(1))) return true;
  }
  return false;
}

}  // namespace marque
