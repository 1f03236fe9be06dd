#include "registries/address/symbol_table.hpp"

#include <cassert>
#include <string_view>

#include "registries/address/symbols.hpp"

namespace daicho {

namespace {

/// Characters with a meaning of their own; those of one class need not all be named.
struct FixedSymbol {
    std::uint16_t symbol;
    std::u32string_view characters;
};
constexpr FixedSymbol fixed_symbols[] = {
    {symbol::hyphen, U"-‐‑‒–—―−﹣－─━"},
    {symbol::wildcard, U"〓?？●■□▲△◆*＊�"},
    {symbol::prolonged, U"ー"},
    {symbol::comma, U",，、､､・"},
    {symbol::open_bracket, U"(（[［〔【「"},
    {symbol::close_bracket, U")）]］〕】」"},
    {symbol::postal_mark, U"〒"},
    {symbol::kanji_0, U"〇零○◯"},
    {symbol::kanji_0 + 1, U"一壱壹弌"},
    {symbol::kanji_0 + 2, U"二弐貳弍"},
    {symbol::kanji_0 + 3, U"三参參"},
    {symbol::kanji_0 + 4, U"四"},
    {symbol::kanji_0 + 5, U"五"},
    {symbol::kanji_0 + 6, U"六"},
    {symbol::kanji_0 + 7, U"七"},
    {symbol::kanji_0 + 8, U"八"},
    {symbol::kanji_0 + 9, U"九"},
    {symbol::ten, U"十拾"},
    {symbol::hundred, U"百"},
    {symbol::thousand, U"千"},
    {symbol::myriad, U"万萬"},
    {symbol::twenty, U"廿"},
    {symbol::thirty, U"卅"},
    {symbol::aza, U"字"},
    {symbol::big, U"大"},
    {symbol::small, U"小"},
    {symbol::cho, U"丁"},
    {symbol::me, U"目"},
    {symbol::ban, U"番"},
    {symbol::chi, U"地"},
    {symbol::go, U"号"},
    {symbol::no, U"ノの之乃"},
    {symbol::jo, U"条"},
    {symbol::ordinal, U"第"},
    {symbol::wari, U"割"},
    {symbol::machi, U"町"},
    {symbol::mura, U"村"},
    {symbol::shi, U"市"},
    {symbol::ku, U"区"},
    {symbol::gun, U"郡"},
    {symbol::upper, U"上"},
    {symbol::lower, U"下"},
    {symbol::enter, U"入"},
    {symbol::ru, U"ル"},
    {symbol::street, U"通"},
    {symbol::edge, U"先"},
    {symbol::outside, U"外"},
    {symbol::without, U"無"},
    {symbol::i, U"イ"},
    {symbol::ri, U"リ"},
    {symbol::chi_kana, U"チ"},
    {symbol::u, U"ウ"},
    {symbol::me_kana, U"メ"},
    {symbol::space,
     U" 　\t\r\n\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F"},
    {symbol::ignored, U"\u200B\u200C\u200D\u2060\uFEFF\u00AD\u3099\u309A\uFF9E\uFF9F"},
};

constexpr std::uint32_t pages_in_all = 0xE02;  ///< up to the variation selectors

}  // namespace

SymbolTable::SymbolTable(const CharacterClasses& classes) : classes_(classes), next_(symbol::first_free) {
    for (const FixedSymbol& fixed : fixed_symbols) {
        for (const char32_t c : fixed.characters) fix(c, fixed.symbol);
    }
    for (unsigned digit = 0; digit < 10; ++digit) {
        const auto symbol = static_cast<std::uint16_t>(symbol::digit_0 + digit);
        fix(U'0' + digit, symbol);
        fix(0xFF10 + digit, symbol);
    }
    for (char32_t c = 0xFE00; c <= 0xFE0F; ++c) single_[c] = symbol::ignored;
    for (char32_t c = 0xE0100; c <= 0xE01EF; ++c) single_[c] = symbol::ignored;
    for (char32_t c = 0xE000; c <= 0xF8FF; ++c) single_[c] = symbol::wildcard;
}

/// The class of `c` gets the symbol; where it has another already (参 beside 三), only `c` does.
void SymbolTable::fix(char32_t c, std::uint16_t symbol) {
    const bool fresh = of_class_.try_emplace(classes_.standing_for(c), symbol).second;
    if (!fresh) single_[c] = symbol;
}

void SymbolTable::add(std::string_view name) {
    for (std::size_t at = 0; at < name.size();) {
        const AddressCharacter c = character_at(name, at);
        at += c.size;
        if (single_.contains(c.value)) continue;
        const bool fresh = of_class_.try_emplace(classes_.standing_for(c.value), next_).second;
        if (fresh) ++next_;
        assert(next_ < symbol::first_number);
    }
}

void SymbolTable::put(char32_t c, std::uint16_t symbol) {
    std::uint16_t& page = pages_[c >> 8];
    if (page == 0) {
        page = static_cast<std::uint16_t>(symbols_.size() / 256);
        symbols_.resize(symbols_.size() + 256, symbol::unknown);
    }
    symbols_[std::size_t{page} * 256 + (c & 0xFF)] = symbol;
}

void SymbolTable::finish() {
    pages_.assign(pages_in_all, 0);
    symbols_.assign(256, symbol::unknown);
    for (const auto& [standard, symbol] : of_class_) put(standard, symbol);
    for (const char32_t c : classes_.members()) {
        const auto found = of_class_.find(classes_.standing_for(c));
        if (found != of_class_.end()) put(c, found->second);
    }
    for (const auto& [c, symbol] : single_) put(c, symbol);
}

}  // namespace daicho
