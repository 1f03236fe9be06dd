#include "grammars/formats/json_scanner.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "grammars/base/hexadecimal.hpp"
#include "grammars/formats/json_shape.hpp"
#include "grammars/formats/simd.hpp"
#include "grammars/formats/text_blocks.hpp"
#include "grammars/text/byte_words.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t surely_finite = 300;  ///< a number of so many digits is no infinity

#if defined(__SSE2__)

/// Marks of a bit each for the bytes of `block` that a string does not have as they are.
unsigned special_bytes(__m128i block) {
    const __m128i signs =
        _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('"')), _mm_cmpeq_epi8(block, _mm_set1_epi8('\\')));
    const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1F)), block);
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(signs, controls)));
}

#endif

/// Goes to the first byte that a string does not have as it is.
[[gnu::always_inline]] inline const char* behind_plain(const char* at, const char* end, Passed& passed) {
#if defined(__SSE2__)
    for (; end - at >= 16; at += 16) {
        const __m128i block = block_at(at);
        const unsigned special = special_bytes(block);
        const unsigned below = (special - 1) & ~special;
        const unsigned high = static_cast<unsigned>(_mm_movemask_epi8(block)) & below;
        if ((high | passed.open) != 0) pass_high(block, below, high, passed);
        if (special != 0) return at + std::countr_zero(special);
    }
#endif
    for (; at < end; ++at) {
        const auto byte = static_cast<unsigned char>(*at);
        if (byte < 0x20 || byte == '"' || byte == '\\') break;
        passed.odd |= byte >= 0x80;
    }
    passed.odd |= passed.open != 0;
    passed.open = 0;
    return at;
}

/// Part by part: a token that is made and copied as a whole waits for its own bytes.
void put(JsonToken& token, JsonToken::Part part, JsonKind kind, std::size_t begin, std::size_t end,
         bool escaped) {
    token.part = part;
    token.kind = kind;
    token.escaped = escaped;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
}

bool is_high_surrogate(unsigned unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(unsigned unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

/// The four digits at `at`, which are there.
unsigned utf16_unit_at(std::string_view text, std::size_t at) {
    unsigned unit = 0;
    for (const char c : text.substr(at, 4)) unit = unit * 16 + static_cast<unsigned>(hex_value(c));
    return unit;
}

/// A string that was found to be in order.
void decode(std::string_view text, std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t escape = std::min(text.find('\\', at), text.size());
        out.append(text, at, escape - at);
        if (escape == text.size()) return;
        at = escape + 2;
        if (text[escape + 1] != 'u') {
            out += meanings[letters.find(text[escape + 1])];
            continue;
        }
        unsigned point = utf16_unit_at(text, at);
        at += 4;
        if (is_high_surrogate(point)) {
            point = 0x10000 + ((point - 0xD800) << 10) + (utf16_unit_at(text, at + 2) - 0xDC00);
            at += 6;
        }
        append_utf8(out, point);
    }
}

}  // namespace

std::string_view meaning_of(std::string_view written, const JsonToken& token, std::string& decoded) {
    if (token.kind != JsonKind::string) {
        if (token.kind == JsonKind::null) return {};
        return token.kind == JsonKind::number && written == "-0" ? "0" : written;
    }
    if (!token.escaped) return written;
    decoded.clear();
    decode(written, decoded);
    return decoded;
}

inline void JsonScanner::add(JsonToken::Part part, JsonKind kind, std::size_t begin, std::size_t end,
                             bool escaped) {
    if (count_ == tokens_.size()) tokens_.resize(2 * count_ + 64);
    put(tokens_[count_++], part, kind, begin, end, escaped);
}

JsonScanner::Found JsonScanner::scan(std::string_view text, bool whole) {
    start(text, whole);
    if (!take_value(0)) return at_ < text.size() || whole ? Found::unusual : Found::part;
    return is_sound() ? Found::value : Found::unusual;
}

bool JsonScanner::scan_like(const JsonShape& shape, std::string_view text) {
    start(text, false);
    const std::size_t values = shape.values();
    if (tokens_.size() < values) tokens_.resize(values);
    const char *at = text.data(), *const end = at + text.size();
    Passed passed;
    for (std::size_t i = 0;; ++i) {
        const std::string_view before = shape.before(i);
        if (static_cast<std::size_t>(end - at) < before.size() || !same_bytes(at, before)) return false;
        at += before.size();
        if (i == values) break;
        if (at < end && *at == '"') {
            const char* const to = behind_plain(at + 1, end, passed);
            if (to < end && *to == '"') {
                put(tokens_[i], JsonToken::Part::value, JsonKind::string,
                    static_cast<std::size_t>(at + 1 - text.data()),
                    static_cast<std::size_t>(to - text.data()), false);
                at = to + 1;
                continue;
            }
        }
        at_ = static_cast<std::size_t>(at - text.data());
        count_ = i;
        if (!take_plain_value()) return false;
        at = text.data() + at_;
    }
    at_ = static_cast<std::size_t>(at - text.data());
    count_ = values;
    odd_ = odd_ || passed.odd;
    return is_sound();
}

