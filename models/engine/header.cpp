#include "models/engine/header.hpp"

#include <algorithm>

#include "grammars/text/kana.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

/// No name of an item is as long as this, in bytes. What is longer is compared as it is, and no part of it is
/// tried: a table that begins with an open quote has its whole text for a header.
constexpr std::size_t longest_name = 1024;

/// Signs that part or bracket words of a header.
bool is_sign(char32_t c) {
    if (c > 0x3020 && c < 0xFEFF && c != U'・') return false;
    if (c >= '0' && c <= '9') return false;
    constexpr std::u32string_view signs =
        U" _./-()[]{}<>:,・、。「」『』【】〔〕［］〈〉《》｡｢｣､･\n\r\t\uFEFF";
    return signs.find(c) != std::u32string_view::npos;
}

/// The number of an item in its source, "1.2.1.4": its dots tell it from 12.1.4.
bool is_item_number(std::string_view text) {
    if (text.empty() || text.front() == '.' || text.back() == '.') return false;
    return text.find('.') != text.npos && text.find_first_not_of("0123456789.") == text.npos;
}

}  // namespace

std::string header_key(std::string_view header) {
    if (header.size() > longest_name || is_item_number(header)) return std::string(header);
    // Half-width kana begin with this byte; most headers have none.
    const bool half_width = header.find('\xEF') != std::string_view::npos;
    const std::string full = half_width ? full_width_kana(header) : std::string();
    const Narrow narrow(half_width ? std::string_view(full) : header);
    const std::string_view text = narrow.text();
    std::string key;
    key.reserve(text.size());
    std::size_t kept = 0;  // where what was not appended yet begins
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper || is_sign(c)) {
            key.append(text, kept, at - kept);
            if (upper) key += static_cast<char>(c + 0x20);
            kept = at + size;
        }
        at += size;
    }
    key.append(text, kept);
    return key;
}

std::vector<std::pair<std::string, std::uint32_t>> repeated_keys(std::string_view key) {
    std::vector<std::pair<std::string, std::uint32_t>> keys;
    if (key.size() > longest_name) return keys;
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
