// Pictures: index, search, compare and check with logos

#include "cli/workplace.hpp"
#include "marque/logo/decode.hpp"

#include <filesystem>

using namespace marque::test;

namespace {

enum class Shape { ring, cross, steps };

bool inside(Shape shape, int x, int y) {
  switch (shape) {
    case Shape::ring: return x * x + y * y < 50 * 50 && x * x + y * y > 30 * 30;
    case Shape::cross: return (x > -12 && x < 12) || (y > -12 && y < 12);
    case Shape::steps: return y > (x / 24) * 24;
  }
  return false;
}

/// A PNG of 128 pixels a side, the shape in one colour on white.
std::string drawn(Shape shape, std::uint8_t red, std::uint8_t green) {
  constexpr int side = 128;
  marque::Pixels pixels{side, side, {}};
  for (int y = -side / 2; y < side / 2; ++y) {
    for (int x = -side / 2; x < side / 2; ++x) {
      const bool ink = inside(shape, x, y) && x * x + y * y < 60 * 60;
      for (const int value : {ink ? red : 255, ink ? green : 255, ink ? 40 : 255}) pixels.rgb.push_back(static_cast<std::uint8_t>(value));
    }
  }
  const marque::Image image = marque::encode_png(pixels);
  return {reinterpret_cast<const char*>(image.bytes.data()), image.bytes.size()};
}

void draw_folder(const Workplace& place) {
  std::filesystem::create_directory(place.path("logos"));
  place.write("logos/ring.png", drawn(Shape::ring, 200, 20));
  place.write("logos/cross.png", drawn(Shape::cross, 20, 20));
  place.write("logos/steps.png", drawn(Shape::steps, 20, 120));
  place.write("logos/junk.png", "no picture");
  place.write("recoloured.png", drawn(Shape::ring, 20, 140));
}

}  // namespace

TEST_CASE("a folder of logos is indexed without its bad files, and a recoloured copy finds its model") {
  const Workplace place;
  draw_folder(place);
  const Ended indexed = place.marque({"index", "logos", "--logos", "-o", "logos.index"});
  CHECK(indexed.code == 0);
  CHECK_THAT(indexed.err, Contains("logos/junk.png: neither PNG nor JPEG") && Contains("logos.index: 3 entries"));
  const Ended found = place.marque({"search", "logos.index", "--logos", "recoloured.png", "--top", "2", "--format", "tsv"});
  CHECK(found.code == 0);
  REQUIRE_FALSE(found.lines().empty());
  const Strings best = fields_of(found.lines()[0]);
  CHECK(best[0] == "recoloured.png");
  CHECK(best[1] == "1");
  CHECK(best[2] == "logos/ring.png");
  CHECK(std::stod(best[3]) > 0.9);
  const Ended unread = place.marque({"search", "logos.index", "--logos", "logos/junk.png"});
  CHECK(unread.code == 0);
  CHECK(unread.out.empty());
  CHECK_THAT(unread.err, StartsWith("logos/junk.png: "));
}

TEST_CASE("what in a folder cannot be indexed is told, one by one, and does not stop the rest") {
  const Workplace place;
  draw_folder(place);
  place.write("logos/empty.png", "");
  place.write("logos/moving.gif", "GIF89a");
  std::filesystem::create_symlink("gone.png", place.path("logos/dangling.png"));
  std::filesystem::create_directory_symlink(place.path("logos"), place.path("logos/round"));
  std::filesystem::create_directory(place.path("logos/内"));
  place.write("logos/内/环 1.png", drawn(Shape::ring, 20, 20));
  const Ended indexed = place.marque({"index", "logos", "--logos", "-o", "logos.index"});
  CHECK(indexed.code == 0);
  CHECK_THAT(indexed.err, Contains("logos/dangling.png: ") && Contains("logos/round: a link to a folder") && Contains("logos/empty.png: neither PNG nor JPEG: an empty file") &&
                              Contains("logos/moving.gif: neither PNG nor JPEG: it seems to be GIF") && Contains("logos.index: 4 entries"));
}

TEST_CASE("a table of pictures found tells which parts matched, and an index without pictures says so") {
  const Workplace place;
  draw_folder(place);
  place.marque({"index", "logos", "--logos", "-o", "logos.index"});
  const Ended found = place.marque({"search", "logos.index", "--logos", "recoloured.png", "--format", "text"});
  CHECK_THAT(found.out, Contains("what matched") && Contains("the whole, upright, against the whole of the other picture") && !Contains("appearance"));
  CHECK_THAT(place.marque({"search", "logos.index", "--logos", "recoloured.png", "--format", "text", "--lang", "zh"}).out, Contains("相近之处"));
  place.write("names", "海门山羊\n");
  place.marque({"index", "names", "-o", "names.index"});
  CHECK_THAT(place.marque({"search", "names.index", "--logos", "recoloured.png"}).err, Contains("the index holds no pictures"));
  CHECK(place.marque({"search", "logos.index", "--logos", "absent.png"}).err == "absent.png: No such file or directory (not_found)\n");
}

