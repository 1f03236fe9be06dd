#include "registries/address/lot_key.hpp"

#include "grammars/text/utf8.hpp"
#include "registries/address/character_classes.hpp"
#include "registries/address/folded_text.hpp"

namespace daicho {

std::uint32_t numeric_lot_part(std::string_view text) {
    if (text.empty() || text.size() > 6) return 0;
    std::uint32_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value + 1;
}

std::string odd_lot_part(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const AddressCharacter c = character_at(text, at);
        at += c.size;
        if (c.value != ' ' && c.value != 0x3000) append_utf8(out, plain_form(c.value));
    }
    return out;
}

}  // namespace daicho