void JsonScanner::start(std::string_view text, bool whole) {
    text_ = text;
    at_ = 0;
    whole_ = whole;
    odd_ = false;
    count_ = 0;
}

bool JsonScanner::is_sound() const {
    return !odd_ || valid_utf8_prefix(text_.substr(0, at_)) == at_;
}

/// The next byte that is not blank; 0 at the end.
char JsonScanner::next() {
    while (at_ < text_.size() && is_json_blank(text_[at_])) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
}

bool JsonScanner::take(char sign) {
    if (at_ == text_.size() || text_[at_] != sign) return false;
    ++at_;
    return true;
}

bool JsonScanner::take_value(unsigned depth) {
    switch (next()) {
        case '{':
            return depth < deepest_json && take_object(depth + 1);
        case '[':
            return depth < deepest_json && take_array(depth + 1);
        default:
            return take_plain_value();
    }
}

/// A value without parts.
bool JsonScanner::take_plain_value() {
    switch (at_ < text_.size() ? text_[at_] : '\0') {
        case '"':
            return take_string(JsonToken::Part::value);
        case 't':
            return take_word("true", JsonKind::boolean);
        case 'f':
            return take_word("false", JsonKind::boolean);
        case 'n':
            return take_word("null", JsonKind::null);
        default:
            return take_number();
    }
}

bool JsonScanner::take_object(unsigned depth) {
    add(JsonToken::Part::begin, JsonKind::object, at_, at_);
    ++at_;
    if (next() != '}') {
        do {
            if (!take_member(depth)) return false;
        } while (take_comma());
    }
    return take_end('}', JsonKind::object);
}

bool JsonScanner::take_member(unsigned depth) {
    if (next() != '"' || !take_string(JsonToken::Part::key) || next() != ':') return false;
    ++at_;
    return take_value(depth);
}

bool JsonScanner::take_array(unsigned depth) {
    add(JsonToken::Part::begin, JsonKind::array, at_, at_);
    ++at_;
    if (next() != ']') {
        do {
            if (!take_value(depth)) return false;
        } while (take_comma());
    }
    return take_end(']', JsonKind::array);
}

bool JsonScanner::take_comma() {
    if (next() != ',') return false;
    ++at_;
    return true;
}

bool JsonScanner::take_end(char sign, JsonKind kind) {
    if (next() != sign) return false;
    ++at_;
    add(JsonToken::Part::end, kind, at_ - 1, at_);
    return true;
}

void JsonScanner::take_plain() {
    Passed passed;
    const char* const end = text_.data() + text_.size();
    at_ = static_cast<std::size_t>(behind_plain(text_.data() + at_, end, passed) - text_.data());
    odd_ = odd_ || passed.odd;
}

bool JsonScanner::take_string(JsonToken::Part part) {
    const std::size_t begin = ++at_;
    take_plain();
    const bool escaped = at_ < text_.size() && text_[at_] != '"';
    while (at_ < text_.size() && text_[at_] != '"') {
        if (!take_escape()) return false;
        take_plain();
    }
    if (at_ == text_.size()) return false;
    add(part, JsonKind::string, begin, at_, escaped);
    ++at_;
    return true;
}

bool JsonScanner::take_escape() {
    if (!take('\\') || at_ == text_.size()) return false;
    if (text_[at_] != 'u') {
        constexpr std::string_view letters = "\"\\/bfnrt";
        if (letters.find(text_[at_]) == letters.npos) return false;
        ++at_;
        return true;
    }
    unsigned unit = 0, second = 0;
    if (!take_unit(unit) || is_low_surrogate(unit)) return false;
    if (!is_high_surrogate(unit)) return true;
    return take('\\') && take_unit(second) && is_low_surrogate(second);
}

/// u and four digits.
bool JsonScanner::take_unit(unsigned& unit) {
    if (!take('u')) return false;
    for (int i = 0; i < 4; ++i, ++at_) {
        if (at_ == text_.size() || hex_value(text_[at_]) < 0) return false;
    }
    unit = utf16_unit_at(text_, at_ - 4);
    return true;
}

bool JsonScanner::take_digits() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_ascii_digit(text_[at_])) ++at_;
    return at_ > begin;
}

bool JsonScanner::take_number() {
    const std::size_t begin = at_;
    take('-');
    if (!take('0') && !take_digits()) return false;
    if (take('.') && !take_digits()) return false;
    if (at_ < text_.size() && (text_[at_] | 0x20) == 'e') return false;  // may be too large
    if (at_ - begin > surely_finite || (at_ == text_.size() && !whole_)) return false;
    add(JsonToken::Part::value, JsonKind::number, begin, at_);
    return true;
}

bool JsonScanner::take_word(std::string_view word, JsonKind kind) {
    const std::size_t begin = at_;
    for (const char letter : word) {
        if (!take(letter)) return false;
    }
    add(JsonToken::Part::value, kind, begin, at_);
    return true;
}

}  // namespace daicho
