#include "registries/corporations/row_sum.hpp"

#include <charconv>
#include <cstring>

namespace daicho {

namespace {

constexpr std::size_t half = 16;  // decimal

std::uint64_t mixed(std::uint64_t state, std::uint64_t word, std::uint64_t factor) {
    state = (state ^ word) * factor;
    return state ^ (state >> 29);
}

/// Spreads the last words over all bits.
std::uint64_t finished(std::uint64_t state) {
    state = (state ^ (state >> 33)) * 0xff51'afd7'ed55'8ccd;
    return state ^ (state >> 33);
}

template <class Word>
Word load(const char* from) {
    Word word;
    std::memcpy(&word, from, sizeof word);
    return word;
}

/// One to seven bytes, the first counting least.
std::uint64_t last_word(std::string_view bytes) {
    const auto at = [&](std::size_t place, std::uint64_t part) { return part << (8 * place); };
    const std::size_t size = bytes.size();
    if (constexpr std::size_t four = sizeof(std::uint32_t); size >= four) {
        return load<std::uint32_t>(bytes.data()) |
               at(size - four, load<std::uint32_t>(bytes.data() + size - four));
    }
    const auto byte = [&](std::size_t place) { return at(place, static_cast<unsigned char>(bytes[place])); };
    return byte(0) | byte(size / 2) | byte(size - 1);
}

std::string decimal(std::uint64_t number) {
    char text[half];
    const auto end = std::to_chars(text, text + half, number, 16).ptr;
    const auto size = static_cast<std::size_t>(end - text);
    return std::string(half - size, '0').append(text, size);
}

std::uint64_t number(std::string_view text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return value;
}

}  // namespace

void RowSum::Row::add(std::string_view cell) {
    constexpr std::uint64_t first = 0x9e37'79b9'7f4a'7c15, second = 0xc2b2'ae3d'27d4'eb4f;
    const auto take = [&](std::uint64_t word) {
        a_ = mixed(a_, word, first);
        b_ = mixed(b_, word, second);
    };
    take(cell.size());
    for (; cell.size() >= sizeof(std::uint64_t); cell.remove_prefix(sizeof(std::uint64_t)))
        take(load<std::uint64_t>(cell.data()));
    if (!cell.empty()) take(last_word(cell));
}

RowSum::RowSum(std::string_view text) {
    if (text.size() != 2 * half) return;
    a_ = number(text.substr(0, half));
    b_ = number(text.substr(half));
}

void RowSum::add(const Row& row) {
    a_ += finished(row.a_);
    b_ += finished(row.b_);
}

void RowSum::add(const RowSum& rows) {
    a_ += rows.a_;
    b_ += rows.b_;
}

void RowSum::take(const RowSum& rows) {
    a_ -= rows.a_;
    b_ -= rows.b_;
}

std::string RowSum::text() const {
    return decimal(a_) + decimal(b_);
}

}  // namespace daicho
