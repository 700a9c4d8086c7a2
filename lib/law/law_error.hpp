#pragma once

#include <string>
#include <utility>

#include "marque/base/bilingual.hpp"
#include "marque/base/error.hpp"

namespace marque {

/// An error of the law in both languages, with the article that governs it, if any.
inline Error law_error(ErrorCode code, Bilingual sentence, std::string_view article = {}) {
  const std::string in_brackets = article.empty() ? std::string() : " (" + std::string(article) + ')';
  return Error{code, std::move(sentence.en) + in_brackets, {}, std::move(sentence.zh) + in_brackets};
}

}  // namespace marque
