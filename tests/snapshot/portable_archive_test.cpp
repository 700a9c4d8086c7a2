#include "snapshot/portable_archive.hpp"

#include <catch2/catch.hpp>
#include <initializer_list>

using namespace marque;

namespace {

std::vector<std::byte> bytes(std::initializer_list<unsigned> values) {
  std::vector<std::byte> made;
  for (const unsigned value : values) made.push_back(static_cast<std::byte>(value));
  return made;
}

struct Pair {
  std::string name;
  std::optional<std::int32_t> day;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& name& day;
  }
};

struct Grown {
  std::string name;
  std::vector<std::uint8_t> later{9};

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& name& since<2>(later);
  }
};

template <class T>
void read_as(const std::vector<std::byte>& stored) {
  T value{};
  PortableReader reader(stored);
  reader >> value;
}

}  // namespace

TEST_CASE("values are stored little-endian, in their own width, behind varint sizes") {
  PortableWriter writer;
  writer << std::uint16_t{0x0102} << std::int32_t{-2} << true << std::vector<Pair>{{"海", 5}, {"", {}}};
  CHECK(writer.bytes() == bytes({0x02, 0x01, 0xfe, 0xff, 0xff, 0xff, 1, 2, 3, 0xe6, 0xb5, 0xb7, 1, 5, 0, 0, 0, 0, 0}));
}

TEST_CASE("a size of 300 takes two bytes") {
  PortableWriter writer;
  writer << std::string(300, 'x');
  CHECK(writer.bytes().size() == 302);
  CHECK(writer.bytes()[0] == std::byte{0xac});
  CHECK(writer.bytes()[1] == std::byte{0x02});
}

TEST_CASE("bytes that no writer makes are refused before anything is allocated") {
  CHECK_THROWS_AS(read_as<std::uint32_t>(bytes({1, 2, 3})), DamagedRecord);
  CHECK_THROWS_AS(read_as<bool>(bytes({2})), DamagedRecord);
  CHECK_THROWS_AS(read_as<std::string>(bytes({4, 'a', 'b', 'c'})), DamagedRecord);
  CHECK_THROWS_AS(read_as<std::string>(bytes({0x81, 0x00, 'a'})), DamagedRecord);  // 1 in two bytes
  CHECK_THROWS_AS(read_as<std::string>(bytes({0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f})), DamagedRecord);
  CHECK_THROWS_AS(read_as<std::vector<Pair>>(bytes({2, 0, 0, 0})), DamagedRecord);  // two take four bytes
  CHECK_THROWS_AS(read_as<std::vector<Pair>>(bytes({0xff, 0xff, 0xff, 0xff, 0x0f, 0})),
                  DamagedRecord);  // 4 thousand million
  CHECK_NOTHROW(read_as<std::vector<Pair>>(bytes({2, 0, 0, 0, 0})));
}

TEST_CASE("a member that came later is neither written nor looked for in an earlier version") {
  for (const unsigned version : {1u, 2u, 3u}) {
    PortableWriter writer(version);
    writer << std::vector<Grown>{{"a", {1, 2}}, {"b", {}}};
    CHECK(writer.bytes() == (version == 1 ? bytes({2, 1, 'a', 1, 'b'}) : bytes({2, 1, 'a', 2, 1, 2, 1, 'b', 0})));
    std::vector<Grown> back;
    PortableReader reader(writer.bytes(), version);
    reader >> back;
    REQUIRE(back.size() == 2);
    CHECK(reader.left() == 0);
    CHECK(back.front().name == "a");
    CHECK(back.front().later == (version == 1 ? std::vector<std::uint8_t>{9} : std::vector<std::uint8_t>{1, 2}));
  }
}
