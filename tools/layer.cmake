daicho_precompile(daicho_tools)
if(DAICHO_SANITIZE)
    target_compile_options(daicho_tools PRIVATE -O0)  # compiled in half the time; what takes long to run is below
endif()
set_source_files_properties(${PROJECT_SOURCE_DIR}/tools/version.cpp PROPERTIES
    COMPILE_DEFINITIONS "DAICHO_VERSION=\"${PROJECT_VERSION}\";DAICHO_HOMEPAGE=\"${PROJECT_HOMEPAGE_URL}\"")
# The page of `daicho serve`.
file(GLOB page_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tools/page/*.*)
daicho_embed(daicho_tools page_files ${page_sources})
# Sockets (tools/server/listener.cpp): Boost.Beast and Asio are headers; what their functions do that is slow to compile is
# compiled in that unit alone.
find_package(Boost 1.74 REQUIRED)
