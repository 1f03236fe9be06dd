#include "grammars/formats/name_ending.hpp"

#include <algorithm>

namespace daicho {

namespace {

char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool has_ending(std::string_view path, std::string_view ending) {
    return path.size() >= ending.size() &&
           std::equal(ending.begin(), ending.end(), path.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char wanted, char c) { return wanted == small_letter(c); });
}

}  // namespace

bool has_one_of_endings(std::string_view path, std::string_view endings) {
    while (!endings.empty()) {
        const auto space = std::min(endings.find(' '), endings.size());
        if (has_ending(path, endings.substr(0, space))) return true;
        endings.remove_prefix(std::min(space + 1, endings.size()));
    }
    return false;
}

}  // namespace daicho
