#include "interchange/gb18030_source.hpp"

#include <algorithm>

#include "text/gb18030.hpp"

namespace marque {
namespace {

/// How many bytes at the start are whole sequences.
std::size_t whole_in(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t length = 1;
    if (static_cast<unsigned char>(bytes[at]) >= 0x81) {
      if (at + 1 == bytes.size()) return at;
      const bool four = bytes[at + 1] >= '0' && bytes[at + 1] <= '9';
      length = four ? 4 : 2;
    }
    if (at + length > bytes.size()) return at;
    at += length;
  }
  return bytes.size();
}

}  // namespace

Result<std::size_t> Gb18030Source::read(char* to, std::size_t size) {
  while (handed_out_ == ready_.size()) {
    const Result<bool> more = from_.grow();
    if (!more) return more.error();
    const std::string_view window = from_.window();
    if (window.empty()) return std::size_t{0};
    const std::size_t whole = *more ? whole_in(window) : window.size();
    Result<std::string> text = utf8_of_gb18030(window.substr(0, whole));
    if (!text) return text.error();
    ready_ = std::move(*text);
    handed_out_ = 0;
    from_.consume(whole);
  }
  const std::size_t count = std::min(size, ready_.size() - handed_out_);
  std::copy_n(ready_.data() + handed_out_, count, to);
  handed_out_ += count;
  return count;
}

}  // namespace marque
