#include "grammars/characters/scan.hpp"

#include "grammars/text/byte_words.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <list>
#include <mutex>

namespace daicho {

namespace {

using namespace character;

// The bits that are moved over each other below.
constexpr unsigned twin_bit = 24, ideograph_bit = 29, katakana_bit = 31, hyphen_bit = 21, hiragana_bit = 30,
                   wide_bit = 27;
static_assert(kana_twin == 1u << twin_bit && ideograph == 1u << ideograph_bit &&
              katakana_letter == 1u << katakana_bit && hiragana_letter == 1u << hiragana_bit &&
              hyphen_like == 1u << hyphen_bit && wide_ascii == 1u << wide_bit);
// Level 2 is the one level with its two lower bits set.
constexpr CharacterProperties lowest_of_level = 1u << jis_level_shift;
static_assert(static_cast<unsigned>(JisLevel::level_2) == 3);

/// Eight bytes of plain ASCII: no control, no question mark, no \ or ~, which the other signs of Shift_JIS
/// stand for.
bool is_plain_word(std::uint64_t word) {
    // ~ is next to the control 7F.
    const std::uint64_t tilde_or_last = bytes_equal_to(word | in_each_byte(1), 0x7F);
    return (high_bytes(word) | bytes_below_space(word) | tilde_or_last | bytes_equal_to(word, '?') |
            bytes_equal_to(word, '\\')) == 0;
}

bool is_suspect(unsigned char ascii, const ScanPlan& plan) {
    if (ascii < 0x20 || ascii >= 0x7E || ascii == '?' || ascii == '\\') return true;
    const unsigned char lower = ascii | 0x20;
    const bool letter = (ascii >= '0' && ascii <= '9') || (lower >= 'a' && lower <= 'z');
    return letter ? plan.ascii_letters : plan.ascii_signs && ascii != ' ';
}

/// Whether what stands before an ASCII character makes it one: カ-ド, 1一2.
bool alarms_behind(CharacterProperties previous, unsigned char ascii) {
    if (ascii == '-') return (previous & katakana_letter) != 0;
    const bool twin_kanji = (previous & kana_twin) != 0 && (previous & ideograph) != 0;
    return twin_kanji && ascii >= '0' && ascii <= '9';
}

/// What characters beside each other alarm with.
struct Context {
    CharacterProperties previous = 0;
    CharacterProperties seen = 0;  // not zero: alarm
    CharacterProperties level_2 = 0;

    void add(char32_t c, CharacterProperties word) {
        level_2 += word & (word >> 1) & lowest_of_level;
        // Most characters alarm beside none: neither is like one of the other script, and it is no hyphen.
        if ((((previous | word) & kana_twin) | (word & hyphen_like)) != 0) compare(c, word);
        previous = word;
    }

