# One helper to declare a layer, one to embed files, one to make a program, one to install layers.

find_package(Threads REQUIRED)

# Settings shared by everything that is compiled here.
add_library(daicho_settings INTERFACE)
target_compile_features(daicho_settings INTERFACE cxx_std_20)
target_compile_options(daicho_settings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion
    -Wno-missing-field-initializers)
if(DAICHO_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(daicho_settings INTERFACE -Wshadow=local -Wno-subobject-linkage)  # names of other files do not matter
elseif(NOT DAICHO_UNITY)
    target_compile_options(daicho_settings INTERFACE -Wshadow)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 reports these inside std::string and std::optional where nothing is wrong (GCC bugs 105329, 105651, 80635);
    # whether it does depends on the length of the path that is built in.
    target_compile_options(daicho_settings INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds
        -Wno-stringop-overflow -Wno-stringop-overread)
endif()
if(DAICHO_WARNINGS_AS_ERRORS)
    target_compile_options(daicho_settings INTERFACE -Werror)
endif()
if(DAICHO_SANITIZE)
    # Left to the address sanitizer, which ends the program there as well: uses of null, and beyond an object's end.
    target_compile_options(daicho_settings INTERFACE -fsanitize=${DAICHO_SANITIZE} -fno-sanitize=null,object-size
        -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(daicho_settings INTERFACE -fsanitize=${DAICHO_SANITIZE})
endif()
if(DAICHO_FUZZ)
    target_compile_options(daicho_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

# For tests, linked after daicho_settings, as the last option holds: what they call is optimised and checked for undefined
# behaviour, they are not.
add_library(daicho_test_settings INTERFACE)
target_compile_options(daicho_test_settings INTERFACE -O0)
if(DAICHO_SANITIZE MATCHES "undefined")
    target_compile_options(daicho_test_settings INTERFACE -fno-sanitize=undefined)
endif()
if(DAICHO_FUZZ)
    target_compile_options(daicho_test_settings INTERFACE -fno-sanitize=fuzzer-no-link)
endif()

# daicho_link_first(TARGET LAYER): what TARGET and the layers both instantiate of templates is taken from the lowest layer that
# has it, which is optimised, and not from TARGET, or a layer above, which may not be: linkers keep the first.
function(daicho_link_first target layer)
    set(archives "")
    foreach(lower grammars models registries tools)
        list(APPEND archives $<TARGET_FILE:daicho_${lower}>)
        if(lower STREQUAL layer)
            break()
        endif()
    endforeach()
    list(JOIN archives "," archives)
    target_link_options(${target} PRIVATE "LINKER:--whole-archive,${archives},--no-whole-archive")
endfunction()

# daicho_unite(SOURCE...): with DAICHO_UNITY, sources of a folder are compiled together, some at a time: what they include
# is read once. So names that a source keeps to itself are unique in its folder. Folders of DAICHO_APART are left out: each
# source is a grammar with short names of its own.
set(DAICHO_APART grammars/values grammars/model_language models/rules registries/lookup)
function(daicho_unite)
    if(NOT DAICHO_UNITY)
        return()
    endif()
    foreach(source IN LISTS ARGN)
        cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE path)
        cmake_path(GET path PARENT_PATH folder)
        if(folder IN_LIST DAICHO_APART OR path MATCHES "^build/")
            continue()
        endif()
        string(MAKE_C_IDENTIFIER ${folder} group)
        if(NOT DEFINED count_${group})
            set(count_${group} 0)
        endif()
        math(EXPR part "${count_${group}} / 10")
        math(EXPR count_${group} "${count_${group}} + 1")
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group}_${part})
    endforeach()
endfunction()

# daicho_precompile(TARGET [HEADER...]): with DAICHO_PRECOMPILE, what most sources include of the standard library, and
# HEADERs, are read once for TARGET.
function(daicho_precompile target)
    if(DAICHO_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE <algorithm> <array> <charconv> <chrono> <cstdint> <cstdio> <cstdlib>
            <cstring> <deque> <filesystem> <fstream> <functional> <map> <memory> <mutex> <optional> <set> <span>
            <sstream> <string> <string_view> <unordered_map> <utility> <variant> <vector> ${ARGN})
    endif()
endfunction()

