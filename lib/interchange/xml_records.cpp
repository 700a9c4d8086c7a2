#include "interchange/record_sources.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

#include "interchange/entry_parts.hpp"
#include "interchange/gb18030_source.hpp"
#include "interchange/xml_parser.hpp"
#include "interchange/xml_vocabulary.hpp"
#include "text/gb18030.hpp"

namespace marque {
namespace {

/// Whether an XML declaration names GB 18030 or what it contains, none of which Expat knows.
bool names_gb18030(std::string_view start) {
  const std::string_view declaration = start.substr(0, start.find("?>"));
  const std::size_t at = declaration.find("encoding");
  if (!start.starts_with("<?xml") || at == std::string_view::npos) return false;
  std::string name;
  for (const char c : declaration.substr(at + 8))
    if (c >= 'a' && c <= 'z') name.push_back(static_cast<char>(c - 'a' + 'A'));
    else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) name.push_back(c);
    else if (!name.empty() && (c == '"' || c == '\'')) break;
  return name == "GB2312" || name == "GBK" || name == "GB18030" || name == "CP936" || name == "XGBK";
}

/// Finds the records of a document, builds one tree at a time and has its vocabulary read it.
class XmlRecords final : public RecordReader, private XmlHandler {
 public:
  /// `of_gb18030`: the buffer holds the UTF-8 form of such a source.
  XmlRecords(BlockBuffer buffer, std::string name, std::optional<RecordFormat> format, const DocumentLimits& limits, bool of_gb18030)
      : buffer_(std::move(buffer)), name_(std::move(name)), format_(format), limits_(limits), of_gb18030_(of_gb18030), parser_(*this, limits, of_gb18030) {}

  Result<std::optional<ReadRecord>> next() override {
    while (ready_.empty() && !ended_)
      if (const Result<void> read = read_on(); !read) {
        ended_ = true;
        fault_ = read.error().in_file(name_);
      }
    if (ready_.empty()) return fault_ ? Result<std::optional<ReadRecord>>(*fault_) : std::optional<ReadRecord>{};
    std::optional<ReadRecord> record = std::move(ready_.front());
    ready_.pop_front();
    return record;
  }

  std::uint64_t bytes_read() const noexcept override {
    const std::uint64_t read = buffer_.consumed() + fed_;
    return of_gb18030_ ? std::min(read, buffer_.total()) : read;
  }
  std::uint64_t bytes_total() const noexcept override { return buffer_.total(); }

 private:
  static constexpr std::size_t outside = static_cast<std::size_t>(-1);

  /// Feeds a block. What lies before the record that is open is let go of afterwards.
  Result<void> read_on() {
    if (fed_ == buffer_.window().size()) {
      const Result<bool> more = buffer_.grow();
      if (!more) return more.error();
      if (!*more) return finish();
    }
    const std::string_view block = buffer_.window().substr(fed_);
    fed_ += block.size();
    if (const Result<void> done = parser_.feed(block, false); !done) return done;
    const bool is_open = within_ != outside;
    if (is_open && !cut_ && fed_ - (begin_ - buffer_.consumed()) > limits_.dom_bytes) cut_short();
    // A start tag may be cut in two by the block's end.
    const std::uint64_t needed = is_open && !cut_ ? begin_ : std::max(parser_.position(), buffer_.consumed());
    const auto passed = std::min(fed_, static_cast<std::size_t>(needed - buffer_.consumed()));
    buffer_.consume(passed);
    fed_ -= passed;
    return {};
  }

  Result<void> finish() {
    if (const Result<void> done = parser_.feed({}, true); !done) return done;
    flush();
    ended_ = true;
    if (row_ == 0 && passed_over_)
      return Error{ErrorCode::unsupported, "the XML holds no records of " + std::string(marque::name_of(*format_))};
    return {};
  }

  /// A record too long to keep: its beginning stands for it.
  void cut_short() {
    spoil(limit_error("record_bytes", limits_.dom_bytes, "the record is too long"));
    cut_ = std::string(buffer_.window().substr(static_cast<std::size_t>(begin_ - buffer_.consumed()), limits_.dom_bytes));
  }

  void start(const XmlName& name, const std::vector<std::pair<XmlName, std::string_view>>& attributes,
             std::uint64_t begin, const std::optional<Error>& too_large) override {
    ++depth_;
    if (depth_ == 1) {
      root_known_ = may_hold_records(name.space, name.local);
      if (!root_known_)
        return parser_.stop(Error{ErrorCode::unsupported, "no known vocabulary begins with the element \"" +
                                                              std::string(name.local.substr(0, 80)) + '"'});
    }
    if (within_ == outside) return start_outside(name, begin, too_large);
    if (skipped_ != 0 || !is_known_namespace_of(name.space)) {
      ++skipped_;
      return;
    }
    if (too_large) spoil(*too_large);
    if (fault_of_record_) {
      ++skipped_;
      return;
    }
    if (tree_.open_children() >= limits_.children) {
      spoil(limit_error("children", limits_.children, "an element has too many children"));
      ++skipped_;
      return;
    }
    tree_.open(name.local);
    for (const auto& [attribute, value] : attributes) tree_.attribute(attribute.local, value);
  }

