// Prints a digest of what is made of some pictures: fingerprints to keep and to ask with, and overlays. The test same_bytes
// compares the output of differently built programs on differently able machines.
#include <cstdio>

#include "logo/pictures.hpp"
#include "marque/base/digest.hpp"
#include "marque/logo/alignment.hpp"
#include "marque/logo/fingerprinter.hpp"
#include "marque/logo/similarity.hpp"

using namespace marque;
using namespace pictures;

namespace {

void print(const char* what, std::span<const std::byte> bytes) { std::printf("%s %zu %s\n", what, bytes.size(), to_hex(sha256(bytes)).c_str()); }

/// Grain, so that no two neighbours are alike: what blurs and gradients round comes to light.
Pixels grained(Pixels pixels, unsigned seed) {
  std::mt19937 random(seed);
  for (std::uint8_t& value : pixels.rgb) value = static_cast<std::uint8_t>(std::clamp(value + static_cast<int>(random() % 31) - 15, 0, 255));
  return pixels;
}

}  // namespace

int main() {
  std::vector<Pixels> all;
  for (unsigned seed = 1; seed < 5; ++seed) {
    all.push_back(render(mark(seed), 97 + 40 * seed, 131));
    all.push_back(grained(render(rotated(mark(seed), 17 * seed), 200, 180 + seed), seed));
    all.push_back(render(lock_up(mark(seed)), 420, 140));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto kept = fingerprint_of(all[i]), asked = fingerprint_of(all[(i + 3) % all.size()], LogoUse::asking);
    if (!kept || !asked) return 1;
    print("kept", to_bytes(*kept));
    print("asked", to_bytes(*asked));
    const LogoMatch match = compare(*asked, *kept);
    std::printf("match %.9g %zu %zu %d\n", static_cast<double>(match.closeness), match.view_a, match.view_b, static_cast<int>(match.turn));
    const auto alignment = aligned(all[(i + 3) % all.size()], all[i], match);
    if (!alignment) return 1;
    print("overlay", alignment->overlay.bytes);
    std::printf("outlines %.9g\n", static_cast<double>(alignment->outlines));
  }
  return 0;
}
