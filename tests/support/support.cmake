# What tests and benchmarks share and is more than a header.
include_guard(GLOBAL)

# "." suits too, as CTest runs tests there: checkouts side by side can then share a compiler cache.
set(DAICHO_TESTS_ROOT ${PROJECT_SOURCE_DIR} CACHE STRING "The repository, as the tests name it")

add_library(daicho_test_support STATIC ${CMAKE_CURRENT_LIST_DIR}/address_draft.cpp
    ${CMAKE_CURRENT_LIST_DIR}/corporation_days.cpp
    ${CMAKE_CURRENT_LIST_DIR}/address_letters.cpp ${CMAKE_CURRENT_LIST_DIR}/address_lot_habits.cpp
    ${CMAKE_CURRENT_LIST_DIR}/address_name_habits.cpp ${CMAKE_CURRENT_LIST_DIR}/address_spellings.cpp
    ${CMAKE_CURRENT_LIST_DIR}/published_corporations.cpp ${CMAKE_CURRENT_LIST_DIR}/spelled_numbers.cpp)
target_link_libraries(daicho_test_support PUBLIC daicho_grammars PRIVATE daicho_settings daicho_test_settings)
target_compile_definitions(daicho_test_support PRIVATE DAICHO_SOURCE_DIR="${DAICHO_TESTS_ROOT}")
