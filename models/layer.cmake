file(GLOB_RECURSE model_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/models/*.gifm
    ${PROJECT_SOURCE_DIR}/models/*.gift ${PROJECT_SOURCE_DIR}/models/*.tsv
    ${PROJECT_SOURCE_DIR}/models/dictionary/site/*.css ${PROJECT_SOURCE_DIR}/models/dictionary/site/*.js)
find_path(RE2_INCLUDE_DIR re2/re2.h REQUIRED)
target_link_libraries(daicho_models PRIVATE re2)

# The index of the models is made, whenever one of them changes, by a program of the objects of this layer; then it is
# compiled in beside them.
get_target_property(model_sources daicho_models SOURCES)
add_library(daicho_models_objects OBJECT ${model_sources})
set_target_properties(daicho_models_objects PROPERTIES UNITY_BUILD ${DAICHO_UNITY} UNITY_BUILD_MODE GROUP)
target_link_libraries(daicho_models_objects PUBLIC daicho_grammars PRIVATE daicho_settings)
daicho_precompile(daicho_models_objects)
daicho_embed(daicho_models_objects embedded_models ${model_files})
add_executable(daicho_model_index ${PROJECT_SOURCE_DIR}/models/index/main.cpp)
target_link_libraries(daicho_model_index PRIVATE daicho_models_objects daicho_settings re2)
set(model_index ${PROJECT_BINARY_DIR}/embedded/model_index.txt)
add_custom_command(OUTPUT ${model_index} COMMAND daicho_model_index ${model_index}
    DEPENDS daicho_model_index ${model_files} VERBATIM)
set_target_properties(daicho_models PROPERTIES SOURCES "")
target_sources(daicho_models PRIVATE $<TARGET_OBJECTS:daicho_models_objects>)
daicho_embed(daicho_models embedded_model_index ${model_index})
