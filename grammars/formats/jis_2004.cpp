#include "grammars/formats/jis_2004.hpp"

#include <algorithm>
#include <tuple>

#include "grammars/text/repertoire.hpp"

namespace daicho {

namespace {

/// The rows of plane 2 in the order of their codes in Shift_JIS-2004 (JIS X 0213:2004, annex 1).
constexpr unsigned plane_2_rows[] = {1,  8,  3,  4,  5,  12, 13, 14, 15, 78, 79, 80, 81,
                                     82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94};

unsigned shift_jis_pair(JisPosition at) {
    unsigned line = at.row - 1;  // two rows share a first byte
    if (at.plane == 2) {
        line = static_cast<unsigned>(std::ranges::find(plane_2_rows, at.row) - std::begin(plane_2_rows));
        line += 94;
    }
    const unsigned lead = line / 2 + (line < 62 ? 0x81 : 0xC1);
    const unsigned cell = at.cell - 1;
    const unsigned trail = line % 2 != 0 ? cell + 0x9F : cell + (cell < 63 ? 0x40 : 0x41);
    return lead << 8 | trail;
}

unsigned euc_pair(JisPosition at) {
    return (at.row + 0xA0) << 8 | (at.cell + 0xA0);
}

/// Of the code points of a position the one that its code of two bytes stands for.
char32_t wide_form(const JisCharacter& jis) {
    const bool single = jis.character < 0x80 || jis.character == 0xA5 || jis.character == 0x203E;
    return single && jis.other != 0 ? jis.other : jis.character;
}

auto order(const Jis2004Character& key) {
    return std::tuple{key.character, key.mark};
}

}  // namespace

Jis2004Table::Jis2004Table(Form form) {
    for (auto& plane : planes_) plane.resize(65536);
    for (unsigned plane = 1; plane <= 2; ++plane) {
        for (unsigned row = 1; row <= 94; ++row) {
            for (unsigned cell = 1; cell <= 94; ++cell) {
                const JisPosition position{plane, row, cell};
                const auto jis = jis_character_at(position);
                if (!jis) continue;
                const bool shifted = form == Form::shift_jis;
                const unsigned pair = shifted ? shift_jis_pair(position) : euc_pair(position);
                const unsigned set = shifted ? 1 : plane;
                planes_[set - 1][pair] = {wide_form(*jis), jis->mark};
                entries_.push_back({{wide_form(*jis), jis->mark},
                                    static_cast<std::uint16_t>(pair),
                                    static_cast<std::uint8_t>(set)});
            }
        }
    }
    std::ranges::sort(entries_, {}, [](const Entry& entry) { return order(entry.key); });
}

const Jis2004Table::Entry* Jis2004Table::find(Jis2004Character key) const {
    const auto found = std::ranges::lower_bound(entries_, order(key), {},
                                                [](const Entry& entry) { return order(entry.key); });
    return found != entries_.end() && order(found->key) == order(key) ? &*found : nullptr;
}

Jis2004Table::Code Jis2004Table::code_of(char32_t c, char32_t next) const {
    const bool may_join =
        next == 0x309A || (next >= 0x300 && next <= 0x301) || next == 0x2E5 || next == 0x2E9;
    if (may_join) {
        if (const Entry* both = find({c, next})) return {both->pair, both->plane, 2};
    }
    if (const Entry* one = find({c, 0})) return {one->pair, one->plane, 1};
    return {};
}

const Jis2004Table& shift_jis_2004_table() {
    static const Jis2004Table table{Jis2004Table::Form::shift_jis};
    return table;
}

const Jis2004Table& euc_jis_2004_table() {
    static const Jis2004Table table{Jis2004Table::Form::euc};
    return table;
}

}  // namespace daicho
