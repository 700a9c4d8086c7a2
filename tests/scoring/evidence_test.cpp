#include "marque/scoring/evidence.hpp"

#include <catch2/catch.hpp>

using namespace marque;

namespace {

std::vector<Evidence> evidence(std::string_view a, std::string_view b) { return explain(*make_subject(a), *make_subject(b)); }

const Evidence* about(const std::vector<Evidence>& all, Aspect aspect) {
  for (const Evidence& one : all) {
    if (one.aspect == aspect) return &one;
  }
  return nullptr;
}

std::string meaning_sentence(std::string_view a, std::string_view b) {
  const auto all = evidence(a, b);
  const Evidence* meant = about(all, Aspect::meaning);
  REQUIRE(meant != nullptr);
  return meant->sentence.en;
}

}  // namespace

TEST_CASE("a look-alike character is shown against the one it resembles") {
  const auto all = evidence("海们山羊", "海门山羊");
  const Evidence* look = about(all, Aspect::appearance);
  REQUIRE(look != nullptr);
  REQUIRE(look->aligned.size() == 4);
  CHECK(look->aligned[0].reason == "=");
  CHECK(look->aligned[1].a == "们");
  CHECK(look->aligned[1].b == "门");
  CHECK(look->aligned[1].similarity < 1);
}

TEST_CASE("the reading two characters share is named") {
  const auto all = evidence("银行", "银杭");
  const Evidence* sound = about(all, Aspect::sound);
  REQUIRE(sound != nullptr);
  CHECK(sound->aligned[1].reason == "háng = háng");
  CHECK(sound->sentence.zh == "读音相同");
}

TEST_CASE("pinyin is told to be the pinyin of the characters") {
  const auto all = evidence("HAIMEN SHANYANG", "海门山羊");
  REQUIRE(about(all, Aspect::sound) != nullptr);
  CHECK(about(all, Aspect::sound)->sentence.en == "“HAIMEN SHANYANG” is the pinyin of “海门山羊” (hǎi mén shān yáng)");
}

TEST_CASE("evidence shows what stands in the marks, not what is compared") {
  const auto all = evidence("海門Café", "海们CAFE");
  const Evidence* look = about(all, Aspect::appearance);
  REQUIRE(look != nullptr);
  REQUIRE(look->aligned.size() == 4);
  CHECK(look->aligned[3].a == "é");
  CHECK(look->aligned[3].b == "E");
  CHECK(about(evidence("海門山羊", "海们山羊"), Aspect::sound)->aligned[1].a == "門");
  CHECK(about(evidence("HAI MEN", "海門"), Aspect::sound)->sentence.zh == "“HAI MEN”即“海門”的拼音（hǎi mén）");
}

