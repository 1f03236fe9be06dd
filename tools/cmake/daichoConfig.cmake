# Found by find_package(daicho): the targets daicho::grammars, daicho::models and daicho::registries.
include(CMakeFindDependencyMacro)
find_dependency(Threads)
find_dependency(LibXml2)
find_dependency(ZLIB)
find_dependency(SQLite3)
include(${CMAKE_CURRENT_LIST_DIR}/daichoTargets.cmake)
