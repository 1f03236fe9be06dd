daicho_embed(daicho_registries embedded_registry_files
    ${PROJECT_SOURCE_DIR}/registries/embedded/municipalities.tsv
    ${PROJECT_SOURCE_DIR}/registries/embedded/name_variants.tsv
    ${PROJECT_SOURCE_DIR}/registries/embedded/other_names.tsv)
find_package(SQLite3 REQUIRED)
target_link_libraries(daicho_registries PRIVATE SQLite::SQLite3)
