#include <catch2/catch.hpp>
#include <set>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/model/entry.hpp"
#include "model/spelling.hpp"

MARQUE_EMBEDDED(marque_wordings)

using namespace marque;

namespace {

/// The English name that a parser finds for a text, or the error's name in brackets.
std::string read_as(std::string_view what, std::string_view text) {
  const auto name = [](const auto& result) {
    return std::string(result ? name_of(*result) : "(" + std::string(name_of(result.error().code)) + ")");
  };
  if (what == "status") return name(parse_status(text));
  if (what == "event") return name(parse_event_kind(text));
  if (what == "kind of mark") return name(parse_mark_kind(text));
  if (what == "sign type") return name(parse_sign_type(text));
  if (what == "designation status") return name(parse_designation_status(text));
  if (what == "GI system") return name(parse_gi_system(text));
  if (what == "kind of entry") return name(parse_entry_kind(text));
  return "no such enumeration";
}

template <class Values>
void check_names(std::string_view what, const Values& values) {
  std::set<std::string_view> english, chinese;
  for (const auto value : values) {
    CAPTURE(name_of(value));
    CHECK(english.insert(name_of(value)).second);
    CHECK(chinese.insert(chinese_of(value)).second);
    CHECK(read_as(what, name_of(value)) == name_of(value));
    CHECK(read_as(what, chinese_of(value)) == name_of(value));
  }
}

}  // namespace

TEST_CASE("Every enumerator has two names of its own, and both are read back") {
  check_names("status", all_statuses());
  check_names("event", all_event_kinds());
  check_names("designation status", all_designation_statuses());
  check_names("kind of mark", std::vector{MarkKind::ordinary, MarkKind::collective, MarkKind::certification});
  check_names("sign type", std::vector{SignType::words, SignType::figure, SignType::letters, SignType::numerals,
                                       SignType::three_dimensional, SignType::colour_combination, SignType::sound,
                                       SignType::dynamic});
  check_names("GI system",
              std::vector{GiSystem::product, GiSystem::trademark, GiSystem::agricultural, GiSystem::foreign});
  check_names("kind of entry", std::vector{EntryKind::trademark, EntryKind::international, EntryKind::gi});
  CHECK(all_statuses().size() == 20);
  CHECK(all_event_kinds().size() == 55);
  CHECK(all_designation_statuses().size() == 19);
}

TEST_CASE("Registers' and agencies' wordings are understood") {
  const auto [what, text, meaning] = GENERATE(table<std::string, std::string, std::string>({
      {"status", "已注册", "registered"},
      {"status", "注册", "registered"},
      {"status", "注册商标", "registered"},
      {"status", "有效", "registered"},
      {"status", "撤销/无效宣告申请审查中", "registered"},
      {"status", "撤销/无效宣告申请审查中", "registered"},
      {"status", "等待实质审查", "examination"},
      {"status", "申请中", "examination"},
      {"status", "初审公告", "published"},
      {"status", "初步审定", "published"},
      {"status", "异议中", "opposed"},
      {"status", "驳回", "refused"},
      {"status", "驳回复审中", "refusal_review"},
      {"status", "无效", "invalidated"},
      {"status", "已无效", "invalidated"},
      {"status", "商标无效", "invalidated"},
      {"status", "注销", "surrendered"},
      {"status", "期满未续展", "lapsed"},
      {"status", "撤销", "cancelled"},
      {"status", "已撤销", "cancelled"},
      {"status", "Registered", "registered"},
      {"status", "PARTLY REFUSED", "partly_refused"},
      {"status", "in-grace", "in_grace"},
      {"status", " 已 注 册 ", "registered"},
      {"status", "海门", "(invalid_argument)"},
      {"status", "", "(invalid_argument)"},
      {"event", "许可", "licence"},
      {"event", "license", "licence"},
      {"event", "质押", "pledge"},
      {"event", "注册公告", "registration"},
      {"event", "变更商标申请人/注册人名义/地址", "change"},
      {"event", "已注册", "(invalid_argument)"},
      {"kind of mark", "商品商标", "ordinary"},
      {"kind of mark", "证明商标", "certification"},
      {"sign type", "立体商标", "three_dimensional"},
      {"sign type", "Three-dimensional", "three_dimensional"},
      {"designation status", "部分驳回", "partial_provisional_refusal"},
      {"GI system", "PGI", "product"},
      {"GI system", "GI-TM", "trademark"},
      {"GI system", "地理标志证明商标", "trademark"},
      {"GI system", "AGI", "agricultural"},
      {"kind of entry", "马德里商标", "international"},
  }));
  CAPTURE(what, text);
  CHECK(read_as(what, text) == meaning);
}

TEST_CASE("The table of wordings is sorted, in the compared form, and leads to names that exist") {
  std::pair<std::string, std::string> last;
  std::size_t rows = 0;
  for_each_row(embedded(marque_wordings, marque_wordings_end), [&](const auto& row) {
    REQUIRE(row.size() == 3);
    const std::pair<std::string, std::string> key{row[0], row[1]};
    CAPTURE(key);
    CHECK(last < key);
    CHECK(wording_key(row[1]) == row[1]);
    CHECK(read_as(row[0], row[1]) == row[2]);
    last = key;
    ++rows;
  });
  CHECK(rows > 150);
}
