#include "marque/text/normalize.hpp"

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

std::u32string one_space_between_words(std::u32string_view points) {
  std::u32string spaced;
  for (const char32_t point : points) {
    if (point != U' ') {
      spaced.push_back(point);
    } else if (!spaced.empty() && spaced.back() != U' ') {
      spaced.push_back(U' ');
    }
  }
  if (!spaced.empty() && spaced.back() == U' ') spaced.pop_back();
  return spaced;
}

Result<std::u32string> folded_form(std::u32string points, const TextLimits& limits) {
  for (char32_t& point : points) {
    if (is_one_of(line_spaces, point) || is_one_of(trade_mark_signs, point)) point = U' ';
  }
  auto folded = icu::fold(points, points.size() * limits.growth_factor + limits.growth_slack);
  if (!folded) return limit_error("growth_factor", limits.growth_factor, "the normalised name would be too long");
  return one_space_between_words(*folded);
}

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

// What is compared of a name: its points, and where a stretch begins after something dropped.
struct Stretches {
  std::u32string points;
  std::vector<std::size_t> starts;
};

// Takes the decomposed points of a name one by one and gathers the stretches.
class StretchBuilder {
 public:
  void take(char32_t point) {
    const CharacterClass kind = icu::class_of(point);
    switch (kind) {
      case CharacterClass::mark:
        if (base_ == CharacterClass::letter && !accented_) stretch_.push_back(point);
        return;
      case CharacterClass::digit:
        stretch_.push_back(U'0' + icu::digit_value(point));
        break;
      case CharacterClass::han:
        stretch_.push_back(point);
        break;
      case CharacterClass::letter:
        take_letter(point);
        accented_ = icu::takes_accents(point);
        break;
      default:
        if (!is_one_of(apostrophes, point)) end_stretch();
        base_ = CharacterClass::other;
        return;
    }
    base_ = kind;
  }

  Stretches finish() {
    end_stretch();
    return std::move(done_);
  }

 private:
  void take_letter(char32_t point) {
    const auto& plain = plain_letters()[point];
    stretch_.push_back(plain[0] != 0 ? plain[0] : point);
    if (plain[1] != 0) stretch_.push_back(plain[1]);
  }

  // What would join the stretch before it (a lone Hangul vowel, its marks) is left out, lest the skeleton change when
  // it is read again.
  void end_stretch() {
    std::u32string_view rest = stretch_;
    while (!rest.empty() && (icu::joins_backwards(rest.front()) || icu::is_mark(rest.front()))) rest.remove_prefix(1);
    if (!rest.empty()) {
      done_.starts.push_back(done_.points.size());
      done_.points += icu::compose(rest);
    }
    stretch_.clear();
  }

  Stretches done_;
  std::u32string stretch_;
  CharacterClass base_ = CharacterClass::other;
  bool accented_ = false;
};

Stretches stretches_of(std::u32string_view folded) {
  StretchBuilder builder;
  for (const char32_t point : icu::decompose(folded)) builder.take(point);
  Stretches stretches = builder.finish();
  standardize(stretches.points);
  return stretches;
}

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

std::vector<NamePart> parts_of(const Stretches& stretches) {
  std::vector<NamePart> parts;
  auto next_start = stretches.starts.begin();
  for (std::size_t at = 0; at < stretches.points.size(); ++at) {
    const bool starts = next_start != stretches.starts.end() && *next_start == at;
    if (starts) ++next_start;
    const PartKind kind = kind_of(stretches.points[at]);
    const bool new_word = starts && kind == PartKind::letters;
    if (parts.empty() || parts.back().kind != kind || new_word) parts.push_back({kind, {}});
    parts.back().text.push_back(stretches.points[at]);
  }
  return parts;
}

void split_generic_tails(std::vector<NamePart>& parts) {
  std::vector<NamePart> split;
  for (NamePart& part : parts) {
    std::vector<NamePart> tails;
    while (const std::size_t length = part.kind == PartKind::han ? generic_tail(part.text) : 0) {
      tails.push_back({PartKind::han, part.text.substr(part.text.size() - length), true});
      part.text.resize(part.text.size() - length);
    }
    split.push_back(std::move(part));
    split.insert(split.end(), tails.rbegin(), tails.rend());
  }
  parts = std::move(split);
}

// The words of letters that end a name, where something else is left of it.
void mark_generic_words(std::vector<NamePart>& parts) {
  std::vector<NamePart*> generic;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    if (part->kind != PartKind::letters) continue;
    if (!is_generic(part->text)) break;
    generic.push_back(&*part);
  }
  if (generic.size() == parts.size()) return;
  for (NamePart* part : generic) part->generic = true;
}

std::u32string distinctive(const std::vector<NamePart>& parts, PartKind kind) {
  std::u32string text;
  for (const NamePart& part : parts) {
    if (part.kind == kind && !part.generic) text += part.text;
  }
  return text;
}

void fill_views(NormalForm& form) {
  for (const NamePart& part : form.parts) {
    auto& view = part.kind == PartKind::han ? form.han : part.kind == PartKind::letters ? form.letters : form.digits;
    view += part.text;
  }
  form.distinctive_han = distinctive(form.parts, PartKind::han);
  if (form.distinctive_han.empty()) form.distinctive_han = form.han;
  form.distinctive_letters = distinctive(form.parts, PartKind::letters);
  if (form.distinctive_letters.empty()) form.distinctive_letters = form.letters;
}

}  // namespace

std::string_view name_of(PartKind kind) noexcept {
  switch (kind) {
    case PartKind::han:
      return "han";
    case PartKind::letters:
      return "letters";
    case PartKind::digits:
      return "digits";
  }
  return "";
}

Result<NormalForm> normalize(std::string_view name, const TextLimits& limits) {
  if (name.size() > limits.name_bytes)
    return limit_error("text_name_bytes", limits.name_bytes, "a name of " + std::to_string(name.size()) + " bytes");
  auto points = decode_utf8(name);
  if (!points) return points.error();
  if (const auto checked = check(*points, limits); !checked) return checked.error();
  auto folded = folded_form(*std::move(points), limits);
  if (!folded) return folded.error();

  NormalForm form;
  form.original = name;
  form.folded = *std::move(folded);
  Stretches stretches = stretches_of(form.folded);
  form.parts = parts_of(stretches);
  form.skeleton = std::move(stretches.points);
  split_generic_tails(form.parts);
  mark_generic_words(form.parts);
  fill_views(form);
  return form;
}

}  // namespace marque