TEST_CASE("pairs of logos are compared row by row, and what cannot be read is nan") {
  const Workplace place;
  draw_folder(place);
  place.write("pairs", "logos/ring.png\tlogos/ring.png\nlogos/ring.png\tlogos/junk.png\nlogos/ring.png\tabsent.png\nlogos/ring.png\tlogos/cross.png\n");
  const Ended compared = place.marque({"compare", "--logos", "--pairs", "pairs"});
  CHECK(compared.code == 0);
  REQUIRE(compared.lines().size() == 4);
  CHECK(compared.lines()[0] == "logos/ring.png\tlogos/ring.png\t1.0000");
  CHECK(compared.lines()[1] == "logos/ring.png\tlogos/junk.png\tnan");
  CHECK(compared.lines()[2] == "logos/ring.png\tabsent.png\tnan");
  CHECK(std::stod(fields_of(compared.lines()[3]).at(2)) < 0.9);
  CHECK_THAT(compared.err, Contains("logos/junk.png: record 2: ") && Contains("absent.png: record 3: "));
}

TEST_CASE("two logos are compared in every form") {
  const Workplace place;
  draw_folder(place);
  CHECK(place.marque({"compare", "--logos", "logos/ring.png", "logos/ring.png", "--format", "tsv"}).out == "logos/ring.png\tlogos/ring.png\t1.0000\n");
  CHECK_THAT(place.marque({"compare", "--logos", "logos/ring.png", "recoloured.png", "--format", "json"}).out,
             StartsWith(R"({"a":"logos/ring.png","b":"recoloured.png","overall":)"));
  CHECK_THAT(place.marque({"compare", "--logos", "logos/ring.png", "recoloured.png"}).out, StartsWith("logo"));
  CHECK(place.marque({"compare", "--logos", "logos/ring.png", "logos/junk.png"}).code == 2);
  CHECK(place.marque({"compare", "--logos", "logos/ring.png", "absent.png"}).code == 2);
}

TEST_CASE("a logo filed by another is found in the register that holds its picture") {
  const Workplace place;
  draw_folder(place);
  place.registry("r", R"({"kind":"trademark","number":"1000001","mark":"","owner":"甲公司","classes":[24],"status":"registered","filed":"2014-03-05","image":"logos/ring.png"}
{"kind":"trademark","number":"1000002","mark":"","owner":"乙公司","classes":[24],"status":"registered","filed":"2014-03-05","image":"logos/steps.png"}
)");
  const Ended found = place.marque({"check", "r", "--logo", "recoloured.png", "--class", "24", "--format", "tsv"});
  CHECK(found.code == 1);
  REQUIRE(found.lines().size() == 1);
  CHECK(fields_of(found.lines()[0]).at(3) == "1000001");
  CHECK_THAT(place.marque({"check", "r", "--logo", "recoloured.png", "--class", "24", "--format", "html"}).out, Contains("data:image/png;base64,"));
  CHECK(place.marque({"check", "r", "--logo", "logos/junk.png", "--class", "24"}).code == 2);
}

TEST_CASE("a search for pictures can be kept to what is not dead, to a state and to what is depicted") {
  const Workplace place;
  draw_folder(place);
  place.registry("r", R"({"kind":"trademark","number":"1000001","mark":"","owner":"甲公司","classes":[24],"status":"registered","filed":"2014-03-05","expires":"2026-01-01","image":"logos/ring.png","vienna":["26.1.1"]}
{"kind":"trademark","number":"1000002","mark":"","owner":"乙公司","classes":[24],"status":"published","filed":"2014-03-05","image":"logos/steps.png","vienna":["3.4.11"]}
)");
  place.marque({"check", "r", "--logo", "recoloured.png"});   // makes the index
  const auto found = [&](const Strings& limits) {
    Strings arguments{"search", "r.index", "--logos", "recoloured.png", "--format", "tsv"};
    arguments.insert(arguments.end(), limits.begin(), limits.end());
    Strings numbers;
    for (const std::string& line : place.marque(arguments).lines()) numbers.push_back(fields_of(line).at(2));
    return numbers;
  };
  CHECK(found({}) == Strings{"1000001", "1000002"});
  CHECK(found({"--live", "--as-of", "2026-06-01"}) == Strings{"1000001", "1000002"});
  CHECK(found({"--live", "--as-of", "2030-06-01"}) == Strings{"1000002"});
  CHECK(found({"--status", "registered"}) == Strings{"1000001"});
  CHECK(found({"--vienna", "26"}) == Strings{"1000001"});
  CHECK(found({"--vienna", "3.4,26.4"}) == Strings{"1000002"});
  CHECK(found({"--vienna", "26.1.2"}).empty());
}

