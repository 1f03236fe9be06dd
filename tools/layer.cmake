daicho_precompile(daicho_tools)
set_source_files_properties(${PROJECT_SOURCE_DIR}/tools/version.cpp PROPERTIES
    COMPILE_DEFINITIONS "DAICHO_VERSION=\"${PROJECT_VERSION}\";DAICHO_HOMEPAGE=\"${PROJECT_HOMEPAGE_URL}\"")
