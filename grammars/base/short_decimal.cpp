#include "grammars/base/short_decimal.hpp"

#include <cstdio>

namespace daicho {

std::string short_decimal(double value, int digits) {
    char text[40];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    std::string shown = text;
    if (shown.find('.') != shown.npos) {
        shown.erase(shown.find_last_not_of('0') + 1);
        if (shown.back() == '.') shown.pop_back();
    }
    return shown == "-0" ? "0" : shown;
}

}  // namespace daicho
