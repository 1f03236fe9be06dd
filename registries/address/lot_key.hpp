#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace daicho {

/// A residence or parcel within its town as one number that sorts as its parts do: three parts of 21 bits. A
/// part is 0 where there is none, n + 1 for the number n, and from `first_odd_part` on it stands for a part
/// that is no number (乙17, ロ): its place in the section `odd_parts`.
using LotKey = std::uint64_t;

constexpr std::uint32_t lot_part_bits = 21;
constexpr std::uint32_t first_odd_part = 1'000'001;
constexpr std::uint32_t largest_lot_part = (1u << lot_part_bits) - 1;

constexpr LotKey lot_key(const std::array<std::uint32_t, 3>& parts) {
    return LotKey{parts[0]} << (2 * lot_part_bits) | LotKey{parts[1]} << lot_part_bits | parts[2];
}

constexpr std::uint32_t lot_part(LotKey key, unsigned part) {
    return static_cast<std::uint32_t>(key >> ((2 - part) * lot_part_bits)) & largest_lot_part;
}

/// The keys that begin with the first `parts` parts of `key` are those in [key, lot_keys_end(key, parts)).
constexpr LotKey lot_keys_end(LotKey key, unsigned parts) {
    return key + (LotKey{1} << ((3 - parts) * lot_part_bits));
}

/// The part that the digits of `text` are, or 0 where it is empty or no such number.
std::uint32_t numeric_lot_part(std::string_view text);

/// A part that is no number as it is compared: wide kana, upper case, no spaces (ﾛ and ろ are ロ).
std::string odd_lot_part(std::string_view text);

}  // namespace daicho
