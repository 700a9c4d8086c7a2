# marque_embed(target symbol file): the file's bytes become `const char symbol[]` and
# `const char symbol_end[]` in the target, by the assembler's .incbin, so that a user of the
# library ships no data folder and large tables cost no compile time.
function(marque_embed target symbol file)
  get_filename_component(file "${file}" ABSOLUTE)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.S")
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT
".section .rodata
.globl @symbol@
.hidden @symbol@
.balign 16
@symbol@:
.incbin \"@file@\"
.globl @symbol@_end
.hidden @symbol@_end
@symbol@_end:
.byte 0
.section .note.GNU-stack,\"\",%progbits
")
  set_property(SOURCE "${source}" TARGET_DIRECTORY ${target} PROPERTY OBJECT_DEPENDS "${file}")
  target_sources(${target} PRIVATE "${source}")
endfunction()
