#include "marque.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>

#include "json_forms.hpp"
#include "marque/interchange/json.hpp"
#include "marque/base/version.hpp"
#include "marque/model/entry.hpp"
#include "marque/scoring/examination.hpp"
#include "marque/scoring/scorer.hpp"
#include "memory_register.hpp"

// The only code that meets C++: handles become objects, Results become statuses, exceptions stop here.

struct marque_error {
  marque_status code;
  std::string line;
};

struct marque_register : marque::c::MemoryRegister {};

namespace {

using marque::Error;
using marque::ErrorCode;
using marque::Result;

static_assert(MARQUE_INVALID_ARGUMENT == static_cast<int>(ErrorCode::invalid_argument));
static_assert(MARQUE_CANCELLED == static_cast<int>(ErrorCode::cancelled));
static_assert(MARQUE_INTERNAL == static_cast<int>(ErrorCode::internal));
static_assert(MARQUE_IDENTICAL == static_cast<int>(marque::Verdict::identical));

marque_status failed(marque_error** error, const Error& cause) noexcept {
  const auto code = static_cast<marque_status>(cause.code);
  if (!error) return code;
  try {
    *error = new marque_error{code, to_string(cause)};
  } catch (...) {
    *error = nullptr;
  }
  return code;
}

/// Runs the body of a function; whatever it throws becomes a status.
template <class Body>
marque_status guarded(marque_error** error, Body body) noexcept {
  if (error) *error = nullptr;
  try {
    const Result<void> done = body();
    return done ? MARQUE_OK : failed(error, done.error());
  } catch (const std::bad_alloc&) {
    return failed(error, {ErrorCode::out_of_memory, {}});
  } catch (const std::exception& fault) {
    try {
      return failed(error, {ErrorCode::internal, fault.what()});
    } catch (...) {
      return MARQUE_OUT_OF_MEMORY;
    }
  } catch (...) {
    return failed(error, {ErrorCode::internal, {}});
  }
}

Error null_argument(const char* name) {
  return {ErrorCode::invalid_argument, std::string(name) + " is NULL"};
}

/// Text that came in.
struct Input {
  const char* name;
  const char* bytes;
  std::size_t length;

  Result<std::string_view> view() const {
    if (!bytes && length > 0) return null_argument(name);
    return bytes ? std::string_view(bytes, length) : std::string_view();
  }
};

/// A place for text that goes out, empty until given.
class Output {
 public:
  Output(const char* name, char** text, std::size_t* length) noexcept : name_(name), text_(text), length_(length) {
    if (text_) *text_ = nullptr;
    if (length_) *length_ = 0;
  }

  bool wanted() const noexcept { return text_ != nullptr; }

  Result<void> give(const Result<std::string>& text) {
    const auto staged = stage(text);
    if (staged) publish();
    return staged;
  }

  /// Where something else may still fail, the text is made first and given last.
  Result<void> stage(const Result<std::string>& text) {
    if (!text_) return null_argument(name_);
    if (!text) return text.error();
    staged_.reset(static_cast<char*>(std::malloc(text->size() + 1)));
    if (!staged_) throw std::bad_alloc();
    std::memcpy(staged_.get(), text->c_str(), text->size() + 1);
    staged_length_ = text->size();
    return {};
  }

  void publish() noexcept {
    *text_ = staged_.release();
    if (length_) *length_ = staged_length_;
  }

 private:
  const char* name_;
  char** text_;
  std::size_t* length_;
  std::unique_ptr<char, void (*)(void*)> staged_{nullptr, std::free};
  std::size_t staged_length_ = 0;
};

marque_scores scores_of(const marque::Subject& a, const marque::Subject& b) {
  const auto scores = marque::score(a, b);
  const auto verdict = marque::examine(a, b, scores).verdict;
  return {static_cast<double>(scores.overall), static_cast<double>(scores.appearance), static_cast<double>(scores.sound),
          static_cast<double>(scores.meaning), static_cast<marque_verdict>(verdict)};
}

}  // namespace