TEST_CASE("a hit on a picture tells which parts matched, in pixels, and shows them laid over each other") {
  const Workplace place;
  draw_folder(place);
  place.registry("r", R"({"kind":"trademark","number":"1000001","mark":"","owner":"甲公司","classes":[24],"status":"registered","filed":"2014-03-05","image":"logos/ring.png","vienna":["26.1.1"]}
)");
  const Strings check{"check", "r", "--logo", "recoloured.png", "--class", "24", "--vienna", "26.1.3,3.4.11", "--format"};
  const auto in = [&](const char* format) {
    Strings arguments = check;
    arguments.push_back(format);
    return place.marque(arguments).out;
  };
  CHECK_THAT(in("json"), Contains(R"("picture":{"turn":")") && Contains(R"("pixels":{"a":[)") && Contains(R"("outlines":)") &&
                             Contains(R"("figures":{"score":0.60,"shared":[],"divisions":["26.1"])"));
  CHECK_THAT(in("html"), Contains("Laid over each other"));
  CHECK_THAT(in("text"), Contains("outlines coinciding"));
  CHECK_THAT(place.marque({"check", "r", "--logo", "recoloured.png", "--explain", "1000001"}).out, Contains("outlines coinciding"));
  CHECK_THAT(place.marque({"compare", "--logos", "logos/ring.png", "recoloured.png", "--format", "json"}).out, Contains(R"("pixels":{"a":[)"));
}

TEST_CASE("bounds on pictures hold wherever a picture is given, and are named") {
  const Workplace place;
  draw_folder(place);
  place.registry("r", R"({"kind":"trademark","number":"1000001","mark":"","owner":"甲公司","classes":[24],"status":"registered","filed":"2014-03-05","image":"logos/ring.png"}
)");
  REQUIRE(place.marque({"index", "logos", "-o", "l.index", "--logos"}).code == 0);
  place.write("pairs.tsv", "recoloured.png\tlogos/ring.png\n");
  const std::vector<Strings> commands{{"compare", "--logos", "recoloured.png", "logos/ring.png"},
                                      {"compare", "--logos", "--pairs", "pairs.tsv"},
                                      {"search", "l.index", "--logos", "recoloured.png"},
                                      {"index", "logos", "-o", "m.index", "--logos"},
                                      {"check", "r", "--logo", "recoloured.png", "--class", "24"},
                                      {"check", "r", "--logo", "recoloured.png", "--class", "24", "--explain", "1000001"}};
  for (Strings command : commands) {
    CAPTURE(command);
    const auto told = [&](const std::string& limit) {
      Strings arguments = command;
      arguments.insert(arguments.end(), {"--limit", limit});
      return place.marque(arguments).err;
    };
    CHECK_THAT(told("image_side=20"), Contains("limit image_side = 20"));
    CHECK_THAT(told("image_bytes=60"), Contains("limit image_bytes = 60"));
    CHECK_THAT(told("image_bytes=9000000"), !Contains("limit"));
  }
}

TEST_CASE("a picture that cannot be kept is a warning, and its record is stored") {
  const Workplace place;
  draw_folder(place);
  place.write("r.jsonl", R"({"kind":"trademark","number":"1000001","mark":"岸芷","owner":"甲公司","classes":[24],"status":"registered","image":"logos/junk.png"}
)");
  REQUIRE(place.marque({"init", "r"}).code == 0);
  const Ended imported = place.marque({"import", "r", "r.jsonl"});
  CHECK(imported.code == 0);
  CHECK_THAT(imported.out, Contains("1 inserted") && Contains("1 warnings"));
  CHECK_THAT(imported.err, Contains("warning r.jsonl: record 1: image: "));
}

#ifdef MARQUE_GENERATOR
TEST_CASE("a generated register with its pictures is taken in whole, and each picture finds its mark") {
  const Workplace place;
  REQUIRE(place.program(MARQUE_GENERATOR, {"sample", "--marks", "50"}).code == 0);
  REQUIRE(place.marque({"init", "r"}).code == 0);
  const Ended imported = place.marque({"import", "r", "sample/register.jsonl"});
  CHECK(imported.code == 0);
  CHECK_THAT(imported.out, Contains(" 0 quarantined, 0 warnings"));
  REQUIRE(place.marque({"index", "sample/pictures", "--logos", "-o", "logos.index"}).code == 0);
  std::string queries;
  for (const auto& file : std::filesystem::directory_iterator(place.path("sample/pictures")))
    queries += "sample/pictures/" + file.path().filename().string() + "\n";
  REQUIRE_FALSE(queries.empty());
  const Ended found = place.marque({"search", "logos.index", "--logos", "--queries", "-", "--top", "1", "--format", "tsv"}, queries);
  for (const std::string& row : found.lines()) CHECK(fields_of(row).at(2) == fields_of(row).at(0));
  CHECK(found.lines().size() == lines_of(queries).size());
}
#endif
