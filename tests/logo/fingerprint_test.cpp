#include "marque/logo/fingerprint.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "logo/made_prints.hpp"
#include "marque/base/digest.hpp"

using namespace marque;

namespace {

/// Puts the right checksum behind changed bytes, so that what lies behind it is tested.
std::vector<std::byte> resealed(std::vector<std::byte> bytes) {
  const std::uint32_t checksum = crc32c(std::span(bytes).first(bytes.size() - 4));
  for (std::size_t i = 0; i < 4; ++i) bytes[bytes.size() - 4 + i] = static_cast<std::byte>(checksum >> 8 * i);
  return bytes;
}

bool is_refusal(const Result<Fingerprint>& read) {
  return !read && (read.error().code == ErrorCode::corrupt || read.error().code == ErrorCode::newer_version);
}

}  // namespace

TEST_CASE("a fingerprint survives being written and read") {
  const std::size_t views = GENERATE(1u, 2u, 3u, 4u);
  const Fingerprint print = made_prints::print(7, views, GENERATE(0u, 5u, max_probes));
  const auto read = fingerprint_from_bytes(to_bytes(print));
  REQUIRE(read);
  CHECK(*read == print);
}

TEST_CASE("a fingerprint cut off anywhere is corrupt") {
  const auto bytes = to_bytes(made_prints::print(1, 2, 1));
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    const auto read = fingerprint_from_bytes(std::span(bytes).first(length));
    REQUIRE_FALSE(read);
    REQUIRE(read.error().code == ErrorCode::corrupt);
  }
}

TEST_CASE("a fingerprint with any one byte changed is refused") {
  const auto bytes = to_bytes(made_prints::print(2, 2));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const unsigned flip : {0x01u, 0x80u, 0xffu}) {
      auto damaged = bytes;
      damaged[i] ^= static_cast<std::byte>(flip);
      REQUIRE(is_refusal(fingerprint_from_bytes(damaged)));
    }
  }
}

TEST_CASE("a changed header under a right checksum is refused for what it says") {
  struct Row {
    const char* what;
    std::size_t offset;
    unsigned value;
    ErrorCode code;
  };
  const auto row = GENERATE(values<Row>({{"version 0", 0, 0, ErrorCode::corrupt},
                                         {"the next version", 0, fingerprint_version + 1, ErrorCode::newer_version},
                                         {"no view", 2, 0, ErrorCode::corrupt},
                                         {"one view too few", 2, 1, ErrorCode::corrupt},
                                         {"one view too many", 2, 3, ErrorCode::corrupt},
                                         {"more views than there may be", 2, max_views + 1, ErrorCode::corrupt},
                                         {"a probe that is not there", 3, 1, ErrorCode::corrupt},
                                         {"more probes than there may be", 3, max_probes + 1, ErrorCode::corrupt},
                                         {"an unknown kind of view", 4, 4, ErrorCode::corrupt},
                                         {"a probe's kind among the views", 4, 3, ErrorCode::corrupt},
                                         {"a first view that is not the whole", 4, 2, ErrorCode::corrupt},
                                         {"an altered view", 5, 1, ErrorCode::corrupt},
                                         {"an unknown alteration", 5, 4, ErrorCode::corrupt},
                                         {"a box beyond the picture", 9, 0xff, ErrorCode::corrupt}}));
  CAPTURE(row.what);
  auto bytes = to_bytes(made_prints::print(3, 2));
  bytes[row.offset] = static_cast<std::byte>(row.value);
  const auto read = fingerprint_from_bytes(resealed(bytes));
  REQUIRE_FALSE(read);
  CHECK(read.error().code == row.code);
}

TEST_CASE("bytes behind the last view are refused") {
  auto bytes = to_bytes(made_prints::print(4, 1));
  bytes.push_back(std::byte{0});
  CHECK(is_refusal(fingerprint_from_bytes(resealed(bytes))));
}

TEST_CASE("the bytes of a fingerprint are the same on every machine") {
  Fingerprint print{fingerprint_version, {ViewCode{.view = LogoView::peeled, .x = 1, .y = 2, .width = 3, .height = 4}}, {}};
  print.views[0].code.fill(7);
  const auto bytes = to_bytes(print);
  CHECK(bytes.size() == 87);
  CHECK(to_hex(std::span(bytes).first(13)) == "04000100"
                                              "01000001020304"
                                              "0707");
}

TEST_CASE("a fingerprint of an older version is said to be one, and not read") {
  auto bytes = to_bytes(made_prints::print(5, 1));
  bytes[0] = std::byte{1};
  const auto read = fingerprint_from_bytes(resealed(bytes));
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::unsupported);
}

TEST_CASE("a fingerprint that an earlier version stored is said to be older") {
  const auto [name, size] = GENERATE(table<const char*, std::size_t>({{"fingerprint_v1.bin", 1116}, {"fingerprint_v2.bin", 87}, {"fingerprint_v3.bin", 87}}));
  std::ifstream file(std::string(MARQUE_TESTS_DIR "/compat/") + name, std::ios::binary);
  const std::string stored{std::istreambuf_iterator<char>(file), {}};
  REQUIRE(stored.size() == size);
  const auto read = fingerprint_from_bytes(std::as_bytes(std::span(stored)));
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::unsupported);
}
