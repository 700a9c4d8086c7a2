# The library exports what the list names, and the header declares it: no more, no less.
file(STRINGS ${SYMBOLS} listed)

execute_process(COMMAND ${NM} -D --defined-only ${LIBRARY} OUTPUT_VARIABLE table COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^ \n]+\n" exported "${table}")
string(REPLACE "\n" "" exported "${exported}")

file(STRINGS ${HEADER} header REGEX "^[a-z].*[ *]marque_[a-z_]+\\(")
set(declared "")
foreach(line IN LISTS header)
  string(REGEX REPLACE ".*[ *](marque_[a-z_]+)\\(.*" "\\1" name "${line}")
  list(APPEND declared ${name})
endforeach()

foreach(seen IN ITEMS exported declared)
  list(SORT ${seen})
  if(NOT "${${seen}}" STREQUAL "${listed}")
    message(FATAL_ERROR "${seen}: ${${seen}}\nlisted: ${listed}")
  endif()
endforeach()
