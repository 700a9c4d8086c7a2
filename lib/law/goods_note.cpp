#include "marque/law/goods_note.hpp"

#include <array>

#include "law/table_text.hpp"

namespace marque {
namespace {

using Text = std::u32string_view;

constexpr std::array<std::string_view, 5> kind_names{"similar", "not_similar", "cross_search", "protected_item", "moved"};

/// The words that end a statement, the longest first.
struct Terminator {
  Text word;
  NoteKind kind;
};
constexpr std::array<Terminator, 10> terminators{{
    {U"互为类似商品", NoteKind::similar},
    {U"互为类似服务", NoteKind::similar},
    {U"不判为类似", NoteKind::not_similar},
    {U"交叉检索", NoteKind::cross_search},
    {U"互为类似", NoteKind::similar},
    {U"不类似", NoteKind::not_similar},
    {U"移入", NoteKind::moved},
    {U"移至", NoteKind::moved},
    {U"转入", NoteKind::moved},
    {U"类似", NoteKind::similar},
}};

constexpr std::array<Text, 3> not_the_verb{U"类似群", U"类似商品", U"类似服务"};
constexpr std::array<Text, 2> protected_heads{U"跨类似群保护商品", U"跨类似群保护服务"};

bool is_one_of(char32_t c, Text set) { return set.find(c) != Text::npos; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

Text trimmed(Text text) {
  constexpr Text blank = U" \t　，,、；;。.．:：\r\n";
  while (!text.empty() && is_one_of(text.front(), blank)) text.remove_prefix(1);
  while (!text.empty() && is_one_of(text.back(), blank)) text.remove_suffix(1);
  return text;
}

/// Full-width digits and letters as ASCII.
std::u32string folded(Text text) {
  std::u32string out(text);
  for (char32_t& c : out)
    if (c >= 0xFF10 && c <= 0xFF19) c = U'0' + (c - 0xFF10);
  return out;
}

/// 一 … 九十九, or digits; 0 where it is neither.
int number_of(Text text) {
  constexpr Text digits = U"零一二三四五六七八九";
  if (text.empty()) return 0;
  int value = 0, last = 0;
  for (const char32_t c : text) {
    if (is_digit(c)) last = last * 10 + static_cast<int>(c - U'0');
    else if (const auto at = digits.find(c); at != Text::npos) last = static_cast<int>(at);
    else if (c == U'十') { value += (last == 0 ? 1 : last) * 10; last = 0; }
    else return 0;
    if (value + last > 99) return 0;
  }
  return value + last;
}

/// Clauses: cut at ；; 。 and line ends outside brackets, `1.` `（2）` `3、` before them dropped.
std::vector<Text> clauses_of(Text text) {
  std::vector<Text> clauses;
  int depth = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool end = i == text.size();
    if (!end && is_one_of(text[i], U"（(")) ++depth;
    if (!end && is_one_of(text[i], U"）)") && depth > 0) --depth;
    const bool number_follows = !end && depth == 0 && is_digit(text[i]) && i > start && i + 1 < text.size() &&
                                is_one_of(text[i + 1], U".．") && is_one_of(text[i - 1], U" 　\t");
    if (!end && !number_follows && !(depth == 0 && is_one_of(text[i], U"；;。\n"))) continue;
    if (const Text clause = trimmed(text.substr(start, i - start)); !clause.empty()) clauses.push_back(clause);
    start = end || number_follows ? i : i + 1;
  }
  return clauses;
}

Text without_number(Text clause) {
  std::size_t i = 0;
  while (i < clause.size() && i < 2 && is_digit(clause[i])) ++i;
  if (i > 0 && i < clause.size() && is_one_of(clause[i], U".．、")) return trimmed(clause.substr(i + 1));
  return clause;
}

bool starts_with_any(Text text, const auto& words) {
  for (const Text word : words)
    if (text.starts_with(word)) return true;
  return false;
}

/// Reads one side from the front: a group, a class, sections, names.
class SideReader {
 public:
  SideReader(Text text, const NoteSide& home) : rest_(trimmed(text)), home_(home) {}

  int edition() const { return edition_; }
  bool apart() const { return apart_; }

