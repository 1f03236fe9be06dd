#include <algorithm>
#include <array>
#include <vector>

#include "grammars/base/embedded_file.hpp"
#include "grammars/characters/judges.hpp"
#include "grammars/characters/rule_ids.hpp"
#include "grammars/values/table_rows.hpp"

namespace daicho {

std::span<const EmbeddedFile> look_alike_table();

namespace {

using View = std::string_view;
using Words = std::vector<View>;

/// A row of tables/look_alikes.tsv.
struct LookAlike {
    char32_t written = 0;
    View meant;
    std::size_t longest_before = 0;  // katakana before it, at most; 0: not between katakana
    Words behind, before, but_before;
};

View take_until(View& text, char separator) {
    const auto end = std::min(text.find(separator), text.size());
    const View part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

Words words_of(View cell) {
    Words words;
    while (!cell.empty()) words.push_back(take_until(cell, ' '));
    return words;
}

std::vector<LookAlike> read_table() {
    std::vector<LookAlike> rows;
    for_each_row(look_alike_table().front().text, [&](View line) {
        if (line.starts_with("written")) return;
        LookAlike row;
        row.written = code_point_at(take_until(line, '\t'), 0).value;
        row.meant = take_until(line, '\t');
        const View between = take_until(line, '\t');
        row.longest_before = between == "any" ? View::npos : between == "short" ? 2 : 0;
        for (Words* words : {&row.behind, &row.before, &row.but_before}) {
            *words = words_of(take_until(line, '\t'));
        }
        rows.push_back(std::move(row));
    });
    return rows;
}

const LookAlike* row_of(char32_t c) {
    static const std::vector<LookAlike> rows = read_table();
    const auto found = std::ranges::find(rows, c, &LookAlike::written);
    return found == rows.end() ? nullptr : &*found;
}

bool is_kata(char32_t c) {
    return c != 0 && (properties_of(c) & character::katakana_letter) != 0;
}

/// How many katakana stand at the end of `text`, `most` for that many and more.
std::size_t katakana_before(View text, std::size_t most) {
    std::size_t count = 0;
    for (; count < most && text.size() >= 3; ++count) {
        const View last = text.substr(text.size() - 3);
        if (!is_kata(code_point_at(last, 0).value)) break;
        text.remove_suffix(3);
    }
    return count;
}

bool is_slip(const UnitPlace& place, const LookAlike& row) {
    const View behind = place.behind();
    const auto goes_on = [&](View word) { return behind.starts_with(word); };
    if (std::ranges::any_of(row.but_before, goes_on)) return false;
    const std::size_t told_apart = row.longest_before == View::npos ? 1 : row.longest_before + 1;
    const std::size_t before = katakana_before(place.text.substr(0, place.at), told_apart);
    const bool kata_behind = is_kata(place.next);
    const bool is_kanji = (place.properties & character::ideograph) != 0;
    if (is_kanji) {
        if (before > 0 && before <= row.longest_before && kata_behind) return true;
        return before == 0 && std::ranges::any_of(row.before, goes_on);
    }
    if (before > 0 || kata_behind) return false;
    const View ahead = place.text.substr(0, place.at);
    const bool hiragana = (properties_of(place.previous) & character::hiragana_letter) != 0;
    if (place.previous != 0 && hiragana) return false;
    return std::ranges::any_of(row.before, goes_on) ||
           std::ranges::any_of(row.behind, [&](View word) { return ahead.ends_with(word); });
}

}  // namespace

std::size_t judge_look_alike(const UnitPlace& place, CharacterProblems& out) {
    if ((place.properties & character::kana_twin) == 0) return 0;
    const LookAlike* row = row_of(place.unit.base);
    if (!row || !is_slip(place, *row)) return 0;
    out.add(rules::look_alike, place.at, place.unit.size, RepairKind::guess, std::string(row->meant));
    return place.unit.size;
}

}  // namespace daicho
