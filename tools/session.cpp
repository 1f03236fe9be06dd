#include "tools/session.hpp"

#include <cstdlib>
#include <cstring>

#include "grammars/base/os.hpp"

namespace daicho {

namespace {

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value;
}

}  // namespace

// https://no-color.org, https://bixense.com/clicolors
bool Session::colours_output() const {
    if (colour != ColourMode::automatic) return colour == ColourMode::always;
    if (is_set("NO_COLOR")) return false;
    if (is_set("CLICOLOR_FORCE") && std::strcmp(std::getenv("CLICOLOR_FORCE"), "0") != 0) return true;
    return is_terminal(1);
}

}  // namespace daicho
