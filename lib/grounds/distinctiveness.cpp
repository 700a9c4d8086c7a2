#include "marque/grounds/distinctiveness.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "grounds/goods_words.hpp"
#include "grounds/order.hpp"
#include "grounds/weights.hpp"
#include "marque/law/place_names.hpp"
#include "marque/law/signs.hpp"
#include "marque/text/encoding.hpp"
#include "marque/text/readings.hpp"

namespace marque {
namespace {

constexpr std::u32string_view quality_prefixes = U"好鲜纯真香甜优新老大小特";  // before the name of a product or material only
constexpr std::size_t longest_word = 12;  // characters

/// A stretch of the mark that does not distinguish.
struct Token {
  std::u32string text;
  WordSense sense = WordSense::quality;
  bool place = false;
  bool named = false;     ///< the filing's own goods, not the table's judgement of a class
  bool any_class = false; ///< describes any goods, or those of the class, of which the filing names some
};

/// What the mark is made of in one class, where nothing of it distinguishes.
using Cover = std::vector<Token>;

using Words = std::vector<std::u32string>;

/// The places that a name mentions as places, States among them.
Words places_in(const NormalForm& name) {
  Words places;
  for (const BarredSign& sign : barred_signs(name))
    if (sign.article == "10(1)(1)" || sign.article == "10(1)(2)") places.push_back(sign.text);
  for (const PlaceMention& m : place_mentions(name))
    if (!m.in_pinyin && (m.other_meaning.zh.empty() || m.full_name)) places.push_back(m.text);
  for (const ForeignPlaceMention& m : foreign_place_mentions(name)) places.push_back(m.text);
  return places;
}

class Coverer {
 public:
  Coverer(const Filing& filing, NiceClass in_class, const Words& places)
      : class_(in_class), names_(goods_names(filing, in_class)), places_(places), table_(filing.goods_table) {}

  /// The fewest stretches that make up the Chinese, or nothing.
  std::optional<Cover> han(std::u32string_view text) const {
    std::vector<std::optional<Cover>> best(text.size() + 1);
    best[0] = Cover{};
    for (std::size_t end = 1; end <= text.size(); ++end)
      for (std::size_t length = 1; length <= std::min(end, longest_word); ++length) {
        const auto& before = best[end - length];
        if (!before) continue;
        const bool after_prefix = !before->empty() && before->back().text.size() == 1 && !before->back().named;
        auto token = token_of(text.substr(end - length, length), end < text.size(), after_prefix);
        if (!token || (best[end] && best[end]->size() <= before->size() + 1)) continue;
        best[end] = *before;
        best[end]->push_back(std::move(*token));
      }
    if (!best.back() || best.back()->empty()) return std::nullopt;
    return best.back();
  }

  std::optional<Token> word(std::u32string_view letters) const { return token_of(letters, false, false); }

 private:
  std::optional<Token> token_of(std::u32string_view text, bool more_follows, bool after_prefix) const {
    const std::u32string own(text);
    if (std::find(places_.begin(), places_.end(), own) != places_.end())
      return Token{own, WordSense::quality, true, false, false};
    if (names_goods(text, names_) || is_table_item(text)) return Token{own, WordSense::product, false, true, false};
    if (const DescriptiveWord* known = descriptive_word(text); known != nullptr && known->in(class_)) {
      if (known->sense == WordSense::product && !names_.empty()) return std::nullopt;  // other goods than the filing's
      return Token{own, known->sense, false, false, known->classes.empty() || !names_.empty()};
    }
    const bool prefix = text.size() == 1 && quality_prefixes.find(text.front()) != std::u32string_view::npos;
    if (prefix && more_follows && !after_prefix) return Token{own, WordSense::quality, false, false, true};
    return std::nullopt;
  }

  bool is_table_item(std::u32string_view text) const {
    return names_.empty() && table_.has_item(encode_utf8(text), class_);
  }

