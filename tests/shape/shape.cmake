# Tests that hold the shape of the project, label `shape`.
function(daicho_shape name)
    add_test(NAME shape/${name} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/shape/${name}.sh ${ARGN})
    set_tests_properties(shape/${name} PROPERTIES LABELS shape)
endfunction()

# Texts: the same in every build.
if(NOT DAICHO_SANITIZE)
    daicho_shape(includes)
    daicho_shape(libraries)
    daicho_shape(names)
    daicho_shape(sources)
    daicho_shape(hard_cases)
    daicho_shape(where_to_add)
endif()
if(TARGET daicho AND NOT DAICHO_SANITIZE)
    daicho_shape(commands $<TARGET_FILE:daicho>)
    daicho_shape(rules $<TARGET_FILE:daicho>)
    daicho_shape(words $<TARGET_FILE:daicho>)
endif()

# Every header compiles alone: one source a header, which holds nothing else. Told by the build with sanitizers, as
# clang takes a seventh of the time of g++ for it.
if(DAICHO_SANITIZE)
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
        ${PROJECT_SOURCE_DIR}/grammars/*.hpp ${PROJECT_SOURCE_DIR}/models/*.hpp
        ${PROJECT_SOURCE_DIR}/registries/*.hpp ${PROJECT_SOURCE_DIR}/tools/*.hpp)
    foreach(header IN LISTS headers)
        set(source ${PROJECT_BINARY_DIR}/headers/${header}.cpp)
        file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n#include \"${header}\"  // twice is once\n")
        list(APPEND header_sources ${source})
    endforeach()
    add_library(daicho_headers OBJECT ${header_sources})
    target_link_libraries(daicho_headers PRIVATE daicho_tools daicho_settings)
    target_compile_options(daicho_headers PRIVATE -O0 -g0)
    find_package(Freetype REQUIRED)  # registries/sources/font_face.hpp
    target_include_directories(daicho_headers PRIVATE ${FREETYPE_INCLUDE_DIRS})
    daicho_precompile(daicho_headers)  # then tests/shape/includes.sh alone says what of the standard library is missing
endif()