  std::vector<NoteSide> read() {
    read_edition();
    std::vector<NoteSide> sides;
    NoteSide side = home_;
    side.items.clear();
    bool open = false;
    while (!(rest_ = trimmed(rest_)).empty()) {
      if (const auto group = take_group()) {
        if (open) sides.push_back(side);
        side = NoteSide{group->nice_class(), *group, 0, {}};
        open = true;
      } else if (const auto nice_class = take_class()) {
        if (open) sides.push_back(side);
        side = NoteSide{*nice_class, {}, 0, {}};
        open = true;
      } else if (const int section = take_section()) {
        if (open && (side.section != 0 || !side.items.empty())) {
          sides.push_back(side);
          side.items.clear();
        }
        side.section = section;
        open = true;
      } else if (take_filler()) {
        open = true;
      } else {
        const Text name = take_name();
        if (name.empty()) continue;  // a joint alone; take_name() has passed it
        side.items.push_back(encode_utf8(name));
        open = true;
      }
    }
    if (open) sides.push_back(side);
    return sides;
  }

 private:
  void read_edition() {
    for (const Text tail : {Text(U"版及以前版本"), Text(U"版以前版本"), Text(U"版及以前各版"), Text(U"版及以前"), Text(U"版")}) {
      const std::size_t at = rest_.find(tail);
      if (at == Text::npos || at > 4) continue;
      Text number = rest_.substr(0, at);
      if (number.starts_with(U"第")) number.remove_prefix(1);
      if ((edition_ = number_of(number)) == 0) continue;
      rest_.remove_prefix(at + tail.size());
      if (rest_.starts_with(U"的")) rest_.remove_prefix(1);
      return;
    }
  }

  std::optional<SimilarGroup> take_group() {
    if (rest_.size() < 4) return {};
    for (std::size_t i = 0; i < 4; ++i)
      if (!is_digit(rest_[i])) return {};
    if (rest_.size() > 4 && is_digit(rest_[4])) return {};
    const auto group = SimilarGroup::parse(encode_utf8(rest_.substr(0, 4)));
    if (!group) return {};
    rest_.remove_prefix(4);
    for (const Text filler : {Text(U"类似群"), Text(U"群组"), Text(U"群")})
      if (rest_.starts_with(filler)) { rest_.remove_prefix(filler.size()); break; }
    return *group;
  }

  std::optional<NiceClass> take_class() {
    Text text = rest_;
    if (text.starts_with(U"第")) text.remove_prefix(1);
    const std::size_t at = text.find(U'类');
    if (at == Text::npos || at == 0 || at > 3) return {};
    const auto nice_class = NiceClass::make(number_of(text.substr(0, at)));
    if (!nice_class) return {};
    rest_ = text.substr(at + 1);
    return *nice_class;
  }

  /// 第（一）部分, （一）部分, and 第（一）、（二）部分 one after another.
  int take_section() {
    Text text = rest_;
    if (text.starts_with(U"第")) text.remove_prefix(1);
    const bool bracket = !text.empty() && is_one_of(text.front(), U"（(");
    if (bracket) text.remove_prefix(1);
    const std::size_t close = bracket ? text.find_first_of(U"）)") : text.find(U"部分");
    if (close == Text::npos || close == 0 || close > 3) return 0;
    const int section = number_of(text.substr(0, close));
    if (section == 0) return 0;
    text.remove_prefix(bracket ? close + 1 : close);
    const bool named = text.starts_with(U"部分");
    const bool listed = is_one_of(text.empty() ? U' ' : text.front(), U"、，,和及与（(") && text.find(U"部分") != Text::npos;
    if (!named && !listed) return 0;
    if (named) text.remove_prefix(2);
    rest_ = text;
    return section;
  }

  bool take_filler() {
    for (const Text apart : {Text(U"各部分之间"), Text(U"各部分间")})
      if (rest_.starts_with(apart)) {
        rest_.remove_prefix(apart.size());
        apart_ = true;
        return true;
      }
    for (const Text filler : {Text(U"本类似群"), Text(U"本部分"), Text(U"本类"), Text(U"所有商品"), Text(U"其他商品"), Text(U"全部商品"), Text(U"的商品"),
                              Text(U"商品之间"), Text(U"服务之间"), Text(U"之间"), Text(U"均"), Text(U"的")})
      if (rest_.starts_with(filler)) {
        rest_.remove_prefix(filler.size());
        return true;
      }
    if (rest_ == U"商品" || rest_ == U"服务") {
      rest_ = {};
      return true;
    }
    for (const char32_t joint : {U'和', U'及', U'与'})
      if (rest_.front() == joint && rest_.size() > 1 && (is_digit(rest_[1]) || is_one_of(rest_[1], U"第（("))) {
        rest_.remove_prefix(1);
        return true;
      }
    return false;
  }

