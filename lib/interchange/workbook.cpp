#include "interchange/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <utility>

#include "interchange/xml_parser.hpp"
#include "marque/base/limits.hpp"
#include "marque/model/date.hpp"

namespace marque {
namespace {

using Attributes = std::vector<std::pair<XmlName, std::string_view>>;

std::string_view attribute_in(const Attributes& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first.local == name; });
  return found == attributes.end() ? std::string_view{} : found->second;
}

std::uint64_t count_in(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Calls functions for the elements of a part of the workbook.
class PartHandler final : public XmlHandler {
 public:
  std::function<void(std::string_view, const Attributes&)> on_start = [](auto, const auto&) {};
  std::function<void(std::string_view)> on_end = [](auto) {};
  std::function<void(std::string_view)> on_text = [](auto) {};

  void start(const XmlName& name, const Attributes& attributes, std::uint64_t, const std::optional<Error>&) override {
    open_.push_back(name.local);
    on_start(name.local, attributes);
  }
  void end(std::uint64_t) override {
    on_end(open_.back());
    open_.pop_back();
  }
  void text(std::string_view part) override { on_text(part); }

 private:
  std::vector<std::string_view> open_;
};

/// What a workbook keeps beside its sheets.
struct Parts {
  bool since_1904 = false;
  std::string sheet = "xl/worksheets/sheet1.xml";
  std::vector<std::string> shared;
  std::vector<bool> is_day;  ///< of each cell format
};

/// Column of a cell reference such as `AB12`, from 0; none where it has no letters.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0, letters = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || letters == 4) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    ++letters;
  }
  return letters == 0 ? std::nullopt : std::optional(column - 1);
}

/// A whole number as its digits, `1.2345678E7` as well; else the text as it is.
std::string plain_number(const std::string& text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size()) return text;
  if (std::floor(value) != value || std::fabs(value) >= 1e15) return text;
  return std::to_string(static_cast<std::int64_t>(value));
}

bool is_built_in_day(std::uint64_t format) {
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36 ||
         (format >= 50 && format <= 54) || format == 57 || format == 58;
}

}  // namespace

std::optional<std::string> day_of_serial(double serial, bool since_1904) {
  if (!(serial >= 1) || serial > 2'958'465) return {};
  const int days = static_cast<int>(serial);
  // 1899-12-30 is day 0 of all days behind the false 29 February 1900.
  const std::int32_t epoch = since_1904 ? -24107 : -25569 + (days < 60 ? 1 : 0);
  return Date::from_days(epoch + days).to_string();
}

bool shows_a_day(std::string_view format) {
  if (format == "General") return false;
  bool quoted = false, bracket = false, year = false, day = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
      continue;
    }
    if (c == '[') bracket = true;
    if (c == ']') bracket = false;
    if (bracket) continue;
    if (c == ';') break;
    year = year || c == 'y' || c == 'Y' || c == 'e';
    day = day || c == 'd' || c == 'D';
  }
  return year || day;
}

struct Workbook::State final : private XmlHandler {
  std::shared_ptr<Archive> archive;
  DocumentLimits limits;
  Parts parts;
  std::optional<BlockBuffer> sheet;
  std::optional<XmlParser> parser;
  std::deque<Row> ready;
  bool ended = false;

  State(std::shared_ptr<Archive> from, const DocumentLimits& bounds) : archive(std::move(from)), limits(bounds) {}

  Result<void> open();
  Result<void> read_on();

 private:
  Result<void> read_part(const std::string& name, XmlParser& reader);
  Result<void> read_workbook();
  Result<void> read_shared_strings();
  Result<void> read_styles();

  void start(const XmlName& name, const Attributes& attributes, std::uint64_t begin, const std::optional<Error>& too_large) override;
  void end(std::uint64_t end) override;
  void text(std::string_view part) override;
  void close_cell();
  std::string value() const;

  std::vector<std::string_view> open_;
  Row row_;
  std::uint64_t last_number_ = 0;
  std::size_t column_ = 0;
  std::string type_, text_;
  std::size_t style_ = 0;
  bool in_row_ = false, in_cell_ = false, in_value_ = false;
};

