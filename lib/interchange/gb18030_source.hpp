#pragma once

#include <string>

#include "interchange/block_buffer.hpp"

namespace marque {

/// A source in GB 18030, or in GBK or GB 2312, which it contains, as UTF-8, a block at a time. Characters are mapped one to one, so that
/// to_gb18030() gives the source's bytes back. ErrorCode::invalid_text where a sequence is none.
class Gb18030Source final : public ByteSource {
 public:
  explicit Gb18030Source(BlockBuffer from) : from_(std::move(from)) {}
  Result<std::size_t> read(char* to, std::size_t size) override;

 private:
  BlockBuffer from_;
  std::string ready_;  ///< of which the first bytes are handed out
  std::size_t handed_out_ = 0;
};

}  // namespace marque