  Text take_name() {
    int depth = 0;
    std::size_t end = 0;
    for (; end < rest_.size(); ++end) {
      const char32_t c = rest_[end];
      if (is_one_of(c, U"（(")) ++depth;
      if (is_one_of(c, U"）)")) --depth;
      if (depth > 0) continue;
      if (is_one_of(c, U"，,、；;")) break;
      const bool group_follows = end > 0 && is_digit(c) && !is_digit(rest_[end - 1]) && end + 4 <= rest_.size() &&
                                 is_digit(rest_[end + 1]) && is_digit(rest_[end + 2]) && is_digit(rest_[end + 3]);
      if (group_follows) break;
    }
    Text name = trimmed(rest_.substr(0, end));
    rest_.remove_prefix(end);
    while (!name.empty() && is_one_of(name.back(), U"和及与均")) name.remove_suffix(1);
    for (const Text tail : {Text(U"商品之间"), Text(U"服务之间"), Text(U"等商品"), Text(U"等服务")})
      if (name.ends_with(tail)) name.remove_suffix(tail.size());
    return name;
  }

  Text rest_;
  NoteSide home_;
  int edition_ = 0;
  bool apart_ = false;
};

/// 名称（0102，0115）、… : each name with the groups it is protected in.
bool read_protected(Text text, const NoteSide& home, std::vector<GoodsNote>& notes, const std::string& clause) {
  bool any = false;
  while (!(text = trimmed(text)).empty()) {
    // The groups stand in the last bracket before the next item; a bracket without digits belongs to the name.
    std::size_t open = 0, close = 0;
    for (;;) {
      open = text.find_first_of(U"（(", open);
      if (open == Text::npos) return false;
      close = text.find_first_of(U"）)", open);
      if (close == Text::npos) return false;
      if (open + 1 < close && is_digit(text[open + 1])) break;
      open = close + 1;
    }
    const Text name = trimmed(text.substr(0, open));
    SideReader groups(text.substr(open + 1, close - open - 1), home);
    if (name.empty()) return false;
    for (const NoteSide& side : groups.read()) {
      if (!side.group) return false;
      NoteSide item = home;
      item.section = 0;
      item.items = {encode_utf8(name)};
      notes.push_back({NoteKind::protected_item, item, side, 0, false, clause});
      any = true;
    }
    text.remove_prefix(close + 1);
  }
  return any;
}

struct Found {
  std::size_t at = Text::npos;
  const Terminator* terminator = nullptr;
};

Found first_terminator(Text text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const Text here = text.substr(at);
    for (const Terminator& t : terminators) {
      if (!here.starts_with(t.word)) continue;
      if (t.kind == NoteKind::similar && starts_with_any(here, not_the_verb)) break;
      return {at, &t};
    }
  }
  return {};
}

/// The goods that moved, without the edition that moved them: 本类似群第十一版时豆粉 is 本类似群豆粉.
std::u32string without_edition(Text statement) {
  const std::size_t end = statement.find(U"版时"), begin = statement.rfind(U'第', end);
  if (end == Text::npos || begin == Text::npos || number_of(statement.substr(begin + 1, end - begin - 1)) == 0) return std::u32string(statement);
  return std::u32string(statement.substr(0, begin)) + std::u32string(statement.substr(end + 2));
}

/// `A移入0407类似群，B移入0408类似群`: reads up to the first target and takes it from the text.
bool read_move(Text statement, Text& text, const NoteSide& home, std::vector<GoodsNote>& notes, const std::string& clause) {
  const std::size_t cut = first_terminator(text).terminator != nullptr ? text.find_first_of(U"，,、") : text.size();
  if (cut == Text::npos) return false;
  const std::u32string goods = without_edition(statement);
  SideReader from(goods, home), to(text.substr(0, cut), home);
  const auto left = from.read(), right = to.read();
  if (left.empty() || right.size() != 1 || !right.front().group) return false;
  for (const NoteSide& side : left) notes.push_back({NoteKind::moved, side, right.front(), from.edition(), false, clause});
  text.remove_prefix(cut);
  return true;
}

/// `A与B类似，与C交叉检索`: the first side holds for what follows.
bool read_statements(Text text, const NoteSide& home, std::vector<GoodsNote>& notes, const std::string& clause) {
  std::vector<NoteSide> subject;
  bool apart = false, any = false;
  while (!(text = trimmed(text)).empty()) {
    if (any && text.starts_with(U"但")) text.remove_prefix(1);
    const Found found = first_terminator(text);
    if (found.terminator == nullptr) return false;
    Text statement = text.substr(0, found.at);
    text.remove_prefix(found.at + found.terminator->word.size());
    const NoteKind kind = found.terminator->kind;
    std::size_t joint = Text::npos;
    if (kind == NoteKind::moved) {
      if (!read_move(statement, text, home, notes, clause)) return false;
      any = true;
      continue;
    }
    // The joint is the first 与 or 和 after which something is named; 与 that opens the statement repeats the subject.
    if (statement.starts_with(U"与") || statement.starts_with(U"和")) joint = 0;
    else joint = statement.find(U'与');
    Text left = joint == Text::npos ? statement : statement.substr(0, joint);
    Text right = joint == Text::npos ? Text{} : statement.substr(joint + 1);
    if (!trimmed(left).empty()) {
      SideReader reader(left, home);
      subject = reader.read();
      apart = reader.apart();
      if (reader.edition() != 0) return false;
    }
    if (subject.empty()) subject = {home};
    if (right.empty()) {
      // 各部分之间商品不类似, 第（一）部分商品类似: among themselves.
      if (apart && kind == NoteKind::not_similar) notes.push_back({kind, subject.front(), subject.front(), 0, true, clause});
      else if (subject.size() >= 2) {
        for (std::size_t i = 0; i < subject.size(); ++i)
          for (std::size_t j = i + 1; j < subject.size(); ++j) notes.push_back({kind, subject[i], subject[j], 0, false, clause});
      } else if (!apart && subject.front().items.size() >= 2) notes.push_back({kind, subject.front(), subject.front(), 0, false, clause});
      else return false;
    } else {
      SideReader reader(right, home);
      const auto others = reader.read();
      if (others.empty()) return false;
      for (const NoteSide& a : subject)
        for (const NoteSide& b : others) notes.push_back({kind, a, b, reader.edition(), false, clause});
    }
    any = true;
  }
  return any;
}

/// A clause that takes something out (除…外), or speaks of paragraphs 自然段 within a section, which no file tells, says more than its
/// sides: it is not read as if it did not.
bool says_more(Text clause) {
  const std::size_t at = clause.find(U'除');
  return (at != Text::npos && clause.find(U'外', at) != Text::npos) || clause.find(U"自然段") != Text::npos;
}

}  // namespace

