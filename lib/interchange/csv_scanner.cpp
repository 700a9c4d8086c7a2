#include "interchange/csv_scanner.hpp"

#include <algorithm>

namespace marque {
namespace {

bool is_gb_lead(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x81 && byte <= 0xFE;
}

bool is_gb_trail(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x40 && byte != 0x7F && byte != 0xFF);
}

/// One scan: where it stands, and what it has found.
class Scan {
 public:
  Scan(std::string_view bytes, bool last, char delimiter, Charset charset, const DocumentLimits& limits, CsvScan& to)
      : bytes_(bytes), last_(last), delimiter_(delimiter), gb_(charset == Charset::gb18030), limits_(limits), to_(to) {
    to_ = CsvScan{};
  }

  void run() {
    do {
      to_.fields.emplace_back();
      if (at_ < bytes_.size() && bytes_[at_] == '"' ? !quoted() : !plain()) return;
    } while (next_field());
  }

 private:
  // Both give false where the record ends within the field: bytes ran out, or quoting went wrong.
  bool plain() {
    if (!gb_) take_run([this](char c) { return c == delimiter_ || c == '\n' || c == '\r' || c == '\0'; });
    while (at_ < bytes_.size() && bytes_[at_] != delimiter_ && bytes_[at_] != '\n' && bytes_[at_] != '\r') take();
    return true;
  }

  bool quoted() {
    const auto take_plainly = [this] {
      if (!gb_) take_run([](char c) { return c == '"' || c == '\0'; });
    };
    ++at_;
    for (take_plainly(); at_ < bytes_.size(); take(), take_plainly()) {
      if (bytes_[at_] != '"') continue;
      if (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '"') {
        ++at_;
        continue;
      }
      if (at_ + 1 == bytes_.size() && !last_) return false;
      ++at_;
      return closed() || lose("text stands behind a closing quote");
    }
    return last_ ? lose("a quote is not closed") : false;
  }

  bool closed() const {
    return at_ == bytes_.size() || bytes_[at_] == delimiter_ || bytes_[at_] == '\n' || bytes_[at_] == '\r';
  }

  bool lose(const char* why) {
    to_.error = Error{ErrorCode::malformed, why}.at_offset(at_);
    to_.lost = true;
    to_.end = CsvScan::End::record;
    to_.length = at_;
    return false;
  }

  void take() {
    if (bytes_[at_] == '\0' && !to_.error) blame(Error{ErrorCode::malformed, "a NUL byte stands in the record"});
    append(bytes_[at_++]);
    if (gb_ && is_gb_lead(bytes_[at_ - 1]) && at_ < bytes_.size() && is_gb_trail(bytes_[at_])) append(bytes_[at_++]);
  }

  /// Takes what stands before the first byte that needs a look, as far as the limit allows; single bytes are one character's.
  template <class Stops>
  void take_run(Stops&& stops) {
    const std::size_t room = limits_.string_bytes - std::min(limits_.string_bytes, to_.fields.back().size());
    const std::size_t most = at_ + std::min(room, bytes_.size() - at_);
    std::size_t end = at_;
    while (end < most && !stops(bytes_[end])) ++end;
    to_.fields.back().append(bytes_.substr(at_, end - at_));
    at_ = end;
  }

  void append(char c) {
    if (to_.fields.back().size() < limits_.string_bytes)
      to_.fields.back().push_back(c);
    else if (!to_.error)
      blame(Error{ErrorCode::limit_exceeded,
                  "a field is longer than " + std::to_string(limits_.string_bytes) + " bytes"});
  }

  void blame(const Error& error) { to_.error = error.at_offset(at_); }

  // Past a delimiter there is another field; a line break or the end closes the record.
  bool next_field() {
    if (at_ == bytes_.size()) {
      if (last_) finish(0);
      return false;
    }
    if (bytes_[at_] != delimiter_) {
      // A CR that ends the bytes may be half of a CRLF.
      if (bytes_[at_] == '\r' && at_ + 1 == bytes_.size() && !last_) return false;
      finish(line_break_at(bytes_, at_));
      return false;
    }
    ++at_;
    if (to_.fields.size() < limits_.columns) return true;
    if (!to_.error)
      blame(Error{ErrorCode::limit_exceeded, "there are more than " + std::to_string(limits_.columns) + " columns"});
    to_.fields.pop_back();
    return true;
  }

  void finish(std::size_t line_break) {
    to_.end = CsvScan::End::record;
    to_.length = at_;
    to_.line_break = line_break;
  }

  std::string_view bytes_;
  bool last_;
  char delimiter_;
  bool gb_;
  const DocumentLimits& limits_;
  CsvScan& to_;
  std::size_t at_ = 0;
};

}  // namespace

std::size_t line_break_at(std::string_view bytes, std::size_t at) noexcept {
  if (at >= bytes.size()) return 0;
  if (bytes[at] == '\n') return 1;
  if (bytes[at] != '\r') return 0;
  return at + 1 < bytes.size() && bytes[at + 1] == '\n' ? 2 : 1;
}

void CsvScanner::scan(std::string_view bytes, bool last, CsvScan& to) const {
  Scan(bytes, last, delimiter_, charset_, limits_, to).run();
}

}  // namespace marque
