#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace daicho {

/// What an item of two records says about whether they are one body.
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

/// The value as it is compared: equal for spellings of one value; empty for an empty one.
std::string match_item_key(MatchItemKind kind, std::string_view value);

/// A name without its legal form, folded; as `match_item_key` for other kinds.
std::string match_core_key(MatchItemKind kind, std::string_view value);

/// Compares two values of a kind that have these keys. Knows nothing of readings and former names, which are
/// items of their own.
ItemLikeness compare_match_items(MatchItemKind kind, std::string_view a, std::string_view a_key,
                                 std::string_view b, std::string_view b_key);

}  // namespace daicho
