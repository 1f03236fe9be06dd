#include "grammars/text/repertoire.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <string>
#include <tuple>

namespace daicho {

namespace {

constexpr Repertoire table[] = {
    {"jisx0201", "JIS X 0201（半角英数・半角カナ）", "JIS X 0201 (ASCII-like letters, half-width kana)",
     character::jis_x0201, 158, false, true},
    {"jisx0208", "JIS X 0208（非漢字・第1・第2水準）", "JIS X 0208 (symbols, levels 1 and 2)",
     character::jis_x0208, 6879, false, true},
    {"jisx0213", "JIS X 0213（非漢字・第1～第4水準）", "JIS X 0213 (symbols, levels 1 to 4)",
     character::jis_x0213, 11233, true},
    {"cp932", "CP932（Windows の Shift_JIS、ユーザー定義領域を除く）",
     "CP932 (Shift_JIS of Windows without its user-defined part)", character::cp932, 7484, false, true},
    {"joyo", "常用漢字", "Joyo kanji", character::joyo, 2136, false},
    {"jinmei", "人名用漢字", "Jinmeiyo kanji", character::jinmei, 863, false},
    {"etax", "e-Tax で使える文字", "characters of e-Tax", character::etax, 7415, false},
    {"eltax", "eLTAX で使える文字", "characters of eLTAX", character::eltax, 23973, false},
};

constexpr unsigned cells = character_data::jis_cells;

JisPosition position_of(unsigned place) {
    return {place / (cells * cells) + 1, place / cells % cells + 1, place % cells + 1};
}

std::optional<JisPosition> find_place(std::span<const character_data::JisPlace> places, char32_t c,
                                      char32_t mark) {
    const auto key = [](const character_data::JisPlace& place) {
        return std::tuple(place.character, place.mark);
    };
    const auto found = std::ranges::lower_bound(places, std::tuple(c, mark), {}, key);
    if (found == places.end() || key(*found) != std::tuple(c, mark)) return std::nullopt;
    return position_of(found->place);
}

bool is_valid(JisPosition at) {
    const auto in_row = [](unsigned n) { return n >= 1 && n <= cells; };
    return (at.plane == 1 || at.plane == 2) && in_row(at.row) && in_row(at.cell);
}

}  // namespace

std::span<const Repertoire> repertoires() {
    return table;
}

const Repertoire* find_repertoire(std::string_view name) {
    const auto found = std::ranges::find(table, name, &Repertoire::name);
    return found == std::end(table) ? nullptr : &*found;
}

bool has_unit(const Repertoire& repertoire, const CharacterUnit& unit) {
    if (unit.mark != 0 && repertoire.sequences) return true;
    const bool mark_too = unit.mark == 0 || (properties_of(unit.mark) & repertoire.bit) != 0;
    return mark_too && (properties_of(unit.base) & repertoire.bit) != 0;
}

std::optional<JisCharacter> jis_character_at(JisPosition at) {
    if (!is_valid(at)) return std::nullopt;
    const auto& form = character_data::jis_forms[((at.plane - 1) * cells + at.row - 1) * cells + at.cell - 1];
    if (form.year == 0) return std::nullopt;
    return JisCharacter{form.character, form.mark, form.other, form.year};
}

std::optional<JisPosition> jis_x0213_position(char32_t c, char32_t mark) {
    return find_place(character_data::jis_places, c, mark);
}

std::optional<JisPosition> jis_x0208_position(char32_t c) {
    return find_place(character_data::jis_1990_places, c, 0);
}

std::string to_string(JisPosition at) {
    char text[48];
    std::snprintf(text, sizeof text, "%u-%02u-%02u", at.plane, at.row, at.cell);
    return text;
}

std::optional<JisPosition> read_jis_position(std::string_view text) {
    unsigned numbers[3] = {};
    unsigned count = 0;
    const char* p = text.data();
    const char* const end = p + text.size();
    while (true) {
        if (count == 3 || p == end || *p == '-') return std::nullopt;
        const auto read = std::from_chars(p, end, numbers[count]);
        if (read.ec != std::errc{} || read.ptr - p > 2) return std::nullopt;
        ++count;
        if (read.ptr == end) break;
        if (*read.ptr != '-') return std::nullopt;
        p = read.ptr + 1;
    }
    if (count < 2) return std::nullopt;
    const JisPosition at =
        count == 3 ? JisPosition{numbers[0], numbers[1], numbers[2]} : JisPosition{1, numbers[0], numbers[1]};
    return is_valid(at) ? std::optional(at) : std::nullopt;
}

}  // namespace daicho
