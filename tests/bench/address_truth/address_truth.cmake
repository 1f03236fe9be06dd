# How many addresses with a known place are found: `build/bench/tests/bench/address_truth REGISTRY INDEX DATA`.
include_guard(GLOBAL)
include(${CMAKE_CURRENT_LIST_DIR}/../../support/support.cmake)
file(GLOB truth_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
add_executable(address_truth ${truth_sources})
target_link_libraries(address_truth PRIVATE daicho_registries daicho_test_support daicho_settings)
