# Run by the test `consumer`; see CMakeLists.txt beside this file.
cmake_minimum_required(VERSION 3.25)
function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

set(prefix ${SCRATCH}/prefix)
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})

# A list does not survive being an argument of a function: it travels with commas.
string(REPLACE ";" "," components "${COMPONENTS}")
run(${CMAKE_COMMAND} -G ${GENERATOR} -S ${PROJECT} -B ${SCRATCH}/build "-DCMAKE_PREFIX_PATH=${prefix}" "-DCOMPONENTS=${components}"
  -DCMAKE_C_COMPILER=${C} -DCMAKE_CXX_COMPILER=${CXX} "-DCMAKE_CXX_FLAGS=${FLAGS}")
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
foreach(program IN ITEMS core ${COMPONENTS})
  run(${SCRATCH}/build/${program})
endforeach()

set(ENV{PKG_CONFIG_PATH} ${prefix}/${LIBDIR}/pkgconfig)
set(ENV{LD_LIBRARY_PATH} ${prefix}/${LIBDIR})
function(run_by_pkg_config package program)
  execute_process(COMMAND pkg-config --cflags --libs ${package} OUTPUT_VARIABLE flags COMMAND_ERROR_IS_FATAL ANY)
  separate_arguments(flags UNIX_COMMAND "${FLAGS} ${flags}")
  run(${ARGN} -o ${SCRATCH}/${program} ${flags})
  run(${SCRATCH}/${program})
endfunction()
run_by_pkg_config(marque core ${CXX} -std=c++20 ${PROJECT}/core.cpp)
if("c" IN_LIST COMPONENTS)
  run_by_pkg_config(marque_c c ${C} -std=c99 ${PROJECT}/c.c)
endif()
