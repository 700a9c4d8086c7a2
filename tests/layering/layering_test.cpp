#include "layering/layering.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

namespace {

using namespace marque::layering;

const std::filesystem::path tests_folder = MARQUE_TESTS_DIR;

Layers layers() {
  std::ifstream file(tests_folder / "layering" / "layers.tsv");
  return Layers::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

/// A small tree that keeps every rule.
std::vector<SourceFile> good_tree() {
  return {{"include/marque/base/error.hpp", "#pragma once\n#include <string>\n"},
          {"include/marque/marque.hpp", "#include \"marque/base/error.hpp\"\n#include \"marque/text/glyph.hpp\"\n"},
          {"include/marque/text/glyph.hpp", "#include \"marque/base/error.hpp\"\n"},
          {"lib/base/error.cpp", "#include \"marque/base/error.hpp\"\n#include <unistd.h>\n"},
          {"lib/base/tsv.hpp", "#include <vector>\n"},
          {"lib/text/glyph.cpp", "#include \"marque/text/glyph.hpp\"\n\n#include <unicode/uchar.h>\n#include \"base/tsv.hpp\"\n"},
          {"lib/text/icu.cpp", "#include \"text/icu.hpp\"\n"},
          {"lib/text/icu.hpp", "#include <unicode/unorm2.h>\n"},
          {"lib/text/tables.cpp", "#include \"text/icu.hpp\"\n"}};
}

std::vector<std::string> sentences(const std::vector<SourceFile>& tree) {
  std::vector<std::string> sentences;
  for (const Violation& violation : violations(layers(), tree)) sentences.push_back(to_string(violation));
  return sentences;
}

}  // namespace

TEST_CASE("marque keeps its own layers") {
  const auto tree = read_tree(tests_folder.parent_path());
  REQUIRE(tree.size() > 60);
  CHECK(sentences(tree) == std::vector<std::string>{});
}

TEST_CASE("a tree that keeps the rules has no violation") { CHECK(sentences(good_tree()) == std::vector<std::string>{}); }

TEST_CASE("a broken rule is named with file and line") {
  const auto [path, text, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"lib/text/up.hpp", "\n#include \"marque/law/signs.hpp\"\n", "2: text (layer 1) includes law (layer 2), a higher layer"},
      {"lib/text/up.hpp", "#include \"law/tables.hpp\"\n", "1: text (layer 1) includes law (layer 2), a higher layer"},
      {"lib/text/aside.hpp", "#include \"marque/model/date.hpp\"\n", "1: text (layer 1) includes model (layer 1), its sibling"},
      {"lib/store/aside.hpp", "#include \"marque/grounds/ground.hpp\"\n", "1: store (layer 5) includes grounds (layer 5), its sibling"},
      {"lib/model/icu.hpp", "#include <unicode/uchar.h>\n", "1: <unicode/uchar.h> belongs in lib/text"},
      {"lib/model/json.hpp", "#  include <rapidjson/reader.h>\n", "1: <rapidjson/reader.h> belongs in lib/interchange"},
      {"lib/model/new.hpp", "#include <fmt/core.h>\n", "1: <fmt/core.h> has no folder in layers.tsv"},
      {"lib/model/all.hpp", "#include \"marque/marque.hpp\"\n", "1: library code includes the umbrella marque.hpp"},
      {"lib/model/odd.hpp", "#include \"odd.hpp\"\n", "1: \"odd.hpp\" names no module of layers.tsv"},
      {"lib/extra/new.hpp", "", "0: layers.tsv knows no module \"extra\""},
      {"lib/text/distance.cpp", "#include <vector>\n#include \"text/icu.hpp\"\n", "1: includes vector first, not a header of text"},
      {"lib/text/empty.cpp", "", "0: includes nothing first, not a header of text"},
  }));
  CAPTURE(path, text);
  auto tree = good_tree();
  tree.push_back({path, text});
  CHECK(sentences(tree) == std::vector<std::string>{path + ":" + expected});
}

TEST_CASE("a public header may include neither third-party nor private headers") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"#include <unicode/uchar.h>\n", "1: <unicode/uchar.h> enters include/"},
      {"#include <unistd.h>\n", "1: <unistd.h> enters include/"},
      {"#include <string>\n#include \"base/tsv.hpp\"\n", "2: a public header includes the private base/tsv.hpp"},
      {"#include \"marque/marque.hpp\"\n", "1: library code includes the umbrella marque.hpp"},
  }));
  auto tree = good_tree();
  tree[2].text = text;
  CHECK(sentences(tree) == std::vector<std::string>{"include/marque/text/glyph.hpp:" + expected});
}

TEST_CASE("a source includes the header it implements first") {
  auto tree = good_tree();
  tree[5].text = "#include \"text/icu.hpp\"\n#include \"marque/text/glyph.hpp\"\n";
  CHECK(sentences(tree) ==
        std::vector<std::string>{"lib/text/glyph.cpp:1: includes text/icu.hpp first, not marque/text/glyph.hpp"});
  tree = good_tree();
  tree[6].text = "#include \"marque/text/glyph.hpp\"\n";
  CHECK(sentences(tree) ==
        std::vector<std::string>{"lib/text/icu.cpp:1: includes marque/text/glyph.hpp first, not text/icu.hpp"});
}

TEST_CASE("the umbrella includes every public header") {
  auto tree = good_tree();
  tree[1].text = "#include \"marque/base/error.hpp\"\n";
  CHECK(sentences(tree) ==
        std::vector<std::string>{"include/marque/marque.hpp:0: does not include marque/text/glyph.hpp"});
}
