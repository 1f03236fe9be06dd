#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace daicho {

/// How many characters of each kind a reading of some bytes has.
struct ReadingCounts {
    std::uint64_t ascii = 0;
    std::uint64_t kana =
        0;  ///< full-width kana and the marks of Japanese text (、。ー「」), full-width letters
    std::uint64_t common = 0;     ///< the kanji that names, addresses and tables use most (800 of them)
    std::uint64_t level_1 = 0;    ///< other kanji of level 1 of JIS X 0208
    std::uint64_t rare = 0;       ///< other kanji of Japanese character sets
    std::uint64_t half_kana = 0;  ///< half-width katakana
    std::uint64_t symbols = 0;    ///< other non-kanji of JIS X 0208 and its extensions
    std::uint64_t latin = 0;      ///< letters with marks and signs, as of Latin-1
    std::uint64_t foreign = 0;    ///< characters that Japanese character sets lack
    std::uint64_t unusable = 0;   ///< controls, private use, noncharacters

    std::uint64_t beyond_ascii() const {
        return kana + common + level_1 + rare + half_kana + symbols + latin + foreign + unusable;
    }
};

/// Whether a kanji is one of the 800 that names, addresses and tables of authorities use most.
bool is_frequent_kanji(char32_t c);

/// Whether less than a third of what `text` has beyond ASCII is anything but kana and kanji of level 1: a
/// glance at what its counts would say.
bool is_mostly_everyday(std::string_view text);

/// Judges how much a text looks like what people in Japan write down, in bits of surprise: the lower, the
/// likelier. Only the difference between two readings of the same bytes means anything: 10 bits stand for a
/// thousand to one.
class TextLikelihood {
 public:
    /// Adds valid UTF-8; a text may be given in pieces of whole characters.
    void add(std::string_view text);

    ReadingCounts counts() const;
    double bits() const;

 private:
    /// What a character is, whatever stands beside it.
    enum class Kind : std::uint8_t {
        ascii,
        control,
        kana,
        top_kanji,  ///< of the 200 most frequent
        common_kanji,
        level_1,
        rare,
        symbol,
        foreign,
        unusable,
        half_kana,     ///< its bits are those of its neighbours
        latin,         ///< the same
        latin_symbol,  ///< © ® ° ± ...
    };
    static constexpr std::size_t kinds = 13;

    static Kind kind_of(char32_t c, const std::vector<std::uint16_t>& codes);
    static const std::vector<Kind>& kinds_of_plane();
    static bool is_kanji(Kind kind) { return kind >= Kind::top_kanji && kind <= Kind::rare; }
    void add_ascii(unsigned char c);
    void add_other(char32_t c, const std::vector<Kind>& known);
    std::uint64_t count_of(Kind kind) const { return counts_[static_cast<std::size_t>(kind)]; }
    double in_word_bits() const;
    double half_kana_bits(char32_t c) const;

    std::array<std::uint64_t, kinds> counts_{};
    double beside_ = 0;  ///< bits for what stands beside each other
    char32_t before_ = 0;
    bool in_half_kana_ = false;  ///< behind half-width kana, or a space behind them
};

}  // namespace daicho
