#include "text/gunzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace marque {

namespace {

constexpr std::size_t first_guess = 3;  // prose unpacks to about three times its size
constexpr std::size_t least_room = 4096;

/// An inflate state that ends with its scope.
struct Inflater {
  z_stream stream{};
  bool ready = inflateInit2(&stream, 16 + MAX_WBITS) == Z_OK;  // 16: gzip, nothing else

  Inflater() = default;
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() {
    if (ready) inflateEnd(&stream);
  }
};

uInt piece(std::size_t size) {
  return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

}  // namespace

bool is_gzip(std::string_view bytes) noexcept { return bytes.starts_with("\x1f\x8b"); }

Result<std::string> gunzip(std::string_view bytes, std::size_t most) {
  Inflater inflater;
  if (!inflater.ready) return Error{ErrorCode::out_of_memory, "no memory to unpack gzip"};
  z_stream& stream = inflater.stream;
  std::string text;
  std::size_t read = 0, written = 0;
  for (;;) {
    if (written == text.size()) {
      if (written > most) return Error{ErrorCode::limit_exceeded, "unpacks to more than " + std::to_string(most) + " bytes"};
      text.resize(std::min(most + 1, std::max({2 * text.size(), first_guess * bytes.size(), least_room})));
    }
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + read));
    stream.avail_in = piece(bytes.size() - read);
    stream.next_out = reinterpret_cast<Bytef*>(text.data() + written);
    stream.avail_out = piece(text.size() - written);
    const uInt in = stream.avail_in, out = stream.avail_out;
    const int status = inflate(&stream, Z_NO_FLUSH);
    read += in - stream.avail_in;
    written += out - stream.avail_out;
    const bool member_ends = status == Z_STREAM_END;
    if (member_ends && read == bytes.size() && written <= most) {
      text.resize(written);
      return text;
    }
    if (member_ends && read < bytes.size()) {
      inflateReset(&stream);
    } else if (status != Z_OK && status != Z_BUF_ERROR && !member_ends) {
      return Error{ErrorCode::corrupt, "damaged gzip data"}.at_offset(read);
    } else if (read == bytes.size() && stream.avail_out > 0) {
      return Error{ErrorCode::corrupt, "gzip data that ends too early"}.at_offset(read);
    }
  }
}

}  // namespace marque
