#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// What a sound is the name of. `*_short`: without シ, ク, チョウ, マチ ... at its end.
enum class SoundKind : std::uint8_t {
    prefecture,          ///< an index into `prefectures`; with トウキョウト and トウキョウ
    municipality,        ///< city or ward: an index into `municipalities`
    municipality_short,  ///<
    parent,              ///< county of a town, city of a ward, with its last word and without
    town,                ///< 大字・町, or a 小字 under none: a town that has it, an index into `towns`
    town_short,
    koaza,  ///< 小字 of a 大字
};

/// 36 bits of a hash, 4 of the kind, 24 of the index: sorted, so that all of one sound stand together. That
/// two sounds have one hash is for the reader to rule out, who knows the names.
struct PlaceSound {
    static std::uint64_t first(std::string_view sound);
    static std::uint64_t made(std::string_view sound, SoundKind kind, std::uint32_t index) {
        return first(sound) | std::uint64_t{static_cast<std::uint8_t>(kind)} << 24 | index;
    }
    static SoundKind kind(std::uint64_t entry) { return static_cast<SoundKind>(entry >> 24 & 0xF); }
    static std::uint32_t index(std::uint64_t entry) { return entry & 0xFFFFFF; }
    static std::uint64_t last(std::uint64_t first) { return first | 0xFFFFFFF; }
};

/// The entries of a sound.
inline std::span<const std::uint64_t> entries_of(std::span<const std::uint64_t> sounds,
                                                 std::string_view sound) {
    const std::uint64_t first = PlaceSound::first(sound);
    const auto begin = std::lower_bound(sounds.begin(), sounds.end(), first);
    const auto end = std::upper_bound(begin, sounds.end(), PlaceSound::last(first));
    return {begin, end};
}

/// All that a name of a town sounds like, from its reading and its Latin letters; none is twice among them.
std::vector<std::string> town_sounds(std::string_view kana, std::string_view roma);

/// Without シ, ク, チョウ, マチ, ムラ, ソン at its end; the same where it has none.
std::string without_last_word(const std::string& sound);

}  // namespace daicho
