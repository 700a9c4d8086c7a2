#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "interchange/block_buffer.hpp"

namespace marque {

/// Finds the objects that are records in a JSON text of any size: those of a list, however deep the list stands
/// (`[{…},{…}]`, `{"data":{"rows":[{…},{…}]}}`), or objects one after another. An object by itself that holds no list of
/// objects is a record.
class JsonObjects {
 public:
  JsonObjects(BlockBuffer buffer, const DocumentLimits& limits) : buffer_(std::move(buffer)), limits_(limits) {}

  /// The bytes of the next record, or nothing at the end. ErrorCode::malformed where the text around the records is no
  /// JSON, limit_exceeded where a record or the nesting passes a limit.
  Result<std::optional<std::string>> next();

  std::uint64_t bytes_read() const noexcept { return buffer_.consumed() + at_; }
  std::uint64_t bytes_total() const noexcept { return buffer_.total(); }

 private:
  Result<bool> more();
  Result<int> peek();
  Result<void> pass_string();
  Result<bool> wraps_list();
  Result<std::string> take_object();
  bool in_list() const { return !open_.empty() && open_.back() == '['; }

  BlockBuffer buffer_;
  DocumentLimits limits_;
  std::size_t at_ = 0;         ///< in the window
  std::string open_;           ///< brackets around the place
  bool any_list_ = false;      ///< a list of records was found: single objects are none any more
};

/// Whether a JSON text begins like one that JsonObjects reads and the canonical form is not: a list, or an object without
/// the member `kind`.
bool begins_as_json_objects(std::string_view start);

}  // namespace marque
