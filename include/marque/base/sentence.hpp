#pragma once

#include <string>

#include "marque/base/error.hpp"

namespace marque {

/// What went wrong, in a language, without its place: in Chinese the error's own sentence, else that of lib/base/data/sentences.tsv for the
/// English one, else (a library's message that is not there) the English one behind what its code means. to_string() is made of it.
std::string sentence_of(const Error& error, Language language);

}  // namespace marque
