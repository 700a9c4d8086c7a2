#include "interchange/xml_parser.hpp"

#include <expat.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <new>
#include <unordered_map>

namespace marque {
namespace {

constexpr char between = '\n';  // of a namespace and a local name; stands in no URI

Error fault(ErrorCode code, std::string message, std::uint64_t offset) {
  return Error{code, std::move(message)}.at_offset(offset);
}

}  // namespace

struct XmlParser::State {
  XmlHandler& handler;
  const DocumentLimits limits;
  XML_Parser expat;
  std::optional<Error> error{};
  std::uint64_t fed = 0;
  std::size_t depth = 0, declared_attributes = 0;
  std::deque<std::string> spellings{};  ///< of names; a deque never moves them
  std::unordered_map<std::string_view, XmlName> names{};
  std::vector<std::pair<XmlName, std::string_view>> attributes{};

  State(XmlHandler& to, const DocumentLimits& bounds, bool is_utf8)
      : handler(to), limits(bounds), expat(XML_ParserCreateNS(is_utf8 ? "UTF-8" : nullptr, between)) {
    if (!expat) throw std::bad_alloc();
    XML_SetUserData(expat, this);
    XML_SetElementHandler(expat, &on_start, &on_end);
    XML_SetCharacterDataHandler(expat, &on_text);
    XML_SetStartDoctypeDeclHandler(expat, &on_doctype);
    XML_SetEntityDeclHandler(expat, &on_entity);
    XML_SetAttlistDeclHandler(expat, &on_attlist);
    XML_SetSkippedEntityHandler(expat, &on_skipped);
  }
  ~State() { XML_ParserFree(expat); }
  State(const State&) = delete;

  std::uint64_t here() const { return static_cast<std::uint64_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(expat), 0)); }

  void stop(Error why) {
    if (!error) error = std::move(why);
    XML_StopParser(expat, XML_FALSE);
  }

  /// Runs a handler's part; no exception may pass through Expat.
  template <class Part>
  void guarded(Part&& part) noexcept {
    if (error) return;
    try {
      part();
    } catch (const std::bad_alloc&) {
      stop(Error{ErrorCode::out_of_memory, "no memory left for the XML document"});
    }
  }

  XmlName name_of(const char* spelled) {
    const std::string_view whole(spelled);
    if (const auto known = names.find(whole); known != names.end()) return known->second;
    if (names.size() >= limits.element_names) {
      stop(limit_error("element_names", limits.element_names, "the document has too many different names").at_offset(here()));
      return {};
    }
    const std::string& kept = spellings.emplace_back(whole);
    const std::size_t cut = kept.rfind(between);
    const XmlName name = cut == std::string::npos
                             ? XmlName{{}, kept}
                             : XmlName{std::string_view(kept).substr(0, cut), std::string_view(kept).substr(cut + 1)};
    names.emplace(kept, name);
    return name;
  }

  std::optional<Error> passed_limit(std::size_t count) const {
    if (count > limits.attributes) return limit_error("attributes", limits.attributes, "the element has too many attributes");
    if (static_cast<std::size_t>(std::max(XML_GetCurrentByteCount(expat), 0)) > limits.start_tag_bytes)
      return limit_error("start_tag_bytes", limits.start_tag_bytes, "the start tag is too long");
    return std::nullopt;
  }

  void start(const char* spelled, const char** pairs) {
    if (++depth > limits.depth)
      return stop(limit_error("depth", limits.depth, "elements are nested too deep").at_offset(here()));
    const auto count = static_cast<std::size_t>(XML_GetSpecifiedAttributeCount(expat)) / 2;
    const std::optional<Error> too_large = passed_limit(count);
    attributes.clear();
    for (; !too_large && !error && *pairs; pairs += 2) attributes.emplace_back(name_of(pairs[0]), pairs[1]);
    const XmlName name = name_of(spelled);
    if (!error) handler.start(name, attributes, here(), too_large);
  }

  static State& of(void* user) { return *static_cast<State*>(user); }

  static void on_start(void* user, const XML_Char* name, const XML_Char** pairs) {
    of(user).guarded([&] { of(user).start(name, pairs); });
  }
  static void on_end(void* user, const XML_Char*) {
    State& state = of(user);
    state.guarded([&] {
      --state.depth;
      state.handler.end(state.here() + static_cast<std::uint64_t>(std::max(XML_GetCurrentByteCount(state.expat), 0)));
    });
  }
  static void on_text(void* user, const XML_Char* text, int length) {
    of(user).guarded([&] { of(user).handler.text({text, static_cast<std::size_t>(length)}); });
  }
  static void on_doctype(void* user, const XML_Char*, const XML_Char* system, const XML_Char* publics, int) {
    State& state = of(user);
    if (system || publics)
      state.guarded([&] {
        state.stop(fault(ErrorCode::unsupported, "the DOCTYPE names an external DTD, which is never read", state.here()));
      });
  }
  static void on_entity(void* user, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*,
                        const XML_Char*, const XML_Char*) {
    State& state = of(user);
    state.guarded([&] { state.stop(fault(ErrorCode::unsupported, "the DOCTYPE declares an ENTITY", state.here())); });
  }
  static void on_skipped(void* user, const XML_Char*, int) {
    State& state = of(user);
    state.guarded([&] { state.stop(fault(ErrorCode::malformed, "an entity is used that is not declared", state.here())); });
  }
  static void on_attlist(void* user, const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    State& state = of(user);
    state.guarded([&] {
      if (++state.declared_attributes > state.limits.attributes)
        state.stop(limit_error("attributes", state.limits.attributes, "the DOCTYPE declares too many attributes").at_offset(state.here()));
    });
  }
};

XmlParser::XmlParser(XmlHandler& handler, const DocumentLimits& limits, bool is_utf8)
    : state_(std::make_unique<State>(handler, limits, is_utf8)) {}
XmlParser::~XmlParser() = default;

std::uint64_t XmlParser::position() const noexcept { return state_->here(); }

void XmlParser::stop(Error error) { state_->stop(std::move(error)); }

Result<void> XmlParser::feed(std::string_view bytes, bool last) {
  State& state = *state_;
  constexpr std::size_t piece_bytes = 64 * 1024;
  do {
    const std::string_view piece = bytes.substr(0, piece_bytes);
    bytes.remove_prefix(piece.size());
    state.fed += piece.size();
    const XML_Status status =
        XML_Parse(state.expat, piece.data(), static_cast<int>(piece.size()), last && bytes.empty() ? 1 : 0);
    if (state.error) return *state.error;
    if (status != XML_STATUS_OK)
      return fault(ErrorCode::malformed,
                   "no well-formed XML: " + std::string(XML_ErrorString(XML_GetErrorCode(state.expat))), state.here());
    // Expat scans an unfinished token anew with every piece; a bound on its length keeps that linear.
    if (state.fed - std::min(state.here(), state.fed) > 2 * (state.limits.start_tag_bytes + piece_bytes))
      return limit_error("start_tag_bytes", state.limits.start_tag_bytes, "a tag, comment or instruction is too long")
          .at_offset(state.here());
  } while (!bytes.empty());
  return {};
}

}  // namespace marque
