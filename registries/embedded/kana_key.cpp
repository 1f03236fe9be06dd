#include "registries/embedded/kana_key.hpp"

#include "grammars/text/kana.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::u16string_view written = u"ァィゥェォッャュョヮヵヶヂヅ";
constexpr std::u16string_view compared = u"アイウエオツヤユヨワカケジズ";
static_assert(written.size() == compared.size());

}  // namespace

std::u16string kana_key(std::string_view text) {
    const std::string plain = katakana(full_width_kana(text));
    std::u16string key;
    for (std::size_t at = 0; at < plain.size();) {
        const auto [c, size] = code_point_at(plain, at);
        at += size;
        if (c == ' ' || c == 0x3000) continue;
        if (!is_katakana(c)) return {};
        const auto letter = static_cast<char16_t>(c);
        const auto place = written.find(letter);
        key += place == written.npos ? letter : compared[place];
    }
    return key;
}

}  // namespace daicho
