#include "grammars/formats/encoding.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "grammars/formats/encoding_tables.hpp"
#include "grammars/formats/jis_2004.hpp"
#include "grammars/formats/simd.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

using Byte = unsigned char;

/// What stands at one place of the input.
struct Decoder::Step {
    unsigned size = 0;   ///< bytes read; 0: the character is cut off here
    char32_t value = 0;  ///< no_text: nothing to write (an escape sequence)
    bool invalid = false;
    bool read_only = false;  ///< the encoding writes this character with another code
    char32_t mark = 0;       ///< the second code point of a sequence, or 0

    static constexpr char32_t no_text = 0xFFFF'FFFF;
};

namespace {

constexpr char32_t replacement = 0xFFFD;

char32_t code_point(PackedCharacter packed) {
    const std::uint32_t v = packed.value;
    if (packed.size() == 2) return ((v & 0x1F) << 6) | ((v >> 8) & 0x3F);
    return ((v & 0x0F) << 12) | (((v >> 8) & 0x3F) << 6) | ((v >> 16) & 0x3F);
}

bool is_cp932_lead(Byte byte) {
    return static_cast<Byte>((byte ^ 0x20) - 0xA1) < 0x3C;
}

/// The first byte of a code of two bytes that the fast loop may look up.
template <Encoding E>
bool is_lead(Byte byte) {
    return E == Encoding::euc_jp ? byte >= 0xA1 : is_cp932_lead(byte);
}

template <Encoding E>
constexpr bool has_fast_pairs = E == Encoding::cp932 || E == Encoding::cp932_jis || E == Encoding::euc_jp;

/// At most this many bytes of text for one byte of input (and four for one of two at the end).
constexpr std::size_t growth = 3;

}  // namespace

template <Encoding E>
Decoder::Step Decoder::step(const unsigned char* at, const unsigned char* end) {
    const std::size_t left = static_cast<std::size_t>(end - at);
    const Step invalid{1, replacement, true, false};
    const auto from_table = [&](PackedCharacter packed, unsigned size) -> Step {
        if (!packed.assigned()) return invalid;
        return {size, code_point(packed), false, !packed.plain()};
    };
    if constexpr (E == Encoding::utf8) {
        if (*at < 0x80) return {1, *at, false, false};
        if (*at < 0xC2 || *at > 0xF4) return invalid;
        const unsigned size = *at < 0xE0 ? 2 : *at < 0xF0 ? 3 : 4;
        const std::string_view text{reinterpret_cast<const char*>(at), std::min<std::size_t>(left, size)};
        const bool bad_second = left > 1 && ((at[1] & 0xC0) != 0x80 || (*at == 0xE0 && at[1] < 0xA0) ||
                                             (*at == 0xED && at[1] > 0x9F) || (*at == 0xF0 && at[1] < 0x90) ||
                                             (*at == 0xF4 && at[1] > 0x8F));
        const bool bad_third = left > 2 && size > 2 && (at[2] & 0xC0) != 0x80;
        const bool bad_fourth = left > 3 && size > 3 && (at[3] & 0xC0) != 0x80;
        if (bad_second || bad_third || bad_fourth) return invalid;
        if (left < size) return {};
        return {size, code_point_at(text, 0).value, false, false};
    } else if constexpr (E == Encoding::utf16le || E == Encoding::utf16be) {
        const auto unit = [&](std::size_t i) {
            return static_cast<char32_t>(E == Encoding::utf16le ? at[i] | at[i + 1] << 8
                                                                : at[i] << 8 | at[i + 1]);
        };
        if (left < 2) return {};
        const char32_t first = unit(0);
        if (first < 0xD800 || first > 0xDFFF) return {2, first, false, false};
        if (first > 0xDBFF) return {2, replacement, true, false};
        if (left < 4) return {};
        const char32_t second = unit(2);
        if (second < 0xDC00 || second > 0xDFFF) return {2, replacement, true, false};
        return {4, 0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF), false, false};
    } else if constexpr (E == Encoding::iso_2022_jp) {
        if (*at == 0x1B) return escape(at, end);
        if (*at >= 0x80 || *at == 0x0E || *at == 0x0F) return invalid;
        const bool graphic = *at > 0x20 && *at < 0x7F;
        switch (set_) {
            case Set::ascii:
                return {1, *at, false, false};
            case Set::roman:
                return {1, *at == 0x5C ? 0xA5u : *at == 0x7E ? 0x203Eu : *at, false, false};
            case Set::kana:
                if (graphic && *at < 0x60) return {1, 0xFF61u + (*at - 0x21u), false, false};
                return graphic ? invalid : Step{1, *at, false, false};
            default:
                break;
        }
        if (!graphic) return invalid;
        if (left < 2) return {};
        const auto& table = euc_jp_table();
        const std::size_t code = std::size_t{*at | 0x80u} << 8 | (at[1] | 0x80u);
        return from_table(set_ == Set::kanji ? table.pairs[code] : table.triples[code], 2);
    } else if constexpr (E == Encoding::shift_jis_2004 || E == Encoding::euc_jis_2004) {
        return step_2004<E>(at, left);
    } else if constexpr (E == Encoding::euc_jp) {
        if (*at < 0x80) return {1, *at, false, false};
        if (*at < 0xA1 && *at != 0x8E && *at != 0x8F) return invalid;
        if (left < 2) return {};
        if (*at != 0x8F) return from_table(euc_jp_table().pairs[std::size_t{*at} << 8 | at[1]], 2);
        if (left < 3) return at[1] < 0xA1 ? invalid : Step{};
        return from_table(euc_jp_table().triples[std::size_t{at[1]} << 8 | at[2]], 3);
    } else {
        if (*at < 0x80) return {1, *at, false, false};
        if (*at >= 0xA1 && *at <= 0xDF) return {1, 0xFF61u + (*at - 0xA1u), false, false};
        if (!is_cp932_lead(*at)) return invalid;
        if (left < 2) return {};
        return from_table(table_of(E).pairs[std::size_t{*at} << 8 | at[1]], 2);
    }
}

