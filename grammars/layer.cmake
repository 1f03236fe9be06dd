target_link_libraries(daicho_grammars PUBLIC Threads::Threads PRIVATE ${CMAKE_DL_LIBS})
daicho_precompile(daicho_grammars <boost/spirit/home/x3.hpp>)  # one source in seven is written in Spirit
find_package(LibXml2 REQUIRED)
find_package(ZLIB REQUIRED)
# By their names: Debian's package of libzip has a CMake file that cannot be loaded without programs of other packages.
find_path(ZIP_INCLUDE_DIR zip.h REQUIRED)
find_path(XLSXWRITER_INCLUDE_DIR xlsxwriter.h REQUIRED)
find_path(ZSTD_INCLUDE_DIR zstd.h REQUIRED)
find_path(NETTLE_INCLUDE_DIR nettle/sha2.h REQUIRED)
find_path(NLOHMANN_INCLUDE_DIR nlohmann/json.hpp REQUIRED)
target_link_libraries(daicho_grammars PRIVATE LibXml2::LibXml2 ZLIB::ZLIB zip xlsxwriter nettle zstd)
daicho_embed(daicho_grammars display_width_table ${PROJECT_SOURCE_DIR}/grammars/text/tables/display_width.txt)
daicho_embed(daicho_grammars era_table ${PROJECT_SOURCE_DIR}/grammars/values/tables/eras.tsv)
daicho_embed(daicho_grammars unit_table ${PROJECT_SOURCE_DIR}/grammars/values/tables/units.tsv)
daicho_embed(daicho_grammars yes_no_table ${PROJECT_SOURCE_DIR}/grammars/values/tables/yes_no.tsv)
daicho_embed(daicho_grammars calendar_code_table ${PROJECT_SOURCE_DIR}/grammars/values/tables/calendar_codes.tsv)
daicho_embed(daicho_grammars encoding_table_files
    ${PROJECT_SOURCE_DIR}/grammars/formats/tables/cp932.txt
    ${PROJECT_SOURCE_DIR}/grammars/formats/tables/cp932_jis.txt
    ${PROJECT_SOURCE_DIR}/grammars/formats/tables/euc_jp.txt)
daicho_embed(daicho_grammars document_member_table ${PROJECT_SOURCE_DIR}/grammars/formats/tables/document_members.tsv)
daicho_embed(daicho_grammars frequent_kanji_table ${PROJECT_SOURCE_DIR}/grammars/formats/tables/frequent_kanji.txt)
daicho_embed(daicho_grammars phone_tables
    ${PROJECT_SOURCE_DIR}/grammars/values/tables/phone_area_codes.tsv
    ${PROJECT_SOURCE_DIR}/grammars/values/tables/phone_number_plan.tsv)
daicho_embed(daicho_grammars country_table ${PROJECT_SOURCE_DIR}/grammars/values/tables/countries.tsv)
daicho_embed(daicho_grammars prefecture_table ${PROJECT_SOURCE_DIR}/grammars/values/tables/prefectures.tsv)
daicho_embed(daicho_grammars plane_zone_table ${PROJECT_SOURCE_DIR}/grammars/values/tables/plane_zones.tsv)
daicho_embed(daicho_grammars legal_form_table ${PROJECT_SOURCE_DIR}/grammars/values/tables/legal_forms.tsv)
daicho_embed(daicho_grammars payee_word_table ${PROJECT_SOURCE_DIR}/grammars/values/tables/payee_words.tsv)
daicho_embed(daicho_grammars character_profile_table ${PROJECT_SOURCE_DIR}/grammars/characters/tables/profiles.tsv)
daicho_embed(daicho_grammars look_alike_table ${PROJECT_SOURCE_DIR}/grammars/characters/tables/look_alikes.tsv)

# Tables of characters are made by a program from the files of Unicode (Debian: unicode-data) and from text/tables.
find_path(UNICODE_DATA UnicodeData.txt PATHS /usr/share/unicode REQUIRED
    DOC "Folder of UnicodeData.txt and its companions; Debian package unicode-data")
file(GLOB character_generator CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/grammars/text/generator/*.cpp)
add_executable(daicho_character_tables ${character_generator} ${PROJECT_SOURCE_DIR}/grammars/text/utf8.cpp)
target_include_directories(daicho_character_tables PRIVATE ${PROJECT_SOURCE_DIR})
target_link_libraries(daicho_character_tables PRIVATE daicho_settings)
file(GLOB character_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/grammars/text/tables/*.t[xs][tv])
set(code_page_932 ${PROJECT_SOURCE_DIR}/grammars/formats/tables/cp932.txt)
set(character_tables ${PROJECT_BINARY_DIR}/generated/character_tables.cpp)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/generated)
add_custom_command(OUTPUT ${character_tables}
    COMMAND daicho_character_tables ${UNICODE_DATA} ${PROJECT_SOURCE_DIR}/grammars/text/tables ${code_page_932}
        ${character_tables}
    DEPENDS daicho_character_tables ${character_sources} ${code_page_932} ${UNICODE_DATA}/UnicodeData.txt VERBATIM)
target_sources(daicho_grammars PRIVATE ${character_tables})