Result<void> Workbook::State::read_part(const std::string& name, XmlParser& reader) {
  const ArchiveEntry* entry = archive->find(name);
  if (!entry) return {};
  Result<BlockBuffer> buffer = Archive::stream(archive, *entry);
  if (!buffer) return buffer.error();
  for (;;) {
    const Result<bool> more = buffer->grow();
    if (!more) return more.error();
    if (const Result<void> fed = reader.feed(buffer->window(), !*more); !fed) return fed;
    buffer->consume(buffer->window().size());
    if (!*more) return {};
  }
}

Result<void> Workbook::State::read_workbook() {
  std::string id, target;
  PartHandler book;
  book.on_start = [&](std::string_view name, const Attributes& attributes) {
    if (name == "workbookPr") {
      const std::string_view flag = attribute_in(attributes, "date1904");
      parts.since_1904 = flag == "1" || flag == "true";
    }
    // `id` of the relationship; a sheet's own number is `sheetId`.
    if (name == "sheet" && id.empty()) id = attribute_in(attributes, "id");
  };
  XmlParser book_reader(book, limits);
  if (const Result<void> read = read_part("xl/workbook.xml", book_reader); !read) return read;
  PartHandler links;
  links.on_start = [&](std::string_view name, const Attributes& attributes) {
    if (name == "Relationship" && attribute_in(attributes, "Id") == id) target = attribute_in(attributes, "Target");
  };
  XmlParser links_reader(links, limits);
  if (const Result<void> read = read_part("xl/_rels/workbook.xml.rels", links_reader); !read) return read;
  if (!target.empty()) parts.sheet = target.starts_with('/') ? target.substr(1) : "xl/" + target;
  return {};
}

Result<void> Workbook::State::read_shared_strings() {
  std::string item;
  std::size_t held = 0;
  bool in_text = false, phonetic = false;
  PartHandler strings;
  XmlParser reader(strings, limits);
  strings.on_start = [&](std::string_view name, const Attributes&) {
    if (name == "si") item.clear();
    if (name == "rPh") phonetic = true;  // how to read it, not what it says
    in_text = name == "t" && !phonetic;
  };
  strings.on_end = [&](std::string_view name) {
    in_text = false;
    if (name == "rPh") phonetic = false;
    if (name != "si") return;
    held += item.size() + sizeof(std::string);
    if (held > limits.shared_strings_bytes)
      return reader.stop(limit_error("shared_strings_bytes", limits.shared_strings_bytes, "the shared texts are too large"));
    parts.shared.push_back(item);
  };
  strings.on_text = [&](std::string_view part) {
    if (!in_text) return;
    if (item.size() + part.size() > limits.string_bytes)
      return reader.stop(limit_error("string_bytes", limits.string_bytes, "a text is too long"));
    item += part;
  };
  return read_part("xl/sharedStrings.xml", reader);
}

