#include "registries/embedded/name_folding.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "grammars/text/utf8.hpp"
#include "registries/embedded/embedded_table.hpp"

namespace daicho {

namespace {

using Variant = std::pair<char16_t, char16_t>;

std::vector<Variant> read_variants() {
    std::vector<Variant> variants;
    for_each_line(embedded_text("registries/embedded/name_variants.tsv"), [&](std::string_view line) {
        const auto written = code_point_at(take_field(line), 0).value;
        const auto standard = code_point_at(take_field(line), 0).value;
        variants.emplace_back(static_cast<char16_t>(written), static_cast<char16_t>(standard));
    });
    std::ranges::sort(variants);
    return variants;
}

bool is_variation_selector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

}  // namespace

char16_t folded(char32_t c) {
    static const std::vector<Variant> variants = read_variants();
    if (is_variation_selector(c)) return 0;
    if (c > 0xFFFF) return 0xFFFF;
    const auto key = static_cast<char16_t>(c);
    const auto found = std::ranges::lower_bound(variants, key, {}, &Variant::first);
    return found != variants.end() && found->first == key ? found->second : key;
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