std::string_view name_of(NoteKind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }

std::vector<GoodsNote> parse_goods_note(std::string_view text, const NoteSide& home, std::vector<Error>& bad) {
  std::vector<GoodsNote> notes;
  const auto points = decode_utf8(text);
  if (!points) {
    bad.push_back({ErrorCode::invalid_text, "the note is not UTF-8", {}});
    return notes;
  }
  const std::u32string whole = folded(*points);
  Text rest = trimmed(whole);
  if (rest.starts_with(U"注")) rest = trimmed(rest.substr(1));
  bool protecting = false;  // the items of a list go on after its ；
  for (Text clause : clauses_of(rest)) {
    clause = without_number(clause);
    if (clause.empty()) continue;
    const std::string shown = encode_utf8(clause);
    std::vector<GoodsNote> read;
    const bool head = starts_with_any(clause, protected_heads);
    protecting = head || (protecting && first_terminator(clause).terminator == nullptr);
    bool understood = false;
    if (protecting)
      understood = read_protected(head ? clause.substr(protected_heads.front().size()) : clause, home, read, shown);
    else if (!says_more(clause))
      understood = read_statements(clause, home, read, shown);
    if (understood) notes.insert(notes.end(), read.begin(), read.end());
    else bad.push_back({ErrorCode::malformed, "the note \"" + shown + "\" is not understood and has no effect", {}});
  }
  return notes;
}

}  // namespace marque
