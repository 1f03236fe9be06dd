#include "grammars/text/unit.hpp"

#include "grammars/text/repertoire.hpp"

namespace daicho {

bool is_jis_sequence(char32_t base, char32_t mark) {
    return mark != 0 && jis_x0213_position(base, mark).has_value();
}

namespace {

/// Whether a character can be the second of a sequence of JIS X 0213.
bool may_end_sequence(char32_t c) {
    return c == 0x309A || c == 0x300 || c == 0x301 || c == 0x2E5 || c == 0x2E9;
}

}  // namespace

CharacterUnit unit_at(std::string_view text, std::size_t at) {
    const CodePoint base = code_point_at(text, at);
    CharacterUnit unit{base.value, 0, 0, 0, base.size};
    if (base.size == 0 || is_variation_selector(base.value)) return unit;
    CodePoint next = code_point_at(text, at + unit.size);
    if (may_end_sequence(next.value) && is_jis_sequence(base.value, next.value)) {
        unit.mark = next.value;
        unit.size += next.size;
        next = code_point_at(text, at + unit.size);
    }
    while (is_variation_selector(next.value)) {
        if (unit.selectors++ == 0) unit.selector = next.value;
        unit.size += next.size;
        next = code_point_at(text, at + unit.size);
    }
    return unit;
}

}  // namespace daicho
