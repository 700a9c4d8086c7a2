// normalize, compare, index and search of names

#include "cli/workplace.hpp"

#include <algorithm>
#include <tuple>

using namespace marque::test;

namespace {

struct Row {
  std::string query;
  int rank;
  std::string name;
  double score;
};

std::vector<Row> rows_in(const Ended& search) {
  std::vector<Row> rows;
  for (const std::string& line : search.lines()) {
    const Strings fields = fields_of(line);
    REQUIRE(fields.size() == 4);
    rows.push_back({fields[0], std::stoi(fields[1]), fields[2], std::stod(fields[3])});
  }
  return rows;
}

constexpr std::string_view some_names = "海门山羊\n海门山羊\n海門 山羊\nHaimen  Goat\n上海门窗\n\xFF\n江海\n\n";

}  // namespace

TEST_CASE("normalize shows every view of a name") {
  const Workplace place;
  CHECK_THAT(place.marque({"normalize", "海門"}).out, Contains("海门") && Contains("hǎi mén/men"));
  CHECK_THAT(place.marque({"normalize", "海門", "ＡＢ12", "--format", "json"}).out,
             StartsWith(R"({"original":"海門",)") && Contains(R"("han":"海门")") && Contains(R"("letters":"ab","digits":"12")"));
  CHECK_THAT(place.marque({"normalize", "海門", "--format", "tsv"}).out, StartsWith("海門\t海門\t海门\t"));
  CHECK(place.marque({"normalize", "\xFF"}).code == 2);
}

TEST_CASE("two marks of which one has nothing to compare are refused, not called dissimilar") {
  const Workplace place;
  const Ended refused = place.marque({"compare", "海门", "❤"});
  CHECK(refused.code == 2);
  CHECK(refused.out.empty());
  CHECK_THAT(refused.err, Contains("nothing to compare in \"❤\""));
}

TEST_CASE("pairs are compared row by row, in order, and what cannot be read is nan") {
  const Workplace place;
  place.write("pairs", "海门山羊\t海门山羊\tanything\n海门\t海們\n\xFF\t海\n!!\t海\n海\t\nHAIMEN\thaimen\n");
  const Ended compared = place.marque({"compare", "--pairs", "pairs"});
  CHECK(compared.code == 0);
  const Strings rows = compared.lines();
  REQUIRE(rows.size() == 6);
  CHECK(rows[0] == "海门山羊\t海门山羊\t1.0000\t1.0000\t1.0000\t1.0000");
  CHECK(rows[2] == "\xFF\t海\tnan\tnan\tnan\tnan");
  CHECK(rows[3] == "!!\t海\tnan\tnan\tnan\tnan");
  CHECK(rows[4] == "海\t\tnan\tnan\tnan\tnan");
  CHECK(rows[5].starts_with("HAIMEN\thaimen\t1.0000\t"));
  const Strings near = fields_of(rows[1]);
  REQUIRE(near.size() == 6);
  for (std::size_t score = 2; score < 6; ++score) {
    CHECK(std::stod(near[score]) >= 0);
    CHECK(std::stod(near[score]) < 1);
  }
  CHECK_THAT(compared.err, Contains("record 3: no UTF-8 sequence starts with FF") && Contains("record 4: nothing to compare in \"!!\"") &&
                               Contains("record 5: nothing to compare in \"\""));
  CHECK(lines_of(compared.err).size() == 3);
  CHECK(place.marque({"compare", "--pairs", "-"}, "海门\t海們\n").out == rows[1] + "\n");
}

TEST_CASE("a row without a second mark is nan, so that rows stay in step") {
  const Workplace place;
  const Ended compared = place.marque({"compare", "--pairs", "-"}, "海门\n\n海门\t海门\n");
  CHECK(compared.code == 0);
  CHECK(compared.lines() == Strings{"海门\t\tnan\tnan\tnan\tnan", "\t\tnan\tnan\tnan\tnan", "海门\t海门\t1.0000\t1.0000\t1.0000\t1.0000"});
  CHECK_THAT(compared.err, Contains("record 1: no tab") && Contains("record 2: no tab"));
}

TEST_CASE("two marks are compared with the evidence, and ask nothing about order") {
  const Workplace place;
  const Ended text = place.marque({"compare", "海门", "海們"});
  CHECK(text.code == 0);
  CHECK_THAT(text.out, Contains("appearance") && Contains("sound") && Contains("mén"));
  CHECK_THAT(place.marque({"compare", "海门", "海們", "--lang", "zh"}).out, Contains("字形") && Contains("读音"));
  CHECK_THAT(place.marque({"compare", "海门", "海們", "--format", "json"}).out, StartsWith(R"({"a":"海门","b":"海們","overall":)"));
  const Strings there = fields_of(place.marque({"compare", "海门", "海們", "--format", "tsv"}).out);
  const Strings back = fields_of(place.marque({"compare", "海們", "海门", "--format", "tsv"}).out);
  CHECK(Strings(there.begin() + 2, there.end()) == Strings(back.begin() + 2, back.end()));
  CHECK(place.marque({"compare", "海门"}).code == 2);
  CHECK(place.marque({"compare", "--pairs", "absent"}).code == 2);
  CHECK(place.marque({"compare", "海门", "\xFF"}).code == 2);
}