TEST_CASE("sentences say what is the same and what is not") {
  const auto [a, b, aspect, zh, en] = GENERATE(table<const char*, const char*, Aspect, const char*, const char*>({
      {"海門山羊", "海们山羊", Aspect::appearance, "仅“門”/“们”不同，字形近似", "only “門”/“们” differ, and look alike"},
      {"海门牌山羊", "海门山羊", Aspect::appearance, "仅多出“牌”", "only “牌” is added"},
      {"金太阳", "太陽", Aspect::appearance, "“金太阳”完整包含“太陽”，另有显著性弱的“金”（W14）", "“金太阳” wholly contains “太陽”, beside “金”, a weak part (W14)"},
      {"嘉裕长城", "长城", Aspect::appearance, "“嘉裕长城”完整包含“长城”，另有“嘉裕”", "“嘉裕长城” wholly contains “长城”, beside “嘉裕”"},
      {"上海泽砚网络科技有限公司", "泽砚", Aspect::appearance, "“上海泽砚网络科技有限公司”完整包含“泽砚”，另有显著性弱的“上海”（W12）和显著性弱的“网络科技有限公司”（W13、W11）",
       "“上海泽砚网络科技有限公司” wholly contains “泽砚”, beside “上海”, a weak part (W12) and “网络科技有限公司”, a weak part (W13, W11)"},
      {"NORVEX ET ALMIA", "NORVEX", Aspect::appearance, "“NORVEX ET ALMIA”完整包含“NORVEX”，另有“ET ALMIA”", "“NORVEX ET ALMIA” wholly contains “NORVEX”, beside “ET ALMIA”"},
      {"NORVEX MINERAL WATER", "NORVEX MINERAL BEER", Aspect::appearance, "显著部分“NORVEX MINERAL”相同，另有显著性弱的“WATER”与“BEER”",
       "the distinctive part “NORVEX MINERAL” is the same, beside the weak “WATER” and “BEER”"},
      {"泽砚集团", "泽砚实业", Aspect::appearance, "显著部分“泽砚”相同，另有显著性弱的“集团”与“实业”", "the distinctive part “泽砚” is the same, beside the weak “集团” and “实业”"},
      {"9鹤", "九鹤", Aspect::appearance, "“9鹤”即“九鹤”，仅写法不同", "“9鹤” is “九鹤”, written otherwise"},
      {"稻岚村", "稻砚岚", Aspect::appearance, "仅后者多出“砚”，前者多出“村”", "only “砚” is added to the second and “村” is added to the first"},
      {"明", "日月", Aspect::appearance, "部分文字字形相同或近似", "some of the characters are the same or look alike"},
      {"未", "末", Aspect::appearance, "字形近似", "the characters look alike"},
      {"旺旺", "旺", Aspect::appearance, "“旺旺”由“旺”重叠构成", "“旺旺” repeats “旺”"},
      {"稷砚红", "稷檐", Aspect::appearance, "“稷砚红”中的“稷砚”与“稷檐”逐字相同、形近或音近",
       "“稷砚” in “稷砚红” answers “稷檐” character by character: the same, or alike by look or by sound"},
      {"好孩子", "孩子好", Aspect::sound, "读音相同，顺序不同", "the same sounds in another order"},
      {"嘉裕长城", "长城", Aspect::sound, "“嘉裕长城”的读音包含“长城”的读音", "the sound of “嘉裕长城” contains that of “长城”"},
      {"和砚格", "禾阁", Aspect::sound, "部分文字读音相同或近似", "some of the characters sound the same or alike"},
      {"NORVEX", "norvex", Aspect::sound, "读音相同", "the same sound"},
      {"壹砚", "一砚", Aspect::meaning, "含义相同：“壹” = “一” [Unihan]", "the same meaning: “壹” = “一” [Unihan]"},
      {"电老虎", "电飞虎", Aspect::sound, "部分文字读音相同或近似", "some of the characters sound the same or alike"},
      {"青岛", "TSINGTAO", Aspect::sound, "“TSINGTAO”即“青岛”的邮政式等旧式拼法（qīng dǎo）", "“TSINGTAO” is the postal or another old spelling of “青岛” (qīng dǎo)"},
      {"NIKE", "NYKE", Aspect::sound, "读音相同，按读音转写均为“nik”", "the same sound: both are heard as “nik”"},
      {"羊", "sheep", Aspect::meaning, "含义相同：“羊” = “sheep” [Unihan 15.0]", "the same meaning: “羊” = “sheep” [Unihan 15.0]"},
      {"CYCLONE", "TORNADO", Aspect::meaning, "含义近似：“cyclone” ≈ “tornado”（上下位词） [WordNet 3.0]",
       "a similar meaning: “cyclone” ≈ “tornado” (one is a kind of the other) [WordNet 3.0]"},
      {"EL LOBO", "WOLF", Aspect::meaning, "含义相同：“lobo” ≈ “wolf”（译词，西班牙语） [WordNet 3.0, CLDR 41, Reina-Valera 1909]",
       "the same meaning: “lobo” ≈ “wolf” (a translation from Spanish) [WordNet 3.0, CLDR 41, Reina-Valera 1909]"},
      {"WOLFTOOL", "狼图", Aspect::meaning, "半意译半音译：“wolf” = “狼”，“tool” ≈ “图”（读音） [Unihan 15.0]",
       "rendered part by meaning, part by sound: “wolf” = “狼”, “tool” ≈ “图” (by sound) [Unihan 15.0]"},
      {"SPOON", "SPOOK", Aspect::meaning, "含义均明确且不同：“spoon”，“spook” [WordNet 3.0]", "clear and different meanings: “spoon”, “spook” [WordNet 3.0]"},
      {"BLUE SKY", "SKY BLUE", Aspect::meaning, "含义相同：词语相同，不计词形和顺序", "the same meaning: the same words, whatever their form and order"},
  }));
  INFO(a << " | " << b);
  const auto all = evidence(a, b);
  const Evidence* one = about(all, aspect);
  REQUIRE(one != nullptr);
  CHECK(one->sentence.zh == zh);
  CHECK(one->sentence.en == en);
}

