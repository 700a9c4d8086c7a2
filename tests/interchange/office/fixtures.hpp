#pragma once

#include <cstddef>
#include <string>

namespace marque::test {

/// Records written by us after the offices' real files: same elements, made-up persons and marks.

/// One `case-file` of the USPTO, whole; `parts` stand at its end.
std::string uspto_case(const std::string& serial, const std::string& told_on, const std::string& mark);

/// A daily file around case files, with its DOCTYPE.
std::string uspto_daily(const std::string& cases);

/// One mark as the USPTO gives it in both standards of WIPO.
std::string us_mark_in_st96();
std::string us_mark_in_st66();

/// `part` so many times, to reach a bound.
std::string repeated(const std::string& part, std::size_t count);

}  // namespace marque::test
