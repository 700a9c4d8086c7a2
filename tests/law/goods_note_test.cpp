#include "marque/law/goods_note.hpp"

#include <catch2/catch.hpp>

#include "support/table_file.hpp"

using namespace marque;

namespace {

std::string shown(const NoteSide& side) {
  std::string text = side.group ? side.group->to_string() : side.nice_class ? "class" + side.nice_class->to_string() : "?";
  if (side.section != 0) text += "/" + std::to_string(side.section);
  for (std::size_t i = 0; i < side.items.size(); ++i) text += (i == 0 ? ":" : ",") + side.items[i];
  return text;
}

std::string shown(const GoodsNote& note) {
  std::string text(name_of(note.kind));
  if (note.apart) return text + " apart " + shown(note.a);
  text += " " + shown(note.a) + " " + shown(note.b);
  if (note.up_to_edition != 0) text += " <=" + std::to_string(note.up_to_edition);
  return text;
}

NoteSide home(const std::string& group) {
  NoteSide side;
  side.group = *SimilarGroup::parse(group);
  side.nice_class = side.group->nice_class();
  return side;
}

}  // namespace

TEST_CASE("a note of the goods table is read clause by clause, the longest word first") {
  for (const auto& row : test::rows_of("goods_notes.tsv")) {
    CAPTURE(row[0], row.back());
    std::vector<Error> bad;
    std::string statements;
    for (const GoodsNote& note : parse_goods_note(row[0], home(row[1]), bad)) statements += (statements.empty() ? "" : " | ") + shown(note);
    if (!bad.empty()) statements += statements.empty() ? "bad" : " | bad";
    CHECK(statements == row[2]);
  }
}

TEST_CASE("a clause that is not understood is an error with its words, and costs its neighbours nothing") {
  std::vector<Error> bad;
  const auto notes = parse_goods_note("注：1.甲物与2502类似；2.见附录；3.乙物与2503交叉检索。", home("2501"), bad);
  REQUIRE(notes.size() == 2);
  CHECK(notes[0].kind == NoteKind::similar);
  CHECK(notes[1].kind == NoteKind::cross_search);
  REQUIRE(bad.size() == 1);
  CHECK(bad[0].code == ErrorCode::malformed);
  CHECK(bad[0].message.find("见附录") != std::string::npos);
}