extern "C" {

std::uint32_t marque_abi_version() noexcept { return MARQUE_ABI_VERSION; }

// The version is a literal, so it ends in NUL.
const char* marque_version() noexcept { return marque::version().data(); }

marque_status marque_notices(char** text, std::size_t* length, marque_error** error) noexcept {
  Output out("text", text, length);
  return guarded(error, [&] { return out.give(marque::notices()); });
}

const char* marque_status_name(marque_status status) noexcept {
  return status == MARQUE_OK ? "ok" : marque::name_of(static_cast<ErrorCode>(status)).data();
}

void marque_text_free(char* text) noexcept { std::free(text); }

marque_status marque_error_code(const marque_error* error) noexcept { return error ? error->code : MARQUE_OK; }

const char* marque_error_message(const marque_error* error, std::size_t* length) noexcept {
  if (length) *length = error ? error->line.size() : 0;
  return error ? error->line.c_str() : "";
}

void marque_error_free(marque_error* error) noexcept { delete error; }

marque_status marque_normalize(const char* name, std::size_t name_length, char** json, std::size_t* json_length,
                               marque_error** error) noexcept {
  Output out("json", json, json_length);
  return guarded(error, [&]() -> Result<void> {
    const auto text = Input{"name", name, name_length}.view();
    if (!text) return text.error();
    const auto normal = marque::normalize(*text);
    if (!normal) return normal.error();
    return out.give(marque::to_json(*normal));
  });
}

marque_status marque_compare(const char* a, std::size_t a_length, const char* b, std::size_t b_length,
                             marque_scores* scores, char** evidence, std::size_t* evidence_length,
                             marque_error** error) noexcept {
  Output out("evidence", evidence, evidence_length);
  if (scores) *scores = {};
  return guarded(error, [&]() -> Result<void> {
    const auto text_a = Input{"a", a, a_length}.view();
    if (!text_a) return text_a.error();
    const auto text_b = Input{"b", b, b_length}.view();
    if (!text_b) return text_b.error();
    const auto subject_a = marque::make_subject(*text_a);
    if (!subject_a) return subject_a.error().in_field("a");
    const auto subject_b = marque::make_subject(*text_b);
    if (!subject_b) return subject_b.error().in_field("b");
    const auto found = scores_of(*subject_a, *subject_b);
    if (out.wanted()) {
      const auto given = out.give(marque::c::to_json(marque::explain(*subject_a, *subject_b)));
      if (!given) return given;
    }
    if (scores) *scores = found;
    return {};
  });
}

marque_status marque_canonical_number(const char* number, std::size_t number_length, char** canonical,
                                      std::size_t* canonical_length, marque_error** error) noexcept {
  Output out("canonical", canonical, canonical_length);
  return guarded(error, [&]() -> Result<void> {
    const auto text = Input{"number", number, number_length}.view();
    return text ? out.give(marque::canonical_number(*text)) : text.error();
  });
}

marque_status marque_check_uscc(const char* uscc, std::size_t uscc_length, marque_error** error) noexcept {
  return guarded(error, [&]() -> Result<void> {
    const auto text = Input{"uscc", uscc, uscc_length}.view();
    if (!text) return text.error();
    const auto parsed = marque::Uscc::parse(*text);
    return parsed ? Result<void>() : parsed.error();
  });
}

marque_status marque_register_open_memory(marque_register** opened, marque_error** error) noexcept {
  if (opened) *opened = nullptr;
  return guarded(error, [&]() -> Result<void> {
    if (!opened) return null_argument("opened");
    *opened = new marque_register;
    return {};
  });
}

void marque_register_free(marque_register* registered) noexcept { delete registered; }

std::size_t marque_register_size(const marque_register* registered) noexcept {
  return registered ? registered->size() : 0;
}

marque_status marque_register_add(marque_register* registered, const char* bytes, std::size_t bytes_length,
                                  const char* name, std::size_t name_length, char** summary,
                                  std::size_t* summary_length, marque_error** error) noexcept {
  Output out("summary", summary, summary_length);
  return guarded(error, [&]() -> Result<void> {
    if (!registered) return null_argument("registered");
    if (!out.wanted()) return null_argument("summary");
    const auto text = Input{"bytes", bytes, bytes_length}.view();
    if (!text) return text.error();
    const auto source = Input{"name", name, name_length}.view();
    if (!source) return source.error();
    const auto addition = registered->read(std::string(*text), std::string(*source));
    if (!addition) return addition.error();
    if (const auto staged = out.stage(addition->summary); !staged) return staged;
    if (const auto added = registered->add(*addition); !added) return added;
    out.publish();
    return {};
  });
}

marque_status marque_register_add_picture(marque_register* registered, const char* path, std::size_t path_length,
                                          const unsigned char* bytes, std::size_t bytes_length,
                                          marque_error** error) noexcept {
  return guarded(error, [&]() -> Result<void> {
    if (!registered) return null_argument("registered");
    if (!bytes) return null_argument("bytes");
    const auto named = Input{"path", path, path_length}.view();
    if (!named) return named.error();
    const auto encoded = std::as_bytes(std::span(bytes, bytes_length));
    return registered->add_picture(std::string(*named), {{encoded.begin(), encoded.end()}, {}});
  });
}

marque_status marque_register_find(const marque_register* registered, const char* number, std::size_t number_length,
                                   char** record, std::size_t* record_length, marque_error** error) noexcept {
  Output out("record", record, record_length);
  return guarded(error, [&]() -> Result<void> {
    if (!registered) return null_argument("registered");
    const auto text = Input{"number", number, number_length}.view();
    return text ? out.give(registered->find(*text)) : text.error();
  });
}

marque_status marque_register_build_index(marque_register* registered, marque_error** error) noexcept {
  return guarded(error, [&]() -> Result<void> {
    if (!registered) return null_argument("registered");
    return registered->build_index();
  });
}

marque_status marque_register_check(const marque_register* registered, const char* application,
                                    std::size_t application_length, marque_language language, char** report,
                                    std::size_t* report_length, marque_error** error) noexcept {
  Output out("report", report, report_length);
  return guarded(error, [&]() -> Result<void> {
    if (!registered) return null_argument("registered");
    if (language != MARQUE_ZH && language != MARQUE_EN)
      return Error{ErrorCode::invalid_argument, "no such language"}.in_field("language");
    const auto text = Input{"application", application, application_length}.view();
    if (!text) return text.error();
    return out.give(registered->check(*text, language == MARQUE_ZH ? marque::Language::zh : marque::Language::en));
  });
}

}  // extern "C"