template <Encoding E>
Decoder::Step Decoder::step_2004(const unsigned char* at, std::size_t left) {
    const Step invalid{1, replacement, true, false};
    const auto half_kana = [](unsigned size, unsigned byte) { return Step{size, 0xFF61u + (byte - 0xA1u)}; };
    const auto from_table = [&](Jis2004Character found, unsigned size) {
        return found.character == 0 ? invalid : Step{size, found.character, false, false, found.mark};
    };
    if (*at < 0x80) return {1, *at};
    if constexpr (E == Encoding::shift_jis_2004) {
        if (*at >= 0xA1 && *at <= 0xDF) return half_kana(1, *at);
        if (!is_cp932_lead(*at)) return invalid;
        if (left < 2) return {};
        return from_table(shift_jis_2004_table().at(static_cast<unsigned>(*at << 8 | at[1])), 2);
    } else {
        if (*at < 0xA1 && *at != 0x8E && *at != 0x8F) return invalid;
        if (left < 2) return {};
        const bool kana = *at == 0x8E && at[1] >= 0xA1 && at[1] <= 0xDF;
        if (kana) return half_kana(2, at[1]);
        if (*at != 0x8F)
            return from_table(euc_jis_2004_table().at(static_cast<unsigned>(*at << 8 | at[1])), 2);
        if (left < 3) return at[1] < 0xA1 ? invalid : Step{};
        return from_table(euc_jis_2004_table().at(static_cast<unsigned>(at[1] << 8 | at[2]), 2), 3);
    }
}

Decoder::Step Decoder::escape(const unsigned char* at, const unsigned char* end) {
    struct Sequence {
        std::string_view bytes;
        Set set;
    };
    static constexpr Sequence sequences[] = {
        {"\x1B(B", Set::ascii}, {"\x1B(J", Set::roman},  {"\x1B(I", Set::kana},        {"\x1B$@", Set::kanji},
        {"\x1B$B", Set::kanji}, {"\x1B$(B", Set::kanji}, {"\x1B$(D", Set::supplement},
    };
    const std::string_view here{reinterpret_cast<const char*>(at), static_cast<std::size_t>(end - at)};
    for (const auto& sequence : sequences) {
        if (here.starts_with(sequence.bytes)) {
            set_ = sequence.set;
            return {static_cast<unsigned>(sequence.bytes.size()), Step::no_text, false, false};
        }
        if (sequence.bytes.starts_with(here)) return {};
    }
    return {1, replacement, true, false};
}