  NiceClass class_;
  Words names_;
  const Words& places_;
  const GoodsTable& table_;
};

/// A single quality character counts only right before a product's name or its material: 好米, 纯羊绒, not 大通.
bool prefixes_hold(const Cover& cover) {
  for (std::size_t i = 0; i < cover.size(); ++i) {
    const bool prefix = cover[i].text.size() == 1 && !cover[i].named && !cover[i].place &&
                        cover[i].sense == WordSense::quality;
    const bool last = i + 1 == cover.size();
    if (prefix && (last || (cover[i + 1].sense != WordSense::product && cover[i + 1].sense != WordSense::material))) return false;
  }
  return true;
}

std::optional<Cover> cover_of(const NormalForm& name, const Coverer& coverer) {
  Cover all;
  if (!name.distinctive_han.empty()) {
    const auto han = coverer.han(name.distinctive_han);
    if (!han || !prefixes_hold(*han)) return std::nullopt;
    all = *han;
  }
  const bool pinyin = !name.distinctive_han.empty() && spells(name.distinctive_han, name.distinctive_letters);
  if (!name.distinctive_letters.empty() && !pinyin) {
    for (const NamePart& part : name.parts) {
      if (part.kind != PartKind::letters || part.generic) continue;
      auto token = coverer.word(part.text);
      if (!token) return std::nullopt;
      all.push_back(std::move(*token));
    }
  }
  if (all.empty()) return std::nullopt;
  const bool only_places = std::all_of(all.begin(), all.end(), [](const Token& t) { return t.place; });
  if (only_places) return std::nullopt;  // Art. 10 alone
  return all;
}

struct Judgement {
  GroundCode code;
  Risk risk;
  Bilingual what;
};

Judgement judged(const NormalForm& name, const Cover& cover) {
  const auto any = [&](auto holds) { return std::any_of(cover.begin(), cover.end(), holds); };
  const auto all = [&](auto holds) { return std::all_of(cover.begin(), cover.end(), holds); };
  if (any([](const Token& t) { return t.sense == WordSense::greeting && !t.place; }))
    return {GroundCode::not_distinctive, Risk::medium,
            {"标志仅由商贸用语或者祝颂用语构成", "the mark is nothing but a common phrase of trade or courtesy"}};
  const bool place = any([](const Token& t) { return t.place; });
  const bool judged_by_class = all([](const Token& t) { return !t.named && !t.any_class; });
  const bool weak_sense = all([](const Token& t) {
    return t.place || (!t.named && (t.sense == WordSense::use || t.sense == WordSense::weight));
  });
  const bool letters_only = name.distinctive_han.empty();
  const bool only_names = all([](const Token& t) { return t.place || t.sense == WordSense::product; });
  const bool firm = any([](const Token& t) { return t.named; }) || (!judged_by_class && !weak_sense && !letters_only);
  const Risk risk = firm && !place ? Risk::high : Risk::medium;
  if (only_names)
    return {GroundCode::generic_name, risk, {"标志仅由商品的通用名称构成", "the mark is nothing but what the goods are called"}};
  return {GroundCode::descriptive, risk,
          {"标志仅直接表示商品的质量、主要原料、功能、用途、重量等特点",
           "the mark does no more than describe quality, main material, function, use, weight or other features"}};
}

std::string shown(const Cover& cover) {
  std::string text;
  for (const Token& token : cover) text += (text.empty() ? "" : " + ") + encode_utf8(token.text);
  return text;
}

/// Classes of a filing; where it names none, all 45.
std::vector<NiceClass> classes_to_judge(const Filing& filing) {
  std::vector<NiceClass> classes = classes_of(filing.scope).classes();
  if (!classes.empty()) return classes;
  for (int number = 1; number <= 45; ++number) classes.push_back(*NiceClass::make(number));
  return classes;
}

void add_covered(const Filing& filing, std::vector<Ground>& grounds) {
  struct Told {
    Judgement judgement;
    std::string words;
    std::vector<NiceClass> classes;
  };
  std::vector<Told> told;
  const Words places = places_in(filing.subject.name);
  for (const NiceClass c : classes_to_judge(filing)) {
    const auto cover = cover_of(filing.subject.name, Coverer(filing, c, places));
    if (!cover) continue;
    Judgement judgement = judged(filing.subject.name, *cover);
    const auto same = std::find_if(told.begin(), told.end(), [&](const Told& t) {
      return t.judgement.code == judgement.code && t.judgement.risk == judgement.risk;
    });
    if (same != told.end()) same->classes.push_back(c);
    else told.push_back({std::move(judgement), shown(*cover), {c}});
  }
  for (const Told& one : told) {
    Bilingual where;
    if (one.classes.size() < 45) {
      for (const NiceClass c : one.classes) {
        where.zh += (where.zh.empty() ? "第" : "、第") + c.to_string() + "类";
        where.en += (where.en.empty() ? "class " : ", ") + c.to_string();
      }
      where = {"（" + where.zh + "）", " (" + where.en + ")"};
    }
    const Risk risk = filing.scope.empty() && one.classes.size() < 45 ? Risk::low : one.judgement.risk;
    grounds.push_back(make_ground(one.judgement.code, risk, filing.law,
                                  {"“" + one.words + "”：" + one.judgement.what.zh + where.zh + "；经使用取得显著特征的除外。",
                                   "“" + one.words + "”: " + one.judgement.what.en + where.en +
                                       ", unless it has become distinctive by use."}));
  }
}

bool is_punctuation(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0 || c == ' '; });
}

