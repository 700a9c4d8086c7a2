#include "marque/base/digest.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "base/sha256_block.hpp"

using namespace marque;

namespace {

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

}  // namespace

TEST_CASE("SHA-256 gives the digests of FIPS 180-4's examples") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1000000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  }));
  CHECK(to_hex(sha256(bytes_of(text))) == expected);
}

TEST_CASE("SHA-256 does not depend on how the bytes are cut into pieces") {
  const std::string text(300, 'm');
  const auto whole = sha256(bytes_of(text));
  for (std::size_t cut = 0; cut <= text.size(); cut += 7) {
    Sha256 hash;
    hash.update(bytes_of(std::string_view(text).substr(0, cut)));
    hash.update(bytes_of(std::string_view(text).substr(cut)));
    CHECK(hash.finish() == whole);
  }
}

TEST_CASE("CRC-32C gives RFC 3720's check values, whole or in pieces") {
  CHECK(crc32c(bytes_of("123456789")) == 0xe3069283u);
  CHECK(crc32c(bytes_of(std::string(32, '\0'))) == 0x8a9136aau);
  CHECK(crc32c(bytes_of("6789"), crc32c(bytes_of("12345"))) == 0xe3069283u);
}

TEST_CASE("CRC-32C does not depend on how the bytes are cut into pieces") {
  std::string text;
  for (int i = 0; i < 99; ++i) text += static_cast<char>(i * 37);
  const auto whole = crc32c(bytes_of(text));
  for (std::size_t cut = 0; cut <= text.size(); ++cut)
    CHECK(crc32c(bytes_of(std::string_view(text).substr(cut)), crc32c(bytes_of(std::string_view(text).substr(0, cut)))) == whole);
}

TEST_CASE("SHA-256 is the same with and without the processor's own instructions") {
  Sha256State plain{1, 2, 3, 4, 5, 6, 7, 8}, either = plain;
  std::array<std::byte, 64> block{};
  for (unsigned round = 0; round < 500; ++round) {
    for (std::size_t i = 0; i < block.size(); ++i) block[i] = static_cast<std::byte>(plain[i % 8] >> (i / 8) ^ round * i);
    plain_sha256_block(plain, block.data());
    sha256_block(either, block.data());
    REQUIRE(either == plain);
  }
}
