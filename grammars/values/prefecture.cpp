#include "grammars/values/prefecture.hpp"

#include <algorithm>
#include <array>

#include "grammars/base/embedded_file.hpp"
#include "grammars/text/tidy.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

std::span<const EmbeddedFile> prefecture_table();

namespace {

using Table = std::array<Prefecture, 47>;

Table read_table() {
    Table table;
    std::size_t count = 0;
    std::string_view text = prefecture_table().front().text;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.starts_with('#')) continue;
        table.at(count++) = {line.substr(0, 2), line.substr(3)};
    }
    return table;
}

/// 東京 for 東京都, 北海道 for itself.
std::string_view short_name(std::string_view name) {
    return name == "北海道" ? name : name.substr(0, name.size() - 3);
}

bool is_canonical_prefecture(std::string_view text, const Reading&) {
    return std::ranges::any_of(prefectures(), [&](const Prefecture& p) { return p.name == text; });
}

Result<std::string> canonical_prefecture(std::string_view text, const Reading&) {
    const Tidy tidy(text);
    const Prefecture* prefecture = find_prefecture(tidy.text());
    if (!prefecture) return Remark{.rule = rules::unknown_name, .where = whole(text)};
    return {std::string(prefecture->name), notation_remark(text, prefecture->name)};
}

}  // namespace

std::span<const Prefecture> prefectures() {
    static const Table table = read_table();
    return table;
}

const Prefecture* prefecture_at_start(std::string_view text) {
    for (const Prefecture& prefecture : prefectures()) {
        if (text.starts_with(prefecture.name)) return &prefecture;
    }
    return nullptr;
}

const Prefecture* find_prefecture(std::string_view text) {
    for (const Prefecture& prefecture : prefectures()) {
        if (text == prefecture.name || text == short_name(prefecture.name)) return &prefecture;
    }
    return nullptr;
}

const ValueType prefecture_type{
    .name = "prefecture",
    .name_ja = "都道府県",
    .form = "東京都",
    .is_canonical = is_canonical_prefecture,
    .canonical = canonical_prefecture,
};

}  // namespace daicho