/// One or two letters, a number, or signs, in plain form. A picture may give them form.
void add_plain(const Filing& filing, std::vector<Ground>& grounds) {
  const NormalForm& name = filing.subject.name;
  if (filing.subject.logo || !name.distinctive_han.empty()) return;
  if (name.empty()) {
    if (name.original.empty() || !is_punctuation(name.original)) return;
    grounds.push_back(make_ground(GroundCode::not_distinctive, Risk::medium, filing.law,
                                  {"标志仅为普通字体的标点或者符号。", "The mark is nothing but punctuation or signs in plain form."}));
  } else if (name.digits.empty() && !name.letters.empty() && name.letters.size() <= weights::plain_letters) {
    grounds.push_back(make_ground(GroundCode::not_distinctive, Risk::medium, filing.law,
                                  {"标志仅为一至两个普通字体的字母。", "The mark is nothing but one or two letters in plain form."}));
  } else if (name.letters.empty() && !name.digits.empty()) {
    grounds.push_back(make_ground(GroundCode::not_distinctive, Risk::low, filing.law,
                                  {"标志仅为数字，可能被视为型号或者数量。",
                                   "The mark is nothing but a number, which may be taken for a model or quantity."}));
  }
}

void add_shape(const Filing& filing, std::vector<Ground>& grounds) {
  if (std::find(filing.signs.begin(), filing.signs.end(), SignType::three_dimensional) == filing.signs.end()) return;
  grounds.push_back(make_ground(
      GroundCode::functional_shape, Risk::low, filing.law,
      {"三维标志：仅由商品自身性质产生的形状、为获得技术效果而需有的形状或者使商品具有实质性价值的形状不得注册；文字与记录不能判断。",
       "A three-dimensional sign: shapes that follow from the goods' nature, are needed for a technical result or give the goods "
       "their value are barred; neither words nor records tell."}));
}

}  // namespace

std::vector<Ground> distinctiveness_grounds(const Filing& filing) {
  std::vector<Ground> grounds;
  if (filing.kind == MarkKind::ordinary) add_covered(filing, grounds);
  add_plain(filing, grounds);
  add_shape(filing, grounds);
  most_serious_first(grounds);
  return grounds;
}

}  // namespace marque
