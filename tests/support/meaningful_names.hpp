#pragma once

#include <random>
#include <string>
#include <vector>

#include "marque/text/dictionary.hpp"

/// Names that mean something to each other, and a small dictionary for them.
namespace meaningful {

using marque::Dictionary;

inline const Dictionary& book() {
  static const Dictionary dictionary = *Dictionary::read(
      "# A small book\n"
      "蘋果 苹果 [ping2 guo3] /apple/\n"
      "橙子 橙子 [cheng2 zi5] /orange/\n"
      "太陽 太阳 [tai4 yang2] /sun/sunshine/\n"
      "月亮 月亮 [yue4 liang5] /the moon/\n"
      "月光 月光 [yue4 guang1] /moonlight/\n"
      "番茄 番茄 [fan1 qie2] /tomato/\n"
      "西紅柿 西红柿 [xi1 hong2 shi4] /tomato/\n"
      "牡丹 牡丹 [mu3 dan5] /tree peony (a flower)/\n"
      "銀河 银河 [Yin2 he2] /Milky Way/\n"
      "彩虹 彩虹 [cai3 hong2] /rainbow/\n"
      "龍捲風 龙卷风 [long2 juan3 feng1] /tornado/\n"
      "向日葵 向日葵 [xiang4 ri4 kui2] /sunflower/\n"
      "諸葛亮 诸葛亮 [Zhu1 ge3 Liang4] /a strategist of old/military leader/\n");
  return dictionary;
}

/// Names made of words that mean something to each other, and of some that do not.
class Names {
 public:
  explicit Names(unsigned seed) : random_(seed) {}

  std::string next() {
    const auto kind = pick(8);
    std::string text;
    if (kind != 0 && kind < 5) text = some(han_, 2, "");
    if (kind == 0 || kind >= 4) text += (text.empty() ? "" : " ") + some(latin_, 2, " ");
    return text;
  }

 private:
  std::size_t pick(std::size_t many) { return random_() % many; }
  std::string some(const std::vector<std::string>& words, std::size_t most, const std::string& between) {
    std::string text;
    const std::size_t count = 1 + pick(most);
    for (std::size_t at = 0; at < count; ++at) text += (text.empty() ? "" : between) + words[pick(words.size())];
    return text;
  }

  std::mt19937 random_;
  const std::vector<std::string> han_{"红", "牛", "马", "白", "金", "银", "鹰", "月亮", "月光", "太阳", "苹果", "妈", "娘", "爹", "番茄",
                                      "西红柿", "牡丹", "银河", "山", "羊", "老", "鼠", "天", "牌", "龙卷风", "𠀀", "七", "二十一"};
  const std::vector<std::string> latin_{"red", "bull", "horse", "horses", "white", "gold", "golden", "eagle", "moon", "moonlight", "sun",
                                        "redbull", "whitehorses", "lobo", "chat", "noir", "cat", "black", "pain", "blanc", "sunfather", "moonmother", "redeagle", "mouse", "mice", "sky", "skies", "tornado", "cyclone", "milky", "way",
                                        "galaxy", "peony", "tree", "the", "of", "brand", "mother", "father", "tomatoes", "milkyway", "oxen",
                                        "making", "qwxyzz", "d'or", "ночь", "x", "mountain", "7", "seven", "21", "twenty", "1st", "b", "seveneagle", "onehorse", "seveneleven"};
};

}  // namespace meaningful
