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

// https://no-color.org, https://bixense.com/clicolors
bool colours(ColourMode colour, int fd) {
    if (colour != ColourMode::automatic) return colour == ColourMode::always;
    if (is_set("NO_COLOR")) return false;
    if (is_set("CLICOLOR_FORCE") && std::strcmp(std::getenv("CLICOLOR_FORCE"), "0") != 0) return true;
    return is_terminal(fd);
}

}  // namespace

bool Session::colours_output() const {
    return colours(colour, 1);
}

bool Session::colours_talk() const {
    return colours(colour, 2);
}

}  // namespace daicho
