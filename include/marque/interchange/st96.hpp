#pragma once

#include <string>
#include <string_view>

#include "marque/base/result.hpp"
#include "marque/model/entry.hpp"

namespace marque {

/// The beginning and the end of a document of WIPO ST.96 (TrademarkTransaction) around records written by to_st96().
std::string_view st96_header();
std::string_view st96_footer();

/// A mark as a `Trademark` element of ST.96. What the standard has no place for stands in an extension of marque's own,
/// member by member in the JSON form, so that open_records() gives the same record back. An
/// indication, which is no trademark, stands in that extension as a whole, beside what the elements can say of it. ErrorCode::invalid_text where the record holds a character that XML 1.0 cannot.
Result<std::string> to_st96(const Entry& entry);

}  // namespace marque
