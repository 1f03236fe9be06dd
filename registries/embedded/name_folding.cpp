#include "registries/embedded/name_folding.hpp"

#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"

namespace daicho {

char16_t folded(char32_t c) {
    const char32_t to = match_fold(c, fold::names_of_places);
    return to > 0xFFFF ? 0xFFFF : static_cast<char16_t>(to);
}

std::u16string folded_name(std::string_view name) {
    std::u16string key;
    for (std::size_t at = 0; at < name.size();) {
        const auto [c, size] = code_point_at(name, at);
        key.push_back(folded(c));
        at += size;
    }
    return key;
}

}  // namespace daicho