Result<void> Workbook::State::read_styles() {
  std::vector<std::pair<std::uint64_t, bool>> own;  // number formats of the workbook's own
  bool in_formats = false;
  PartHandler styles;
  styles.on_start = [&](std::string_view name, const Attributes& attributes) {
    if (name == "numFmt" && own.size() < limits.columns)
      own.emplace_back(count_in(attribute_in(attributes, "numFmtId")), shows_a_day(attribute_in(attributes, "formatCode")));
    if (name == "cellXfs") in_formats = true;
    if (name != "xf" || !in_formats || parts.is_day.size() >= 65'536) return;
    const std::uint64_t format = count_in(attribute_in(attributes, "numFmtId"));
    const auto known = std::find_if(own.begin(), own.end(), [&](const auto& o) { return o.first == format; });
    parts.is_day.push_back(known != own.end() ? known->second : is_built_in_day(format));
  };
  styles.on_end = [&](std::string_view name) {
    if (name == "cellXfs") in_formats = false;
  };
  XmlParser reader(styles, limits);
  return read_part("xl/styles.xml", reader);
}

Result<void> Workbook::State::open() {
  for (Result<void> (State::*read)() : {&State::read_workbook, &State::read_shared_strings, &State::read_styles})
    if (const Result<void> done = (this->*read)(); !done) return done;
  const ArchiveEntry* entry = archive->find(parts.sheet);
  if (!entry) return Error{ErrorCode::malformed, "the workbook has no sheet \"" + parts.sheet.substr(0, 200) + '"'};
  Result<BlockBuffer> buffer = Archive::stream(archive, *entry);
  if (!buffer) return buffer.error();
  sheet.emplace(std::move(*buffer));
  parser.emplace(static_cast<XmlHandler&>(*this), limits);
  return {};
}

Result<void> Workbook::State::read_on() {
  const Result<bool> more = sheet->grow();
  if (!more) return more.error();
  ended = !*more;
  if (const Result<void> fed = parser->feed(sheet->window(), ended); !fed) return fed;
  sheet->consume(sheet->window().size());
  return {};
}

void Workbook::State::start(const XmlName& name, const Attributes& attributes, std::uint64_t, const std::optional<Error>& too_large) {
  open_.push_back(name.local);
  if (name.local == "row") {
    const std::uint64_t number = count_in(attribute_in(attributes, "r"));
    row_ = Row{number != 0 ? number : last_number_ + 1, {}, {}};
    last_number_ = row_.number;
    column_ = 0;
    in_row_ = true;
  } else if (in_row_ && name.local == "c") {
    column_ = column_of(attribute_in(attributes, "r")).value_or(column_);
    type_ = attribute_in(attributes, "t");
    style_ = count_in(attribute_in(attributes, "s"));
    text_.clear();
    in_cell_ = true;
  } else if (in_cell_ && (name.local == "v" || name.local == "t")) {
    in_value_ = true;
  }
  if (in_row_ && too_large) row_.error = *too_large;
}

void Workbook::State::text(std::string_view part) {
  if (!in_value_) return;
  if (text_.size() + part.size() > limits.string_bytes) {
    if (!row_.error)
      row_.error = limit_error("string_bytes", limits.string_bytes, "a cell is too long");
    return;
  }
  text_ += part;
}

void Workbook::State::end(std::uint64_t) {
  const std::string_view name = open_.back();
  open_.pop_back();
  if (name == "v" || name == "t") {
    in_value_ = false;
  } else if (name == "c" && in_cell_) {
    in_cell_ = false;
    close_cell();
  } else if (name == "row" && in_row_) {
    in_row_ = false;
    const bool is_blank = std::all_of(row_.cells.begin(), row_.cells.end(), [](const auto& cell) { return cell.empty(); });
    if (!is_blank || row_.error) ready.push_back(std::move(row_));
  }
}

void Workbook::State::close_cell() {
  if (column_ >= limits.columns) {
    if (!text_.empty() && !row_.error)
      row_.error = limit_error("columns", limits.columns, "there are too many columns");
    return;
  }
  if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
  row_.cells[column_++] = value();
}

std::string Workbook::State::value() const {
  if (type_ == "s") {
    const std::uint64_t index = count_in(text_);
    return !text_.empty() && index < parts.shared.size() ? parts.shared[index] : std::string{};
  }
  if (type_ == "e") return {};
  if (type_ == "inlineStr" || type_ == "str" || type_ == "d" || text_.empty()) return text_;
  if (style_ < parts.is_day.size() && parts.is_day[style_]) {
    double serial = 0;
    const auto [end, fault] = std::from_chars(text_.data(), text_.data() + text_.size(), serial);
    if (fault == std::errc{} && end == text_.data() + text_.size())
      if (std::optional<std::string> day = day_of_serial(serial, parts.since_1904)) return *day;
  }
  return plain_number(text_);
}

Workbook::Workbook(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workbook::~Workbook() = default;

Result<std::unique_ptr<Workbook>> Workbook::open(std::shared_ptr<Archive> archive, const DocumentLimits& limits) {
  auto state = std::make_unique<State>(std::move(archive), limits);
  if (const Result<void> opened = state->open(); !opened) return opened.error();
  return std::unique_ptr<Workbook>(new Workbook(std::move(state)));
}

Result<std::optional<Workbook::Row>> Workbook::next() {
  while (state_->ready.empty() && !state_->ended)
    if (const Result<void> read = state_->read_on(); !read) return read.error();
  if (state_->ready.empty()) return std::optional<Row>{};
  std::optional<Row> row = std::move(state_->ready.front());
  state_->ready.pop_front();
  return row;
}

std::uint64_t Workbook::bytes_read() const noexcept { return state_->sheet->consumed(); }
std::uint64_t Workbook::bytes_total() const noexcept { return state_->sheet->total(); }

}  // namespace marque
