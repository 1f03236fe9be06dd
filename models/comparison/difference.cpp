#include "models/comparison/difference.hpp"

#include <algorithm>

namespace daicho {

std::string_view to_string(DifferenceClass kind) {
    constexpr std::string_view names[] = {
        "column",           "notation",    "character-variant", "same-address",
        "same-corporation", "former-name", "code-renewal",      "real"};
    return names[static_cast<std::size_t>(kind)];
}

Text name_of(DifferenceClass kind) {
    constexpr Text names[] = {
        {"片方の表だけの列", "column of one table"},
        {"表記だけ", "notation only"},
        {"異体字など文字の違いだけ", "forms of characters only"},
        {"同じ住所", "same address"},
        {"同じ法人", "same corporation"},
        {"市区町村の旧名称", "former name of a municipality"},
        {"コードの更新", "renewed code"},
        {"実質的な違い", "real"},
    };
    return names[static_cast<std::size_t>(kind)];
}

std::string_view to_string(KeySource source) {
    constexpr std::string_view names[] = {"given", "model", "found", "none"};
    return names[static_cast<std::size_t>(source)];
}

bool ComparisonFacts::columns_differ() const {
    return std::any_of(columns.begin(), columns.end(), [](const ComparedColumn& column) {
        return !column.ignored && (column.added() || column.removed() || column.renamed() || column.moved);
    });
}

}  // namespace daicho
