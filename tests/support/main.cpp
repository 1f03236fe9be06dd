#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

// LeakSanitizer asks a program what it shall not tell. libxlsxwriter 1.1.4 copies the formula of a list of
// choices twice (worksheet_data_validation_range) and frees one copy.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:lxw_strdup\n";
}
