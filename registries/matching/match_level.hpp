#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registries/corporations/seat_place.hpp"

namespace daicho {

/// What an item of two records says about whether they are one corporation.
enum class MatchItemKind : std::uint8_t {
    name,
    former,
    kana,
    address,
    postal_code,
    phone,
    number,
    date,
    text
};

/// How an item of one record compares with that of another, from the strongest down.
enum class ItemLikeness : std::uint8_t {
    equal,   ///< byte for byte
    folded,  ///< the same in another spelling: width, forms of characters, legal form abbreviated, 丁目 as
             ///< hyphen
    kana,    ///< written otherwise, the reading is the same
    former,  ///< one is the former name of the other
    near,    ///< one letter apart, another legal form, or the same place and one says more of it
    different,
    missing,  ///< one of them says nothing; that shows nothing
};

std::string_view to_string(MatchItemKind kind);
std::string_view to_string(ItemLikeness level);

/// A value of an item with what it is compared by.
struct MatchValue {
    std::string text;  ///< as it stands in the table
    std::string key;   ///< equal for spellings of one value; empty for an empty one
    std::string core;  ///< of a name: without its legal form; else the key
    SeatPlace place;   ///< of an address, where places are known
};

/// `places` reads addresses as a registry has them; null: they are compared as text.
MatchValue read_match_value(MatchItemKind kind, std::string_view text, const SeatReader* places = nullptr);

/// What records that can be one have in common: they are compared where they share one of these.
std::vector<std::string> blocking_keys(const MatchValue& value);

/// Compares two values of a kind. Knows nothing of readings and former names, which are items of their own.
///
/// Names are equal by `corporate_name_key`; of addresses in one town of the registry the numbers decide,
/// however town and number are written.
ItemLikeness compare_match_values(MatchItemKind kind, const MatchValue& a, const MatchValue& b);

}  // namespace daicho