# daicho_layer(NAME [LOWER...]): a static library daicho_NAME of all sources below NAME/, without those of programs.
function(daicho_layer name)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${name}/*.cpp)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    file(GLOB generators CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${name}/*/generator/*.cpp)  # programs of the build
    list(REMOVE_ITEM sources ${generators})
    set(kind STATIC)
    if(NOT sources)
        set(sources ${PROJECT_SOURCE_DIR}/tools/cmake/empty.cpp)
    endif()
    add_library(daicho_${name} ${kind} ${sources})
    add_library(daicho::${name} ALIAS daicho_${name})
    set_target_properties(daicho_${name} PROPERTIES EXPORT_NAME ${name})
    target_include_directories(daicho_${name} PUBLIC
        $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/daicho>)
    target_compile_features(daicho_${name} PUBLIC cxx_std_20)
    daicho_unite(${sources})
    set_target_properties(daicho_${name} PROPERTIES UNITY_BUILD ${DAICHO_UNITY} UNITY_BUILD_MODE GROUP)
    target_link_libraries(daicho_${name} PRIVATE $<BUILD_INTERFACE:daicho_settings>)
    foreach(lower IN LISTS ARGN)
        target_link_libraries(daicho_${name} PUBLIC daicho_${lower})
    endforeach()
    if(EXISTS ${PROJECT_SOURCE_DIR}/${name}/layer.cmake)
        include(${PROJECT_SOURCE_DIR}/${name}/layer.cmake)
    endif()
endfunction()

# daicho_embed(TARGET FUNCTION FILE...): compiles files in. `std::span<const daicho::EmbeddedFile> daicho::FUNCTION()`
# (declared by the user of it, see grammars/base/embedded_file.hpp) gives them by path from the repository root.
function(daicho_embed target function)
    set(table "")
    set(blobs "")
    set(index 0)
    foreach(file IN LISTS ARGN)
        file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR} ${file})
        string(APPEND blobs "asm(\".section .rodata\\n.balign 16\\n${function}_${index}:\\n.incbin \\\"${file}\\\"\\n"
            "${function}_${index}_end:\\n.byte 0\\n.previous\\n\");\n"
            "extern \"C\" const char ${function}_${index}[];\nextern \"C\" const char ${function}_${index}_end[];\n")
        string(APPEND table "        {\"${path}\", {${function}_${index}, "
            "static_cast<std::size_t>(${function}_${index}_end - ${function}_${index})}},\n")
        math(EXPR index "${index} + 1")
    endforeach()
    set(out ${PROJECT_BINARY_DIR}/embedded/${function}.cpp)
    file(CONFIGURE OUTPUT ${out} CONTENT "#include <span>\n#include \"grammars/base/embedded_file.hpp\"\n${blobs}
namespace daicho {
std::span<const EmbeddedFile> ${function}();
std::span<const EmbeddedFile> ${function}() {
    static const EmbeddedFile files[] = {
${table}    };
    return files;
}
}\n" @ONLY)
    set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS "${ARGN}")
    target_sources(${target} PRIVATE ${out})
endfunction()

# daicho_program(NAME LAYER): the program itself; the layer's own entry file is LAYER/main.cpp.
function(daicho_program name layer)
    if(NOT EXISTS ${PROJECT_SOURCE_DIR}/${layer}/main.cpp)
        return()
    endif()
    add_executable(${name} ${PROJECT_SOURCE_DIR}/${layer}/main.cpp)
    target_link_libraries(${name} PRIVATE daicho_${layer} daicho_settings)
    if(DAICHO_SANITIZE)
        daicho_link_first(${name} ${layer})
    endif()
    install(TARGETS ${name})
endfunction()

# daicho_install(LAYER...): the libraries, their public headers (public_headers.txt) under include/daicho with the
# paths of the repository, and
# what find_package(daicho) reads.
function(daicho_install)
    include(CMakePackageConfigHelpers)
    set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/daicho)
    foreach(layer IN LISTS ARGN)
        install(TARGETS daicho_${layer} EXPORT daicho)
    endforeach()
    set(list ${PROJECT_SOURCE_DIR}/tools/cmake/public_headers.txt)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})
    file(STRINGS ${list} lines REGEX "^[a-z]")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE " .*" "" header ${line})
        get_filename_component(folder ${header} DIRECTORY)
        install(FILES ${PROJECT_SOURCE_DIR}/${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/daicho/${folder})
    endforeach()
    install(EXPORT daicho NAMESPACE daicho:: FILE daichoTargets.cmake DESTINATION ${config_dir})
    write_basic_package_version_file(${PROJECT_BINARY_DIR}/daichoConfigVersion.cmake COMPATIBILITY SameMinorVersion)
    install(FILES ${PROJECT_SOURCE_DIR}/tools/cmake/daichoConfig.cmake
        ${PROJECT_BINARY_DIR}/daichoConfigVersion.cmake DESTINATION ${config_dir})
    file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/man/*.1)
    install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endfunction()
