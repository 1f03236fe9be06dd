#include "grammars/text/edit_distance.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        out.push_back(c.value);
        at += c.size;
    }
    return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::u32string x = code_points(a);
    const std::u32string y = code_points(b);
    std::vector<std::size_t> before(y.size() + 1), above(y.size() + 1), row(y.size() + 1);
    for (std::size_t j = 0; j <= y.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= x.size(); ++i) {
        std::swap(before, above);
        std::swap(above, row);
        row[0] = i;
        for (std::size_t j = 1; j <= y.size(); ++j) {
            const bool same = x[i - 1] == y[j - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
    }
    return row[y.size()];
}

std::uint64_t letter_bits(std::string_view text) {
    std::uint64_t bits = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = code_point_at(text, at);
        bits |= std::uint64_t{1} << ((character.value * 0x9E3779B1u & 0xFFFFFFFFu) >> 26);
        at += character.size;
    }
    return bits;
}

}  // namespace daicho
