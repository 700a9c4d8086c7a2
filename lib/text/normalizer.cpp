#include "text/normalizer.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/embedded.hpp"
#include "base/tsv.hpp"
#include "marque/base/limits.hpp"
#include "marque/text/encoding.hpp"
#include "text/code_point_map.hpp"
#include "text/generic_words.hpp"
#include "text/icu.hpp"
#include "text/variants.hpp"

MARQUE_EMBEDDED(marque_plain_letters)

namespace marque {

namespace {

using icu::CharacterClass;

constexpr std::u32string_view line_spaces = U"\t\n\r";
constexpr std::u32string_view trade_mark_signs = U"\u2122\u2120";  // folded, they would read "tm" and "sm"
constexpr std::u32string_view apostrophes = U"'\u2019";            // inside a word: Levi's

bool is_one_of(std::u32string_view set, char32_t point) { return set.find(point) != std::u32string_view::npos; }

std::string hex(char32_t point) {
  std::string digits;
  for (int shift = 20; shift >= 0; shift -= 4) {
    if (const char32_t digit = point >> shift & 0xF; digit != 0 || !digits.empty() || shift <= 12)
      digits.push_back("0123456789ABCDEF"[digit]);
  }
  return "U+" + digits;
}

Error too_many_marks(std::size_t most) {
  return limit_error("marks_per_base", most, "too many combining marks on one character");
}

// Refuses what no name has, before anything that takes more than linear time sees it.
Result<void> check(std::u32string_view points, const TextLimits& limits) {
  std::size_t marks = 0;
  std::size_t offset = 0;
  for (const char32_t point : points) {
    const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
    if (control && !is_one_of(line_spaces, point))
      return Error{ErrorCode::invalid_text, "control character " + hex(point)}.at_offset(offset);
    if (point >= 0x300 && icu::is_mark(point)) {
      if (++marks > limits.marks_per_base) return too_many_marks(limits.marks_per_base).at_offset(offset);
    } else if (point < 0x300 || !icu::is_ignorable(point)) {
      marks = 0;
    }
    offset += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return {};
}

// Puts one space between words and none around them.
class SpacedText {
 public:
  explicit SpacedText(std::u32string& text) : text_(text) { text_.clear(); }

  void take(char32_t point) {
    if (point != U' ' || (!text_.empty() && text_.back() != U' ')) text_.push_back(point);
  }
  void finish() {
    if (!text_.empty() && text_.back() == U' ') text_.pop_back();
  }

 private:
  std::u32string& text_;
};

// Letters that Unicode does not take apart: ø is o, æ is ae.
const CodePointMap<std::array<char32_t, 2>>& plain_letters() {
  static const CodePointMap<std::array<char32_t, 2>> map = [] {
    CodePointMap<std::array<char32_t, 2>> built;
    for_each_row(embedded(marque_plain_letters, marque_plain_letters_end), [&](const auto& row) {
      const std::u32string plain = *decode_utf8(row[1]);
      built.set((*decode_utf8(row[0]))[0], {plain[0], plain.size() > 1 ? plain[1] : 0});
    });
    return built;
  }();
  return map;
}

// Takes the decomposed points of a name one by one and gathers the stretches between what is dropped.
class StretchBuilder {
 public:
  StretchBuilder(std::u32string& points, std::vector<std::size_t>& starts) : points_(points), starts_(starts) {
    points_.clear();
    starts_.clear();
  }

  void take(char32_t point) {
    const CharacterClass kind = icu::class_of(point);
    switch (kind) {
      case CharacterClass::mark:
        if (base_ == CharacterClass::letter && !accented_) push(point);
        return;
      case CharacterClass::digit:
        push(point < 0x80 ? point : U'0' + icu::digit_value(point));
        break;
      case CharacterClass::han:
        push(point);
        break;
      case CharacterClass::letter:
        take_letter(point);
        break;
      default:
        if (!is_one_of(apostrophes, point)) end_stretch();
        base_ = CharacterClass::other;
        return;
    }
    base_ = kind;
  }

  void finish() { end_stretch(); }

 private:
  void push(char32_t point) {
    points_.push_back(point);
    inert_ = inert_ && icu::is_inert(point);
  }

  void take_letter(char32_t point) {
    accented_ = point < 0x80 || icu::takes_accents(point);
    if (point < 0x80) return points_.push_back(point);
    const auto& plain = plain_letters()[point];
    push(plain[0] != 0 ? plain[0] : point);
    if (plain[1] != 0) push(plain[1]);
  }

  void end_stretch() {
    if (!std::exchange(inert_, true)) compose_stretch();
    if (points_.size() > begin_) starts_.push_back(std::exchange(begin_, points_.size()));
  }

  // What would join the stretch before it (a lone Hangul vowel, its marks) is left out, lest the skeleton change when
  // it is read again.
  void compose_stretch() {
    std::u32string_view rest = std::u32string_view(points_).substr(begin_);
    while (!rest.empty() && (icu::joins_backwards(rest.front()) || icu::is_mark(rest.front()))) rest.remove_prefix(1);
    const std::u32string composed = icu::compose(rest);
    points_.resize(begin_);
    points_ += composed;
  }

  std::u32string& points_;
  std::vector<std::size_t>& starts_;
  std::size_t begin_ = 0;   // of the stretch
  bool inert_ = true;       // so far, the stretch
  CharacterClass base_ = CharacterClass::other;
  bool accented_ = false;
};

PartKind kind_of(char32_t point) {
  switch (icu::class_of(point)) {
    case CharacterClass::han:
      return PartKind::han;
    case CharacterClass::digit:
      return PartKind::digits;
    default:
      return PartKind::letters;
  }
}

}  // namespace

// Most names are of ASCII and Chinese characters alone, which check() lets pass and NFKC_Casefold leaves as they are but for
// capitals. False for any other.
bool Normalizer::fold_plain(std::string_view name) {
  SpacedText folded(folded_);
  const auto byte = [&](std::size_t at) { return static_cast<char32_t>(static_cast<unsigned char>(name[at])); };
  for (std::size_t at = 0; at < name.size();) {
    const char32_t first = byte(at);
    if (first >= 0x20 && first < 0x7F) {
      folded.take(first >= U'A' && first <= U'Z' ? first + (U'a' - U'A') : first);
      ++at;
      continue;
    }
    if (first < 0xE4 || first > 0xE9 || name.size() - at < 3 || (byte(at + 1) & 0xC0) != 0x80 || (byte(at + 2) & 0xC0) != 0x80) return false;
    const char32_t point = (first & 0xF) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
    if (!icu::is_inert(point)) return false;
    folded.take(point);
    at += 3;
  }
  folded.finish();
  return true;
}

Result<void> Normalizer::fold(std::string_view name, const TextLimits& limits) {
  auto points = decode_utf8(name);
  if (!points) return points.error();
  if (const auto checked = check(*points, limits); !checked) return checked.error();
  for (char32_t& point : *points) {
    if (is_one_of(line_spaces, point) || is_one_of(trade_mark_signs, point)) point = U' ';
  }
  const auto folded = icu::fold(*points, points->size() * limits.growth_factor + limits.growth_slack);
  if (!folded) return limit_error("growth_factor", limits.growth_factor, "the normalised name would be too long");
  SpacedText spaced(folded_);
  for (const char32_t point : *folded) spaced.take(point);
  spaced.finish();
  return {};
}

void Normalizer::find_skeleton() {
  StretchBuilder builder(skeleton_, word_starts_);
  if (icu::is_inert(folded_)) {
    for (const char32_t point : folded_) builder.take(point);
  } else {
    for (const char32_t point : icu::decompose(folded_)) builder.take(point);
  }
  builder.finish();
  standardize(skeleton_);
}

void Normalizer::find_parts() {
  parts_.clear();
  const std::u32string_view skeleton = skeleton_;
  auto next_start = word_starts_.begin();
  for (std::size_t at = 0; at < skeleton.size(); ++at) {
    const bool starts = next_start != word_starts_.end() && *next_start == at;
    if (starts) ++next_start;
    const PartKind kind = kind_of(skeleton[at]);
    const bool new_word = starts && kind == PartKind::letters;
    if (parts_.empty() || parts_.back().kind != kind || new_word) parts_.push_back({kind, skeleton.substr(at, 0)});
    std::u32string_view& text = parts_.back().text;
    text = {text.data(), text.size() + 1};
  }
}

void Normalizer::split_generic_tails() {
  for (std::size_t at = 0; at < parts_.size(); ++at) {
    if (parts_[at].kind != PartKind::han) continue;
    const std::size_t part = at;
    while (const std::size_t length = generic_tail(parts_[part].text)) {
      std::u32string_view& text = parts_[part].text;
      const Stretch tail{PartKind::han, text.substr(text.size() - length), true};
      text.remove_suffix(length);
      parts_.insert(parts_.begin() + static_cast<std::ptrdiff_t>(part + 1), tail);
      ++at;
    }
  }
}

// The words of letters that end a name, where something else is left of it.
void Normalizer::mark_generic_words() {
  const auto is_word = [](const Stretch& part) { return part.kind == PartKind::letters; };
  std::size_t generic = 0;
  for (auto part = parts_.rbegin(); part != parts_.rend() && (!is_word(*part) || is_generic(part->text)); ++part) generic += is_word(*part) ? 1u : 0u;
  if (generic == parts_.size()) return;
  for (auto part = parts_.rbegin(); generic > 0; ++part) {
    if (!is_word(*part)) continue;
    part->generic = true;
    --generic;
  }
}

Result<void> Normalizer::read(std::string_view name, const TextLimits& limits) {
  if (name.size() > limits.name_bytes)
    return limit_error("text_name_bytes", limits.name_bytes, "a name of " + std::to_string(name.size()) + " bytes");
  if (limits.growth_factor == 0 || !fold_plain(name)) {
    if (const auto folded = fold(name, limits); !folded) return folded.error();
  }
  find_skeleton();
  find_parts();
  split_generic_tails();
  mark_generic_words();
  return {};
}

}  // namespace marque
