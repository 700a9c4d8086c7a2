// Shows: fingerprints of pictures, what they do not care about (colour, quarter turns), and what they tell apart.
// Needs: the component marque::logo. Two PNG or JPEG files as arguments are compared instead of the built-in drawings.
// Read first: 01_first_check.cpp

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "marque/logo/decode.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/logo/similarity.hpp"

namespace {

constexpr std::uint32_t side = 96;

struct Ink {
  std::uint8_t red, green, blue;
};

/// A picture of the points for which `inside(x, y)` holds, on white.
template <class Inside>
marque::Image drawn(Ink ink, Inside&& inside) {
  marque::Pixels pixels{.width = side, .height = side, .rgb = {}};
  for (int y = 0; y < static_cast<int>(side); ++y)
    for (int x = 0; x < static_cast<int>(side); ++x) {
      const bool in = inside(x, y);
      for (const std::uint8_t channel : {ink.red, ink.green, ink.blue}) pixels.rgb.push_back(in ? channel : 255);
    }
  return marque::encode_png(pixels);
}

bool flag(int x, int y) { return x > 14 && x < 26 && y > 10 && y < 86; }
bool pennant(int x, int y) { return flag(x, y) || (x >= 26 && y > 12 && y < 48 && x - 26 < 2 * (48 - y)); }
bool disc(int x, int y) { return (x - 48) * (x - 48) + (y - 48) * (y - 48) < 36 * 36; }

marque::Image read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  marque::Image image;
  for (std::istreambuf_iterator<char> at(file), end; at != end; ++at) image.bytes.push_back(static_cast<std::byte>(*at));
  return image;
}

int compare(const char* what, const marque::Image& a, const marque::Image& b) {
  // One fingerprinter serves any number of pictures, from any thread; what a register keeps is made with LogoUse::keeping.
  static const marque::Fingerprinter fingerprint = marque::opencv_fingerprinter(marque::LogoUse::asking);
  const auto one = fingerprint(a), other = fingerprint(b);
  if (!one || !other) {
    std::fprintf(stderr, "%s\n", marque::to_string(one ? other.error() : one.error()).c_str());
    return 1;
  }
  const marque::LogoMatch match = marque::compare(*one, *other);
  std::printf("%-28s %.2f  turn: %s\n", what, static_cast<double>(match.score), std::string(marque::name_of(match.turn)).c_str());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3) return compare("the two files", read(argv[1]), read(argv[2]));
  const Ink red{200, 30, 40}, blue{20, 60, 170};
  const marque::Image original = drawn(red, pennant);
  int status = compare("itself", original, original);
  status |= compare("in another colour", original, drawn(blue, pennant));
  status |= compare("turned by a quarter", original, drawn(red, [](int x, int y) { return pennant(y, static_cast<int>(side) - 1 - x); }));
  status |= compare("mirrored", original, drawn(red, [](int x, int y) { return pennant(static_cast<int>(side) - 1 - x, y); }));
  status |= compare("another device", original, drawn(red, disc));
  return status;
}
