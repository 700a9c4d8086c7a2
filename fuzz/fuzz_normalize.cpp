#include "marque/text/encoding.hpp"
#include "marque/text/normalize.hpp"
#include "require.hpp"

using namespace marque;

// Any bytes: an error, or views that are scalar values, no longer than the limits allow, and normal already.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto name = fuzz::text(data, size);
  const auto normal = normalize(name);
  if (!normal) return 0;
  const TextLimits limits;
  fuzz::require(check_utf8(name).has_value());
  fuzz::require(normal->original == name);
  fuzz::require(normal->folded.size() <= limits.growth_factor * size + limits.growth_slack);
  fuzz::require(normal->han.size() + normal->letters.size() + normal->digits.size() == normal->skeleton.size());

  const std::string skeleton = encode_utf8(normal->skeleton);
  fuzz::require(check_utf8(skeleton).has_value());
  TextLimits wide;
  wide.name_bytes = skeleton.size();
  const auto again = normalize(skeleton, wide);
  fuzz::require(again.has_value() && again->skeleton == normal->skeleton);
  return 0;
}
