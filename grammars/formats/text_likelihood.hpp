#pragma once

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

    const ReadingCounts& counts() const { return counts_; }
    double bits() const { return bits_; }

 private:
    void add_character(char32_t c);
    void add_ascii(char32_t c);
    void add_coded(char32_t c);
    void count(std::uint64_t& kind, double bits);
    double in_word_bits() const;
    double half_kana_bits(char32_t c) const;

    const std::vector<std::uint16_t>* codes_ = nullptr;       ///< of EUC-JP, once they are asked for
    const std::vector<std::uint8_t>* frequencies_ = nullptr;  ///< of kanji, the same
    ReadingCounts counts_;
    double bits_ = 0;
    char32_t before_ = 0;
    bool in_half_kana_ = false;  ///< behind half-width kana, or a space behind them
};

}  // namespace daicho