template <Encoding E>
std::size_t Decoder::run(std::string_view bytes, bool last, Buffer<char>& text,
                         std::vector<SourceBytes>& source) {
    const auto* const begin = reinterpret_cast<const Byte*>(bytes.data());
    const auto* const end = begin + bytes.size();
    const auto* at = begin;
    const std::size_t old = text.size();
    text.resize(old + growth * bytes.size() + 4);
    char* out = text.data() + old;
    const PackedCharacter* pairs = nullptr;
    if constexpr (has_fast_pairs<E>) pairs = table_of(E).pairs.data();

    const auto remember = [&](const Step& step, unsigned size) {
        SourceBytes entry{
            static_cast<std::uint32_t>(out - text.data()), static_cast<std::uint8_t>(size), step.invalid, {}};
        std::memcpy(entry.bytes, at, size);
        source.push_back(entry);
        if (step.invalid && !first_invalid_) first_invalid_ = read_ + static_cast<std::uint64_t>(at - begin);
    };
    while (at < end) {
        if constexpr (has_fast_pairs<E>) {
            const std::size_t ascii = copy_ascii(at, end, out);
            at += ascii;
            out += ascii;
            while (end - at >= 2 && is_lead<E>(*at)) {
                const PackedCharacter packed = pairs[std::size_t{*at} << 8 | at[1]];
                if (!packed.plain()) break;
                std::memcpy(out, &packed.value, 4);
                out += packed.value >> 24;
                at += 2;
            }
            if (at == end) break;
            if (*at < 0x80) continue;
        }
        Step step = this->step<E>(at, end);
        if (step.size == 0) {
            if (!last) break;
            step = {1, replacement, true, false};
        }
        if (step.invalid || step.read_only)
            remember(step, std::min(step.size, static_cast<unsigned>(end - at)));
        if (step.value != Step::no_text) out = put_utf8(out, step.value);
        if (step.mark != 0) out = put_utf8(out, step.mark);
        at += step.size;
    }
    text.resize(static_cast<std::size_t>(out - text.data()));
    const auto consumed = static_cast<std::size_t>(at - begin);
    read_ += consumed;
    return consumed;
}

std::size_t Decoder::decode(std::string_view bytes, bool last, Buffer<char>& text,
                            std::vector<SourceBytes>& source) {
    switch (encoding_) {
        case Encoding::cp932:
            return run<Encoding::cp932>(bytes, last, text, source);
        case Encoding::cp932_jis:
            return run<Encoding::cp932_jis>(bytes, last, text, source);
        case Encoding::euc_jp:
            return run<Encoding::euc_jp>(bytes, last, text, source);
        case Encoding::shift_jis_2004:
            return run<Encoding::shift_jis_2004>(bytes, last, text, source);
        case Encoding::euc_jis_2004:
            return run<Encoding::euc_jis_2004>(bytes, last, text, source);
        case Encoding::iso_2022_jp:
            return run<Encoding::iso_2022_jp>(bytes, last, text, source);
        case Encoding::utf16le:
            return run<Encoding::utf16le>(bytes, last, text, source);
        case Encoding::utf16be:
            return run<Encoding::utf16be>(bytes, last, text, source);
        case Encoding::utf8:
            break;
    }
    const std::size_t old = text.size();
    text.append(bytes.data(), bytes.size());
    const std::uint64_t before = read_;
    const std::size_t whole = check_utf8(text, old, last, source);
    text.resize(whole);
    return static_cast<std::size_t>(read_ - before);
}

std::size_t Decoder::check_utf8(Buffer<char>& text, std::size_t from, bool last,
                                std::vector<SourceBytes>& source) {
    const std::string_view fresh{text.data() + from, text.size() - from};
    const std::size_t good = valid_utf8_prefix(fresh);
    read_ += good;
    if (good == fresh.size()) return text.size();
    const std::string rest{fresh.substr(good)};
    text.resize(from + good);
    const std::size_t consumed = run<Encoding::utf8>(rest, last, text, source);
    const std::size_t whole = text.size();
    text.append(rest.data() + consumed, rest.size() - consumed);
    return whole;
}

}  // namespace daicho
