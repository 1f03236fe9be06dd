file(GLOB_RECURSE model_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/models/*.gifm ${PROJECT_SOURCE_DIR}/models/*.tsv)
daicho_embed(daicho_models embedded_models ${model_files})
find_path(RE2_INCLUDE_DIR re2/re2.h REQUIRED)
target_link_libraries(daicho_models PRIVATE re2)
