#include "scoring/shown_name.hpp"

#include <utility>

#include "marque/text/encoding.hpp"
#include "marque/text/normalize.hpp"

namespace marque {

namespace {

bool is_usual_han(char32_t point) { return (point >= 0x3400 && point < 0xA000) || (point >= 0x20000 && point < 0x32400); }

bool is_ascii_letter(char32_t point) {
  return (point >= U'A' && point <= U'Z') || (point >= U'a' && point <= U'z');
}

/// What a point of the mark adds to what is compared: how many characters and how many letters, and how many of those are digits.
struct Share {
  std::size_t han = 0, latin = 0, digits = 0;
};

Share share_of(char32_t point) {
  if (is_usual_han(point)) return {1, 0, 0};
  if (point >= U'0' && point <= U'9') return {0, 1, 1};
  if (point < 0x80) return {0, is_ascii_letter(point) ? 1U : 0U, 0};
  const auto alone = normalize(encode_utf8({&point, 1}));
  return alone ? Share{alone->han.size(), alone->letters.size() + alone->digits.size(), alone->digits.size()} : Share{};
}

}  // namespace

ShownName::ShownName(const Subject& subject) : mark_(subject.name.original), han_(subject.comparable.han), latin_(subject.comparable.latin) {
  const auto points = decode_utf8(mark_);
  if (!points) return;
  std::u32string han, with_digits, latin;
  bool space = false;
  for (const char32_t point : *points) {
    const Share share = share_of(point);
    space = share.latin > 0 ? space : point == U' ';
    for (std::size_t at = 0; at < share.latin; ++at) spaced_.push_back(std::exchange(space, false));
    han.append(share.han, point);
    with_digits.append(share.han + share.digits, point);
    latin.append(share.latin, point);
  }
  // Where points make up one letter only together, the two differ in length: then what is compared is shown.
  if (han.size() == han_.size()) han_ = std::move(han);
  else if (with_digits.size() == han_.size()) han_ = std::move(with_digits);
  if (latin.size() == latin_.size()) latin_ = std::move(latin);
}

std::string ShownName::characters(std::size_t begin, std::size_t length) const { return encode_utf8(std::u32string_view(han_).substr(begin, length)); }

std::string ShownName::letters(std::size_t begin, std::size_t length) const {
  std::u32string text;
  for (std::size_t at = begin; at < begin + length && at < latin_.size(); ++at) {
    if (at > begin && spaced_.size() == latin_.size() && spaced_[at]) text += U' ';
    text += latin_[at];
  }
  return encode_utf8(text);
}

}  // namespace marque