TEST_CASE("every pair of characters says what it rests on") {
  const auto reasons = [](const char* a, const char* b, Aspect aspect) {
    std::string all;
    const auto pieces = evidence(a, b);
    for (const AlignedPair& pair : about(pieces, aspect)->aligned) all += (all.empty() ? "" : "|") + pair.reason;
    return all;
  };
  CHECK(reasons("电老虎", "电飞虎", Aspect::appearance) == "=|≠|=");
  CHECK(reasons("电老虎", "电飞虎", Aspect::sound) == "diàn|lǎo ≠ fēi|hǔ/hù");
  CHECK(reasons("长城", "长诚", Aspect::sound) == "zhǎng/cháng|chéng = chéng");
  CHECK(reasons("海们山羊", "海门山羊", Aspect::sound) == "hǎi|mén = mén|shān|yáng");   // neither by itself is said without stress
  CHECK(reasons("稷砚红", "稷檐", Aspect::appearance) == "=|yàn = yán|");                 // a part that scores by sound says so
  CHECK(reasons("稷檐", "稷砚红", Aspect::appearance) == "=|yán = yàn|");
}

TEST_CASE("words that change places are shown as whole words") {
  const auto all = evidence("HAWKWOLF", "WOLFHAWK");
  std::string shown;
  for (const AlignedPair& pair : about(all, Aspect::appearance)->aligned) shown += pair.reason.empty() ? '.' : '=';
  CHECK(shown == "....====....");
}

TEST_CASE("a digit is shown as the mark has it where it is read as a numeral") {
  const auto all = evidence("7匹狼", "七匹狼");
  const Evidence* look = about(all, Aspect::appearance);
  REQUIRE(look != nullptr);
  REQUIRE(look->aligned.size() == 3);
  CHECK(look->aligned[0].a == "7");
  CHECK(look->aligned[0].b == "七");
}

TEST_CASE("a word beside a digit is not all that the mark means") {
  CHECK(about(evidence("7UP", "UP"), Aspect::meaning) == nullptr);
}

TEST_CASE("several words of another language are a translation from the language that all of them are of") {
  CHECK(meaning_sentence("DOS PERROS", "TWO DOGS") == "the same meaning: “dos perros” ≈ “two dogs” (a translation from Spanish) [WordNet 3.0, CLDR 41, Reina-Valera 1909]");
}

TEST_CASE("a word that English has too is shown as it is written") {
  CHECK(meaning_sentence("黑猫", "CHAT NOIR") == "the same meaning: “黑” ≈ “noir” (black), “猫” ≈ “chat” (cat) [Unihan 15.0, WordNet 3.0, CLDR 41]");
}

TEST_CASE("a number written otherwise is named with both its spellings") {
  CHECK(meaning_sentence("7-11", "SEVEN ELEVEN") == "the same meaning: “711” = “seven eleven” [CLDR 41]");
}

TEST_CASE("the strongest evidence comes first, and strangers have none") {
  const auto all = evidence("红太阳", "太阳");
  REQUIRE(all.size() >= 2);
  CHECK(all[0].score >= all[1].score);
  CHECK(evidence("睿蔻澜", "海门山羊").empty());
}
