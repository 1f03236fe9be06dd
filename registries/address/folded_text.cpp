#include "registries/address/folded_text.hpp"

#include <algorithm>

#include "grammars/text/kana.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr bool is_voiced_mark(char32_t c) {
    return c == 0xFF9E || c == 0x3099;
}
constexpr bool is_half_voiced_mark(char32_t c) {
    return c == 0xFF9F || c == 0x309A;
}

constexpr char16_t full_width[] =
    u"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ"
    u"ヤユヨラリルレロワン";

constexpr char32_t full_width_letter(char32_t c) {
    return c >= 0xFF61 && c <= 0xFF9D ? full_width[c - 0xFF61] : c;
}

/// `base` with the mark behind it, in the order of the letters of Unicode: カ ガ, ハ バ パ.
constexpr char32_t marked(char32_t base, bool half) {
    if (half) return base + 2;
    return base == 0x30A6 ? 0x30F4 : base + 1;
}

constexpr bool takes_mark(char32_t base, bool half) {
    const char32_t letter = base >= 0x3041 && base <= 0x3096 ? base + 0x60 : base;
    const bool of_ha = letter >= 0x30CF && letter <= 0x30DD && (letter - 0x30CF) % 3 == 0;
    if (half) return of_ha;
    if (letter >= 0x30AB && letter <= 0x30C1) return (letter - 0x30AB) % 2 == 0;
    return of_ha || letter == 0x30A6 || letter == 0x30C4 || letter == 0x30C6 || letter == 0x30C8;
}

/// Most characters of an address are ideographs, which take no mark: three bytes, the first one E4 to E9.
/// Nothing (size 0) where there is none.
inline AddressCharacter ideograph_at(std::string_view text, std::size_t at) {
    if (text.size() - at < 3) return {};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) < 0xE4 || byte(0) > 0xE9 || (byte(1) & 0xC0) != 0x80 || (byte(2) & 0xC0) != 0x80) return {};
    return {static_cast<char32_t>((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)), 3};
}

/// ニ of ニ丁目 is 二, ハ is 八: what they look like.
std::uint16_t numeral_or(std::uint16_t folded, char32_t kana, std::string_view behind) {
    if (!behind.starts_with("丁目")) return folded;
    return static_cast<std::uint16_t>(symbol::kanji_0 + (kana == U'ニ' ? 2 : 8));
}

}  // namespace

AddressCharacter character_at(std::string_view text, std::size_t at) {
    const CodePoint first = code_point_at(text, at);
    const char32_t base = full_width_letter(first.value);
    if (base < 0x3041 || base > 0x30FF) return {base, first.size};
    const CodePoint mark = code_point_at(text, at + first.size);
    const bool half = is_half_voiced_mark(mark.value);
    if ((!half && !is_voiced_mark(mark.value)) || !takes_mark(base, half)) return {base, first.size};
    return {marked(base, half), first.size + mark.size};
}

FoldedText::FoldedText(std::string_view text, const FoldTable& fold, std::size_t from) {
    end_ = static_cast<std::uint32_t>(from);
    take(text, fold, from);
    settle_hyphens();
}

void FoldedText::take(std::string_view text, const FoldTable& fold, std::size_t from) {
    // A text of spaces or selectors only is given up too.
    const std::size_t last = std::min(text.size(), from + std::size_t{capacity} * 16);
    for (std::size_t at = from; at < last && size_ < capacity;) {
        AddressCharacter c = ideograph_at(text, at);
        if (c.size == 0) c = character_at(text, at);
        std::uint16_t folded = fold(c.value);
        if (c.value == U'ニ' || c.value == U'ハ')
            folded = numeral_or(folded, c.value, text.substr(at + c.size));
        const auto begin = static_cast<std::uint32_t>(at);
        at += c.size;
        if (folded == symbol::ignored) {
            if (size_ > 0 && ends_[size_ - 1] == begin)
                end_ = ends_[size_ - 1] = static_cast<std::uint32_t>(at);
            continue;
        }
        if (folded == symbol::space) continue;
        symbols_[size_] = folded;
        begins_[size_] = begin;
        end_ = ends_[size_] = static_cast<std::uint32_t>(at);
        ++size_;
    }
}

/// ー behind a number is a hyphen, behind kana it is not; 一 between two digits (1一2) is one too.
void FoldedText::settle_hyphens() {
    for (std::uint32_t i = 1; i < size_; ++i) {
        const bool after_digit = symbol::is_digit(symbols_[i - 1]);
        const bool before_digit = i + 1 < size_ && symbol::is_digit(symbols_[i + 1]);
        if ((symbols_[i] == symbol::prolonged && symbol::is_number_letter(symbols_[i - 1])) ||
            (symbols_[i] == symbol::kanji_0 + 1 && after_digit && before_digit)) {
            symbols_[i] = symbol::hyphen;
        }
    }
}

void FoldedText::append(std::uint16_t symbol, Span bytes) {
    arranged_ = true;
    if (size_ == capacity) return;
    symbols_[size_] = symbol;
    begins_[size_] = bytes.begin;
    end_ = ends_[size_] = bytes.end;
    ++size_;
}

void FoldedText::drop(std::uint32_t from, std::uint32_t to) {
    const std::uint32_t rest = size_ - to;
    const auto leave_out = [&](auto& values) {
        std::copy_n(values.begin() + to, rest, values.begin() + from);
    };
    leave_out(symbols_);
    leave_out(begins_);
    leave_out(ends_);
    size_ = from + rest;
    if (size_ > 0) end_ = ends_[size_ - 1];
}

void FoldedText::insert(std::uint32_t i, std::uint16_t symbol) {
    if (size_ == capacity) return;
    const std::uint32_t at = i == 0 ? begin(0) : end(i);
    const auto make_room = [&](auto& values, auto value) {
        std::copy_backward(values.begin() + i, values.begin() + size_, values.begin() + size_ + 1);
        values[i] = value;
    };
    make_room(symbols_, symbol);
    make_room(begins_, at);
    make_room(ends_, at);
    ++size_;
}

Span FoldedText::arranged_span(std::uint32_t from, std::uint32_t to) const {
    Span span{begins_[from], ends_[from]};
    for (std::uint32_t i = from + 1; i < to; ++i) {
        span.begin = std::min(span.begin, begins_[i]);
        span.end = std::max(span.end, ends_[i]);
    }
    return span;
}

NumberToken FoldedText::number(std::uint32_t i, std::uint32_t longest) const {
    if (i >= size_ || !symbol::is_number_letter(symbols_[i])) return {};
    std::uint32_t last = i + 1;
    while (last < size_ && last < i + longest && begins_[last] == ends_[last - 1]) ++last;
    return number_at(symbols(), i, last - i);
}

}  // namespace daicho