  void start_outside(const XmlName& name, std::uint64_t begin, const std::optional<Error>& too_large) {
    if (vocabulary_ && name.local == vocabulary_->group) {
      flush();
      in_group_ = 0;
    }
    if (held_ && vocabulary_ && name.local == vocabulary_->trailer && in_group_ == 1) {
      within_ = depth_ - 1;
      begin_ = begin;
      tree_.reopen_root();
      tree_.open(name.local);
      return;
    }
    const XmlVocabulary* found = vocabulary_of_record(name.space, name.local);
    if (found && format_ && *format_ != found->format) passed_over_ = true;
    if (!found || (format_ && *format_ != found->format)) return;
    flush();
    vocabulary_ = found;
    within_ = depth_ - 1;
    begin_ = begin;
    ++in_group_;
    tree_.clear();
    tree_.open(name.local);
    if (too_large) spoil(*too_large);
  }

  bool is_known_namespace_of(std::string_view space) {
    if (space.data() != last_space_.data() || space.size() != last_space_.size()) {
      last_space_ = space;
      last_known_ = is_known_namespace(space);
    }
    return last_known_;
  }

  void text(std::string_view part) override {
    if (within_ == outside || skipped_ != 0 || fault_of_record_) return;
    if (tree_.open_text_bytes() + part.size() > limits_.string_bytes)
      return spoil(limit_error("string_bytes", limits_.string_bytes, "the text of an element is too long"));
    tree_.text(of_gb18030_ ? renewed_2022(part) : part);
  }

  void end(std::uint64_t end) override {
    --depth_;
    if (within_ == outside) return;
    if (depth_ == within_) {
      within_ = outside;
      keep_bytes(end);
      held_ = true;
      skipped_ = 0;
      if (!fault_of_record_) tree_.close();
      if (vocabulary_->trailer.empty()) flush();
      return;
    }
    if (skipped_ != 0)
      --skipped_;
    else
      tree_.close();
  }

  void spoil(Error error) {
    if (!fault_of_record_) fault_of_record_ = std::move(error);
  }

  /// Hands on the record that is held.
  void flush() {
    if (!std::exchange(held_, false)) return;
    if (of_gb18030_) bytes_ = to_gb18030(bytes_);
    ReadRecord record{++row_, std::exchange(bytes_, {}), Error{ErrorCode::internal, "the record was not read"}};
    record.tells_anew = true;
    if (fault_of_record_)
      record.entry = *fault_of_record_;
    else
      vocabulary_->read(tree_.root(), record);
    fault_of_record_.reset();
    keep_within(record.entry, limits_);
    if (!record.entry) record.entry = record.entry.error().in_file(name_).in_record(row_);
    for (Error& warning : record.warnings) warning = warning.in_file(name_).in_record(row_);
    if (record.lacking) record.lacking = record.lacking->in_file(name_).in_record(row_);
    ready_.push_back(std::move(record));
  }

  void keep_bytes(std::uint64_t end) {
    if (cut_) {
      bytes_ += *cut_;
      cut_.reset();
      return;
    }
    if (end - begin_ > limits_.dom_bytes) {
      cut_short();
      return keep_bytes(end);
    }
    const auto begin = static_cast<std::size_t>(begin_ - buffer_.consumed());
    bytes_ += buffer_.window().substr(begin, static_cast<std::size_t>(end - begin_));
  }

  BlockBuffer buffer_;
  std::string name_;
  std::optional<RecordFormat> format_;
  DocumentLimits limits_;
  bool of_gb18030_;
  XmlParser parser_;

  std::size_t fed_ = 0;            ///< of the buffer's window
  std::size_t depth_ = 0;          ///< elements open
  std::size_t within_ = outside;   ///< depth at which the open record ends
  std::size_t skipped_ = 0;        ///< open elements within it that are not taken
  std::uint64_t begin_ = 0;        ///< where the open record, or its trailer, begins
  std::string bytes_;              ///< of the record that is held
  std::size_t in_group_ = 0;       ///< records of the open group
  bool held_ = false;              ///< a record ended, and a trailer may follow
  bool root_known_ = false, passed_over_ = false, ended_ = false, last_known_ = true;
  std::string_view last_space_;
  const XmlVocabulary* vocabulary_ = nullptr;
  XmlTree tree_;
  std::optional<Error> fault_of_record_, fault_;
  std::optional<std::string> cut_;
  std::deque<ReadRecord> ready_;
  std::uint64_t row_ = 0;
};

}  // namespace

Result<std::unique_ptr<RecordReader>> xml_records(BlockBuffer buffer, std::string name,
                                                  std::optional<RecordFormat> format, const DocumentLimits& limits) {
  const bool of_gb18030 = names_gb18030(buffer.window());
  if (of_gb18030) {
    const std::uint64_t total = buffer.total();
    buffer = BlockBuffer::from(std::make_unique<Gb18030Source>(std::move(buffer)), total);
  }
  return std::unique_ptr<RecordReader>(
      std::make_unique<XmlRecords>(std::move(buffer), std::move(name), format, limits, of_gb18030));
}

}  // namespace marque
