#include "registries/sources/postal_offices.hpp"

#include <algorithm>

#include "grammars/text/kana.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/wide.hpp"

namespace daicho {

namespace {

using View = std::string_view;

constexpr View box_word = "私書箱";

template <class Value, std::size_t N>
std::optional<Value> known(View code, const std::array<std::pair<View, Value>, N>& codes) {
    const auto found =
        std::find_if(codes.begin(), codes.end(), [&](auto& pair) { return pair.first == code; });
    return found == codes.end() ? std::nullopt : std::optional(found->second);
}

constexpr std::array<std::pair<View, PostalOfficeKind>, 2> kinds = {
    {{"0", PostalOfficeKind::large_office}, {"1", PostalOfficeKind::box}}};
constexpr std::array<std::pair<View, unsigned>, 4> numbers = {{{"0", 0}, {"1", 1}, {"2", 2}, {"3", 3}}};
constexpr std::array<std::pair<View, PostalCorrection>, 3> corrections = {
    {{"0", PostalCorrection::none}, {"1", PostalCorrection::added}, {"5", PostalCorrection::abolished}}};

/// The large letter of a small one: ャ -> ヤ.
char32_t large(char32_t letter) {
    constexpr std::u32string_view small = U"ァィゥェォッャュョヮヵヶ";
    constexpr std::u32string_view larger = U"アイウエオツヤユヨワカケ";
    const auto at = small.find(letter);
    return at == small.npos ? letter : larger[at];
}

template <class Change>
std::string changed(View text, Change change) {
    std::string out;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [letter, size] = code_point_at(text, at);
        const char32_t now = change(letter, before);
        append_utf8(out, now);
        before = now;
        at += size;
    }
    return out;
}

}  // namespace

std::optional<PostalOfficeFlags> read_postal_office_flags(const PostalOfficeRow& row) {
    const auto kind = known(row[jigyosyo::kind], kinds);
    const auto number = known(row[jigyosyo::several_numbers], numbers);
    const auto correction = known(row[jigyosyo::correction], corrections);
    if (!kind || !number || !correction) return std::nullopt;
    return PostalOfficeFlags{*kind, *number, *correction};
}

std::optional<PostOfficeBox> read_post_office_box(std::string_view block) {
    constexpr View open = "（";
    constexpr View close = "）";
    const auto box = block.rfind(box_word);
    const auto begin = block.rfind(open, box);
    if (box == View::npos || begin == View::npos || !block.ends_with(close)) return std::nullopt;
    const auto number = box + box_word.size();
    PostOfficeBox found;
    found.address = block.substr(0, begin);
    found.post_office = block.substr(begin + open.size(), box - begin - open.size());
    found.number = block.substr(number, block.size() - close.size() - number);
    if (found.post_office.empty() || found.number.empty()) return std::nullopt;
    return found;
}

std::string postal_office_kana(std::string_view kana) {
    return changed(wide(kana), [](char32_t letter, char32_t before) {
        return letter == U'－' && is_katakana(before) ? U'ー' : letter;
    });
}

std::string large_kana(std::string_view kana) {
    return changed(kana, [](char32_t letter, char32_t) { return large(letter); });
}

}  // namespace daicho
