#include "registries/address/spoken_prefecture.hpp"

#include <algorithm>
#include <string>

#include "grammars/text/utf8.hpp"
#include "registries/address/place_sound.hpp"
#include "registries/address/place_sounds.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_sound = 60;  ///< bytes: カゴシマケン in half width with marks

/// Where the kanji begin; 0: none do soon.
std::size_t kanji_begin(std::string_view text) {
    for (std::size_t at = 0; at < std::min(text.size(), longest_sound);) {
        const CodePoint c = code_point_at(text, at);
        if (c.value >= 0x4E00 && c.value <= 0x9FFF) return at;
        at += c.size;
    }
    return 0;
}

std::optional<std::uint32_t> prefecture_that_sounds(const IndexView& index, std::string_view name) {
    std::optional<std::uint32_t> found;
    for (const std::uint64_t entry : entries_of(index.place_sounds, place_sound(name))) {
        if (PlaceSound::kind(entry) != SoundKind::prefecture) continue;
        if (found && *found != PlaceSound::index(entry)) return std::nullopt;
        found = PlaceSound::index(entry);
    }
    return found;
}

std::optional<std::uint32_t> prefecture_called(const IndexView& index, std::string_view name) {
    const auto found = std::ranges::find_if(
        index.prefectures, [&](const auto& prefecture) { return index.string(prefecture.name) == name; });
    if (found == index.prefectures.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - index.prefectures.begin());
}

}  // namespace

std::optional<SpokenPrefecture> spoken_prefecture(const IndexView& index, std::string_view text) {
    for (const auto& [word, name] : {std::pair("都内", "東京都"), std::pair("道内", "北海道")}) {
        if (!text.starts_with(word)) continue;
        const auto prefecture = prefecture_called(index, name);
        if (!prefecture) return std::nullopt;
        return SpokenPrefecture{*prefecture, std::string_view(word).size(), true, true};
    }
    std::size_t end = kanji_begin(text);
    if (end == 0) return std::nullopt;
    const auto prefecture = prefecture_that_sounds(index, text.substr(0, end));
    if (!prefecture) return std::nullopt;
    const std::string_view name = index.string(index.prefectures[*prefecture].name);
    const std::string_view kind = name.substr(name.size() - std::string_view("都").size());
    const bool told = text.substr(end).starts_with(kind);
    return SpokenPrefecture{*prefecture, end + (told ? kind.size() : 0), told};
}

}  // namespace daicho
