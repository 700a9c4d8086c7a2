#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "marque/base/error.hpp"
#include "marque/base/limits.hpp"
#include "marque/base/result.hpp"

namespace marque {

/// The name of an element or attribute: its namespace and its local part. Equal names share their characters, which live
/// as long as the parser.
struct XmlName {
  std::string_view space;  ///< URI; empty for none
  std::string_view local;
};

/// What a parser tells. Offsets count from the first byte fed. A function may throw only std::bad_alloc.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;

  /// `too_large` names the limit that the start tag passes; what to give up for it is the handler's choice.
  virtual void start(const XmlName& name, const std::vector<std::pair<XmlName, std::string_view>>& attributes,
                     std::uint64_t begin, const std::optional<Error>& too_large) = 0;
  virtual void end(std::uint64_t end) = 0;
  virtual void text(std::string_view part) = 0;
};

/// Expat, fed block by block (streaming; memory: the longest tag). Untrusted bytes: a DOCTYPE may stand with its internal
/// subset, but any ENTITY is refused, no external subset or entity is ever opened, and depth, tags and the count of different
/// names are bounded.
class XmlParser {
 public:
  /// `is_utf8`: whatever encoding the document names.
  XmlParser(XmlHandler& handler, const DocumentLimits& limits, bool is_utf8 = false);
  ~XmlParser();
  XmlParser(XmlParser&&) = delete;

  /// Reads on; `last` closes the document. After an Error the parser is spent.
  Result<void> feed(std::string_view bytes, bool last);

  /// Offset from which on the bytes fed may still be part of a tag that was not told.
  std::uint64_t position() const noexcept;

  /// Ends the parsing from within the handler: feed() gives the Error.
  void stop(Error error);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace marque
