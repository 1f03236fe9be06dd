daicho_precompile(daicho_registries)
file(GLOB code_lists CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/registries/embedded/codes/*.tsv)
daicho_embed(daicho_registries embedded_registry_files
    ${PROJECT_SOURCE_DIR}/registries/embedded/municipalities.tsv
    ${PROJECT_SOURCE_DIR}/registries/embedded/municipality_event_types.tsv
    ${PROJECT_SOURCE_DIR}/registries/embedded/municipality_events.tsv
    ${PROJECT_SOURCE_DIR}/registries/embedded/other_names.tsv
    ${PROJECT_SOURCE_DIR}/registries/loading/other_files.tsv
    ${PROJECT_SOURCE_DIR}/registries/corporations/closing_days.tsv
    ${PROJECT_SOURCE_DIR}/registries/corporations/body_words.tsv
    ${PROJECT_SOURCE_DIR}/registries/corporations/office_words.tsv
    ${PROJECT_SOURCE_DIR}/registries/fetch/publications.tsv
    ${PROJECT_SOURCE_DIR}/registries/sources/programme_audiences.tsv
    ${PROJECT_SOURCE_DIR}/grammars/values/tables/calendar_codes.tsv ${code_lists})
find_package(SQLite3 REQUIRED)
target_link_libraries(daicho_registries PRIVATE SQLite::SQLite3)
# The headers of libcurl only: the library itself is loaded when something is downloaded (registries/fetch/curl_client.cpp).
find_package(CURL REQUIRED)
target_include_directories(daicho_registries PRIVATE ${CURL_INCLUDE_DIRS})
# The headers of FreeType only: it is loaded when a font is read (registries/sources/font_file.cpp).
find_package(Freetype REQUIRED)
target_include_directories(daicho_registries PRIVATE ${FREETYPE_INCLUDE_DIRS})
daicho_embed(daicho_registries land_map_tables
    ${PROJECT_SOURCE_DIR}/registries/sources/land_map_lots.tsv
    ${PROJECT_SOURCE_DIR}/registries/sources/land_map_datums.tsv)
daicho_embed(daicho_registries mjsu_exception_table ${PROJECT_SOURCE_DIR}/registries/characters/mjsu_exceptions.tsv)
# The names of blocks, as Unicode publishes them (UNICODE_DATA: grammars/layer.cmake).
daicho_embed(daicho_registries unicode_block_table ${UNICODE_DATA}/Blocks.txt)
