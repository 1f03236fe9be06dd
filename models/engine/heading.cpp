#include "models/engine/heading.hpp"

#include <algorithm>

#include "grammars/text/kana.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

/// Signs that part or bracket words of a heading.
bool is_sign(char32_t c) {
    constexpr std::u32string_view signs =
        U" _./-()[]{}<>:,・、。「」『』【】〔〕［］〈〉《》｡｢｣､･\n\r\t\uFEFF";
    return signs.find(c) != std::u32string_view::npos;
}

}  // namespace

std::string heading_key(std::string_view heading) {
    const std::string wide = full_width_kana(heading);
    const Narrow narrow(wide);
    std::string key;
    for (std::size_t at = 0; at < narrow.text().size();) {
        const auto [c, size] = code_point_at(narrow.text(), at);
        at += size;
        if (is_sign(c)) continue;
        append_utf8(key, c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    }
    return key;
}

std::vector<std::pair<std::string, std::uint32_t>> repeated_keys(std::string_view key) {
    std::vector<std::pair<std::string, std::uint32_t>> keys;
    for (std::size_t at = 0; at < key.size(); ++at) {
        std::size_t end = at;
        while (end < key.size() && key[end] >= '0' && key[end] <= '9') ++end;
        if (end == at) continue;
        const std::string digits(key.substr(at, std::min<std::size_t>(end - at, 4)));
        keys.emplace_back(std::string(key.substr(0, at)).append(key.substr(end)),
                          static_cast<std::uint32_t>(std::stoul(digits)));
        at = end;
    }
    return keys;
}

}  // namespace daicho
