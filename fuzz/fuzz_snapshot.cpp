#include "edited.hpp"
#include "marque/base/digest.hpp"
#include "marque/snapshot/snapshot.hpp"
#include "require.hpp"
#include "scratch_file.hpp"

using namespace marque;

namespace {

const std::string path = fuzz::scratch_path("snapshot");

std::vector<std::byte> good_snapshot() {
  Registry registry;
  for (const char* number : {"1000001", "1000002", "1000003"}) {
    Trademark trademark{.number = *NationalNumber::parse(number)};
    trademark.mark.text = "海门";
    trademark.owners = {Party{.name = "某公司"}};
    fuzz::require(registry.insert(trademark).has_value());
  }
  fuzz::require(save_snapshot(registry, path).has_value());
  return fuzz::bytes_of_file(path);
}

/// Header checksum and digest made right again, so that what they protect is looked at, too.
void seal(std::vector<std::byte>& file) {
  constexpr std::size_t header = 36, digest = 32;
  if (file.size() < header + digest) return;
  const std::uint64_t payload = file.size() - header - digest;
  for (int i = 0; i < 8; ++i) file[16 + static_cast<std::size_t>(i)] = static_cast<std::byte>(payload >> (8 * i));
  const std::uint32_t crc = crc32c(std::span(file).first(32));
  for (int i = 0; i < 4; ++i) file[32 + static_cast<std::size_t>(i)] = static_cast<std::byte>(crc >> (8 * i));
  const Sha256Digest hash = sha256(std::span(file).subspan(header, payload));
  std::copy(hash.begin(), hash.end(), file.end() - digest);
}

/// Whether nothing differs but the minor version, with the header's checksum that it has then.
bool same_but_for_minor(const std::vector<std::byte>& file, std::vector<std::byte> good) {
  if (file.size() != good.size()) return false;
  std::copy_n(file.begin() + 12, 2, good.begin() + 12);
  seal(good);
  return file == good;
}

void check(std::span<const std::byte> file) {
  fuzz::write_file(path, file);
  const auto registry = load_snapshot(path);
  const auto verified = verify_snapshot(path);
  if (!registry) return;
  fuzz::require(verified.has_value() && *verified == registry->size());
  fuzz::require(save_snapshot(*registry, path).has_value());
  const auto again = load_snapshot(path);
  fuzz::require(again.has_value() && again->size() == registry->size());
  registry->for_each([&](EntryId id, const Entry& entry) { fuzz::require(*again->entry(id) == entry); });
}

}  // namespace

// A good snapshot with edits, as they are and sealed: an error, or a registry that is saved and loaded again the same. Unsealed,
// nothing but the file as it was is taken, but for the minor version, which is passed over.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::byte> good = good_snapshot();
  std::vector<std::byte> file = fuzz::edited(good, data, size);
  fuzz::write_file(path, file);
  fuzz::require(load_snapshot(path).has_value() == same_but_for_minor(file, good));
  check(file);
  seal(file);
  check(file);
  return 0;
}
