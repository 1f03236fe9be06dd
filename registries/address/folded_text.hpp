#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "grammars/base/span.hpp"
#include "registries/address/index_array.hpp"
#include "registries/address/number_token.hpp"

namespace daicho {

/// The symbol of each code point: pages of 256, of which many are the same one.
struct FoldTable {
    IndexArray<std::uint16_t> pages;
    IndexArray<std::uint16_t> symbols;

    std::uint16_t operator()(char32_t c) const {
        const std::uint32_t page = static_cast<std::uint32_t>(c) >> 8;
        return page < pages.size() ? symbols[std::size_t{pages[page]} * 256 + (c & 0xFF)] : symbol::unknown;
    }
};

/// The beginning of a text as symbols, each with its place in the text. Spaces and what is ignored have no
/// symbol; beyond `capacity` symbols the text is not looked at, which is more than any address has.
class FoldedText {
 public:
    static constexpr std::uint32_t capacity = 256;

    FoldedText() = default;
    FoldedText(std::string_view text, const FoldTable& fold, std::size_t from = 0);

    /// Adds a symbol that stands anywhere in the text: the symbols are in another order then than in the
    /// text.
    void append(std::uint16_t symbol, Span bytes);
    /// Whether it was made with `append`.
    bool is_arranged() const { return arranged_; }

    /// Leaves the symbols [from, to) out, as if spaces stood there.
    void drop(std::uint32_t from, std::uint32_t to);

    /// Puts another symbol in the place of symbol `i`.
    void replace(std::uint32_t i, std::uint16_t symbol) { symbols_[i] = symbol; }
    /// Symbols `i` and `i + 1` change places.
    void exchange(std::uint32_t i) { std::swap(symbols_[i], symbols_[i + 1]); }
    /// Puts a symbol of no bytes in front of symbol `i`; nothing where the text is at its longest.
    void insert(std::uint32_t i, std::uint16_t symbol);

    SymbolView symbols() const { return {symbols_.data(), size_}; }
    std::uint32_t size() const { return size_; }
    std::uint16_t operator[](std::uint32_t i) const { return symbols()[i]; }
    /// Where symbol `i` begins in the text; for `size()`, where the last one ends.
    std::uint32_t begin(std::uint32_t i) const { return i < size_ ? begins_[i] : end_; }
    /// Where symbol `i - 1` ends.
    std::uint32_t end(std::uint32_t i) const { return i == 0 ? begin(0) : ends_[i - 1]; }
    /// Symbols that begin before that byte of the text.
    std::uint32_t symbols_before(std::uint32_t byte) const {
        std::uint32_t symbols = 0;
        while (symbols < size_ && begins_[symbols] < byte) ++symbols;
        return symbols;
    }
    /// Whether a space stands before symbol `i`.
    bool spaced(std::uint32_t i) const { return i > 0 && i < size_ && begins_[i] != ends_[i - 1]; }
    /// The bytes of the symbols [from, to), and what stands between them.
    Span span(std::uint32_t from, std::uint32_t to) const {
        if (from == to) return {begin(from), begin(from)};
        return arranged_ ? arranged_span(from, to) : Span{begins_[from], ends_[to - 1]};
    }
    /// The number at `i`: never over a space.
    NumberToken number(std::uint32_t i, std::uint32_t longest = 12) const;

 private:
    void take(std::string_view text, const FoldTable& fold, std::size_t from);
    void settle_hyphens();
    Span arranged_span(std::uint32_t from, std::uint32_t to) const;

    bool arranged_ = false;
    std::uint32_t size_ = 0;
    std::uint32_t end_ = 0;
    std::array<std::uint16_t, capacity> symbols_;
    std::array<std::uint32_t, capacity> begins_;
    std::array<std::uint32_t, capacity> ends_;
};

/// The next character of a text that a name is compared by: a half-width kana with its mark is one.
struct AddressCharacter {
    char32_t value = 0;
    std::uint32_t size = 0;
};
AddressCharacter character_at(std::string_view text, std::size_t at);

}  // namespace daicho