TEST_CASE("an index keeps names byte for byte and duplicates, and leaves out what cannot be read") {
  const Workplace place;
  place.write("names", some_names);
  const Ended indexed = place.marque({"index", "names", "-o", "names.index"});
  CHECK(indexed.code == 0);
  CHECK(indexed.out.empty());
  CHECK_THAT(indexed.err, Contains("names: record 6: no UTF-8 sequence starts with FF") && Contains("names.index: 6 entries"));
  const auto rows = rows_in(place.marque({"search", "names.index", "海门山羊", "--format", "tsv"}));
  REQUIRE(rows.size() >= 3);
  Strings first = {rows[0].name, rows[1].name, rows[2].name};
  CHECK(std::count(first.begin(), first.end(), "海门山羊") == 2);
  CHECK(std::count(first.begin(), first.end(), "海門 山羊") == 1);
  CHECK(rows_in(place.marque({"search", "names.index", "haimen goat"})).at(0).name == "Haimen  Goat");
}

TEST_CASE("ranks count from 1, scores never rise, and at most the asked number is listed") {
  const Workplace place;
  place.write("names", some_names);
  REQUIRE(place.marque({"index", "names", "-o", "names.index"}).code == 0);
  const std::vector<std::tuple<std::string, Strings>> cases = {{"1", Strings{}}, {"3", Strings{}}, {"100", Strings{}}, {"100", {"--threads", "2"}}, {"100", {"--exhaustive"}}};
  for (const auto& [top, more] : cases) {
    Strings all = {"search", "names.index", "海门", "--top", top};
    all.insert(all.end(), more.begin(), more.end());
    const auto rows = rows_in(place.marque(all));
    REQUIRE_FALSE(rows.empty());
    CHECK(rows.size() <= std::stoul(top));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CHECK(rows[i].query == "海门");
      CHECK(rows[i].rank == static_cast<int>(i) + 1);
      CHECK(rows[i].score <= (i == 0 ? 1.0 : rows[i - 1].score));
      CHECK(rows[i].score >= 0.0);
    }
  }
}

TEST_CASE("a file of queries is answered in order; one without views gives no row and one line on stderr") {
  const Workplace place;
  place.write("names", some_names);
  place.write("queries", "江海\n\n!!\n海门山羊\n");
  REQUIRE(place.marque({"index", "names", "-o", "names.index"}).code == 0);
  const Ended found = place.marque({"search", "names.index", "--queries", "queries", "--top", "1", "--format", "tsv"});
  CHECK(found.code == 0);
  const auto rows = rows_in(found);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].query == "江海");
  CHECK(rows[1].query == "海门山羊");
  CHECK(lines_of(found.err) == Strings{": nothing to search for (invalid_text)", "!!: nothing to search for (invalid_text)"});
}

TEST_CASE("--stats ends stderr with one line of JSON") {
  const Workplace place;
  place.write("names", some_names);
  REQUIRE(place.marque({"index", "names", "-o", "names.index"}).code == 0);
  const Ended found = place.marque({"search", "names.index", "海门", "江海", "!!", "--threads", "1", "--stats"});
  const std::string last = lines_of(found.err).back();
  CHECK_THAT(last, StartsWith(R"({"queries":2,"entries":6,"ms_p50":)") && EndsWith("}"));
  for (const char* name : {R"("ms_p95":)", R"("ms_total":)", R"("resident_bytes":)"}) CHECK_THAT(last, Contains(name));
}

TEST_CASE("a search that cannot be made is refused, and a damaged index ends in 4") {
  const Workplace place;
  place.write("names", some_names);
  REQUIRE(place.marque({"index", "names", "-o", "names.index"}).code == 0);
  place.write("damaged", "x" + place.read("names.index"));
  const std::vector<std::tuple<Strings, int>> cases = {
      {{"search", "names.index"}, 2},
      {{"search", "absent", "海门"}, 2},
      {{"search", "damaged", "海门"}, 4},
      {{"search", "names.index", "海门", "--top", "-1"}, 2},
      {{"search", "names.index", "海门", "--top", "some"}, 2},
      {{"search", "names.index", "--queries", "absent"}, 2},
      {{"index", "names"}, 2},
      {{"index", "absent", "-o", "x"}, 2},
      {{"index", ".", "-o", "x"}, 2},
  };
  for (const auto& [arguments, code] : cases) {
    CAPTURE(arguments);
    const Ended refused = place.marque(arguments);
    CHECK(refused.code == code);
    CHECK(refused.out.empty());
  }
}
