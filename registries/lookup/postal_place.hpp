#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/values/postal_town.hpp"

namespace daicho {

/// Whether a place belongs to a postal code. In this order `std::max` is "or" and `std::min` is "and".
enum class Belongs : std::uint8_t {
    no,
    cannot_tell,  ///< the place, or the publication, does not say enough
    yes,
};

/// A place below its municipality, ready to be compared: folded as `place_key` folds, and cut apart.
struct PostalPlace {
    std::string town;                ///< key of what stands before the lot, its chome in digits at the end
    std::string name;                ///< the same without a chome at its end
    std::vector<std::uint32_t> lot;  ///< 番地以下: 12番地の3 is 12, 3. As far as it is numbers
    bool no_lot_number = false;      ///< 無番地
    std::string building;            ///< key of 建物名等
    std::optional<std::uint32_t> floor;
};

/// Makes a place of 町字 (`大通西十九丁目`, `大通西`; in Kyoto with the way along the streets or without),
/// 番地以下
/// (`2番地`, `19-2`) and 建物名等; each may be empty, and the lot may stand behind the town too.
PostalPlace postal_place(std::string_view town, std::string_view lot = {}, std::string_view building = {});

/// How a town of a record meets a place.
struct PostalMatch {
    Belongs belongs = Belongs::no;
    std::size_t name = 0;  ///< bytes of the place's key that are the town's name; 0 where it is another town
    bool others = false;   ///< the record speaks of what other records leave: その他, or the whole town
    bool apart =
        false;  ///< the town's name certainly ends there: 旭町字北 is 旭町, 旭町北 may be another town
};

/// What the one record `town` says of `place`. What another record may say of it is not known here: その他
/// and 以下に掲載がない場合 cannot be told (see PostalMunicipality). "no" is said only where the publication
/// says so.
PostalMatch match_postal_town(const PostalTown& town, const PostalPlace& place);
/// The same where `place_key(town.name)` is known.
PostalMatch match_postal_town(const PostalTown& town, std::string_view name_key, const PostalPlace& place);

inline Belongs contains(const PostalTown& town, const PostalPlace& place) {
    return match_postal_town(town, place).belongs;
}

}  // namespace daicho