    void compare(char32_t c, CharacterProperties word) {
        // 会場ヘ, 電話ヌは, 入りロ, みなベ: what stands beside them need be no kanji.
        const bool behind_hiragana = (previous & hiragana_letter) != 0;
        if (c == U'ヘ' || c == U'ヌ' || (behind_hiragana && (c == U'ロ' || c == U'ベ' || c == U'ペ')))
            seen |= kana_twin;
        const CharacterProperties change = previous ^ word;
        const CharacterProperties script = change & (change >> (katakana_bit - ideograph_bit)) & ideograph;
        seen |= script & ((previous | word) << (ideograph_bit - twin_bit));
        const CharacterProperties kana =
            (previous >> (katakana_bit - hyphen_bit)) | (previous >> (hiragana_bit - hyphen_bit));
        // A hyphen alarms anywhere, for カ－ド too; the long-vowel mark, which is taken for one, but behind
        // kana.
        // へ, べ, ぺ, り beside katakana: hiragana that are like one.
        const CharacterProperties between_kana =
            change & (change >> (katakana_bit - hiragana_bit)) & hiragana_letter;
        const CharacterProperties hiragana_twin = (word & (word >> (hiragana_bit - twin_bit))) |
                                                  (previous & (previous >> (hiragana_bit - twin_bit)));
        seen |= between_kana & (hiragana_twin << (hiragana_bit - twin_bit));
        seen |= word & (~kana | ~(word >> (katakana_bit - hyphen_bit))) & hyphen_like;
        // A kanji like 一 in front of a wide digit: １一２.
        seen |=
            previous & (previous >> (ideograph_bit - twin_bit)) & (word >> (wide_bit - twin_bit)) & kana_twin;
    }
};

}  // namespace

PlainCharacters::PlainCharacters(const ScanPlan& plan) {
    // What is right or wrong by what stands beside it.
    constexpr CharacterProperties by_neighbour = kana_twin | hyphen_like;
    constexpr char32_t ideographic_space = 0x3000;
    for (std::size_t block = 0x800 / 64; block < blocks_.size(); ++block) {
        const CharacterProperties* const words =
            character_data::property_words +
            (std::size_t{character_data::property_blocks[block]} << character_data::block_bits);
        for (unsigned i = 0; i < 64; ++i) {
            const CharacterProperties word = words[i];
            const bool alarm = ((word ^ plan.need) & (plan.alarm | plan.need)) != 0;
            const bool level_2 = (word & (word >> 1) & lowest_of_level) != 0;
            const bool plain = !alarm && !level_2 && (word & by_neighbour) == 0;
            blocks_[block] |= std::uint64_t{plain} << i;
        }
    }
    blocks_[ideographic_space >> 6] &= ~(std::uint64_t{1} << (ideographic_space & 0x3F));
    for (unsigned char c = 0; c < 0x80; ++c) ascii_[c] = !is_suspect(c, plan) && c != '-';
}

const PlainCharacters& PlainCharacters::of(const ScanPlan& plan) {
    struct Made {
        ScanPlan plan;
        PlainCharacters characters;
    };
    static std::mutex mutex;
    static std::list<Made> made;
    const std::lock_guard lock(mutex);
    const auto known = std::ranges::find(made, plan, &Made::plan);
    if (known != made.end()) return known->characters;
    return made.emplace_back(Made{plan, PlainCharacters(plan)}).characters;
}

bool alarms(std::string_view text, const ScanPlan& plan) {
    const auto* at = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = at + text.size();
    CharacterProperties any = 0;
    Context context;
    while (at != end) {
        const unsigned lead = *at;
        if (lead < 0x80) {
            if (context.previous != 0 && alarms_behind(context.previous, *at)) return true;
            std::uint64_t word = 0;
            while (!plan.ascii_letters && end - at >= 8) {
                std::memcpy(&word, at, sizeof word);
                if (!is_plain_word(word)) break;
                at += sizeof word;
            }
            context.previous = 0;
            if (at == end) break;
            if (*at >= 0x80) continue;
            if (is_suspect(*at, plan)) return true;
            ++at;
            continue;
        }
        char32_t c = 0;
        if (lead >= 0xE0 && lead < 0xF0) {
            c = ((lead & 0x0Fu) << 12) | ((at[1] & 0x3Fu) << 6) | (at[2] & 0x3Fu);
            at += 3;
        } else if (lead < 0xE0) {
            c = ((lead & 0x1Fu) << 6) | (at[1] & 0x3Fu);
            at += 2;
        } else {
            c = ((lead & 0x07u) << 18) | ((at[1] & 0x3Fu) << 12) | ((at[2] & 0x3Fu) << 6) | (at[3] & 0x3Fu);
            at += 4;
        }
        const CharacterProperties word = properties_of(c);
        any |= word ^ plan.need;
        context.add(c, word);
    }
    return (any & (plan.alarm | plan.need)) != 0 || context.seen != 0 ||
           context.level_2 >= 2 * lowest_of_level;
}

}  // namespace daicho
