#include "marque/snapshot/snapshot.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "marque/base/digest.hpp"
#include "registry/sample_entries.hpp"
#include "snapshot/compat_entries.hpp"
#include "snapshot/portable_archive.hpp"
#include "snapshot/temporary_folder.hpp"

using namespace marque;
using namespace marque::test;

namespace {

using Bytes = std::vector<std::byte>;

const std::string compat_file = MARQUE_TESTS_DIR "/compat/snapshot_v1.bin";

std::vector<std::pair<EntryId, Entry>> held_by(const Registry& registry) {
  std::vector<std::pair<EntryId, Entry>> held;
  registry.for_each([&](EntryId id, const Entry& entry) { held.emplace_back(id, entry); });
  return held;
}

ErrorCode code_of(const Result<Registry>& result) { return result ? ErrorCode{} : result.error().code; }

/// The header with one 16-bit field changed and its checksum right.
Bytes with_header_field(Bytes file, std::size_t offset, std::uint16_t value) {
  file[offset] = static_cast<std::byte>(value & 0xff);
  file[offset + 1] = static_cast<std::byte>(value >> 8);
  PortableWriter checksum;
  checksum << crc32c(std::span(file).first(32));
  std::copy(checksum.bytes().begin(), checksum.bytes().end(), file.begin() + 32);
  return file;
}

}  // namespace

TEST_CASE("a registry comes back from its snapshot with its ids") {
  TemporaryFolder folder;
  Registry::Builder builder;
  EntryMaker make(1);
  for (std::uint32_t number = 1; number <= 2500; ++number) REQUIRE(builder.add(EntryId{number * 3}, make.entry(number)));
  const Registry registry = *std::move(builder).build();
  REQUIRE(save_snapshot(registry, folder / "r.bin"));
  const auto back = load_snapshot(folder / "r.bin");
  REQUIRE(back);
  CHECK(held_by(*back) == held_by(registry));
  CHECK(verify_snapshot(folder / "r.bin").value() == 2500);
  CHECK(back->query({.kind = EntryKind::gi}) == registry.query({.kind = EntryKind::gi}));
}

TEST_CASE("an empty registry has a snapshot too") {
  TemporaryFolder folder;
  REQUIRE(save_snapshot(Registry(), folder / "r.bin"));
  CHECK(load_snapshot(folder / "r.bin")->size() == 0);
}

TEST_CASE("a snapshot with records of an earlier version is read as it was written, and saved again with those of today") {
  const std::string file = MARQUE_TESTS_DIR "/compat/" + GENERATE(as<std::string>(), "snapshot_v1.bin", "snapshot_v2.bin");
  const auto stored = load_snapshot(file);
  REQUIRE(stored);
  CHECK(held_by(*stored) == held_by(compat_v1()));
  CHECK(stored->size() == 3);
  TemporaryFolder folder;
  REQUIRE(save_snapshot(*stored, folder / "again.bin"));
  CHECK(held_by(*load_snapshot(folder / "again.bin")) == held_by(compat_v1()));
}

TEST_CASE("every torn, extended or bit-flipped snapshot is corrupt as a whole") {
  TemporaryFolder folder;
  const std::string path = folder / "r.bin";
  const Bytes whole = bytes_of_file(compat_file);
  REQUIRE(whole.size() > 1000);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    Bytes damaged = whole;
    damaged[at] ^= std::byte{0x10};
    write_file(path, damaged);
    REQUIRE(code_of(load_snapshot(path)) == ErrorCode::corrupt);
    REQUIRE_FALSE(verify_snapshot(path));
    write_file(path, Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at)));
    REQUIRE(code_of(load_snapshot(path)) == ErrorCode::corrupt);
  }
  Bytes longer = whole;
  longer.push_back(std::byte{0});
  write_file(path, longer);
  CHECK(code_of(load_snapshot(path)) == ErrorCode::corrupt);
}

TEST_CASE("a snapshot of a later version or with unknown flags is refused as such") {
  TemporaryFolder folder;
  const auto [offset, value, code] = GENERATE(table<std::size_t, std::uint16_t, ErrorCode>({
      {10, std::uint16_t{2}, ErrorCode::newer_version},
      {14, std::uint16_t{1}, ErrorCode::newer_version},
      {10, std::uint16_t{0}, ErrorCode::corrupt},
      {12, std::uint16_t{7}, ErrorCode{}},
  }));
  write_file(folder / "r.bin", with_header_field(bytes_of_file(compat_file), offset, value));
  CHECK(code_of(load_snapshot(folder / "r.bin")) == code);
}

TEST_CASE("saving replaces the old file at once, for its owner alone, and leaves nothing beside it") {
  TemporaryFolder folder;
  write_file(folder / "r.bin", Bytes(5));
  REQUIRE(save_snapshot(compat_v1(), folder / "r.bin"));
  CHECK(load_snapshot(folder / "r.bin")->size() == 3);
  CHECK(folder.names() == std::vector<std::string>{"r.bin"});
  struct stat facts {};
  REQUIRE(::stat((folder / "r.bin").c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777) == 0600);
}

TEST_CASE("a save that is stopped or has no place leaves the old file as it is") {
  TemporaryFolder folder;
  write_file(folder / "r.bin", Bytes(5));
  const Progress stop([](std::uint64_t, std::uint64_t) { return false; });
  CHECK(save_snapshot(compat_v1(), folder / "r.bin", stop).error().code == ErrorCode::cancelled);
  CHECK(bytes_of_file(folder / "r.bin") == Bytes(5));
  CHECK(folder.names() == std::vector<std::string>{"r.bin"});
  CHECK(save_snapshot(compat_v1(), folder / "nowhere/r.bin").error().code == ErrorCode::not_found);
  CHECK(load_snapshot(compat_file, stop).error().code == ErrorCode::cancelled);
}

TEST_CASE("what is no regular file is not read") {
  TemporaryFolder folder;
  CHECK(code_of(load_snapshot(folder / "none.bin")) == ErrorCode::not_found);
  CHECK(code_of(load_snapshot(folder.path())) == ErrorCode::invalid_argument);
  CHECK(code_of(load_snapshot("/dev/zero")) == ErrorCode::invalid_argument);
}

TEST_CASE("every member there is today comes back from a snapshot") {
  TemporaryFolder folder;
  REQUIRE(save_snapshot(compat_newest(), folder / "r.bin"));
  CHECK(held_by(*load_snapshot(folder / "r.bin")) == held_by(compat_newest()));
}

// tests/compat/snapshot_v<N>.bin is what marque saved when records of version N were written: made once, before a release, by
// `MARQUE_COMPAT=FILE test_snapshot "[.recipe]"`, and never again. snapshot_v1.bin and
// snapshot_v2.bin are of compat_v1().
TEST_CASE("write the snapshot of the newest version", "[.recipe]") {
  const char* file = std::getenv("MARQUE_COMPAT");
  REQUIRE(file);
  REQUIRE(save_snapshot(compat_newest(), file));
}
