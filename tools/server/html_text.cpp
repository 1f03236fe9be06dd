#include "tools/server/html_text.hpp"

#include <algorithm>

#include "grammars/text/digits.hpp"

namespace daicho {

std::string html_element(std::string_view name, std::string_view text) {
    // Kana, kanji and their punctuation begin with these bytes in UTF-8.
    const bool japanese = std::ranges::any_of(text, [](char c) { return c >= '\xE3' && c <= '\xE9'; });
    return std::string("<").append(name).append(japanese ? " lang=\"ja\">" : ">") + html_text(text) + "</" +
           std::string(name) + ">";
}

std::string query_text(std::string_view text) {
    const auto stands_for_itself = [](char c) {
        return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("-._~").find(c) != std::string_view::npos;
    };
    std::string out;
    for (const char c : text) {
        if (stands_for_itself(c)) {
            out += c;
        } else {
            constexpr std::string_view digits = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

std::string filled_page(std::string_view page,
                        const std::vector<std::pair<std::string_view, std::string>>& values) {
    std::string out;
    while (true) {
        const std::size_t begin = page.find("{{");
        const std::size_t end = begin == page.npos ? page.npos : page.find("}}", begin);
        if (end == page.npos) return out.append(page);
        out.append(page.substr(0, begin));
        const std::string_view name = page.substr(begin + 2, end - begin - 2);
        const auto value = std::ranges::find(values, name, [](const auto& pair) { return pair.first; });
        out += value == values.end() ? std::string(page.substr(begin, end + 2 - begin)) : value->second;
        page.remove_prefix(end + 2);
    }
}

}  // namespace daicho
