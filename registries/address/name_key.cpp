#include "registries/address/name_key.hpp"

namespace daicho {

namespace {

/// 常呂町字吉野: a 字 that begins a part in the middle of a name.
bool begins_part(std::uint16_t before) {
    return before == symbol::machi || before == symbol::mura || before == symbol::ku;
}

/// 丁目 behind a number, or 丁 that ends the name.
std::uint32_t chome_size(SymbolView text, std::uint32_t at) {
    if (text[at] != symbol::cho) return 0;
    if (text[at + 1] == symbol::me) return 2;
    return at + 1 == text.size ? 1 : 0;
}

void append_number(LabelKey& key, std::uint64_t value) {
    const NumberSymbols number = number_symbols(value);
    if (number.size == 0) key.labels.push_back(symbol::unknown);
    for (std::uint32_t i = 0; i < number.size; ++i) key.labels.push_back(number.symbols[i]);
}

bool marker_is_left_out(SymbolView text, std::uint32_t at, std::uint32_t size) {
    if (at + size == text.size) return false;  // 西万字: not a marker
    if (at == 0) return true;
    return size == 2 ? text[at] == symbol::big : begins_part(text[at - 1]);
}

}  // namespace

std::uint32_t marker_size(SymbolView text, std::uint32_t at) {
    if (text[at] == symbol::aza) return 1;
    if ((text[at] == symbol::big || text[at] == symbol::small) && text[at + 1] == symbol::aza) return 2;
    return 0;
}

bool append_name(LabelKey& key, std::string_view part, const FoldTable& fold) {
    const FoldedText name(part, fold);
    key.begin_part();
    bool letters = false;
    for (std::uint32_t i = 0; i < name.size();) {
        const std::uint32_t marker = marker_size(name.symbols(), i);
        if (marker > 0 && marker_is_left_out(name.symbols(), i, marker)) {
            i += marker;
            key.begin_part();
            continue;
        }
        const NumberToken number = name.number(i);
        if (number.size == 0) {
            key.labels.push_back(name[i++]);
            letters = true;
            continue;
        }
        append_number(key, number.value);
        i += number.size;
        if (const std::uint32_t size = chome_size(name.symbols(), i); size > 0) {
            key.labels.push_back(symbol::chome);
            i += size;
            letters = true;
            key.begin_part();
        }
    }
    return letters;
}

void append_region_name(LabelKey& key, std::string_view name, const FoldTable& fold) {
    const FoldedText folded(name, fold);
    for (std::uint32_t i = 0; i < folded.size();) {
        const NumberToken number = folded.number(i);
        if (number.size > 0) {
            append_number(key, number.value);
            i += number.size;
        } else {
            key.labels.push_back(folded[i++]);
        }
    }
}

}  // namespace daicho
